"""Who stands behind a claim: mentions of persons, bodies and states joined under one name in an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.extract.ar import names as ar_names
from factcheck.extract.ar.name_parts import as_subject
from factcheck.extract.ar.of_headline import elects_own_head
from factcheck.extract.ar.words import without_lam
from factcheck.extract.en import described as en_described
from factcheck.extract.en import names as en_names
from factcheck.extract.mention import MentionKind, Parsed
from factcheck.extract.named import find_roles
from factcheck.extract.roles import Roles
from factcheck.extract.setting import find_setting
from factcheck.lang.actors import country_name, entry_at
from factcheck.text import Span, Token, fold, trim

_ELECTED = frozenset({"President", "Electoral Commission"})
_EACH_OF = "كل من "  # «كل من فرنسا وألمانيا»
_LONGEST_NAME = 90  # characters of a mention that can stand for its holder in a sentence
_PARSE = {"ar": ar_names.parse, "en": en_names.parse}


class Claimant(NamedTuple):
    """`name` as `Country: Body` or a person's name; `country` ISO 3166 alpha-3, `None` where the text does not tell."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """What a mention of somebody tells: `gender` m or f and `number` sg, du or pl as far as its grammar settles them.

    `human` is true for persons and groups of persons, false for bodies, states and documents. `public` is true for
    heads of state and government, ministers, and others who hold an office.
    """

    start: int
    end: int
    kind: MentionKind
    name: str
    country: str | None
    gender: str | None
    number: str
    human: bool
    public: bool


class Cast:
    """The persons, bodies and states of one article; `country` is that of its setting, where the text settles it."""

    def __init__(self, text: str, tokens: Sequence[Token], lang: str, mentions: Sequence[Span]) -> None:
        self.text, self.tokens, self.lang = text, list(tokens), lang
        self._starts = [token.start for token in tokens]
        self._known: dict[Span, Mention] = {}
        self._parsed: dict[Span, Parsed] = {}
        self._bodies: dict[Span, Span | None] = {}
        self._fullest: dict[tuple[str, bool], Span] = {}
        self._owners: dict[str, Span] = {}
        self._papers: dict[Span, Span | None] = {}
        self._states: dict[Span, bool] = {}
        self._voices: set[Span] = set()
        self._persons: frozenset[str] | None = None
        for span in mentions:
            self._tokens_of(span)  # so that all are read of the same words, and each once
        parsed = [self._parse(span) for span in mentions]
        self._parsed.update(zip(mentions, parsed, strict=True))
        self._ministries: dict[str, set[str]] = {}
        for one in parsed:
            if one.body and one.country:
                self._ministries.setdefault(one.body, set()).add(one.country)
        self._ministers: dict[str, str] = {}  # countries of those whose ministry the text names with its country
        self._roles: Roles = find_roles(text, self.tokens, lang, parsed)
        self._elects_own = lang == "ar" and elects_own_head(self.tokens)  # «الرئيس» is the club's
        self.country = find_setting(text, tokens, lang, self._roles.names_of_persons())

    def claimant(self, holder: Span) -> Claimant:
        """The normalised name of the mention at `holder`, and its country."""
        mention = self.mention(holder)
        return Claimant(mention.name, mention.country)

    def mention(self, holder: Span) -> Mention:
        """What the mention at `holder` tells of the one it names."""
        known = self._known.get(holder)
        return known if known is not None else self._met(holder)

    def _met(self, holder: Span) -> Mention:
        """What a mention tells that is asked for the first time; it may be the longest of whom it names."""
        if holder not in self._parsed:
            self._parsed[holder] = self._parse(holder)
        parsed = self._parsed[holder]
        mention = self._known[holder] = self._resolve(holder, parsed)
        paper = self._paper(holder)
        titled = self._roles.set_off.get(parsed.first)
        known = self._fullest.get((mention.name, False))
        fuller = known is None or known.end - known.start <= holder.end - holder.start
        if titled is not None and fuller and self.tokens[titled - 1].end - holder.start <= _LONGEST_NAME:
            self._fullest[(mention.name, False)] = Span(holder.start, self.tokens[titled - 1].end)
        if paper is not None and paper.start > holder.start:
            self._fullest.setdefault((mention.name, False), paper)
        key = (mention.name, paper is not None)
        longest = self._fullest.get(key)
        if parsed.kind == "body" and parsed.head is None and self._roles.of(parsed).parsed is not None:
            pass  # «الصحة بالإقليم» is short for the ministry, however long
        elif longest is not None and self.text[holder.start : holder.end].endswith(_SAME):
            pass  # «المصدر ذاته» is no fuller name
        elif parsed.rank == "voice" and parsed.name is None and mention.kind != "person":
            self._voices.add(holder)  # «متحدث باسم الشرطة» is no fuller name of the police
        elif longest is not None and parsed.definite and parsed.kind == "source":
            pass  # «المصدر» points back at «مسؤول»
        elif longest is None or longest.end - longest.start < holder.end - holder.start <= _LONGEST_NAME:
            self._fullest[key] = holder
        return mention

    def fullest(self, holder: Span) -> str:
        """The longest mention, of those asked for so far, of whom the mention at `holder` names, as the text has it."""
        return self.text[slice(*self.shown(holder))]

    def shown(self, holder: Span) -> Span:
        """Where the longest such mention stands."""
        span = self._fullest.get((self.mention(holder).name, self._paper(holder) is not None), holder)
        if span == holder:
            if holder not in self._bodies:
                self._bodies[holder] = self._meant(holder)
            meant = self._bodies[holder]
            if meant is not None:
                return meant
        return holder if self._names_state(holder) or holder in self._voices else span

    def _meant(self, holder: Span) -> Span | None:
        """The fuller mention in running text of a body called by its noun alone: «وزارة التربية» for «الوزارة»."""
        parsed = self._parsed[holder]
        role = self._roles.of(parsed) if self.lang == "ar" and parsed.definite and not parsed.human else None
        whole = role.parsed if role is not None and role.name is None else None
        if whole is None or whole.last - whole.first < 2:
            return None
        named = entry_at(self.text, self.tokens, whole.first, "ar", _AUTHORS)
        span = Span(self.tokens[whole.first].start, self.tokens[whole.last - 1].end)
        return span if named is not None and not named.clitic and span.end - span.start <= _LONGEST_NAME else None

    def joined(self, span: Span) -> str | None:
        """The name that the article joins a common noun to, "the bank" to "Vale Bank"; `None` where it joins none."""
        parsed = self._parse(span)
        role = self._roles.of(parsed)
        return role.name if not role.person and role.name else self._called(parsed)

    def called(self, span: Span) -> str | None:
        """The body that the article calls by a noun beside its name, for "the" and that noun; `None` for none."""
        return self._called(self._parse(span))

    def _called(self, parsed: Parsed) -> str | None:
        if self.lang != "en" or not parsed.definite or parsed.head is None or parsed.last - parsed.first != 1:
            return None
        if self._persons is None:
            told = (s for s in self._roles.everybody if s.person and (s.gender or s.rank))
            self._persons = frozenset(word for somebody in told for word in somebody.words)
        return en_described.called(self.text, parsed.head, self.tokens[parsed.first].start, self._persons)

    def belongs(self, holder: Span, owner: Span) -> None:
        """Keep whom a pronoun in somebody's title means: «مديرها», said of the company named before."""
        self._owners.setdefault(self.mention(holder).name, owner)

    def owner(self, holder: Span) -> str | None:
        """Whom a pronoun in somebody's title means, as fully as the article names him; `None` where nobody."""
        owner = self._owners.get(self.mention(holder).name)
        return None if owner is None else self.fullest(owner)

    def _paper(self, span: Span) -> Span | None:
        """Where a mention that is a paper names its author, or the paper itself: «بيان لـ|وزارة الصحة»; else `None`."""
        if span not in self._papers:
            self._papers[span] = self._paper_at(span)
        return self._papers[span]

    def _paper_at(self, span: Span) -> Span | None:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        found = entry_at(self.text, self.tokens, first, self.lang, _PEOPLE) if first < last else None
        if found is None or found.entry.rank != "paper":
            return None
        author = entry_at(self.text, self.tokens, found.last, self.lang, _AUTHORS) if found.last < last else None
        if author is None or self.tokens[found.last].form.startswith("لل"):
            return span
        return Span(self.tokens[found.last].start + author.clitic, span.end)

    def _names_state(self, span: Span) -> bool:
        """Whether a mention is a country, capital or seat alone, which "the government" is no fuller name of."""
        if span not in self._states:
            first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            found = entry_at(self.text, self.tokens, first, self.lang, _STATES) if first < last else None
            self._states[span] = found is not None and found.last == last
        return self._states[span]

    def _parse(self, span: Span) -> Parsed:
        return _PARSE[self.lang](self.text, self.tokens, *self._tokens_of(span))

    def _tokens_of(self, span: Span) -> tuple[int, int]:
        """The half-open tokens of a mention, the first without a conjunction that the mention leaves out."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        if first and span.start < self.tokens[first - 1].end:
            first -= 1
            self._cut(first, span.start)
        return first, last

    def _cut(self, i: int, start: int) -> None:
        """Take a word without the conjunction that the span of a mention leaves out («والوزارة»)."""
        token = self.tokens[i]
        if start > token.start:
            self.tokens[i] = Token(start, token.end, fold(self.text[start : token.end]), token.kind)

    def _resolve(self, span: Span, parsed: Parsed) -> Mention:
        role = self._roles.of(parsed)
        fuller = role.parsed or parsed
        country = parsed.country or role.country or fuller.country
        country = country or self._of_ministry(parsed.office, role.name)
        if country is None and not (parsed.abroad or fuller.abroad or role.abroad):
            country = self.country
        own = self._elects_own and fuller.country is None and (fuller.office or fuller.body) in _ELECTED
        known = role.name or (self._called(parsed) if role.parsed is None else None)
        name = known or (None if own else self._filed(fuller, country)) or self._written(span, parsed, fuller)
        rank = parsed.rank or role.rank
        kind: MentionKind = fuller.kind if not known else "person" if role.person else "organisation"
        human = role.person if role.name else parsed.human
        public = rank in ("head", "office", "voice") or kind in ("state", "body")
        gender = parsed.gender or role.gender
        return Mention(span.start, span.end, kind, name, country, gender, parsed.number, human, public)

    def _of_ministry(self, office: str | None, name: str | None) -> str | None:
        """The country of a minister who is called nobody's, where the text names one such ministry with its country."""
        told = self._ministries.get((office or "").replace("Minister", "Ministry", 1), set())
        if name is not None and len(told) == 1:
            self._ministers.setdefault(name, *told)
        return next(iter(told)) if len(told) == 1 else self._ministers.get(name or "")

    def _filed(self, parsed: Parsed, country: str | None) -> str | None:
        """`Country: Body`, `Country: Office`, or the English name of an international body or agency."""
        if parsed.kind == "organisation" or (parsed.abroad and parsed.rank == "voice"):
            return parsed.body
        if parsed.kind == "body" and parsed.abroad and parsed.country is None:
            return None
        what = parsed.body if parsed.kind in ("body", "state") else parsed.office if parsed.kind == "office" else None
        if parsed.kind == "office" and parsed.rank == "voice":
            what = parsed.body
        return f"{country_name(country)}: {what}" if what and country else None

    def _written(self, span: Span, parsed: Parsed, fuller: Parsed) -> str:
        """The mention as the article has it: white space joined, no quotation marks, no English article before it."""
        start, end = trim(self.text, span.start, span.end)
        if fuller is not parsed:
            start, end, parsed = self.tokens[fuller.first].start, self.tokens[fuller.last - 1].end, fuller
            if self.lang == "en" and self.text[start - 1 : start] == "-" and fuller.first > 1:
                start = self.tokens[fuller.first - 2].start  # "the 84-page report"
        words = self.text[start:end]
        if fuller.author:  # «بيان للشرطة»
            start, words = end, without_lam(_PAPER_OF, self.text[self.tokens[fuller.author].start : end])
        if self.lang == "ar" and fuller.first < len(self.tokens) and start == self.tokens[fuller.first].start:
            named = entry_at(self.text, self.tokens, fuller.first, "ar", _AUTHORS)
            words = words[named.clitic :] if named is not None and not words.startswith("لل") else words
        if self.lang == "ar" and (at := bisect_left(self._starts, start)) and words.startswith("لل"):
            words = without_lam(self.tokens[at - 1].form, words)
        if self.lang == "ar" and fuller.head == ar_names.MINISTRY:
            words = _MINISTER.sub("وزارة ", words)  # «الوزارة» behind «وزير التجارة»
        if self.lang == "ar" and (at := bisect_left(self._starts, start)):
            words = as_subject(words, self.tokens[at - 1].form)
        if self.lang == "ar" and words.startswith(_EACH_OF):
            words = words.removeprefix(_EACH_OF)
        if self.lang == "en" and parsed.first < len(self.tokens) and start < self.tokens[parsed.first].start < end:
            lead = self.text[start : self.tokens[parsed.first].start]
            words = words if lead.strip().lower() not in ("the", "a", "an") else words[len(lead) :]
        if self.lang == "en":
            words = _BASED.sub("", words)
        return " ".join(words.translate(_MARKS).split())


_PAPER_OF = "بيان"
_SAME = ("ذاته", "ذاتها", "نفسه", "نفسها")
_PEOPLE = frozenset({"people"})
_AUTHORS = frozenset({"people", "body", "international", "agency"})
_STATES = frozenset({"country", "capital", "seat"})
_BASED = re.compile(r"^(?:(?:[Tt]he|[Aa]n?) )?[A-Z][\w ]*-based (?=[A-Z])")  # where a body sits is no name
_MINISTER = re.compile("^[ولبكف]?وزيرة? ")
_MARKS = dict.fromkeys(map(ord, '"«»“”„‟'))


def find_cast(text: str, tokens: Sequence[Token], lang: str, mentions: Sequence[Span] = ()) -> Cast:
    """The cast of an article: `tokens` are all of its tokens, `mentions` the spans already known to name a speaker.

    The more speakers' spans are given, the surer a later family name is joined to the fullest form.
    """
    return Cast(text, tokens, lang, mentions)
