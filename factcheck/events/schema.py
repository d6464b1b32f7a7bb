"""The JSON Schema of an event line, made from the table of kinds; `factcheck/schema/event.json` is its copy."""

from __future__ import annotations

from typing import Any

from factcheck.events.kinds import ID, KINDS, MAX_TEXT, MODES, Field, Kind

_TEXT = {"type": "string", "pattern": r"\S", "maxLength": MAX_TEXT}
_ID = {"type": "string", "pattern": f"^{ID.pattern}$"}
_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_PERIOD = r"^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$"
_DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_NOTHING = {"type": "null"}
_REF = {
    "type": "object", "required": ["article", "claim"], "additionalProperties": False,
    "properties": dict.fromkeys(("article", "claim", "approval"), _ID),
}  # fmt: skip
_TARGET = {
    "type": "object", "additionalProperties": False,
    "required": ["sha256", "start", "end", "exact", "prefix", "suffix", "mode"],
    "properties": {
        "sha256": {"anyOf": [_DIGEST, _NOTHING]}, "start": {"type": "integer"}, "end": {"type": "integer"},
        "exact": {"type": "string"}, "prefix": {"type": "string"}, "suffix": {"type": "string"},
        "mode": {"enum": list(MODES)},
    },
}  # fmt: skip


def event_schema() -> dict[str, Any]:
    """The schema, draft 2020-12, of one line of an events file."""
    fields: dict[str, Any] = {
        "v": {"const": 1},
        "id": {"type": "string", "format": "uuid", "description": "a UUID of version 7"},
        "at": {"type": "integer", "minimum": 0, "description": "UTC, milliseconds since 1970; orders nothing"},
        "by": _TEXT,
        "kind": {"enum": list(KINDS)},
        "article": {"anyOf": [_ID, _NOTHING]},
        "check": {"anyOf": [_ID, _NOTHING]},
        "claim": {"anyOf": [_ID, _NOTHING]},
        "target": {"anyOf": [_TARGET, _NOTHING], "description": "on a claim's first event in the file"},
        "base": {"type": "array", "items": _ID, "description": "the heads this writer saw"},
        "data": {"type": "object"},
        "prev": {"anyOf": [_DIGEST, _NOTHING], "description": "the digest of the line before"},
        "digest": _DIGEST | {"description": 'SHA-256 of the line up to ,"digest": and closed with }'},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One event of a record",
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
        "allOf": [
            {"if": {"properties": {"kind": {"const": name}}}, "then": {"properties": {"data": _data(kind)}}}
            for name, kind in KINDS.items()
        ],
    }


def _data(kind: Kind) -> dict[str, Any]:
    return {
        "description": f"{kind.sort}; {'may be shown' if kind.public else 'internal'}",
        "properties": {name: _field(field) for name, field in kind.fields.items()},
        "required": [name for name, field in kind.fields.items() if field.required],
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    types: dict[str, dict[str, Any]] = {
        "text": _TEXT, "day": _DAY, "period": {"type": "string", "pattern": _PERIOD}, "id": _ID,
        "web": {"type": "string", "pattern": r"^https?://[^\s<>\"']+$"},
        "ids": {"type": "array", "items": _ID}, "number": {"type": "integer", "minimum": 0},
        "yes_no": {"type": "boolean"}, "refs": {"type": "array", "items": _REF},
        "choice": {"enum": list(field.choices)}, "choices": {"type": "array", "items": {"enum": list(field.choices)}},
    }  # fmt: skip
    found = types[field.type]
    return found if field.required and not field.empty else {"anyOf": [found, _NOTHING]}
