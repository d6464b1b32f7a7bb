"""Bringing an article in: the file's bytes as they came, and a TOML file of declared facts beside them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tomli_w

from factcheck.article import (
    ARTICLE_ID,
    Article,
    check_lang,
    decode,
    find_lang,
    read_article,
    read_text_bytes,
    slug,
    to_date,
)
from factcheck.errors import ArticleError


def add_file(
    file: Path,
    data_dir: Path,
    *,
    article_id: str | None = None,
    lang: str | None = None,
    page_date: str | None = None,
    published: str | None = None,
    captured_by: str | None = None,
    **declared: str | None,
) -> Article:
    """Copy the UTF-8 text `file` into `data_dir` and declare what is known of it; the new article comes back.

    Without `article_id` it is the file's name as a slug, else `article-` and 8 digits of its digest. `declared` may
    give outlet, author, url, archived_url, reach and licence. Raises `ArticleError` and writes nothing for a file that
    holds no article, an id that is taken or malformed, an unknown language, or a day that is none.
    """
    data = read_text_bytes(file)
    text = decode(data, file)
    digest = hashlib.sha256(data).hexdigest()
    new_id = article_id or slug(file.stem) or f"article-{digest[:8]}"
    if not ARTICLE_ID.fullmatch(new_id) or "@" in new_id:
        raise ArticleError(
            f"{new_id!r} cannot be an article's id; use 1 to 64 of a-z, 0-9 and -, beginning with a letter or digit."
        )
    target = data_dir / f"{new_id}.txt"
    if target.exists() or target.with_suffix(".toml").exists():
        raise ArticleError(f"There is an article {new_id!r} already; give another id with --id.")
    facts: dict[str, Any] = {
        **{name: value for name, value in declared.items() if value is not None},
        "page_date": to_date(page_date, "--page-date"),
        "published": to_date(published, "--published"),
        "lang": check_lang(lang) if lang else find_lang(text, file),
        "captured": datetime.now(UTC).replace(microsecond=0),
        "captured_by": captured_by,
        "sha256": digest,
    }
    _write_new(target, data, tomli_w.dumps({name: value for name, value in facts.items() if value is not None}))
    return read_article(target)


def _write_new(target: Path, data: bytes, toml: str) -> None:
    written: list[Path] = []
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for path, content in ((target.with_suffix(".toml"), toml.encode()), (target, data)):
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise ArticleError(f"{target} cannot be written ({error.strerror}); check the folder's permissions.") from None
