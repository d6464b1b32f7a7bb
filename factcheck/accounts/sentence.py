"""Two accounts in one sentence a reader understands: who says what, and whether they can both hold."""

from __future__ import annotations

from functools import cache

from factcheck.claim import ARTICLE
from factcheck.finding import Disagreement, Voice
from factcheck.lang import rows
from factcheck.lang.interface import say


def accounts_sentence(disagreement: Disagreement, lang: str) -> str:
    """The pair in words: «سول: صاروخ واحد على الأقل. طوكيو: صاروخان. الروايتان غير متعارضتين، ورواية طوكيو أدقّ.»

    Compatible accounts are never called a disagreement; the narrower of two is said to be more precise.
    """
    first, second = disagreement.voices[:2]
    one, other = _names(first, second, lang)
    told = say(f"accounts.{disagreement.relation}", lang)
    better = {"entails": (first, one), "entailed_by": (second, other)}.get(disagreement.interval or "")
    if better is not None and disagreement.relation != "contradicts":
        voice, name = better
        within = say("accounts.article_within", lang) if voice.claimant == ARTICLE else name
        told = say("accounts.more_precise", lang, name=within)
    return say(
        "accounts.sentence",
        lang,
        one=one,
        first=_value(first, lang),
        other=other,
        second=_value(second, lang),
        told=told,
    )


def _names(first: Voice, second: Voice, lang: str) -> tuple[str, str]:
    """How the two voices are called: by capitals where each speaks for another state, else as the article does."""
    capitals = _capitals(lang)
    one, other = (capitals.get(voice.country or "") if ":" in voice.claimant else None for voice in (first, second))
    if one is None or other is None or one == other:
        return _name(first, lang), _name(second, lang)
    return one, other


def _name(voice: Voice, lang: str) -> str:
    if voice.claimant == ARTICLE:
        return say("accounts.article", lang)
    if voice.speaker and (_is_arabic(voice.speaker) == (lang == "ar") or not _differs(voice)):
        return voice.speaker
    country, colon, body = voice.claimant.partition(": ")
    return f"{country} ({body})" if colon else voice.claimant


def _differs(voice: Voice) -> bool:
    """Whether a voice is filed in another script than the one its article names it in."""
    return _is_arabic(voice.claimant) != _is_arabic(voice.speaker or "")


def _is_arabic(words: str) -> bool:
    return any("\u0620" <= sign <= "\u064a" for sign in words)


@cache
def _capitals(lang: str) -> dict[str, str]:
    """The first-named capital of each country, as a language calls it."""
    found: dict[str, str] = {}
    for row in rows(lang, "places"):
        if row[1] == "capital":
            found.setdefault(row[2], row[0])
    return found


def _value(voice: Voice, lang: str) -> str:
    """A value in words; one and two of a thing are built from its noun, which the text may give in another case."""
    exactly = voice.low == voice.high
    bound = voice.high if voice.low is None else voice.low
    if voice.unit is None and voice.noun and bound in (1, 2) and (exactly or None in (voice.low, voice.high)):
        words = _few(int(bound), voice.noun, lang)
        return (
            words
            if exactly
            else say("accounts.at_least" if voice.high is None else "accounts.at_most", lang, value=words)
        )
    if voice.exact or exactly or bound is None or None not in (voice.low, voice.high):
        return voice.exact or voice.value
    return say("accounts.at_least" if voice.high is None else "accounts.at_most", lang, value=f"{bound:,.10g}")


def _few(n: int, noun: str, lang: str) -> str:
    """One or two of a thing, nominative: `صاروخ واحد`, `صاروخان`, "one missile", "two missiles"."""
    if ("\u0600" <= noun[0] <= "\u06ff") != (lang == "ar"):
        return f"{n} {noun}"  # a noun of the other language takes no ending of this one
    if lang != "ar":
        return say(f"accounts.{'one' if n == 1 else 'two'}", lang, noun=noun if n == 1 else _plural(noun))
    first, _, rest = noun.partition(" ")
    feminine = first.endswith("ة")
    if n == 1:
        return say("accounts.one_f" if feminine else "accounts.one", lang, noun=noun)
    if rest:
        return f"{noun} ({n})"
    return say("accounts.two_f", lang, noun=first[:-1]) if feminine else say("accounts.two", lang, noun=first)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
