"""Articles are hostile input: nothing planted in a text, a name, a note or an address runs or becomes markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli_w

from factcheck.evidence import Evidence
from factcheck.widgets import annotate, assets
from factcheck.widgets.annotate import ClaimAnnotator
from factcheck.widgets.desk import Desk

STATIC = Path(annotate.__file__).with_name("static")
TAGS = (
    "script>window.pwned=1</script",
    "img src=x onerror=window.pwned=1",
    "svg onload=window.pwned=1",
    "iframe srcdoc='<script>parent.pwned=1</script>'",
    "body onload=window.pwned=1",
    "details open ontoggle=window.pwned=1",
    "video><source onerror=window.pwned=1",
    "input autofocus onfocus=window.pwned=1",
    "math><mtext><img src=x onerror=window.pwned=1>",
    "style>@import'x'</style",
    "base href=//evil.example/",
    "link rel=stylesheet href=//evil.example/x.css",
    "object data=javascript:window.pwned=1",
    "embed src=javascript:window.pwned=1",
    "form action=javascript:window.pwned=1><button",
    "marquee onstart=window.pwned=1",
    "meta http-equiv=refresh content='0;url=//evil.example'",
    "a href=javascript:window.pwned=1>press</a",
    "template><img src=x onerror=window.pwned=1>",
    "xmp><img src=x onerror=window.pwned=1>",
)
BREAKS = ("", '"', "'", "-->", "</textarea>", "</style>", "${", "{{", "]]>")
PAYLOADS = [f"{before}<{tag}>" for i, tag in enumerate(TAGS) for before in BREAKS[i % 3 :: 3]] + [
    "{{constructor.constructor('window.pwned=1')()}}", "${window.pwned=1}", "javascript:window.pwned=1", "data:text/html,<script>window.pwned=1</script>",
    "\u202e<img src=x onerror=window.pwned=1>", "=HYPERLINK(\"http://evil.example\")", "&lt;img src=x onerror=window.pwned=1&gt;", "__proto__", "constructor",
]  # fmt: skip


def planted(workspace):
    """An article whose every line, name and address is a payload, with a record to match."""
    lines = [
        f"The mayor said on Monday that {n} people saw {payload} in town." for n, payload in enumerate(PAYLOADS, 2)
    ]
    (workspace.data_dir / "planted.txt").write_text("\n".join([PAYLOADS[0], *lines]), "utf-8")
    declared = {"outlet": PAYLOADS[1], "author": PAYLOADS[2], "url": "javascript:window.pwned=1", "lang": "en"}
    (workspace.data_dir / "planted.toml").write_text(tomli_w.dumps(declared), "utf-8")
    ledger = workspace.ledger("planted")
    claims = list(ledger.state().claims)
    for claim, payload in zip(claims * 3, PAYLOADS, strict=False):
        ledger.restate(claim, payload)
        ledger.note(claim, payload)
        ledger.contact(
            claim, payload, asked=payload, reply=payload, channel=payload, when="2024-01-01", outcome="replied"
        )
        ledger.evidence(
            claim, Evidence(source=payload, passage=payload, stance="supports", publisher=payload, interest=payload)
        )
        ledger.ask(claim, payload, payload)
        ledger.media(claim, payload, found=payload)
    return claims


def test_the_corpus_is_large_enough():
    assert len(set(PAYLOADS)) >= 50


def test_nothing_planted_runs_or_becomes_markup_on_the_check_screen(plain, workspace):
    claims = planted(workspace)
    page = plain.mount(ClaimAnnotator(workspace, "planted", lang="en"))
    assert len(claims) >= 30
    seen = 0
    for n in range(0, len(claims), 3):
        page.evaluate("n => document.querySelector('.fc-list').scrollTop = n * 92", n)
        page.wait_for_timeout(20)
        row = page.query_selector(f".fc-claim[aria-posinset='{n + 1}']")
        if row:
            row.click()
            page.evaluate("document.querySelectorAll('.fc-panel details').forEach(d => d.open = true)")
            look(page)
            seen += 1
    assert plain.dialogs == [] and seen > 10


def test_nothing_planted_runs_or_becomes_markup_on_the_desk(plain, workspace):
    planted(workspace)
    page = plain.mount(Desk(workspace, lang="en"), ".fc-box")
    look(page)
    assert plain.dialogs == []


def look(page):
    found = page.evaluate("""() => ({
      pwned: window.pwned,
      tags: document.querySelectorAll('.fc :is(script, img, svg, iframe, video, object, embed, base, link, meta, style, math, marquee, template)').length,
      links: [...document.querySelectorAll('.fc a')].map(a => [a.protocol, a.rel]),
      handlers: [...document.querySelectorAll('.fc *')].filter(n => [...n.attributes].some(a => a.name.startsWith('on'))).length,
    })""")
    assert found["pwned"] is None and found["tags"] == 0 and found["handlers"] == 0
    assert all(protocol in ("http:", "https:") and rel == "noopener noreferrer" for protocol, rel in found["links"])


def test_a_check_that_could_not_fail_would_be_none(plain, workspace):
    page = plain.mount(ClaimAnnotator(workspace, "harbour-spill", lang="en"))
    page.evaluate("document.querySelector('.fc').insertAdjacentHTML('beforeend', '<img alt=x>')")
    with pytest.raises(AssertionError):
        look(page)


def test_no_script_of_the_widgets_parses_markup():
    banned = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\(|new Function|srcdoc"
    )
    found = [(path.name, hit) for path in STATIC.glob("*.js") for hit in banned.findall(path.read_text("utf-8"))]
    assert found == []
    python = [path for path in STATIC.parent.glob("*.py") if re.search(r"\bHTML\(", path.read_text("utf-8"))]
    assert python == []


def test_no_script_or_style_of_the_widgets_names_another_machine():
    everything = assets.script(*assets.CHECK, "desk.js") + assets.style()
    assert re.findall(r"https?://(?!\^)\w[^\s\"'`]*|@import|url\(", everything) == []
