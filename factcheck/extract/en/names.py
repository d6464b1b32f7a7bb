"""How an English mention names somebody: office and name, body and country, office alone, a noun for one."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.en.ministries import is_field, is_listed_portfolio, ministry_name, office_title
from factcheck.extract.en.name_runs import ORIGIN, SHORT_TITLES, is_inside_name, is_titled, name_run, word_roles
from factcheck.extract.en.named_phrases import before_home, before_reader, is_named_phrase
from factcheck.extract.mention import MentionKind, Parsed
from factcheck.lang.actors import Entry, Found, entry_at
from factcheck.lang.english import words
from factcheck.text import Token

_ARTICLES = frozenset("the a an one its their his her our this that".split())  # noqa: SIM905 - one line reads better
_AGENT = ("er", "or", "ist", "ian", "man", "woman")  # endings of nouns for one who does something
_SHORTEST = 4  # letters, so that "her" is none
_BODY = frozenset({"body"})


def parse(text: str, tokens: Sequence[Token], first: int, last: int) -> Parsed:
    """The mention at tokens `[first, last)`: who it is by its own words."""
    start = first
    while first < last and (tokens[first].kind != "word" or tokens[first].form in _ARTICLES):
        first += 1
    if first + 3 < last and tokens[first + 2].form == "based" and tokens[first + 1].form == "-":
        first += 3  # "London-based": where a body sits is not its name
    if first >= last:
        return Parsed("unknown", start, last)
    parsed = _Words(text, tokens, first, before_reader(tokens, first, last)).read()
    return parsed if parsed.last == last else parsed._replace(last=last)


class _Words:
    """The words of one mention, read from left to right into what they tell."""

    def __init__(self, text: str, tokens: Sequence[Token], first: int, last: int) -> None:
        self.text, self.tokens, self.first, self.last = text, tokens, first, last
        self.country: str | None = None
        self.abroad = False
        self.found: list[Found] = []
        self.names: list[tuple[int, int]] = []
        self._walk()
        self.kinds = {found.entry.kind: found for found in reversed(self.found)}
        self.ministry = ministry_name(text, tokens, first, last)

    def _walk(self) -> None:
        at = self.first
        while at < self.last:
            capital = self.text[self.tokens[at].start].isupper()
            run = name_run(self.text, self.tokens, at, self.last) if capital else None
            found = entry_at(self.text, self.tokens, at, "en")
            inside = found is not None and run is not None and is_inside_name(found, run)
            inside = inside and not is_listed_portfolio(self.tokens, self.first, at)
            inside = inside and not is_titled(self.text, self.tokens, at)
            if found is not None and found.last <= self.last and not inside:
                self._note(found)
                at = found.last
            elif run:
                self.names.append(run)
                at = run[1]
            else:
                at += 1

    def _note(self, found: Found) -> None:
        self.found.append(found)
        entry = found.entry
        owned = entry.kind == "seat" and bool(self.names) and self.names[-1][1] >= found.first - 1
        if (entry.kind in ORIGIN or entry.kind in ("seat", "agency")) and not owned:  # not "the Dockers' Congress"
            self.country = self.country or entry.country
            self.abroad = self.abroad or entry.country is None
        elif entry.kind == "international" or entry.name == "Embassy":  # which stands in another country than its own
            self.abroad = True

    def read(self) -> Parsed:
        """What the mention is, the surest reading first."""
        if is_named_phrase(self.text, self.tokens, self.first, self.last):
            return self._as_written()._replace(head=self._head())
        if self._is_kin() or (self.tokens[self.last - 1].form == "office" and "body" not in self.kinds):
            return self._as_written()
        office = self._office_found()
        if "body" in self.kinds and office is not None and self._is_owned(self.kinds["body"], office):
            return self._body(self.kinds["body"].entry.name)
        if "body" in self.kinds and self.names and self.names[-1][1] == self.kinds["body"].first < self.last - 1:
            return self._as_written()  # "East Flanders prosecutor's office"
        name = self._person(office)
        if name is not None:
            return self._named(name, office)
        called = bool(self.names) and self.names[-1][1] == self.last and self._comma_before(self.names[-1])
        if office is not None and not called:
            return self._office(office)
        if self.ministry is not None:
            return self._body(self.ministry, "ministry")
        if self.found and self.found[-1].entry.human and not called:
            return self._people(self.found[-1])
        if "body" in self.kinds and not self.names:
            return self._body(self.kinds["body"].entry.name)
        named = bool(self.names) and (self._is_organisation(self.names[-1]) or self._comma_before(self.names[-1]))
        if "people" in self.kinds and not named:
            return self._people(self.kinds["people"])
        for kind in ("international", "agency"):
            if kind in self.kinds:
                return self._listed(self.kinds[kind].entry)
        return self._state_or_other()

    def _state_or_other(self) -> Parsed:
        for kind in ("seat", "country", "capital"):
            if kind in self.kinds and not self.names and (kind == "seat" or self._is_alone(self.kinds[kind])):
                entry = self.kinds[kind].entry
                body = entry.name if kind == "seat" else "Government"
                return Parsed("state", self.first, self.last, body=body, country=entry.country, human=False)
        if self.names:
            return self._as_written()
        alone = self.last - self.first == 1
        return Parsed(
            "unknown",
            self.first,
            self.last,
            country=self.country,
            abroad=self.abroad,
            head=self._head(),
            definite=alone,
        )

    def _is_alone(self, found: Found) -> bool:
        """Whether nothing but a country or capital is named: "Oslo", not "Norway's opposition", "a US-led pact"."""
        return (found.first, found.last) == (self.first, self.last)

    def _office_found(self) -> Found | None:
        offices = [f for f in self.found if f.entry.kind == "office" and not is_field(self.tokens[f.last : self.last])]
        ranked = [found for found in offices if found.entry.rank != "honour"]
        chosen = ranked or offices
        return chosen[-1] if chosen else None

    def _person(self, office: Found | None) -> tuple[int, int] | None:
        """The range of a personal name: a run of capitals beside an office, or one that is no organisation's."""
        for run in reversed(before_home(self.tokens, self.names, self.first)):
            if self._is_organisation(run) or self._owns_what_follows(run, office):
                continue
            if self._follows_its_noun(run):
                return run
            if (office is None and self._follows_calling(run)) or self._follows_agent(run):
                return run
            if office is None and run[0] == self.first and (run[1] - run[0] >= 2 or run[1] == self.last):
                return run
            if office is not None and (run[1] <= office.first or self._is_joined(office.last, run[0])):
                return run
        return None

    def _is_kin(self) -> bool:
        """Whether somebody is told by whom he belongs to: "a former aide to Governor Ana Ruiz"."""
        k = next((k for k in range(self.first, self.last) if self.tokens[k].form in ("to", "of", "for")), self.first)
        small = all(self.text[self.tokens[j].start].islower() for j in range(self.first + 1, k))
        return k > self.first and small and self.tokens[k - 1].form in word_roles("kin")

    def _is_owned(self, body: Found, office: Found) -> bool:
        """Whether a body is told by who heads it: "the government of President Ana Ruiz"."""
        return body.last + 1 == office.first and self.tokens[body.last].form == "of"

    def _owns_what_follows(self, run: tuple[int, int], office: Found | None) -> bool:
        """Whether a name tells whose somebody is: "a Railtrak spokeswoman", "Vale School's head"."""
        owner = run[1] < self.last and self.tokens[run[1] - 1].form.endswith("'s")
        return owner or (office is not None and run[1] == office.first)

    def _follows_its_noun(self, run: tuple[int, int]) -> bool:
        """Whether a name stands after a comma that ends its office or calling, or after "the Herald's"."""
        if run[0] <= self.first:
            return False
        before = self.tokens[run[0] - 1].form
        named = [found for found in self.found if found.last <= run[0]]
        if before == ",":
            return any(found.entry.human for found in named)
        return before.endswith("'s") and bool(named) and named[-1].last == run[0] and run[1] - run[0] >= 2

    def _follows_calling(self, run: tuple[int, int]) -> bool:
        """Whether a full name stands right after what somebody is: "survivor Ana Ruiz", "the warden, Ana Ruiz"."""
        end = run[0] - (run[0] > self.first and self.tokens[run[0] - 1].form == ",")
        return run[1] - run[0] >= 2 and any(found.entry.human and found.last == end for found in self.found)

    def _follows_agent(self, run: tuple[int, int]) -> bool:
        """Whether a full name ends the mention behind a small word for one who does something: "examiner Joan Liu"."""
        before = self.tokens[run[0] - 1] if run[0] > self.first else None
        if before is None or before.kind != "word" or not self.text[before.start].islower():
            return False
        agent = before.form.endswith(_AGENT) and len(before.form) > _SHORTEST
        agent = agent and before.form not in words("firm_kind")  # "lender Vale Bank"
        return agent and run[1] == self.last and run[1] - run[0] in (2, 3)

    def _is_joined(self, end: int, start: int) -> bool:
        """Whether only a comma, a short form's stop or a nationality stands between: not "spokesman for Acme"."""
        listed = {k for f in self.found if f.entry.kind in ("portfolio", "body") for k in range(f.first, f.last)}
        if end < start and start - 1 in listed:  # "Minister of Youth and Sports Ana Ruiz", "Head of Police Ana Ruiz"
            return all(k in listed or self.tokens[k].form in ("of", "for", "and", ",") for k in range(end, start))
        return end <= start and all(
            self.tokens[k].form == ","
            or self.tokens[k].form in SHORT_TITLES  # "president Dr. Ana Ruiz"
            or (self.tokens[k].form == "." and self.tokens[k - 1].form in SHORT_TITLES)
            or entry_at(self.text, self.tokens, k, "en", ORIGIN) is not None
            for k in range(end, start)
        )

    def _is_organisation(self, run: tuple[int, int]) -> bool:
        forms = [self.tokens[k].form.removesuffix("'s") for k in range(*run)]
        named = any(form in word_roles("organisation") for form in forms)
        if named or any(entry_at(self.text, self.tokens, k, "en", _BODY) for k in range(*run)):
            return True
        written = self.text[self.tokens[run[0]].start : self.tokens[run[0]].end]
        return len(forms) == 1 and len(written) > 1 and written.isupper()

    def _named(self, name: tuple[int, int], office: Found | None) -> Parsed:
        title = office_title(office.entry, self.ministry) if office else None
        rank = office.entry.rank if office else None
        head = office.entry.words[-1] if office else None
        return Parsed(
            "person",
            self.first,
            self.last,
            name=name,
            office=title,
            rank=rank,
            body=self.ministry,
            country=self.country,
            abroad=self.abroad,
            head=head,
        )

    def _office(self, office: Found) -> Parsed:
        """An office without a name: a spokesman speaks for his body, the rest stand as they are."""
        entry = office.entry
        body = self.ministry or (self.kinds["body"].entry.name if "body" in self.kinds else None)
        if entry.rank == "voice" and body:
            return self._body(body)
        if entry.rank == "voice" and "international" in self.kinds:
            return self._listed(self.kinds["international"].entry)
        if entry.rank == "voice" and self.names and self.names[-1][1] == office.first:
            return self._as_written()._replace(name=self.names[-1])
        alone = self.last - self.first == office.last - office.first
        told = alone or self.country is not None or self.ministry is not None
        owned = self.first > 0 and self.tokens[self.first - 1].form in words("possessive")  # "its head"
        public = entry.rank in ("head", "office") and told and not owned and entry.number == "sg" and not self.names
        kind: MentionKind = "office" if public else "source"
        return Parsed(
            kind,
            self.first,
            self.last,
            office=office_title(entry, self.ministry),
            rank=entry.rank,
            country=self.country,
            abroad=self.abroad,
            number=entry.number,
            head=entry.words[-1],
            definite=alone,
        )

    def _body(self, body: str, head: str | None = None) -> Parsed:
        return Parsed(
            "body",
            self.first,
            self.last,
            body=body,
            country=self.country,
            abroad=self.abroad,
            human=False,
            head=head or self._head(),
            definite=self.last - self.first == 1,
        )

    def _listed(self, entry: Entry) -> Parsed:
        return Parsed(
            "organisation",
            self.first,
            self.last,
            body=entry.name,
            country=entry.country,
            abroad=entry.country is None,
            human=False,
            head=entry.words[-1],
        )

    def _people(self, found: Found) -> Parsed:
        entry = found.entry
        return Parsed(
            "source" if entry.human else "organisation",
            self.first,
            self.last,
            country=self.country,
            abroad=self.abroad,
            number=entry.number,
            human=entry.human,
            head=self._head(),
            definite=self.last - self.first == 1,
        )

    def _head(self) -> str:
        """The noun a later mention repeats: the last word, or "laboratory" of "a laboratory hired by the villagers"."""
        forms = [token.form for token in self.tokens[self.first : self.last]]
        if "by" not in forms:
            return forms[-1]
        k = next(i for i, form in enumerate(forms) if form == "by" or (i and form in words("preposition")))
        return forms[k - 2 if forms[k] == "by" and k > 1 and forms[k - 1].endswith("ed") else max(k - 1, 0)]

    def _as_written(self) -> Parsed:
        """An organisation by its name; after a noun and a comma ("the contractor, Acme") the name alone."""
        name = None
        if self.names and (self.names[-1] == (self.first, self.last) or self._comma_before(self.names[-1])):
            name = self.names[-1]
        elif self.names and self.names[-1][1] == self.last and self._is_all_capital():
            name = (self.first, self.last)  # "State Board of Secondary Education"
        elif self.names and self._is_of_nation(self.names[-1]):
            name = (self.first, self.last)
        return Parsed(
            "organisation", self.first, self.last, name=name, country=self.country, abroad=self.abroad, human=False
        )

    def _is_all_capital(self) -> bool:
        return all(self.text[self.tokens[k].start].isupper() for k in range(self.first, self.names[-1][0]))

    def _is_of_nation(self, run: tuple[int, int]) -> bool:
        """Whether a nationality opens the name: "Syrian Observatory", "German Red Cross"."""
        opened = entry_at(self.text, self.tokens, self.first, "en", frozenset({"demonym"}))
        return opened is not None and opened.last == run[0] and run[1] == self.last

    def _comma_before(self, run: tuple[int, int]) -> bool:
        return any(self.tokens[k].form == "," for k in range(self.first, run[0]))
