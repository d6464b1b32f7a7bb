"""English words by their classes, and the forms of its verbs."""

from __future__ import annotations

from functools import cache

from factcheck.lang import rows


@cache
def words(*names: str) -> frozenset[str]:
    """The words of one or more classes of `lang/en/grammar.tsv`."""
    told = {row[0]: row[1] for row in rows("en", "grammar")}
    return frozenset(word for name in names for word in told[name].split())


@cache
def _forms() -> dict[str, str]:
    """Each verb form with what it can be: b base, s third person, d past, n participle; B, S where a noun as well."""
    table: dict[str, str] = {}
    for row in rows("en", "verbs"):
        base, past, participle = row[:3]
        noun = len(row) > 3 and row[3] == "noun"
        third = base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"
        if base.endswith(("s", "sh", "ch", "x", "z")) or base in ("go", "do"):
            third = base + "es"
        for form, kind in ((base, "b"), (third, "s"), (past, "d"), (participle, "n")):
            letter = kind.upper() if noun and kind in "bs" else kind
            table[form] = table.get(form, "") + letter
    for form in ("doubled", "tripled"):
        table.setdefault(form, "dn")
    return table


def is_verb_form(form: str) -> str:
    """What a form can be as a verb: letters of b, s, d, n (B, S: a noun as well); empty when no verb is known."""
    return _forms().get(form, "")


@cache
def cue_frames() -> dict[str, frozenset[str]]:
    """The frames in which each form of a reporting verb reports."""
    return {form: frozenset(row[3].split()) for row in rows("en", "cues") for form in row[0].split()}


@cache
def that_forms() -> frozenset[str]:
    """The one-word reporting verbs that can take a clause behind "that"."""
    return frozenset(form for row in rows("en", "cues") if "that" in row[3] for form in row[0].split())


@cache
def cue_forms() -> frozenset[str]:
    """The one-word reporting verbs that take a clause with no "that" before it."""
    return frozenset(form for row in rows("en", "cues") if "that" in row[3].split() for form in row[0].split())
