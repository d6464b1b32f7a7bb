"""What a bare definite noun of an Arabic claim means: «الوزارة» is the one ministry that the text named before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from factcheck.extract.ar.duals import dual, is_many, nouns, singular_of
from factcheck.extract.ar.marks import QUOTES_OPEN
from factcheck.extract.ar.name_parts import name_words
from factcheck.extract.ar.numbers import number_word
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.wording import plain
from factcheck.extract.ar.words import (
    has_class,
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang import rows
from factcheck.text import Span, Token, fold

_TOPIC = 10  # tokens of what a sentence says it is about, with its comma
_REACH = 60  # tokens of a claim in which a noun is told
_MOST = 2  # nouns of one sentence that are told
_LONGEST = 4  # tokens of what tells a noun apart
_TOLD_APART = frozenset(
    map(fold, ("في", "قرب", "هناك", "بين", "نفسه", "نفسها", "ذاته", "ذاتها", "جنوب", "شمال", "شرق", "غرب", "وسط"))
)
_MINISTRY, _MINISTERS = fold("وزارة"), frozenset(map(fold, ("وزير", "وزيرة")))
_WHO, _BETWEEN, _ON = fold("التي"), fold("بين"), fold("على")
_HONOURED = frozenset(map(fold, ("النبي", "الملك", "الملكة", "الشيخ", "الإمام", "الأمير", "القديس", "السلطان")))
_ARTICLES = ("بال", "وال", "فال", "كال", "لل", "ال")


def with_bearings(layout: Layout, proposition: Proposition, sentence: str) -> str:
    """A claim's sentence with the bare nouns told in brackets that only one fuller mention before it can mean.

    «لم تعلق الوزارة [وزارة التربية]»; a noun that several can mean, or that the sentence itself tells, stays bare.
    """
    tokens, told = layout.tokens, 0
    first, last = layout.token_range(proposition.span)
    if "[ال" in sentence:
        sentence = _supplied_in_full(layout, first, sentence)
    sentence = _with_topic(layout, proposition, first, sentence)
    if proposition.subject is not None and first < last and tokens[first].form in words_of("whom.it"):
        them = layout.text[tokens[first].start : tokens[first].end]
        sentence = sentence.replace(f"{them} ", f"{them} [{plain(layout, proposition.subject)}] ", 1)
    spans = [(first, last)]
    if proposition.holder is not None and proposition.mode != "narrator":
        spans.insert(0, layout.token_range(proposition.holder))
    for begin, end in spans:
        alone = end - begin == 1
        for i in range(begin, min(end, begin + _REACH)):
            noun = _bare(tokens[i].form)
            if noun is None or not (alone or _stands_bare(tokens, i, end)) or _titles_ali(layout, i):
                continue
            whole = _own_ministry(layout, proposition, noun) or _named_before(layout, noun, min(begin, first))
            if whole is None or fold(whole) in fold(sentence):
                continue
            written = layout.text[tokens[i].start : tokens[i].end]
            found = re.search(rf"(?<!\w){re.escape(written)}(?![\w\]]| \[)", sentence)
            if (
                found is not None
                and not _in_name(sentence, found.start())
                and sentence.count("[", 0, found.start()) == sentence.count("]", 0, found.start())
            ):
                sentence = f"{sentence[: found.end()]} [{whole}]{sentence[found.end() :]}"
                told += 1
                if told == _MOST:
                    return sentence
    return sentence


def _with_topic(layout: Layout, proposition: Proposition, first: int, sentence: str) -> str:
    """A sentence whose first word points at what its own sentence began with: «وبخصوص المرحلة الثانية، توقع فلان |
    تنفيذها [المرحلة الثانية] قبل الصيف».
    """
    tokens, at = layout.tokens, layout.token_range(proposition.sentence)[0]
    form = tokens[first].form if first < len(tokens) else ""
    comma = next((i for i in range(at, min(first, at + _TOPIC)) if tokens[i].kind == "mark"), at)
    topic = has_class(tokens, at, comma, "lead") if comma > at + 1 else 0
    if not topic or topic >= comma or not tokens[topic].form.startswith("ال"):
        return sentence
    head = tokens[topic].form.removeprefix("ال")
    pointing = "ها" if head.endswith(("ة", "ات")) or is_many(head) or singular_of(head) is not None else "ه"
    written = layout.text[tokens[first].start : tokens[first].end]
    if not form.endswith(pointing) or len(form) < 3 or sentence.count(f"{written} ") != 1:
        return sentence
    whole = plain(layout, Span(tokens[topic].start, tokens[comma - 1].end))
    return sentence.replace(f"{written} ", f"{written} [{whole}] ", 1)


def _own_ministry(layout: Layout, proposition: Proposition, noun: str) -> str | None:
    """What «الوزارة» is in a minister's own words: «وزارة النقل» for «وزير النقل»."""
    if proposition.holder is None or noun != _MINISTRY:
        return None
    first, last = layout.token_range(proposition.holder)
    if (
        last - first < 2
        or layout.tokens[first].form not in _MINISTERS
        or not is_definite(layout.tokens[first + 1].form)
    ):
        return None
    of = layout.tokens[first + 1]
    return f"وزارة {layout.text[of.start : of.end]}"


def _titles_ali(layout: Layout, i: int) -> bool:
    """Whether a title stands before «علي», which folds like a preposition: «الشيخ علي الجابري»."""
    behind = layout.tokens[i + 1] if i + 1 < len(layout.tokens) else None
    return behind is not None and behind.form == _ON and layout.text[behind.end - 1] == "ي"


def _supplied_in_full(layout: Layout, before: int, sentence: str) -> str:
    """A sentence whose supplied subject is a bare noun, with the phrase that names it: «تأسست [شركة السكر]»."""

    def named(supplied: re.Match[str]) -> str:
        noun = _bare(fold(supplied.group(1)))
        return f"[{(noun and _named_before(layout, noun, before)) or supplied.group(1)}]"

    return re.sub(r"\[(ال\w+)\]", named, sentence)


@lru_cache(maxsize=1 << 15)
def _bare(form: str) -> str | None:
    """The one thing a definite form names, without its article: «للوزارة» is «وزارة»; `None` for all other words."""
    article = next((prefix for prefix in _ARTICLES if form.startswith(prefix)), None)
    if article is None or len(form) - len(article) < 3:
        return None
    noun = form[len(article) :]
    act = is_event_noun(noun) or looks_like_masdar(noun)
    if noun in words_of("known.alone") or is_many(noun) or (act and article == "بال"):
        return None  # «المعاهد», «بالتعيين»
    return noun if act or noun in nouns() or singular_of(noun) is not None else None


def _stands_bare(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether nothing around a definite noun tells it apart: no adjective behind it, and it is none itself."""
    following = tokens[i + 1].form if i + 1 < last and tokens[i + 1].kind == "word" else ""
    before = tokens[i - 1].form if i and tokens[i - 1].kind == "word" else ""
    if i + 1 < last and tokens[i + 1].form in QUOTES_OPEN:
        return False  # «العبارة "الفجر 3"»
    apart = following in _TOLD_APART or following[:4] == "الذي" or following == _WHO
    named = before in words_of("named") or (before[1:] in words_of("named") and before[0] in "بلوف")  # «تنظيم القاعدة»
    second = is_definite(before) and tokens[i].form.startswith("ال")
    return not (apart or named or second) and not following.startswith("ال")


def _named_before(layout: Layout, noun: str, before: int) -> str | None:
    """The phrase that names a noun in full, the only one of its kind before token `before`; `None` where none is."""
    if noun not in layout.named:
        layout.named[noun] = list(_mentions(layout, noun))
    known = layout.named[noun]
    last = bisect_left(known, before, key=_place) - 1
    return known[last][1] if last >= 0 else None


def _mentions(layout: Layout, noun: str) -> Iterator[tuple[int, str | None]]:
    """Each fuller mention of a noun in order, with what the noun means from there on: nothing once two differ."""
    where, tokens = _places(layout), layout.tokens
    longest: tuple[str, ...] = ()
    shown: str | None = None
    for at, clitic in sorted((at, clitic) for form, clitic in _forms(noun) for at in where.get(form, ())):
        definite = tokens[at].form[clitic:].startswith("ال")
        end = _phrase_end(tokens, at, definite)
        if end <= at + 1:
            continue
        key = tuple(token.form.removeprefix("ال") for token in tokens[at + 1 : end])
        if key != longest[: len(key)] and longest != key[: len(longest)]:
            yield at, None
            return
        if len(key) > len(longest):
            longest, shown = key, plain(layout, Span(tokens[at].start + clitic, tokens[end - 1].end))
        yield at, shown


def _place(mention: tuple[int, str | None]) -> int:
    return mention[0]


def _forms(noun: str) -> list[tuple[str, int]]:
    """The spellings of a noun before what tells it apart, each with the letters that stand before the noun itself."""
    bare = [("", 0), ("و", 1), ("ب", 1), ("ل", 1), ("ف", 1), ("ك", 1)]
    return [(f"{lead}{noun}", n) for lead, n in bare] + [(f"{lead}ال{noun}", n) for lead, n in (("", 0), ("و", 1))]


def _phrase_end(tokens: Sequence[Token], at: int, definite: bool) -> int:
    """The token after what tells the noun at a token apart: «وزارة | التربية», «الجامعة | العامة للتعليم».

    A phrase that no definite noun, name or adjective ends is cut off somewhere: then the token itself.
    """
    end, reach = at + 1, min(len(tokens), at + 1 + _LONGEST)
    while end < reach and _tells_apart(tokens, at, end, definite):
        end += 1
    behind = tokens[end].form if end < len(tokens) and tokens[end].kind == "word" else ""
    if not definite and end > at + 1 and behind.startswith("ال") and not is_function_word(behind):
        described = tokens[end].form.endswith(("ي", "ية")) and tokens[end].form[2:] not in nouns()
        if _is_ordinal(tokens[end].form) or described:
            end += 1  # «صندوق القلم | السادس», «كابل الألياف | الضوئية»
        elif _is_shaped(tokens[end].form):
            end += 1  # «سجن التل | الأحمر»
        elif tokens[end].form not in _days():
            return at
    act = looks_like_masdar(tokens[at].form) or is_event_noun(tokens[at].form)
    if act and end > at + 1 and tokens[at + 1].form[0] == "ب":
        return at  # «نقل بصحراوي المنيا»
    if act and any(token.form in name_words("given") for token in tokens[at + 1 : end]):
        return at  # «انتخاب شوقي نقيبا»
    ended = tokens[end - 1].form
    if ended in _HONOURED and behind and not is_definite(behind) and not is_function_word(behind):
        return end + 1  # «قصر النبي | داود»
    if end > at + 1 and (ended.startswith(("ال", "وال", "لل")) or ended in name_words("given")):
        return end
    described = not definite and end > at + 1 and _is_adjective(tokens[at + 1].form)
    return at + 2 if described else at  # «كابل بحري | قبالة ساحل صحار»


def _is_shaped(form: str) -> bool:
    """Whether a definite word has the shape of a colour or a rank: «الأحمر», «الكبير», «العام»."""
    bare = form.removeprefix("ال")
    return (len(bare) == 4 and bare[0] == "ا" and bare[2] != "ا") or bare in words_of("size")


def _tells_apart(tokens: Sequence[Token], at: int, end: int, definite: bool) -> bool:
    form, before = tokens[end].form, tokens[end - 1].form
    if tokens[end].kind != "word" or is_function_word(form) or is_preposition(form) or len(form) < 3:
        return False
    found = word(form)
    acts = found.verb is not None and found.verb.lemma != found.base and not found.verb.weak
    if found.cue is not None or acts or form.endswith(("ها", "هم", "هما")) or form in _beside():
        return False
    if form.startswith("وال"):
        between = at > 0 and tokens[at - 1].form == _BETWEEN  # «بين وزارة الثقافة | والبلدية»
        return not definite and end == at + 2 and is_definite(before) and not between
    if form.startswith("لل"):
        return end > at + 1 and not before.startswith("لل")
    if form.startswith("ال"):
        return not (definite or is_definite(before)) or _describes(tokens[at].form, form)
    if form in name_words("given"):
        return not definite and end > at + 1 and is_definite(before)
    attached = form[0] in "بلكوف" and (is_definite(form) or found.joined or singular_of(form[1:]) is not None)
    return not definite and not attached and not is_definite(before)


def _describes(noun: str, form: str) -> bool:
    """Whether a definite word is an adjective of a noun: of origin or kind, and of its gender."""
    return form.endswith("ة" if noun.endswith("ة") else "ي") and not is_many(form[2:])


def _is_ordinal(form: str) -> bool:
    found = number_word(form.removeprefix("ال"))
    return found is not None and found.cls == "ordinal"


def _in_name(sentence: str, at: int) -> bool:
    """Whether a place of a sentence is inside a short quoted name: «قائمة «قرار البلدة»»."""
    opened = sentence.rfind("«", 0, at)
    closed = sentence.find("»", at)
    return opened > sentence.rfind("»", 0, at) and closed > 0 and len(sentence[opened:closed].split()) < 4


@cache
def _days() -> frozenset[str]:
    """The words of time that can stand behind a name, and are no part of it: «اليوم», «الماضي», «الاثنين»."""
    words = {fold(row[0]) for row in rows("ar", "calendar") if row[1] not in ("planned", "announces")}
    return frozenset(words | {f"ال{form}" for form in words})


@cache
def _beside() -> frozenset[str]:
    """The sides on which a place lies, which tell a noun apart by nothing of its own: «غاز جنوب العراق»."""
    return frozenset(fold(row[0]) for row in rows("ar", "place_words") if row[1] == "side")


def _is_adjective(form: str) -> bool:
    """Whether a bare word behind a bare noun is no part of a longer phrase: «تصادم قطارين», «اجتماع طارئ»."""
    return dual(form) is not None or (form.endswith(("ي", "ية")) and form not in nouns())


def _places(layout: Layout) -> dict[str, list[int]]:
    """Where each form of the story stands, by token; worked out once for a text."""
    if not layout.places:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for line in layout.lines:
            if line.role != "furniture":
                for i in range(line.first, line.last):
                    places[layout.tokens[i].form].append(i)
        layout.places.update(places)
    return layout.places
