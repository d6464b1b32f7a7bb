"""How an Arabic claim opens and how sure it is: what leads up to it is left out, hedges are told."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claim import Certainty
from factcheck.extract.ar.marks import COMMAS, QUOTE_MARKS
from factcheck.extract.ar.predicates import has_verb
from factcheck.extract.ar.words import has_class, heads_of, is_event_noun, is_function_word, word, words_of
from factcheck.text import Token, fold

VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_AS_FOR = fold("بالنسبة")
_TOPIC = 6  # tokens of a headline's topic, with its colon
_OPENERS = ("turn", "topic", "but", "then", "where", "who")


def after_lead(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first token of the claim itself: turn markers, «أما», conjunctions and leading phrases left out."""
    i = first
    while i < last:
        if tokens[i].kind == "mark":
            i += 1
            continue
        if not is_function_word(tokens[i].form):
            return i
        regarding = has_class(tokens, i, last, "regarding")
        end = 0 if regarding else max(has_class(tokens, i, last, name) for name in _OPENERS)
        also = has_class(tokens, i, last, "also")
        remark = has_class(tokens, i, last, "remark")
        if remark and remark < last and has_class(tokens, remark, last, "that"):
            end = remark + 1
        elif remark and remark < last and has_class(tokens, remark, last, "that+"):
            end = remark
        after = has_class(tokens, i, last, "after")
        for onward in (also, after):
            if onward and onward < last and word(tokens[onward].form).verb is not None:
                end = onward
        if not end and (regarding or has_class(tokens, i, last, "lead")):
            end = _lead_end(tokens, i, last)
            if end and tokens[i].form.removeprefix("و") == _AS_FOR and tokens[end].form[0] == "ف":
                return i  # «بالنسبة إلى المستشفى، | فقد استقبل 30 جريحا»: it names who did it
        if not end or end >= last:
            return i
        i = end
    return i


def past_topic(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token behind a headline's topic and its colon: «عقار الميناء المنهار: | انتشال خمس جثث»; else the first."""
    colon = next((i for i in range(first + 1, min(last - 1, first + _TOPIC)) if tokens[i].form == ":"), None)
    if colon is None or is_event_noun(tokens[first].form) or has_verb(tokens, first, colon):
        return first
    told = is_event_noun(tokens[colon + 1].form) or has_verb(tokens, colon + 1, last)
    plain = all(token.kind == "word" or token.form in QUOTE_MARKS for token in tokens[first:colon])
    plain = plain and tokens[first].kind == "word"  # «محاكمة «السد»: | …», not ««السد»: …»
    return colon + 1 if told and plain else first


def behind_topic(shown: str, text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a claim without the «ف» of the verb that «أما» before them called for: «الشركة أغلقت …»; before a
    noun's «ف» «أما» is kept: «أما الجسر فطوله 300 متر».
    """
    if not first or not has_class(tokens, first - 1, first, "topic"):
        return shown
    verb = next((one for one in tokens[first + 1 : last] if one.form[0] == "ف" and _tells(one.form)), None)
    if verb is None and text[tokens[first - 1].start : tokens[first - 1].end].endswith("أما"):
        return f"أما {shown}"
    if verb is None or word(verb.form[1:]).joined or not _tells(verb.form[1:]):
        return shown
    written = text[verb.start : verb.end]
    topic, joined, rest = shown.partition(f" {written}")
    topic = topic.removesuffix("،") if topic.count("،") == 1 else topic  # not «صاحب المصنع، سامي نور، | نفى …»
    return f"{topic} {written[1:].lstrip(VOWELS)}{rest}" if joined else shown


def _tells(form: str) -> bool:
    called = (words_of("negates"), words_of("already"))
    return word(form).verb is not None or any(form in group or form[1:] in group for group in called)


def certainty_of(tokens: Sequence[Token], first: int, last: int) -> Certainty:
    """Hedged where the clause says so itself: «على ما يبدو», «ربما», «قد» before an imperfect."""
    heads = heads_of("hedge")
    for i in [k for k in range(first, last) if tokens[k].form in heads]:
        end = has_class(tokens, i, last, "hedge")
        if not end:
            continue
        if tokens[i].form not in words_of("already"):
            return "hedged"
        found = word(tokens[end].form).verb if end < last else None
        if found is not None and found.tense == "imperfect":
            return "hedged"
    return "asserted"


def _lead_end(tokens: Sequence[Token], i: int, last: int) -> int:
    """The token after the comma that closes a leading phrase, when a clause follows it."""
    for j in range(i + 1, min(last, i + 25)):
        if tokens[j].form in COMMAS:
            return j + 1 if has_verb(tokens, j + 1, min(last, j + 8)) else 0
    return 0
