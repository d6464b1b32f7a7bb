"""Whom an Arabic sentence introduces, whose words stand right behind it: «أم سعيد على الدرج. «…»، تقول»."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.asked import asked_before, asked_him
from factcheck.extract.ar.continued import is_continued, last_quoted, whose_words
from factcheck.extract.ar.cuts import led_in
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.name_parts import is_done_to, is_thing_of, name_words
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.owners import paper_told
from factcheck.extract.ar.predicates import is_kana
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.subject_nouns import is_his_male, named_at, names_place
from factcheck.extract.ar.taken_up import the_latter
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.extract.layout import Carry
from factcheck.extract.proposition import Proposition
from factcheck.lang.actors import PLACES, entry_at
from factcheck.text import Span, by_spelling, fold

_LEAD = 9  # tokens of place or time before the verb
_PLACED = 16  # tokens of a place and what describes it, with its comma
_FAMILY = 4  # letters of a family name without its article
_NAME = 3  # words of a name without a title
_SHORT = 8  # tokens of a sentence that goes on about somebody just met
_NAMED = 7  # tokens of a name and title before an age
_YEARS = frozenset(map(fold, ("عاما", "سنة", "أعوام", "سنوات")))
_WITH = frozenset(map(fold, ("مع", "إلى")))
_NOT = frozenset(map(fold, ("لا", "لم", "لن")))  # a verb alone stands behind them
_MOTHER, _UNCLE = frozenset(map(fold, ("أم", "أبو"))), fold("عم")
_US = frozenset(
    map(
        fold,
        (
            "معه",
            "معها",
            "معهم",
            "عليه",
            "عليها",
            "عنه",
            "عنها",
            "له",
            "لها",
            "إليه",
            "إليها",
            "إلينا",
            "معنا",
            "لنا",
            "هنا",
            "هناك",
            "أمامنا",
        ),
    )
)


def told_by(scene: Scene, report: Report, carry: Carry) -> Span | None:
    """Whom a report without a speaker means beyond doubt: «الأخير», or whom the sentence before introduces."""
    if is_continued(scene, report):
        return whose_words(carry)
    if (paper := paper_told(scene, report)) is not None:
        return paper
    latter, met = the_latter(scene, report, carry), carry.introduced
    if latter is not None or report.speaker is not None or report.carried:
        return latter
    if (him := asked_him(scene, report, carry)) is not None:
        return him
    asked = asked_before(scene, report)
    if asked is not None and asked[1] in ("", report.agreement):
        return scene.span(asked[0])
    if met is None:
        return None
    opens = report.start <= scene.first + 1 and report.scope == "content"
    opens = opens or report.rule == "ar.source.own"  # «فالمتر، بحسبه، يكلف …»
    goes_on = word(scene.tokens[report.cue].form).joined or report.force == "say.continue"
    others = (known for _, known in (*carry.speakers, *carry.topics))
    goes_on = goes_on and any(known in ("", report.agreement) for known in others)  # «تبيع سعاد الخبز. | وتقول»
    return met[0] if opens and not goes_on and report.agreement == met[1] else None


def with_introduced(scene: Scene, carry: Carry, told: Sequence[Proposition]) -> Carry:
    """What carries over behind a sentence, with whom it introduces; nobody where somebody else has his say in it."""
    quoted = last_quoted(told)
    carry = carry._replace(quoted=quoted) if carry.quoted != quoted else carry
    if any(proposition.mode != "narrator" for proposition in told):
        return carry._replace(introduced=None) if carry.introduced is not None else carry
    met = introduced(scene)
    found, before = word(scene.tokens[scene.first].form).verb, carry.introduced
    short = scene.last - scene.first <= _SHORT or _loses_his(scene, scene.first)
    kept = short and found is not None and before is not None and found.agreement == before[1]
    if met is not None and " " in scene.text[slice(*met[0])] and scene.text[met[0].end : met[0].end + 1] in COMMAS:
        carry = carry._replace(topics=(met, *carry.topics))  # «لم تجد هناء نور، الموظفة في البلدية، كيسا واحدا»
    met = met or (before if kept else None)
    return carry._replace(introduced=met) if met != before else carry


def introduced(scene: Scene) -> tuple[Span, str] | None:
    """The person a sentence is about, with the gender: at its head, or behind its verb."""
    first = person_first(scene)
    verb = _verb_at(scene, scene.first if first is None else first[1])
    gender = _gender_of_act(scene, verb) if verb is not None else ""
    if first is not None:
        gender = gender or ("f" if _is_feminine(scene, first) else "m")
        span = scene.span(first)
        return (span, gender) if span is not None and gender in ("m", "f") else None
    if verb is not None and (met := _met_by_outlet(scene, verb)) is not None:
        return met
    if verb is None or gender not in ("m", "f") or _loses_his(scene, verb):
        return None
    span = scene.span(person_at(scene, past_us(scene, verb + 1), scene.last))
    return None if span is None else (span, gender)


def _met_by_outlet(scene: Scene, verb: int) -> tuple[Span, str] | None:
    """Whom a paper or its reporters met, with the gender: «أجرت «الساحل» حديثا مع | الصياد عبد الله مرزوق»."""
    tokens, at = scene.tokens, verb + 1
    found, name = word(tokens[verb].form).verb, scene.openings.get(verb + 1)
    if tokens[at].form.removeprefix("ال") in words_of("outlet"):
        at, name = at + 1, scene.openings.get(at + 1)
    elif name is None and not (found is not None and found.first_person):
        return None
    if name is not None:
        at = name.last + 1 if name.last - name.first <= _NAME else scene.last
    with_whom = next((k for k in range(at, min(at + 3, scene.last)) if tokens[k].form in _WITH), at - 1)
    named = person_at(scene, with_whom + 1, scene.last)
    span = scene.span(named)
    return None if named is None or span is None else (span, "f" if _is_feminine(scene, named) else "m")


def _gender_of_act(scene: Scene, i: int) -> str:
    """The agreement of the verb at a token, of one that no list knows behind a negation too: «لم | تقتنع»; or empty."""
    form = scene.tokens[i].form
    found = word(form).verb
    before = scene.tokens[i - 1].form.removeprefix("و") if i > scene.first else ""
    denied = before in _NOT and len(form) > 3 and scene.tokens[i].kind == "word"
    if found is not None and not (denied and form[0] == "ت" and found.tense == "perfect"):  # not «لم | تصدر»
        return found.agreement
    return {"ت": "f", "ي": "m"}.get(form[0], "") if denied and not is_function_word(form) else ""


def _loses_his(scene: Scene, verb: int) -> bool:
    """Whether a feminine verb has a noun of masculine gender with its pronoun behind it: «فقدت | ابنها الأصغر»."""
    found = word(scene.tokens[verb].form).verb
    following = scene.tokens[verb + 1].form if verb + 1 < scene.last else ""
    return found is not None and found.agreement == "f" and is_his_male(following)


def person_behind_verb(scene: Scene) -> tuple[Range, str] | None:
    """The person behind the first verb of a sentence, with the gender: «لا يتردد | الحارس سالم نور في الجواب»."""
    verb = _verb_at(scene, scene.first)
    named = person_at(scene, past_us(scene, verb + 1), scene.last) if verb is not None else None
    return None if verb is None or named is None else (named, _gender_of_act(scene, verb))


def past_us(scene: Scene, at: int) -> int:
    """The token behind «إلينا», «هنا», «معه» at a token."""
    while at < scene.last and scene.tokens[at].form in _US:
        at += 1
    return at


def person_first(scene: Scene) -> Range | None:
    """The person whose name opens a sentence, before a verb, a comma or a preposition: «فاطمة، زوجة فلان، تجلس …»."""
    tokens, named = scene.tokens, person_at(scene, scene.first, scene.last)
    if named is None or named[1] >= scene.last:
        return None
    form = tokens[named[1]].form
    acts = (word(form).verb is not None and not word(form).joined) or form in _NOT
    return named if acts or form in COMMAS or form == ":" or is_preposition(form) else None


def _verb_at(scene: Scene, first: int) -> int | None:
    """The first verb from a token on that is in no relative clause, close enough to have its subject behind it."""
    tokens = scene.tokens
    comma = next((k for k in range(first + 4, min(scene.last - 2, first + _PLACED)) if tokens[k].form in COMMAS), 0)
    if comma and led_in(tokens, first, comma + 1):
        return comma + 1  # «في ورشة لا تتجاوز عشرة أمتار، | تجلس هناء نور …»
    for i in range(first, min(scene.last - 1, first + _LEAD)):
        placed = i + 2 < scene.last and tokens[i + 2].form in COMMAS and names_place(tokens, i, i + 2)
        acts = word(tokens[i].form).verb is not None or _gender_of_act(scene, i) != ""
        if not acts or placed or is_preposition(tokens[i].form):
            continue
        if not has_class(tokens, i - 1, i, "who") and not is_function_word(tokens[i].form):
            return i
    return None


def aged(scene: Scene, i: int, last: int) -> Range | None:
    """The person whose name stands at a token, with his age between commas: «ويملك | عمر الحاج علي، 61 عاما، …»."""
    tokens = scene.tokens
    comma = next((k for k in range(i + 1, min(last - 3, i + _NAMED)) if tokens[k].form in COMMAS), None)
    if comma is None or tokens[comma + 1].kind != "number" or tokens[comma + 2].form not in _YEARS:
        return None
    return (i, comma) if all(token.kind == "word" for token in tokens[i:comma]) else None


def person_at(scene: Scene, i: int, last: int) -> Range | None:
    """The person named at a token: by title or calling, by whose kin he is, or by a bare name."""
    tokens, actor = scene.tokens, scene.actor(i)
    if (known := aged(scene, i, last)) is not None:
        return known
    if actor is not None:
        entry = actor.entry
        one = entry.kind == "office" or (entry.kind == "people" and entry.human and entry.number == "sg")
        acts = (k for k in range(i + 1, last) if is_kana(tokens[k].form) or (k > i + 1 and _does(scene, k)))
        reach = next(acts, last)  # «المزارع سالم | كان في حقله»
        return named_at(scene, i, actor, reach) if one and not actor.clitic else None
    if i + 2 < last and tokens[i].form in _MOTHER:
        form = tokens[i + 2].form
        family = form.startswith("ال") and (form.endswith("ي") or scene.is_family_name(i + 2))  # «أم وليد | المصري»
        return (i, i + 2 + family)
    if i + 2 < last and tokens[i].form == _UNCLE and _is_bare_name(scene, i + 1, False):
        return (i, i + 2)  # «عم | صبحي», as elders are called
    if i < last and _is_kin(tokens[i].form):
        return speaker_after(scene, i, last)
    end = first = _past_title(scene, i, last)
    if i < first < last - 1 and tokens[first].form in _MOTHER:
        return (i, first + 2)  # «بائع الكعك | أبو علي»
    while end < min(last, first + _NAME) and _is_bare_name(scene, end, end > first):
        end += 1
    if end == first and i + 1 < last and tokens[i].form in name_words("given.article"):
        end = i + 1  # «الحبيب | المسدي»
    end += first < end < last and tokens[end - 1].form in name_words("joined")  # «هناء عبد | الغفار»
    end += first < end < last and _is_family(scene, end)
    return (i, end) if end > first else None


def _does(scene: Scene, i: int) -> bool:
    """Whether somebody's own verb in the present stands at a token: «كان الصياد محمود | يصلح شباكه»; no name, which a
    mark or another verb follows («يزيد», «يحيى»).
    """
    found, form = word(scene.tokens[i].form), scene.tokens[i].form
    if found.verb is None or found.joined or found.verb.weak or found.verb.tense != "imperfect" or i + 1 >= scene.last:
        return False
    following = scene.tokens[i + 1]
    return form not in name_words("given") and following.kind == "word" and word(following.form).verb is None


def _is_family(scene: Scene, i: int) -> bool:
    """Whether a word with the article can only be a family name, behind a given one: «سعاد | المنصوري»."""
    bare = scene.tokens[i].form.removeprefix("ال")
    listed = bare == scene.tokens[i].form or bare in nouns() or is_event_noun(bare)
    return not listed and bare.endswith("ي") and len(bare) >= _FAMILY  # not «تبيع حواء آدم | الشاي»


def _past_title(scene: Scene, i: int, last: int) -> int:
    """The name behind a calling that no list knows: «العاملة | نورا», «شيخ القبيلة | خالد نصر»; `i` where none is."""
    tokens = scene.tokens
    for at in (i, i + 1):
        if at + 1 < last and is_definite(tokens[at].form) and _opens_name(scene, at + 1):
            verbs = any(word(token.form).verb is not None or is_function_word(token.form) for token in tokens[i:at])
            return at + 1 if not verbs and tokens[at].form.startswith("ال") else i
    return i


def _opens_name(scene: Scene, i: int) -> bool:
    return scene.tokens[i].form in _MOTHER or _is_bare_name(scene, i)


@by_spelling
def _is_kin(form: str) -> bool:
    """Whether a word with its pronoun says whose kin somebody is: «شقيقه», «والدتها»."""
    stem = next((form[: -len(s)] for s in ("هما", "هم", "ها", "ه") if form.endswith(s)), "")
    return stem != "" and not words_of("of.kin").isdisjoint((stem, stem.removesuffix("ت") + "ة"))


def _is_bare_name(scene: Scene, i: int, family: bool = False) -> bool:
    """Whether a word can only be a name: no listed noun, verb, place or function word, and without the article.

    Behind a given name any noun can be the name of the `family`: «خالد نصر».
    """
    token = scene.tokens[i]
    found = word(token.form)
    if token.kind != "word" or len(token.form) < 3 or is_definite(token.form) or is_function_word(token.form):
        return False
    owned = token.form.endswith(("ه", "ها", "هم"))
    if family and owned and (is_done_to(token.form) or token.form.rstrip("اهم") in nouns()):
        return False  # «يفتح سالم | دفتره», «لم يخف مازن عرفة | امتعاضه»
    if family and singular_of(token.form) not in (None, token.form):
        return False  # «وعقدت حداد | اجتماعات»
    if family and is_thing_of(scene.tokens, i):
        return False  # «وتفقدت نادية كرم | موقع الحادث»
    listed = token.form in nouns() or singular_of(token.form) is not None or is_event_noun(token.form)
    listed = listed or (token.form.endswith("و") and singular_of(f"{token.form}ن") is not None)  # «مزارعو الزيتون»
    listed = listed or number_word(token.form) is not None
    acts = found.verb is not None and not (found.verb.weak and i + 1 < scene.last and _does(scene, i + 1))
    before = word(scene.tokens[i - 2].form).verb if family and i >= scene.first + 2 else None
    acts = acts and (before is None or found.verb is None or not found.verb.weak)  # «تنتظر سناء | عوض دورها»
    other = found.joined or found.cue is not None or acts or is_preposition(token.form)  # «كان البقال | حسن يعيد …»
    place = entry_at(scene.text, scene.tokens, i, "ar", PLACES) is not None
    return not ((listed and not family) or other or place or token.form.endswith("ا"))


def _is_feminine(scene: Scene, named: Range) -> bool:
    return scene.tokens[named[0]].form.endswith(("ة", "اء")) or scene.tokens[named[0]].form == fold("أم")
