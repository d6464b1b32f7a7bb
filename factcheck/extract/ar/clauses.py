"""Where one Arabic claim ends and the next begins: coordination, contrast, new facts in relative clauses, figures."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.clause_state import CONJUNCTIONS, State, may_open, past_brackets
from factcheck.extract.ar.commas import (
    after_comma,
    after_plus,
    answers,
    counts,
    counts_part,
    follows_event,
    is_set_off,
    only_adds,
)
from factcheck.extract.ar.cuts import (
    AND_SONS_OF,
    AND_WHO,
    acts_for_some,
    after_that,
    awaits_rest,
    awaits_verb,
    has_topic,
    is_awaited,
    is_inside_aside,
    is_perfect,
    names_tribes,
    points_at_noun,
    sets_beside,
    sets_second,
)
from factcheck.extract.ar.edges import at_a_time, is_bound
from factcheck.extract.ar.figures import by_figure, raises_total
from factcheck.extract.ar.fragments import has_words, joined_fragments
from factcheck.extract.ar.further import (
    acts_next,
    adds_how,
    adds_then,
    denies_of_its_own,
    describes_with,
    foresees_of_noun,
    goes_on_quoted,
    goes_on_within,
    happened_to_part,
    is_accused,
    judges_what_was,
    needs_load,
    opens_clause,
    provides,
    tells_further,
    tells_when,
    tells_which,
    told_next,
)
from factcheck.extract.ar.leading import leads_here
from factcheck.extract.ar.marks import COMMAS, FINAL, QUOTES_OPEN, is_initial, is_shortening
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.openings import (
    acts_behind,
    acts_beside,
    closes_behind,
    compares,
    counts_anew,
    denies_at_length,
    denies_further,
    only_says_so,
    opens_nominal,
    opens_topic,
    quotes_clause,
    quotes_name,
    sums_up,
    tells_state,
    told_of_year,
)
from factcheck.extract.ar.predicates import has_any_verb, has_verb, is_figure, may_be_verb
from factcheck.extract.ar.sequels import THE_THING, brings_about, describes_named
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_event_noun,
    is_fadi,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.text import Token, by_spelling, fold

Range = tuple[int, int]

_DASHES = frozenset("-–—")
_WHERE, _ALREADY, _WITH, _MAY, _THAT, _WHAT = map(fold, ("حيث", "وسبق", "مع", "يمكن", "أن", "ما"))
_BY_WHAT, _AND_HAD, _BUT_RATHER, _OR, _AND_OF = map(fold, ("بما", "وقد", "وإنما", "أو", "ومن"))
_NAMED = 4  # tokens of the first of two that «بين» sets side by side
_OF_HUNDRED = frozenset(map(fold, ("المئة", "المائة", "بالمئة", "بالمائة", "%", "٪")))
_PLACED = 3  # tokens of what happened, before where it did
_ENDING = frozenset({"but+", "so", "bound"})


def split_clauses(tokens: Sequence[Token], first: int, last: int, quoted: Sequence[Range] = ()) -> list[Range]:
    """The clauses of the half-open tokens `first` to `last`, in order, each a proposition of its own.

    A free conjunction stays outside, an attached و or ف inside. Conditionals stay whole.
    """
    found: list[Range] = []
    begin, i = first, first
    state = State()
    while i < last:
        token = tokens[i]
        if token.kind == "mark" and (token.form == "(" or token.form in _DASHES):
            i = past_brackets(tokens, i, last, state)
            continue
        if not _signs(token.form) and (token.kind == "mark" or (token.kind == "word" and tokens[i - 1].kind != "mark")):
            i += 1  # a word that neither opens a clause nor tells what one holds
            continue
        if tokens[i - 1].form in COMMAS and (closing := awaits_rest(tokens, begin, i, last)):
            i = closing + 1
            continue
        cut = _cut_at(tokens, begin, i, last, state) if i > begin and may_open(tokens, i) else None
        if cut is not None and (found or has_words(tokens, begin, i)):
            found.append((begin, i))
            begin, state = cut, State()
            aboard = cut < last and bool(has_class(tokens, cut, last, "aboard"))
            state.verb = aboard or (cut < last and tokens[cut].form in words_of("negates"))
            i = max(i + 1, cut)
            continue
        state.take(tokens, i, last)
        i += 1
    if begin < last:
        found.append((begin, last))
    return joined_fragments(tokens, found)


@by_spelling
def _signs(form: str) -> bool:
    """Whether a form can open a clause or is a sign of what one holds: a verb, a figure, an event, a function word."""
    found = word(form)
    return (
        found.verb is not None or found.event or found.joined or form[0] in "ولف" or is_function_word(form)
        or is_figure(form) or is_event_noun(found.base) or form == THE_THING
    )  # fmt: skip


def _cut_at(tokens: Sequence[Token], begin: int, i: int, last: int, state: State) -> int | None:
    """Where the next clause begins if the one from `begin` ends before token `i`; `None` if it goes on."""
    token, before = tokens[i], tokens[i - 1]
    if before.form in FINAL and not is_shortening(tokens, i - 1) and token.kind != "mark":
        return None if is_initial(tokens, i - 1) else i
    if token.kind == "mark" or state.condition:
        return None
    found = word(token.form)
    if found.verb is not None and is_awaited(tokens, begin, i, last):
        return None  # «وكان قرار | صدر عام 2019 قد مدد …», «لأنه | كان مسرعا», «كانت رافعتان | تحاولان …»
    if (found.joined and is_inside_aside(tokens, begin, i, last)) or before.form in words_of("needs.more"):
        return None  # «عدد من | ولجوا الملعب»
    if before.form in (_BY_WHAT, _OR):
        return None  # «قدرت المساحة بما يتراوح بين …», «تحرير الصحيفة أو | إدارتها»
    if before.form in QUOTES_OPEN and quotes_name(tokens, begin, i, last):
        return None  # «شركتي "أطلس" و"وانا"», «فيلم "ظل الزيتونة"»
    if before.form in QUOTES_OPEN and i - begin > 2 and (state.verb or state.figure) and quotes_clause(tokens, i, last):
        return i
    if before.form in QUOTES_OPEN and tokens[i - 2].form in COMMAS and state.figure and counts_part(tokens, i, last):
        return i  # «وصول تسع جثث، "سبع منها مصابة"»
    function = is_function_word(token.form)
    comma = before.form in COMMAS
    if token.form == _BUT_RATHER or token.form in words_of("alone"):  # «لا ترفض الطلبات، | وإنما قد تؤجلها»
        return None  # «أهالي القرية | وحدهم دفنوا خمسة»
    if token.form in AND_WHO or (token.form in AND_SONS_OF and names_tribes(tokens, begin, i)):
        return None  # «مصنع الجنوب، والذي بني عام 1990», «بين قبيلتي آل مروان | وبني سعد»
    waits = comma and found.verb is not None and not found.joined and awaits_verb(tokens, begin, i)
    if waits and not (function and has_class(tokens, i, last, "but")):
        return None  # «بأن اليوم الأحد، سيشهد هجوما»; but «إن الطريق سالك، | غير أن …»
    if comma and token.form == _AND_HAD and i - begin > 3 and i + 1 < last and is_perfect(tokens[i + 1]):
        return None if has_topic(tokens, begin, i) else i  # «فلان أحد مؤسسي الجماعة، | وقد درس اللغة»
    if comma and token.form == _ALREADY and i - begin > 3 and i + 2 < last and tokens[i + 1].form == _THAT:
        return i  # «وقع الطرفان اتفاقا، | وسبق أن تبادلا الأسرى»
    if comma and state.figure and happened_to_part(tokens, i, last):
        return i  # «ارتفاع عدد المصابين إلى 46، | خرج 18 منهم»
    if comma and (answers(tokens, i, last) or describes_named(tokens, begin, i, last)):
        return i  # «نفت الشركة تسرب الغاز، | ردا على …»
    if comma and follows_event(tokens, i, last, state.verb or state.results):
        return i + 1
    if comma and token.form[0] == "ف" and tokens[begin].form.removeprefix("و") in words_of("leads.up"):
        return None  # «عندما يتعلق الأمر بالسلامة، | فليس هناك نقاش»
    if comma and found.verb and not found.joined and (leading := leads_here(tokens, begin, i)):
        return i if leading == "apart" and state.verb else None
    if comma and (dated := told_of_year(tokens, i, last) or denies_further(tokens, begin, i, last)):
        return dated
    attached = token.form[0] == "و"
    if attached and tells_further(tokens, begin, i, last):
        return i + 1
    which = tells_which(tokens, begin, i, last) if comma else foresees_of_noun(tokens, i, last) if function else 0
    if which and i - begin > 2:
        return which
    if comma and state.verb and (judges_what_was(tokens, i, last) or acts_next(tokens, i, last)):
        return i
    if comma and state.verb and denies_of_its_own(tokens, i, last):
        return i
    bare = token.form[2:] if token.form[:2] == "وب" else ""
    if bare and (is_event_noun(bare) or looks_like_masdar(bare) or describes_with(tokens, i, last, bare)):
        return None  # «قضت بسجن …، وبتغريم …»: the verb that takes «ب» goes on
    if attached and (state.verb or state.figure) and sums_up(tokens, i, last):
        return i
    if attached and not comma and (state.verb or state.results) and acts_beside(tokens, begin, i, last):
        return i
    opens = comma or function or found.joined or found.verb is not None
    if not (opens or token.form[0] == "ل" or token.form == THE_THING):
        return None
    if attached and function and (told := told_next(tokens, begin, i, last)) is not None:
        return told or None
    negated = attached and token.form[1:] in words_of("negates") and token.form[1:3] != "لي"  # «وليس تسريبا»
    if negated and i - begin >= 2 and denies_at_length(tokens, i, last):
        return i
    opens_quoted = before.form in QUOTES_OPEN and not closes_behind(tokens, i)
    if state.verb and opens_quoted and found.verb is not None and not found.verb.weak:
        return None if goes_on_quoted(tokens, begin, i) else i
    if (
        token.form[0] == "ف"
        and has_topic(tokens, begin, i)
        and not any(t.form[0] == "ف" and word(t.form).joined for t in tokens[begin + 1 : i])
    ):
        return None  # «أما الشركة فأغلقت أبوابها»
    if state.figure and found.verb is not None and not found.joined and acts_for_some(tokens, i, last):
        return i
    if token.form[0] == "و" and not comma and sets_beside(tokens[max(begin, i - _NAMED) : i]):
        return None  # «بين محمد عبادي | وفتح الله أرسلان»
    if comma and found.event and (provides(tokens, begin, i) or sets_second(tokens, begin, i)):
        return None  # «ينص الاتفاق على تسليم المتهم، وتعويض السكان، | وسحب المسلحين»
    if found.joined and found.verb is not None and opens_clause(tokens, i, last, state, comma):
        return (
            None
            if is_fadi(tokens, i) or (not comma and (is_accused(tokens, begin, i) or goes_on_within(tokens, begin, i)))
            else i
        )
    plus = after_plus(tokens, begin, i, last) if function and comma and (state.verb or state.figure) else 0
    if plus:
        return plus
    if comma and has_class(tokens, begin, i, "part") and not state.verb:
        return i
    if token.form[0] == "ل" and (state.verb or state.figure) and raises_total(tokens, i, last):
        return i
    if function and not class_names(token.form).isdisjoint(CONJUNCTIONS):
        cut = _after_conjunction(tokens, begin, i, last, state)
        if cut is not None:
            return cut
    if function and (state.verb or (comma and state.figure)) and (end := has_class(tokens, i, last, "aboard")):
        return i if counts(tokens, end, min(last, end + 3)) and not needs_load(tokens, i) else None
    if not comma and ((state.verb and counts_anew(tokens, i, last)) or brings_about(tokens, begin, i, last)):
        return i
    still_described = state.described and not (state.verb or comma)
    if still_described and found.joined and found.event and after_that(tokens, begin):
        return None  # «أن الحريق الذي أسفر عن مقتل 20 وإصابة 47 عمل إرهابي»
    figured = comma or function or (found.joined and found.event)
    cut = by_figure(tokens, i, last, comma, state.verb, state.figure, state.results) if figured else None
    if cut is not None:
        return cut
    return after_comma(tokens, begin, i, last, state.verb, state.figure) if comma else None


def _after_conjunction(tokens: Sequence[Token], begin: int, i: int, last: int, state: State) -> int | None:
    """A contrast, a sequel, a consequence, a concession: the clause after its conjunction."""
    if at_a_time(tokens, i, last) and state.verb:
        if i - begin <= _PLACED and word(tokens[begin].form).base in words_of("comes"):
            return None  # «وجاء القرار في وقت بلغت فيه البطالة …»
        return i + 2  # «رفض الحزب النتائج، في وقت | أسفرت مواجهات عن …»
    names = class_names(tokens[i].form)
    if tokens[i].form == _WHERE and i - begin <= _PLACED and tokens[i - 1].form not in COMMAS:
        return None  # «وقع الحادث حيث يتقاطع الطريقان»
    opening = begin + (tokens[begin].kind == "mark")
    nominal = "but" in names and tokens[i - 1].form in COMMAS and i - begin > 2
    nominal = nominal and (opens_nominal(tokens, opening) or after_that(tokens, begin))
    nominal = nominal or ("but" in names and i - begin > 2 and acts_behind(tokens, i, last))
    acts = "but+" in names and has_any_verb(tokens, i + 1, min(last, i + 4))  # «الاقتراح قديم | لكنه لقي معارضة»
    nominal = nominal or (acts and i - begin > 2 and opens_nominal(tokens, opening))
    if not (state.verb or state.results or state.figure or nominal) or has_class(tokens, i, last, "regarding"):
        return None
    compared = {tokens[i - 1].form, tokens[i - 2].form} if i > 1 else set()
    if "so" in names and (compared & words_of("than") or tokens[i - 1].form in _OF_HUNDRED):
        return None  # «أعلى مما يذكره المسؤولون»
    if "so" in names and adds_then(tokens, has_class(tokens, i, last, "so"), last):
        return None
    if "so" in names and i - begin <= _PLACED and tokens[i - 1].form not in COMMAS:
        return None  # «لا نية لذلك»
    if names & _ENDING and any(has_class(tokens, i, last, name) for name in _ENDING):
        return None if points_at_noun(tokens, i, last) or tokens[i].form == _WITH else i
    if tokens[i].form == _MAY and i + 1 < last and tokens[i + 1].form == _THAT:
        waits = tokens[begin].form[:3] == "وال" and not has_verb(tokens, begin, i)  # «والتقليل من الهدر | يمكن أن …»
        bound = waits or tokens[i - 1].form in words_of("negates") or tokens[i - 1].form == _WHAT or not state.verb
        return None if bound or has_class(tokens, i - 1, i, "that") else i
    if "topic" in names:
        return i + 1 if tokens[i - 1].form in COMMAS and opens_topic(tokens, i, last) else None
    he = has_class(tokens, i, last, "he") if tokens[i].form in words_of("and.he") else 0
    if he and tokens[i - 1].kind == "word" and he < last and tells_when(tokens[he].form):
        return None  # «تلقت الصورة | وهي في الحافلة»: how she was
    if he and he < last and not has_verb(tokens, he, min(last, he + 3)):
        return None if only_adds(tokens, i, he, last) or is_set_off(tokens, i, last) else i
    for name in ("but", "then", "where", "after"):
        end = has_class(tokens, i, last, name) if name in names else 0
        if end and name == "after" and is_bound(tokens, begin, i, end, last):
            return None  # «التدافع بدأ بعد أن …»: the one says nothing without the other
        if end and name == "but" and i - begin <= _PLACED and word(tokens[begin].form).base in words_of("comes"):
            return None  # «ويأتي الحادث بينما تحاول القناة …»
        pointed = end and end + 1 < last and tokens[end + 1].form.endswith(("ه", "ها", "هم", "نا"))
        bare = tokens[i - 1].form == _AND_OF or (pointed and not has_words(tokens, end + 1, last))
        if end and name == "then" and bare:
            return None  # «ومن | ثم إلى المحافظة», «وضع على الجهاز يومين ثم رفع عنه»
        conceding = range(opening, min(opening + 2, i)) if end and name == "but" else ()
        if any(has_class(tokens, j, i, "despite") for j in conceding):
            return None  # «رغم تراجع السياحة، إلا أن …»: the one is said only for the other
        whole = name == "but" and end and tokens[end - 1].form == _THAT  # «في حين أن الحد الأقصى 40»
        if end and name in ("but", "where") and end < last and adds_how(tokens, end, last):
            return None  # «سيرفع الفائدة ولكن بشكل طفيف، …»
        holds = has_verb if end and end < last and is_preposition(tokens[end].form) else has_any_verb
        whole = whole or (name == "but" and end > 0 and tells_state(tokens, end, last))
        if end and end < last and (whole or holds(tokens, end, min(last, end + 12))):
            return end
    before = has_class(tokens, i, last, "before") if "before" in names and tokens[i - 1].form in COMMAS else 0
    if before and before + 1 < last and word(tokens[before].form).verb is not None:
        return None if tokens[before + 1].form in words_of("anybody") else before
    also = has_class(tokens, i, last, "also") if "also" in names else 0
    if also and also + 1 < last and tokens[also].form in words_of("negates") and may_be_verb(tokens[also + 1].form):
        return also  # «كما | لا يوجد …», «كما | لم تعرف …»
    if also and also < last and word(tokens[also].form).verb is not None:
        return None if only_says_so(tokens, i, also, last) or compares(tokens, begin, i, also) else also
    despite = has_class(tokens, i, last, "despite") if "despite" in names else 0
    if despite and despite < last and is_event_noun(tokens[despite].form):
        return despite
    return None
