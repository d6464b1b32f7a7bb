"""Clauses with no finite verb that a reporting word takes: "has the ship leaving at 4:05", "thought it likely"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.quoted import content_end, skip_adverbs
from factcheck.extract.en.report import Range
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.vouching import is_voice
from factcheck.lang.english import words


def with_judged(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What somebody holds a thing to be: `thought Sunday more likely`, `considers a recount inevitable`."""
    k = skip_adverbs(s, cue.last)
    if subject[0] >= subject[1] or (s.tag(k) not in "DNR#O" and s.form(k) != "that"):
        return None
    end = content_end(s, k)
    end = next((j for j in range(k, end) if s.form(j) == ":" and s.outside(j)), end)
    names = cue.lemma in _NAMING and is_voice(s, *subject) and s.form(subject[0] - 1) != "what"
    if names and (named := _named_so(s, k, end)):
        return k, named
    near = range(k + 1, min(k + 9, end))
    judged = next((j for j in near if s.form(j) in words("judged")), end)
    if (
        cue.lemma == "call" and judged == end and s.form(end) != ":"
    ):  # "called the cap vandalism", no "called the insult"
        judged = next((j for j in near[1:] if s.form(j) in words("dismissal") and s.tag(j - 1) == "N"), end)
    if judged == end:  # "considers the sum too low"
        too = (j for j in near if s.form(j) == "too" and s.tag(j - 1) in "NRO" and s.tag(j + 1) in "NA")
        judged = next(too, end - 1) + 1
    plain = all(s.tag(j) in "DNROAI#P" for j in range(k, judged))
    nearer = s.form(judged) in ("nearer", "closer") and s.form(judged + 2) in ("mark", "truth")
    ends = judged + 1 == end or s.tag(judged + 1) in "MIST" or nearer
    return (k, end) if judged < end and plain and ends else None


def _named_so(s: Tagged, k: int, end: int) -> int:
    """The end of a thing and what it is called: `called the sum an insult`, `called that the highest figure in years`;
    0 for none: `called the nurse a taxi`, `called the ship the Lindiwe`, `called a second meeting`.
    """
    if s.form(k) in ("a", "an") or (s.tag(k) not in "DRO" and s.form(k) not in _POINTING):
        return 0
    begin = next((j for j in range(k + 1, min(k + 9, end)) if s.tag(j) == "D" or s.tag(j) not in "NIA#P"), end)
    best = s.form(begin + 1) in words("rank") or s.form(begin + 1).endswith("est")
    opens = s.form(begin) in ("a", "an") or (s.form(begin) == "the" and best)
    if not opens or (s.tag(begin - 1) not in "NROD" and s.form(begin - 1) not in _POINTING):
        return 0
    close = next((j for j in range(begin + 1, end) if s.tag(j) not in "NDIA#PO" and s.form(j) not in "-'"), end)
    plain = FINITE.isdisjoint(s.letters(close, end)) and "," not in [s.form(j) for j in range(close, end)]
    joined = plain and (s.tag(close) == "S" or (s.form(close) in ("and", "or") and s.tag(close + 1) in "DN"))
    fetched = any(s.form(j) in _FETCHED for j in range(begin + 1, close))
    return 0 if fetched or close < begin + 2 or s.form(close) == ":" else end if joined else close


_NAMING = frozenset(("call", "consider", "deem", "pronounce", "brand", "label"))
_POINTING = frozenset(("it", "that", "this", "them", "him", "her"))
_FETCHED = frozenset(("taxi", "cab", "ambulance", "doctor", "lift", "car", "name", "time", "day"))


def with_clause_in_ing(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What somebody's account has somebody do: `Bilbao has the ship leaving port at 4:05`, `had it raining at 3`, `the
    log has the wall overtopped at 9:05`; but `The farmer had the cows grazing on Monday`, which is his deed.
    """
    k = cue.last
    end = content_end(s, k)
    stops = "GMSWTCVXZP" if (paper := s.form(subject[1] - 1) in words("document")) else "GMSWTCVXZ"
    verb = next((j for j in range(k + 1, min(k + 8, end)) if s.tag(j) in stops or _is_plain(s, j)), end)
    timed = words("time_noun", "weekday", "month")
    when = any(s.form(j) in timed or _is_clock(s, j) for j in range(verb, end))
    done = paper and verb < end and s.tag(verb) in "PV" and ("n" in s.verb_kinds(verb) or s.form(verb).endswith("ed"))
    doing = verb < end and (s.tag(verb) == "G" or _is_plain(s, verb) or done)
    named = (s.tag(k) == "D" and s.form(k) not in ("a", "an")) or s.form(k) in ("it", "them", "him", "her")
    told = s.form(cue.first) != "had" or s.form(k) == "it" or paper
    return (k, end) if doing and named and when and told else None


def _is_clock(s: Tagged, j: int) -> bool:
    """Whether a number is a time of day: "at 4", "4:05", "4 pm"."""
    after = s.form(j + 1) in ("am", "pm", "a.m", "p.m")
    return s.tag(j) == "#" and (
        after or s.form(j - 1) in ("at", "as", "until", "till", "by", "past") or ":" in s.form(j)
    )


def _is_plain(s: Tagged, j: int) -> bool:
    """Whether a word is the plain form of a verb, and no noun: "begin"."""
    kinds = s.verb_kinds(j)
    return "b" in kinds and not set("BdnS") & set(kinds)


def pinned_on(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """Whom or what somebody blames for an event: `pinned the collapse on a burst pipe`, `laid the crash at the door of
    the driver`, `put the blame on fog`; but `pinned a medal on his coat`.
    """
    k = cue.last
    on = next((j for j in range(k + 1, min(k + 9, s.last - 1)) if s.form(j) in ("on", "at", "with")), k)
    thing = s.form(on - 1).removesuffix("s")
    if on == k or not is_voice(s, *subject) or not set(s.letters(k, on)) <= set("DNAPG") | {"I"}:
        return None
    doors = s.form(on) == "at" and any(s.form(j) == "door" for j in range(on + 1, min(on + 6, s.last)))
    event = s.form(k) != "a" and thing in words("traced", "topic", "summing_noun")
    blamed = thing in ("blame", "responsibility", "fault")
    told = (event and ((cue.lemma == "pin" and s.form(on) == "on") or (cue.lemma == "lay" and doors))) or blamed
    return (k, content_end(s, k)) if told and s.tag(on + 1) in "DNR#O" else None


def deed_claimed(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """What somebody claims as his own deed: "responsibility for the attack"; not how or where he claimed it."""
    end = cue.last + 1
    if s.form(end) != "for":
        return cue.last, end
    stop = next((k for k in range(end + 1, s.last) if s.tag(k) not in "DN#PIGA" or _is_medium(s, k)), s.last)
    return cue.last, stop


def _is_medium(s: Tagged, k: int) -> bool:
    """Whether a preposition opens where something was said: "in a video", "on its channel"; not "in Vale", "on a
    television tower", "on an army post".
    """
    if s.form(k) not in ("in", "on", "via", "through"):
        return False
    behind = next((j for j in range(k + 1, s.last) if s.tag(j) not in "DNA#P"), s.last)
    told = words("statement", "occasion", "document", "media") - {"station"}
    owned = s.form(k) != "on" or s.form(k + 1) in ("its", "their") or s.form(behind - 1) in words("posted_on")
    guarded = s.form(behind - 1) == "post" and s.form(behind - 2) in words("guards_post")
    return s.form(behind - 1) in told | words("posted_on") and owned and not guarded


def held_so(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """Whom somebody holds to blame: `holds foreign fleets responsible`; but `the law holds drivers liable`, `holds 40
    liable records`.
    """
    k = cue.last
    so = next((j for j in range(k + 1, min(k + 9, s.last)) if s.form(j) in words("blameworthy")), k)
    plain = so > k and set(s.letters(k, so)) <= set("DNAOIR#") and s.tag(k) in "DNO#"
    ends = so + 1 >= s.last or s.tag(so + 1) in "MISAC"
    return (k, content_end(s, k)) if plain and ends and is_voice(s, *subject) else None


def may_be_clause(s: Tagged, k: int, subject: Range) -> int:
    """The end of what stands right behind "said" where a word in it that was taken for a noun, or for a participle, can
    be its verb: "said | the meters at the outlet show losses", "said | torn sacks sold in May were empty"; 0 for none:
    "said 40, a figure that …".
    """
    return _with_noun_for_verb(s, k) or (_with_participle_for_verb(s, k) if subject[0] < subject[1] else 0)


def _with_noun_for_verb(s: Tagged, k: int) -> int:
    end = content_end(s, k)
    if s.tag(k) not in "DN" or s.form(k) in words("weekday", "time_noun", "time_start") or "I" not in s.letters(k, end):
        return 0
    for i in range(k + 3, end - 1):
        if s.tag(i) == "M" or s.tag(i) in "SWC":
            return 0
        plain = s.tag(i) == "N" and s.tag(i - 1) == "N" and s.text[s.tokens[i].start].islower()
        if plain and {"b", "B"} & set(s.verb_kinds(i)) and s.tag(i + 1) in "NDI" and s.form(i + 1) != "of":
            head = next(j for j in range(k, i) if s.tag(j + 1) == "I" or j == i - 1)
            return end if s.form(head).endswith("s") and s.tag(head) == "N" and head < i - 2 else 0
    return 0


def _with_participle_for_verb(s: Tagged, k: int) -> int:
    end = content_end(s, k)
    opens = s.tag(k) in "DN#PV" and s.outside(k) and s.form(k) not in words("weekday", "time_noun", "time_start")
    close = next((j for j in range(k, end) if s.tag(j) in "MWS" and s.form(j) not in "-'’"), end)
    return end if opens and any(s.tag(j) in "PVX" for j in range(k + 2, close)) else 0


def put_down(s: Tagged, cue: Cue, subject: Range) -> Range | None:
    """`put the delay down to fog`."""
    down = next((k for k in range(cue.last + 1, min(cue.last + 9, s.last - 2)) if s.form(k) == "down"), None)
    if down is None or s.form(down + 1) != "to" or any(s.tag(k) in "MWS" for k in range(cue.last, down)):
        return None
    return cue.last, content_end(s, cue.last)
