"""One record read: the rows its article gives in each table, or the reason it is refused."""

from __future__ import annotations

import gc
import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from factcheck.article import Article, check_lang, decode, find_lang
from factcheck.capture.pages import read_page
from factcheck.capture.web import Page
from factcheck.chronology import check_chronology
from factcheck.corpora.duplicates import signature
from factcheck.corpora.journal import Rows
from factcheck.corpora.plan import record_id
from factcheck.corpora.records import DECLARED, PAGE_BYTES, TEXT_BYTES, CorpusError, Job, Part, Record
from factcheck.corpus import answer_rows
from factcheck.errors import FactcheckError
from factcheck.extract.claims import Extraction, extract
from factcheck.reading import settle_dates
from factcheck.table import sentence_of

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.S)


def read_record(job: Job, part: Part, place: int, record: Record, refusal: str | None) -> Rows:
    """The rows a record gives in each table: those of an article, or one of `refused` with the reason."""
    name = record_id(record.name, record.fields).encode("utf-8", "replace").decode()
    at = {"article": name, "part": part.number, "place": place}
    reason = record.reason or refusal
    if place in part.repeated:
        reason = reason or "An earlier article bears the same id."
        at["article"] = f"{name} ({record.name})" if record.name != name else name
    if reason is None:
        try:
            return _read(job, at, record)
        except FactcheckError as error:
            reason = str(error)
        except Exception as error:  # whatever is wrong with an article costs that article alone
            reason = f"It could not be read ({type(error).__name__}: {error})."
            gc.collect()
    return {"refused": [at | {"reason": reason.encode("utf-8", "replace").decode()[:500]}]}


def _read(job: Job, at: dict[str, Any], record: Record) -> Rows:
    """The rows of one article in each table."""
    text, found = _text_of(at["article"], record.fields)
    declared = {key: _plain(record.fields.get(key)) or _plain(found.get(key)) for key in DECLARED}
    encoded = text.encode("utf-8")
    lang = job.lang or declared["lang"]
    article = Article(
        id=at["article"],
        text=text,
        sha256=hashlib.sha256(encoded).hexdigest(),
        lang=check_lang(lang) if lang else find_lang(text, at["article"]),
        page_date=_day(job.page_date) or _day(declared["page_date"]) or _day(declared["published"]),
        published=_day(declared["published"]),
        url=declared["url"],
        outlet=declared["outlet"],
        author=declared["author"],
    )
    extraction = extract(article)
    dates = [mention for claim in extraction.claims for mention in claim.dates]
    anomalies = check_chronology(text, article.lang, extraction.page_date, extraction.sources, dates)
    claims = settle_dates(extraction.claims, anomalies)
    dated = replace(article, page_date=extraction.page_date)
    return {
        "articles": [at | _article_row(article, extraction, declared)],
        "claims": [
            {
                "article": article.id,
                "outlet": article.outlet,
                "voice": article.outlet or claim.claimant if claim.mode == "narrator" else claim.claimant,
                "sentence": sentence_of(claim),
                **msgspec.to_builtins(claim),
            }
            for claim in claims
        ],
        "answers": answer_rows(dated, claims, [text[start:end] for start, end in extraction.sources]),
    }


def _article_row(article: Article, extraction: Extraction, declared: dict[str, str | None]) -> dict[str, Any]:
    found = None if article.page_date else extraction.page_date
    return {
        "sha256": article.sha256,
        "n_chars": len(article.text),
        "n_claims": len(extraction.claims),
        "lang": article.lang,
        "page_date": extraction.page_date and extraction.page_date.isoformat(),
        **{f"declared_{key}": value for key, value in declared.items()},
        "found_page_date": found and found.isoformat(),
        "found_sources": [article.text[start:end] for start, end in extraction.sources],
        "warnings": list(extraction.warnings),
        "signature": signature(article.text),
        "text": article.text,
    }


def _text_of(name: str, fields: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The text of a record, and what its page declares where it is one."""
    text, html = fields.get("text"), fields.get("html")
    facts: dict[str, Any] = {}
    if (text is None or text == "") and html:
        body = html if isinstance(html, bytes) else str(html).encode("utf-8")
        if len(body) > PAGE_BYTES:
            raise CorpusError(f"The page is larger than {PAGE_BYTES // 1024} KB.")
        if not body.strip():
            raise CorpusError("The page is empty.")
        charset = None if isinstance(html, bytes) else "utf-8"
        page = read_page(Page(name, name, 200, "OK", (), "text/html", charset, body, body, ""))
        text = page.text
        facts = {"title": page.title, "outlet": page.outlet, "author": page.author, "published": page.published}
    if isinstance(text, str):
        text = text.encode("utf-8")
    if not isinstance(text, bytes):
        raise CorpusError("It has no text; give it as text or html.")
    if len(text) > TEXT_BYTES:
        raise CorpusError(f"The text is larger than {TEXT_BYTES // 1024} KB; give one article a record.")
    if not text.strip():
        raise CorpusError("The text is empty.")
    return decode(text, Path(name)), facts


def _plain(value: object) -> str | None:
    """A declared value as text; lists joined, `None` where nothing is stated."""
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_plain, value))) or None
    text = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    return text.encode("utf-8", "replace").decode().strip() or None


def _day(value: str | None) -> date | None:
    found = _DAY.fullmatch(value or "")
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
