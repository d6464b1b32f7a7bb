"""What the tests of pages share: a small newsroom with two articles, a worked record, a check, and a closed browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from ledgers import claim_at, digest, numbered, ticking
from running_browser import RUNNING, launched

from factcheck.article import Article
from factcheck.claim import Claim
from factcheck.dates import DateMention
from factcheck.evidence import Evidence
from factcheck.finding import Disagreement, Finding, Voice
from factcheck.ledger import Checks, CheckState, Ledger
from factcheck.quantity import Quantity
from factcheck.reading import ArticleFacts, Reading
from factcheck.report import Checked, Imprint

PLANTED = "PLANTED-INTERNAL-7f3a"
TEXT = (
    "انهار جسر الوادي مساء الثلاثاء.\n"
    "قالت إدارة الدفاع المدني إن ثلاثة عمال على الأقل أصيبوا. وأفادت بلدية المدينة بإصابة أربعة عمال.\n"
    "ونفت الشركة المنفذة أن المواد كانت مغشوشة.\n"
)
CLAIMS = (
    ("انهار جسر الوادي مساء الثلاثاء", "narrator", {"kind": "event"}),
    ("ثلاثة عمال على الأقل أصيبوا", "indirect_speech", {"claimant": "Civil Defence", "speaker": "إدارة الدفاع المدني"}),
    ("بإصابة أربعة عمال", "indirect_speech", {"claimant": "City Council", "speaker": "بلدية المدينة"}),
    ("المواد كانت مغشوشة", "indirect_speech", {
        "claimant": "Builder", "speaker": "الشركة المنفذة", "denied": True, "cue": "نفت",
        "text": "نفت الشركة المنفذة أن المواد كانت مغشوشة",
    }),
)  # fmt: skip
SOURCES = (
    Evidence("سجل المستشفى", "استقبلنا أربعة مصابين.", "refutes", "primary", url="https://hospital.example/log",
             archived_url="https://archive.example/log", accessed="2025-03-02", publisher="مستشفى المدينة"),
    Evidence("صور الموقع", "تظهر الصور أربع سيارات إسعاف.", "qualifies", "secondary", digest="ab" * 32,
             publisher="وكالة محلية"),
)  # fmt: skip


def article(**changes: Any) -> Article:
    made = Article("bridge", TEXT, digest(TEXT), "ar", outlet="صحيفة الوادي", url="https://news.example/bridge")
    return replace(made, **changes)


def claims() -> list[Claim]:
    found = []
    for words, mode, fields in CLAIMS:
        start = TEXT.index(words)
        found.append(replace(claim_at(TEXT, start, start + len(words), mode), **fields))  # type: ignore[arg-type]
    counts = ((1, "ثلاثة عمال على الأقل", "at_least", 3, None), (2, "أربعة عمال", "cardinal", 4, 4))
    for i, words, kind, low, high in counts:
        at = TEXT.index(words)
        quantity = Quantity(at, at + len(words), words, kind, low, high, None, "عامل")  # type: ignore[arg-type]
        found[i] = replace(found[i], quantities=(quantity,))
    at = TEXT.index("مساء الثلاثاء")
    evening = DateMention(at, at + 13, "مساء الثلاثاء", "relative_date", None, None, None, "day", "page_date", False)
    found[0] = replace(found[0], dates=(evening,))
    return found


def reading(found: list[Claim] | None = None) -> Reading:
    one, two = (found or claims())[1:3]
    pair = Disagreement(
        "q1", "كم عاملًا أصيب؟", (one.id, two.id),
        (Voice(one.claimant, one.id, "≥ 3", one.speaker, None, 3, None, None, "عامل"),
         Voice(two.claimant, two.id, "4", two.speaker, None, 4, 4, None, "عامل")),
        "count", "compatible", "entailed_by", "",
    )  # fmt: skip
    facts = ArticleFacts("bridge", "ar", None, digest(TEXT), len(TEXT), "0")
    noticed = Finding("unnamed_source", (one.id,), "لم يُذكر اسم المصدر.")
    return Reading(facts, tuple(found or claims()), (pair,), (), (noticed,))


def ledger(folder: Path, author: str, first: int) -> Ledger:
    return Ledger(
        folder, "bridge", claims=claims(), text=TEXT, author=author, clock=ticking(1_740_900_000_000 + first),
        new_id=numbered(first), session=f"s{first}",
    )  # fmt: skip


def work(one: Ledger, claim: str, verdict: str = "false", **more: Any) -> None:
    """Everything a claim needs before approval, with words in it that must never be published."""
    one.select(claim, "harm")
    one.restate(claim, "تقول إدارة الدفاع المدني إن ثلاثة عمال على الأقل أصيبوا في انهيار جسر الوادي.")
    for source in SOURCES:
        one.evidence(claim, source)
    one.contact(claim, "المكتب الصحفي", role="claimant", outcome="replied", reply="العدد أولي.", when="2025-03-01")
    one.contact(claim, f"مهندس {PLANTED}", role="expert", outcome="replied", reply=PLANTED, terms="off_record",
                asked=PLANTED, private="private/x.txt")  # fmt: skip
    one.note(claim, f"ملاحظة داخلية {PLANTED}")
    one.ask(claim, PLANTED, f"سؤال {PLANTED}؟")
    one.verdict(claim, verdict, **more)
    one.summary(claim, "أصيب أربعة عمال بحسب سجل المستشفى.")
    one.request_review(claim, PLANTED)


def published_check(folder: Path, verdict: str = "false", **more: Any) -> tuple[CheckState, Checks, list[Checked]]:
    """A check of one approved claim, ready to be published."""
    claim = claims()[1].id
    work(ledger(folder, "أمل", 1), claim, verdict, **more)
    ledger(folder, "باسم", 500).approve(claim, PLANTED)
    state = ledger(folder, "باسم", 600).state()
    checks = Checks(folder, author="باسم", states=lambda _: state, clock=ticking(), new_id=numbered(900), session="c")
    checks.new("كم عاملًا أصيب في انهيار الجسر؟", [("bridge", claim)], check="bridge-injured")
    checks.edit("bridge-injured", bottom_line="أصيب أربعة.", how_we_checked="راجعنا سجل المستشفى.", editor="باسم")
    checks.append("note", {"text": PLANTED, "internal": True}, "bridge-injured")
    part = Checked(article(), state.claims[claim], state, reading().disagreements)
    return checks.state()["bridge-injured"], checks, [part]


IMPRINT = Imprint("مكتب الوادي", "2025-03-05", "ar", "https://desk.example/bridge-injured")


@contextmanager
def closed_browser(offline: bool = True) -> Iterator[Any]:
    """A headless Chromium page that can reach nothing; `page.noticed` is what was asked for or complained about.

    Without `offline` it reaches this machine, and everything else is refused and noticed.
    """
    with ExitStack() as stack:
        browser = RUNNING[0] if RUNNING else stack.enter_context(launched())
        context = browser.new_context(offline=offline)
        stack.callback(context.close)
        page = context.new_page()
        page.noticed = []
        if not offline:
            page.route(lambda url: not _local(url), lambda route: route.abort())
        page.on("request", lambda r: None if _own(r.url, page, offline) else page.noticed.append(f"request {r.url}"))
        page.on("console", lambda m: page.noticed.append(_complaint(m)) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.noticed.append(f"error {error}"))
        page.on("dialog", lambda dialog: (page.noticed.append(f"dialog {dialog.message}"), dialog.dismiss()))
        yield page


def _own(url: str, page: Any, offline: bool) -> bool:
    if not offline:
        return _local(url)
    return bool(re.match(r"file:///.*\.html$", url)) and url == getattr(page, "opened", url)


def _local(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))


def _complaint(message: Any) -> str:
    return f"console {message.text}" if message.type == "error" else f"console warning {message.text}"


def open_page(page: Any, path: Path) -> None:
    """Open a page from the disk and wait until its charts are drawn."""
    page.opened = path.as_uri()
    page.goto(path.as_uri())
    if page.locator("script[data-chart]").count():
        page.wait_for_selector("html[data-drawn=yes]", timeout=30_000)
