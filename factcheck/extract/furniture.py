"""What surrounds the story on a page: datelines, bylines, captions, share lines, headings, sources; marked, kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from factcheck.extract.amounts import Row
from factcheck.extract.ar.name_parts import name_words
from factcheck.extract.datelines import DASHES, Datelines
from factcheck.extract.dates import dates_in
from factcheck.extract.layout import Furniture, Layout, Line, Role
from factcheck.extract.line_ends import FINAL, is_ended, sign_off_at
from factcheck.extract.quotations import quotations_in
from factcheck.extract.sentences import sentences_in
from factcheck.extract.set_off import with_commas
from factcheck.lang import rows
from factcheck.lang.actors import entry_at
from factcheck.text import Span, Token, fold, tokenise, trim

_THAT = frozenset({fold("أن"), fold("إنا")})
_OLD_HAMZA = re.compile("(?<=س)ئ(?=ول)|(?<=ش)ئ(?=ون)")  # «مسئول» and «شئون», as Egypt writes them
_WRITER = r"[^\W\d_a-z]\S*(?: [^\W\d_a-z]\S*){1,2} in [^\W\d_a-z]\S*(?: [^\W\d_a-z]\S*)?"  # "Ana Ruiz in Vale"
_WRITERS = re.compile(rf"(?:{_WRITER}(?:, | and )){{1,3}}{_WRITER}")
_BARS = frozenset("|·•")
_TAG, _LABEL = 3, 2  # words behind a bar at the end of a headline; before a colon that only label what follows
_OPENING = frozenset('«“"')
_HEAD_LINES = 12  # how far down the page a dateline or byline is looked for
_TOWNS = frozenset({"capital", "city", "seat"})
_REFERRED = 12  # tokens of an outlet and a day behind a title
_SHORT, _LONG = 10, 30  # tokens: up to a heading or byline; more than a headline


def find_layout(text: str, lang: str) -> Layout:
    """The layout of a text: every line with its role, the furniture with its reasons, the sources, the page's date."""
    tokens = _with_announced(tokenise(text))
    tokens = with_commas(_with_names(text, tokens) if lang == "ar" else tokens, lang)
    page = _Page(text, lang, tokens)
    for first, last in _line_ranges(tokens):
        page.add_guarded(first, last)
    return Layout(
        text, lang, tokens, tuple(page.lines), tuple(page.furniture), tuple(page.sources), page.page_date,
        [token.start for token in tokens], tuple(page.faults), Row(text, tokens),
    )  # fmt: skip


def _with_announced(tokens: list[Token]) -> list[Token]:
    """The tokens without the line breaks between a colon that announces words and the quotation on the next line."""
    breaks: set[int] = set()
    for i in [i for i, token in enumerate(tokens) if token.form == ":"]:
        if i > _LABEL and all(one.kind != "line" for one in tokens[i - _LABEL : i]):
            behind = i + 1
            while behind < len(tokens) and tokens[behind].kind == "line":
                behind += 1
            if i + 1 < behind < len(tokens) and tokens[behind].form in _OPENING:
                breaks |= set(range(i + 1, behind))
    return [token for i, token in enumerate(tokens) if i not in breaks] if breaks else tokens


def _with_names(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with the names «آن» and «آنا» kept apart from «أن» and «إنا», and tatweel alone («ــ») as a dash.

    «مسئول» reads as «مسؤول»; a «و» that a space keeps from its word is one token with it («و أضاف»).
    """
    kept: list[Token] = []
    for token in tokens:
        if kept and kept[-1].form == "و" and token.kind == "word" and token.start == kept[-1].end + 1:
            apart = kept.pop()
            token = Token(apart.start, token.end, apart.form + token.form, "word")
        if "ئ" in token.form and (old := _OLD_HAMZA.search(token.form)) is not None:
            token = replace(token, form=token.form[: old.start()] + "ؤ" + token.form[old.start() + 1 :])
        if token.form in _THAT and text[token.start] == "آ":
            token = replace(token, form="آ" + token.form[1:])
        elif not token.form:
            token = replace(token, form="-", kind="mark")
        kept.append(token)
    return kept


def find_furniture(text: str, lang: str) -> list[Furniture]:
    """The furniture of a text in order, each with its reason."""
    return list(find_layout(text, lang).furniture)


def _line_ranges(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for i, token in enumerate(tokens):
        if token.kind == "line":
            if i > first:
                yield first, i
            first = i + 1
    if len(tokens) > first:
        yield first, len(tokens)


@dataclass(slots=True)
class _Page:
    """The page as read so far, from the top down."""

    text: str
    lang: str
    tokens: Sequence[Token]
    lines: list[Line] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    page_date: date | None = None
    in_body: bool = False
    sources_next: bool = False
    listing: bool = False  # a list of sources goes on
    faults: list[tuple[Span, Exception]] = field(default_factory=list)
    broken: bool = False  # furniture stands between the last line of the story and the next

    def add_guarded(self, first: int, last: int) -> None:
        """As `add`; a line whose layout cannot be told is a fault, and counts as body."""
        lines, furniture = len(self.lines), len(self.furniture)
        try:
            self.add(first, last)
        except Exception as error:
            del self.lines[lines:], self.furniture[furniture:]
            self.faults.append((Span(self.tokens[first].start, self.tokens[last - 1].end), error))
            self._append(first, last, "body")
            self.in_body = True

    def add(self, first: int, last: int) -> None:
        """Take the next line in: its half-open tokens."""
        why = self._why(first, last)
        if why:
            self._mark(first, last, why)
            self._append(first, last, "furniture")
            self.broken = True
            return
        first = self._after_slug(self._after_dateline(first, last), last)
        last = self._before_sign_off(first, last)
        above = not self.in_body and len(self.lines) < _HEAD_LINES
        role: Role = "headline" if above and self._is_headline(first, last) else "body"
        self.in_body = self.in_body or role == "body"
        self._append(first, last, role)
        self.broken = False

    def _append(self, first: int, last: int, role: Role) -> None:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        if role == "furniture":
            self.lines.append(Line(start, end, first, last, role))
            return
        quotations = quotations_in(self.text, self.tokens, first, last, self.lang)
        sentences = sentences_in(self.text, self.tokens, first, last, quotations, self.lang)
        self.lines.append(Line(start, end, first, last, role, sentences, quotations, self.broken))

    def _after_dateline(self, first: int, last: int) -> int:
        """The token after a dateline that heads the story's first paragraph."""
        heads = Datelines(self.text, self.lang, self.tokens)
        late = self.in_body and not heads.is_plain(first, last)
        found = heads.stamp_at(first, last) or (None if late else heads.at(first, last, self.page_date is not None))
        if found is None:
            return first
        self.page_date = self.page_date or found.day
        self._mark(first, found.after, found.why)
        return found.after

    def _after_slug(self, first: int, last: int) -> int:
        """The token after an agency's slug at the head of a story: "UPDATE 2-", "RPT-"."""
        at = first + 1 + (first + 1 < last and self.tokens[first + 1].kind == "number")
        if self.lang != "en" or self.in_body or at + 1 >= last or self.tokens[at].form != "-":
            return first
        written = self.text[self.tokens[first].start : self.tokens[first].end]
        if not written.isupper() or self.tokens[first].form not in _words(self.lang, "slug"):
            return first
        self._mark(first, at + 1, "heading")
        return at + 1

    def _before_sign_off(self, first: int, last: int) -> int:
        """The end of a line without the agency's sign-off."""
        end = sign_off_at(self.tokens, first, last, _words(self.lang, "end"))
        bar = next((i for i in range(last - 1, max(first, last - _TAG - 1), -1) if self.tokens[i].form == "|"), last)
        end = min(end, bar) if not self.in_body else end  # «… في المساحة المزروعة| فيديو»
        if end < last:
            self._mark(end, last, "sign_off")
        return end

    def _mark(self, first: int, last: int, why: str) -> None:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        self.furniture.append(Furniture(start, end, why))
        if (self.sources_next or self.listing) and why == "sources":
            self.sources.append(trim(self.text, start, end))
            self.sources_next, self.listing = False, True
        elif why == "sources":
            named = trim(self.text, self.tokens[min(first + 1, last - 1)].start, end)
            self.sources_next = last - first <= 2
            if not self.sources_next:
                self.sources.append(named)

    def _why(self, first: int, last: int) -> str | None:
        """Why the line is furniture, or `None` for a line of the story."""
        if self.sources_next or (self.listing and self._is_reference(first, last)):
            return "sources"
        self.listing = False
        size = last - first
        if not any(token.kind in ("word", "number") for token in self.tokens[first:last]):
            return "separator"
        phrase = _phrase_reason(self.tokens, first, last, self.lang)
        if phrase in ("page_date", "byline") and len(self.lines) < _HEAD_LINES:
            self._is_dateline(first, last)  # for the date it tells
        if phrase:
            return phrase
        ended = is_ended(self.tokens, first, last)
        if size <= _LONG and not ended:
            if len(self.lines) < _HEAD_LINES and self._is_dateline(first, last):
                return "page_date"
            if self._is_credited(first, last):
                return "caption"
            if not self.in_body and self.lines and size <= _SHORT and self._is_byline(first, last):
                return "byline"
            if self.in_body and size <= _SHORT:
                return "heading"
        return None

    def _is_reference(self, first: int, last: int) -> bool:
        """Whether a line goes on a list of sources: a title, a dash, an outlet and a day; an address."""
        tokens = self.tokens[first:last]
        dash = max((k for k, token in enumerate(tokens) if token.form in DASHES), default=0)
        told = dash > 0 and len(tokens) - dash <= _REFERRED and any(token.kind == "number" for token in tokens[dash:])
        return len(tokens) <= 2 * _LONG and (told or any(token.form.startswith("http") for token in tokens[:2]))

    def _is_headline(self, first: int, last: int) -> bool:
        return last - first <= _LONG and not (is_ended(self.tokens, first, last) and self.tokens[last - 1].form == ".")

    def _is_credited(self, first: int, last: int) -> bool:
        """Whether the line is a caption: it ends in a bracket that credits somebody, or is one bracket altogether."""
        if self.tokens[last - 1].form != ")":
            return any(
                self.tokens[i].form == ":" and self.tokens[i - 1].form in _words(self.lang, "credit")
                for i in range(first + 2, last)
            )
        opened = next((i for i in range(last - 1, first - 1, -1) if self.tokens[i].form == "("), -1)
        if opened == first:
            return True
        credit = any(token.form in _words(self.lang, "credit") for token in self.tokens[max(opened, first) : last])
        return opened > first and (credit or (self.in_body and last - opened <= 6))

    def _is_byline(self, first: int, last: int) -> bool:
        """Whether a short line under the headline names a writer: «من …», "By …", or a place, a dash and a name."""
        head = self.tokens[first].form
        announced = self.tokens[last - 1].form == ":" and head in _words(self.lang, "label")  # «كتبت رنا حداد:»
        if head in ("من", "by") or announced or self._names_writer(first, last):
            return True
        return any(token.form in DASHES for token in self.tokens[first:last])

    def _names_writer(self, first: int, last: int) -> bool:
        """Whether a line is a town, a colon and a name, «بيروت: رنا حداد», or "Ana Ruiz in Vale, Jon Orr in Lima"."""
        if _WRITERS.fullmatch(self.text[self.tokens[first].start : self.tokens[last - 1].end]):
            return True
        colon = next((i for i in range(first + 1, last) if self.tokens[i].form == ":"), last)
        town = entry_at(self.text, self.tokens, first, self.lang, _TOWNS) if colon < last else None
        name = self.tokens[colon + 1 : last]
        if not 2 <= len(name) <= 4 or any(token.kind != "word" for token in name):
            return False
        joined = any(token.form in name_words("joined") for token in name)  # «عنابة: سليم بن عودة», a town of no list
        return (town is not None and town.last == colon) or (joined and colon == first + 1)

    def _is_dateline(self, first: int, last: int) -> bool:
        """Whether a line is a date with little else; the first such date is the page's."""
        dates = dates_in(self.text, self.tokens[first:last], self.lang, None, "past")
        found = [d for d in dates if d.grain == "day" or (d.low is not None and d.low == d.high)]
        words = sum(1 for token in self.tokens[first:last] if token.kind == "word")
        if not found or words > 12:
            return False
        told = next((d for d in found if d.low is not None), found[0])  # «الخميس - 11 يونيو 2026»: not the weekday
        dated = sum(1 for t in self.tokens[first:last] if t.kind == "word" and told.start <= t.start < told.end)
        parted = any(
            token.form in _BARS for token in self.tokens[first:last]
        )  # "By Ana Ruiz | The Vale Post | 5 May 2024"
        most = 12 if parted else 6 if told.low else 2  # "Rain to return on Sunday" is a headline, no dateline
        if words - dated > most:
            return False
        self.page_date = self.page_date or told.low or self._in_year(first, last)
        return True

    def _in_year(self, first: int, last: int) -> date | None:
        """The day of a dateline whose year stands apart from it: «30 أكتوبر / October 2024»."""
        tokens = self.tokens[first:last]
        year = next(
            (int(t.form) for t in tokens if t.kind == "number" and re.fullmatch(r"(?:19|20)\d\d", t.form)), None
        )
        if year is None:
            return None
        found = dates_in(self.text, tokens, self.lang, date(year, 12, 31), "past")
        full = (d for d in found if d.grain == "day" and any(sign.isdigit() for sign in d.exact))
        return next((d.low for d in full if d.low is not None and d.low.year == year), None)


@cache
def _phrases(lang: str) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in rows(lang, "furniture"):
        words = tuple(fold(word) for word in row[0].split())
        table.setdefault(words[0], []).append((words, row[1], row[2]))
    return table


@cache
def _words(lang: str, where: str) -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows(lang, "furniture") if row[1] == where)


def _phrase_reason(tokens: Sequence[Token], first: int, last: int, lang: str) -> str | None:
    """The reason a phrase of the word list gives for a line, by where in it the phrase must stand."""
    size = last - first
    if size > _LONG:
        return None
    for i in range(first, last):
        for words, where, why in _phrases(lang).get(tokens[i].form, ()):
            after = i + len(words)
            if where == "credit" or tuple(token.form for token in tokens[i:after]) != words:
                continue
            if where == "inside" or (i == first and _stands(tokens, after, last, size, where)):
                return why
    return None


def _stands(tokens: Sequence[Token], after: int, last: int, size: int, where: str) -> bool:
    if where == "whole":
        return after >= last - 1
    if where == "label":
        return size <= 1 or (after < last and tokens[after].form == ":")
    if where == "byline":
        return size <= _SHORT and tokens[last - 1].form not in FINAL
    return where == "start" and size <= 20
