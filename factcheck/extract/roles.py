"""The people and organisations an article names, in their fullest form, and how later mentions are joined to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.extract.ar import name_parts as ar_names
from factcheck.extract.en import name_runs as en_runs
from factcheck.extract.mention import Parsed, Somebody
from factcheck.extract.names_alike import counts_others, holds, is_fuller, is_one_of, last_meant, one_meant
from factcheck.extract.nearest import Nearest, comes_late, is_another, of_article, tells_whom
from factcheck.text import Token

_ALIKE = 100  # names that share a word, among which one is looked for
_SAID_IN = 8  # tokens behind a speaker in which the paper is named that he speaks in
_STOPS = frozenset({".", ":", "؟", "!", "«", '"', "“"})
_ISSUERS = ("body", "organisation", "person", "office", "state")  # kinds that put out statements
_SHORTENED = ("body", "organisation", "source", "office", "state")  # kinds that later mentions shorten to a noun


@dataclass(frozen=True, slots=True)
class Role:
    """Whom a mention was joined to: a name, or the fuller mention `parsed` of the same body; empty when to nobody."""

    name: str | None = None
    person: bool = False
    country: str | None = None
    abroad: bool = False
    gender: str | None = None
    rank: str | None = None
    parsed: Parsed | None = None


class Roles:
    """Everybody an article names, by words of the name, by office, and by the noun that later mentions repeat."""

    def __init__(self, text: str, tokens: Sequence[Token], lang: str) -> None:
        self.text, self.tokens, self.lang = text, tokens, lang
        self.everybody: list[Somebody] = []
        self.by_word: dict[str, list[Somebody]] = {}
        self.bodies = Nearest()
        self.spoken: list[Parsed] = []
        self.titled: dict[int, Somebody] = {}
        self.short: dict[str, tuple[str, ...]] = {}  # the words of a name by its initials: "mdc"
        self.set_off: dict[int, int] = {}  # where the title ends that commas set off behind the name at a token

    def of(self, parsed: Parsed) -> Role:
        """Whom the article's words join a mention to."""
        if parsed.name:
            somebody = self._by_name(parsed)
        else:
            somebody = (
                self._by_family(parsed)
                or self._by_place(parsed)
                or self._by_title(parsed)
                or self._by_office(parsed)
                or self._by_whole_title(parsed)
                or self._by_noun(parsed)
            )
        if somebody is not None:
            return Role(
                somebody.name, somebody.person, somebody.country, somebody.abroad, somebody.gender, somebody.rank
            )
        if parsed.definite and self.lang == "ar" and parsed.head in ar_names.name_words("somebody"):
            return self._somebody(parsed)
        if parsed.definite and parsed.head in self._words_for("statement"):
            return self._of_issuer(parsed, parsed.head or "")
        if parsed.definite and self._is_source(parsed):
            before = [m for m in self.spoken if m.first < parsed.first and not (m.definite and self._is_source(m))]
            whom = next((m for m in before[:-3:-1] if self._is_source(m)), before[-1] if before else None)
            role = self.of(whom) if whom is not None else Role()
            return role if role.name or role.parsed or whom is None else Role(parsed=whom)
        if parsed.definite and parsed.head and not self._is_whole_office(parsed):
            meant = self.bodies.meant(parsed.first, self.tokens, "head", parsed.head) if self.lang == "ar" else None
            known = of_article(self.tokens, parsed, meant or self.bodies.to(parsed.first, "head", parsed.head))
            other = self.lang == "en" and counts_others(self.tokens, parsed, known)
            other = other or (self.lang == "ar" and comes_late(self._first_told, parsed, known))
            return Role(parsed=None if other else known or self._shortened(parsed))
        if parsed.kind == "body" and parsed.head is None and parsed.body:
            return Role(parsed=self.bodies.to(parsed.first, "body", parsed.body))  # «الصحة: …» for the ministry
        if parsed.kind == "organisation" and parsed.head and parsed.country and parsed.body is None:
            return Role(parsed=self._of_country(parsed))
        return Role()

    def _somebody(self, parsed: Parsed) -> Role:
        """Whom «الرجل» means: the last who spoke by name; nobody where that is a woman, or «رجل» was told of before."""
        gender = "f" if (parsed.head or "").endswith("ة") else "m"
        before = [m for m in self.spoken if m.first < parsed.first and m.gender in (None, gender)]
        if before and before[-1].name is None and before[-1].human and before[-1].head != parsed.head:
            return Role(parsed=before[-1])  # «أحد المدعين»
        named = [m for m in before if m.name is not None]
        told = self._first_told.get(parsed.head or "", parsed.first) < parsed.first  # «رجل …», who stays unnamed
        role = self.of(named[-1]) if named and not told else Role()
        return Role() if role.gender not in (None, gender) else role

    @cached_property
    def _first_told(self) -> dict[str, int]:
        """Where each word first stands in the text: «رجل», «هيئة»."""
        return {token.form: k for k, token in reversed(list(enumerate(self.tokens)))}

    def _shortened(self, parsed: Parsed) -> Parsed | None:
        """The body an adjective alone stands for: «المركزي» for «البنك المركزي المصري»."""
        if self.lang != "ar" or parsed.kind != "unknown" or parsed.last - parsed.first != 1:
            return None
        return self.bodies.to(parsed.first, "word", self.tokens[parsed.first].form)

    def _of_country(self, parsed: Parsed) -> Parsed | None:
        """The longer name of a body said again by its noun and nationality: «الهيئة الأميركية»."""
        if self.lang != "ar" or not self.tokens[parsed.first].form.startswith("ال") or parsed.last - parsed.first > 2:
            return None
        found = self.bodies.to(parsed.first, "head", parsed.head or "", parsed.country or "")
        return found if found is not None and found.first < parsed.first else None

    def names_of_persons(self) -> frozenset[str]:
        """The folded words of all personal names."""
        return frozenset(word for somebody in self.everybody if somebody.person for word in somebody.words)

    def _is_source(self, parsed: Parsed) -> bool:
        """«المصدر ذاته», "the source", «المتحدث» where none is told of: whoever spoke last."""
        return parsed.head in self._words_for("source") or (self.lang == "ar" and parsed.only_speaks)

    def _words_for(self, role: str) -> frozenset[str]:
        return ar_names.name_words(role) if self.lang == "ar" else en_runs.word_roles(role)

    def _of_issuer(self, paper: Parsed, head: str) -> Role:
        """Whose "the statement" is: that of the fuller mention before it, else of the last who spoke."""
        own = self.bodies.to(paper.first, "head", head)
        if own is not None and own.first < paper.first:
            return Role(parsed=own)
        before = [m for m in self.spoken if m.first < paper.first and m.kind in _ISSUERS and m.head != head]
        if not before:
            return Role()
        spoken = (m for m in reversed(self.spoken) if m.first < paper.first and m.head != head)
        whose = next((m for m in spoken if self._speaks_in(m, head)), before[-1])
        role = self.of(whose)
        return role if role.name or role.parsed else Role(parsed=whose)

    def _speaks_in(self, mention: Parsed, head: str) -> bool:
        """Whether the words behind a speaker name the paper he speaks in: "the Press Wing said in a statement"."""
        behind = self.tokens[mention.last : mention.last + _SAID_IN]
        line = next((k for k, token in enumerate(behind) if token.form in _STOPS), len(behind))
        return any(token.form in (head, f"ب{head}") for token in behind[:line])

    def add(self, parsed: Parsed, sure: bool) -> None:
        """Take in a mention: its name with what it tells, or the body that later mentions shorten."""
        if parsed.name is not None:
            self._add_name(parsed, parsed.name, parsed.kind == "person", sure)
        elif parsed.head and not parsed.definite and parsed.kind in _SHORTENED and not is_another(self.tokens, parsed):
            self._add_body(parsed, parsed.head)

    def _add_body(self, parsed: Parsed, head: str) -> None:
        """Take in a body by each of the ways in which a later mention can shorten it."""
        self.bodies.add(parsed, "head", head)
        self.bodies.add(parsed, "head", head, parsed.country or "")
        if parsed.body:
            self.bodies.add(parsed, "body", parsed.body)
        if self.lang == "ar" and parsed.kind in ("body", "state"):
            for form in {token.form for token in self.tokens[parsed.first + 1 : parsed.last]}:
                self.bodies.add(parsed, "word", form)

    def add_organisation(self, first: int, last: int) -> None:
        """Take in a run of capitals that names an organisation."""
        self._add_name(Parsed("organisation", first, last, human=False), (first, last), False, True)

    def _add_name(self, parsed: Parsed, run: tuple[int, int], person: bool, sure: bool) -> None:
        if not sure:
            run = self._trusted(run)
        words = self._words(run)
        if not words:
            return
        somebody = next(
            (s for s in self.by_word.get(words[-1], [])[-_ALIKE:] if holds(s.words, words) or holds(words, s.words)),
            None,
        )
        somebody = somebody or next((s for s in self.by_word.get(words[0], [])[-_ALIKE:] if s.words == words[:1]), None)
        if somebody is None:
            somebody = Somebody(words, self._name(run), parsed.first, person, sure)
            self.everybody.append(somebody)
        elif (
            len(words) > len(somebody.words)
            and (self.lang == "ar" or (person and somebody.person) or is_fuller(somebody.words, words))
            and (sure or words[-1] == somebody.words[-1] or words[0] == somebody.words[0])
        ):
            somebody.words, somebody.name = words, self._name(run)
        elif words == somebody.words and words in self.short.values() and len(self._name(run)) > len(somebody.name):
            somebody.name = self._name(run)  # the name in full, after its initials
        somebody.person = somebody.person and person
        if run[0] > parsed.first:
            self.titled.setdefault(parsed.first, somebody)
        for word in words:
            known = self.by_word.setdefault(word, [])
            if somebody not in known:
                known.append(somebody)
        self._tell(somebody, parsed)

    def _trusted(self, run: tuple[int, int]) -> tuple[int, int]:
        """A name whose end is not known, cut after the last word that a speaker's mention knows as a family name."""
        for end in range(run[1], run[0] + 1, -1):
            if self.tokens[end - 1].form in self.by_word:
                return run[0], end
        return run

    def _tell(self, somebody: Somebody, parsed: Parsed) -> None:
        somebody.country = somebody.country or parsed.country
        somebody.abroad = somebody.abroad or parsed.abroad
        somebody.gender = somebody.gender or parsed.gender
        somebody.rank = somebody.rank or parsed.rank
        for office in (parsed.office, parsed.body):
            if office:
                somebody.offices.add(office)
        if parsed.head:
            somebody.nouns.add(parsed.head)
        somebody.title |= {form.removeprefix("ال") for form in self._words((parsed.first, parsed.last))}

    def _by_name(self, parsed: Parsed) -> Somebody | None:
        assert parsed.name is not None
        return self._one_holding(self._words(parsed.name))

    def _one_holding(self, words: tuple[str, ...]) -> Somebody | None:
        """The one somebody whose name holds all of `words`; `None` for none and for several."""
        if not words:
            return None
        holding = [s for s in self.by_word.get(words[-1], [])[-_ALIKE:] if holds(s.words, words)]
        return holding[0] if len(holding) == 1 else None

    def _by_family(self, parsed: Parsed) -> Somebody | None:
        """The person whose family name is the word of an office: «الأمين» for «الدكتور حسن الأمين»."""
        if self.lang != "ar" or parsed.kind not in ("office", "source") or parsed.last - parsed.first != 1:
            return None
        words = self._words((parsed.first, parsed.last))
        named = self._one_holding(words)
        return named if named is not None and named.person and named.words[1:] == words else None

    def _by_place(self, parsed: Parsed) -> Somebody | None:
        """The person whose family name is that of a capital too: "Paris" for "Valeska Paris" before it."""
        if parsed.kind != "state" or parsed.last - parsed.first != 1:
            return None
        words = self._words((parsed.first, parsed.last))
        named = self._one_holding(words)
        family = named is not None and named.person and len(named.words) > 1 and named.words[-1:] == words
        return named if named is not None and family and named.at < parsed.first else None

    def _by_title(self, parsed: Parsed) -> Somebody | None:
        """The person whose name follows, where a mention breaks off inside his title."""
        if parsed.kind not in ("office", "source") or not parsed.human:
            return None
        return next((self.titled[at] for at in range(parsed.first, parsed.last) if at in self.titled), None)

    def _by_office(self, parsed: Parsed) -> Somebody | None:
        """The person who holds the office a mention names; a spokesman of the same body; of several the last before."""
        if parsed.kind not in ("office", "body"):
            return None
        titled = parsed.office is None and parsed.rank != "voice"  # «رئيس البلدية» for «رئيس بلدية الرمل، فلان»
        words, able = self._words((parsed.first, parsed.last)), (s for s in self.everybody if s.offices or titled)
        fitting = [s for s in able if s.person and self._fits_office(s, parsed, words)]
        before = [s for s in fitting if s.at <= parsed.first]
        if self.lang == "ar" and parsed.definite and not tells_whom(self.tokens, parsed, before):
            return None
        return last_meant(before, parsed.first, self.lang) if before else fitting[0] if len(fitting) == 1 else None

    def _fits_office(self, somebody: Somebody, parsed: Parsed, words: tuple[str, ...]) -> bool:
        elsewhere = parsed.country and somebody.country and parsed.country != somebody.country
        elsewhere = elsewhere or (self.lang == "ar" and ar_names.is_deputy(self.tokens, somebody.at, parsed))
        if elsewhere or parsed.kind == "body" or ar_names.is_of_another_time(words, somebody.title):
            return False
        if parsed.rank == "voice":
            same = parsed.body in somebody.offices or (parsed.body is None and self._adds_nothing(parsed, somebody))
            return somebody.rank == "voice" and same
        office = parsed.office
        if office is None:
            return bool(parsed.head and parsed.head in somebody.nouns) and self._shortens(parsed, somebody)
        if office in ("Minister", "President") and parsed.definite:
            return any(held == office or held.startswith(f"{office} of") for held in somebody.offices)
        return office in somebody.offices

    def _adds_nothing(self, parsed: Parsed, somebody: Somebody) -> bool:
        """Whether a spokesman's title holds no word that the title of somebody named lacks: not «المتحدث العسكري»."""
        words = {form.removeprefix("ال") for form in self._words((parsed.first + 1, parsed.last)) if len(form) > 3}
        return parsed.definite or words <= somebody.title

    def _shortens(self, parsed: Parsed, somebody: Somebody) -> bool:
        """Whether a title points back to a longer one: «المدير», «رئيس اللجنة» for «رئيس لجنة الانتخابات، فلان»."""
        if parsed.definite:
            return True
        of = self.tokens[parsed.last - 1].form
        pair = self.lang == "ar" and parsed.last - parsed.first == 2 and of.startswith("ال")
        return pair and of.removeprefix("ال") in somebody.title

    def _by_whole_title(self, parsed: Parsed) -> Somebody | None:
        """Whose title all words of an English mention are: "the council president" for "Council president Ann Lee"."""
        words = set(self._words((parsed.first, parsed.last)))
        if self.lang != "en" or parsed.kind not in ("office", "source") or not parsed.human or len(words) < 2:
            return None
        held = [s for s in self.everybody if s.person and s.at <= parsed.first and words <= s.title]
        other = held and not (held[-1].title - words).isdisjoint(en_runs.word_roles("lesser"))
        return held[-1] if held and parsed.head in held[-1].nouns and not other else None

    def _by_noun(self, parsed: Parsed) -> Somebody | None:
        """A calling alone («المحامي», "the engineer"), a family name the parser took for a noun, "the airline"."""
        if parsed.kind == "unknown" and (words := self._words((parsed.first, parsed.last))):
            apart = self.lang == "ar" and not ar_names.names_another(self.tokens, parsed.first, parsed.last)
            named = self._one_holding(words) or (self._one_holding(words[:1]) if apart else None)
            common = self.lang == "en" and not en_runs.stand_ins().keys().isdisjoint(words[:1])
            if named is not None and not common and (named.person or len(words) == 1):
                return named
        if not parsed.definite or parsed.head is None:
            return None
        if parsed.kind in ("office", "source") and parsed.human:
            held = [s for s in self.everybody if s.person and parsed.head in s.nouns and s.at <= parsed.first]
            lesser = self.lang == "ar" and len(held) == 1 and ar_names.is_deputy(self.tokens, held[0].at, parsed)
            return held[0] if len(held) == 1 and not (lesser or self._is_whole_office(parsed)) else None
        at = self.tokens[parsed.first].start
        kinds = en_runs.kinds_meant(self.text, parsed.head, at) if self.lang == "en" else frozenset()
        fitting = [s for s in self.everybody if not s.person and is_one_of(s.words, kinds)]
        return one_meant(fitting, parsed, self.tokens, self.lang)

    def _is_whole_office(self, parsed: Parsed) -> bool:
        """Whether a mention says which office it means: «رئيس الوزراء» is no mayor named before, «الرئيس» may be."""
        return self.lang == "ar" and parsed.office is not None and parsed.last - parsed.first > 1

    def _words(self, run: tuple[int, int]) -> tuple[str, ...]:
        forms = [token.form.removesuffix("'s") for token in self.tokens[slice(*run)] if token.kind == "word"]
        words = tuple([form for form in forms if form != "the"])
        return self.short.get(words[0], words) if len(words) == 1 else words

    def _name(self, run: tuple[int, int]) -> str:
        written = self.text[self.tokens[run[0]].start : self.tokens[run[1] - 1].end]
        return " ".join(written.split()).removesuffix("'s").removesuffix("’s")
