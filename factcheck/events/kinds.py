"""The kinds of event: one table of what each holds, how it counts, and whether it may be shown outside the newsroom.

A register has one current value a claim; two values that nobody chose between are a conflict. Of a set everything
counts. `slot` names the field that tells several registers of one kind on one claim apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from factcheck.evidence import SOURCE_TYPES, STANCES
from factcheck.verdict import ATTRIBUTIONS, HOW, NOT_CHECKABLE_WHY, SELECT_REASONS, SKIP_REASONS, VERDICT_IDS

MAX_TEXT = 20_000
MODES: tuple[str, ...] = ("direct_quote", "indirect_speech", "narrator")
CLAIM_KINDS: tuple[str, ...] = ("event", "statement_of_fact", "prediction", "opinion", "commitment", "background")
CERTAINTIES: tuple[str, ...] = ("asserted", "hedged", "hinted")
ROLES: tuple[str, ...] = ("claimant", "publisher", "expert", "witness", "official", "other")
OUTCOMES: tuple[str, ...] = ("waiting", "replied", "declined", "no_reply", "unreachable")
TERMS: tuple[str, ...] = ("on_record", "background", "off_record")
RELATIONS: tuple[str, ...] = ("contradicts", "compatible", "refines")
DISMISSED = "dismissed"  # a pair that a person found to be no pair: not one question, or not two voices

Type = Literal["text", "choice", "choices", "day", "period", "web", "id", "ids", "number", "yes_no", "refs"]


@dataclass(frozen=True, slots=True)
class Field:
    """What a field of an event's data may hold: one of `choices`; `empty` lets a required one be null."""

    type: Type = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """How events of a kind count (`register` or `set`), on what they may be (`on`), and their fields."""

    sort: Literal["register", "set"]
    on: tuple[Literal["claim", "article", "check"], ...]
    fields: Mapping[str, Field]
    public: bool = True
    slot: str | None = None


def _choice(*choices: str, required: bool = False, empty: bool = False) -> Field:
    return Field("choice", required, choices, empty)


_TEXT, _SAID = Field(), Field(required=True)
_DAY, _WEB, _ID = Field("day"), Field("web"), Field("id")
_PLACE = {"start": Field("number"), "end": Field("number"), "exact": _TEXT}
_CLAIM = {
    "text": _TEXT, "claimant": _TEXT, "claimant_country": _TEXT, "speaker": _TEXT, "relay": _TEXT,
    "denied": Field("yes_no"), "kind": _choice(*CLAIM_KINDS), "certainty": _choice(*CERTAINTIES),
    "mode": _choice(*MODES),
}  # fmt: skip
_EVIDENCE = {
    "source": _SAID, "passage": _SAID, "stance": _choice(*STANCES, required=True),
    "source_type": _choice(*SOURCE_TYPES, required=True), "url": _WEB, "archived_url": _WEB, "accessed": _DAY,
    "publisher": _TEXT, "published": _TEXT, "based_on": _TEXT, "interest": _TEXT, "digest": _TEXT, "withheld": _TEXT,
    "sole": _TEXT,
}  # fmt: skip
_CONTACT = {
    "who": _SAID, "role": _choice(*ROLES), "channel": _TEXT, "when": _DAY, "asked": _TEXT,
    "outcome": _choice(*OUTCOMES), "reply": _TEXT, "terms": _choice(*TERMS), "due": _DAY, "private": _TEXT,
}  # fmt: skip
_CHECK = {
    "title": _TEXT, "bottom_line": _TEXT, "how_we_checked": _TEXT, "editor": _TEXT, "lang": _TEXT, "main": _TEXT,
    "add": Field("refs"), "remove": Field("refs"),
}  # fmt: skip

KINDS: dict[str, Kind] = {
    "verdict": Kind("register", ("claim",), {
        "verdict": _choice(*VERDICT_IDS, required=True, empty=True), "how": Field("choices", choices=HOW),
        "why": _choice(*NOT_CHECKABLE_WHY), "reason": _TEXT, "searched": _TEXT, "fact": _TEXT, "impression": _TEXT,
        "part": _TEXT, "checkable_on": _DAY,
    }),
    "attribution": Kind("register", ("claim",), {
        "attribution": _choice(*ATTRIBUTIONS, required=True, empty=True), "original": _TEXT, "language": _TEXT,
        "translator": _TEXT, "recording": _TEXT, "note": _TEXT,
    }),
    "restate": Kind("register", ("claim",), {"text": _SAID}),
    "summary": Kind("register", ("claim",), {"text": _SAID}),
    "assign": Kind("register", ("claim",), {"to": Field(required=True, empty=True)}, public=False),
    "triage": Kind("register", ("claim",), {
        "choice": _choice("select", "skip", required=True),
        "reason": _choice(*dict.fromkeys(SELECT_REASONS + SKIP_REASONS), required=True),
    }, public=False),
    "review": Kind("register", ("claim",), {
        "decision": _choice("approve", "return", required=True), "comment": _TEXT,
    }, public=False),
    "date.settle": Kind("register", ("claim", "article"), {
        "what": _SAID, "iso": Field("period", required=True, empty=True), "because": _SAID, "evidence": Field("ids"),
    }, slot="what"),
    "disagreement.judge": Kind("register", ("article", "claim"), {
        "question": Field("id", required=True), "relation": _choice(*RELATIONS, DISMISSED, required=True),
        "because": _SAID,
    }, slot="question"),
    "claim.edit": Kind("register", ("claim",), {**_PLACE, **_CLAIM, "same_as": _ID}),
    "claim.reject": Kind("register", ("claim",), {"reason": _SAID}),
    "evidence": Kind("set", ("claim",), _EVIDENCE),
    "contact": Kind("set", ("claim",), _CONTACT, public=False),
    "note": Kind("set", ("claim", "article", "check"), {"text": _SAID, "internal": Field("yes_no")}, public=False),
    "ask": Kind("set", ("claim",), {"to": _SAID, "question": _SAID}, public=False),
    "answer": Kind("set", ("claim",), {"ask": Field("id", required=True), "text": _SAID}, public=False),
    "link": Kind("set", ("claim",), {
        "to": Field("id", required=True), "article": _ID, "relation": _TEXT, "note": _TEXT,
    }, public=False),
    "media": Kind("set", ("claim", "article"), {
        "what": _SAID, "url": _WEB, "archived_url": _WEB, "digest": _TEXT, "caption": _TEXT, "credit": _TEXT,
        "found": _TEXT,
    }, public=False),
    "claim.add": Kind("set", ("claim",), _CLAIM),
    "review.request": Kind("set", ("claim",), {"comment": _TEXT, "to": _TEXT}, public=False),
    "check.new": Kind("set", ("check",), {**_CHECK, "title": _SAID}),
    "check.edit": Kind("set", ("check",), _CHECK),
    "publish": Kind("set", ("check",), {
        "url": _WEB, "editor": _TEXT, "date": _DAY, "digest": _TEXT, "claims": Field("refs"), "note": _TEXT,
    }),
    "correction": Kind("set", ("check",), {"text": _SAID, "date": _DAY}),
    "update": Kind("set", ("check",), {"text": _SAID, "date": _DAY}),
    "withdrawal": Kind("set", ("check",), {"text": _SAID, "date": _DAY}),
    "publisher_corrected": Kind("set", ("check",), {"text": _SAID, "url": _WEB, "date": _DAY}),
    "recheck": Kind("set", ("check",), {"on": Field("day", required=True), "text": _TEXT}),
    "undo": Kind("set", ("claim", "article", "check"), {"event": Field("id", required=True), "reason": _TEXT}),
}  # fmt: skip

_NEEDED = {kind: [name for name, field in known.fields.items() if field.required] for kind, known in KINDS.items()}
_TOLD: dict[str, tuple[str, str]] = {  # the message of the interface by a field's type, and its gap
    "web": ("told.address", "url"), "day": ("told.day", "day"), "period": ("told.period", "day"),
    "text": ("told.too_long", "most"),
}  # fmt: skip
_WORDS = frozenset({"text", "day", "period", "web", "id"})
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9@_.:-]{0,127}")
_PERIOD = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def complaints(kind: str, data: Mapping[str, Any]) -> list[str]:
    """What is wrong with the data of an event of a known kind, one finished sentence each; empty when nothing is."""
    known = KINDS[kind]
    found = [
        f"{kind} has no field {name!r}; its fields are {', '.join(known.fields)}."
        for name in data
        if name not in known.fields
    ]
    for name, field in known.fields.items():
        value = data.get(name)
        if value is None:
            if field.required and not (field.empty and name in data):
                found.append(f"{kind} needs {name!r}{_accepted(field)}.")
        elif wrong := _wrong(field, value):
            found.append(f"{name!r} of {kind} is {_shown(value)}; {wrong}.")
    return found or list(_together(kind, data))


def told(kind: str, data: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """The interface's message for the first thing a person left out or mistyped, and what fills it; else `None`."""
    if kind not in KINDS:
        return None
    for name, field in KINDS[kind].fields.items():
        value = data.get(name)
        missing = value is None and field.required and not (field.empty and name in data)
        if missing or (isinstance(value, str) and not value.strip()):
            return ("told.reason" if name in ("because", "reason") else "told.nothing_there"), {}
        if value is not None and _wrong(field, value) and field.type in _TOLD:
            key, gap = _TOLD[field.type]
            return key, {gap: MAX_TEXT if gap == "most" else str(value)[:200]}
    returned = kind == "review" and data.get("decision") == "return" and not data.get("comment")
    return ("told.comment", {}) if returned else None


def is_usable(kind: str, data: Mapping[str, Any]) -> bool:
    """Whether data can be read as that of a known kind. Fields this version does not know do no harm here."""
    fields = KINDS[kind].fields
    for name in _NEEDED[kind]:
        if name not in data or (data[name] is None and not fields[name].empty):
            return False
    for name, value in data.items():
        field = fields.get(name)
        if field is None or value is None:
            continue
        if field.type in _WORDS:
            if type(value) is not str:
                return False
        elif _wrong(field, value):
            return False
    return True


def _together(kind: str, data: Mapping[str, Any]) -> list[str]:
    """What does not go together though each field is right."""
    if kind == "triage":
        fitting = SELECT_REASONS if data["choice"] == "select" else SKIP_REASONS
        if data["reason"] not in fitting:
            return [f"The reason to {data['choice']} is {data['reason']!r}; it can be {', '.join(fitting)}."]
    if kind == "verdict" and data.get("why") and data["verdict"] != "not_checkable":
        return ["'why' goes with the verdict not_checkable only; leave it out."]
    if kind == "verdict" and data.get("checkable_on") and data.get("why") != "future":
        return ["'checkable_on' goes with why: future only; leave it out."]
    if kind == "claim.edit" and not data:
        return ["claim.edit changes nothing; give at least one field."]
    if kind == "claim.edit" and {"start", "end", "exact"} & set(data) and not {"start", "end", "exact"} <= set(data):
        return ["claim.edit moves a claim with 'start', 'end' and 'exact' together; give all three."]
    if kind == "review" and data["decision"] == "return" and not data.get("comment"):
        return ["A claim is returned with a comment; say what is to be done."]
    return []


def _wrong(field: Field, value: Any) -> str | None:
    """What a value should be instead, or `None` where it is right."""
    match field.type:
        case "text":
            if not isinstance(value, str) or not value.strip():
                return "give words"
            return None if len(value) <= MAX_TEXT else f"give at most {MAX_TEXT} characters"
        case "choice":
            return None if value in field.choices else f"it can be {', '.join(field.choices)}"
        case "choices":
            right = isinstance(value, list | tuple) and all(one in field.choices for one in value)
            return None if right else f"give a list of any of {', '.join(field.choices)}"
        case "day":
            return None if _is_day(value) else "give a day as YYYY-MM-DD"
        case "period":
            right = isinstance(value, str) and bool(_PERIOD.fullmatch(value))
            return None if right else "give a day, a month, a year or start/end, as YYYY-MM-DD"
        case "web":
            right = isinstance(value, str) and bool(re.fullmatch(r"https?://[^\s<>\"']+", value))
            return None if right else "give an address that begins with http:// or https://"
        case "id":
            return None if isinstance(value, str) and ID.fullmatch(value) else "give an id"
        case "ids":
            right = isinstance(value, list | tuple) and all(isinstance(v, str) and ID.fullmatch(v) for v in value)
            return None if right else "give a list of ids"
        case "number":
            return None if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else "give a number"
        case "yes_no":
            return None if isinstance(value, bool) else "give true or false"
        case "refs":
            return None if isinstance(value, list | tuple) and all(map(_is_ref, value)) else (
                'give a list of {"article": …, "claim": …}'
            )  # fmt: skip


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_ref(value: Any) -> bool:
    return (
        isinstance(value, Mapping)
        and set(value) <= {"article", "claim", "approval"}
        and {"article", "claim"} <= set(value)
        and all(isinstance(one, str) and ID.fullmatch(one) for one in value.values())
    )


def _accepted(field: Field) -> str:
    return f": {', '.join(field.choices)}" if field.choices else ""


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
