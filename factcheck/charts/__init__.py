"""Charts: pure functions from tables to Altair, drawn without a network, in Arabic and English.

Each `…_chart(table, lang)` has a `…_summary(table, lang)` with the same content as plain text, which the chart also
carries as its description. Importing this room makes notebooks draw offline.
"""

from __future__ import annotations

from factcheck.charts.accounts import accounts_chart, accounts_summary, questions
from factcheck.charts.agreement import agreement_chart, agreement_summary
from factcheck.charts.dress import enable, summary_of
from factcheck.charts.linked import linked_chart
from factcheck.charts.sources import coverage_chart, coverage_summary, sources_chart, sources_summary
from factcheck.charts.time import (
    progress_chart,
    progress_summary,
    queue_chart,
    queue_summary,
    timeline_chart,
    timeline_summary,
)
from factcheck.charts.voices import claimants_chart, claimants_summary, matrix_chart, matrix_summary, voice_names
from factcheck.charts.work import (
    findings_chart,
    findings_summary,
    verdicts_chart,
    verdicts_summary,
    work_status_chart,
    work_status_summary,
)

__all__ = [
    "accounts_chart",
    "accounts_summary",
    "agreement_chart",
    "agreement_summary",
    "claimants_chart",
    "claimants_summary",
    "coverage_chart",
    "coverage_summary",
    "enable",
    "findings_chart",
    "findings_summary",
    "linked_chart",
    "matrix_chart",
    "matrix_summary",
    "progress_chart",
    "progress_summary",
    "questions",
    "queue_chart",
    "queue_summary",
    "sources_chart",
    "sources_summary",
    "summary_of",
    "timeline_chart",
    "timeline_summary",
    "verdicts_chart",
    "verdicts_summary",
    "voice_names",
    "work_status_chart",
    "work_status_summary",
]

enable()
