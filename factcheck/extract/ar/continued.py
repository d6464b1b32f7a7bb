"""Words in quotation marks that are a sentence by themselves: whoever was quoted or introduced right before goes on."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.edges import is_sentence
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import word, words_of
from factcheck.extract.layout import Carry
from factcheck.extract.proposition import Proposition
from factcheck.text import Span, Token

_FEWEST = 4  # words of a sentence of somebody's own, and of no title
_TOLD_BEHIND = 6  # tokens of a sentence that only tells whose the words before it are


def continued(scene: Scene, carry: Carry) -> Report | None:
    """The report of a sentence that is nothing but somebody's words, who is told in the sentence before: «…»، قال سالم.
    | «الصقيع جاء مبكرا». `None` where a paragraph begins, or where the sentence behind tells whose they are.
    """
    tokens, quotation = scene.tokens, scene.openings.get(scene.first)
    if quotation is None or whose_words(carry) is None or tokens[scene.first - 1].kind == "line":
        return None
    alone = all(token.kind == "mark" for token in tokens[quotation.last : scene.last])
    words = sum(token.kind == "word" for token in tokens[quotation.first : quotation.last])
    if not alone or words < _FEWEST or _is_told_behind(tokens, scene.last):
        return None
    if not is_sentence(scene.text, tokens, quotation.first, quotation.last):
        return None
    content = (quotation.first, quotation.last)
    return Report(scene.first, scene.first, content, "say.continue", "ar.report.quotation", False)


def whose_words(carry: Carry) -> Span | None:
    """Whoever goes on where words stand alone: who was quoted in the sentence before, or whom it introduces."""
    return carry.quoted or (carry.introduced[0] if carry.introduced is not None else None)


def is_continued(scene: Scene, report: Report) -> bool:
    """Whether a report is of words that stand alone."""
    return report.cue == scene.first and report.cue in scene.openings and report.content[0] == report.cue + 1


def last_quoted(told: Sequence[Proposition]) -> Span | None:
    """Whose own words a sentence gives, where it ends in them or in who said them."""
    last = told[-1] if told else None
    return last.holder if last is not None and last.mode == "direct_quote" else None


def _is_told_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence at a token tells whose the words before it are: «بهذه الكلمات تصف …», «تقول أم سعيد.»."""
    following = [token for token in tokens[at : at + _TOLD_BEHIND] if token.kind != "mark"]
    if not following or following[0].kind != "word":
        return False
    form = following[0].form
    if form in words_of("thus", "this.one") or (form[0] == "ب" and form[1:] in words_of("this.one")):
        return True
    cue = word(form).cue
    short = any(token.form in ".؟!" or token.kind == "line" for token in tokens[at + 1 : at + _TOLD_BEHIND])
    return cue is not None and cue.sort == "verb" and short and not word(form).joined
