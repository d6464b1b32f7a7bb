"""What stands at the edges of an Arabic clause and is none of it: conjunctions, marks, a question, another's lead."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.marks import COMMAS, QUOTES_OPEN
from factcheck.extract.ar.predicates import has_verb, is_figure, may_be_verb, speaks_of_us
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_definite,
    is_function_word,
    is_preposition,
    own_classes,
    word,
    words_of,
)
from factcheck.text import Span, Token, by_spelling, fold

_QUESTION = frozenset("؟?")
_PERCENT = frozenset("%٪‰")
_SO_THAT, _INDEED = fold("فإن"), fold("فقد")
_OPENERS = ("that", "after", "before")  # classes of what opens a clause, and ends nothing
_LEADING = ("who", "but", "also")  # what leads to another clause
_AT, _TIME, _BECAUSE = fold("في"), fold("وقت"), fold("لأن")
_YET, _WHAT, _IF = fold("بعد"), fold("ما"), frozenset(map(fold, ("إذا", "إن")))
_AS, _ON, _SO_WHO = fold("كما"), fold("على"), fold("فمن")


def after_conjunctions(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token after the free conjunctions that join a clause to the one before it."""
    after_comma = first > 0 and tokens[first - 1].form in COMMAS
    for name in ("then", "but", "where", "ie")[: 4 if after_comma else 3]:
        first = has_class(tokens, first, last, name) or first if first < last else first
    return first


def only_opens(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a token at the head of a clause is none of it: a mark, «فإن», «فقد» before a past, a free «و»."""
    token = tokens[first]
    if counts_in_brackets(tokens, first):
        return False
    if token.kind == "mark" or token.form == _SO_THAT or token.form in ("و", "ف"):
        return True
    if token.form == _AS and first + 1 < last and word(tokens[first + 1].form).verb is not None:
        return True  # «كما | أغلقت المدارس»
    if own_classes(token.form) == {"that"} and first + 2 < last:
        return True  # «حيث | أن الطلب …»
    if token.form != _INDEED:
        return False
    behind = next((t.form for t in tokens[first + 1 : last] if t.kind != "mark"), "")
    found = word(behind).verb if behind else None
    return found is not None and found.tense == "perfect"


def only_closes(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a token at the end of a clause is none of it: a mark, «الذي», a «فيما» whose clause is another's."""
    form = tokens[i].form
    if is_closing(tokens, i):
        return True
    if tokens[i - 1].form in COMMAS and (
        form in (_AS, _ON, "و") or form in words_of("this") or form in words_of("laid.before")
    ):
        return True  # «…، وذلك | بعد أن …»
    if i > 1 and tokens[i - 2].form in COMMAS and "that" in own_classes(form):
        return True  # «…، كما أن | الجماعة نفت …»
    if tokens[i - 1].form in COMMAS and has_class(tokens, i, last, "topic"):
        return True  # «…، أما | المدة فحددها بعامين»
    if tokens[i - 1].form in COMMAS and has_class(tokens, i, last, "then"):
        return True  # «عاتبها الخبير، ثم | ذكر أن …»
    if i and has_class(tokens, i - 1, last, "but") == last:
        return True  # «، في حين | نقل …»
    if form == _BECAUSE:
        return True  # «خسر 700 دينار، لأن | «الزبائن لم يأتوا»»
    if form == _TIME and i and at_a_time(tokens, i - 1, len(tokens)):
        return True  # «، في وقت | أسفرت …»
    if form == _AT and at_a_time(tokens, i, len(tokens)):
        return True
    if class_names(form).isdisjoint(_LEADING):
        return False
    reach = min(last + 1, len(tokens))
    return any(has_class(tokens, i, reach, name) for name in _LEADING)


def at_a_time(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether «في وقت» and a clause of its own begin at a token: «في وقت أسفرت …», not «في وقت سابق»."""
    if i + 2 >= last or (tokens[i].form, tokens[i + 1].form) != (_AT, _TIME):
        return False
    found = word(tokens[i + 2].form).verb
    return found is not None and not found.weak


def is_bound(tokens: Sequence[Token], begin: int, i: int, end: int, last: int) -> bool:
    """Whether what «بعد» leads in, from token `end` on, is one with what stands before it: «التدافع بدأ بعد أن …»; so
    too where it means "yet": «لم يتضح بعد | ما إذا كان …», «لم يعرف بعد | إن كان …».
    """
    if i - begin <= 2 and tokens[i - 1].form in words_of("begins"):
        return True
    if i + 2 >= last or i - 2 < begin or tokens[i].form != _YET:
        return False
    if tokens[i + 1].form == _WHAT:
        return tokens[i + 2].form in _IF
    found, denied = word(tokens[i - 1].form).verb, tokens[i - 2].form.removeprefix("و") in words_of("negates")
    return denied and found is not None and found.lemma in words_of("unsettled") and end < last


def is_closing(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark ends a clause: any but a percent sign."""
    if tokens[i].kind != "mark" or tokens[i].form in _PERCENT:
        return False
    return i < 2 or not counts_in_brackets(tokens, i - 2)


def counts_in_brackets(tokens: Sequence[Token], i: int) -> bool:
    """Whether a figure in brackets begins at a token: «(8) وفيات»."""
    bracketed = i + 2 < len(tokens) and tokens[i].form == "(" and tokens[i + 2].form == ")"
    return bracketed and tokens[i + 1].kind == "number"


def asks(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch ends in a question mark."""
    for token in reversed(tokens[max(first, last - 3) : last]):
        if token.kind != "mark":
            return False
        if token.form in _QUESTION:
            return True
    return False


def _states(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch says without a verb how a thing is: «ابنتي منهارة تماما»; not «في المقابل», «أخيرا»."""
    while first < last and tokens[first].kind == "mark":
        first += 1
    if last - first < 3 or is_preposition(tokens[first].form) or is_function_word(tokens[first].form):
        return False
    form, state = tokens[first].form, tokens[first + 1]
    named = form.startswith("ال") or form.endswith(("ي", "نا", "ها", "هم", "ه"))
    return named and state.kind == "word" and not (is_definite(state.form) or is_preposition(state.form))


def is_sentence(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words say something, and are no title or list: «النتيجة عادلة», not «مستقبل الزراعة في الريف»."""
    if tokens[first].form in words_of("this.one", "negates") or _states(tokens, first, last):
        return True
    return has_verb(tokens, first, last) or speaks_of_us(text, tokens, first, last)


def asked_from(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the question of a stretch begins, after what is told before it: «تنفذ وقفة اليوم، | فهل يستجاب لها؟»."""
    for i in range(first + 3, last):
        asked = has_class(tokens, i, last, "ask") or (tokens[i].form == _SO_WHO and may_be_verb(tokens[i + 1].form))
        if tokens[i - 1].form in QUOTES_OPEN and tokens[i - 2].form in COMMAS:
            told = has_verb(tokens, first, i - 2) or _states(tokens, first, i - 2)
            return i - 1 if told else first  # «قالت إنها تؤيد الإضراب، | "لكن من يعوضني؟"»
        if tokens[i - 1].form in COMMAS and asked:
            return i if has_verb(tokens, first, i) or _states(tokens, first, i) else first
    return first


def before_sequel(tokens: Sequence[Token], first: int, after: int) -> int:
    """Where what somebody did ends before the «بعد أن» that leads to another's words: «أغلقت البلدية المصنع | بعد أن
    (كشف تقرير …)»; the end itself where nothing is told, as in «يأتي ذلك بعد أن (توعدت …)».
    """
    at = next(
        (
            n
            for n in (after - 2, after - 1)
            for name in ("after", "before")
            if has_class(tokens, n, after, name) == after
        ),
        after,
    )
    opening = after_conjunctions(tokens, first, after) if first < after else first
    found = word(tokens[opening].form).verb if opening < at else None
    acts = found is not None and found.tense == "perfect" and word(tokens[opening].form).base not in words_of("comes")
    led_on = tokens[at - 1].form in words_of("even.so") or _THAT in [token.form for token in tokens[at - 3 : at]]
    return at if acts and not led_on and at - opening > _ACTED else after


_THAT = fold("أن")
_ACTED = 2  # tokens of a verb and who acts, to which another must come
_IN_PLACE = frozenset(map(fold, ("في", "وفي", "ففي", "قرب", "وقرب")))
_TOPICS = frozenset(map(fold, ("عن", "وعن", "بشأن", "وبشأن", "بخصوص", "وبخصوص")))
_FIRST = fold("أول")
_SET = 14  # tokens of a place or paper and what describes it
_DATED = 10  # tokens of a statement and when it came out
_PLACED = 5  # tokens of a place that leads up to who spoke there, with its comma


def is_lead_in(tokens: Sequence[Token], first: int, after: int, last: int, aside: bool) -> bool:
    """Whether a stretch only leads up to a report behind it: «ردا على سؤال …، قال», «ويأتي ذلك وسط مخاوف …».

    The stretch ends before token `after`, its sentence before `last`; `aside` tells that commas set it off.
    """
    if after >= last - 1:
        return False
    if any(has_class(tokens, n, after, name) == after for n in (after - 2, after - 1) for name in _OPENERS):
        return True  # «يأتي ذلك بعد أن | توعدت …»
    if _comes_as(tokens, first, after):
        return True
    if tokens[after - 1].form not in COMMAS and tokens[after - 1].kind == "word" and not aside:
        return bool(has_class(tokens, after, last, "noun"))
    while first < after and (tokens[first].kind == "mark" or has_class(tokens, first, after, "turn")):
        first = max(first + 1, has_class(tokens, first, after, "turn"))
    commas = any(tokens[i].form in COMMAS for i in range(first, after - 1))
    if first < after and tokens[first].form in _TOPICS and _names_topic(tokens, first, after):
        return True
    ends = tokens[after - 1].form in COMMAS and not word(tokens[after].form).joined and not commas
    placed = ends and after > first and tokens[first].form in _IN_PLACE
    if placed and 1 < after - first <= _DATED and tokens[first + 1].form in words_of("statement"):
        return True  # «وفي بيان صدر قبل الظهر، | حمّل الجيش …»
    if placed and after - first <= _PLACED and not any(t.kind == "number" for t in tokens[first:after]):
        return True  # «وفي قرية النخيل، | قال الصياد …»
    if placed and after - first <= _SET and _only_sets(tokens, first, after - 1):
        return True
    return first >= after or (bool(has_class(tokens, first, after, "lead")) and not commas)


def _names_topic(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether a stretch only names what somebody speaks about: «عن بطلتها، التي تقف أمام الكاميرا، | قالت …»."""
    comma = next((k for k in range(first + 1, after) if tokens[k].form in COMMAS), after)
    behind = comma + 1 >= after or bool(has_class(tokens, comma + 1, after, "who"))
    ended = comma < after and tokens[after - 1].form in COMMAS
    return ended and behind and not has_verb(tokens, first, comma) and not word(tokens[after].form).joined


def _only_sets(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch without a figure is only where or in what somebody speaks, with the verb that describes a noun
    of it: «في مقهى يطل على المرفأ، | تتحدث …», «في أول حوار له على القناة، | وعد …»; not «في الميناء وصلت السفن».
    """
    if any(token.kind != "word" or (is_figure(token.form) and token.form != _FIRST) for token in tokens[first:last]):
        return False
    acts = [k for k in range(first + 1, last) if may_be_verb(tokens[k].form) or word(tokens[k].form).verb is not None]
    if acts and is_definite(tokens[first + 1].form):
        return False  # «في السوق امرأة تبيع الخبز، تقول إنها …»
    before = tokens[acts[0] - 1].form if acts else ""
    noun = "venue" in class_names(before) or not is_function_word(before)
    bare = noun and not (is_definite(before) or is_preposition(before))
    return not acts or (len(acts) == 1 and acts[0] > first + 1 and bare)


def told_of_saying(tokens: Sequence[Token], first: int, last: int) -> tuple[Span, ...]:
    """What a stretch before somebody's words tells of his saying them, without the matter that he was asked about:
    «ردا على سؤال | عن حريق 3 مارس |، قال أمس».
    """
    if first >= last:
        return ()
    asked = next((k for k in range(first, min(last - 1, first + _ASKED)) if tokens[k].form in _QUESTIONS), last)
    about = next((k for k in range(asked + 1, min(last, asked + _ASKED)) if tokens[k].form in _ABOUT), last)
    comma = next((k for k in range(about, last) if tokens[k].form in COMMAS), last)
    if comma == last:
        return (Span(tokens[first].start, tokens[last - 1].end),)
    return Span(tokens[first].start, tokens[about].start), Span(tokens[comma].start, tokens[last - 1].end)


def _comes_as(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether a stretch tells of a matter only that it comes while somebody speaks: «ويأتي هذا التراجع | في الوقت الذي
    تؤكد فيه تقارير أن …».
    """
    at = next((k for k in range(first + 2, after + 1) if tokens[k].form == _AT), after)
    comes = 1 < at - first <= _CAME and word(tokens[first].form).base in words_of("comes")
    return comes and tokens[at].form == _AT and tokens[at + 1].form in _TIMES and after <= at + 3


_QUESTIONS = frozenset(map(fold, ("سؤال", "سؤالين", "أسئلة", "استفسار")))
_ABOUT, _ASKED = frozenset(map(fold, ("عن", "حول", "بشأن", "بخصوص", "عما"))), 6  # tokens to a question, to its matter
_TIMES, _CAME = frozenset(map(fold, ("وقت", "الوقت"))), 6  # tokens of what comes at a time
_OWN = 4  # letters from which «ب» and a pronoun stand around a noun
_ALONE = 3  # words of a place alone


@by_spelling
def is_with_what(form: str) -> bool:
    """Whether a word only tells with what somebody acts, which names nobody: «يشير | بعصاه إلى كومة»."""
    return form.startswith("ب") and len(form) > _OWN and form.endswith(("ه", "ها", "هم"))


def is_only_placed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch only says where: «في إربد», «وفي بلجيكا»."""
    if last - first > _ALONE:
        return False
    words = [token.form for token in tokens[first:last] if token.kind == "word"]
    plain = len(words) == last - first and all(word(form).verb is None for form in words)
    return plain and words[0].removeprefix("و") in words_of("where.alone")
