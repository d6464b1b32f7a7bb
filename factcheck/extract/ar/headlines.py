"""Arabic headlines in which somebody speaks: «فلان: …», «كيم لبوتين: …»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.extract.ar.name_parts import are_name_words, beside_places
from factcheck.extract.ar.predicates import has_any_verb, speaks_of_us
from factcheck.extract.ar.report import Report
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.speakers import Range, speaker_after
from factcheck.extract.ar.words import has_class, is_definite, is_event_noun, is_preposition, word, words_of
from factcheck.extract.proposition import Proposition
from factcheck.lang import rows
from factcheck.lang.actors import place_at
from factcheck.text import Token, by_spelling, fold

_PLACES = frozenset({"country", "city", "region", "sea", "demonym", "portfolio"})
_BETWEEN = fold("بين")
_OUTLET = 3  # words of an outlet's name
_LONGEST = 7  # tokens of a name before a colon


def headline_report(scene: Scene) -> list[Report]:
    """The report of a headline `X: words`; empty where what stands before the colon is a topic, not a speaker.

    A speaker is a known office, body, capital or seat of government, or anybody whose words follow in the first person
    or in quotation marks. «لـ» and a name before the colon are the one addressed.
    """
    tokens = scene.tokens
    colon = next(
        (i for i in range(scene.first, min(scene.last, scene.first + _LONGEST + 1)) if tokens[i].form == ":"), -1
    )
    if colon <= scene.first or colon + 1 >= scene.last:
        return []
    first = scene.first + (tokens[scene.first].form == "و")  # «.. و«النور»: …»
    if tokens[first].form in words_of("no.speaker"):
        return []
    quoted = scene.quotation_opening(first)
    if quoted is not None and quoted.last == colon - 1:
        first = quoted.first  # «الصحة»: …
    name_end = next((i for i in range(first + 1, colon) if _is_addressed(scene, i)), colon)
    name_end = min(name_end, quoted.last) if quoted is not None and quoted.last == colon - 1 else name_end
    speaker = speaker_after(scene, first, name_end)
    if speaker is None or speaker[1] < name_end or any(tokens[i].kind == "number" for i in range(*speaker)):
        return []
    found = scene.actor(first)
    if place_at(scene.text, tokens, first, "ar") is not None and _names_outlet(scene, colon + 1):
        return []
    known = found is not None and found.entry.kind not in _PLACES
    known = known or _speaks_below(scene, speaker, found is not None)
    own = speaks_of_us(scene.text, tokens, colon + 1, scene.last) or _opens_quoted(scene, colon + 1)
    addressed = name_end < colon - (tokens[colon - 1].kind == "mark")
    if addressed and tokens[name_end].form == "ل":  # not «خسارة ثقيلة لـ«الوحدة»: …»
        addressed = are_name_words(tokens, first, name_end) and not is_event_noun(tokens[first].form)
    if not (known or addressed or own):
        return []
    if quoted is not None and first == quoted.first:
        speaker = (quoted.first - 1, quoted.last + 1)  # the mention with its marks
    return [Report(scene.first, colon, (colon + 1, scene.last), "say", "ar.headline.colon", speaker=speaker)]


def joined_report(scene: Scene) -> Report | None:
    """The report of who speaks behind «و» and before a colon, in a headline that first tells an event.

    «البرلمان يقر الموازنة ومعارضون: | النصاب لم يكتمل».
    """
    tokens = scene.tokens
    colon = next((i for i in range(scene.first + 3, scene.last - 1) if tokens[i].form == ":"), None)
    if colon is None:
        return None
    for i in range(colon - 1, max(scene.first + 2, colon - _LONGEST), -1):
        actor = scene.actor(i) if tokens[i].form[0] == "و" else None
        if actor is None or not actor.clitic or actor.entry.kind in _PLACES or tokens[i - 1].kind != "word":
            continue
        speaker = speaker_after(scene, i, colon)
        if speaker == (i, colon) and has_any_verb(tokens, scene.first, i):
            return Report(i, colon, (colon + 1, scene.last), "say", "ar.headline.colon", speaker=speaker)
    return None


def next_clause(scene: Scene, reports: Sequence[Report]) -> int:
    """Where another's clause begins behind «و» in what a headline reports: «باريس تعلن طرد ثلاثة | وموسكو تتوعد بالرد»,
    «نقابة تعلن الإضراب | والمدارس تغلق أبوابها»; 0 for none, as in «الوزارة تعلن خطة للمياه والكهرباء تشمل …».
    """
    told = next((report for report in reports if report.rule == "ar.report.noun" and report.open_end), None)
    tokens = scene.tokens
    if told is None or (told.start > scene.first and tokens[told.start - 1].form != ":"):
        return 0
    first = told.content[0]
    last = next((report.start for report in reports if report.start > first), scene.last)
    for k in range(first + 1, last - 1):
        if tokens[k].form[0] != "و" or tokens[k - 1].kind != "word":
            continue
        actor = scene.actor(k)
        at = actor.last if actor is not None and actor.clitic else k + 1 if tokens[k].form.startswith("وال") else last
        while k + 1 < at < last and is_definite(tokens[at].form) and tokens[at].form.endswith(("ي", "ية")):
            at += 1
        if at < last and _acts_anew(tokens, first, k, at):
            return k
    return 0


def _acts_anew(tokens: Sequence[Token], first: int, subject: int, at: int) -> bool:
    """Whether a present at a token is the act of the noun before it, and describes no noun that opens what is told."""
    verb, cue, form = word(tokens[at].form).verb, word(tokens[at].form).cue, tokens[at].form
    if verb is None or verb.tense not in ("imperfect", "future") or form.endswith(("ه", "ها")):
        return False
    feminine = tokens[at - 1].form.endswith(("ة", "ات"))
    if word(form).joined or (verb.agreement == "m" and feminine):
        return False
    told, head = is_definite(tokens[first].form), tokens[first].form.endswith(("ة", "ات"))
    alike = verb.agreement == ("f" if head else "m")
    return cue is not None or ((told or not alike) and not verb.weak)


@by_spelling
def _says(form: str) -> bool:
    """Whether a word is a verb of saying; not «الطريق الرابط | بين بنغازي و…»."""
    cue = word(form).cue
    return cue is not None and cue.sort == "verb" and form != _BETWEEN


def _speaks_below(scene: Scene, speaker: Range, place: bool) -> bool:
    """Whether the story names, behind a verb of saying, whom its headline calls by one name or portfolio alone; a place
    right behind it («قالت تونس», not «قالت وكالة تونس للأنباء»).
    """
    if speaker[1] - speaker[0] > 2 or scene.tokens[speaker[0]].form in beside_places():
        return False  # «شمال كردفان: …»
    tokens, name = scene.tokens, _bare(scene.tokens[speaker[1] - 1].form)
    ministry = _bare(tokens[speaker[0]].form) in portfolios()
    for i in range(scene.last, len(tokens) - 1):
        if not _says(tokens[i].form):
            continue
        if not place and tokens[i - 1].form == name and not is_preposition(tokens[i - 2].form):
            return True  # not «السلطة المحلية في شبوة قالت»
        told = [token.form for token in tokens[i + 1 : i + 1 + _LONGEST]]
        among = told[:1] if place and not ministry else told
        before = range(told.index(name)) if name in among else None
        if before is not None and not any(has_class(tokens, i + 1 + n, len(tokens), "that") for n in before):
            return True
        if ministry and told[:1] and told[0] in words_of("ministry") and _bare(tokens[speaker[0]].form) in told[:3]:
            return True
    return False


def _bare(form: str) -> str:
    """A name's last word without the «و» that joins its headline to the one before: «.. والعيسى: …»."""
    return form[1:] if form[0] == "و" and is_definite(form) and form not in words_of("whole") else form


@cache
def portfolios() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("ar", "portfolios"))


def _is_addressed(scene: Scene, i: int) -> bool:
    """Whether «ل» brings whom somebody speaks to: «كيم | لبوتين», «الوزير | لـ«الأفق»»."""
    form = scene.tokens[i].form
    outlet = form == "ل" and _opens_quoted(scene, i + 1)
    return outlet or (len(form) > 3 and form[0] == "ل" and word(form).verb is None)


def _names_outlet(scene: Scene, opening: int) -> bool:
    """Whether a short name in quotation marks closes a dateline, and says nothing: «دبي: | «القبس الاقتصادي»»."""
    quotation = scene.quotation_opening(opening)
    if quotation is None or quotation.last - quotation.first > _OUTLET:
        return False
    if any(token.kind in ("word", "number") for token in scene.tokens[quotation.last + 1 : scene.last]):
        return False
    return not has_any_verb(scene.tokens, quotation.first, quotation.last)


def _opens_quoted(scene: Scene, first: int) -> bool:
    return scene.quotation_opening(first) is not None


def goes_on_saying(before: Proposition, one: Proposition) -> Proposition:
    """What a headline adds to somebody's words before it: «الكاتبة: لم أكتب سيرتي... | والمدينة مخترعة»."""
    if before.rules[0] != "ar.headline.colon" or one.mode != "narrator":
        return one
    return one._replace(mode=before.mode, speaker=before.speaker, holder=before.holder, rules=before.rules)
