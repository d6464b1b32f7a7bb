"""The words of an Arabic claim and how they begin: with a verb, «أن», «لكنه», a figure, a part told before."""

from __future__ import annotations

import re

from factcheck.extract.ar.commas import counts_part
from factcheck.extract.ar.duals import dual, is_many, nouns, singular_of
from factcheck.extract.ar.marks import COMMAS, QUOTE_MARKS
from factcheck.extract.ar.predicates import has_verb, is_circumstance, opening_word
from factcheck.extract.ar.sequels import leads_on
from factcheck.extract.ar.verbs import verb_forms
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_measure,
    is_preposition,
    own_classes,
    word,
    words_of,
)
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.text import Span, fold

BEFORE = "المذكور قبله"
_YEAR = 4  # figures of a year
_BY, _COMPARED = fold("بفارق"), fold("مقارنة")


class Wording:
    """The words of a claim, and how they begin."""

    def __init__(self, layout: Layout, proposition: Proposition) -> None:
        self.layout, self.proposition = layout, proposition
        tokens = layout.tokens
        self.first, self.last = layout.token_range(proposition.span)
        self.opening = opening_word(tokens, self.first)
        self.classes = class_names(tokens[self.first].form)  # of the phrases that may begin the words
        self.behind = own_classes(tokens[self.first - 1].form) if self.first else frozenset()
        self.text = closed(layout, proposition.span)
        self.is_quoted = proposition.mode == "direct_quote" and self._starts_in_quotation()

    def _starts_in_quotation(self) -> bool:
        """Whether the claim begins inside the quotation, so that all of it can be quoted."""
        start, end = self.proposition.span
        before = self.layout.text[max(0, start - 2) : start].strip()
        quoted = self.layout.text[start:end]
        closed = any(mark in quoted for mark in "»”")  # «… بحر الشرق” المعروف أيضا …»: more than the quotation
        return (before.endswith(tuple(QUOTE_MARKS)) and not closed) or not any(mark in quoted for mark in QUOTE_MARKS)

    def names_his_country(self) -> bool:
        told = [token.form for token in self.layout.tokens[self.first : self.last]]
        return not words_of("his.country").isdisjoint(told)

    @property
    def opens_with_verb(self) -> bool:
        found = self.opening.verb
        if found is None:
            return False
        return not found.weak or self.opening.joined or not has_verb(self.layout.tokens, self.first + 1, self.last)

    @property
    def opens_with_finite_verb(self) -> bool:
        """Whether the content begins with a listed verb that is no noun as well («نموا» only looks like one)."""
        found = self.opening.verb
        noun = self.opening.event or (found is not None and (found.weak or found.agreement == "p"))
        listed = found is not None and (found.lemma != self.opening.base or self.opening.base in verb_forms())
        return listed and not noun

    @property
    def has_verb(self) -> bool:
        tokens = self.layout.tokens
        return (
            self.opens_with_verb
            or has_verb(tokens, self.first, self.last)
            or any(token.form in words_of("negates") for token in tokens[self.first : self.last])
        )

    @property
    def opens_negated(self) -> bool:
        """Whether the content begins with «لا», «لم», «لن», which «أن» cannot stand before."""
        form = self.layout.tokens[self.first].form
        return form in words_of("negates") or (form[0] == "و" and form[1:] in words_of("negates"))

    @property
    def opens_hedged(self) -> bool:
        """Whether the content begins with «قد» or «ربما», which «أن» cannot stand before."""
        form = self.layout.tokens[self.first].form
        return (form[1:] if form[0] == "و" else form) in words_of("already", "indeed", "maybe")

    @property
    def opens_with_and(self) -> bool:
        """Whether the content begins with «و» and no verb or common noun: «وحتى», «وبالنسبة», «ومجموعها»."""
        form = self.layout.tokens[self.first].form
        joins = is_preposition(form[1:]) or form[1:].startswith("بال") or is_function_word(form) or is_measure(form[1:])
        return form[0] == "و" and joins

    @property
    def only_denies(self) -> bool:
        """Whether the content is a verb denied and nothing else; its subject stands in the clause before: «ولم تعد»."""
        return self.last - self.first == 2 and self.opens_negated and self.layout.tokens[self.first].form[0] == "و"

    @property
    def happened_when(self) -> bool:
        """Whether «حين» stands right behind a date that dates the content: «… إلى مايو 2023، حين | أضافت الشركات …»."""
        tokens, first = self.layout.tokens, self.first
        led = first > 2 and tokens[first - 1].form in words_of("as.soon") and tokens[first - 2].form in COMMAS
        year = led and tokens[first - 3].kind == "number" and len(tokens[first - 3].form) == _YEAR
        return year and self.opens_with_verb

    @property
    def opens_with_time(self) -> bool:
        """Whether «و» and a time stand before the verb, which «أن» cannot stand before: «وحتى نهاية مايو، تلقت …»."""
        aside = has_class(self.layout.tokens, self.first, self.last, "aside")
        return self.opens_with_and and self.has_verb and bool(aside)

    @property
    def is_beside(self) -> bool:
        """Whether the content is a noun behind «إضافة إلى» or «فضلا عن», without a verb."""
        tokens, first = self.layout.tokens, self.first
        return (
            first > 1
            and has_class(tokens, first - 2, first, "plus") == first
            and (self.opening.event or not self.has_verb)
        )

    @property
    def is_set_against(self) -> bool:
        """Whether the content stands behind «مقابل» or «أي»: it goes on, and is no object of the verb."""
        tokens, first = self.layout.tokens, self.first
        if "ie" in self.behind:
            return "that" not in own_classes(tokens[first].form)  # «، أي | ما يعادل 114 يوما»
        return "versus" in self.behind

    @property
    def tells_how(self) -> bool:
        """Whether a participle tells within what somebody says how a thing was: «إن الفريق فاز، | متقدما بنقطة»."""
        tokens, first = self.layout.tokens, self.first
        told = self.proposition.mode != "narrator" and self.proposition.ahead is not None
        behind = told and first + 1 < self.last and tokens[first - 1].form in COMMAS
        alone = tokens[first].form.endswith("ا") and first + 1 < self.last  # not «موزعين على 23 فريقا»
        led = behind and (tokens[first + 1].form[0] == "ب" or (alone and is_preposition(tokens[first + 1].form)))
        return led and is_circumstance(tokens[first].form)

    @property
    def is_owned(self) -> bool:
        """Whether the content begins with a noun that looks like a verb, with its pronoun: «ينفي | تدخله في القرار»."""
        tokens, first = self.layout.tokens, self.first
        looks = word(tokens[first].form).verb is not None and tokens[first].form.startswith("ت")
        bound = looks and tokens[first].form.endswith(("ه", "ها", "هم")) and first + 1 < self.last
        return bound and not is_definite(tokens[first + 1].form)

    @property
    def is_compared(self) -> bool:
        """Whether the content is only a figure to compare with the one told before: «مقارنة بنحو 68 ألفا عام 2023»."""
        return self.layout.tokens[self.first].form == _COMPARED

    @property
    def opens_with_sequel(self) -> bool:
        """Whether the content begins with «مما» or «ما» and what came of the clause before it."""
        tokens, first, last = self.layout.tokens, self.first, self.last
        so = "so" in self.classes and has_class(tokens, first, last, "so")
        return bool(so) or (first > 0 and leads_on(tokens, first, last))

    @property
    def opens_with_part(self) -> bool:
        """Whether the content begins with how many of those told before: «3 منهم», «اثنان منها»."""
        return bool(counts_part(self.layout.tokens, self.first, self.last))

    @property
    def opens_with_growth(self) -> bool:
        """Whether the content only tells by how much what stands before it grew: «…، بزيادة 6 في المئة»."""
        tokens, first = self.layout.tokens, self.first
        if first == 0 or tokens[first - 1].form not in COMMAS or first + 1 >= self.last:
            return False
        told = tokens[first + 1].kind == "number" or tokens[first + 1].form in words_of("its.share")
        grew = tokens[first].form[0] == "ب" and is_event_noun(tokens[first].form[1:])
        return told and (grew or tokens[first].form == _BY)

    @property
    def is_added(self) -> bool:
        """Whether the content is a verbal noun behind the «ل» of «إضافة لـ…»."""
        before = self.layout.tokens[self.first - 1].form if self.first else ""
        return before in words_of("adding") and self.layout.tokens[self.first].form[0] == "ل"

    @property
    def opens_with_result(self) -> bool:
        """Whether the content begins with «ل» and a verb: «ليبلغ», «لتصبح»."""
        form = self.layout.tokens[self.first].form
        result = word(form[1:]).verb if form[0] == "ل" and self.opening.verb is None else None
        return result is not None and result.tense == "imperfect" and not result.first_person

    @property
    def opens_with_that(self) -> bool:
        """Whether the content begins with «أنه», «بأنها» and the like."""
        form = self.layout.tokens[self.first].form
        opens = "that+" in self.classes and has_class(self.layout.tokens, self.first, self.last, "that+")
        return bool(opens) and form.removeprefix("و") not in words_of("of.me")  # «وأنا أبيع» folds like «وإنا»

    @property
    def stands_behind_that(self) -> bool:
        """Whether «أن» or «إن» stands right before the content, and no verb that it would put in the subjunctive."""
        tokens, first = self.layout.tokens, self.first
        before = tokens[first - 1].form if first else ""
        if first > 1 and has_class(tokens, first - 2, first, "after") == first:
            return False  # «بعد أن | رفض العلاج»
        found = self.opening.verb
        return "that" in own_classes(before) and (found is None or found.tense == "perfect")

    def told_ahead(self) -> str:
        """The clause right before the claim in its sentence, as it stands; empty where it is too long to be told."""
        ahead = self.proposition.ahead
        if ahead is None:
            return ""
        form = self.layout.tokens[self.layout.token_range(ahead)[0]].form
        own = form in nouns() or (word(form).verb is not None and not word(form).joined)  # «وصلت», «وزارة»
        return closed(self.layout, ahead) if own else closed(self.layout, ahead).removeprefix("و")

    def behind_ahead(self, text: str, alone: str = "") -> str:
        """Words that take up the clause before them, behind it in brackets: «[انهار الجسر،] ما أدى إلى …»."""
        ahead = self.told_ahead()
        return f"[{ahead}،] {text}" if ahead else f"[{BEFORE}] {alone or text}"

    @property
    def opens_with_but(self) -> bool:
        """Whether the content begins with «لكنه», «لكنها» and the like."""
        return "but+" in own_classes(self.layout.tokens[self.first].form)

    def opens_with_joined_noun(self) -> bool:
        """Whether «و» stands before a dual or a listed plural: «ومصابان في الدقهلية»."""
        form = self.layout.tokens[self.first].form
        behind = form[1:]
        many = dual(behind) is not None or is_many(behind)
        return form[0] == "و" and not is_definite(form) and many

    def opens_with_unlisted_verb(self) -> bool:
        """Whether «و» stands before a verb no list knows: «واصطف», «واندلع», «واستعرض», «وتضخ | السعودية»."""
        tokens, form = self.layout.tokens, self.layout.tokens[self.first].form
        following = tokens[self.first + 1].form if self.first + 1 < self.last else ""
        derived = form[:2] == "وا" and (form[3:4] in ("ت", "ط") or form[2:3] == "ن" or form[2:4] == "ست")
        past = derived and len(form) >= 5 and form[2] != "ل" and "ا" not in form[2:]
        present = form[:2] in ("وت", "وي") and len(form) >= 4 and form[-1] not in "ةا" and following.startswith("ال")
        return (
            (past or present or (form[0] == "و" and following in words_of("bare.he")))
            and singular_of(form) is None
            and not is_event_noun(form)
        )


def plain(layout: Layout, span: Span) -> str:
    return " ".join(layout.text[span.start : span.end].split())


def closed(layout: Layout, span: Span) -> str:
    """The words of a span, with the quotation mark that its edge cut off from its pair put back."""
    text, around = plain(layout, span), layout.text
    if not _PAIRED.search(text):
        return text
    for opening, closing in (("«", "»"), ("“", "”"), ('"', '"'), ("(", ")")):
        odd = text.count(opening) % 2 if opening == closing else text.count(opening) - text.count(closing)
        if odd > 0 and around[span.end : span.end + 6].lstrip(" .…").startswith(closing):
            text += closing
        elif odd and around[max(0, span.start - 2) : span.start].strip().endswith(opening):
            text = opening + text
        elif odd > 0 and _opens_within(text, opening):
            text += closing  # the quotation goes on in the next claim
    return text


_PAIRED = re.compile('[«»“”"()]')


def _opens_within(text: str, opening: str) -> bool:
    """Whether the last such mark of a text stands before a word: it opens, and nothing closes it."""
    at = text.rfind(opening)
    return (at == 0 or text[at - 1].isspace()) and text[at + 1 : at + 2].strip() != ""


def behind_that(text: str) -> str:
    """Words that stood behind «أن» as they stand alone: «يذكر أن | الفريقين التقيا» is «الفريقان التقيا»."""
    words = text.split(" ")
    agreeing = next((n for n, one in enumerate(words) if not _agrees(one)), len(words))
    head = dual(fold(words[0])) if agreeing else None
    if not agreeing or (head is None and fold(words[0])[2:-2] not in nouns()):
        return text  # «القوانين», «البساتين»
    verb = words[agreeing] if agreeing < len(words) else ""
    two = head is not None and (head.certainty == "dual" or verb.endswith(("يا", "تا")))
    return " ".join([one[:-2] + ("ان" if two else "ون") for one in words[:agreeing]] + words[agreeing:])


def _agrees(one: str) -> bool:
    """Whether a word is in the accusative of two or many: «الفريقين»; not «الذين»."""
    return one.startswith("ال") and one.endswith("ين") and "who" not in class_names(fold(one))


def tells_only(layout: Layout, cue: Span, text: str) -> bool:
    """Whether words are all there is behind a verb that is negated: «لم تؤكد | إلا 18 إصابة», «لا تحصي | غير 90»; not
    «اعتبر القانون | غير عادل».
    """
    head = text.partition(" ")[0]
    if head != "غير":
        return head in ("سوى", "إلا")
    at = layout.token_range(cue)[0]
    return at > 0 and layout.tokens[at - 1].form in words_of("negation", "negates")
