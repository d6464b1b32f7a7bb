"""The reporting words of English: which word reports what, in what frame, and whether it truly reports here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.extract.en.given_figures import figure_given, forecast_held
from factcheck.extract.en.heads import issues_words
from factcheck.extract.en.leads_to_say import forms_before, led_by_verb
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.other_senses import (
    dismisses_as,
    is_other_sense,
    pleads_to,
    puts_it_to,
    speaks_there_of,
    takes_on,
    told_amid,
)
from factcheck.extract.en.passives import passive_before
from factcheck.extract.en.predicates import starts_clause
from factcheck.extract.en.small_words import NAMING
from factcheck.extract.en.tags import Tagged
from factcheck.lang import rows
from factcheck.lang.english import words
from factcheck.text import by_spelling


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word in a sentence: half-open tokens, its lemma, force and frames, and how it stands.

    `group` is the first token of its verb group (`has also said`); `participle` is true for `adding`, `saying`;
    `passive` for `is asserted by the Crown that`.
    """

    first: int
    last: int
    lemma: str
    force: str
    frames: frozenset[str]
    group: int
    participle: bool = False
    passive: bool = False


@cache
def cue_table() -> dict[str, tuple[str, str, frozenset[str]]]:
    """Each form of the cue table (words joined by `_`) with its lemma, force and frames."""
    table: dict[str, tuple[str, str, frozenset[str]]] = {}
    for forms, lemma, force, frames in (row[:4] for row in rows("en", "cues")):
        for form in forms.split():
            table.setdefault(form, (lemma, force, frozenset(frames.split())))
    return table


@by_spelling
def may_report(form: str) -> bool:
    """Whether a word that is tagged as no verb can report with those beside it: "the view is that", "has the word"."""
    return form in words("held_view", "avowing") or form in _HAS or form in _ARRIVES


def find_cues(s: Tagged) -> list[Cue]:
    """The reporting verbs outside the quotations of a sentence that report something as said, in order."""
    found: list[Cue] = []
    for i in range(_after_prompt(s), s.last):
        if s.tag(i) not in "VPGB" and not may_report(s.form(i)):
            continue
        if s.form(i) in words("held_view") and s.form(i + 2) == "that" and s.outside(i) and s.tag(i + 1) == "X":
            found.append(Cue(i, i + 1, "hold", "say", frozenset({"view"}), i))
            continue
        if s.form(i) in words("avowing") and s.outside(i) and (avowed := _avowed(s, i)) is not None:
            found.append(avowed)
        if s.form(i) in _HAS and s.tag(i) == "X" and s.tag(i + 1) in "DONR" and s.outside(i):
            found.append(_held(s, i))
            continue
        if s.form(i) in _ARRIVES and s.outside(i) and (arrived := _arrives(s, i)) is not None:
            found.append(arrived)
            continue
        did = s.tag(i) == "B" and i > s.first and s.form(i - 1) == "did"
        none = s.tag(i) == "B" and (_recalls_none(s, i) or _says_only(s, i))
        led = i > s.first + 1 and s.form(i - 1) == ("to" if s.tag(i) == "B" else "for") and s.tag(i) in "BG"
        if not (s.tag(i) in "VPG" or did or none or led) or not s.outside(i):
            continue
        if s.form(i) in words("gives_figure") and (figure := figure_given(s, i)):
            found.append(Cue(i, figure, "give", "estimate", frozenset({"np", "num"}), i - did))
            continue
        if did and s.form(i + 1) != "that" and not (s.is_cue(i) and starts_clause(s, i + 1, s.last)):
            continue  # "did say the dam would open", no "did claim the prize"
        if s.form(i) in words("gives") and (colon := _account_ends(s, i)):
            found.append(Cue(i, colon, "give", "say", frozenset({"account"}), i))
            continue
        if s.form(i) in words("holds_to") and s.tag(i) in "VP" and (figure := forecast_held(s, i)):
            found.append(Cue(i, figure, "hold to", "predict", frozenset({"np", "num"}), _passive_group(s, i)))
            continue
        if s.form(i) == "told" and s.form(i - 1) in ("was", "were") and i > s.first and _tries(s, i):
            found.append(Cue(i - 1, i + 1, "hear", "report", frozenset({"that!", "q", "heard"}), i - 1))
            continue
        form = s.form(i)
        joined = f"{form}_{s.form(i + 1)}" if i + 1 < s.last else form
        entry = cue_table().get(joined)
        if entry is not None and s.form(i + 1) == "to" and "that" in (s.form(i + 3), s.form(i + 4)):
            entry = entry if "np" in entry[2] else None  # "admitted | to police that"
        last = i + 1 if entry is None else i + 2
        entry = entry or cue_table().get(form)
        if entry is None and (of := speaks_there_of(s, i)):
            last, entry = of, cue_table()[f"{form}_of"]
        if entry is None or is_other_sense(s, i, entry[0]) or (entry[0] == "hear" and not _tries(s, i)):
            continue
        if s.form(last) == "," and told_amid(s, last):
            continue  # "The letter shows, she told him, that …"
        if entry[0] == "claim" and takes_on(s, i):
            entry = (*entry[:2], frozenset({"deed"}))
        if entry[0] == "put" and (put := puts_it_to(s, i)):
            last, entry = put, ("put", "assert", frozenset({"addr"}))
        if entry[0] in ("dismiss", "reject") and dismisses_as(s, i):
            entry = (entry[0], "opinion", frozenset({"as"}))
        if entry[0] == "plead" and (plea := pleads_to(s, i)):
            last, entry = plea, cue_table()["_".join(s.form(k) for k in range(i, plea))]
        if entry[0] == "tell" and s.form(i + 1) == "it" and (s.form(i + 2) == "," or s.tag(i + 2) == "A"):
            continue  # "The way he tells it, …", "told it differently: …"
        group = led_by_verb(s, i, last) if led else _group(s, i)
        if led:
            if group is not None:
                found.append(Cue(i, last, *entry, group))
            continue
        if group is None and entry[0] == "quote" and quoted_by(s, last) is not None:
            found.append(Cue(i, last, *entry, _passive_group(s, i)))  # "was quoted as saying"
        elif group is None and _is_said_by(s, i, last):
            found.append(Cue(i, last, *entry, _passive_group(s, i), passive=True))
        if group is None:
            continue
        found.append(Cue(i, last, *entry, group, s.tag(i) == "G" and not _goes_on(s, i)))
    return found


def quoted_by(s: Tagged, last: int) -> int | None:
    """The "saying" of "was quoted | as saying", "was quoted | by the paper as saying"; `None` where there is none."""
    k = last
    while s.form(last) == "by" and k < min(last + _PAPER, s.last) and s.tag(k) in "IDN#" and s.form(k) != "as":
        k += 1
    return k + 1 if s.form(k) == "as" and s.form(k + 1) in ("saying", "telling", "stating") else None


_HAS = frozenset(("has", "have", "had"))
_ARRIVES = frozenset(
    ("make", "makes", "made", "arrive", "arrives", "arrived", "come", "comes", "came", "hold", "holds", "held")
)  # fmt: skip


def _held(s: Tagged, i: int) -> Cue:
    """The cue of how somebody has a thing: "has the ship leaving at 4", "had it at 6,000", "has a clear memory of"."""
    of = next((k for k in range(i + 2, min(i + 5, s.last)) if s.form(k) == "of"), i)
    if s.form(of - 1) in ("memory", "memories", "recollection") and s.tag(i + 1) == "D":
        return Cue(i, of + 1, "remember", "say", frozenset({"memory"} if s.form(i + 1) != "no" else ()), i)
    frames = {"held_at"} if s.form(i) == "had" else {"filed", "held_at"}
    return Cue(i, i + 1, "have", "say", frozenset(frames | ({"doing"} if s.tag(i + 1) in "DR" else set())), i)


def _arrives(s: Tagged, i: int) -> Cue | None:
    """The cue of a figure that somebody arrives at, or of whom he holds to blame: "came up with | 48 per cent"."""
    form, lemma = s.form(i), ""
    if form.startswith("ma"):
        lemma = "make" if s.form(i + 1) == "it" else ""
    elif form.startswith("arr"):
        lemma = "arrive at" if s.form(i + 1) == "at" else ""
    elif form.startswith("hold") or form == "held":
        lemma = "hold" if any(s.form(k) in words("blameworthy") for k in range(i + 2, min(i + 10, s.last))) else ""
    elif (s.form(i + 1), s.form(i + 2)) == ("up", "with"):
        lemma = "come up with"
    group = _group(s, i) if lemma else None
    if group is None or s.tag(i) == "N":
        return None
    last = i + max(1, len(lemma.split()))
    frame = {"make": "made_it", "hold": "held_so"}.get(lemma, "reached")
    return Cue(i, last, lemma, "accuse" if lemma == "hold" else "estimate", frozenset({frame}), group)


_PAPER = 8  # tokens of "by" and the paper that quotes
_AVOWING_BE = ("is", "are", "was", "were")


def _avowed(s: Tagged, i: int) -> Cue | None:
    """A cue of a form of "be" and how sure somebody is: "was adamant that …", "is confident the bridge will open"."""
    be = i - 1
    while be > s.first and s.tag(be) == "A" and s.form(be) not in words("negator", "avowing_none"):
        be -= 1
    begin = next((k + 1 for k in range(be - 1, s.first - 1, -1) if s.tag(k) == "M"), s.first)
    clause = [s.form(k) for k in range(begin, be)]
    named = be > s.first and s.form(be) in _AVOWING_BE and clause[-1:] not in (["it"], ["this"], ["there"])
    open_ended = any(form in words("subordinator", "avowing_none") for form in clause)
    if not named or open_ended or not (s.form(i + 1) == "that" or starts_clause(s, i + 1, s.last)):
        return None
    return Cue(be, i + 1, "be", "say", frozenset({"that"}), be)


def _account_ends(s: Tagged, i: int) -> int:
    """The colon behind an account that somebody gives: "gave a third account: …"; 0 for none."""
    told = next((k for k in range(i + 1, min(i + 6, s.last)) if s.form(k) in words("account")), 0)
    if any(s.form(k) in ("no", "neither", "who", "nobody", "none") for k in range(max(s.first, i - 4), max(told, i))):
        return 0  # "The inquiry gave no account: …", "the guard who gave an account: …"
    return told + 1 if told and s.form(told + 1) == ":" and told + 3 < s.last else 0


def _after_prompt(s: Tagged) -> int:
    """Past what somebody answers: "Told that some have said they cannot vote, the mayor said …"."""
    if s.form(s.first) not in words("prompting") | {"told"}:
        return s.first
    commas = (k for k in range(s.first, s.last) if s.form(k) == "," and s.outside(k))
    return next((k for k in commas if s.form(k + 1) not in _PUT and starts_clause(s, k + 1, s.last)), s.first)


_PUT = words("asking") | {"if", "who", "that", "about", "on"}  # words at the head of what is asked


def _is_said_by(s: Tagged, i: int, last: int) -> bool:
    """Whether a passive names who says it: "it is asserted by the Crown that …"."""
    return s.tag(i) == "P" and last < s.last and s.form(last) == "by" and s.letters(s.first, i)[-1:] in ("X", "x", "A")


def _passive_group(s: Tagged, i: int) -> int:
    while i > s.first and s.tag(i - 1) in "AXx":
        i -= 1
    return i


def _group(s: Tagged, i: int) -> int | None:
    """The first token of the verb group of the cue at `i`; `None` where it is negated, unreal or passive."""
    k, be, have = i - 1, False, False
    while k >= s.first:
        form, letter = s.form(k), s.tag(k)
        if form in words("negator") or form.endswith("n't"):
            return None
        if letter not in "AXx" and (form not in ("both", "all", "each") or k == s.first or s.tag(k - 1) in "MC"):
            break
        be = be or form in words("be") or form in ("been", "being")
        have = have or form in words("have")
        if form in words("unreal") and not (_recalls_none(s, i) or _says_only(s, i)):
            return None
        k -= 1
    asked = k > s.first + 1 and s.tag(k) == "R" and s.form(k - 1) in ("if", "whether")
    if asked and any(s.form(j) in _ASKING for j in range(max(s.first, k - 4), k - 1)):
        return None  # "asking them whether they thought it fair"
    near = forms_before(s, k, i)
    told = "as" in near and "than" not in near and starts_clause(s, i + 1, s.last)  # "as officials said 40 had died"
    told = told or (near[-2:-1] == ["as"] and _denies_thing(s, i))
    told = told or (near[-2:-1] == ["as"] and s.form(k - 2) in NAMING)  # "who gave his name as Omar said"
    if {"than", "as"} & set(near) and "," not in near and not told and near[-1:] not in (["and"], ["but"]):
        return None  # "larger than the operator says"
    if k > s.first and s.tag(k) == "W" and s.form(k - 1) != "," and s.tag(i) != "G":
        return None  # "estimates that put the decline at 3%" names estimates, and reports nothing new
    going_on = s.tag(i) == "G" and k > s.first and s.form(k) in ("before", "while", "after")
    if going_on:  # "…, before adding that", not "before calling for help", "waited before reporting deaths"
        dates = s.form(k) != "while" and s.form(k - 1) != "," and not starts_clause(s, i + 1, s.last)
        bare = dates and s.tag(i + 1) not in "WM"
        return None if s.tag(i + 1) == "I" or bare else k
    if s.tag(i) == "G" and (k < s.first or s.tag(k) == "I") and s.form(i + 1) != "that":
        return None  # "Testifying at an inquiry, he said", "they differ on warning"
    if k >= s.first and s.form(k) in ("to", "without", "by", "before", "after", "when", "if", "of", "from"):
        return None
    if s.form(i) == "told" and s.form(i + 1) == "that" and k > s.first and s.form(k) == "and" and passive_before(s, k):
        return None  # "was hauled in and told that …"
    if s.tag(s.first) == "G" and s.form(i + 1) == "," and set(s.letters(s.first + 1, i)) <= set("NDAP#"):
        return None  # "Citing safety fears, the firm shut the plant"
    letter = s.tag(i)
    if _goes_on(s, i):
        return k + 1
    if (letter == "P" and not have) or be or _is_headed_noun(s, i):
        return None
    if letter == "G" and k >= s.first and s.tag(k) not in "MC":
        issued = any(issues_words(s.tokens, j, s.last) == i for j in range(max(s.first, i - 12), i))
        return k + 1 if issued else None  # "issued a statement saying that"
    return k + 1


def _recalls_none(s: Tagged, i: int) -> bool:
    """Whether somebody tells what he does not remember: "could remember no figure", "can recall only three"."""
    little = s.form(i - 1) in ("can", "could") and s.form(i + 1) in ("no", "only", "nothing")
    return little and cue_table().get(s.form(i), ("",))[0] in ("remember", "recall")


def _says_only(s: Tagged, i: int) -> bool:
    """Whether somebody says no more than that: "would say only that it was shut"; not "would only say that if paid"."""
    only = "only" in (s.form(i - 1), s.form(i + 1)) and s.form(i) == "say"
    that = i + 1 + (s.form(i + 1) == "only")
    would = i - 1 - (s.form(i - 1) == "only")
    said = only and s.form(would) in ("would", "will", "could") and s.form(that) == "that"
    return said and s.tag(that + 1) != "S" and starts_clause(s, that + 1, s.last)


def _goes_on(s: Tagged, i: int) -> bool:
    """Whether somebody is saying it at the time: "is promising", "were still warning", not "a firm promising"."""
    be = i - 1
    while be > s.first and s.tag(be) in "Ax":
        be -= 1
    entry = cue_table().get(s.form(i)) or cue_table().get(f"{s.form(i)}_{s.form(i + 1)}")
    says = entry is not None and entry[1] in _SAYING_NOW
    return s.tag(i) == "G" and says and s.form(be) in ("am", "is", "are", "was", "were")


_ASKING = frozenset(("ask", "asks", "asked", "asking", "wonder", "wondered", "wondering", "survey", "surveyed"))
_SAYING_NOW = frozenset(
    ("promise", "warn", "threaten", "predict", "say", "assert", "deny", "accuse", "distance", "announce", "admit",
     "complain", "estimate", "hope", "fear", "request", "report")
)  # fmt: skip


def _tries(s: Tagged, i: int) -> bool:
    """Whether an inquiry, a court or the like heard it, or was told: not "the nurse heard that"."""
    begin = next((k + 1 for k in range(i - 1, max(s.first, i - 12), -1) if s.tag(k) in "MR"), s.first)
    return any(s.form(k) in words("hearing") for k in range(begin, i))


def _denies_thing(s: Tagged, i: int) -> bool:
    """Whether a verb denies what its object names: "as minister rules out a tax", "as firm denies fraud"."""
    two = cue_table().get(f"{s.form(i)}_{s.form(i + 1)}")
    entry, after = (two, i + 2) if two is not None else (cue_table().get(s.form(i)), i + 1)
    return entry is not None and entry[1] == "deny" and "np" in entry[2] and s.tag(after) in "DN"


def _is_headed_noun(s: Tagged, i: int) -> bool:
    """Whether a verb's plain form is the noun that a relative clause belongs to: "a pay dispute that has kept …"."""
    kinds = s.verb_kinds(i)
    if s.tag(i) != "V" or "B" not in kinds or "d" in kinds or s.form(i + 1) != "that" or s.tag(i + 2) not in FINITE:
        return False
    k = i
    while k > s.first and s.tag(k - 1) == "N":
        k -= 1
    return k > s.first and k >= i - 4 and s.form(k - 1) in words("one_thing")
