"""How whoever stands behind a claim is named in its sentence: in the article's words, with the gender of the verb."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.ar.duals import dual, is_many, nouns, singular_of
from factcheck.extract.ar.hastened import noun_cues, revises
from factcheck.extract.ar.marks import QUOTE_MARKS
from factcheck.extract.ar.name_parts import bound_plural, in_nominative, takes_accusative
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.pronominal import pronominal
from factcheck.extract.ar.words import Cue, is_definite, is_preposition, without_lam, word, words_of
from factcheck.extract.claimants import Cast
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.text import Span, fold

_SOURCE, _SOURCES, _TO = fold("المصدر"), fold("مصادر"), fold("إلى")
_COMPLAINTS = frozenset(map(fold, ("الشكوى", "شكوى", "الدعوى", "دعوى", "الفتوى", "فتوى")))
_SHARING = tuple((f"ar.report.{how}",) for how in ("noun", "gapped", "that"))
_TONGUE, _MOTHER = fold("لسان"), fold("أم")
_UNNAMED = "مصدر لم يُسمَّ"


def name_of(layout: Layout, proposition: Proposition, cast: Cast) -> str:
    """The claimant in the article's own words, as fully as the article names him."""
    if proposition.holder is None:
        return _UNNAMED
    words = unquoted(" ".join(cast.fullest(proposition.holder).split())).split()
    if not words:
        return _UNNAMED  # «»: an empty pair of marks stands where a name should
    if len(words) < 4 and words[0][0] in QUOTE_MARKS and words[-1][-1] in QUOTE_MARKS:
        words = " ".join(words).strip(QUOTE_MARKS).split()  # «"خيري"»: a name, no quotation
    mention = cast.mention(proposition.holder)
    name = mention.name.split() if mention.kind == "person" else []
    if len(name) > 1 and not set(name) & {one.strip("،,") for one in words}:
        words += name  # a title longer than the name it stands for
    titled = mention.kind != "person" or words[0] not in mention.name.split()  # «مستشارا», not «مايا»
    many = words[0].endswith("ين") and _told_by_many(layout, proposition)
    bare = fold(words[0]).removesuffix("ا")
    common = bare != fold(words[0]) and (bare in nouns() or is_many(bare))  # «أن موظفا سابقا …», «أن شهودا …»
    bodiless = mention.kind not in ("state", "body", "organisation")
    if (titled or many or common) and bodiless and not is_definite(fold(words[0])):
        words = in_nominative(words, _behind_that(layout, proposition))
    elif bound_plural(words[0]) and _behind_that(layout, proposition) and _told_by_many(layout, proposition):
        words[0] = f"{words[0][:-1]}و"  # «لكن مندوبي اللائحة قالوا»
    if words and proposition.speaker is not None:
        at = layout.token_range(proposition.speaker)[0]
        words[0] = without_lam(layout.tokens[at - 1].form if at else "", words[0])
    subject = not proposition.rules[0].startswith("ar.source")  # after «بحسب» a name stands in the genitive
    if subject and words and words[0].endswith("ين") and singular_of(fold(words[0])) is not None:
        two = len(words) > 1 and fold(words[1]) in words_of("two")
        two = two or (_is_dual(fold(words[0])) and not _told_by_many(layout, proposition))  # «صيادين | أكدوا»
        ending = "ان" if two else "ون"
        agreeing = next((n for n, one in enumerate(words) if not one.endswith("ين")), len(words))
        words[:agreeing] = [one[:-2] + ending for one in words[:agreeing]]
    if not _tells_owner(proposition):
        words = _with_owner(words, cast.owner(proposition.holder))
    whole = " ".join(words)
    set_off = "،" in whole and any(one.endswith("،") for one in words[:-1])  # «محامية المتهم، سنية عمر،»
    return whole + ("،" if set_off and subject and not words[-1].endswith("،") else "")


def _tells_owner(proposition: Proposition) -> bool:
    """Whether a claim is told by whoever heads what it tells of itself: «افتتح المتحف، بحسب مديره»."""
    owner, sentence = proposition.owner, proposition.sentence
    return owner is not None and proposition.rules[0].startswith("ar.source") and sentence.start <= owner.start


def _with_owner(words: list[str], owner: str | None) -> list[str]:
    """A title with whom its pronoun means: «مديرها [شركة النور] التنفيذي»."""
    if owner is None:
        return words
    titles = words_of("his.office", "in.name.of")
    at = next((n for n, one in enumerate(words) if fold(one.strip("،")) in titles), None)
    if at is None or fold(owner).split()[0] in titles:
        return words
    title, comma = words[at].rstrip("،"), "،" if words[at].endswith("،") else ""
    return [*words[:at], title, f"[{' '.join(unquoted(owner).split())}]{comma}", *words[at + 1 :]]


def _told_by_many(layout: Layout, proposition: Proposition) -> bool:
    cue = cue_of(layout, proposition)
    return cue is not None and cue.agreement == "p"


def _behind_that(layout: Layout, proposition: Proposition) -> bool:
    """Whether the claimant stands right behind «أن» or «لكن», which put him in the accusative."""
    at = layout.token_range(proposition.holder)[0] if proposition.holder is not None else 0
    return takes_accusative(layout.tokens[at - 1].form if at else "")


def _is_dual(form: str) -> bool:
    """Whether a form in ين is two and not many: its noun has another plural («مصدرين», not «مسؤولين»)."""
    found = dual(form)
    return found is not None and found.certainty == "dual"


def _is_noun(layout: Layout, proposition: Proposition) -> bool:
    """Whether what looks like a verb is the noun of one, which agrees with nobody: «رغم | نفي الوزارة …»."""
    at = layout.token_range(proposition.cue)[0] if proposition.cue is not None else 0
    before = layout.tokens[at - 1].form.removeprefix("و") if at else ""
    return word(layout.tokens[at].form).event and (before in words_of("leads.up.that") or is_preposition(before))


def _shares_verb(layout: Layout, proposition: Proposition) -> bool:
    """Whether the verb is the first voice's: «قدرت الشرطة العدد بمئة، و|المنظمون بألف»."""
    cue, holder = proposition.cue, proposition.holder
    if cue is None or holder is None or proposition.rules[:1] not in _SHARING:
        return False
    return cue.end < holder.start - 1 and layout.text[holder.start - 1] == "و"


def is_feminine(layout: Layout, proposition: Proposition, cast: Cast, cue: Cue | None) -> bool:
    assert proposition.holder is not None
    at = layout.token_range(proposition.holder)[0]
    by_mouth = at > 0 and layout.tokens[at - 1].form == _TONGUE  # «صرحت النقابة، على لسان | رئيسها»
    own = proposition.speaker == proposition.holder and proposition.relay is None and not by_mouth
    own = own and not _shares_verb(layout, proposition)
    fullest = cast.shown(proposition.holder)
    shown, by_own = fold(layout.text[slice(*fullest)]).split()[0], fold(layout.text[slice(*proposition.holder)])
    if shown != by_own.split()[0] and cast.mention(fullest).kind == "body":
        return cast.mention(fullest).gender == "f"  # «قال الجيش», said of «القوات المسلحة»
    if by_own in words_of("the.paper") and shown != by_own and (shown.endswith("ة") or shown in nouns()):
        return shown.endswith("ة")  # «وأوضح البيان», said of «مديرية الصحة»
    if (shown.endswith("ة") or shown == _SOURCES) and by_own.startswith(_SOURCE):
        return True  # «المصدر ذاته», said of «حصيلة مؤقتة»
    said = cue is not None and cue.sort == "verb" and "document" not in cue.frames  # «بلاغا | جاء فيه»
    noun = _is_noun(layout, proposition)
    if own and said and cue is not None and cue.agreement in ("m", "f") and not noun:
        return cue.agreement == "f"
    if own and said and cue is not None and cue.agreement == "p" and cast.mention(fullest).human:
        return False  # «أعضاء أفادوا بأن …»
    dropped = proposition.speaker is None and proposition.relay is None
    if dropped and cue is not None and cue.agreement == "p" and number_word(shown) is not None:
        return False  # «ثلاثة مزارعين. | وأكدوا أن …»
    she = cue is not None and cue.agreement == "f" and (said or cue.sort == "participle")
    if dropped and she and cast.mention(fullest).kind == "person":
        return True  # «وقالت إن …», «موضحة أن …», of «عضو المجلس بشرى داود»
    answer = at > 0 and layout.tokens[at - 1].form in words_of("answer")  # «جاء رد | البلدية»
    first_told = word(layout.tokens[at - 1].form).cue if at and not noun and not answer else None
    verb = word(layout.tokens[at - 1].form).verb if own and at else None
    if own and verb is not None and verb.lemma in words_of("hastens"):
        return verb.agreement == "f"  # «سارعت الشركة إلى نفي …»
    if first_told is not None and first_told.sort == "verb" and first_told.agreement in ("m", "f"):
        return first_told.agreement == "f"  # «حذرت فلانة …، قائلة»
    if own and proposition.rules[:1] == ("ar.report.document",) and shown in words_of("statement"):
        return shown.endswith("ة")  # «جاء في | تغريدة للاعب أن …»
    mention = cast.mention(proposition.holder)
    if mention.kind in ("organisation", "body") and fold(cast.fullest(proposition.holder).split()[0]).endswith("ة"):
        return True  # «وكالة الفضاء «ناسا»» said later by its short name
    if mention.gender is not None:
        return (mention.gender == "f" and mention.number != "pl") or (not mention.human and mention.number == "pl")
    if (
        " وهي " in fold(cast.fullest(proposition.holder))
        or shown.endswith(("تان", "تين"))
        or shown in words_of("many.things")
    ):
        return True  # «لائحتان», «مصادر»
    if dropped and cue is not None and cue.agreement == "f" and "document" not in cue.frames:
        return True  # «تبيع نوال الخبز. تقول: "…"»
    head, *more = by_own.split()
    described = is_definite(head) and more[:1] != [] and is_definite(more[0]) and more[0].endswith("ة")
    feminine = head.endswith(("ة", "اء", "ات")) or head in _COMPLAINTS
    return feminine or described or head == _MOTHER  # «الطوارئ الشعبية», «أم سعيد»


def cue_of(layout: Layout, proposition: Proposition) -> Cue | None:
    if proposition.cue is None:
        return None
    form = fold(layout.text[proposition.cue.start : proposition.cue.end])
    at = layout.token_range(proposition.cue)[0] if form in noun_cues() else 0
    if at and layout.tokens[at - 1].form == _TO:
        return noun_cues()[form]  # «سارعت إلى نفي …», which folds like «نفى»
    described, found = pronominal(form), word(form)
    if found.cue is None and found.verb is not None and found.verb.lemma in words_of("refuses"):
        denies = word(fold("نفى")).cue  # «رفض الوزير القول إن …»
        return denies and replace(denies, agreement=found.verb.agreement)
    return found.cue if described is None else described.cue


def unquoted(text: str) -> str:
    """Words without a lone quotation mark that the span's edge cut off from its pair."""
    for opening, closing in (("«", "»"), ("“", "”")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text


def verb_told(layout: Layout, cue: Span) -> str:
    """A verb with its pronoun as the article has it, without the «و» that only joins it: «رفعتها», «وضعها»."""
    told = layout.text[slice(*cue)]
    return told[1:] if told[0] == "و" and revises(fold(told)) is not None else told
