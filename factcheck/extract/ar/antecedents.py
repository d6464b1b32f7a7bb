"""What an Arabic relative pronoun, or a verb right behind a noun, takes up: the noun with what goes on with it."""

from __future__ import annotations

from factcheck.extract.ar.duals import is_many, nouns
from factcheck.extract.ar.marks import COMMAS, QUOTES
from factcheck.extract.ar.name_parts import ends_years, feels
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_event_noun,
    is_preposition,
    own_classes,
    word,
    words_of,
)
from factcheck.text import fold

Range = tuple[int, int]
_QUOTED_NAME = 5  # tokens of a name with its quotation marks
_FOR_WHAT, _WHO, _HER = fold("لما"), fold("الذين"), fold("التي")


def antecedent(scene: Scene, who: int) -> Range | None:
    """The phrase that a relative pronoun at token `who` takes up: «… مشروع موازنة 2026، الذي يقدّر»."""
    tokens = scene.tokens
    last = who - 1 if tokens[who - 1].form in COMMAS else who
    named = (k for k, quoted in scene.openings.items() if quoted.last == last - 1 and last - k <= _QUOTED_NAME)
    first = next(named, last)  # «موقع «سوق النجوم» | الذي ذكر أن …»
    if first == last and (pair := scene.pair_before(last)) < last:
        return pair, last
    while first > max(scene.first, last - 6):
        token = tokens[first - 1]
        if token.form.startswith("لل") and first < last and is_definite(tokens[first - 2].form):
            first -= 1  # «المعدل السنوي للتضخم الأساسي»
            continue
        year = token.kind == "number" and len(token.form) == 4 and first < last
        if first < last and (ends_years(tokens, first - 1) or (year and tokens[first].kind == "word")):
            break  # «بين عامي 1998 و2000 | حربا أودت بـ…»
        led = token.form.removeprefix("و")
        upon = led in words_of("upon") or is_preposition(led)
        if not upon and token.form[0] in "بل" and first == last - 1 and _is_led_noun(scene, first - 1):
            return None  # «تقريرا للجنة فرعية | زارت المستشفى»: no «فرعية»
        upon = first < last and (led in words_of("upon") or is_preposition(led) or "that" in own_classes(token.form))
        if token.kind == "mark" or is_preposition(token.form) or upon or (token.form[0] in "بل" and first < last):
            break
        if has_class(tokens, first - 1, first, "source") or tokens[first - 2].form == _FOR_WHAT:
            break  # «…، وفق | الهلال الأحمر، الذي قال …»
        if first < last and is_definite(token.form) and not is_definite(tokens[first].form):
            break
        acts = first < last and word(token.form).verb and token.form not in nouns()
        behind = acts and is_event_noun(token.form) and tokens[first - 2].form in words_of("upon")  # «إثر تسرب مماثل»
        if acts and not behind and tokens[first - 2].kind != "number":
            break  # not «31 أمر تحويل | صدرت …»
        first -= 1
        both = tokens[who].form == _WHO and token.form.startswith("وال")  # «الشهود والمصابين، | الذين …»
        if word(token.form).joined and not both and number_word(token.form) is None:
            break  # but «الدورة السادسة والثلاثين، | التي …»
    if last - first == 2 and tokens[who].form == _WHO and feels(tokens[first].form):
        first += 1  # «أثار استياء | الصحافيين الذين أنكروا التهم»
    if first < last and tokens[first].form.startswith("لل") and tokens[first - 1].form in QUOTES:
        opened = next((k for k, one in scene.openings.items() if one.last == first - 1), scene.first)
        first = opened - 1 if scene.first < opened and tokens[opened - 1].kind == "word" else first
    if last - first > 1 and tokens[who].form == _HER and _is_of_her(scene, first):
        first += 1  # «تقرير | اللجنة الفنية، التي ترأستها سلمى»
    return (first, last) if first < last else None  # «شركة "ينابيع" للمشروبات، | التي قالت»


def _is_of_her(scene: Scene, first: int) -> bool:
    """Whether one man or thing of a feminine body stands at a token, so that «التي» means the body: «مدير الشركة»."""
    head, body = scene.tokens[first].form, scene.tokens[first + 1].form
    one = not (head.endswith(("ة", "ات")) or is_definite(head) or is_many(head) or word(head).verb)
    return one and body.startswith("ال") and body.endswith("ة") and body[2:] in nouns()


def _is_led_noun(scene: Scene, i: int) -> bool:
    """Whether «ب» or «ل» leads a bare noun at a token, and an adjective without an article goes on with it."""
    noun, adjective = scene.tokens[i].form[1:], scene.tokens[i + 1].form
    agrees = noun.endswith("ة") == adjective.endswith("ة")
    known = noun in nouns() or is_event_noun(noun) or noun.endswith("ة")
    return known and agrees and not (is_definite(adjective) or adjective in nouns())
