"""How an Arabic title is read: what the office is of, its country, and where the name begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.duals import is_many, nouns
from factcheck.extract.ar.kin import is_kin, of_kin
from factcheck.extract.ar.marks import is_shortening
from factcheck.extract.ar.name_parts import (
    bare_noun,
    behind_titles,
    beside_places,
    ends_name,
    ends_title,
    follows_name,
    has_article,
    is_done_to,
    is_given,
    is_what_office_is_of,
    joins_field,
    name_words,
)
from factcheck.extract.ar.words import has_class, is_event_noun, words_of
from factcheck.extract.mention import MentionKind, Parsed
from factcheck.lang.actors import Entry, Found, entry_at
from factcheck.text import Token, fold

_OFFICES, _BODIES = frozenset({"office"}), frozenset({"people", "body"})
_IN, _END_OF, _ON, _FOR = fold("في"), fold("القضاء"), fold("على"), fold("عن")
_OF_NAMES = frozenset({fold("الدين"), fold("الله"), fold("الإسلام")})  # «نور الدين», «نصر الله»
_COMPLETE = frozenset({"Minister", "President"})  # offices that no preposition completes
_DEFINITE, _ORIGIN = ("ال", "لل", "بال", "وال"), frozenset({"demonym", "country", "capital", "city"})
_WHOLE_UNITS = 3  # words of a name in running text: given name, father's or middle name, family name


def office_mention(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed:
    """A title or calling, what it is of, and the name that goes with it."""
    entry = found.entry
    if is_kin(text, tokens, found.first, last):
        return of_kin(tokens, found.first, last)
    title = entry_at(text, tokens, found.last, "ar", _OFFICES) if entry.rank == "honour" and found.last < last else None
    if title is not None and title.last <= last and not title.clitic and not is_given(text, tokens[title.first]):
        return office_mention(text, tokens, title, last)._replace(first=found.first)  # «سعادة | السيدة مريم الكواري»
    scan = _Scan(text, tokens, found, last)
    scan.run()
    scan.finish()
    scan.name = _behind_offices(text, tokens, found, last) or scan.name
    office = _office_name(entry, scan)
    behind = _title_behind(text, tokens, scan, last) if entry.rank == "honour" else None
    if behind is not None:
        return behind._replace(first=found.first, name=scan.name, gender=entry.gender or behind.gender, definite=False)
    open_end = entry.rank != "head" and not scan.definite and not scan.complement
    kind: MentionKind = "person" if scan.name else "source" if entry.rank == "source" or open_end else "office"
    return Parsed(
        kind,
        found.first,
        last,
        name=scan.name,
        office=office,
        rank=entry.rank,
        body=scan.body,
        country=scan.country,
        abroad=scan.abroad,
        gender=entry.gender,
        number=entry.number,
        human=True,
        head=bare_noun(tokens[found.first].form),
        definite=found.last == last,
    )


def _behind_offices(text: str, tokens: Sequence[Token], found: Found, last: int) -> tuple[int, int] | None:
    """The name behind two offices set off by commas («عضو المجلس، وعضو الفريق، | فلان») or a party's in marks."""
    commas = [i for i in range(found.last, last) if tokens[i].form in ",،"]
    if len(commas) < 2 or not 2 <= last - commas[-1] - 1 <= _WHOLE_UNITS + 1:
        return behind_titles(text, tokens, found.last, last)
    office = entry_at(text, tokens, commas[-2] + 1, "ar", frozenset({"office"}))
    named = not any(token.kind != "word" or ends_name(text, token) for token in tokens[commas[-1] + 1 : last])
    joined = office is not None and tokens[commas[-2] + 1].form[0] == "و"
    return (commas[-1] + 1, last) if joined and named and not tokens[commas[-1] + 1].form.startswith("ال") else None


def _title_behind(text: str, tokens: Sequence[Token], scan: _Scan, last: int) -> Parsed | None:
    """The title behind a name that a form of address opens: «الدكتور فلان الفلاني، وزير الزراعة»."""
    if scan.name is None or scan.name[1] + 1 >= last:
        return None
    at = scan.name[1] + (tokens[scan.name[1]].form in ",،")
    found = entry_at(text, tokens, at, "ar", frozenset({"office"}))
    if found is None or found.last > last or found.entry.rank in ("honour", "source"):
        return None
    title = office_mention(text, tokens, found, last)
    return title._replace(kind="person", human=True) if title.name is None else None


class _Scan:
    """One pass over the words after an office: complements, country, and where the name begins."""

    def __init__(self, text: str, tokens: Sequence[Token], found: Found, last: int) -> None:
        self.text, self.tokens, self.found, self.last = text, tokens, found, last
        self.definite = any(word.startswith("ال") for word in found.entry.words)
        self.country: str | None = None
        self.body: str | None = None
        self.portfolio: str | None = None
        self.abroad = False
        self.complement = False
        self.unlisted = False
        self.noun_open = False
        self.articled: list[int] = []
        self.unknown: list[int] = []
        self.name: tuple[int, int] | None = None

    def run(self) -> None:
        """Walk to the name or the end."""
        at, after_preposition = self.found.last, False
        if self.found.entry.rank == "honour" and at < self.last:
            self._take_name(at)
            return
        if self.found.entry.rank == "source" and not self.definite:
            self._take_origin(at)
            return
        while at < self.last:
            token = self.tokens[at]
            if token.form == _END_OF and at + 1 < self.last and self.tokens[at + 1].form == _ON:
                break  # «أعلن المتحدث | القضاء على عشرة مسلحين»
            if token.form in words_of("in.name.of") or token.form in words_of("of.it"):
                self.complement, at, after_preposition = True, at + 1, False  # «المتحدث باسمهم», «مدير المعابر فيها»
                continue
            if at == self.found.last and token.form == _FOR and self.tokens[at - 1].form in words_of("stands.for"):
                at, after_preposition = at + 1, True  # «النائب عن الكتلة سالم الفارسي»
                continue
            if at + 1 < self.last and is_shortening(self.tokens, at + 1):
                if at + 2 < self.last:
                    self._take_name(at + 2)  # «وكيل الوزارة د. سامي نور»
                return
            if token.kind != "word":
                if token.form in ",،" and at + 1 < self.last and not self.name:
                    self._take_after_comma(at + 1)
                    return
                break
            found = self._entry(at)
            if found is not None and found.last <= self.last and not self._is_given_name(found, at):
                self._complement(found)
                at, after_preposition = found.last, False
                continue
            if token.form == _IN and at + 1 < self.last and has_class(self.tokens, at + 1, self.last, "venue"):
                break  # «أفاد المتحدث باسم الوزارة | في مداخلة هاتفية»
            if token.form in name_words("preposition") and not is_given(self.text, token):
                if self.definite and at == self.found.last and self.found.entry.name in _COMPLETE:
                    break  # «شدد الوزير على ضرورة …»
                at, after_preposition = at + 1, True
            elif ends_title(self.text, self.tokens, at, self.last):
                break
            elif after_preposition or has_article(self.text, token) or joins_field(token.form):
                self.unlisted = self.unlisted or after_preposition or not (self.definite or self.complement)
                if self.complement and not after_preposition and token.form.startswith("ال"):
                    self.articled.append(at)
                self.complement, self.noun_open = True, False
                at, after_preposition = at + 1, False
            elif self.definite and token.form[0] == "ل" and is_what_office_is_of(token.form[1:], self.complement):
                self.complement, self.unlisted = True, True
                at, after_preposition = at + 1, True  # «المدير التنفيذي لمحلية النهر، …»
            elif self.unknown and is_event_noun(token.form):
                break  # «طبيب في مستشفى كينياتا | وفاة متظاهر»
            elif self._complement_is_open():
                self.unknown.append(at)
                at += 1
            elif self._is_thing(at):
                break
            else:
                self._take_name(at)
                return
        self._name_from_unknown()

    def _entry(self, at: int) -> Found | None:
        """The entry at a word: after a minister's title his portfolio («وزير الخارجية»), else the first that fits."""
        if at == self.found.last and self.found.entry.name.lower().startswith("minister"):
            portfolio = entry_at(self.text, self.tokens, at, "ar", frozenset({"portfolio"}))
            if portfolio is not None:
                return portfolio
        found = entry_at(self.text, self.tokens, at, "ar")
        if found is not None and found.clitic and at == self.found.last and self.tokens[at].form[0] == "و":
            return None  # «العقيد ونيس …»: no «و» stands between a title and its name
        return found

    def _is_thing(self, at: int) -> bool:
        """Whether a listed noun before a definite one, or an object, is no name: «افتتح وزير الثقافة | معرض الكتاب»."""
        token, after = self.tokens[at], self.tokens[at + 1].form if at + 1 < self.last else ""
        listed = token.form in nouns() and not is_given(self.text, token)
        return is_done_to(token.form) or (listed and after.startswith("ال") and after not in _OF_NAMES)

    def _complement_is_open(self) -> bool:
        """Whether an office or noun still waits for what it is of: «مدرب شباب …», not «الوزير عصام …»."""
        return self.noun_open or (not self.definite and not self.complement and self.found.entry.rank != "honour")

    def _name_from_unknown(self) -> None:
        """Of three or more unlisted words after an open office, the last two are the name; of fewer, none.

        Two words with article at the end are a name when a nationality or a body already completes the title
        («المبعوث الأممي الأخضر الإبراهيمي»).
        """
        if self.definite and len(self.articled) == 2 and self.articled[1] == self.last - 1:
            self.name = (self.articled[0], self.last)
            return
        if len(self.unknown) >= 3 and self.unknown[-1] - self.unknown[0] == len(self.unknown) - 1:
            joined = fold(self.tokens[self.unknown[-2]].form) in name_words("joined")
            back = 3 if joined and len(self.unknown) > 3 else 2
            self.name = (self.unknown[-back], self.unknown[-1] + 1)
        elif self.unknown:
            self.complement = self.unlisted = True

    def finish(self) -> None:
        """A secretary-general of nothing named is lent no country: his body is most often an international one."""
        if self.found.entry.name == "Secretary-General" and self.body is None and self.country is None:
            self.abroad = not self.complement

    def _take_origin(self, at: int) -> None:
        """Of an official without a name, the country alone: «مسؤول كبير في قطاع الكهرباء اللبناني»."""
        for k in range(at, self.last):
            origin = entry_at(self.text, self.tokens, k, "ar", _ORIGIN)
            if origin is not None:
                self._complement(origin)

    def _take_name(self, at: int) -> None:
        end = at
        while end < self.last and self.tokens[end].kind == "word" and not ends_name(self.text, self.tokens[end]):
            found = entry_at(self.text, self.tokens, end, "ar", frozenset({"office"}))
            family = end == at + 1 == self.last - 1 and self.tokens[end].form.startswith("ال")  # «الدكتور حسن | الأمين»
            titled = found is not None and found.entry.rank != "honour" and not self._is_given_name(found, end)
            if end > at and self.tokens[end].form.startswith("لل"):
                break  # «أسفت رئيسة المهرجان هدى نور | للقرار»
            if end > at and titled and not family and self.tokens[end - 1].form not in name_words("joined"):
                break  # but «عبد | الملك سعيد»
            end += 1
        self.name = (at, end) if end > at else None

    def _take_after_comma(self, at: int) -> None:
        """After a comma another title, a nationality, or the name itself."""
        found = entry_at(self.text, self.tokens, at, "ar", frozenset({"office", "demonym"}))
        if found is None:
            if not self.tokens[at].form.startswith("ال") and self.tokens[at].form not in beside_places():
                self._take_name(at)
            return
        self._complement(found)
        inner = _Scan(self.text, self.tokens, found, self.last)
        inner.definite = True
        inner.run()
        self.name, self.country = inner.name, self.country or inner.country

    def _is_given_name(self, found: Found, at: int) -> bool:
        """«أمير», «تركي»: a title or a nationality by its letters, a given name after a title that is complete."""
        if found.last < self.last and entry_at(self.text, self.tokens, found.last, "ar", _BODIES) is not None:
            return False  # «السيدة شيخة الخاطر | وكيل وزارة العمل»
        form = self.tokens[at].form
        return form in name_words("given") and (self.definite or self.complement) and found.last - at == 1

    def _complement(self, found: Found) -> None:
        entry = found.entry
        adjacent = not self.complement
        if entry.kind == "portfolio" and self.noun_open and self.body != "ministry":
            self.unlisted = True  # «حركة الشباب»: no ministry
            self.unknown.clear()
            return
        self.noun_open = entry.kind == "people" and not self.tokens[found.first].form.startswith(_DEFINITE)
        self.complement = True
        self.unknown.clear()
        if entry.kind == "portfolio" and self.portfolio is None:
            self.portfolio = entry.name
        elif entry.kind in ("body", "seat") and self.body in (None, "ministry"):
            self.body = entry.name
            self.country = self.country or entry.country
        elif entry.kind == "international":
            self.abroad, self.body = True, self.body or entry.name
        elif entry.kind == "people" and entry.name == "ministry":
            self.body = "ministry"
        elif entry.kind in ("people", "office"):
            self.unlisted = self.unlisted or not self.definite or self.tokens[found.first].form.startswith("لل")
        elif entry.kind in ("demonym", "country", "capital", "city"):
            if entry.country is None:
                self.abroad = self.abroad or adjacent
            elif not self._is_field_of_study(found):
                self.country = self.country or entry.country

    def _is_field_of_study(self, found: Found) -> bool:
        """«الدراسات الكورية», «دراسات كوريا الشمالية»: what is studied tells nothing of who studies it."""
        before = self.tokens[found.first - 1].form
        return before.removeprefix("ل").removeprefix("ال") in name_words("field") or before in name_words("field")


def _office_name(entry: Entry, scan: _Scan) -> str | None:
    """The office as it is filed: `Minister of Finance`, `President`, `Undersecretary of the Ministry of Finance`.

    `None` for a calling, and for an office of something the tables do not know: it stays as written.
    """
    if scan.body == "ministry":
        scan.body = f"Ministry of {scan.portfolio}" if scan.portfolio else None
    if entry.rank == "voice":
        scan.body = scan.body or (f"Ministry of {scan.portfolio}" if scan.portfolio else None)
        return "Spokesman"
    if entry.name.lower().startswith("minister"):
        return f"Minister of {scan.portfolio}" if scan.portfolio else "Minister"
    if scan.body:
        return f"{'Head' if entry.name in ('President', 'Leader') else entry.name} of the {scan.body}"
    return entry.name if entry.rank == "head" and not scan.unlisted else None


def title_name(text: str, tokens: Sequence[Token], found: Found) -> Parsed:
    """The person whose title stands at `found` in running text, where the end of the name is not known."""
    last = found.last
    limit = min(len(tokens), last + 14)
    while last < limit and (tokens[last].kind == "word" or (tokens[last].form in ",،" and last + 1 < limit)):
        last += 1
    parsed = office_mention(text, tokens, found, last)
    if parsed.name is None:
        return parsed
    return parsed._replace(name=(parsed.name[0], _name_end(tokens, parsed.name[0], parsed.name[1])))


def _name_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a name in running text ends: three units of name at most, a word with ال closes it."""
    units, at = 0, first
    while at < last and units < _WHOLE_UNITS:
        form = tokens[at].form
        at += 1
        if form in name_words("joined"):
            continue
        units += 1
        if form.startswith("ال") and tokens[at - 2].form not in name_words("joined"):
            return at - int((units == _WHOLE_UNITS and follows_name(form)) or (units > 1 and is_many(form)))
    return at
