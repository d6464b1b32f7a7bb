"""Whether a stretch of Arabic says anything: a clause of the article, a headline, or only what an aside left over."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.ar.commas import is_counted, tells_of_some
from factcheck.extract.ar.cuts import tells_extent
from factcheck.extract.ar.duals import dual, is_many, nouns
from factcheck.extract.ar.marks import COMMAS
from factcheck.extract.ar.openings import tells_state
from factcheck.extract.ar.predicates import acts_unlisted, has_verb, is_figure, is_verb_here
from factcheck.extract.ar.words import (
    has_class,
    heads_of,
    is_definite,
    is_event_noun,
    is_function_word,
    is_preposition,
    word,
    words_of,
)
from factcheck.extract.layout import Sentence
from factcheck.text import Token, fold

_AS_FOR, _TOPIC = fold("بالنسبة"), 8  # tokens from «بالنسبة» to the «ف» behind whom it names
_BEFORE = fold("أمام")  # «وأمام المتهم 15 يوما للطعن»: he has so long
_SEEN_BY = 6  # words of who saw a thing, and where
_WE_ASKED = fold("سألنا")
_SUBJECT = 3  # words of a subject that awaits what it was
_IN, _DURING = fold("في"), fold("خلال")
_OF_IT = frozenset(map(fold, ("بها", "به", "فيها", "فيه", "عليها", "عليه", "لها", "له", "إليها", "إليه", "عنها")))
_HELD = frozenset({_IN, _DURING, fold("أثناء"), fold("عند")})  # before what was held, whose verb only describes it


def is_remainder(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch is what an aside left over: a preposition with its noun and no verb."""
    if has_class(tokens, first, last, "part") or tokens[first].form in words_of("quantifier"):
        return False  # «وإن نحو ثلثهم مدانون»
    if tokens[first].form in words_of("answering"):
        return True
    end = _relative(tokens, first, last)
    if is_preposition(tokens[first].form) or tokens[first].form == _DURING:
        return not has_verb(tokens, first, end) or _only_describes(tokens, first, end)
    leads = (
        has_class(tokens, first, last, "lead") and tokens[first + 1 : first + 2] != [] and not _acts_in(tokens, first)
    )
    said_when = leads or _points_on(tokens, first, last)
    return said_when and not any(_may_act(token.form) for token in tokens[first:end])


def _only_describes(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the only verb behind a preposition describes an indefinite noun: «خلال شجار مع شبان قطعوا الطريق»."""
    verbs = [i for i in range(first + 1, last) if is_verb_here(tokens, i, last)]
    if len(verbs) != 1 or word(tokens[verbs[0]].form).joined:
        return False
    noun = tokens[verbs[0] - 1]
    event = first + 2 < last and is_event_noun(tokens[first + 1].form) and not is_definite(tokens[first + 1].form)
    many = event or noun.form.endswith(("ين", "ون", "ات")) or is_many(noun.form)
    return noun.kind == "word" and not is_definite(noun.form) and many


def _only_takes_up(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the verbs of a stretch all hold the pronoun of the noun they describe: «إنذار وجهته البلدية إلى …»."""
    verbs = [i for i in range(first, last) if is_verb_here(tokens, i, last)]
    describing = [i for i in verbs if tokens[i - 1].kind == "word" and _holds_pronoun(tokens, i, last)]
    return bool(verbs) and verbs == describing


def _holds_pronoun(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a verb holds a pronoun, by itself or right behind it: «وجهته البلدية», «أدلى بها الوزير»."""
    return tokens[i].form.endswith(("ه", "ها", "هم")) or (i + 1 < last and tokens[i + 1].form in _OF_IT)


def _acts_in(tokens: Sequence[Token], first: int) -> bool:
    """Whether «أثر», which folds like «إثر», is a verb here: «وأثر في 180 ألف مشترك»."""
    return tokens[first + 1].form == _IN


def _may_act(form: str) -> bool:
    """Whether a word can be a verb or its pronoun: «وأنا أناقش»."""
    found = word(form)
    listed = found.verb is not None and found.verb.lemma != found.base  # by its shape alone «يانغ» is one too
    return (listed and not found.event) or found.base in words_of("i.or.we")


def _points_on(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether «وذلك» and a preposition only say when or why: «وذلك بعد أيام على …»."""
    he = has_class(tokens, first, last, "he")
    return bool(he) and he + 1 < last and tokens[first].form in words_of("this") and is_preposition(tokens[he].form)


def _relative(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the first relative pronoun of a stretch stands; its end without one."""
    heads = heads_of("who")
    return next((i for i in range(first, last) if tokens[i].form in heads and has_class(tokens, i, last, "who")), last)


def _was_seen(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch only tells that the outlet has seen a paper: «التقرير، الذي | اطلعت عليه الصحيفة، يذكر …»."""
    words = [token.form for token in tokens[first:last] if token.kind == "word"]
    if len(words) < 3 or not first or not has_class(tokens, first - 1, first, "who"):
        return False
    seen = words[0] in words_of("meets.outlet") and words[1] in _OF_IT
    return seen and len(words) == 3 and words[2].removeprefix("ال") in words_of("outlet")


def _we_saw(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a clause only says that the outlet's own reporter saw what was told: «…، كما | عاين مراسل الجريدة»."""
    words = [token.form for token in tokens[first:last] if token.kind == "word"]
    counted = any(token.kind == "number" or is_figure(token.form) for token in tokens[first:last])
    if counted or not 2 <= len(words) <= _SEEN_BY or words[0] not in words_of("saw.itself"):
        return False
    who = words[1].removeprefix("ال")
    own = who in words_of("our.own", "reporter") or (who in words_of("outlet") and len(words) == 2)
    return own and bool(has_class(tokens, first - 1, first, "also"))


def _we_asked(form: str) -> bool:
    """Whether a clause opens with whom the outlet asked, which asserts nothing: «سألناها عن ذلك، فأقرت بأن …»."""
    form = form.removeprefix("و").removeprefix("ف")
    return form.startswith(_WE_ASKED) and form[len(_WE_ASKED) :] in ("ه", "ها", "هم", "هما")


def asserts(tokens: Sequence[Token], first: int, last: int, sentence: Sentence) -> bool:
    """Whether a clause of the article says something: it has a verb, or a figure with what it counts."""
    if first > sentence.first and is_remainder(tokens, first, last):
        return False
    if _awaits_state(tokens, first, last) or _was_seen(tokens, first, last) or _we_asked(tokens[first].form):
        return False
    if first > sentence.first and _we_saw(tokens, first, last):
        return False
    times = tokens[first].form.removeprefix("و") in words_of("as.soon") and last < sentence.last - 1
    commas = [k for k in range(first, last) if tokens[k].form in COMMAS]
    near = len(commas) == 1 or (len(commas) == 2 and commas[1] - commas[0] <= _SUBJECT)  # «حين زرناه، السبت، | كان …»
    if times and tokens[last - 1].form in COMMAS and near:
        return False  # «حين فتح الشباك، | كان كثيرون قد رحلوا»
    leads = has_class(tokens, first, last, "lead") or tokens[first].form.removeprefix("و") in _HELD
    if leads and _only_takes_up(tokens, first, last) and last < sentence.last - 1:
        return False  # «بعد أسبوع على إنذار وجهته البلدية، | أطفأ ثلاثة منهم …», «وخلال لقاء عقده، | قال إن …»
    if tokens[last - 1].form in COMMAS and last < sentence.last - 1 and tells_extent(tokens, first, last):
        return False  # «وفي جولة شملت 20 وكالة، | قال زبائن إن …»
    if has_class(tokens, first, last, "but+") and last - first > 2:
        return True  # «لكنها أدانتها بالإهمال», which folds like «إدانتها»
    if has_verb(tokens, first, last) or any(has_class(tokens, first, last, name) for name in ("he", "part")):
        return True
    beside = first > sentence.first and tokens[first - 1].form in words_of("meanwhile")
    beside = beside and tells_state(tokens, first, last)
    if beside or tells_of_some(tokens, first, last) or _is_vowelled_verb(tokens[first]):
        return True  # «…، حالة أحدهم خطيرة», «وحُوّل 54 مريضا إلى …»
    opening = word(tokens[first].form)
    words = sum(1 for token in tokens[first:last] if token.kind != "mark")
    if opening.verb is not None and (opening.joined or words >= 3) and not has_class(tokens, first, last, "lead"):
        return True
    figure = any(token.kind == "number" or is_figure(token.form) for token in tokens[first:last])
    if tokens[first].form.removeprefix("و") == _BEFORE and figure and first <= sentence.first:
        return words >= 4 and last >= sentence.last - 1 and is_definite(tokens[first + 1].form)
    if has_class(tokens, first, last, "lead") or has_class(tokens, first, last, "aside"):
        return words > _SUBJECT and _tells_as_for(tokens, first, last)
    whole = words >= 6 and last >= sentence.last - 1 and (figure or not is_remainder(tokens, first, last))
    told = words >= 6 and opening.base[0] == "و" and not is_preposition(opening.base[1:])  # a verb no list knows
    return whole or told or (figure and words >= 3) or (words >= 5 and first > sentence.first)


def _tells_as_for(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether «بالنسبة» names whom a sentence without a verb is about: «بالنسبة للوزارة | فالملف مغلق»."""
    if tokens[first].form.removeprefix("و") != _AS_FOR:
        return False
    behind = (token.form[1:] for token in tokens[first + 2 : min(last - 1, first + _TOPIC)] if token.form[0] == "ف")
    return any(is_definite(form) for form in behind)


def _is_in_a_state(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a headline tells by a participle how a thing is: «والخلاف على السعر مستمر»."""
    form, before = tokens[last - 1].form, tokens[last - 2].form
    bare = form[0] == "م" and len(form) > 3 and form not in nouns() and word(form).verb is None
    return is_definite(tokens[first].form) and bare and not is_preposition(before) and not is_event_noun(form)


def _awaits_state(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a clause is only a verb of being and its subject, before an aside: «بدا الرجل، | وهو معلم، منهكا»."""
    found = word(tokens[first].form).verb
    subject = [token for token in tokens[first + 1 : last] if token.kind != "mark"]
    state = found is not None and found.lemma in words_of("being") and 0 < len(subject) <= _SUBJECT
    return state and last < len(tokens) and all(is_definite(token.form) and not is_counted(token) for token in subject)


def _is_vowelled_verb(token: Token) -> bool:
    """Whether a form that is a preposition or a verb is written with vowels, as verbs are: «وحُوّل»; not «وحول»."""
    form = token.form[1:] if token.form[0] == "و" else token.form
    return token.end - token.start > len(token.form) and word(form).verb is not None and is_function_word(form)


def announces(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch of a headline says something: a verb, an event, a figure, or many words."""
    if last < len(tokens) and tokens[last].form == ":" and not has_verb(tokens, first, last):
        return False  # «إضراب الثانوي في تونس: …»
    words = sum(1 for token in tokens[first:last] if token.kind != "mark")
    denied = word(tokens[last - 1].form).cue
    if words <= _SUBJECT and denied is not None and denied.force == "deny":
        return False  # «الجيش يعلن استعادة البلدة والمتمردون ينفون»: it tells not what
    counted = (
        words == 2 and last - first == 2 and (tokens[last - 1].kind == "number" or is_figure(tokens[last - 1].form))
    )
    counted = counted or (words == 2 == last - first and dual(tokens[last - 1].form) is not None)  # «مقتل عاملين»
    if has_verb(tokens, first, last) or ((words >= 3 or counted) and is_event_noun(word(tokens[first].form).base)):
        return True
    if acts_unlisted(tokens, first) and first + 2 < last:
        return True  # «الفريق يقلب الطاولة على ضيفه»
    return (
        words >= 7
        or (words >= 3 and _is_in_a_state(tokens, first, last))
        or (words >= 3 and any(t.kind == "number" or is_figure(t.form) for t in tokens[first:last]))
    )
