"""How an Arabic mention names somebody: title and name, body and country, office alone, a noun that stands for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.extract.mention import Parsed
from factcheck.lang import rows
from factcheck.lang.actors import Entry, Found, entry_at
from factcheck.text import Token, fold

_WHOLE_UNITS = 3


def parse(text: str, tokens: Sequence[Token], first: int, last: int) -> Parsed:
    """The mention at tokens `[first, last)`: who it is by its own words."""
    while first < last and tokens[first].kind != "word":
        first += 1
    if first >= last:
        return Parsed("unknown", first, last)
    found = entry_at(text, tokens, first, "ar")
    if found is None or found.last > last:
        return _unlisted(text, tokens, first, last)
    kind = found.entry.kind
    if kind in ("international", "agency"):
        return Parsed("organisation", first, last, body=found.entry.name, country=found.entry.country, gender=found.entry.gender,
                      abroad=found.entry.country is None, human=False)  # fmt: skip
    if kind in ("country", "capital", "seat", "city", "region", "sea"):
        return _state(text, tokens, found, last)
    if kind == "office":
        return _office(text, tokens, found, last)
    if kind == "body":
        return _body(text, tokens, found.entry, first, found.last, last)
    if kind == "demonym" and found.last < last and found.entry.number == "sg":
        return replace(_unlisted(text, tokens, found.last, last), first=first, kind="person", country=found.entry.country)
    if kind == "people":
        return _people(text, tokens, found, last)
    return _unlisted(text, tokens, first, last)


def title_name(text: str, tokens: Sequence[Token], found: Found) -> Parsed:
    """The person whose title stands at `found` in running text, where the end of the name is not known."""
    last = found.last
    limit = min(len(tokens), last + 14)
    while last < limit and (tokens[last].kind == "word" or (tokens[last].form in ",،" and last + 1 < limit)):
        last += 1
    parsed = _office(text, tokens, found, last)
    if parsed.name is None:
        return parsed
    return replace(parsed, name=(parsed.name[0], _name_end(tokens, parsed.name[0], parsed.name[1])))


def _state(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed:
    entry = found.entry
    if entry.kind in ("region", "sea", "city") or (found.last < last and entry.kind == "country" and _is_name(tokens, found.last)):
        return Parsed("organisation", found.first, last, country=entry.country, abroad=entry.country is None, human=False, gender="f")
    return Parsed("state", found.first, last, body=entry.name if entry.kind == "seat" else "Government", country=entry.country,
                  gender="f" if entry.kind != "seat" else None, human=False)  # fmt: skip


def _body(text: str, tokens: Sequence[Token], entry: Entry, first: int, at: int, last: int) -> Parsed:
    """A body of the tables with the country that follows it: as an adjective, a name, or a place after في."""
    country, abroad = _country_after(text, tokens, at, last)
    return Parsed("body", first, last, body=entry.name, country=country, abroad=abroad, gender=entry.gender, human=False,
                  head=_bare_noun(tokens[first].form), definite=at - first == 1 == last - first)  # fmt: skip


def _people(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed:
    """A common noun: a ministry, a body in construct with a country, an unnamed source, an organisation."""
    entry, first, at = found.entry, found.first, found.last
    if entry.name == "ministry" and at < last:
        portfolio = entry_at(text, tokens, at, "ar", frozenset({"portfolio"}))
        if portfolio is not None:
            ministry = Entry((), "body", f"Ministry of {portfolio.entry.name}", gender="f")
            return _body(text, tokens, ministry, first, portfolio.last, last)
    construct = _construct_body(text, tokens, found, last)
    if construct is not None:
        return construct
    country, abroad = _country_after(text, tokens, at, last)
    head = _bare_noun(tokens[first].form)
    return Parsed("source" if entry.human else "organisation", first, last, country=country, abroad=abroad, gender=entry.gender,
                  number=entry.number, human=entry.human, head=head, definite=_is_bare(tokens, first, at, last))  # fmt: skip


def _construct_body(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed | None:
    """«حكومة اليابان», «شرطة كابول»: a noun without article whose body the tables know, before a country or a city."""
    at = found.last
    if at >= last or tokens[found.first].form.startswith("ال"):
        return None
    place = entry_at(text, tokens, at, "ar", frozenset({"country", "capital", "city"}))
    body = _bodies().get(f"ال{tokens[found.first].form[found.clitic:]}")
    if place is None or place.clitic or body is None:
        return None
    parsed = _body(text, tokens, body, found.first, place.last, last)
    return replace(parsed, country=place.entry.country, definite=False)


def _office(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed:
    """A title or calling, what it is of, and the name that goes with it."""
    entry = found.entry
    scan = _Scan(text, tokens, found, last)
    scan.run()
    office = _office_name(entry, scan)
    kind = "person" if scan.name else "office"
    if kind == "office" and (entry.rank == "source" or (entry.rank != "head" and not scan.definite and not scan.complement)):
        kind = "source"
    return Parsed(kind, found.first, last, name=scan.name, office=office, rank=entry.rank, body=scan.body, country=scan.country,  # type: ignore[arg-type]
                  abroad=scan.abroad, gender=entry.gender, number=entry.number, human=True,
                  head=_bare_noun(tokens[found.first].form), definite=found.last == last)  # fmt: skip


class _Scan:
    """One pass over the words after an office: complements, country, and where the name begins."""

    def __init__(self, text: str, tokens: Sequence[Token], found: Found, last: int) -> None:
        self.text, self.tokens, self.found, self.last = text, tokens, found, last
        self.definite = tokens[found.first].form[found.clitic :].startswith("ال")
        self.country: str | None = None
        self.body: str | None = None
        self.portfolio: str | None = None
        self.abroad = False
        self.complement = False
        self.unknown: list[int] = []
        self.name: tuple[int, int] | None = None

    def run(self) -> None:
        """Walk to the name or the end."""
        at, after_preposition = self.found.last, False
        if self.found.entry.rank == "honour" and at < self.last:
            self._take_name(at)
            return
        while at < self.last:
            token = self.tokens[at]
            if token.kind != "word":
                if token.form in ",،" and at + 1 < self.last and not self.name:
                    self._take_after_comma(at + 1)
                    return
                break
            found = entry_at(self.text, self.tokens, at, "ar")
            if found is not None and found.last <= self.last and not self._is_given_name(found, at):
                self._complement(found)
                at, after_preposition = found.last, False
                continue
            if token.form in _words("preposition"):
                at, after_preposition = at + 1, True
            elif token.form in _words("stop") and not token.form.startswith("ال"):
                break
            elif after_preposition or token.form.startswith(("ال", "لل", "بال", "وال")):
                self.complement = True
                at, after_preposition = at + 1, False
            elif self._complement_is_open():
                self.unknown.append(at)
                at += 1
            else:
                self._take_name(at)
                return
        self._name_from_unknown()

    def _complement_is_open(self) -> bool:
        """Whether an office without article still waits for what it is of: «مدرب شباب …», not «الوزير عصام …»."""
        return not self.definite and not self.complement and self.found.entry.rank != "honour"

    def _name_from_unknown(self) -> None:
        """Of three or more unlisted words after an open office, the last two are the name; of fewer, none."""
        if len(self.unknown) >= 3 and self.unknown[-1] - self.unknown[0] == len(self.unknown) - 1:
            back = 2 if fold(self.tokens[self.unknown[-2]].form) not in _words("joined") or len(self.unknown) == 3 else 3
            self.name = (self.unknown[-back], self.unknown[-1] + 1)
        elif len(self.unknown) >= 1:
            self.complement = True

    def _take_name(self, at: int) -> None:
        end = at
        while end < self.last and self.tokens[end].kind == "word" and self.tokens[end].form not in _words("stop"):
            found = entry_at(self.text, self.tokens, end, "ar", frozenset({"office"}))
            if end > at and found is not None and found.entry.rank != "honour" and not self._is_given_name(found, end):
                break
            end += 1
        self.name = (at, end) if end > at else None

    def _take_after_comma(self, at: int) -> None:
        """After a comma another title, a nationality, or the name itself."""
        found = entry_at(self.text, self.tokens, at, "ar", frozenset({"office", "demonym"}))
        if found is None:
            if not self.tokens[at].form.startswith("ال"):
                self._take_name(at)
            return
        self._complement(found)
        inner = _Scan(self.text, self.tokens, found, self.last)
        inner.definite = True
        inner.run()
        self.name, self.country = inner.name, self.country or inner.country

    def _is_given_name(self, found: Found, at: int) -> bool:
        """«أمير», «تركي»: a title or a nationality by its letters, a given name after a title that is complete."""
        form = self.tokens[at].form
        return form in _words("given") and (self.definite or self.complement) and found.last - at == 1

    def _complement(self, found: Found) -> None:
        entry = found.entry
        self.complement = True
        self.unknown.clear()
        if entry.kind == "portfolio" and self.portfolio is None:
            self.portfolio = entry.name
        elif entry.kind in ("body", "seat") and self.body is None:
            self.body = entry.name
            self.country = self.country or entry.country
        elif entry.kind == "international":
            self.abroad, self.body = True, self.body or entry.name
        elif entry.kind == "people" and entry.name == "ministry":
            self.body = "ministry"
        elif entry.kind in ("demonym", "country", "capital", "city"):
            if entry.country is None:
                self.abroad = True
            elif not self._is_field_of_study(found):
                self.country = self.country or entry.country

    def _is_field_of_study(self, found: Found) -> bool:
        """«الدراسات الكورية», «دراسات كوريا الشمالية»: what is studied tells nothing of who studies it."""
        before = self.tokens[found.first - 1].form
        return before.removeprefix("ل").removeprefix("ال") in _words("field") or before in _words("field")


def _office_name(entry: Entry, scan: _Scan) -> str | None:
    """The office as it is filed: `Minister of Finance`, `President`, `Head of the Parliament`."""
    body = f"Ministry of {scan.portfolio}" if scan.body == "ministry" and scan.portfolio else scan.body
    scan.body = None if body == "ministry" else body
    if entry.rank == "voice":
        if scan.body is None and scan.portfolio:
            scan.body = f"Ministry of {scan.portfolio}"
        return "Spokesman"
    if entry.name in ("Minister", "ministers", "Ministers") and scan.portfolio:
        return f"Minister of {scan.portfolio}"
    if scan.body:
        return f"{'Head' if entry.name in ('President', 'Leader') else entry.name} of the {scan.body}"
    if entry.name == "President" and scan.complement and scan.country is None and not scan.definite:
        return None
    return entry.name if entry.rank in ("head", "office") else None


def _unlisted(text: str, tokens: Sequence[Token], first: int, last: int) -> Parsed:
    """A mention that begins with no listed word: a name, a name before its title, or a noun the tables do not know."""
    at = first
    while at < last and tokens[at].kind == "word" and tokens[at].form not in _words("stop"):
        if at > first and entry_at(text, tokens, at, "ar", frozenset({"office"})) and tokens[at].form not in _words("given"):
            break
        at += 1
    if at == first:
        return Parsed("unknown", first, last)
    title = Parsed("unknown", at, last)
    rest = at + 1 if at < last and tokens[at].kind != "word" else at
    found = entry_at(text, tokens, rest, "ar", frozenset({"office"})) if rest < last else None
    if found is not None:
        title = _office(text, tokens, found, last)
    if tokens[first].form.startswith("ال"):
        alone = at - first == 1
        return Parsed("unknown", first, last, head=_bare_noun(tokens[first].form), definite=alone, country=title.country)
    return Parsed("person", first, last, name=(first, at), office=title.office, rank=title.rank, body=title.body,
                  country=title.country, abroad=title.abroad, gender=title.gender)  # fmt: skip


def _name_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a name in running text ends: three units of name at most, a word with ال closes it."""
    units, at = 0, first
    while at < last and units < _WHOLE_UNITS:
        form = tokens[at].form
        at += 1
        if form in _words("joined"):
            continue
        units += 1
        if form.startswith("ال") and tokens[at - 2].form not in _words("joined"):
            break
    return at


def _country_after(text: str, tokens: Sequence[Token], at: int, last: int) -> tuple[str | None, bool]:
    """The country that words after a noun tell: an adjective or a place; and whether they point to no one state."""
    abroad = False
    while at < last:
        found = entry_at(text, tokens, at, "ar", frozenset({"demonym", "country", "capital", "city", "international"}))
        if found is not None:
            if found.entry.country is not None:
                return found.entry.country, False
            abroad = True
        at += 1
    return None, abroad


def _is_bare(tokens: Sequence[Token], first: int, at: int, last: int) -> bool:
    """Whether a noun with article stands alone, or with ذاته or نفسه: it points back to a fuller mention."""
    return tokens[first].form.startswith("ال") and (at == last or tokens[at].form in _words("pointer"))


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "word" and not tokens[at].form.startswith("ال")


def _bare_noun(form: str) -> str:
    return form.removeprefix("ال")


@cache
def _bodies() -> dict[str, Entry]:
    return {
        fold(phrase): Entry((), "body", english, None, gender)
        for phrase, gender, english in rows("ar", "bodies")
        if " " not in phrase
    }


@cache
def _words(role: str) -> frozenset[str]:
    """The words of one role in `name_words.tsv`: stop, joined, preposition, given, pointer, field."""
    return frozenset(fold(word) for word, does, _ in rows("ar", "name_words") if does == role)
