"""The rules for articles: their bytes, what is declared about them, what the extractor found, what was captured."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from factcheck.article import ARTICLE_ID, read_article
from factcheck.claim import Claim
from factcheck.validate.rules import Problem, problem

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_MERGE = re.compile(rb"^(<{7}|={7}|>{7}) ?", re.M)
_CAPTURE = re.compile(r"([0-9a-f]{64})\..+")


@dataclass(frozen=True, slots=True)
class Read:
    """One article as far as it could be read: its file, text, digest and the claims stored for it."""

    path: Path
    text: str
    sha256: str
    stored: tuple[Claim, ...] | None

    def claims(self) -> tuple[Claim, ...]:
        """The claims stored for the article or, where none are, what the extractor finds now, as the desk shows."""
        if self.stored is not None:
            return self.stored
        from factcheck.extract.claims import extract_claims  # the rules of two languages, seldom needed here

        return tuple(extract_claims(read_article(self.path)))


def check_articles(root: Path, claims_dir: Path, shown: str, read: dict[str, Read]) -> Iterator[Problem]:
    """What is wrong with the articles in `data/` and their `claims.jsonl`; what can be read goes into `read`."""
    data = root / "data"
    for path in sorted(data.glob("*.txt")) if data.is_dir() else ():
        if not ARTICLE_ID.fullmatch(path.stem):
            yield problem("T202", f"data/{path.name}", None, f"{path.stem!r} is no article's id.")
            continue
        raw = path.read_bytes()
        sha256 = hashlib.sha256(raw).hexdigest()
        yield from _check_declared(path, sha256)
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            yield problem("T202", f"data/{path.name}", None, f"The text is not UTF-8 (byte {error.start}).")
            continue
        if mark := _TURNING.search(text):
            line = text.count("\n", 0, mark.start()) + 1
            yield problem("T203", f"data/{path.name}", line, f"The text holds U+{ord(mark.group()):04X}.")
        claims: list[Claim] = []
        stored = claims_dir / path.stem / "claims.jsonl"
        yield from _check_claims(stored, f"{shown}/{path.stem}", text, sha256, claims)
        read[path.stem] = Read(path, text, sha256, tuple(claims) if stored.is_file() else None)
    for folder in sorted(claims_dir.glob("*/events")):
        work = folder.parent.name
        if not work.startswith("_") and not any(one.partition("@")[0] == work for one in read):
            yield problem(
                "T202", f"{shown}/{work}", None, f"There are events on {work!r}, but no text data/{work}.txt."
            )


def _check_declared(path: Path, sha256: str) -> Iterator[Problem]:
    shown = f"data/{path.stem}.toml"
    try:
        declared = tomllib.loads(path.with_name(f"{path.stem}.toml").read_text("utf-8"))
    except FileNotFoundError:
        yield problem("T202", shown, None, f"data/{path.name} has no declared facts beside it.")
        return
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        yield problem("T202", shown, None, f"The declared facts are not TOML ({error}).")
        return
    if "sha256" not in declared:
        yield problem("T202", shown, None, "No sha256 is declared.")
    elif declared["sha256"] != sha256:
        yield problem("T201", f"data/{path.name}", None, f"The SHA-256 is {sha256[:12]}…, not the declared one.")


def _check_claims(path: Path, shown: str, text: str, sha256: str, found: list[Claim]) -> Iterator[Problem]:
    if not path.is_file():
        return
    raw, shown = path.read_bytes(), f"{shown}/claims.jsonl"
    if marker := _MERGE.search(raw):
        line = raw.count(b"\n", 0, marker.start()) + 1
        yield problem("T204", shown, line, "The file holds the marks of a merge that was not finished.")
        return
    for number, line_ in enumerate(raw.split(b"\n")[: -1 if raw.endswith(b"\n") else None], 1):
        try:
            row = msgspec.json.decode(line_)
            claim = msgspec.convert(row, Claim)
        except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
            yield problem("T204", shown, number, f"This line is no claim ({str(error).split(' - ')[0]}).")
            continue
        if row.get("sha256") not in (None, sha256) or text[claim.start : claim.end] != claim.exact:
            yield problem("T205", shown, number, "The claim's words do not stand in the text at its span.")
            return
        found.append(claim)


def check_captures(claims_dir: Path, shown: str) -> Iterator[Problem]:
    """Captured files whose bytes are not those their names are the digest of. They need not be there."""
    for path in sorted(claims_dir.glob("*/evidence/*")):
        named = _CAPTURE.fullmatch(path.name)
        if named and not path.name.endswith((".txt", ".json")) and path.is_file():
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            if digest != named.group(1):
                place = f"{shown}/{path.parent.parent.name}/evidence/{path.name}"
                yield problem("T208", place, None, "The bytes are not those that the file's name is the digest of.")
