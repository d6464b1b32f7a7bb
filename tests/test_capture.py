"""Pages fetched carefully, kept, and read; later captures of an article; all against a server on this machine."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest

from factcheck.capture import web
from factcheck.capture.pages import find_passage
from factcheck.capture.web import fetch
from factcheck.cli import main
from factcheck.errors import EvidenceError
from factcheck.workspace import Workspace

HOST = "127.0.0.1"
PARAGRAPH = "أعلنت وزارة الري أن منسوب النهر بلغ 14 مترًا، وهو أعلى مستوى منذ عشرين عامًا في هذه المنطقة من البلاد."
PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>x</title>
<meta property="og:site_name" content="صحيفة النهر"><meta property="og:title" content="النهر يرتفع">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2025-03-04T08:00:00Z",
"author": {{"name": "سلمى"}}}}</script></head><body><nav>الرئيسية</nav><article><h1>النهر يرتفع</h1>
<p>{PARAGRAPH}</p><p>نشر هذا الخبر في 9 يناير 1999 وقالت الوزارة إن السدود آمنة ولا خطر على السكان في القرى.</p>
<script>alert(1)</script></article></body></html>""".encode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/slow":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            for _ in range(100):
                try:
                    self.wfile.write(b".")
                    time.sleep(0.05)
                except OSError:
                    return
            return
        if path.startswith("/to"):
            self.send_response(302)
            self.send_header(
                "Location", {"/to-page": "/page", "/to-self": "/to-self"}.get(path, "http://localhost:9/x")
            )
            self.end_headers()
            return
        kind, body, encoding = {
            "/page": ("text/html; charset=utf-8", PAGE, None),
            "/zipped": ("text/html", gzip.compress(PAGE), "gzip"),
            "/bomb": ("text/html", gzip.compress(b"a" * 30_000_000), "gzip"),
            "/damaged": ("text/html", b"\x1f\x8bnothing", "gzip"),
            "/large": ("text/html", b"a" * 11_000_000, None),
            "/picture": ("image/png", b"\x89PNG", None),
            "/plain": ("text/plain; charset=windows-1256", PARAGRAPH.encode("windows-1256", "replace"), None),
            "/blank": ("text/html", b"<html><body></body></html>", None),
        }.get(path, (None, b"", None))
        self.send_response(200 if kind else 404)
        for name, value in (("Content-Type", kind), ("Content-Encoding", encoding)):
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer((HOST, 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://{HOST}:{running.server_port}"
    running.shutdown()


def test_a_page_comes_back_as_it_was_served(server: str) -> None:
    page = fetch(f"{server}/to-page", allow_hosts=[HOST])
    assert page.body == PAGE and page.url == f"{server}/page" and page.content_type == "text/html"
    zipped = fetch(f"{server}/zipped?q=سؤال", allow_hosts=[HOST])
    assert zipped.body == PAGE and gzip.decompress(zipped.raw) == PAGE


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/none", "answered 404"),
        ("/bomb", "when unpacked"),
        ("/large", "larger than 10 MB"),
        ("/damaged", "damaged data"),
        ("/picture", "image/png"),
        ("/to-self", "more than 5 times"),
        ("/to-elsewhere", "localhost leads to"),
    ],
)
def test_what_is_no_readable_page_is_refused(server: str, path: str, says: str) -> None:
    with pytest.raises(EvidenceError, match=says):
        fetch(server + path, allow_hosts=[HOST])


def test_a_server_that_trickles_is_ended_by_the_clock(server: str) -> None:
    begin = time.monotonic()
    with pytest.raises(EvidenceError, match="in time"):
        fetch(f"{server}/slow", allow_hosts=[HOST], seconds=0.5)
    assert time.monotonic() - begin < 4


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://[",
        "https://a:b@example.org/",
        "x",
    ],
)
def test_only_http_addresses_are_fetched(url: str) -> None:
    with pytest.raises(EvidenceError, match="no address of a page"):
        fetch(url)


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_home_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (address, 80))])
    with pytest.raises(EvidenceError, match="a private network"):
        fetch("http://innocent.example/")


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(0, 0, 0, "", ("93.184.216.34", 80)), (0, 0, 0, "", ("127.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(EvidenceError, match=r"127\.0\.0\.1"):
        fetch("http://innocent.example/")


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers otherwise the second time (DNS rebinding) is asked only once."""
    asked: list[str] = []
    reached: list[tuple[str, int]] = []

    def answer(host: str, *_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        asked.append(host)
        return [(0, 0, 0, "", ("93.184.216.34" if len(asked) == 1 else "127.0.0.1", 80))]

    def connect(address: tuple[str, int], *_: object) -> None:
        reached.append(address)
        raise OSError("unreachable")

    monkeypatch.setattr("socket.getaddrinfo", answer)
    monkeypatch.setattr("socket.create_connection", connect)
    with pytest.raises(EvidenceError, match="could not be fetched"):
        fetch("http://innocent.example/")
    assert asked == ["innocent.example"] and reached == [("93.184.216.34", 80)]


def test_without_a_network_the_record_is_completed_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError("Temporary failure in name resolution")

    monkeypatch.setattr("socket.getaddrinfo", none)
    with pytest.raises(EvidenceError, match="by hand"):
        fetch("https://example.org/")


def test_a_passage_is_found_by_its_words_once() -> None:
    assert find_passage("قال  إنّ\nالماء ارتفع. قال آخر.", "قال إن الماء") == (0, 14)
    assert find_passage("قال قال", "قال") is None, "twice is nowhere"
    assert find_passage("text", "other") is None and find_passage("text", " ") is None


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    return int(end.value.code or 0)


def test_a_url_becomes_an_article_with_structured_facts(desk: Workspace, server: str) -> None:
    assert run("add", f"{server}/page", "--id", "nahr", "--allow-host", HOST) == 0
    article = desk.article("nahr")
    assert article.outlet == "صحيفة النهر" and article.author == "سلمى" and article.url == f"{server}/page"
    assert str(article.published) == "2025-03-04", "the structured date, not the one in the prose"
    assert article.page_date is None and PARAGRAPH in article.text and "alert" not in article.text
    kept = sorted(path.name.partition(".")[2] for path in (desk.claims_dir / "nahr/evidence").iterdir())
    assert kept == ["json", "txt", "warc.gz"]


def test_the_kept_copy_is_a_warc_record_of_what_was_served(desk: Workspace, server: str) -> None:
    from warcio.archiveiterator import ArchiveIterator

    assert run("add", f"{server}/zipped", "--id", "nahr", "--allow-host", HOST) == 0
    (path,) = (desk.claims_dir / "nahr/evidence").glob("*.warc.gz")
    record = next(iter(ArchiveIterator(BytesIO(path.read_bytes()))))
    assert record.rec_headers.get_header("WARC-Target-URI") == f"{server}/zipped"
    assert record.content_stream().read() == PAGE
    facts = json.loads(path.with_name(path.name.replace("warc.gz", "json")).read_text("utf-8"))
    assert facts["extractor"].startswith("trafilatura ") and path.name.startswith(facts["sha256"])


def test_evidence_is_fetched_and_its_passage_found(desk: Workspace, server: str) -> None:
    claim = desk.claims("vostochny-summit")[0].id
    source = ["--source", "الوزارة", "--stance", "context", "--url", f"{server}/page", "--fetch", "--allow-host", HOST]
    assert run("evidence", "add", claim, *source, "--passage", "منسوب النهر بلغ 14 مترا") == 0
    (data,) = desk.state("vostochny-summit").claims[claim].evidence
    assert data["passage"] == "منسوب النهر بلغ 14 مترًا" and data["publisher"] == "صحيفة النهر"
    assert list((desk.claims_dir / "vostochny-summit/evidence").glob(f"{data['digest']}.*"))
    assert run("evidence", "add", claim, *source, "--passage", "not there") == 2
    assert run("evidence", "add", claim, *source[:4], "--fetch", "--passage", "x") == 2


def test_a_later_capture_keeps_the_first_and_shows_the_difference(
    desk: Workspace, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    claim = next(c for c in desk.claims("harbour-spill") if "60,000" in c.exact)
    desk.ledger("harbour-spill").verdict(claim.id, "true", reason="draft")
    text = desk.article("harbour-spill").text.replace("Share this story", "Corrected on Wednesday.")
    (tmp_path / "again.txt").write_text("Updated story\n\n" + text, "utf-8")
    assert run("add", str(tmp_path / "again.txt"), "--capture-of", "harbour-spill") == 0
    out = capfd.readouterr().out
    assert "harbour-spill@2" in out and "-Share this story" in out and "+Corrected on Wednesday." in out
    assert desk.captures("harbour-spill") == ["harbour-spill", "harbour-spill@2"]
    assert desk.current_ids() == ["harbour-spill@2", "vostochny-summit"]
    (carried,) = [one for one in desk.state("harbour-spill@2").claims.values() if one.verdict]
    assert carried.claim is not None and "60,000" in carried.claim.exact and carried.anchor == "moved"
    assert run("add", str(tmp_path / "again.txt"), "--capture-of", "harbour-spill") == 2, "the same text again"
    assert run("add", str(tmp_path / "again.txt"), "--capture-of", "nothing") == 2


def test_the_limits_are_stated() -> None:
    assert web.MAX_BYTES <= 20 * 1024 * 1024 and web.MAX_REDIRECTS <= 10 and web.SECONDS <= 60
