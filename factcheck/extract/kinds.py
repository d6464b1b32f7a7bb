"""What sort of proposition a claim is, and whether checking it is worth a desk's time, with a score and the reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from factcheck.claim import Kind
from factcheck.dates import DateMention
from factcheck.extract.ar import words as ar_words
from factcheck.extract.en import tags as en_tags
from factcheck.extract.phrases import goes_on
from factcheck.extract.proposition import Proposition
from factcheck.lang import rows
from factcheck.lang.interface import catalogue
from factcheck.quantity import Quantity
from factcheck.text import Token, by_spelling, fold, tokenise

_OPINION = frozenset({"opinion", "opinion.weak", "opinion.source", "criticise", "condemn", "expressive", "hope",
                      "characterise", "boast", "comment", "complain", "propose", "request"})  # fmt: skip
_PREDICTION = frozenset({"predict", "warn", "fear", "hearsay.predict", "schedule"})
_COMMITMENT = frozenset({"promise", "threaten"})
_ACTS = frozenset({"announce", "reveal", "confirm", "report"})
_WORTH_CHECKING = 0.5
_RECENT = 366  # days before the page's date within which an article reports and does not yet recall
_MAIN_CLAUSE = 6  # tokens at the head of a claim in which its main verb stands
_ARABIC_TENSES = {"perfect": "past", "future": "future"}
_BE_NOW = frozenset({"is", "are", "am", "it's", "that's", "there's", "he's", "she's", "isn't", "aren't"})
_MODALS = (
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "shall",
    "should",
    "'ll",
    "cannot",
    "won't",
    "can't",
    "couldn't",
    "wouldn't",
    "shouldn't",
)
_VERB_REACH = 10  # tokens within which an English clause has its first verb
_MAY, _ALREADY = ("may",), (fold("قد"),)
_LOST = fold("فقد")  # which is «قد» only before a verb
_BE = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_BASE_FORMS = frozenset({"do", "say", "go", "know", "need", "want", "live"})
_QUOTES = frozenset('"«»“”„')
_Phrases = tuple[tuple[tuple[str, ...], str], ...]  # each with its signal
_Openings = tuple[dict[str, _Phrases], _Phrases]  # by their second word, those of one word among them; those alone


class Judgement(NamedTuple):
    """`kind`, and check-worthiness: the answer, a score in [0, 1], the reason in the article's language.

    `quote_check` is true for the words of a public figure and for any quotation in a headline.
    """

    kind: Kind
    checkworthy: bool
    score: float
    reason: str
    quote_check: bool


class Signals(NamedTuple):
    """What the words of a proposition show: how often each signal of the word list occurs, the tense, the measures."""

    words: dict[str, int]
    tense: str  # past · present · future · none
    first_person: bool
    size: int
    figures: int
    dates: int
    force: str
    attributed: bool
    quoted: bool
    headline: bool  # where the present tense tells what has happened
    long_ago: bool  # a year is named, or a day over a year back: what the article recalls, not what it reports

    def has(self, *signals: str) -> bool:
        """Whether any of the signals occurs."""
        return bool(self.words) and not self.words.keys().isdisjoint(signals)


def judge(
    text: str,
    tokens: Sequence[Token],
    proposition: Proposition,
    lang: str,
    *,
    quantities: Sequence[Quantity] = (),
    dates: Sequence[DateMention] = (),
    public_figure: bool = False,
    stretch: tuple[int, int] | None = None,
    page_date: date | None = None,
) -> Judgement:
    """The judgement on a proposition of the article `text`, whose tokens are `tokens` (all of them, in order).

    `quantities` and `dates` are those inside the proposition; `public_figure` says that its claimant is one
    (`Cast.mention(holder).public`), `stretch` its half-open tokens where they are known,
    `page_date` the day the article stands on.
    """
    first, last = stretch or tuple(bisect_left(tokens, place, key=_start) for place in proposition.span)
    signals = _signals(text, tokens, first, last, proposition, lang, quantities, dates, page_date)
    kind = _kind(signals)
    score, reason = _score(kind, signals)
    direct = proposition.mode == "direct_quote"
    check = direct and (public_figure or proposition.headline)
    if proposition.headline and not direct:
        check = any(token.form in _QUOTES for token in tokens[first:last])
    return Judgement(kind, score >= _WORTH_CHECKING, score, catalogue(lang)[f"worth.{reason}"], check)


def _start(token: Token) -> int:
    return token.start


def _signals(
    text: str, tokens: Sequence[Token], first: int, last: int, proposition: Proposition, lang: str,
    quantities: Sequence[Quantity], dates: Sequence[DateMention], page_date: date | None,
) -> Signals:  # fmt: skip
    words: dict[str, int] = {}
    covered = first  # «أعلى من المتوقع» covers «من المتوقع»
    openings = _openings(lang)
    for i, token in enumerate(tokens[first:last], first):
        found = openings(token.form)
        if found is None:
            continue
        by_second, alone = found
        following = tokens[i + 1].form if by_second and i + 1 < last else ""
        for phrase, signal in by_second.get(following, alone):
            if signal == "possible" and _is_no_may(text, tokens, i, last, phrase):
                continue
            if (len(phrase) == 1 or goes_on(tokens, i, last, phrase)) and (
                signal != "state" or i < first + _MAIN_CLAUSE
            ):
                if i >= covered:
                    words[signal] = words.get(signal, 0) + 1
                if signal == "compared":
                    covered = i + len(phrase)
                break
    tense, own = _arabic_tense(tokens, first, last) if lang == "ar" else _english_tense(text, tokens, first, last)
    attributed = proposition.mode != "narrator"
    return Signals(
        words=words,
        tense=tense,
        first_person=own or "own" in words,
        size=last - first,
        figures=len(quantities),
        dates=len(dates),
        force=proposition.force or "",
        attributed=attributed,
        quoted=proposition.mode == "direct_quote",
        headline=proposition.headline and not attributed,
        long_ago=bool(dates) and any(mention.grain == "year" or _is_old(mention, page_date) for mention in dates),
    )


def _is_no_may(text: str, tokens: Sequence[Token], i: int, last: int, phrase: tuple[str, ...]) -> bool:
    """Whether a word that can mean "may" does not: the month of May, «قد» before a past («قد ارتفع»), «فقد السيطرة»."""
    if phrase == _MAY:
        return text[tokens[i].start] == "M"
    if phrase != _ALREADY:
        return False
    following = ar_words.word(tokens[i + 1].form).verb if i + 1 < last else None
    return tokens[i].form == _LOST if following is None else following.tense == "perfect"


def _is_old(mention: DateMention, page_date: date | None) -> bool:
    """Whether a date ended more than a year before the page's."""
    return page_date is not None and mention.high is not None and (page_date - mention.high).days > _RECENT


def _arabic_tense(tokens: Sequence[Token], first: int, last: int) -> tuple[str, bool]:
    """The tense of the first verb (`event` for a verbal noun before any), and whether a verb is in the first person."""
    tense, own = "none", False
    for i, token in enumerate(tokens[first:last], first):
        if not _tells_tense(token.form):
            continue
        word = ar_words.word(token.form)
        own = own or (i > first and token.form.startswith("ن") and tokens[i - 1].form in _particles())
        if tense == "none" and word.event and i < first + _MAIN_CLAUSE - 2:
            tense = "event"
        verb = word.verb
        if verb is None:
            continue
        own = own or verb.first_person
        if tense == "event" and verb.tense == "future" and not verb.weak:
            tense = "future"
        if tense == "none" and (not verb.weak or i == first):
            negated = i > first and tokens[i - 1].form in _of_signal("not")
            tense = "past" if negated else _ARABIC_TENSES.get(verb.tense, "present")
    return tense, own


@by_spelling
def _tells_tense(form: str) -> bool:
    """Whether an Arabic word can tell the tense or the first person of its clause; most cannot."""
    word = ar_words.word(form)
    return word.verb is not None or word.event or form[0] == "ن"


def _english_tense(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[str, bool]:
    """The tense of the first finite verb: `state` for "is", "was" and "have" that no participle follows."""
    tags = en_tags.tag(text, tokens, first, min(last, first + _VERB_REACH))
    for i, tag in enumerate(tags):
        form = tokens[first + i].form
        if tag in "XZ" and form.endswith(_MODALS):
            return "none", False
        if tag in "XZ":
            after = tags[i + 1 :].lstrip("AM")[:1]
            if after in ("P", "x") or (after == "V" and form not in _BE_NOW):
                return ("present" if form in _BE_NOW else "past"), False
            return ("none" if after == "B" else "present" if after == "G" else "state"), False
        if tag == "V":
            present = (form.endswith("s") and not form.endswith("ss")) or form in _BASE_FORMS
            return ("state" if form in _BE else "present" if present else "past"), False
        if tag == "P":
            return "past", False
    return "none", False


def _kind(s: Signals) -> Kind:
    """The kind, by the first of the rules that holds."""
    ahead = s.tense == "future" or (s.has("future") and s.tense != "past")
    measured = s.figures > 0 or s.dates > 0
    if s.force in _COMMITMENT or (ahead and s.attributed and s.first_person and s.force not in _PREDICTION):
        return "commitment"
    if s.force == "announce" and s.has("ahead") and s.tense in ("event", "none"):
        return "commitment"
    if s.force in _PREDICTION or ahead or s.has("condition") or (s.has("possible") and s.tense != "past"):
        return "prediction"
    if (s.has("ought", "feeling") and not s.figures) or (s.attributed and s.has("stance")):
        return "opinion"
    mild = s.has("mild") and s.quoted and s.tense != "past"
    if (s.force in _OPINION or s.has("value") or mild) and not measured:
        return "opinion"
    if not s.attributed and (s.has("past", "rank") or s.long_ago):
        return "background"
    told = s.tense in ("past", "event") or (s.headline and s.tense == "present")
    if told and not s.has("state"):
        return "event"
    if s.tense == "none" and (s.force in _ACTS or s.has("change")):
        return "event"
    return "statement_of_fact"


def _score(kind: Kind, s: Signals) -> tuple[float, str]:
    """The score, and the key of the reason that weighed most."""
    measured = s.figures > 0 or s.dates > 0
    gain = 0.1 * min(s.figures, 2) + (0.06 if s.dates else 0.0)
    loss = 0.06 * min(s.words.get("value", 0) + s.words.get("mild", 0) + s.words.get("feeling", 0), 3)
    if s.first_person:
        loss += 0.15 if s.quoted and s.tense in ("present", "none") else 0.05
    if s.has("meta"):
        return _clip(0.2 + gain), "meta"
    if kind == "opinion":
        return _clip(0.22 + gain - loss), "opinion"
    if kind == "commitment":
        dated = measured or s.has("ahead")
        return (_clip(0.68 + gain), "dated_commitment") if dated else (_clip(0.3 - loss), "open_commitment")
    if kind == "prediction":
        period = s.dates > 0 or s.has("ahead")
        loose = s.force == "warn" or s.has("possible")
        bounded = (s.figures > 0 and period if loose else measured or period) and not s.has("condition")
        return (_clip(0.6 + gain), "bounded_prediction") if bounded else (_clip(0.2 + gain - loss), "open_prediction")
    if s.figures:
        return _clip(0.8 + gain), "figures"
    if s.dates:
        return _clip(0.78 + gain - loss), "dated"
    if kind == "event":
        return _clip(0.74 - loss), "event"
    if s.size <= 3 and not s.attributed:
        return _clip(0.48 - loss), "thin"
    return _clip(0.64 - loss), "background" if kind == "background" else "fact"


def _clip(score: float) -> float:
    return round(0.02 if score < 0.02 else 0.98 if score > 0.98 else score, 2)


@cache
def _particles() -> frozenset[str]:
    """Words that only a verb follows: one in ن is then in the first person («لن نترك»)."""
    return _of_signal("not") | {joined + word for word in _of_signal("particle") for joined in ("", "و")}


@cache
def _of_signal(signal: str) -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "judging") if row[1] == signal)


@cache
def _openings(lang: str) -> Callable[[str], _Openings | None]:
    """The phrases of the word list that may begin with a word, an attached و or ف left aside; the longest first."""
    phrases = _phrases(lang)

    def beginning(form: str) -> _Openings | None:
        found = phrases.get(form, ())
        if not found and lang == "ar" and len(form) > 2 and form[0] in "وف":
            found = phrases.get(form[1:], ())
        return _by_second(found) if found else None

    return by_spelling(beginning)


@cache
def _by_second(phrases: _Phrases) -> _Openings:
    seconds = {phrase[1] for phrase, _ in phrases if len(phrase) > 1}
    fitting = {second: tuple(p for p in phrases if p[0][1:2] in ((), (second,))) for second in seconds}
    return fitting, tuple(p for p in phrases if len(p[0]) == 1)


@cache
def _phrases(lang: str) -> dict[str, _Phrases]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows(lang, "judging"):
        words = tuple(token.form for token in tokenise(row[0]))
        table.setdefault(words[0], []).append((words, row[1]))
    return {first: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for first, phrases in table.items()}
