"""Bringing an article in: its text, byte for byte from a file or extracted once from a page, and its declared facts."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import tomli_w

from factcheck.article import (
    ARTICLE_ID,
    Article,
    check_lang,
    check_text_bytes,
    decode,
    find_lang,
    read_article,
    read_text_bytes,
    slug,
    to_date,
)
from factcheck.capture.pages import keep_page, read_page
from factcheck.capture.web import fetch
from factcheck.errors import ArticleError


def add_file(
    file: Path,
    data_dir: Path,
    *,
    article_id: str | None = None,
    capture_of: str | None = None,
    lang: str | None = None,
    page_date: str | None = None,
    published: str | None = None,
    **declared: str | None,
) -> Article:
    """Copy the UTF-8 text `file` into `data_dir` and declare what is known of it; the new article comes back.

    Without `article_id` it is the file's name as a slug, else `article-` and 8 digits of its digest; with `capture_of`
    it is the next capture of that article, `<id>@2` and on. `declared` may give outlet, author, url, archived_url,
    reach, licence and captured_by. Raises `ArticleError` and writes nothing for a file that holds no article, an id
    that is taken or malformed, an unknown language, a day that is none, or a text that is there already.
    """
    return add_text(
        read_text_bytes(file), file, data_dir, article_id=article_id, capture_of=capture_of, lang=lang,
        page_date=page_date, published=published, **declared,
    )  # fmt: skip


def add_text(
    data: bytes,
    name: Path,
    data_dir: Path,
    *,
    article_id: str | None = None,
    capture_of: str | None = None,
    lang: str | None = None,
    page_date: str | None = None,
    published: str | None = None,
    **declared: str | None,
) -> Article:
    """Add bytes as an article, as `add_file` does those of a file; `name` is what the file they came from is called."""
    text = decode(check_text_bytes(data, name), name)
    target = data_dir / f"{_new_id(data, name.stem, data_dir, article_id, capture_of)}.txt"
    facts: dict[str, Any] = {
        **declared,
        "page_date": to_date(page_date, "--page-date"),
        "published": to_date(published, "--published"),
    }
    facts["lang"] = check_lang(lang) if lang else find_lang(text, name)
    return _add(target, data, facts)


def add_page(
    url: str,
    data_dir: Path,
    claims_dir: Path,
    *,
    article_id: str | None = None,
    capture_of: str | None = None,
    lang: str | None = None,
    page_date: str | None = None,
    published: str | None = None,
    allow_hosts: Collection[str] = (),
    **declared: str | None,
) -> Article:
    """Fetch the page at `url`, keep a copy of it with the evidence, and add its text as an article.

    What the page declares in its structure (outlet, author, the day it was published) is taken where it is not given;
    a date in its prose never is. Raises `EvidenceError` for a page that cannot be had, else as `add_file`.
    """
    page = fetch(url, allow_hosts=allow_hosts)
    found = read_page(page)
    data = found.text.encode("utf-8")
    name = _new_id(
        data, slug(page.url.partition("://")[2].rstrip("/").rpartition("/")[2]), data_dir, article_id, capture_of
    )
    facts: dict[str, Any] = {
        "url": page.url, "outlet": found.outlet, "author": found.author,
        **{key: value for key, value in declared.items() if value is not None},
        "page_date": to_date(page_date, "--page-date"),
        "published": to_date(published, "--published") or found.published,
        "lang": check_lang(lang) if lang else find_lang(found.text, url),
        "captured": datetime.fromisoformat(page.fetched),
        "extractor": found.extractor,
    }  # fmt: skip
    facts["copy"] = keep_page(page, found, claims_dir / name.partition("@")[0] / "evidence")
    return _add(data_dir / f"{name}.txt", data, facts)


def _new_id(data: bytes, name: str, data_dir: Path, article_id: str | None, capture_of: str | None) -> str:
    """The id of the article to be added. Raises `ArticleError` where it is malformed, taken, or nothing changed."""
    if capture_of is not None and article_id is not None:
        raise ArticleError("--capture-of names the article, and --id a new one; give only one of them.")
    if capture_of is not None:
        return _next_capture(data, data_dir, capture_of)
    new_id = article_id if article_id is not None else slug(name) or f"article-{hashlib.sha256(data).hexdigest()[:8]}"
    if not ARTICLE_ID.fullmatch(new_id) or "@" in new_id:
        raise ArticleError(
            f"{new_id!r} cannot be an article's id; use 1 to 64 of a-z, 0-9 and -, beginning with a letter or digit.",
            "told.id",
            id=new_id,
        )
    if any((data_dir / f"{new_id}{ending}").exists() for ending in (".txt", ".toml")):
        raise ArticleError(
            f"There is an article {new_id!r} already; give another id with --id.", "told.id_taken", id=new_id
        )
    _refuse_twice(data, data_dir)
    return new_id


def _refuse_twice(data: bytes, data_dir: Path) -> None:
    """Raise `ArticleError` where an article, or a later capture of one, has these bytes already."""
    for path in sorted(data_dir.glob("*.txt")):
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            raise ArticleError(
                f"The text is that of the article {path.stem!r} to the byte; it is in the workspace already.",
                "told.there_already",
                id=path.stem,
            )


def _next_capture(data: bytes, data_dir: Path, article_id: str) -> str:
    first = data_dir / f"{article_id}.txt"
    if not ARTICLE_ID.fullmatch(article_id) or "@" in article_id or not first.is_file():
        raise ArticleError(
            f"There is no article {article_id!r} to capture again; leave --capture-of out to add a new one."
        )
    number, last = 2, first
    while (path := data_dir / f"{article_id}@{number}.txt").exists() or path.with_suffix(".toml").exists():
        number, last = number + 1, path if path.exists() else last
    if last.read_bytes() == data:
        raise ArticleError(f"The text is that of {last.stem} to the byte; there is nothing new to capture.")
    return f"{article_id}@{number}"


def _add(target: Path, data: bytes, facts: dict[str, Any]) -> Article:
    facts = {"captured": datetime.now(UTC).replace(microsecond=0), **facts, "sha256": hashlib.sha256(data).hexdigest()}
    stated = {name: value for name, value in facts.items() if value is not None}
    for name, value in stated.items():
        if isinstance(value, str) and not value.isprintable():
            raise ArticleError(f"{name} is {value[:60]!r}; give words on one line, without control characters.")
    assert all(isinstance(value, str | date) for value in stated.values())
    written: list[Path] = []
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for path, content in ((target.with_suffix(".toml"), tomli_w.dumps(stated).encode()), (target, data)):
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise ArticleError(f"{target} cannot be written ({error.strerror}); check the folder's permissions.") from None
    return read_article(target)
