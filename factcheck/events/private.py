"""Words that must not be in the record: telephone numbers and e-mail addresses, in any script's digits.

The patterns ask for what makes a number one to call (a plus or double nought, a leading nought, the word beside it),
so that years, sums and casualty figures pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_GAP = r"[ \u00a0.()/-]{0,2}"
_PHONE = re.compile(
    rf"(?<![\w.,])(?:\+{_GAP}|00{_GAP}(?=[1-9]))[1-9](?:{_GAP}\d){{6,13}}(?![\d])"  # international
    rf"|(?<![\w.,/-])0[1-9](?:{_GAP}\d){{7,9}}(?![\w/-])"  # with the nought of a trunk call
    r"|(?<![\w.,/-])\(?[2-9]\d{2}\)?[ .-]\d{3}[.-]\d{4}(?![\w/-])"  # North American
    r"|(?:\b(?:tel|phone|mobile|whatsapp|call)\b|هاتف|جوال|موبايل|واتساب|محمول)[^\d\n]{0,20}"
    rf"\d(?:{_GAP}\d){{6,13}}(?!\d)",
    re.IGNORECASE,
)
_NOT_WORDS = frozenset({"url", "archived_url", "digest", "event", "claim"})  # addresses and ids are full of digits


def find_private(data: Mapping[str, Any], by: str = "") -> list[tuple[str, str]]:
    """(`P001` for an e-mail address or `P002` for a telephone number, the field) for each that stands in an event."""
    found = []
    for name, text in (("by", by), *_texts(data)):
        text = text.translate(_DIGITS)
        if "@" in text and _EMAIL.search(text):
            found.append(("P001", name))
        if name not in _NOT_WORDS and _PHONE.search(text):
            found.append(("P002", name))
    return found


def _texts(data: Any, name: str = "data") -> Iterator[tuple[str, str]]:
    if isinstance(data, str):
        yield name, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _texts(value, str(key))
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value, name)
