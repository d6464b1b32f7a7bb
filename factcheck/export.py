"""A table taken away: CSV, XLSX, Parquet or JSON lines. What is written can be read back whole, but for Excel's copies.

CSV: UTF-8 without a mark, RFC 4180 with every text in quotes, so that a missing value (nothing at all) and an empty
text (`""`) stay apart; lists are JSON in their cell. JSON lines: one row a line, missing is `null`. For spreadsheets
(`excel=True`, or XLSX) a text a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from factcheck.errors import ExportError
from factcheck.table import dtype_of, typed

MAX_CELL = 32_767  # characters in a cell of Excel
MAX_SHEET = 1_048_575  # rows below the head of a sheet
# What opens a formula, also behind what some locales split lines at (OWASP: CSV injection), and its full-width forms.
_FORMULA = re.compile("(^|[;\t\r\n])(?=[ \u00a0]*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
_STARTS_ODD = re.compile("^(?=[\t\r\n])")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*%?")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def export_table(table: pd.DataFrame, to: str | Path, *, excel: bool = False, lang: str = "ar") -> Path:
    """Write a table to a file whose ending names the format (.csv, .xlsx, .parquet, .jsonl); its path comes back.

    `excel` makes the CSV one for Excel; `lang` `ar` lays the XLSX sheet from the right. Raises `ExportError` for
    another ending, a package that is missing, or a file that cannot be written.
    """
    to = Path(to)
    if to.suffix not in _WRITERS:
        raise ExportError(f"{to} has no ending that names a format; it can be {', '.join(_WRITERS)}.")
    if excel and to.suffix != ".csv":
        raise ExportError(f"--excel goes with a .csv file; {to.suffix} needs nothing for Excel.")
    table = without_bare_denials(table)
    data = to_csv(table, excel=True) if excel else _WRITERS[to.suffix](table, lang)
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(data)
    except OSError as error:
        raise ExportError(f"{to} cannot be written ({error.strerror}); choose another folder.") from None
    return to


def without_bare_denials(table: pd.DataFrame) -> pd.DataFrame:
    """The table without the bare words of denied claims, which read alone say the opposite; `sentence` says it whole.

    `start` and `end` still point at them.
    """
    if not {"denied", "exact"} <= set(table.columns):
        return table
    return table.assign(exact=table["exact"].where(~table["denied"].fillna(False).astype(bool)))


def read_export(path: str | Path) -> pd.DataFrame:
    """The table a .csv, .jsonl or .parquet of this house holds, equal to the one written. Raises `ExportError`."""
    path = Path(path)
    try:
        if path.suffix == ".csv":
            return from_csv(path.read_bytes())
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
            return _from_plain(rows, list(rows[0]) if rows else [])
        if path.suffix == ".parquet":
            _needs("pyarrow", "parquet")
            found = pd.read_parquet(path)
            return _from_plain(list(_named(found)), list(found.columns))
    except (OSError, ValueError, KeyError) as error:
        raise ExportError(f"{path} cannot be read as an export ({error}).") from None
    raise ExportError(f"{path} cannot be read back; it can be a .csv, .jsonl or .parquet file.")


def to_csv(table: pd.DataFrame, *, excel: bool = False) -> bytes:
    """The table as CSV. With `excel`: a byte order mark first, and formulas neutralised."""
    shown: Callable[[str], str] = harmless if excel else str
    lines = [",".join(_quoted(str(name)) for name in table.columns)]
    lines += [",".join(_csv_cell(value, shown) for value in row) for row in _plain_rows(table)]
    text = "".join(f"{line}\r\n" for line in lines)
    return text.encode("utf-8-sig" if excel else "utf-8")


def from_csv(data: bytes) -> pd.DataFrame:
    """The table a CSV of this house holds."""
    head, *rows = _records(data.decode("utf-8"))
    names = [str(name) for name in head]
    return _from_plain([dict(zip(names, row, strict=True)) for row in rows], names)


def harmless(text: str) -> str:
    """A text for a spreadsheet: an apostrophe before what would begin a formula; what is just a number is left."""
    if _NUMBER.fullmatch(text):
        return text
    return _STARTS_ODD.sub("'", _FORMULA.sub(r"\1'", text))


def to_jsonl(table: pd.DataFrame) -> bytes:
    """The table as JSON lines: one row a line, every column in every line."""
    return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in _named(table)).encode()


def to_parquet(table: pd.DataFrame) -> bytes:
    """The table as Parquet: lists as JSON texts, everything else in its own type."""
    _needs("pyarrow", "parquet")
    lists = [name for name in table.columns if table[name].dtype == object]
    flat = table.assign(**{name: [_json(value) for value in table[name]] for name in lists})
    buffer = io.BytesIO()
    flat.to_parquet(buffer, engine="pyarrow", index=False)
    return buffer.getvalue()


def to_xlsx(table: pd.DataFrame, lang: str = "ar") -> bytes:
    """The table as a workbook of one sheet, from the right in Arabic; every text is a text and begins no formula."""
    _needs("openpyxl", "excel")
    if len(table) > MAX_SHEET:
        raise ExportError(f"The table has {len(table):,} rows; a sheet holds {MAX_SHEET:,}: write .parquet or .csv.")
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet("claims")
    sheet.sheet_view.rightToLeft = lang == "ar"
    sheet.freeze_panes = "A2"
    for number, name in enumerate(table.columns):
        sheet.column_dimensions[_letters(number)].width = 60 if name in ("sentence", "exact", "text", "passage") else 18

    def cell(value: Any, head: bool = False) -> Any:
        one = WriteOnlyCell(sheet, value=_sheet_value(value))
        if isinstance(one.value, str):
            one.data_type = "s"
        one.alignment = Alignment(vertical="top", wrap_text=isinstance(one.value, str))
        if head:
            one.font = Font(bold=True)
        return one

    sheet.append([cell(str(name), head=True) for name in table.columns])
    for row in _plain_rows(table):
        sheet.append([cell(value) for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


_WRITERS: dict[str, Callable[[pd.DataFrame, str], bytes]] = {
    ".csv": lambda table, _: to_csv(table),
    ".xlsx": to_xlsx,
    ".parquet": lambda table, _: to_parquet(table),
    ".jsonl": lambda table, _: to_jsonl(table),
}


def _plain_rows(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows as plain Python values: `None` for what is missing, times as ISO 8601 in UTC."""
    columns = [[_plain(value) for value in table[name]] for name in table.columns]
    return zip(*columns, strict=True) if columns else iter(())


def _named(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    names = [str(name) for name in table.columns]
    return (dict(zip(names, row, strict=True)) for row in _plain_rows(table))


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict | str):
        return value
    if isinstance(value, tuple):
        return list(value)
    if pd.isna(value):
        return None
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    return value.item() if hasattr(value, "item") else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _csv_cell(value: Any, shown: Callable[[str], str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return _quoted(shown(value if isinstance(value, str) else _json(value)))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _records(text: str) -> Iterator[list[Any]]:
    """The records of a CSV: texts in quotes as `str`, nothing as `None`, anything bare as the JSON value it is."""
    record: list[Any] = []
    for found in _CELL.finditer(text):
        quoted, bare, end = found.group("quoted", "bare", "end")
        record.append(quoted.replace('""', '"') if quoted is not None else json.loads(bare) if bare else None)
        if end != ",":
            yield record
            record = []


_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<bare>[^",\r\n]*+))(?P<end>,|\r\n)')


def _from_plain(rows: list[dict[str, Any]], names: list[str]) -> pd.DataFrame:
    """Rows of plain values as the typed table; JSON texts are read where a column holds lists."""
    lists = [name for name in names if dtype_of(name) == "object"]
    for row in rows:
        for name in lists:
            if isinstance(row[name], str):
                row[name] = json.loads(row[name])
    return typed(rows, names)


def _sheet_value(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    text = _NOT_XML.sub("\ufffd", value if isinstance(value, str) else _json(value))
    return harmless(text)[:MAX_CELL]


def _letters(number: int) -> str:
    high, low = divmod(number, 26)
    return (chr(64 + high) if high else "") + chr(65 + low)


def _needs(package: str, extra: str) -> None:
    from importlib.util import find_spec

    if find_spec(package) is None:
        raise ExportError(
            f"This format needs the package {package}; install it with: pip install 'factcheck[{extra}]'."
        )
