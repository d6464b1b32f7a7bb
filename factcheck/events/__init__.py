"""An event of the record: who decided what about which claim, as one JSON line that stays readable for ever.

A line is the event's fields in their order, `digest` last: the SHA-256 of the line's own bytes before `,"digest":`,
closed with `}`. So a line can be checked without reading its JSON, by any tool, in any year.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import msgspec

FORMAT = 1
MAX_LINE = 1 << 20
_DIGEST_LENGTH = len(',"digest":""}') + 64
# Marks that change how a line is read on a screen without being seen; escaped in the file, unchanged as values.
UNSEEN = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class Target(msgspec.Struct, frozen=True, gc=False):
    """A claim's words where they stood: the text's digest, the span, the quote with what surrounds it (W3C), the mode.

    The surrounding is wider where the same words stand in the text more than once.
    """

    sha256: str | None
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    mode: str


class Event(msgspec.Struct, frozen=True, gc=False):
    """One event. `at` is UTC in milliseconds and never orders anything: `base`, the heads its writer saw, does.

    A msgspec struct and not a dataclass: records of 20,000 events are opened while somebody waits.
    """

    v: int
    id: str
    at: int
    by: str
    kind: str
    article: str | None
    check: str | None
    claim: str | None
    target: Target | None
    base: tuple[str, ...]
    data: dict[str, Any]
    prev: str | None
    digest: str = ""


_DECODER = msgspec.json.Decoder(Event)


def to_line(event: Event) -> tuple[Event, bytes]:
    """The event with its digest, and its line with the line feed. Non-ASCII stays as is, unseen marks are escaped."""
    fields = msgspec.to_builtins(event)
    del fields["digest"]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    body = UNSEEN.sub(lambda mark: f"\\u{ord(mark.group()):04x}", text).encode("utf-8")
    digest = hashlib.sha256(body).hexdigest()
    return msgspec.structs.replace(event, digest=digest), body[:-1] + b',"digest":"' + digest.encode() + b'"}\n'


def from_line(line: bytes) -> Event:
    """The event a line (without its line feed) holds. Raises `msgspec.DecodeError` for anything else."""
    return _DECODER.decode(line)


def is_intact(event: Event, line: bytes) -> bool:
    """Whether a line still has the bytes it was written with, by its own digest."""
    return hashlib.sha256(line[:-_DIGEST_LENGTH] + b"}").hexdigest() == event.digest
