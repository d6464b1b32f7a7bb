"""Part files: their columns, and how one comes to stand under its name whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.claim import Claim
from factcheck.corpora.records import DECLARED, CorpusError

TABLES = ("claims", "articles", "answers", "refused")
_TEXT, _WHOLE, _REAL, _FLAG = pa.string(), pa.int64(), pa.float64(), pa.bool_()


def _struct(text: str, whole: str = "start end", real: str = "", flag: str = "") -> Any:
    kinds = ((whole, _WHOLE), (text, _TEXT), (real, _REAL), (flag, _FLAG))
    return pa.list_(pa.struct([(name, kind) for names, kind in kinds for name in names.split()]))


_OF_CLAIM: dict[str, Any] = {
    "quantities": _struct("exact kind unit noun", real="low high"),
    "dates": _struct("exact kind low high iso grain basis clock", flag="settled weekday_fits"),
    "places": _struct("exact country"),
    "rules": pa.list_(_TEXT),
    "checkworthy_score": _REAL,
    **dict.fromkeys(("start", "end", "cue_start", "cue_end", "speaker_start", "speaker_end"), _WHOLE),
    **dict.fromkeys(("denied", "checkworthy", "quote_check"), _FLAG),
}
_SIDE = (("article", _TEXT), ("claim", _TEXT), ("voice", _TEXT), ("low", _REAL), ("high", _REAL))
SCHEMAS: dict[str, Any] = {
    "claims": pa.schema(
        [(name, _TEXT) for name in ("article", "outlet", "voice", "sentence")]
        + [(field.name, _OF_CLAIM.get(field.name, _TEXT)) for field in fields(Claim)]
    ),
    "articles": pa.schema(
        [("article", _TEXT), ("part", _WHOLE), ("place", _WHOLE), ("sha256", _TEXT), ("n_chars", _WHOLE),
         ("n_claims", _WHOLE), ("lang", _TEXT), ("page_date", _TEXT)]
        + [(f"declared_{name}", _TEXT) for name in DECLARED]
        + [("found_page_date", _TEXT), ("found_sources", pa.list_(_TEXT)), ("warnings", pa.list_(_TEXT)),
           ("signature", pa.binary()), ("text", _TEXT)]
    ),
    "answers": pa.schema(
        [(name, _TEXT) for name in ("article", "claim", "block", "voice", "relay", "mode")]
        + [(name, _REAL) for name in ("low", "high", "reach")]
        + [("scope", _TEXT), ("part", _FLAG), ("newer", _FLAG), ("words", _TEXT)]
    ),
    "refused": pa.schema([("article", _TEXT), ("part", _WHOLE), ("place", _WHOLE), ("reason", _TEXT)]),
    "groups": pa.schema([("article", _TEXT), ("group", _TEXT)]),
    "disagreements": pa.schema(
        [("block", _TEXT)]
        + [(f"{side}_{name}", kind) for side in ("first", "second") for name, kind in _SIDE]
        + [("interval", _TEXT), ("relation", _TEXT)]
    ),
}  # fmt: skip


def part_path(out: str | Path, table: str, number: int) -> Path:
    return Path(out) / table / f"part-{number:06d}.parquet"


def write_part(out: str | Path, table: str, number: int, rows: Sequence[dict[str, Any]] | Any) -> str:
    """Write the rows (dicts, or a table of Arrow) as a part file; the SHA-256 of its bytes comes back."""
    schema = SCHEMAS[table]
    found = rows.cast(schema) if isinstance(rows, pa.Table) else pa.Table.from_pylist(list(rows), schema)
    sink = pa.BufferOutputStream()
    pq.write_table(found, sink, compression="zstd", row_group_size=1 << 16)
    return write_whole(part_path(out, table, number), sink.getvalue().to_pybytes())


def write_whole(path: Path, data: bytes) -> str:
    """Put `data` at `path` in one step, on the disk when this returns; its SHA-256 comes back."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")  # an orphan of a killed run may still write its own
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CorpusError(f"{path} cannot be written ({error.strerror}); make room and start again.") from None
    return hashlib.sha256(data).hexdigest()


def digest_at(path: Path) -> str | None:
    """The SHA-256 of a file; `None` where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def keep_step(out: str | Path, name: str, inputs: str, step: dict[str, Any]) -> dict[str, Any]:
    """Note a step of a run as done on `inputs`, a digest of all it rests on; `step`, which comes back, has under
    `sha256` the digests of the files it wrote, by their paths below `out`."""
    write_whole(_step_path(out, name), msgspec.json.encode({"inputs": inputs, "step": step}))
    return step


def kept_step(out: str | Path, name: str, inputs: str) -> dict[str, Any] | None:
    """What a step came to that was done on the same inputs and whose files all stand; `None` where it is to be done."""
    try:
        found = msgspec.json.decode(_step_path(out, name).read_bytes())
        step: dict[str, Any] = found["step"]
        whole = all(digest_at(Path(out) / path) == sha256 for path, sha256 in step["sha256"].items())
        return step if whole and found["inputs"] == inputs else None
    except (OSError, msgspec.DecodeError, KeyError, TypeError, AttributeError):
        return None


def _step_path(out: str | Path, name: str) -> Path:
    return Path(out) / "_run" / "done" / f"{name}.json"
