"""The words around Arabic names: what joins, opens or ends one, and given names that are other words as well."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from factcheck.extract.ar.duals import dual, is_many, nouns, singular_of
from factcheck.extract.ar.marks import QUOTES, QUOTES_OPEN
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.words import class_names, is_definite, is_event_noun, own_classes, said_so, word, words_of
from factcheck.extract.mention import Parsed
from factcheck.lang import rows
from factcheck.lang.actors import entry_at
from factcheck.text import Token, by_spelling, fold

STOPPING = frozenset({"who", "aside", "that", "turn", "but"})
_ENDING = frozenset(map(fold, ("في", "جملة", "ما", "فادي")))
_ENDING_SETS = (
    "stop", "given.out", "this.one", "prefers", "and.he", "on.condition", "done", "saying", "body.or.verb", "itself",
)  # fmt: skip
_OFFICE = frozenset({"office"})
_NAME = 4  # words of a whole name
_SINGULAR = 4  # letters of a word in «ين» that is no plural: «أمين»
_TITLE = 6  # tokens of a title from its first to the office it stands in for
_VERBAL = re.compile("ت..ي.")  # «تأخير», «تمديد»


_ENDS_OF_NAMES = frozenset(map(fold, ("الدين", "الله", "الإسلام", "الحق")))  # «سيف الدين»
_DEALING = re.compile("م.ا..ة")  # «مكافحة», «معالجة»
_PARTICIPLES = re.compile("م.{3,}ين")  # «مساهمين», «مستهلكين»


def bare_noun(form: str) -> str:
    return form.removeprefix("ال")


@cache
def name_words(*roles: str) -> frozenset[str]:
    """The words of one or more roles in `name_words.tsv`: stop, joined, preposition, given, pointer, field."""
    return frozenset(fold(word) for word, does, _ in rows("ar", "name_words") if does in roles)


def are_name_words(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether two to four words can be somebody's name, and nothing but that: «سامي حداد», not «بنسبة كبيرة»."""
    forms = [token.form for token in tokens[first:last] if token.kind == "word"]
    others = (form in nouns() or (form[0] in "بل" and form[1:] in nouns()) or bool(class_names(form)) for form in forms)
    return 2 <= len(forms) == last - first <= _NAME and not any(others) and word(forms[0]).verb is None


def names_another(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a noun with the article is the title of the name behind it, and nobody's family name: «الطالب | محمد
    سالم» in a text that names a «ولد الطالب».
    """
    given = tokens[first + 1].form if first + 2 < last else "ا"
    titled = tokens[first].form.startswith("ال") and not (given.endswith("ا") or is_definite(given))
    return titled and are_name_words(tokens, first + 1, last)


@by_spelling
def may_end_name(form: str) -> bool:
    """Whether a speaker's name can break off before a word for its own sake: cheap, and right to say no."""
    found = word(form)
    return (
        form[0] in "لب" or form.endswith("ا") or found.cue is not None or found.verb is not None or form in _ENDING
        or not class_names(form).isdisjoint(STOPPING) or any(form in words_of(name) for name in _ENDING_SETS)
    )  # fmt: skip


def behind_titles(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The name that ends a mention behind a party's or body's in quotation marks, or behind a second office."""
    return _behind_marks(text, tokens, first, last) or _behind_second(text, tokens, first, last)


def _behind_second(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The name behind two offices that «و» joins in one person: «رئيس الوزراء ووزير الدفاع | سامي حداد»."""
    joined = next((k for k in range(first, last) if tokens[k].form[0] == "و"), last)
    office = entry_at(text, tokens, joined, "ar", _OFFICE) if joined < last else None
    if office is None or not office.clitic:
        return None
    begin = next((k for k in range(office.last, last) if not tokens[k].form.startswith("ال")), last)
    return (begin, last) if begin > office.last and are_name_words(tokens, begin, last) else None


def _behind_marks(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The name that ends a mention behind a party's or body's in quotation marks: «مرشح «الوحدة» | سامي درويش»."""
    first = next((k for k in range(first, min(last, first + 3)) if tokens[k].form in QUOTES_OPEN), last)
    close = next((k for k in range(first + 2, min(last, first + _TITLE)) if tokens[k].form in QUOTES), last)
    named = tokens[close + 1 : last]
    if not 2 <= len(named) <= _NAME or any(t.kind != "word" or ends_name(text, t) for t in named):
        return None
    form = named[0].form
    return None if form.startswith("ال") or form in nouns() or is_many(form) else (close + 1, last)


def ends_name(text: str, token: Token) -> bool:
    """Whether a word ends a name: not «علي», whose folded letters could be على, nor «بان» in «بان كي مون»."""
    behind_ba = token.form[0] == "ب" and len(token.form) >= 4 and not token.form.endswith("ون")  # «بنجلون»
    one = singular_of(token.form[1:]) if behind_ba else None
    plural = one not in (None, token.form[1:], token.form[1:].removeprefix("ال"))  # «الوزير | بجهود المزارعين»
    if token.form[0] == "ب" and (number_word(token.form[1:]) is not None or token.form in words_of("put.at")):
        return True  # «قدر مدير المستودع الخسائر | بمليون ليرة»
    if token.form[0] == "ب" and token.form[1:] in words_of("in.words"):
        return True  # «بكى السائق | بصوت مرتفع»
    if said_so(token.form) is not None:
        return True  # «خرج المدير | ليقول إن …»
    if behind_ba and (plural or is_event_noun(token.form[1:]) or text[token.start + 1 : token.start + 2] == "إ"):
        return True  # «رئيس الاتحاد | بنفي التهم», «الوزير | بإصلاح الجسر»
    return token.form in name_words("stop") and not is_given(text, token)


def is_given(text: str, token: Token) -> bool:
    """Whether a word stands as the list spells a given name, which folding takes for another word."""
    return token.form in name_words("given") and text[token.start : token.end] in _given_as_written()


@cache
def _given_as_written() -> frozenset[str]:
    return frozenset(word for word, does, _ in rows("ar", "name_words") if does == "given")


def has_article(text: str, token: Token) -> bool:
    """Whether a word has the article, behind a letter or not; «إلياس» and «ألبرت» only fold as if they had."""
    definite = token.form.startswith(("ال", "لل", "بال", "وال"))
    return definite and not (token.form.startswith("ال") and text[token.start] in "أإآ")


def ends_title(text: str, tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a word ends a title and opens no name: one that ends names, or a finished title's act on something, as in
    «وزير الزراعة | مكافحة الجراد».
    """
    form = tokens[i].form
    if ends_name(text, tokens[i]) and not form.startswith("ال"):
        return True
    finished = is_definite(tokens[i - 1].form) and form not in name_words("given") and i + 1 < last
    return finished and _DEALING.fullmatch(form) is not None and tokens[i + 1].form.startswith("ال")


def feels(form: str) -> bool:
    """Whether a bare word is what people feel or do, and not they: «غضب», «استياء»."""
    return not is_definite(form) and (form in words_of("felt") or is_event_noun(form))


def joins_field(form: str) -> bool:
    """Whether «و» joins a further field to a portfolio, and begins no name: «الزراعة واستصلاح الأراضي»."""
    return form[0] == "و" and (is_event_noun(form[1:]) or form[1:].startswith("است"))


def is_what_office_is_of(form: str, behind_body: bool = False) -> bool:
    """Whether a word behind «ل» is what an office is of, and no name: «لمحلية», behind a body «لدول الخليج» too."""
    return form in nouns() or form.endswith("ية") or (behind_body and singular_of(form) is not None)


def is_done_to(form: str) -> bool:
    """Whether a word behind an office is a verb's object, and no name: «قدم الوزير | رقما», «أيد المدير | روايتها»."""
    stem = next((form.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if form.endswith(end)), "")
    owned = stem and (
        stem in nouns() or stem in words_of("felt") or stem.removesuffix("ت") + "ة" in nouns() or is_event_noun(stem)
    )
    return bool(owned) or (form.endswith("ا") and (form[:-1] in nouns() or is_event_noun(form[:-1])))


def is_of_another_time(words: Sequence[str], title: Set[str]) -> bool:
    """Whether a mention says that its office was held before, or is held now, and a title gainsays it: «الرئيس الحالي»
    and «الرئيس السابق فلان».
    """
    past, now = name_words("held.before"), name_words("held.now")
    if not past.isdisjoint(words):
        return title.isdisjoint(bare_noun(form) for form in past)
    return not now.isdisjoint(words) and not title.isdisjoint(bare_noun(form) for form in past)


def is_deputy(tokens: Sequence[Token], at: int, office: Parsed) -> bool:
    """Whether who is named at a token only stands in for the office that a mention names: «نائب محافظ المدينة فلان» is
    no «محافظ المدينة», «مساعد المدرب فلان» no «المدرب».
    """
    if office.head is None or tokens[office.first].form in name_words("lesser"):
        return False
    title = range(max(1, at), min(len(tokens), at + _TITLE))
    head = next((k for k in title if tokens[k].form.removeprefix("ال") == office.head.removeprefix("ال")), 0)
    return head > 0 and tokens[head - 1].form.removeprefix("و") in name_words("lesser")


def is_thing(form: str) -> bool:
    """Whether a word with the article is a listed noun that nobody is called by: «رئيس البلدية سامي نور | القرار»."""
    bare = form.removeprefix("ال")
    noun = singular_of(bare) is not None or is_event_noun(bare) or _VERBAL.fullmatch(bare) is not None
    return bare != form and noun and bare not in _callings()


def is_thing_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether a listed noun and what it is of stand at a token, and no name: «تفقد المحافظ | موقع الحادث»."""
    if i + 1 >= len(tokens) or tokens[i].form not in nouns():
        return False
    behind = tokens[i + 1].form
    return behind.startswith("ال") and behind not in _ENDS_OF_NAMES and not behind.endswith("ي")


def follows_name(form: str) -> bool:
    """Whether a definite word behind two of a name is no third of it: «رفض سامي نور | القرار», «… | المضربين»."""
    return is_thing(form) or are_addressed(form)


@by_spelling
def are_addressed(form: str) -> bool:
    """Whether a word with the article names many people, whom somebody can tell a thing: «الصحفيين», «الأهالي»,
    «المساهمين»; not the family names «الحسين», «المعين».
    """
    bare = form.removeprefix("ال")
    return bare != form and (
        is_many(bare) or bare in words_of("addressee.many") or _PARTICIPLES.fullmatch(bare) is not None
    )


@by_spelling
def are_owned(form: str) -> bool:
    """Whether a word is many people or things of somebody's: «زبائنها», «لاعبيه»."""
    stem = next((form.removesuffix(end) for end in ("هما", "ها", "هم", "ه") if form.endswith(end)), "")
    return stem != "" and not is_definite(form) and (is_many(stem) or is_many(f"{stem}ن"))


@cache
def _callings() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "offices"))


@cache
def beside_places() -> frozenset[str]:
    """Words that open a place: «والي المدينة، جنوبي البلاد»."""
    return frozenset(fold(row[0]) for row in rows("ar", "place_words") if row[1] in ("side", "kind", "preposition"))


def ends_years(tokens: Sequence[Token], i: int) -> bool:
    """Whether the second of two years stands at a token: «1998 و2000»."""
    first, second = tokens[i - 2], tokens[i]
    return first.kind == second.kind == "number" and tokens[i - 1].form == "و" and len(first.form + second.form) == 8


def names_outlet(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether an outlet and the first word of its name stand before a token: «مراسلة قناة روسيا»."""
    before = [token.form.removeprefix("ال") for token in tokens[first : i - 1]]
    return any(form in words_of("outlet") for form in before[-2:])


def is_absolute(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verbal noun and its adjective only strengthen the verb before: «نفيا قاطعا», «تأكيدا تاما»."""
    form, following = tokens[i].form, tokens[i + 1].form if i + 1 < len(tokens) else ""
    return form.endswith("ا") and following.endswith("ا") and len(following) > 3 and is_event_noun(form[:-1])


def begins_object(form: str) -> bool:
    """Whether «ب» and a listed plural go on after a name: «أشاد الوزير | بجهود …»; not «باسم», no «…ون» behind «ب»."""
    named = form in words_of("in.name.of") or is_definite(form) or form.endswith("ون")  # «سعيد بنجلون»
    many = len(form) > 4 and is_many(form[1:])
    return form[0] == "ب" and not named and (many or form in name_words("stop"))


@cache
def forms_of_address() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "offices") if row[3] == "honour")


def takes_accusative(form: str) -> bool:
    """Whether a word right before a noun puts it in the accusative: «أن», «لكن»."""
    return not own_classes(form).isdisjoint(("that", "but"))


def as_subject(shown: str, before: str) -> str:
    """A description of somebody as it stands behind a verb, told by the word before it: «مسؤول محلي» for «لكن | مسؤولا
    محليا», «تقرير للمختبر» for «نشر | تقريرا للمختبر».
    """
    words = shown.split()
    bare = fold(words[0]).removesuffix("ا") if words else ""
    common = bare != "" and bare != fold(words[0]) and (bare in nouns() or is_many(bare))
    return " ".join(in_nominative(words, takes_accusative(before))) if common else shown


def bound_plural(shown: str) -> bool:
    """Whether a noun is a plural in «ين» without its «ن», bound to what it is of: «مندوبي | اللائحة»."""
    plural = f"{fold(shown)}ن"
    return shown.endswith("ي") and (is_many(plural) or singular_of(plural) is not None)


def in_nominative(words: list[str], accusative: bool) -> list[str]:
    """«لكن مستشارا سابقا …» as it stands behind a verb: «مستشار سابق»; «فلاحين» as «فلاحون»."""
    if not accusative and (len(words) < 2 or fold(words[1])[0] not in "لفم"):
        return words
    if accusative and words[0].endswith("ين") and len(words[0]) > _SINGULAR and dual(fold(words[0])) is None:
        return [words[0][:-2] + "ون", *words[1:]]
    count = next((n for n, one in enumerate(words) if n == 3 or not _has_tanwin(one)), len(words))
    count = count if accusative else min(count, 1)
    return [one.rstrip("\u064b").removesuffix("ا").rstrip("\u064b") for one in words[:count]] + words[count:]


def _has_tanwin(one: str) -> bool:
    if one.endswith("ها") and fold(one)[:-1] not in nouns():
        return False  # «رئيستها | محاسن عمر»: a pronoun
    return one.rstrip("\u064b").endswith("ا") and len(one) > 3 and one[0] not in "بل"


def names_itself(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a token belongs to «تطلق على نفسها», which brings the name of a group."""
    for at in range(i, min(last, i + 3)):
        if tokens[at].form in words_of("itself") and (at == i or tokens[at - 1].form in words_of("names.itself")):
            return True
    return False
