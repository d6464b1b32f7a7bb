"""An event line: readable for ever, checked by its own bytes; its kinds, its schema, and what it must not hold."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from ledgers import claims_of, numbered, open_ledger, ticking

import factcheck
from factcheck.events import Event, from_line, is_intact, to_line
from factcheck.events.kinds import KINDS, complaints, is_usable
from factcheck.events.private import find_private
from factcheck.events.schema import event_schema
from factcheck.ledger.writer import uuid7

SCHEMA = Path(factcheck.__file__).parent / "schema" / "event.json"
UUID = "018bcfe5-6800-7000-8000-000000000001"
EXAMPLE = Event(
    1, UUID, 1_700_000_000_000, "أمل", "note", "a", None, None, None, (), {"text": "قال\u202eنعم\u2028!"}, None
)

GOOD: list[tuple[str, dict[str, Any]]] = [
    ("verdict", {"verdict": "misleading", "how": ["altered"], "fact": "x", "impression": "y"}),
    ("verdict", {"verdict": None}),
    ("verdict", {"verdict": "not_checkable", "why": "future", "checkable_on": "2027-01-31"}),
    ("attribution", {"attribution": "no_record_found", "original": "…", "language": "ko"}),
    ("restate", {"text": "A sentence."}),
    ("triage", {"choice": "skip", "reason": "opinion"}),
    ("review", {"decision": "return", "comment": "Add a source."}),
    ("date.settle", {"what": "اليوم الأربعاء", "iso": "2024-09-18", "because": "…", "evidence": [UUID]}),
    ("date.settle", {"what": "page_date", "iso": None, "because": "Not to be known."}),
    ("disagreement.judge", {"question": "q1", "relation": "compatible", "because": "…"}),
    ("claim.edit", {"denied": True}),
    (
        "evidence",
        {"source": "a", "passage": "b", "stance": "refutes", "source_type": "primary", "url": "https://x.y/z"},
    ),
    ("contact", {"who": "Press office", "role": "claimant", "when": "2024-10-30", "outcome": "no_reply"}),
    ("check.new", {"title": "T", "add": [{"article": "a", "claim": "c1"}]}),
    ("publish", {"url": "https://desk.example/1", "date": "2024-10-30"}),
    ("undo", {"event": UUID}),
]
BAD: list[tuple[str, dict[str, Any], str]] = [
    ("verdict", {}, "needs 'verdict': true"),
    ("verdict", {"verdict": "maybe"}, "can be true"),
    ("verdict", {"verdict": "false", "how": "altered"}, "a list of any of"),
    ("verdict", {"verdict": "false", "colour": "red"}, "no field 'colour'"),
    ("restate", {"text": ""}, "give words"),
    ("restate", {"text": None}, "needs 'text'"),
    ("restate", {"text": 5}, "give words"),
    ("note", {"text": "x" * 20_001}, "at most"),
    ("note", {"text": "x", "internal": "yes"}, "true or false"),
    ("evidence", {"source": "a", "passage": "b", "stance": "likes", "source_type": "primary"}, "supports"),
    (
        "evidence",
        {"source": "a", "passage": "b", "stance": "context", "source_type": "primary", "url": "ftp://x"},
        "http",
    ),
    ("contact", {"who": "x", "when": "yesterday"}, "YYYY-MM-DD"),
    ("date.settle", {"what": "x", "iso": "soon", "because": "y"}, "start/end"),
    ("claim.edit", {"start": -1, "end": 2, "exact": "x"}, "give a number"),
    ("undo", {"event": ["x"]}, "give an id"),
    ("check.new", {"title": "T", "add": ["c1"]}, '"article"'),
    ("date.settle", {"what": "x", "iso": None, "because": "y", "evidence": "e"}, "list of ids"),
]
TOGETHER: list[tuple[str, dict[str, Any], str]] = [
    ("triage", {"choice": "skip", "reason": "harm"}, "opinion, trivial"),
    ("verdict", {"verdict": "false", "why": "opinion"}, "not_checkable only"),
    ("verdict", {"verdict": "not_checkable", "why": "opinion", "checkable_on": "2027-01-01"}, "why: future"),
    ("review", {"decision": "return"}, "with a comment"),
    ("claim.edit", {}, "changes nothing"),
    ("claim.edit", {"start": 1}, "together"),
    ("contact", {"who": "x", "when": "2024-02-31"}, "YYYY-MM-DD"),
]


def test_a_line_gives_back_its_event_and_knows_its_own_bytes() -> None:
    event, line = to_line(EXAMPLE)
    assert line.endswith(b'"}\n') and from_line(line[:-1]) == event and is_intact(event, line[:-1])
    body, _, rest = line.decode().rpartition(',"digest":"')
    assert rest == hashlib.sha256((body + "}").encode()).hexdigest() + '"}\n'


def test_arabic_stays_as_it_is_and_unseen_marks_are_escaped() -> None:
    line = to_line(EXAMPLE)[1].decode()
    assert "أمل" in line and "قال\\u202eنعم\\u2028!" in line
    assert json.loads(line)["data"] == EXAMPLE.data


@pytest.mark.parametrize("place", range(0, 290, 7))
def test_any_changed_byte_is_seen(place: int) -> None:
    line = bytearray(to_line(EXAMPLE)[1][:-1])
    line[place] ^= 1
    try:
        event = from_line(bytes(line))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return
    assert not is_intact(event, bytes(line))


def test_ids_are_uuids_of_version_7_in_the_order_of_their_time() -> None:
    ids = [uuid7(1_700_000_000_000 + n) for n in range(50)]
    assert ids == sorted(ids) and len(set(ids)) == 50
    assert all(one[14] == "7" and one[19] in "89ab" for one in ids)


def test_the_shipped_schema_is_that_of_the_table() -> None:
    jsonschema.Draft202012Validator.check_schema(event_schema())
    assert json.loads(SCHEMA.read_text("utf-8")) == event_schema()


def test_what_the_ledger_writes_is_valid_by_the_schema(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path, clock=ticking(), new_id=numbered(), session="s1")
    for claim in claims_of():
        ledger.verdict(claim.id, "false", how=["altered"])
        ledger.note(claim.id, "x")
    validator = jsonschema.Draft202012Validator(event_schema())
    for line in (tmp_path / "ferries/events/amal-s1.jsonl").read_text("utf-8").splitlines():
        validator.validate(json.loads(line))


@pytest.mark.parametrize(("kind", "data"), GOOD)
def test_what_fits_its_kind_is_accepted_here_and_by_the_schema(kind: str, data: dict[str, Any]) -> None:
    assert complaints(kind, data) == [] and is_usable(kind, data)
    assert schema_accepts(kind, data)


@pytest.mark.parametrize(("kind", "data", "says"), BAD)
def test_what_does_not_fit_is_refused_here_and_by_the_schema(kind: str, data: dict[str, Any], says: str) -> None:
    (complaint,) = complaints(kind, data)
    assert says in complaint and complaint.endswith(".")
    assert not schema_accepts(kind, data)


@pytest.mark.parametrize(("kind", "data", "says"), TOGETHER)
def test_what_does_not_go_together_is_refused(kind: str, data: dict[str, Any], says: str) -> None:
    (complaint,) = complaints(kind, data)
    assert says in complaint


def schema_accepts(kind: str, data: dict[str, Any]) -> bool:
    event = json.loads(to_line(msgspec.structs.replace(EXAMPLE, kind=kind, data=data))[1])
    return jsonschema.Draft202012Validator(event_schema()).is_valid(event)


def test_every_kind_says_how_it_counts_and_internal_ones_are_marked() -> None:
    assert {name for name, kind in KINDS.items() if kind.sort == "register"} == {
        "verdict", "attribution", "restate", "summary", "assign", "triage", "review", "date.settle",
        "disagreement.judge", "claim.edit", "claim.reject",
    }  # fmt: skip
    assert {"note", "contact", "ask", "answer", "assign", "review"} <= {n for n, k in KINDS.items() if not k.public}


@pytest.mark.parametrize(
    "text",
    [
        "press@harbour.example", "اكتب إلى a.b+c@mail.example.org", "+961 1 234 567", "00961 3 123456",
        "(202) 555-0143", "202-555-0143", "+44 (0)20 7946 0958", "٠٥٠١٢٣٤٥٦٧", "هاتف: 4567 123",
        "tel. 123 45 67", "0161 496 0000",
        "واتساب ٩٦٦٥٠١٢٣٤٥٦٧", "+20-100-123-4567", "01012345678",
    ],
)  # fmt: skip
def test_what_a_person_can_be_reached_by_is_found(text: str) -> None:
    assert find_private({"text": text})
    assert find_private({"data": {"deep": [text]}})


@pytest.mark.parametrize(
    "text",
    [
        "On 30/10/2024 and 2024-10-30 at 12:30", "1,234,567,890 pounds", "12 500 000 litres", "2019-2024",
        "0.123456789", "between 1990 and 2005", "خسائر بلغت 12500000 دولار", "@handle", "pages 100-110",
        "the 2024-25 season",
        "3.14159265", "Resolution 2231 (2015)", "الساعة 09:30:15", "IP 192.168.100.200",
        "a 10-15% rise", "ISBN 978-3-16-148410-0",
        "He was told to call 20 witnesses",
    ],
)  # fmt: skip
def test_figures_of_the_news_are_not_taken_for_numbers_to_call(text: str) -> None:
    assert not find_private({"text": text})


def test_addresses_of_pages_may_be_full_of_digits_but_not_hold_an_e_mail_address() -> None:
    assert not find_private({"url": "https://news.example/2024/10/30/0123456789"})
    assert find_private({"url": "https://news.example/?to=a@b.example"})
