"""Verdicts, attribution verdicts, statuses and the reasons that go with them: one table, used everywhere.

Labels in words live in the message catalogues (`factcheck.lang`), under `verdict.<id>`, `attribution.<id>`,
`status.<id>`; here stand the ids, keys, glyphs and colours.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `key` is its key on the keyboard; `colour` is a swatch, never used for text."""

    id: str
    key: str
    glyph: str
    colour: str


# Contrast ≥ 3:1 on white and on #212121, pairwise ΔE76 ≥ 20 in normal, deutan, protan and tritan vision (tested).
VERDICTS: tuple[Verdict, ...] = (
    Verdict("true", "1", "✓", "#0e7c56"),
    Verdict("partly_true", "2", "◐", "#96611d"),
    Verdict("misleading", "3", "⚠", "#d57e0d"),
    Verdict("false", "4", "✗", "#ed0f5f"),
    Verdict("unproven", "5", "?", "#854cd9"),
    Verdict("conflicting", "6", "⇄", "#c90f9c"),
    Verdict("not_checkable", "7", "∅", "#af889c"),
)
NO_VERDICT = Verdict("", "0", "○", "#019cdd")
VERDICT_IDS: tuple[str, ...] = tuple(verdict.id for verdict in VERDICTS)
HOW: tuple[str, ...] = (
    "fabricated", "altered", "ai_generated", "old_reused", "out_of_context", "missing_context", "cherry_picked",
    "mistranslated", "misleading_headline", "satire",
)  # fmt: skip
NOT_CHECKABLE_WHY: tuple[str, ...] = ("opinion", "future", "no_access", "too_vague")
ATTRIBUTIONS: tuple[str, ...] = (
    "said_as_reported", "wording_altered", "out_of_context", "mistranslated", "misattributed", "no_record_found",
)  # fmt: skip
STATUSES: tuple[str, ...] = (
    "new", "skipped", "selected", "in_progress", "waiting_reply", "in_review", "approved", "published", "updated",
    "corrected", "withdrawn",
)  # fmt: skip
CONCLUDED: frozenset[str] = frozenset({"approved", "published", "updated", "corrected"})
SELECT_REASONS: tuple[str, ...] = ("reach", "harm", "public_figure", "reader_request")
SKIP_REASONS: tuple[str, ...] = ("opinion", "trivial", "duplicate", "out_of_scope")
