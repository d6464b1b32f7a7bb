"""How a line of a page ends: as a sentence does, or with the agency's sign-off."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text import Token

FINAL = frozenset(".!?؟…")
_SIGN_OFF = 12  # tokens of an agency's sign-off


def is_ended(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a line ends as a sentence does: with a full stop, before closing marks or not."""
    for token in reversed(tokens[max(first, last - 3) : last]):
        if token.form in FINAL:
            return True
        if token.kind != "mark" or token.form == ")":
            return False
    return False


def sign_off_at(tokens: Sequence[Token], first: int, last: int, closers: frozenset[str]) -> int:
    """Where the agency's sign-off begins: «… | (النهاية) م و / س ص», «…. | انتهى»; `last` where none does."""
    for i in range(last - 1, max(first + 3, last - _SIGN_OFF), -1):
        if tokens[i].form not in closers:
            continue
        behind = tokens[i - 1].form
        closed = all(token.kind == "mark" for token in tokens[i + 1 : last])
        if behind == "(" or (behind in FINAL and closed):
            return i - 1 if behind == "(" else i
    return last
