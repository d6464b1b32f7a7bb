"""Where and when a story was filed, at the head of its first paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from factcheck.extract.amounts import Row
from factcheck.extract.ar.words import is_preposition, word
from factcheck.extract.clock import digits_at
from factcheck.extract.dates import dates_in
from factcheck.extract.line_ends import FINAL, is_ended
from factcheck.extract.mention import OUTLETS
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words
from factcheck.text import Token

DASHES = frozenset("-–—ـ|•")
_ARTICLE = "ال"
_ENDS, _WROTE = DASHES | {":"}, frozenset({"كتب", "كتبت"})
_CITIES = frozenset({"capital", "city"})
_FARTHEST = 26  # tokens to the dash that ends a dateline
_SHORTEST, _DATED = 4, 14  # tokens of a city and a full date; with its state in brackets and a weekday
_PLACE = 4  # tokens of a place before its date: «مسقط في»
_SMALL = 2  # words in small letters of a dateline: "in", "and"
_ZONE, _ENTRY = 3, 3  # tokens from a time of day to the mark behind it; more than these of an entry go on behind it
_REST = 10  # tokens of what follows a city in a dateline


class Dateline(NamedTuple):
    """A dateline: the token after it, why it is none of the story, and the day it tells if any."""

    after: int
    why: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Datelines:
    """The datelines of one text."""

    text: str
    lang: str
    tokens: Sequence[Token]

    def at(self, first: int, last: int, dated: bool) -> Dateline | None:
        """The dateline that heads a paragraph: `LISBON, 5 August 2024 (Monday) —`, `مسقط (وكالات) -`, «واشنطن:».

        On a page that is `dated` already, a date with no mark behind it is none.
        """
        colon = self._after_city_and_colon(first, last)
        if colon:
            return Dateline(colon, "dateline")
        dated_city = self._dated_city(first, last)
        if dated_city is not None:
            return dated_city
        slashed = self._before_slashed_agency(first, last)
        if slashed is not None:
            return slashed
        if self._is_hyphened(first, last):
            return Dateline(first + 2, "dateline")
        for i in range(first + 1, min(first + _FARTHEST, last - 3)):
            token = self.tokens[i]
            if token.form in FINAL and self.tokens[i + 1].kind == "line":
                break
            if token.form not in DASHES:
                continue
            double = token.form == "-" and self.tokens[i + 1].form == "-" and self.tokens[i + 1].start == token.end
            end = token.end + double  # "MERCED, Calif. -- …"
            spaced = self.text[end : end + 1].isspace() and self.text[token.start - 1].isspace()
            spaced = spaced or (token.form == "—" and i == first + 1)  # "LONDON—The …"
            bracketed = self.tokens[i - 1].form == ")" and self.text[end : end + 1].isspace()
            spaced = spaced or bracketed  # «دبي، الإمارات (CNN)-- أعلنت …»
            if spaced:
                found = self._before_dash(first, i + double, last)
                return self._behind_paper(first, i, last) if found is None else found
            loose = self.text[end : end + 1].isspace() or self.text[token.start - 1].isspace()
            if loose and (found := self._behind_paper(first, i, last)) is not None:
                return found  # «صوت الجبل– الميناء– أعلنت …»
        return None if dated else self._leading_date(first, last)

    def stamp_at(self, first: int, last: int) -> Dateline | None:
        """The time of day that heads an entry of a running report: `20:40 –`, `11.05am:`, `09:45 GMT |`."""
        row = Row(self.text, self.tokens[first:last] if self.tokens[first].kind == "number" else ())
        hour = digits_at(row, 0, four=False) if row.tokens else None
        if hour is None or not hour.paired:
            return None
        mark = next((k for k in range(hour.last, hour.last + _ZONE) if row.kind(k) != "word"), hour.last)
        if row.form(mark) not in _ENDS or last - first - mark <= _ENTRY or row.kind(mark + 1) == "number":
            return None  # "10:00 - 12:00 opening hours"
        told = self.text[row.tokens[0].start : row.tokens[mark].start]  # not "9:58 - Berg's time", "3.20: the price"
        spaced = self.text[row.tokens[mark].end : row.tokens[mark + 1].start].isspace()
        plain = told[:2].isdigit() or any(map(str.isalpha, told))
        return Dateline(first + mark + 1, "dateline") if spaced and plain else None

    def is_plain(self, first: int, last: int) -> bool:
        """Whether a town in capitals and an agency in brackets head an English paragraph, where a caption stands before
        it: "SEVILLE, Florida (CNN) -- A fault …".
        """
        town = self.text[self.tokens[first].start : self.tokens[first].end]
        near = range(first + 2, min(first + _DATED, last - 2))
        bracket = next((k for k in near if self.tokens[k].form == ")"), first)
        dashed = bracket > first and self.tokens[bracket + 1].form in DASHES
        return self.lang == "en" and dashed and len(town) > 2 and town.isupper()

    def _before_slashed_agency(self, first: int, last: int) -> Dateline | None:
        """A place and a full date before an agency between slashes: «مسقط في 3 مايو 2026 /وكالة الأنباء/ أعلنت …»."""
        slashes = [i for i in range(first, min(first + _FARTHEST, last - 1)) if self.tokens[i].form == "/"]
        for opening, closing in itertools.pairwise(slashes):
            spaced = self.text[self.tokens[opening].start - 1].isspace() and self.tokens[closing].end < len(self.text)
            if not spaced or not self.text[self.tokens[closing].end].isspace():
                continue
            found = dates_in(self.text, self.tokens[first:opening], self.lang, None, "past")
            full = found[-1] if found and found[-1].grain == "day" and found[-1].basis == "text" else None
            place = [token for token in self.tokens[first:opening] if full is not None and token.start < full.start]
            if full is None or full.end != self.tokens[opening - 1].end or not 0 < len(place) <= _PLACE:
                return None
            verbs = (word(token.form).verb for token in place)
            if any(verb is not None and not verb.weak for verb in verbs):
                return None  # «أغلق الجسر في 3 مايو 2026 /بقرار/ …»
            after = next((k for k in range(closing + 1, last) if self.tokens[k].form not in DASHES), closing + 1)
            return Dateline(after, "page_date", full.low)
        return None

    def _is_hyphened(self, first: int, last: int) -> bool:
        """Whether a word and a hyphen written to it stand before a past verb with its subject: «صحار- غرقت سفن …»."""
        if self.lang != "ar" or first + 4 >= last or self.tokens[first + 1].form != "-":
            return False
        city, hyphen, behind = self.tokens[first : first + 3]
        spaced = city.end == hyphen.start and self.text[hyphen.end : hyphen.end + 1].isspace()
        found = word(behind.form)
        acts = found.verb is not None and not found.verb.weak and not found.joined and found.verb.tense == "perfect"
        return (
            spaced
            and acts
            and city.kind == "word"
            and word(city.form).verb is None
            and is_ended(self.tokens, first, last)
        )

    def _dated_city(self, first: int, last: int) -> Dateline | None:
        """A city in capitals and a full date before a colon, or alone in a line: "DHAKA, November 28, 2026: …"; before
        a colon with a comma behind it in small letters too: "Vale, July 10, 2024 (Staff Reporter): …".
        """
        city = self.tokens[first]
        name = self.text[city.start : city.end]
        if self.lang != "en" or len(name) < 3 or not name[0].isupper():
            return None
        small = not name.isupper()
        if not small and (credited := self._credited(first, last)) is not None:
            return credited
        reach = range(first + 1, min(first + _DATED, last))
        end = next((i for i in reach if self.tokens[i].form in (":", ".") and not self._shortens_month(i, last)), last)
        if end - first < _SHORTEST or end - first > _DATED:
            return None
        weekday = end < last - 1 and self.tokens[end - 1].form == ")" and self.tokens[end - 3].form == "("
        if end < last - 1 and self.tokens[end].form == "." and not weekday:
            return None
        if small and (self.tokens[first + 1].form != "," or end >= last or self.tokens[end].form != ":"):
            return None
        found = [d for d in dates_in(self.text, self.tokens[first:end], self.lang, None, "past") if d.grain == "day"]
        if self.tokens[end - 2].form == "," and self.tokens[end - 1].form in words("weekday"):
            ended = end - 3  # "VALE, September 11, 2023, Monday: …"
        elif small:
            ended = next((i for i in range(first, end) if self.tokens[i].form == "("), end) - 1
        else:
            ended = end - 4 if weekday else end - 1
        if not found or found[0].basis != "text" or found[0].end != self.tokens[ended].end:
            return None
        return Dateline(min(end + 1, last), "page_date", found[0].low)

    def _credited(self, first: int, last: int) -> Dateline | None:
        """A line of its own with a full date and who is credited: "QUITO, Jan. 15, 2026 (Sur, from the Spanish)"."""
        closing = last - 2 if self.tokens[last - 1].form == "." else last - 1
        near = range(first + 1, min(first + _DATED, closing))
        opening = next((k for k in near if self.tokens[k].form == "("), closing)
        if self.tokens[closing].form != ")" or opening >= closing - 1:
            return None
        found = dates_in(self.text, self.tokens[first:opening], self.lang, None, "past")
        full = bool(found) and found[0].grain == "day" and found[0].basis == "text"
        ended = full and found[0].end == self.tokens[opening - 1].end
        listed = ended and self.text[: found[0].start].rstrip().endswith(",")  # not "FIFA met on May 3, 2026 (in Zug)."
        return Dateline(last, "page_date", found[0].low) if listed else None

    def _shortens_month(self, i: int, last: int) -> bool:
        """Whether a full stop belongs to a month before its day: "Feb. 20"."""
        return self.tokens[i].form == "." and i + 1 < last and self.tokens[i + 1].kind == "number"

    def _before_dash(self, first: int, dash: int, last: int) -> Dateline | None:
        tokens, after = self.tokens[first : dash + 1], dash + 1
        dated = dates_in(self.text, tokens, self.lang, None, "past")
        found = [d for d in dated if d.grain == "day" and d.basis == "text"]
        bracket = any(token.form == ")" for token in tokens[-4:]) and len(tokens) <= 12
        upper = self.text[self.tokens[first].start : self.tokens[first].end].isupper()
        upper = upper and not self._runs_on(first, dash)
        placed = is_ended(self.tokens, dash, last) and self._is_placed(first, dash)
        if not (found or bracket or upper or placed):
            return None
        if placed and self.tokens[after].kind == "word" and self.tokens[after + 1].form == ":":
            after += 2  # «الدوحة – قنا: …»
        elif placed or upper:
            after = self._rest(after, last)  # also "ROME — (AP) — …"
        if placed and self.lang == "ar" and self.tokens[after].form == "(":  # «الرباط - (أ ف ب): …»
            reach = range(after, min(after + _PLACE + 2, last - 2))
            closing = next((k for k in reach if self.tokens[k].form == ")"), 0)
            after = closing + 2 if closing and self.tokens[closing + 1].form == ":" else after
        if placed and self.lang == "ar" and (end := self._byline_end(after, last)) > after:
            after = end + 1 if self._are_names(after, end) else after
        if not found and (behind := self._date_behind(after, last)) is not None:
            return behind
        return Dateline(after, "page_date" if found else "dateline", found[0].low if found else None)

    def _behind_paper(self, first: int, dash: int, last: int) -> Dateline | None:
        """What a paper opens its stories with, whatever its name: a few words and a dash, or a place or agency with a
        dash or colon more, before a verb: «صوت الجبل - أعلنت الوزارة …», «أنباء الساحل – غزة: أصيب …».
        """
        if self.lang != "ar" or dash - first > _PLACE or not is_ended(self.tokens, dash, last):
            return None
        if not self._are_names(first, dash):
            return None
        after = next((k for k in range(dash, last - 2) if self.tokens[k].form not in DASHES), dash)
        found = entry_at(self.text, self.tokens, after, "ar", _CITIES | {"agency", "country"})
        end = found.last if found is not None else after
        if self.tokens[first].form in _WROTE:
            end = next((k for k in range(after + 1, min(after + _PLACE, last)) if self.tokens[k].form in _ENDS), after)
        if end == after and not self.tokens[after].form.startswith(_ARTICLE):
            end = self._byline_end(after, last)
        if end > after and self.tokens[end].form in _ENDS and self._are_names(after, end):
            after = next((k for k in range(end + 1, last - 2) if self.tokens[k].form not in DASHES), dash)
        behind = word(self.tokens[after].form)
        acts = behind.verb is not None and not behind.joined and self.tokens[after + 1].kind != "mark"
        return Dateline(after, "dateline") if after > dash and acts else None

    def _byline_end(self, first: int, last: int) -> int:
        """The dash behind a reporter's name, where a verb and its own subject follow: «سيف نور | - ذكرت المنظمة …»."""
        end = next((k for k in range(first + 1, min(first + _PLACE, last - 3)) if self.tokens[k].form in DASHES), first)
        after = next((k for k in range(end + 1, last - 1) if self.tokens[k].form not in DASHES), end)
        behind = word(self.tokens[after].form)
        says = end > first and behind.cue is not None and not behind.joined and behind.cue.tense == "perfect"
        return end if says and self.tokens[after + 1].form.startswith(_ARTICLE) else first

    def _are_names(self, first: int, last: int) -> bool:
        """Whether words can be a paper's name or a reporter's: none is a preposition, one of several no verb."""
        words = self.tokens[first:last]
        verbs = (one.verb is not None and not one.verb.weak for one in (word(token.form) for token in words))
        return all(token.kind == "word" and not is_preposition(token.form) for token in words) and (
            len(words) == 1 or not any(verbs)
        )

    def _runs_on(self, first: int, dash: int) -> bool:
        """Whether words of a sentence stand before a dash: "A plan for 20 homes has been passed - months after …"."""
        small = sum(t.kind == "word" and self.text[t.start].islower() for t in self.tokens[first:dash])
        return small > _SMALL or self.tokens[first].form in words("determiner")

    def _date_behind(self, first: int, last: int) -> Dateline | None:
        """A full date and a second dash behind a city's: "VALE, Ore. (WPS) — July 21, 2024 — A wildfire …"."""
        dash = next((k for k in range(first, min(first + _DATED, last - 1)) if self.tokens[k].form in DASHES), first)
        found = dates_in(self.text, self.tokens[first:dash], self.lang, None, "past") if dash > first else []
        whole = bool(found) and found[0].start == self.tokens[first].start and found[0].end == self.tokens[dash - 1].end
        full = whole and found[0].grain == "day" and found[0].basis == "text"
        return Dateline(dash + 1, "page_date", found[0].low) if full else None

    def _is_placed(self, first: int, dash: int) -> bool:
        """Whether only a place, or an outlet, stands before a dash: «الرباط - أصدرت …», "Oslo, Norway – …"."""
        if self.lang == "en":
            return self._is_city_and_country(first, dash)
        found = entry_at(self.text, self.tokens, first, "ar", _CITIES)
        if found is not None and found.clitic == 0 and found.last == dash:
            return True
        outlet = entry_at(self.text, self.tokens, first, "ar", frozenset({"agency", "people"}))
        is_outlet = outlet is not None and (outlet.entry.kind == "agency" or outlet.entry.name in OUTLETS)
        behind = word(self.tokens[dash + 1].form)
        return is_outlet and dash - first <= 5 and behind.verb is not None and not behind.verb.weak

    def _is_city_and_country(self, first: int, dash: int) -> bool:
        country = entry_at(self.text, self.tokens, dash - 1, "en", frozenset({"country"}))
        comma = next((k for k in range(first, dash) if self.tokens[k].form == ","), dash)
        names = [self.tokens[k] for k in range(first, dash) if k != comma]
        named = all(token.kind == "word" and self.text[token.start].isupper() for token in names)
        return country is not None and named and first < comma < dash - 1

    def _rest(self, i: int, last: int) -> int:
        """The token after what goes on behind a city and its dash: day, month, agency («طهران – 12 – 10 (كونا) --»)."""
        closing = next((k for k in range(i, min(i + _REST, last - 2)) if self.tokens[k].form == ")"), 0)
        words = [token for token in self.tokens[i:closing] if token.kind == "word"]
        if not closing or len(words) > 4 or self.tokens[closing + 1].form not in DASHES:
            return i
        return next((k for k in range(closing + 1, last - 1) if self.tokens[k].form not in DASHES), i)

    def _after_city_and_colon(self, first: int, last: int) -> int:
        """The token after «واشنطن:» before a verb of saying with a subject of its own; 0 where none is."""
        if not is_ended(self.tokens, first, last):
            return 0
        if self.lang == "en":  # "Washington, US: Senators …"
            colon = next((k for k in range(first, min(first + 6, last - 3)) if self.tokens[k].form == ":"), first)
            led = self._is_city_and_country(first, colon) or self._is_city_in_capitals(first, colon)
            return colon + 1 if colon > first and led else 0
        found = entry_at(self.text, self.tokens, first, "ar", _CITIES)
        if found is None or found.last + 3 > last or self.tokens[found.last].form != ":":
            return 0
        cue = word(self.tokens[found.last + 1].form).cue
        return found.last + 1 if cue is not None and cue.sort == "verb" and cue.tense == "perfect" else 0

    def _is_city_in_capitals(self, first: int, colon: int) -> bool:
        """Whether the words before a colon are a city, in capitals: "KARACHI: The port was shut"."""
        found = entry_at(self.text, self.tokens, first, "en", _CITIES)
        shown = self.text[self.tokens[first].start : self.tokens[colon].start]
        return found is not None and found.last == colon and shown.isupper()

    def _leading_date(self, first: int, last: int) -> Dateline | None:
        """A full date that opens an English paragraph with no mark: `Thursday, May 7, 2015 On …`."""
        if self.lang != "en":
            return None
        found = dates_in(self.text, self.tokens[first : min(first + 8, last)], self.lang, None, "past")
        if not found or found[0].start != self.tokens[first].start or found[0].low is None or found[0].grain != "day":
            return None
        after = next((i for i in range(first, last) if self.tokens[i].start >= found[0].end), last)
        if after >= last or not self.text[self.tokens[after].start].isupper():
            return None
        return Dateline(after, "page_date", found[0].low)
