"""Who speaks behind the verb, where no quotation marks say so: "…, argues the guild", "…, believes Ana Ruiz, who"."""

from __future__ import annotations

from factcheck.extract.en.cues import Cue
from factcheck.extract.en.noun_phrases import is_proper
from factcheck.extract.en.tags import Tagged
from factcheck.extract.en.vouching import is_voice
from factcheck.lang.english import words


def may_invert(s: Tagged, cue: Cue, end: int, *, quoted: bool) -> bool:
    """Whether the phrase between a cue and `end` can speak there: `…, reported Vale One`, `…, argues the guild`; but
    `…, reported a fire`, `…, warned the guards and left`.
    """
    if not quoted and cue.group != cue.first:
        return False
    voice = is_voice(s, cue.last, end)
    named = is_proper(s, cue.last + (s.tag(cue.last) == "D"), end)
    named = named or (voice and "," in [s.form(k) for k in range(cue.last, end)])  # "recalled its chair, Ana Ruiz"
    if cue.lemma in words("inverts") and (named or cue.lemma == "say" or (quoted and voice)):
        return True
    if quoted:
        return cue.lemma not in words("inverts")
    says = cue.lemma in words("inverts_behind")
    says = says or (cue.lemma in words("inverts_now") and s.form(cue.first).endswith("s"))
    ahead = not words("modal").isdisjoint(s.form(k) for k in range(s.first, cue.group))
    says = says or (cue.lemma in words("inverts_ahead") and ahead)  # "The port will open in May, promised its chair"
    called = s.form(end) == "," and (s.tag(end + 1) in "WD" or is_proper(s, end + 1, end + 2))
    ends = end >= s.last or s.form(end) == "." or called
    return says and ends and s.tag(cue.last) in "ND" and voice
