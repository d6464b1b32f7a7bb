"""A claim as one Arabic sentence that stands alone: claimant, verb, content; what it leaves open stands in brackets."""

from __future__ import annotations

from functools import cache

from factcheck.extract.ar.bearings import with_bearings
from factcheck.extract.ar.calendar import opens
from factcheck.extract.ar.commas import is_stipulated
from factcheck.extract.ar.content import Content
from factcheck.extract.ar.dates import date_at
from factcheck.extract.ar.further import denies_of_its_own, happened_to_part, parted_from
from factcheck.extract.ar.marks import QUOTES_OPEN
from factcheck.extract.ar.naming import cue_of, is_feminine, name_of, unquoted, verb_told
from factcheck.extract.ar.pronominal import pronominal
from factcheck.extract.ar.report import PREPOSITIONS
from factcheck.extract.ar.supplied import genitive
from factcheck.extract.ar.wording import plain, tells_only
from factcheck.extract.ar.words import (
    Cue,
    has_class,
    is_definite,
    is_event_noun,
    is_measure,
    is_preposition,
    word,
    words_of,
)  # fmt: skip
from factcheck.extract.claimants import Cast, Claimant
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang import rows
from factcheck.text import Span, fold

_BY_THAT, _BY = fold("بأن"), frozenset(map(fold, ("رد", "شهد")))
_PLAN, _FROM, _TO, _ANY, _IN = 40, fold("من"), fold("إلى"), fold("أي"), fold("في")
_ATTACHED = {"هي": "ها", "هو": "ه", "هم": "هم", "هما": "هما", "لو": "ه لو"}  # «وهي سفينة» behind «إن»: «إنها سفينة»


def claim_sentence(layout: Layout, proposition: Proposition, claimant: Claimant, cast: Cast) -> str:
    """The claim as one sentence a stranger understands, its denial spelt out, its hedges kept.

    «ينفي الجيش الأميركي إصابة أي من جنوده». A verb that names no subject of its own gets it in square brackets where
    the sentence settles it; «بلاده» is followed by the country it means. Quoted words stay in guillemets.
    """
    return with_bearings(layout, proposition, _told(layout, proposition, claimant, cast))


def _told(layout: Layout, proposition: Proposition, claimant: Claimant, cast: Cast) -> str:
    """The claim as a sentence, its bare nouns as they stand."""
    content = Content(layout, proposition)
    if proposition.mode == "narrator":
        return f"{_topic(content)}{_planned(content)}{_happened(content)}{content.narrated()}"
    name, cue = name_of(layout, proposition, cast), cue_of(layout, proposition)
    feminine = proposition.holder is not None and is_feminine(layout, proposition, cast, cue)
    said = _reported(layout, proposition, content, name, feminine, cue).replace("،:", ":").replace("،،", "،")
    said = said.replace(f"{name} وب", f"{name} ب", 1)  # the second of two acts: «تعهد ببناء …، | وبتوزيع …»
    if proposition.rest is not None:
        said += f" {plain(layout, proposition.rest)}"
    said = _said_before(layout, proposition, _dated(content, name, said), feminine) if proposition.earlier else said
    if proposition.relay is not None:
        said += f" (نقلًا عن {plain(layout, proposition.relay)})"
    return _with_country(said, claimant) if content.names_his_country() else said


def _topic(content: Content) -> str:
    """What a headline names before the colon behind which it tells its event: «عقار الميناء: انتشال خمس جثث»."""
    tokens, begin = content.layout.tokens, content.first - 1
    if not content.proposition.headline or begin < 1 or tokens[begin].form != ":":
        return ""
    while begin and tokens[begin - 1].kind == "word":
        begin -= 1
    return f"{plain(content.layout, Span(tokens[begin].start, tokens[content.first - 1].start))}: "


def _dated(content: Content, name: str, said: str) -> str:
    """A sentence with the time at which its words were said, behind who said them: «أعلن فلان | في سنة 2005 أنه …»."""
    layout, cue, named = content.layout, content.proposition.cue, content.proposition.speaker
    after = layout.token_range(cue)[1] if cue is not None else content.first
    if named is not None and cue is not None and named.start > cue.end:
        after = layout.token_range(named)[1]
    for k in range(after, content.first):
        token = layout.tokens[k]
        opening = token.kind == "number" or (token.kind == "word" and opens(token.form))
        found = date_at(layout.row, k, k) if opening else None
        if found is not None and found.last <= content.first:
            first = k - 1 if k > after and layout.tokens[k - 1].form == _IN else k
            when = plain(layout, Span(layout.tokens[first].start, layout.tokens[found.last - 1].end))
            return said.replace(f"{name} ", f"{name} {when} ", 1)
    return said


def _said_before(layout: Layout, proposition: Proposition, said: str, feminine: bool) -> str:
    """A sentence whose words were said before what the article tells: «سبق أن أعلنت الوزارة …»."""
    cue, (verb, _, rest) = cue_of(layout, proposition), said.partition(" ")
    if cue is None or proposition.cue is None or cue.tense != "perfect":
        return said
    if verb == _present(cue.lemma, feminine):
        told = layout.text[slice(*proposition.cue)]
        return f"سبق أن {told.removesuffix('وا') if cue.agreement == 'p' else told} {rest}"  # «شكك | كثيرون»
    return f"سبق أن {'قالت' if feminine else 'قال'} {rest}" if verb == _present("قال", feminine) else said


def _reported(
    layout: Layout, proposition: Proposition, content: Content, name: str, feminine: bool, cue: Cue | None
) -> str:
    """Claimant, verb and content, by the frame of the verb."""
    rule = proposition.rules[0] if proposition.rules else ""
    if cue is not None and cue.force == "report.learned" and proposition.relay is not None:
        cue = word(fold("قال")).cue  # «علمت «صوت الجبل» من مصدر أن …»: the source says it
    if rule == "ar.report.pronoun" and cue is not None and proposition.cue is not None:
        described = pronominal(fold(layout.text[proposition.cue.start : proposition.cue.end]))
        verb = _present(cue.lemma, feminine) + (described.suffix if described is not None else "")
        return f"{verb} [المذكور قبله] {name} {content.text}"
    if cue is not None and content.text.startswith("إلا أن"):
        return f"{_present(cue.lemma, feminine)} {name} {content.text.removeprefix('إلا ')}"
    if cue is not None and proposition.cue is not None and tells_only(layout, proposition.cue, content.text):
        return f"لا {_present(cue.lemma, feminine)} {name} {content.text}"  # «لم تؤكد | إلا 18 إصابة»
    if content.opens_with_but and cue is not None:
        return f"{_present(cue.lemma, feminine)} {name} {_preposition(cue, 'that')}{content.after_but(cue)}"
    if cue is not None and _before(content) in words_of("saying") and not any(f.endswith("that") for f in cue.frames):
        cue = word(fold("قال")).cue or cue  # «دافع عن القرار، قائلا | إنه …»
    if content.opens_with_that and cue is not None:
        return f"{_present(cue.lemma, feminine)} {name} {_that(content, cue.lemma, _preposition(cue, 'that'))}"
    if cue is not None and "cause" in cue.frames and _is_cause_alone(content):
        told = f"«{unquoted(content.text)}»" if content.is_quoted else content.bare()
        return f"{_present(cue.lemma, feminine)} {name} ذلك [المذكور قبله] إلى أن {told}"
    undertakes = cue is not None and "ب+np" in cue.frames and rule == "ar.report.quotation"
    if content.is_quoted and undertakes and cue is not None and content.text.startswith("ب"):
        return f"{_present(cue.lemma, feminine)} {name} «{unquoted(content.text)}»"  # «توعد القائد «بالرد»»
    if content.is_quoted and cue is not None and rule == "ar.report.noun" and cue.frames & {"target", "blame"}:
        return f"{_present(cue.lemma, feminine)} {name} «{unquoted(content.text)}»"  # «اتهم النقيب «موظفين ببيعها»»
    hoped = cue is not None and cue.force == "hope" and content.opening.verb is not None
    if content.is_quoted and hoped and cue is not None and content.first > 1:
        return f"{_present(cue.lemma, feminine)} {name} أن «{unquoted(content.text)}»"  # «تمنى أن «تجد الأطراف حلا»»
    if content.is_quoted and not proposition.denied:
        told = content.bare() if content.opens_with_sequel and content.text[0] == "م" else content.text
        return f"{_present('قال', feminine)} {name}: «{unquoted(told)}»"  # «[فاض النهر،] مما أغرق القرية»
    if rule.startswith("ar.source") and (ahead := parted_from(proposition)) is not None:
        return f"بحسب {genitive(name)}، [{plain(layout, ahead)}] {content.bare()}"
    if rule.startswith("ar.source"):
        return f"بحسب {genitive(name)}، {_planned(content)}{_happened(content)}{content.bare()}"
    if rule == "ar.noun" and _expects(layout, proposition) and content.opens_with_finite_verb:
        return f"{_present('توقع', feminine)} {name} أن {content.text}"
    if rule == "ar.noun" and _fears(layout, proposition):
        that = "أن " if content.opens_with_finite_verb else ""
        return f"{_present('خشي', feminine)} {name} {that}{content.text}"
    if rule == "ar.report.placed" and proposition.cue is not None:
        return f"{verb_told(layout, proposition.cue)} {name} {content.text}"  # «يضعها البيان عند الرابعة»
    if cue is None:
        if content.opens_with_that:
            return f"{_present('قال', feminine)} {name} {_that(content, 'قال')}"  # «جاء فيه …، | وأنه …»
        that = " إن " if content.stands_behind_that else ": "
        return f"{_present('قال', feminine)} {name}{that}{_happened(content)}{content.bare()}"
    if rule == "ar.noun.own" and content.text.startswith("ب"):
        return f"{_present('تعهد', feminine)} {name} {content.text}"
    verb = _present(cue.lemma, feminine)
    if cue.force == "doubt" and proposition.force != "doubt":
        verb = f"لا {verb}"  # «لا يستبعد»
    part = has_class(layout.tokens, content.first, content.last, "part") or content.opens_with_part
    part = part or (content.is_set_against and not proposition.denied)
    part = part or content.tells_how or happened_to_part(layout.tokens, content.first, content.last)
    if part or rule.endswith("gapped") or content.is_compared or content.opens_with_result or content.opens_with_sequel:
        return f"{_present('قال', feminine)} {name}: {content.bare()}"
    if content.is_beside and "cause" in cue.frames:
        return f"{verb} {name} [المذكور قبله] إلى {content.text}"  # «…، إضافة إلى توقف مصفاتين»
    if rule == "ar.report.noun" and content.opening.base in words_of("bare.he"):
        return f"{_present('قال', feminine)} {name}: {content.bare()}"  # «أعلنت اكتشاف بؤرة، | هي الأولى …»
    if _came_before(content):
        return f"{_present('تحدث', feminine)} {name} عن {content.bare()}"
    noun = not content.opens_with_finite_verb or content.is_owned or is_preposition(_before(content))  # «حذر من | تلف»
    if rule == "ar.report.noun" and not content.opening.joined and noun:
        return f"{verb} {name} {_any(content)}{_preposition(cue, 'np', content)}{content.text}"
    acts = content.opening.verb is not None and content.opening.verb.tense == "perfect"
    if content.opening.event and content.opening.joined and acts and rule != "ar.report.noun":
        return f"{_present('قال', feminine)} {name}: {content.bare()}"  # «وفتح النار»: he opened, or the opening
    if content.tells_what_led_to_it and rule != "ar.report.noun":
        return f"{_present('قال', feminine)} {name}: {content.bare()}"  # «…، ما أدى إلى مقتل فني | وإصابة ستة»
    if content.opening.event and content.opening.joined and not _is_nominal(content):
        return f"{_announced(cue, rule, feminine, name)}{content.bare()}"
    if content.is_added or content.is_beside:
        return f"{_present('تحدث', feminine)} {name} عن {content.bare()}"
    verbal = content.opens_with_verb and not content.stands_behind_that
    if verbal or content.opens_negated or content.opens_hedged or content.opens_with_time:
        subjunctive = content.opening.verb is not None and content.opening.verb.tense == "imperfect"
        placed = content.first and has_class(layout.tokens, content.first - 1, content.first, "where")
        if subjunctive and not content.opening.joined and cue.force in _SUBJUNCTIVE and not placed:
            return f"{verb} {name} {_preposition(cue, 'that')}أن {content.text}"
        if proposition.denied:
            return f"{verb} {name} {'' if rule == 'ar.report.noun' else 'أن '}{content.text}"
        return f"{_present('قال', feminine)} {name}: {content.reported()}"
    if content.opens_with_joined_noun():
        return f"{_present('قال', feminine)} {name}: {content.bare()}"  # «…، ومصابان في الدقهلية»
    if rule == "ar.report.colon" and not is_definite(content.opening.base) and _before(content) == ":":
        return f"{_present('قال', feminine)} {name}: {content.bare()}"
    that, words = "إن" if verb.endswith("قول") else "أن", content.bare()
    if _before(content) == _BY_THAT:
        return f"{verb} {name} {'إن' if that == 'إن' else 'بأن'} {words}"  # «طمأن … بأن»
    pronoun = _ATTACHED.get(words.partition(" ")[0])
    if pronoun is not None:
        return f"{verb} {name} {_preposition(cue, 'that')}{that}{pronoun} {words.partition(' ')[2]}"
    return f"{verb} {name} {_preposition(cue, 'that')}{that} {words}"


def _any(content: Content) -> str:
    """«أي» before what is denied, behind a comma: «نفت الشركة، …، أي | نقص في المعدات»."""
    return "أي " if content.proposition.denied and _before(content) == _ANY else ""


def _is_cause_alone(content: Content) -> bool:
    """Whether the content tells the cause of what was told before: «عازيا ذلك إلى أن | الدراسة لم تكتمل»."""
    tokens, first = content.layout.tokens, content.first
    first -= first > 0 and tokens[first - 1].form in QUOTES_OPEN
    return first > 2 and tokens[first - 2].form == _TO and bool(has_class(tokens, first - 1, first, "that"))


def _happened(content: Content) -> str:
    """«حدث», said before an event that has no verb of its own: «إثر | انهيار …»; empty for other content."""
    if not _came_before(content):
        return ""
    return "حدثت " if content.opening.base.endswith(("ة", "ته", "تها", "تهم")) else "حدث "  # «إدانته»


def _came_before(content: Content) -> bool:
    """Whether the content is an event behind «بعد» or «إثر», a noun without a verb of its own before it."""
    before = content.layout.tokens[content.first - 1].form if content.first else ""
    event = content.opening.event or is_event_noun(content.opening.base.removeprefix("ال"))
    event = event and before in words_of("upon", "despite")  # «عزت الخسارة إلى …، رغم | نمو الإيرادات 6%»
    return event and not content.opens_with_finite_verb and not content.opening.joined


def _planned(content: Content) -> str:
    """«من المقرر أن», said before, for what «على أن» adds to a plan: «…، على أن | يتولى نائبه الإدارة»."""
    tokens, first = content.layout.tokens, content.first
    if not is_stipulated(tokens, first):
        return ""
    for i in range(first - 3, max(0, first - _PLAN), -1):
        if tokens[i].form in words_of("unreported") and tokens[i - 1].form.endswith(_FROM):
            return f"من {content.layout.text[tokens[i].start : tokens[i].end]} أن "
    return ""


def _expects(layout: Layout, proposition: Proposition) -> bool:
    """Whether the noun that reports is an expectation: «توقعات المحللين أن تحقق …»."""
    return proposition.cue is not None and fold(layout.text[slice(*proposition.cue)]).startswith(fold("توقع"))


def _fears(layout: Layout, proposition: Proposition) -> bool:
    """Whether the noun that reports is a fear: «مخاوف السكان من انهيار السد»."""
    return proposition.cue is not None and fold(layout.text[slice(*proposition.cue)]) in words_of("fears")


def _announced(cue: Cue, rule: str, feminine: bool, name: str) -> str:
    """What stands before a further event of one report: «تعلن الوزارة | إصابة …», the verb's preposition and all."""
    if rule == "ar.report.noun" and "np" in cue.frames:
        return f"{_present(cue.lemma, feminine)} {name} "
    preposition = next((p for p in PREPOSITIONS if f"{p}+np" in cue.frames), None)
    if rule == "ar.report.noun" and preposition is not None:
        return f"{_present(cue.lemma, feminine)} {name} {preposition} "
    return f"{_present('تحدث', feminine)} {name} عن "


_SUBJUNCTIVE = frozenset({"predict", "doubt", "hope", "deny", "fear", "promise", "threaten", "warn"})


def _is_nominal(content: Content) -> bool:
    """Whether words without a verb are a sentence of subject and predicate: they begin with a definite noun."""
    if denies_of_its_own(content.layout.tokens, content.first, content.last):
        return True  # «وانسحابه لا علاقة له بالخلاف»
    return (is_definite(content.opening.base) or is_measure(content.opening.base)) and content.last - content.first > 2


def _that(content: Content, lemma: str, preposition: str = "") -> str:
    """The content with its «أنه» as the verb asks for it: «إنه» after «قال», no بـ, but for «رد بأنه»."""
    text = content.text.removeprefix("و")
    by = "ب" if text.startswith("ب") and lemma in _BY else preposition
    text = text.removeprefix("ب").removeprefix("و")
    text = by + ("إ" if _present(lemma, False) == "يقول" else "أ") + text[1:]
    if content.proposition.subject is None:
        return text
    head, _, rest = text.removeprefix(preposition).partition(" ")
    lead = text[: len(text) - len(f"{head} {rest}")]
    return f"{lead}{head} [{plain(content.layout, content.proposition.subject)}] {rest}"


def _preposition(cue: Cue, frame: str, content: Content | None = None) -> str:
    """The preposition a verb's frame asks for before its content, with a space after it."""
    for preposition in PREPOSITIONS:
        if f"{preposition}+{frame}" in cue.frames:
            if frame == "that" and cue.lemma == fold("أكد"):
                continue
            if content is not None and fold(preposition) != _before(content):
                continue
            return f"{preposition} "
    return ""


def _before(content: Content) -> str:
    before = content.layout.tokens[content.first - 1].form if content.first else ""
    if before in QUOTES_OPEN | {"("} and not content.is_quoted and content.first > 1:
        before = content.layout.tokens[content.first - 2].form  # «حذر من «كارثة» بعد …»
    return before[1:] if before[:1] == "و" and is_preposition(before[1:]) else before  # «عن … وعن | إصابة خمسة»


def _present(lemma: str, feminine: bool) -> str:
    """The verb in the present, third person singular: «يقول», «تقول»."""
    imperfect = _imperfects().get(fold(lemma), "يقول")
    return "ت" + imperfect[1:] if feminine else imperfect


@cache
def _imperfects() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("ar", "cues"):
        found.setdefault(fold(row[0].rstrip("*")), row[1])
    return {**found, **dict.fromkeys((fold("نقل"), fold("ورد"), fold("جاء"), fold("اكتفى")), "يقول")}


def _with_country(said: str, claimant: Claimant) -> str:
    """The sentence with the country named after «بلاده», where the claimant's country is settled; marked where not."""
    country = _countries().get(claimant.country or "", "لم تُحدَّد")
    return " ".join(f"{part} [{country}]" if fold(part) in words_of("his.country") else part for part in said.split())


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("ar", "countries"):
        found.setdefault(row[0], row[1])
    return found
