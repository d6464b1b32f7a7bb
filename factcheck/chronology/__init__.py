"""What time a text implies, and whether its page date fits: constraints, a window, never a date asserted.

check_chronology(text, lang, page_date, sources=()) -> list[TemporalAnomaly]
"""

from factcheck.chronology.check import check_chronology

__all__ = ["check_chronology"]
