"""A sentence as the Arabic rules walk over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.extract.amounts import Row
from factcheck.extract.ar.calendar import opens
from factcheck.extract.ar.dates import date_at
from factcheck.extract.ar.duals import is_many, nouns, singular_of
from factcheck.extract.ar.marks import QUOTES_OPEN
from factcheck.extract.ar.words import (
    class_names,
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    without_lam,
    word,
    words_of,
)
from factcheck.extract.layout import Quotation
from factcheck.lang.actors import ACTORS, Found, entry_at
from factcheck.text import Span, Token, by_spelling, fold

_IN, _ROY, _FERI, _MADDA, _IMAM = fold("في"), fold("روى"), fold("فيرى"), "آ", fold("إمام")
_DAY_OF = frozenset(map(fold, ("ليلة", "يوم", "عشية", "غداة")))
_ADVERBS = frozenset({"adverb", "turn"})
_NAME = 2  # words of a name in quotation marks
_NAMED = 1200  # tokens before a family name in which its full name was told
_TOLD = 300  # tokens before a name with «ف» in which it was told without


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: the article's text and tokens, its own half-open tokens, and quotations by their opening mark."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int
    openings: Mapping[int, Quotation]
    row: Row

    def quotation_opening(self, i: int) -> Quotation | None:
        """The quotation whose opening mark is token `i`."""
        return self.openings.get(i)

    def quotes_at_length(self, i: int) -> bool:
        """Whether more than a name is quoted from token `i`: «وشمل | "جميع الأسر والمنشآت"»."""
        quotation = self.openings.get(i)
        return quotation is not None and quotation.last - quotation.first > _NAME

    def actor(self, i: int) -> Found | None:
        """The longest known actor whose name begins at token `i`."""
        return entry_at(self.text, self.tokens, i, "ar", ACTORS) if i < self.last else None

    def pair_before(self, last: int) -> int:
        """Where a known name in two begins that ends before a token: «منظمة الأغذية والزراعة | التي …»; else `last`."""
        if not self.tokens[last - 1].form.startswith("وال"):
            return last
        found = ((k, self.actor(k)) for k in range(max(self.first, last - 5), last - 1))
        return next((k for k, actor in found if actor is not None and actor.last == last), last)

    def says_name(self, i: int) -> bool:
        """Whether what somebody is called follows: «ناجيا | يدعى فلان», where «يدعي» with its dots claims."""
        form, called = self.tokens[i].form, words_of("called")
        return form in called or (f"و{form}" in called and self.text[self.tokens[i].end - 1] == "ى")

    def is_no_verb(self, i: int) -> bool:
        """Whether its letters, which fold like a verb's, show a name: «آكد», «روي مينديز», «ماركو فيري»; or what opens
        like a preposition was told as one: «كمال بالطيب».
        """
        token, text = self.tokens[i], self.text
        if token.form.startswith("بال"):
            return self.is_family_name(i)
        if token.form in (_ROY, _FERI) and text[token.end - 1] == "ي" and (token.form == _FERI or "ى" in text):
            return True  # where the verb is spelt «روى»
        if token.form[0] not in "اوف" or _MADDA not in text[token.start : token.start + 2]:
            return False
        cue = word(token.form).cue
        return cue is not None and cue.sort == "verb"

    def is_imam(self, i: int) -> bool:
        """Whether a word that folds like the preposition «أمام» is spelt as the office: «إمام»."""
        token = self.tokens[i]
        return token.form == _IMAM and self.text[token.start] == "إ"

    def names_person(self, first: int, end: int) -> bool:
        """Whether a whole title, a given name and a family name with its article stand between two tokens."""
        office = self.actor(first) if end > first + 2 else None
        if office is None or office.entry.kind != "office" or office.last > end - 2:
            return False
        if not any(is_definite(token.form) for token in self.tokens[first : end - 2]):
            return False  # «أستاذة طب الأعصاب | في جامعة …»
        given, family = self.tokens[end - 2].form, self.tokens[end - 1].form
        listed = given in nouns() or singular_of(given) is not None or is_event_noun(given) or is_function_word(given)
        return family.startswith("ال") and not (is_definite(given) or listed)

    def is_family_name(self, i: int) -> bool:
        """Whether a bare word is the last of a name told in full before: «كرامي», after «الدكتور فادي كرامي»."""
        form, tokens = self.tokens[i].form, self.tokens
        behind_ba = form.startswith("بال")  # «كمال بالطيب», no «بالأمس»
        if behind_ba and (singular_of(form[1:]) or is_event_noun(form[3:]) or opens(form[1:]) or opens(form)):
            return False
        definite = is_definite(form) and not behind_ba
        if len(form) < 3 or definite or is_function_word(form) or self.actor(i) is not None:
            return False
        for k in range(max(1, self.first - _NAMED), self.first):
            if tokens[k].form == form:
                given = tokens[k - 1]
                article = is_definite(given.form) and self.text[given.start] == "ا"  # not «إلياس»
                plain = given.kind == "word" and not (article or is_function_word(given.form))
                plain = plain and not (behind_ba and (word(given.form).verb or given.form in nouns()))
                if plain and not is_event_noun(given.form) and self.actor(k - 1) is None:
                    return True
        return False

    def after_time(self, i: int) -> int:
        """The token after the time said at token `i` («الأسبوع الماضي», «مساء أمس»); `i` where none is said."""
        if self.tokens[i].kind != "word" or not opens(self.tokens[i].form):
            return i
        said = date_at(self.row, i, i)
        return said.last if said is not None and said.last <= self.last else i

    def after_date(self, i: int) -> int:
        """The token after «في» and a time at token `i`: «في مارس»; `i` where none stands."""
        if self.tokens[i].form != _IN or i + 1 >= self.last:
            return i
        dated = self.after_time(i + 1)
        if self.tokens[i + 1].kind == "number":  # «في 3 مارس», «في 2005»
            said = date_at(self.row, i + 1, i + 1)
            dated = said.last if said is not None and said.last <= self.last else i
        return dated if dated > i + 1 else i

    def after_when(self, i: int) -> int:
        """The token after a time at token `i`, behind «في» or not; `i` where none stands."""
        if self.tokens[i].form == _IN:
            return max(self.after_time(i), self.after_date(i))
        return self.after_time(i)

    def after_adverbs(self, i: int, last: int) -> int:
        """The token after what only says when or how at token `i`: «الأسبوع الماضي», «في وقت سابق», «رسميا»."""
        while i < last:
            end = self.after_time(i)
            if class_names(self.tokens[i].form) & _ADVERBS:
                end = max(end, *(has_class(self.tokens, i, last, name) for name in _ADVERBS))
            if end <= i and self.tokens[i].form in _DAY_OF and i + 1 < last and is_definite(self.tokens[i + 1].form):
                end = i + 2  # «أكدت | ليلة الفرز أن …»
            if end <= i:
                break
            i = end
        return i

    def span(self, tokens: tuple[int, int] | None, bare: bool = False) -> Span | None:
        """The offsets of a token range; `bare` leaves out an attached conjunction."""
        if tokens is None or tokens[0] >= tokens[1]:
            return None
        all_tokens, text = self.tokens, self.text
        start, end = all_tokens[tokens[0]].start, all_tokens[tokens[1] - 1].end
        if self._has_conjunction(tokens[0], bare):
            start += 1
            while start < end and not fold(text[start]).strip():
                start += 1
        elif tokens[0] and self._is_behind_lam(tokens[0]):
            start += 1
        return Span(start, end)

    def _is_behind_lam(self, i: int) -> bool:
        """Whether a source stands behind the «ل» of «وفقا لـ»; not one that hides an article («للبنك»). So «بشهادة»."""
        form, before = self.tokens[i].form, self.tokens[i - 1].form
        if form[0] == "ب":
            return form[1:] in words_of("document", "paper", "attests")
        return form[0] == "ل" and not form.startswith("لل") and without_lam(before, form) != form

    def _is_told_elsewhere(self, i: int) -> bool:
        """Whether the word without its first letter stands before in the text, close enough to be meant again."""
        rest = self.tokens[i].form[1:]
        return any(token.form == rest for token in self.tokens[max(0, i - _TOLD) : i])

    def _has_conjunction(self, i: int, bare: bool) -> bool:
        form = self.tokens[i].form
        found = word(form)
        if bare and not found.joined and form[0] in "وف" and found.cue is None:
            return is_function_word(form[1:])
        if not bare and form[0] in "وف" and (actor := self.actor(i)) is not None and actor.clitic:
            return True  # «وأطباء يتحدثون عن …», «فوزير الاقتصاد قال إن …»
        if not bare and form[0] == "ف" and len(form) > 4 and self._is_told_elsewhere(i):
            return True  # «فشهاب يقول إن …», of a Shihab named before
        if not bare and form[0] == "و" and form[1:] in words_of("named") and self.tokens[i + 1].form in QUOTES_OPEN:
            return True  # «ولائحة «…» تصر على …»
        if not bare and form[0] == "و" and form not in nouns() and _is_his_own(form[1:]) and not _is_his_own(form):
            return True  # «وجيرانهم يؤكدون أن …», «وزميله سالم نور يرى أن …»; not «والده»
        plural = form.startswith("وم") and form.endswith("ون")
        if not bare and ((form[0] == "و" and plural) or (form[0] in "وف" and form[1:] in words_of("his.office"))):
            return True  # «ورئيسه السابق يتحدث عن …», «ومقاولون يحذرون», «فمديرها تحدث عن …»
        return found.joined and (bare or is_definite(found.base))


@by_spelling
def _is_his_own(form: str) -> bool:
    """Whether a word is somebody's kin, friend or people by its pronoun: «زميله», «جيرانهم»."""
    stem = next((form.removesuffix(end) for end in ("هما", "ها", "هم", "ه") if form.endswith(end)), "")
    one = f"{stem[:-1]}ة" if stem.endswith("ت") else stem
    return one != "" and (one in words_of("of.kin") or is_many(stem))
