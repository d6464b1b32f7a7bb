"""The widgets without a browser: every act through `handle_command`, refusals by code, nothing lost on the way."""

from __future__ import annotations

import json
import re

import ipywidgets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import LedgerError
from factcheck.events.kinds import KINDS
from factcheck.lang.interface import catalogue
from factcheck.verdict import ATTRIBUTIONS, HOW, NOT_CHECKABLE_WHY, SELECT_REASONS, SKIP_REASONS, STATUSES, VERDICT_IDS
from factcheck.widgets import assets
from factcheck.widgets.annotate import ClaimAnnotator
from factcheck.widgets.commands import REFUSALS
from factcheck.widgets.desk import Desk
from factcheck.widgets.offsets import Offsets

HARBOUR = "harbour-spill"
SEED = "vostochny-summit"
PLURALS = ("zero", "one", "two", "few", "many", "other")


@pytest.fixture
def screen(desk):
    return ClaimAnnotator(desk, HARBOUR, lang="en")


def first(screen):
    return screen.snapshot()["claims"][0]["id"]


def send(screen, cmd, base_rev=None, **args):
    send.count += 1
    return screen.handle_command({"cmd": cmd, "cmd_id": f"t-{send.count}", "base_rev": base_rev, "args": args})


send.count = 0


def test_an_acknowledged_command_is_on_the_disk_and_its_reply_says_what_changed(screen, desk):
    claim = first(screen)
    reply = send(screen, "verdict", claim=claim, verdict="false", how=["old_reused"])
    assert reply["ok"] and reply["rev"] == 1
    assert reply["patch"]["claims"][claim]["verdict"] == {"verdict": "false", "how": ["old_reused"]}
    assert desk.state(HARBOUR).claims[claim].verdict["verdict"] == "false"
    json.dumps(reply)


def test_the_screen_hears_that_its_event_is_on_the_disk_before_it_is_told_what_changed(screen, desk):
    claim, heard = first(screen), []

    def send(message):
        heard.append((message, [event.id for event in desk.state(HARBOUR).events]))

    screen.send = send
    screen._receive(screen, {"cmd": "note", "cmd_id": "n", "base_rev": 0, "args": {"claim": claim, "text": "x"}}, [])
    (early, on_disk), (reply, _) = heard
    assert early == {"cmd_id": "n", "on_disk": reply["event"]} and on_disk == [reply["event"]]
    screen._receive(screen, {"cmd": "note", "cmd_id": "m", "base_rev": 0, "args": {"claim": claim}}, [])
    assert [message["ok"] for message, _ in heard[2:]] == [False], "a refusal was acknowledged as written"


def test_opening_a_check_screen_extracts_once(desk, monkeypatch):
    from factcheck import workspace

    asked, extract = [], workspace.extract
    monkeypatch.setattr(workspace, "extract", lambda article: asked.append(article.id) or extract(article))
    ClaimAnnotator(desk, HARBOUR, lang="en")
    assert asked == [HARBOUR]


def test_a_notebook_with_desk_screen_and_queue_has_at_most_forty_widget_models(desk):
    from ipywidgets.widgets.widget import _instances

    from factcheck.widgets.review import EditorQueue

    before = set(_instances)
    shown = [Desk(desk, lang="en"), ClaimAnnotator(desk, HARBOUR, lang="en"), EditorQueue(desk, lang="en")]
    made = set(_instances) - before
    assert {one.model_id for one in shown} <= made and len(made) <= 40


def test_a_command_sent_twice_is_carried_out_once(screen, desk):
    command = {"cmd": "note", "cmd_id": "same", "base_rev": 0, "args": {"claim": first(screen), "text": "once"}}
    assert screen.handle_command(command)["event"] == screen.handle_command(command)["event"]
    assert len(desk.state(HARBOUR).events) == 1


@pytest.mark.parametrize(
    ("code", "command"),
    [
        ("unknown_command", {"cmd": "sing"}),
        ("unknown_command", {"cmd": None}),
        ("bad_args", None),
        ("bad_args", []),
        ("bad_args", {"cmd": "verdict", "args": []}),
        ("bad_args", {"cmd": "verdict", "args": {"claim": 3}}),
        ("bad_args", {"cmd": "resolve", "args": {"pick": "x"}}),
        ("bad_args", {"cmd": "history"}),
        ("refused", {"cmd": "verdict", "args": {"claim": "c0", "verdict": "true"}}),
        ("refused", {"cmd": "undo"}),
        ("refused", {"cmd": "redo"}),
        ("offset", {"cmd": "claim.add", "args": {"start": 0, "end": 6, "exact": "Harbor"}}),
        ("offset", {"cmd": "claim.add", "args": {"start": -1, "end": 6, "exact": "Harbou"}}),
        ("offset", {"cmd": "claim.add", "args": {"start": "a", "end": None, "exact": "x"}}),
    ],
)
def test_a_refusal_has_its_code_and_a_sentence_and_writes_nothing(screen, desk, code, command):
    reply = screen.handle_command(command)
    assert (reply["ok"], reply["code"]) == (False, code)
    assert reply["message"].endswith(".") and code in REFUSALS
    assert desk.state(HARBOUR).events == []


def test_a_telephone_number_is_refused_as_private(screen):
    assert send(screen, "note", claim=first(screen), text="ring +44 20 7946 0958")["code"] == "private"


def test_what_the_disk_does_not_take_is_said_to_be_unsaved(screen, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    reply = send(screen, "verdict", claim=first(screen), verdict="true")
    assert (reply["ok"], reply["code"]) == (False, "not_saved")


def test_nobody_writes_without_a_name(screen, monkeypatch):
    def nobody(_folder):
        return ""

    monkeypatch.delenv("FACTCHECK_AUTHOR", raising=False)
    monkeypatch.setattr("factcheck.ledger.writer.git_author", nobody)
    assert send(screen, "verdict", claim=first(screen), verdict="true")["code"] == "author"


def test_a_decision_on_a_stale_screen_is_refused_until_it_was_looked_at(screen, desk):
    claim = first(screen)
    desk.ledger(HARBOUR, author="Basma").verdict(claim, "true")
    shown = send(screen, "refresh")
    assert shown["patch"]["claims"][claim]["verdict_by"] == "Basma"
    assert send(screen, "verdict", base_rev=0, claim=claim, verdict="false")["code"] == "stale"
    assert send(screen, "verdict", base_rev=shown["rev"], claim=claim, verdict="false")["ok"]
    assert desk.state(HARBOUR).conflicts == []


def test_two_who_did_not_see_each_other_conflict_and_one_is_chosen(screen, desk):
    claim = first(screen)
    desk.ledger(HARBOUR, author="Basma").verdict(claim, "true")
    reply = send(screen, "verdict", base_rev=0, claim=claim, verdict="false")
    (conflict,) = reply["patch"]["claims"][claim]["conflicts"]
    assert {event["by"] for event in conflict["events"]} == {"Tester", "Basma"}
    assert send(screen, "verdict", claim=claim, verdict="unproven")["code"] == "conflict"
    assert send(screen, "resolve", claim=claim, event=conflict["events"][0]["event"])["ok"]
    assert desk.state(HARBOUR).conflicts == []


def test_undo_and_redo_go_back_and_forth_also_after_a_restart(screen, desk):
    claim = first(screen)
    for verdict in ("true", "false", "unproven"):
        send(screen, "verdict", claim=claim, verdict=verdict)

    def verdict_now():
        found = desk.state(HARBOUR).claims[claim].verdict
        return found and found["verdict"]

    seen = []
    for cmd in ("undo", "undo", "redo", "undo", "undo"):
        screen = ClaimAnnotator(desk, HARBOUR)
        assert send(screen, cmd)["ok"]
        seen.append(verdict_now())
    assert seen == ["false", "true", "false", "true", None]
    assert send(screen, "undo")["code"] == "refused"
    for _ in range(3):
        assert send(screen, "redo")["ok"]
    assert verdict_now() == "unproven" and send(screen, "redo")["code"] == "refused"


def test_what_others_did_is_not_undone_by_me(screen, desk):
    desk.ledger(HARBOUR, author="Basma").select(first(screen), "harm")
    send(screen, "refresh")
    assert send(screen, "undo")["code"] == "refused"


def test_a_claim_that_was_added_edited_and_undone_makes_the_screen_draw_anew(screen):
    added = send(screen, "claim.add", start=0, end=7, exact="Harbour")
    assert added["claim"] in {one["id"] for one in added["snapshot"]["claims"]}
    moved = send(screen, "claim.edit", claim=added["claim"], start=0, end=13, exact="Harbour spill")
    assert next(one for one in moved["snapshot"]["claims"] if one["id"] == added["claim"])["end"] == 13
    assert "snapshot" in send(screen, "undo") and "snapshot" in send(screen, "undo")
    assert added["claim"] not in {one["id"] for one in screen.snapshot()["claims"]}


def test_a_patch_holds_only_the_claims_that_changed(screen):
    claims = [one["id"] for one in screen.snapshot()["claims"]]
    for claim in claims[:3]:
        assert list(send(screen, "triage", claim=claim, choice="select", reason="reach")["patch"]["claims"]) == [claim]
    assert send(screen, "refresh")["patch"]["claims"] == {}


def test_offsets_with_astral_characters_are_converted_and_checked(desk):
    text = "🚀 Officials said on Monday that 12 people 🚒 had been hurt.\n"
    (desk.data_dir / "astral.txt").write_text(text, "utf-8")
    screen = ClaimAnnotator(desk, "astral")
    for one in screen.snapshot()["claims"]:
        units = text.encode("utf-16-le")[2 * one["start"] : 2 * one["end"]].decode("utf-16-le")
        assert units == one["exact"]
    reply = send(screen, "claim.add", start=text.index("hurt") + 2, end=text.index("hurt") + 6, exact="hurt")
    target = desk.ledger("astral").state().events[0].target
    assert reply["ok"] and text[target.start : target.end] == "hurt"
    assert send(screen, "claim.add", start=1, end=5, exact="x")["code"] == "offset"


@given(st.text(st.sampled_from("aب🚀 ًـ\u200c𝒳\n"), max_size=40))
def test_offsets_go_there_and_back(text):
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        unit = offsets.to_units(point)
        assert unit == len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_points(unit) == point


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(
    cmd=st.sampled_from([*KINDS, "hello", "refresh", "history", "undo", "redo", "resolve", "claim.add"]) | json_values,
    names=st.dictionaries(
        st.sampled_from(["claim", "verdict", "how", "text", "start", "end", "exact", "event", "to"]),
        json_values,
        max_size=4,
    ),
    real=st.booleans(),
)
def test_no_message_breaks_the_screen(cmd, names, real):
    screen, claim = FUZZED
    args = names | ({"claim": claim} if real else {})
    reply = screen.handle_command({"cmd": cmd, "cmd_id": "x", "base_rev": 0, "args": args})
    assert isinstance(reply["ok"], bool) and (reply["ok"] or reply["code"] in REFUSALS)
    json.dumps(reply)


@pytest.fixture(autouse=True, scope="module")
def _fuzzed(tmp_path_factory):
    """One screen for all examples, on a record that nobody looks at."""
    from factcheck.workspace import init_workspace

    workspace = init_workspace(tmp_path_factory.mktemp("fuzz") / "w")
    (workspace.data_dir / "a.txt").write_text("The mayor said on Monday that 12 people had been hurt.\n", "utf-8")
    screen = ClaimAnnotator(workspace, "a")
    global FUZZED
    FUZZED = screen, first(screen)


def test_the_desk_lists_mine_waiting_overdue_first_review_and_conflicts(desk):
    mine, other = desk.ledger(HARBOUR), desk.ledger(HARBOUR, author="Basma")
    claims = [one.id for one in desk.claims(HARBOUR)]
    mine.select(claims[0])
    mine.contact(claims[0], "Late", outcome="waiting", due="2020-01-01")
    mine.contact(claims[1], "Later", outcome="waiting", due="2999-01-01")
    other.verdict(claims[2], "true")
    other.request_review(claims[2])
    mine.verdict(claims[3], "true")
    other.verdict(claims[3], "false")
    shown = Desk(desk).snapshot()
    assert [row["claim"] for row in shown["mine"]] == [claims[0]]
    assert [(row["who"], row["overdue"]) for row in shown["waiting"]] == [("Late", True), ("Later", False)]
    assert [row["claim"] for row in shown["review"]] == [claims[2]]
    assert [row["claim"] for row in shown["conflicts"]] == [claims[3]]
    assert repr(Desk(desk)) == f"Desk(articles={len(desk.current_ids())}, mine=1, review=1)"


def test_a_desk_command_for_an_article_is_its_check_screens(desk):
    widget = Desk(desk)
    claim = desk.claims(HARBOUR)[0].id
    command = {"cmd": "triage", "cmd_id": "1", "args": {"claim": claim, "choice": "skip", "reason": "trivial"}}
    assert widget.handle_command({**command, "article": HARBOUR})["ok"]
    assert widget.handle_command({**command, "article": "nowhere"})["ok"] is False
    assert widget.handle_command({**command, "cmd_id": "2"})["code"] == "unknown_command"
    assert desk.state(HARBOUR).claims[claim].status == "skipped"


def test_the_repr_is_stable(screen):
    claims = len(screen.snapshot()["claims"])
    assert repr(screen) == f"ClaimAnnotator(article='{HARBOUR}', claims={claims}, rev=0)"


@pytest.mark.parametrize("widget", [ClaimAnnotator, Desk])
def test_no_trait_shadows_one_of_the_base_and_none_holds_a_decision(widget):
    own = {name for name in widget.class_own_traits() if not name.startswith("_")}
    assert own <= {"article_id", "interface_lang", "interface_words", "vocabulary"}
    assert not own & set(dir(ipywidgets.DOMWidget))


def test_every_word_the_screens_ask_for_is_in_both_catalogues():
    script = assets.script(*assets.CHECK, "annotate.js") + assets.script("desk.js")
    plain = set(re.findall(r'(?:say|button)\((?:ui, )?"([a-z_.]+)"', script))
    counted = set(re.findall(r'sayCount\(ui, "([a-z_.]+)"', script))
    made = {f"refusal.{code}" for code in REFUSALS} | {f"status.{one}" for one in STATUSES}
    made |= {f"verdict.{one}" for one in (*VERDICT_IDS, "none")} | {f"attribution.{one}" for one in ATTRIBUTIONS}
    made |= {f"how.{one}" for one in HOW} | {f"why.{one}" for one in NOT_CHECKABLE_WHY}
    made |= {f"reason.{one}" for one in SELECT_REASONS + SKIP_REASONS}
    made |= {f"event.{kind}" for kind, known in KINDS.items() if "claim" in known.on}
    assert len(plain) > 60
    for lang in ("ar", "en"):
        known = catalogue(lang)
        assert sorted((plain | made) - set(known)) == []
        assert all(
            f"{key}.{form}" in known for key in counted for form in ("zero", "one", "two", "few", "many", "other")
        )


def test_every_field_of_a_form_has_its_word():
    for kind, known in KINDS.items():
        if "claim" in known.on and kind != "link":
            for name in known.fields:
                assert f"field.{kind}.{name}" in catalogue("ar") or f"field.{name}" in catalogue("ar"), (kind, name)


def test_a_ledgers_error_keeps_its_sentence(screen, monkeypatch):
    def broken(*_args, **_named):
        raise LedgerError("The record said no.")

    monkeypatch.setattr(screen.screen._ledger, "append", broken)
    reply = send(screen, "note", claim=first(screen), text="x")
    assert (reply["code"], reply["message"]) == ("refused", "The record said no.")


def test_a_pair_of_accounts_can_be_judged_or_dismissed_and_what_is_dismissed_is_counted_nowhere(screen, desk):
    pair = screen.snapshot()["article"]["accounts"][0]["id"]
    rows = len(desk.accounts_table(HARBOUR))
    assert not send(screen, "disagreement.judge", question=pair, relation="dismissed")["ok"]  # not without a reason
    reply = send(screen, "disagreement.judge", question=pair, relation="dismissed", because="two different harbours")
    assert reply["ok"] and reply["patch"]["judged"][pair]["relation"] == "dismissed"
    assert len(desk.accounts_table(HARBOUR)) == rows - 2 and pair not in set(desk.accounts_table(HARBOUR).question_id)
    send(screen, "disagreement.judge", question=pair, relation="refines", because="the same harbour, a later count")
    judged = desk.accounts_table(HARBOUR)
    assert len(judged) == rows and set(judged[judged.question_id == pair].relation) == {"refines"}
    send(screen, "undo")
    assert len(desk.accounts_table(HARBOUR)) == rows - 2


@pytest.mark.parametrize(
    ("cmd", "args", "arabic"),
    [
        ("disagreement.judge", {"question": "q1", "relation": "dismissed", "because": ""}, "اكتب السبب أولًا."),
        ("disagreement.judge", {"question": "q1", "relation": "dismissed"}, "اكتب السبب أولًا."),
        ("claim.reject", {"reason": " "}, "اكتب السبب أولًا."),
        ("evidence", {"url": "not a url"}, "«\u2068not a url\u2069» ليس رابط صفحة؛"),
        ("evidence", {"archived_url": "ftp://a.example"}, "«\u2068ftp://a.example\u2069» ليس رابط صفحة؛"),
        ("evidence", {"accessed": "9/3"}, "«9/3» ليس تاريخًا؛"),
        ("evidence", {"passage": ""}, "بقي حقل لازم فارغًا؛"),
        ("note", {"text": "x" * 20_001}, "النص طويل؛"),
        ("review", {"decision": "return"}, "اكتب أولًا ما ينبغي عمله"),
        ("undo", {}, "ليس لك ما تتراجع عنه."),
        ("redo", {}, "ليس لك ما تعيده."),
    ],
)
def test_what_a_person_leaves_out_or_mistypes_is_said_in_both_languages_without_names_of_fields(
    screen, desk, cmd, args, arabic
):
    if cmd == "evidence":
        args = {"source": "x", "passage": "y", "stance": "supports", "source_type": "primary"} | args
    claim = {} if cmd in ("undo", "redo", "disagreement.judge") else {"claim": first(screen)}
    reply = send(screen, cmd, **claim, **args)
    assert not reply["ok"] and reply["told"]["ar"].startswith(arabic)
    assert reply["told"]["en"].endswith(".") and not re.search("because|_url|'", reply["told"]["en"])
    assert desk.state(HARBOUR).events == []


def test_a_link_is_shown_on_its_claim(screen):
    claim, other = (one["id"] for one in screen.snapshot()["claims"][:2])
    assert send(screen, "link", claim=claim, to=other, relation="the same spill")["ok"]
    assert next(one for one in screen.snapshot()["claims"] if one["id"] == claim)["links"][0]["to"] == other


def test_what_approval_asks_for_is_told_before_and_in_a_refusal_by_its_codes(screen):
    claim = first(screen)
    patch = send(screen, "verdict", claim=claim, verdict="misleading")["patch"]["claims"][claim]
    assert {"D102", "D104", "D109", "D113"} <= set(patch["missing"])
    send(screen, "review.request", claim=claim)
    reply = send(screen, "review", claim=claim, decision="approve")
    assert not reply["ok"] and reply["code"] == "approval" and {"D102", "D113"} <= set(reply["rules"])
    for lang in ("ar", "en"):
        assert all(f"rule.{code}" in catalogue(lang) for code in reply["rules"])


def test_a_page_date_settled_for_the_article_is_no_longer_missing_on_its_claims(desk):
    screen = ClaimAnnotator(desk, SEED, lang="ar")
    unsettled = (one for one in screen.snapshot()["claims"] if any(not date["settled"] for date in one["dates"]))
    claim = next(one["id"] for one in unsettled if all(date["basis"] == "page_date" for date in one["dates"]))
    patch = send(screen, "note", claim=claim, text="look at the day")["patch"]["claims"][claim]
    assert "D108" in patch["missing"]
    reply = send(screen, "date.settle", what="page_date", iso="2024-09-04", because="the outlet says so")
    assert "D108" not in reply["patch"]["claims"][claim]["missing"]
