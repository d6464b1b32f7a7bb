"""What a fetched page holds: its text, extracted once, its structured facts, and the copy that is kept of it.

The text is trafilatura's, the copy a WARC record (ISO 28500). Dates come from what the page declares in its structure
(JSON-LD, meta elements); a date in prose is never taken for one.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from factcheck.capture.web import BY_HAND, Page
from factcheck.errors import EvidenceError
from factcheck.text import fold_with_offsets

_NEEDS = "Fetching pages needs the extra 'web': pip install 'factcheck[web]'."
_LINKED = (("title", "headline"), ("published", "datePublished"), ("author", "author"), ("outlet", "publisher"))
_PUBLISHED = ("article:published_time", "datepublished", "dc.date.issued", "dcterms.issued")


@dataclass(frozen=True, slots=True)
class PageText:
    """The readable text of a page and what it declares: `published` a day, `outlet` and `author` as written."""

    text: str
    title: str | None
    outlet: str | None
    author: str | None
    published: date | None
    extractor: str


def read_page(page: Page) -> PageText:
    """The text and declared facts of a page. Raises `EvidenceError` where it has no readable text."""
    try:
        import trafilatura
        from lxml import html
    except ImportError:
        raise EvidenceError(_NEEDS) from None
    markup = _decoded(page)
    if page.content_type == "text/plain":
        return PageText(markup, None, None, None, None, "plain text")
    try:
        tree = html.fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.ParserError):
        raise EvidenceError(f"{page.url} has no readable text; {BY_HAND}.") from None
    facts = _declared(tree)
    text = trafilatura.extract(markup, url=page.url, include_comments=False, favor_recall=True, with_metadata=False)
    if not text or not text.strip():
        raise EvidenceError(f"{page.url} has no readable text; {BY_HAND}.")
    title = facts.get("title")
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return PageText(
        text + "\n", title, facts.get("outlet"), facts.get("author"), _day(facts.get("published")),
        f"trafilatura {version('trafilatura')}",
    )  # fmt: skip


def keep_page(page: Page, text: PageText, folder: Path) -> str:
    """Keep a page under its digest in `folder`: `<sha256>.warc.gz`, `.txt` and `.json`; the digest comes back.

    A page kept already is left as it is: its text is extracted once.
    """
    digest = hashlib.sha256(page.body).hexdigest()
    facts = {
        "asked": page.asked, "url": page.url, "fetched": page.fetched, "content_type": page.content_type,
        "sha256": digest, "extractor": text.extractor,
    }  # fmt: skip
    contents = {
        ".warc.gz": _warc(page),
        ".txt": text.text.encode("utf-8"),
        ".json": json.dumps(facts, ensure_ascii=False, indent=1).encode("utf-8"),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending, content in contents.items():
            path = folder / f"{digest}{ending}"
            if not path.exists():
                path.with_name(f"{path.name}.tmp").write_bytes(content)
                path.with_name(f"{path.name}.tmp").replace(path)
    except OSError as error:
        raise EvidenceError(f"{folder} cannot be written ({error.strerror}); check the folder's permissions.") from None
    return digest


def find_passage(text: str, passage: str) -> tuple[int, int] | None:
    """Where a passage stands in a page's text, spelling and white space apart; `None` when it does not, or not once."""
    folded, offsets = fold_with_offsets(text)
    words = [re.escape(fold_with_offsets(word)[0]) for word in passage.split()]
    found = list(re.finditer(r"\s+".join(words), folded)) if any(words) else []
    if len(found) != 1:
        return None
    return offsets[found[0].start()], offsets[found[0].end() - 1] + 1


def _decoded(page: Page) -> str:
    declared = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", page.body[:4096], re.I)
    for charset in (page.charset, declared and declared.group(1).decode("ascii"), "utf-8", "windows-1256"):
        try:
            if charset:
                return page.body.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return page.body.decode("utf-8", errors="replace")


def _declared(tree: Any) -> dict[str, str]:
    """What the page's structure states: title, outlet, author, published."""
    facts: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        value = (meta.get("content") or "").strip()
        kind = {"og:title": "title", "og:site_name": "outlet", "author": "author"}.get(name)
        kind = "published" if name in _PUBLISHED else kind
        if kind and value:
            facts.setdefault(kind, value)
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            facts = _linked_data(script.text or "") | facts
    return facts


def _linked_data(text: str) -> dict[str, str]:
    try:
        data = json.loads(text)
    except ValueError:
        return {}
    entries = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    facts: dict[str, str] = {}
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict):
            for name, key in _LINKED:
                value = _name_in(entry.get(key))
                if value:
                    facts.setdefault(name, value)
    return facts


def _name_in(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() if isinstance(value, str) and value.strip() else None


def _day(value: str | None) -> date | None:
    found = re.match(r"\d{4}-\d\d-\d\d(?!\d)", value or "")
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def _warc(page: Page) -> bytes:
    try:
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter
    except ImportError:
        raise EvidenceError(_NEEDS) from None
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders(f"{page.status} {page.reason}", list(page.headers), protocol="HTTP/1.1")
    record = writer.create_warc_record(
        page.url, "response", payload=io.BytesIO(page.raw), http_headers=headers,
        warc_headers_dict={"WARC-Date": page.fetched},
    )  # fmt: skip
    writer.write_record(record)
    return out.getvalue()
