"""The record of an article: what people decided, by what each of them had seen, and never by the clock."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from ledgers import EVIDENCE, TEXT, claim_at, claims_of, digest, numbered, open_ledger, ready, ticking

from factcheck.claim import Claim
from factcheck.errors import ConflictError, LedgerError
from factcheck.ledger import Checks, Ledger, State
from factcheck.ledger.carry import edited_claim
from factcheck.verdict import VERDICT_IDS

FIRST, SECOND_CLAIM = (claim.id for claim in claims_of()[:2])


def lines_of(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for path in sorted(folder.rglob("*.jsonl")) for line in path.read_text().splitlines()]


def verdict_of(ledger: Ledger, claim: str = FIRST) -> str | None:
    found = ledger.state().claims[claim].verdict
    return found and found["verdict"]


# What is written


def test_an_event_says_all_that_is_needed_to_read_it_alone(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path, clock=ticking(), new_id=numbered(), session="s1")
    ledger.verdict(FIRST, "false")
    (line,) = lines_of(tmp_path)
    assert list(line) == [
        "v", "id", "at", "by", "kind", "article", "check", "claim", "target", "base", "data", "prev", "digest",
    ]  # fmt: skip
    claim, target = claims_of()[0], line["target"]
    assert isinstance(target, dict) and TEXT.startswith(claim.exact + str(target.pop("suffix")))
    assert line | {"digest": ""} == {
        "v": 1, "id": "018bcfe5-6800-7000-8000-000000000001", "at": 1_700_000_000_000, "by": "Amal", "kind": "verdict",
        "article": "ferries", "check": None, "claim": FIRST, "base": [], "data": {"verdict": "false"}, "prev": None,
        "target": {"sha256": digest(TEXT), "start": claim.start, "end": claim.end, "exact": claim.exact,
                   "prefix": "", "mode": claim.mode}, "digest": "",
    }  # fmt: skip
    assert [path.name for path in tmp_path.rglob("*.jsonl")] == ["amal-s1.jsonl"]


def test_the_same_time_and_ids_give_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        ledger = open_ledger(tmp_path / name, clock=ticking(), new_id=numbered(), session="s1")
        ready(ledger, FIRST)
    a, b = ((tmp_path / name / "ferries/events/amal-s1.jsonl").read_bytes() for name in "ab")
    assert a == b and a.count(b"\n") == 6


def test_only_a_claims_first_event_in_a_file_carries_its_words(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    for claim in (FIRST, FIRST, SECOND_CLAIM):
        ledger.note(claim, "seen")
    assert [line["target"] is not None for line in lines_of(tmp_path)] == [True, False, True]


def test_arabic_names_write_to_a_file_with_an_ascii_name(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path, author="آمال")
    assert ledger.note(FIRST, "ملاحظة").by == "آمال"
    (path,) = tmp_path.rglob("*.jsonl")
    assert path.name.startswith("writer-") and path.name.isascii()
    assert "ملاحظة" in path.read_text("utf-8")


def test_the_author_is_named_by_argument_then_environment_then_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_AUTHOR", "From environment")
    assert open_ledger(tmp_path / "a", author="Named").note(FIRST, "x").by == "Named"
    assert open_ledger(tmp_path / "b", author=None).note(FIRST, "x").by == "From environment"
    monkeypatch.delenv("FACTCHECK_AUTHOR")
    (tmp_path / "c").mkdir()
    for command in (["init", "-q"], ["config", "user.name", "From git"]):
        subprocess.run(["git", *command], cwd=tmp_path / "c", check=True)
    assert open_ledger(tmp_path / "c", author=None).note(FIRST, "x").by == "From git"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    with pytest.raises(LedgerError, match="set FACTCHECK_AUTHOR"):
        open_ledger(tmp_path / "d", author=None).note(FIRST, "x")
    assert not (tmp_path / "d").exists()


# Who saw what


def test_a_second_verdict_replaces_the_one_its_writer_saw(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    for verdict in VERDICT_IDS:
        ledger.verdict(FIRST, verdict)
        assert verdict_of(ledger) == verdict
    assert not ledger.state().conflicts


def test_the_clock_decides_nothing(tmp_path: Path) -> None:
    open_ledger(tmp_path, clock=ticking(9_000_000_000_000)).verdict(FIRST, "false")
    open_ledger(tmp_path, "Badr", clock=ticking(1_000)).verdict(FIRST, "true")
    assert verdict_of(open_ledger(tmp_path)) == "true"


def test_two_verdicts_that_did_not_see_each_other_are_a_conflict_and_neither_holds(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    amal.verdict(FIRST, "false")
    badr.verdict(FIRST, "true")
    for ledger in (amal, badr):
        ledger.refresh()
        assert verdict_of(ledger) is None
        (conflict,) = ledger.state().conflicts
        assert {event.by for event in conflict.events} == {"Amal", "Badr"}
        assert ledger.state().claims[FIRST].conflicts == (conflict,)


def test_two_equal_verdicts_are_no_conflict(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    amal.verdict(FIRST, "false")
    badr.verdict(FIRST, "false")
    amal.refresh()
    assert verdict_of(amal) == "false" and not amal.state().conflicts


def test_sets_never_conflict(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    for ledger in (amal, badr):
        ledger.evidence(FIRST, EVIDENCE)
        ledger.note(FIRST, f"by {ledger._writer.author}")
    amal.refresh()
    state = amal.state().claims[FIRST]
    assert (len(state.evidence), len(state.notes), state.conflicts) == (2, 2, ())


def test_a_note_after_both_does_not_settle_a_conflict_but_resolve_does(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    amal.verdict(FIRST, "false")
    chosen = badr.verdict(FIRST, "true")
    amal.refresh()
    amal.note(FIRST, "I saw both")
    assert len(amal.state().conflicts) == 1
    with pytest.raises(ConflictError, match="resolve it first"):
        amal.verdict(FIRST, "unproven")
    settled = amal.resolve(FIRST, chosen.id)
    assert verdict_of(amal) == "true" and not amal.state().conflicts
    assert {one.id for one in amal.history(FIRST) if one.kind == "verdict"} - {settled.id} <= set(settled.base)
    assert verdict_of(open_ledger(tmp_path)) == "true"


def test_a_conflict_of_three_is_settled_by_naming_all_three(tmp_path: Path) -> None:
    writers = [open_ledger(tmp_path, name) for name in ("Amal", "Badr", "Clea")]
    events = [w.verdict(FIRST, v) for w, v in zip(writers, ("true", "false", "unproven"), strict=True)]
    ledger = open_ledger(tmp_path)
    assert len(ledger.state().conflicts[0].events) == 3
    assert set(ledger.resolve(FIRST, events[1].id).base) >= {event.id for event in events}
    assert verdict_of(ledger) == "false"


def test_a_conflict_in_one_register_leaves_the_others_alone(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    amal.verdict(FIRST, "false")
    amal.restate(FIRST, "Two ferries sank.")
    badr.verdict(FIRST, "true")
    amal.refresh()
    state = amal.state().claims[FIRST]
    assert state.restated == "Two ferries sank." and [c.kind for c in state.conflicts] == ["verdict"]
    amal.restate(FIRST, "Two ferries sank on Monday.")


def test_settled_dates_conflict_by_their_words(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    amal.settle_date("Monday", "2024-09-16", "The register.")
    badr.settle_date("page_date", "2024-09-18", "The archive.")
    badr.settle_date("Monday", "2024-09-09", "The log book.")
    amal.refresh()
    assert [(c.kind, c.slot) for c in amal.state().conflicts] == [("date.settle", "Monday")]
    assert list(amal.state().settled) == ["page_date"]


def test_a_second_writers_events_appear_on_refresh(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    before = amal.state()
    badr.verdict(FIRST, "true")
    assert amal.state() is before, "what is not read is not seen"
    assert amal.refresh() and not amal.refresh()
    assert verdict_of(amal) == "true" and amal.state().rev == 1


# Undo and redo


def test_undo_brings_back_the_verdict_before(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    ledger.verdict(FIRST, "false")
    second = ledger.verdict(FIRST, "true")
    undo = ledger.undo(second.id)
    assert verdict_of(ledger) == "false"
    ledger.redo(second.id)
    assert verdict_of(ledger) == "true"
    with pytest.raises(LedgerError, match="not undone"):
        ledger.redo(second.id)
    assert undo.id in [event.id for event in ledger.history(FIRST)]


def test_undo_of_a_set_takes_one_away_and_redo_brings_it_back(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    event = ledger.evidence(FIRST, EVIDENCE)
    ledger.undo(event.id)
    assert ledger.state().claims[FIRST].evidence == ()
    with pytest.raises(LedgerError, match="undone already"):
        ledger.undo(event.id)
    ledger.redo(event.id)
    assert len(ledger.state().claims[FIRST].evidence) == 1


def test_undoing_a_resolution_opens_the_conflict_again(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    event = amal.verdict(FIRST, "false")
    badr.verdict(FIRST, "true")
    amal.refresh()
    amal.undo(amal.resolve(FIRST, event.id).id)
    assert len(amal.state().conflicts) == 1


def test_two_undos_at_once_need_one_redo_that_takes_both_back(tmp_path: Path) -> None:
    amal = open_ledger(tmp_path)
    event = amal.verdict(FIRST, "false")
    badr = open_ledger(tmp_path, "Badr")
    amal.undo(event.id)
    badr.undo(event.id)
    amal.refresh()
    amal.redo(event.id)
    assert verdict_of(amal) == "false" == verdict_of(open_ledger(tmp_path))


def test_an_undo_beside_a_redo_stands(tmp_path: Path) -> None:
    """Who redoes takes back the undos they saw; an undo they did not see counts."""
    amal = open_ledger(tmp_path)
    event = amal.verdict(FIRST, "false")
    first = amal.undo(event.id)
    badr, clea = open_ledger(tmp_path, "Badr"), open_ledger(tmp_path, "Clea")
    badr.redo(first.id)
    clea.redo(first.id)
    clea.undo(event.id)
    assert verdict_of(open_ledger(tmp_path)) is None


def test_a_reject_beside_a_verdict_hides_the_claim_and_keeps_the_verdict(tmp_path: Path) -> None:
    amal, badr = open_ledger(tmp_path), open_ledger(tmp_path, "Badr")
    reject = amal.reject_claim(FIRST, "Half a sentence.")
    badr.verdict(FIRST, "true")
    amal.refresh()
    state = amal.state().claims[FIRST]
    assert (state.rejected, state.status, verdict_of(amal)) == (True, "skipped", "true")
    assert not state.conflicts
    amal.undo(reject.id)
    assert amal.state().claims[FIRST].status == "in_progress"


def test_a_reject_beside_the_undo_of_another_reject_stands(tmp_path: Path) -> None:
    amal = open_ledger(tmp_path)
    reject = amal.reject_claim(FIRST, "No claim.")
    badr = open_ledger(tmp_path, "Badr")
    amal.undo(reject.id)
    badr.undo(reject.id)
    badr.reject_claim(FIRST, "Still no claim.")
    assert open_ledger(tmp_path).state().claims[FIRST].rejected


def test_unknown_events_cannot_be_undone(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no event 'x'"):
        open_ledger(tmp_path).undo("x")


# Claims of today for events of yesterday


def test_moving_a_boundary_by_a_word_keeps_the_verdict(tmp_path: Path) -> None:
    open_ledger(tmp_path).verdict(FIRST, "false")
    old = claims_of()[0]
    for start, end in ((old.start + 4, old.end), (old.start, old.end + 9)):
        moved = [claim_at(TEXT, start, end, old.mode), *claims_of()[1:]]
        state = open_ledger(tmp_path, claims=moved).state()
        assert (state.claims[moved[0].id].verdict, state.claims[moved[0].id].anchor) == ({"verdict": "false"}, "moved")
        assert not state.orphans


def test_a_claim_cut_to_less_than_half_is_not_the_same(tmp_path: Path) -> None:
    open_ledger(tmp_path).verdict(FIRST, "false")
    old = claims_of()[0]
    cut = [claim_at(TEXT, old.start, old.start + 12, old.mode)]
    state = open_ledger(tmp_path, claims=cut).state()
    assert state.claims[cut[0].id].verdict is None
    assert [event.kind for event in state.orphans[FIRST]] == ["verdict"]


def test_a_claim_of_another_mode_does_not_take_the_verdict(tmp_path: Path) -> None:
    open_ledger(tmp_path).verdict(FIRST, "false")
    old = claims_of()[0]
    state = open_ledger(tmp_path, claims=[claim_at(TEXT, old.start, old.end, "direct_quote")]).state()
    assert list(state.orphans) == [FIRST]


def test_two_claims_that_could_bear_an_event_bear_none(tmp_path: Path) -> None:
    open_ledger(tmp_path).verdict(FIRST, "false")
    old = claims_of()[0]
    both = [claim_at(TEXT, old.start + 4, old.end, old.mode), claim_at(TEXT, old.start, old.end - 7, old.mode)]
    state = open_ledger(tmp_path, claims=both).state()
    assert list(state.ambiguous) == [FIRST] and not any(one.events for one in state.claims.values())


def test_a_changed_article_carries_verdicts_to_where_the_words_are(tmp_path: Path) -> None:
    open_ledger(tmp_path).verdict(FIRST, "false")
    later = "Correction: the date was wrong.\n" + TEXT
    ledger = open_ledger(tmp_path, text=later)
    (claim,) = [one for one in claims_of(later) if one.exact == claims_of()[0].exact]
    state = ledger.state().claims[claim.id]
    assert (state.verdict, state.anchor) == ({"verdict": "false"}, "moved")
    ledger.verdict(FIRST, "true")
    assert lines_of(tmp_path)[-1]["claim"] == claim.id or lines_of(tmp_path)[0]["claim"] == claim.id
    assert verdict_of(ledger, claim.id) == "true"


def test_an_edited_sentence_orphans_its_verdict_with_its_history(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    ledger.verdict(FIRST, "false")
    ledger.note(FIRST, "why")
    later = TEXT.replace("Two ferries", "Three ferries")
    sentences = (("Three ferries sank off the coast on Monday", "indirect_speech"),)
    state = open_ledger(tmp_path, text=later, claims=claims_of(later, sentences)).state()
    assert [event.kind for event in state.orphans[FIRST]] == ["verdict", "note"]
    with pytest.raises(LedgerError, match="no certain place"):
        open_ledger(tmp_path, text=later, claims=()).verdict(FIRST, "true")


def test_a_verdict_shows_on_repeats_as_inherited(tmp_path: Path) -> None:
    first, second, *_ = claims_of()
    repeats = [first, replace(second, same_as=first.id)]
    ledger = open_ledger(tmp_path, claims=repeats)
    ledger.verdict(first.id, "false")
    state = ledger.state().claims[second.id]
    assert (state.verdict, state.inherited_from, state.verdict_event) == ({"verdict": "false"}, first.id, None)
    ledger.verdict(second.id, "true")
    assert ledger.state().claims[second.id].inherited_from is None


def test_repeats_judged_apart_inherit_nothing(tmp_path: Path) -> None:
    root, *others = claims_of()[:4]
    ledger = open_ledger(tmp_path, claims=[root, *(replace(one, same_as=root.id) for one in others)])
    ledger.verdict(others[0].id, "true")
    assert ledger.state().claims[root.id].inherited_from == others[0].id
    ledger.verdict(others[1].id, "false")
    assert ledger.state().claims[root.id].verdict is None


def test_a_claim_a_person_added_stands_beside_the_others(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    start = TEXT.index("tickets")
    event = ledger.add_claim(start, start + 7, text="There are tickets.", claimant="Company")
    assert event.claim is not None
    ledger.verdict(event.claim, "true")
    later = open_ledger(tmp_path, text="New line.\n" + TEXT)
    claim = later.state().claims[event.claim].claim
    assert (claim.exact, claim.claimant, claim.text) == ("tickets", "Company", "There are tickets.")
    ledger.undo(event.id)
    assert event.claim not in ledger.state().claims
    ledger.redo(event.id)
    assert ledger.state().claims[event.claim].verdict == {"verdict": "true"}


def test_an_added_claim_the_extractor_finds_later_is_the_same(tmp_path: Path) -> None:
    start = TEXT.index("tickets")
    ledger = open_ledger(tmp_path)
    event = ledger.add_claim(start, start + 7)
    found = claim_at(TEXT, start, start + 7)
    assert found.id == event.claim
    assert len(open_ledger(tmp_path, claims=[*claims_of(), found]).state().claims) == len(claims_of()) + 1
    with pytest.raises(LedgerError, match="already"):
        ledger.add_claim(start, start + 7)


def test_edits_add_up_and_move_the_span_only_onto_its_words(tmp_path: Path) -> None:
    ledger, claim = open_ledger(tmp_path), claims_of()[0]
    ledger.edit_claim(FIRST, claimant="Harbour office")
    ledger.edit_claim(FIRST, start=claim.start + 4, end=claim.end)
    edited: Claim = ledger.state().claims[FIRST].claim
    assert (edited.claimant, edited.exact, edited.id) == ("Harbour office", claim.exact[4:], FIRST)
    with pytest.raises(LedgerError, match="do not stand at its span"):
        ledger.edit_claim(FIRST, start=0, end=3, exact="Six")


# Review


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        ({"kind": "event"}, ("Ferry: Harbour office", "the harbour office", 42, "MLT", "indirect_speech")),
        ({"speaker": "the office"}, ("Ferry: Harbour office", "the office", None, "MLT", "indirect_speech")),
        ({"claimant": "Coast guard"}, ("Coast guard", None, None, None, "indirect_speech")),
        (
            {"claimant": "Coast guard", "speaker": "the guard", "claimant_country": "ITA"},
            ("Coast guard", "the guard", None, "ITA", "indirect_speech"),
        ),
        ({"claimant": "article"}, ("article", None, None, None, "narrator")),
    ],
)
def test_a_corrected_claimant_leaves_the_words_and_country_of_the_one_it_was_not(edit, left) -> None:
    voice = {"claimant": "Ferry: Harbour office", "claimant_country": "MLT"}
    place = {"speaker": "the harbour office", "speaker_start": 42, "speaker_end": 60}
    claim = edited_claim(replace(claims_of()[0], **voice, **place), edit, TEXT)
    assert (claim.claimant, claim.speaker, claim.speaker_start, claim.claimant_country, claim.mode) == left


def approved(tmp_path: Path) -> Ledger:
    ready(open_ledger(tmp_path), FIRST)
    editor = open_ledger(tmp_path, "Editor")
    editor.approve(FIRST)
    return editor


def test_an_approval_needs_what_the_desk_demands(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path, "Editor")
    with pytest.raises(LedgerError, match=r"D101.*D104.*D109"):
        ledger.approve(FIRST)
    assert approved(tmp_path).state().claims[FIRST].status == "approved"


def test_who_gave_the_verdict_does_not_approve_it_unless_the_house_says_so(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    ready(ledger, FIRST)
    with pytest.raises(LedgerError, match="D110"):
        ledger.approve(FIRST)
    open_ledger(tmp_path, second_person=False).approve(FIRST)


@pytest.mark.parametrize("change", ["evidence", "verdict", "summary", "restate", "undo"])
def test_what_an_editor_has_not_seen_sends_a_claim_back_to_review(tmp_path: Path, change: str) -> None:
    ready(open_ledger(tmp_path), FIRST)
    editor, other = open_ledger(tmp_path, "Editor"), open_ledger(tmp_path, "Badr")
    {
        "evidence": lambda: other.evidence(FIRST, EVIDENCE),
        "verdict": lambda: other.verdict(FIRST, "partly_true", part="One ferry."),
        "summary": lambda: other.summary(FIRST, "Both sank."),
        "restate": lambda: other.restate(FIRST, "Both sank."),
        "undo": lambda: other.undo(other.state().claims[FIRST].evidence[0]["event"]),
    }[change]()
    editor.approve(FIRST)  # written without having read what Badr wrote
    assert editor.state().claims[FIRST].status == "approved"
    editor.refresh()
    state = editor.state().claims[FIRST]
    assert state.status == "in_review" and state.review is not None and state.review.stale


@pytest.mark.parametrize("harmless", ["note", "contact", "assign", "taken back"])
def test_what_an_approval_does_not_bind_leaves_it(tmp_path: Path, harmless: str) -> None:
    editor = approved(tmp_path)
    {
        "note": lambda: editor.note(FIRST, "Well done."),
        "contact": lambda: editor.contact(FIRST, "Press office", role="claimant", outcome="replied"),
        "assign": lambda: editor.assign(FIRST, "Badr"),
        "taken back": lambda: editor.undo(editor.evidence(FIRST, EVIDENCE).id),
    }[harmless]()
    assert editor.state().claims[FIRST].status == "approved"


# What a claim's record must not hold, and what a reader must survive


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("write to press.office@harbour.example", "P001"),
        ("call +961 1 234 567", "P002"),
        ("هاتفه ٠٥٠١٢٣٤٥٦٧", "P002"),
        ("0020 100 123 4567", "P002"),
    ],
)
def test_numbers_and_addresses_of_people_are_refused(tmp_path: Path, text: str, code: str) -> None:
    ledger = open_ledger(tmp_path)
    with pytest.raises(LedgerError, match=code):
        ledger.note(FIRST, text)
    assert not list(tmp_path.rglob("*.jsonl"))


def test_unknown_kinds_and_newer_versions_are_kept_warned_about_and_ignored(tmp_path: Path) -> None:
    from factcheck.events import to_line

    ledger = open_ledger(tmp_path, clock=ticking(), new_id=numbered(), session="s1")
    first = ledger.verdict(FIRST, "false")
    import msgspec

    odd = msgspec.structs.replace(first, id="x1", kind="verdict.v9", base=(first.id,), prev=None)
    newer = msgspec.structs.replace(first, v=2, id="x2", base=("x1",), prev=None, data={"verdict": "true"})
    for name, event in (("odd", odd), ("newer", newer)):
        (tmp_path / f"ferries/events/{name}.jsonl").write_bytes(to_line(event)[1])
    again = open_ledger(tmp_path)
    state = again.state()
    assert verdict_of(again) == "false" and state.rev == 3 and len(state.claims[FIRST].events) == 3
    assert any("verdict.v9" in warning for warning in state.warnings)
    assert any("version 2" in warning for warning in state.warnings)
    assert again.verdict(FIRST, "true").base == ("x2",)
    assert not again.state().conflicts, "what came between is known to have been seen"


def test_an_event_that_breaks_its_kinds_rules_is_ignored_not_fatal(tmp_path: Path) -> None:
    import msgspec

    from factcheck.events import to_line

    ledger = open_ledger(tmp_path, session="s1")
    first = ledger.note(FIRST, "x")
    for n, (kind, data) in enumerate([
        ("verdict", {}), ("verdict", {"verdict": 7}), ("note", {"text": ["a"]}), ("evidence", {"source": "x"}),
        ("review", {"decision": None}), ("undo", {"event": {}}), ("triage", {"choice": "keep", "reason": "harm"}),
        ("publish", {}),
    ]):  # fmt: skip
        event = msgspec.structs.replace(first, id=f"x{n}", kind=kind, data=data, prev=None)
        (tmp_path / f"ferries/events/bad-{n}.jsonl").write_bytes(to_line(event)[1])
    state = open_ledger(tmp_path).state()
    assert state.claims[FIRST].status == "new" and len(state.warnings) == 8


def test_events_in_a_circle_are_shown_and_hang_nothing(tmp_path: Path) -> None:
    import msgspec

    from factcheck.events import to_line

    first = open_ledger(tmp_path, session="s1").verdict(FIRST, "false")
    a = msgspec.structs.replace(first, id="a", base=("b",), prev=None)
    b = msgspec.structs.replace(first, id="b", base=("a",), prev=None, data={"verdict": "true"})
    for event in (a, b):
        (tmp_path / f"ferries/events/c-{event.id}.jsonl").write_bytes(to_line(event)[1])
    assert len(open_ledger(tmp_path).history(FIRST)) == 3


def test_one_event_copied_to_two_files_counts_once(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path, session="s1")
    ledger.note(FIRST, "once")
    events = tmp_path / "ferries/events"
    (events / "copy.jsonl").write_bytes((events / "amal-s1.jsonl").read_bytes())
    assert len(open_ledger(tmp_path).state().claims[FIRST].notes) == 1


# Checks


def states_of(folder: Path) -> dict[str, State]:
    return {"ferries": open_ledger(folder).state()}


def test_a_check_publishes_approved_claims_only_and_carries_their_status(tmp_path: Path) -> None:
    checks = Checks(tmp_path, author="Editor", states=lambda article: states_of(tmp_path)[article])
    check = checks.new("Did two ferries sink?", [("ferries", FIRST)]).check
    assert check == "did-two-ferries-sink"
    checks.edit(check, bottom_line="Yes, both did.")
    with pytest.raises(LedgerError, match="not approved"):
        checks.publish(check)
    approved(tmp_path)
    statuses = []
    for step in (
        lambda: checks.publish(check, url="https://desk.example/1"),
        lambda: checks.update(check, "One was raised."),
        lambda: checks.correction(check, "The day was wrong."),
        lambda: checks.withdrawal(check, "The register was forged."),
        lambda: checks.publish(check),
    ):
        step()
        statuses.append((checks.state()[check].status, open_ledger(tmp_path).state().claims[FIRST].status))
    assert statuses == [(s, s) for s in ("published", "updated", "corrected", "withdrawn", "corrected")]


def test_a_change_after_publication_keeps_the_status_and_marks_the_approval_stale(tmp_path: Path) -> None:
    editor = approved(tmp_path)
    checks = Checks(tmp_path, author="Editor", states=lambda article: states_of(tmp_path)[article])
    check = checks.new("Ferries", [("ferries", FIRST)], check="c1").check
    assert check == "c1"
    checks.edit(check, bottom_line="Yes.")
    checks.publish(check)
    editor.evidence(FIRST, EVIDENCE)
    editor.refresh()
    state = editor.state().claims[FIRST]
    assert state.status == "published" and state.review is not None and state.review.stale


def test_claims_put_in_and_taken_out_of_a_check_at_once_add_up(tmp_path: Path) -> None:
    checks = Checks(tmp_path, author="Amal")
    check = checks.new("Ferries", [("ferries", FIRST)]).check or ""
    other = Checks(tmp_path, author="Badr")
    checks.add(check, "ferries", SECOND_CLAIM)
    other.remove(check, "ferries", FIRST)
    checks.add(check, "storm", "c1")
    assert Checks(tmp_path).state()[check].claims == (("ferries", SECOND_CLAIM), ("storm", "c1"))


def test_two_bottom_lines_written_at_once_are_a_conflict(tmp_path: Path) -> None:
    checks = Checks(tmp_path, author="Amal")
    check = checks.new("Ferries").check or ""
    other = Checks(tmp_path, author="Badr")
    checks.edit(check, bottom_line="Yes.")
    other.edit(check, bottom_line="No.")
    checks.refresh()
    state = checks.state()[check]
    assert state.bottom_line is None and list(state.conflicts) == ["bottom_line"] and state.title == "Ferries"
    checks.edit(check, bottom_line="Both did.")
    assert checks.state()[check].bottom_line == "Both did."
