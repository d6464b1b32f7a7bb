"""What a bare definite noun of an Arabic claim means: «الوزارة» is the one ministry that the text named before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.extract.ar.duals import is_many, nouns, singular_of
from factcheck.extract.ar.marks import QUOTES_OPEN
from factcheck.extract.ar.names import MINISTRY, led_ministry
from factcheck.extract.ar.objects import looks_like_masdar
from factcheck.extract.ar.told_apart import may_be_name, phrase_end
from factcheck.extract.ar.wording import plain
from factcheck.extract.ar.words import (
    class_names,
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
from factcheck.text import Span, Token, by_spelling, fold

_TOPIC = 10  # tokens of what a sentence says it is about, with its comma
_REACH = 60  # tokens of a claim in which a noun is told
_GROUP = 5  # tokens of a group's name
_MOST = 2  # nouns of one sentence that are told
_TOLD_APART = frozenset(
    map(fold, ("في", "قرب", "هناك", "بين", "نفسه", "نفسها", "ذاته", "ذاتها", "جنوب", "شمال", "شرق", "غرب", "وسط"))
)
_MINISTERS = frozenset(map(fold, ("وزير", "وزيرة")))
_WHO, _ON = fold("التي"), fold("على")
_LEADS = ("", "ال", "و", "ب", "ل", "وال", "بال", "لل")
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
    sentence = _with_people_of(layout, proposition, (first, last), sentence)
    spans = [(first, last)]
    if proposition.holder is not None and proposition.mode != "narrator":
        spans.insert(0, layout.token_range(proposition.holder))
    for begin, end in spans:
        alone = end - begin == 1
        for i in [k for k in range(begin, min(end, begin + _REACH)) if _bare(tokens[k].form)]:
            noun = _bare(tokens[i].form)
            if noun is None or not (alone or _stands_bare(tokens, i, end)) or _titles_ali(layout, i):
                continue
            own_part = begin == first and proposition.mode == "direct_quote" and noun in words_of("part.of.many")
            if own_part or _is_act_of(tokens, i, begin, noun):  # «نمنا في | الممر»: of the train, maybe
                continue
            whole = _own_ministry(layout, proposition, noun) or _named_before(layout, noun, min(begin, first))
            if whole is None or fold(whole) in fold(sentence) or _tells_another(layout, proposition, i, noun, whole):
                continue
            written = layout.text[tokens[i].start : tokens[i].end]
            at = _place_of(written, sentence)
            if at >= 0 and not _in_name(sentence, at) and sentence.count("[", 0, at) == sentence.count("]", 0, at):
                behind = at + len(written)
                sentence = f"{sentence[:behind]} [{whole}]{sentence[behind:]}"
                told += 1
                if told == _MOST:
                    return sentence
    return sentence


def _place_of(written: str, sentence: str) -> int:
    """Where a word first stands by itself in a sentence, with no bracket right behind it; -1 where it does not."""
    at = sentence.find(written)
    while at >= 0:
        end = at + len(written)
        within = at > 0 and _is_letter(sentence[at - 1])
        behind = sentence[end : end + 1]
        if not (within or behind == "]" or _is_letter(behind) or sentence.startswith(" [", end)):
            return at
        at = sentence.find(written, at + 1)
    return -1


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _tells_another(layout: Layout, proposition: Proposition, i: int, noun: str, whole: str) -> bool:
    """Whether the sentence itself names another of the kind before a noun: «مخيم الجبل …، وإفراغ | المخيم»."""
    at = layout.token_range(proposition.sentence)[0]
    told = any(token.form == noun or token.form[1:] == noun for token in layout.tokens[at:i])
    return told and fold(whole) not in fold(layout.text[proposition.sentence.start : layout.tokens[i].start])


def _with_topic(layout: Layout, proposition: Proposition, first: int, sentence: str) -> str:
    """A sentence whose first word points at what its own sentence began with: «وبخصوص المرحلة الثانية، توقع فلان |
    تنفيذها [المرحلة الثانية] قبل الصيف».
    """
    tokens, at = layout.tokens, layout.token_range(proposition.sentence)[0]
    if at >= first or "lead" not in class_names(tokens[at].form):
        return sentence
    form = tokens[first].form if first < len(tokens) else ""
    comma = next((i for i in range(at, min(first, at + _TOPIC)) if tokens[i].kind == "mark"), at)
    topic = has_class(tokens, at, comma, "lead") if comma > at + 1 else 0
    if not topic or topic >= comma or not tokens[topic].form.startswith("ال"):
        return sentence
    head = tokens[topic].form.removeprefix("ال")
    pointing = "ها" if head.endswith(("ة", "ات")) or is_many(head) or singular_of(head) is not None else "ه"
    written = layout.text[tokens[first].start : tokens[first].end]
    cue = None if proposition.cue is None else word(fold(layout.text[slice(*proposition.cue)])).cue
    speaks = cue is not None and form in words_of("that.it") and (cue.agreement == "f") == form.endswith("ها")
    if speaks or not form.endswith(pointing) or len(form) < 3 or sentence.count(f"{written} ") != 1:
        return sentence
    whole = plain(layout, Span(tokens[topic].start, tokens[comma - 1].end))
    return sentence.replace(f"{written} ", f"{written} [{whole}] ", 1)


def _with_people_of(layout: Layout, proposition: Proposition, claim: tuple[int, int], sentence: str) -> str:
    """A sentence that tells what was done to the people of the group told of behind the «أن» before: «أن «كتيبة مسلحة»
    هاجمت المخفر، وأن الحرس أسروا | ستة من أفرادها [كتيبة مسلحة]».
    """
    tokens, (first, last) = layout.tokens, claim
    people = words_of("its.people")
    if people.isdisjoint([token.form for token in tokens[first + 2 : last]]):
        return sentence
    them = next(i for i in range(first + 2, last) if tokens[i].form in people)
    verbs = (word(token.form).verb for token in tokens[first:them])
    if not any(verb is not None and verb.lemma in words_of("strikes.at") for verb in verbs):
        return sentence
    at = layout.token_range(proposition.sentence)[0]
    that = next((i for i in range(at, first - 2) if has_class(tokens, i, first, "that") == i + 1), 0)
    begin = that + 1 + (tokens[that + 1].form in QUOTES_OPEN)
    end = next((i for i in range(begin, min(first, begin + _GROUP)) if tokens[i].kind == "mark" or _acts(tokens[i])), 0)
    if not that or end <= begin or not tokens[begin].form.endswith("ة"):
        return sentence
    written = layout.text[tokens[them].start : tokens[them].end]
    whole = plain(layout, Span(tokens[begin].start, tokens[end - 1].end))
    return sentence if sentence.count(written) != 1 else sentence.replace(written, f"{written} [{whole}]")


def _acts(token: Token) -> bool:
    found = word(token.form).verb
    return found is not None and not found.weak


def _own_ministry(layout: Layout, proposition: Proposition, noun: str) -> str | None:
    """What «الوزارة» is in a minister's own words: «وزارة النقل» for «وزير النقل»."""
    if proposition.holder is None or noun != MINISTRY:
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


@by_spelling
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


def _is_act_of(tokens: Sequence[Token], i: int, first: int, noun: str) -> bool:
    """Whether an act stands behind the noun it belongs to, and says of what kind that is: «قاعة المغادرة»."""
    if i == first or not (is_event_noun(noun) or looks_like_masdar(noun)) or not tokens[i].form.startswith("ال"):
        return False
    before, found = tokens[i - 1], word(tokens[i - 1].form)
    free = is_function_word(before.form) or is_preposition(before.form) or is_definite(before.form)
    acts = {before.form, before.form[1:]} if before.form[0] in "بلو" else {before.form}  # «بإعادة | الامتحان»
    free = free or any(is_event_noun(form) or looks_like_masdar(form) for form in acts)
    return before.kind == "word" and not free and (found.verb is None or found.verb.weak) and found.cue is None


def _named_before(layout: Layout, noun: str, before: int) -> str | None:
    """The phrase that names a noun in full, the only one of its kind before token `before`; `None` where none is."""
    if noun not in layout.named:
        layout.named[noun] = list(_mentions(layout, noun))
    known = layout.named[noun]
    last = bisect_left(known, before, key=_place) - 1
    return known[last][1] if last >= 0 and not _are_two(layout, noun, before) else None


def _are_two(layout: Layout, noun: str, before: int) -> bool:
    """Whether two of a kind are told of before a token, so that «القطار» may be either: «اصطدام قطارين»."""
    stem, where = f"{noun[:-1]}ت" if noun.endswith("ة") else noun, _places(layout)
    duals = (f"{lead}{stem}{end}" for lead in _LEADS for end in ("ين", "ان"))
    return any(where.get(form, [before])[0] < before for form in duals)


def _mentions(layout: Layout, noun: str) -> Iterator[tuple[int, str | None]]:
    """Each fuller mention of a noun in order, with what the noun means from there on: nothing once two differ."""
    where, tokens = _places(layout), layout.tokens
    longest: tuple[str, ...] = ()
    shown: str | None = None
    led_only = True  # only ministers told of so far, who name their ministries
    forms = _forms(noun) + (_forms(fold("وزير")) + _forms(fold("وزيرة")) if noun == MINISTRY else [])
    for at, clitic in sorted((at, clitic) for form, clitic in forms for at in where.get(form, ())):
        if tokens[at].form[clitic:] in _MINISTERS:
            if led_only and (led := led_ministry(layout.text, tokens, at)) is not None:
                key = tuple(token.form.removeprefix("ال") for token in tokens[at + 1 : led.last])
                shown = f"وزارة {plain(layout, Span(tokens[at + 1].start, tokens[led.last - 1].end))}"
                yield at, None if longest and key != longest else shown
                if longest and key != longest:
                    return
                longest = key
            continue
        definite = tokens[at].form[clitic:].startswith("ال")
        if definite and at and is_many(tokens[at - 1].form):
            continue  # «مراكز المجموعة | التجارية»: it describes the first of the two
        end = phrase_end(layout, at, definite)  # at itself: «مطار | مالقة جنوب إسبانيا»
        cut_off = end == at and not definite and at + 1 < len(tokens) and may_be_name(tokens[at + 1])
        if end <= at + 1 and not cut_off:
            if longest and not definite and _is_new(tokens, at):
                yield at, None  # «لجنة التربية»، ثم «لجنة تفاوض»: «اللجنة» may be either
                return
            continue
        end = max(end, at + 2)
        key = tuple(token.form.removeprefix("ال") for token in tokens[at + 1 : end])
        if key != longest[: len(key)] and longest != key[: len(longest)]:
            yield at, None
            return
        led_only = False
        if len(key) > len(longest):
            longest = key
            shown = None if cut_off else plain(layout, Span(tokens[at].start + clitic, tokens[end - 1].end))
        yield at, shown


def _is_new(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare noun and the bare noun behind it tell of one more of its kind: «شكل | لجنة تفاوض»."""
    behind = tokens[at + 1].form if at + 1 < len(tokens) and tokens[at + 1].kind == "word" else ""
    return behind != "" and not is_definite(behind) and (behind in nouns() or is_event_noun(behind))


def _place(mention: tuple[int, str | None]) -> int:
    return mention[0]


def _forms(noun: str) -> list[tuple[str, int]]:
    """The spellings of a noun before what tells it apart, each with the letters that stand before the noun itself."""
    bare = [("", 0), ("و", 1), ("ب", 1), ("ل", 1), ("ف", 1), ("ك", 1)]
    return [(f"{lead}{noun}", n) for lead, n in bare] + [(f"{lead}ال{noun}", n) for lead, n in (("", 0), ("و", 1))]


def _in_name(sentence: str, at: int) -> bool:
    """Whether a place of a sentence is inside a short quoted name: «قائمة «قرار البلدة»»."""
    opened = sentence.rfind("«", 0, at)
    closed = sentence.find("»", at)
    return opened > sentence.rfind("»", 0, at) and closed > 0 and len(sentence[opened:closed].split()) < 4


def _places(layout: Layout) -> dict[str, list[int]]:
    """Where each form of the story stands, by token; worked out once for a text."""
    if not layout.places:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for line in layout.lines:
            if line.role != "furniture":
                for i, token in enumerate(layout.tokens[line.first : line.last], line.first):
                    places[token.form].append(i)
        layout.places.update(places)
    return layout.places
