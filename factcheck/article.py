"""An article: its text byte for byte as it came, and what people declare about it in the TOML file beside it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from factcheck.errors import ArticleError

LANGUAGES = ("ar", "en")
ARTICLE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}(@[1-9][0-9]*)?")
MAX_BYTES = 2 * 1024 * 1024  # a long article has a tenth of a megabyte; larger files are archives, not articles

_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]+")
_NOT_ARABIC_LANGUAGE = re.compile("[پچژگڈڑٹںھہےۆێەڵڕ]")  # letters of Persian, Urdu and Kurdish
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_ENGLISH = frozenset(
    "the|of|and|to|in|a|is|that|for|on|was|with|as|by|at|he|she|it|from|said|be|has|have|are".split("|")  # noqa: SIM905 - a list of words reads better as one line
)
_PAGE = re.compile(r"\ufeff?\s*<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|a|h[1-6]|ul|li|br|table|td|script|section|article)\b[^<>]*>", re.IGNORECASE)
_DECLARED = ("url", "archived_url", "outlet", "author", "reach", "licence", "captured_by")


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is the file decoded and otherwise untouched; `sha256` is the digest of its bytes.

    `page_date` is the day the page bears, which may be the day of capture; `published` what the publisher states.
    """

    id: str
    text: str
    sha256: str
    lang: str
    page_date: date | None = None
    published: date | None = None
    captured: str | None = None
    captured_by: str | None = None
    url: str | None = None
    archived_url: str | None = None
    outlet: str | None = None
    author: str | None = None
    reach: str | None = None
    licence: str | None = None

    @property
    def work(self) -> str:
        """The id without its capture number: `x@2` is a later capture of `x`, and shares its record."""
        return self.id.partition("@")[0]


def read_article(path: str | Path, *, lang: str | None = None, page_date: date | str | None = None) -> Article:
    """The article in the UTF-8 text file at `path`, with what `<name>.toml` beside it declares.

    `lang` and `page_date` override what is declared; a language neither given nor declared is found from the letters.
    Raises `ArticleError` for a file that is missing, a folder, empty, binary, not UTF-8, too large, declared badly or
    in another language than Arabic or English.
    """
    path = Path(path)
    data = read_text_bytes(path)
    text = decode(data, path)
    declared = read_declared(path.with_name(f"{path.stem}.toml"))
    digest = hashlib.sha256(data).hexdigest()
    if declared.get("sha256") not in (None, digest):
        raise ArticleError(
            f"The bytes of {path} have changed: their SHA-256 is {digest[:12]}…, the declared one "
            f"{str(declared['sha256'])[:12]}…; restore the file, or add the new text as a later capture."
        )
    return Article(
        id=path.stem if ARTICLE_ID.fullmatch(path.stem) else slug(path.stem) or f"article-{digest[:8]}",
        text=text,
        sha256=digest,
        lang=check_lang(lang or declared.get("lang") or find_lang(text, path)),
        page_date=to_date(page_date or declared.get("page_date"), "page_date"),
        published=to_date(declared.get("published"), "published"),
        captured=None if declared.get("captured") is None else str(declared["captured"]),
        **{name: _stated(declared, name) for name in _DECLARED},
    )


def read_text_bytes(path: Path) -> bytes:
    """The bytes of a file that can hold an article, or an `ArticleError` that says why it cannot."""
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder; give the path of a UTF-8 text file.")
        if path.exists() and not path.is_file():
            raise ArticleError(f"{path} is no regular file; give the path of a UTF-8 text file.")
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ArticleError(f"There is no file {path}; give the path of a UTF-8 text file.") from None
    except OSError as error:
        raise ArticleError(f"{path} cannot be read ({error.strerror}); check its permissions.") from None
    return check_text_bytes(data, path)


def check_text_bytes(data: bytes, path: Path) -> bytes:
    """`data` when an article can be in it, neither empty nor larger than one is, else an `ArticleError`."""
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    if not data.strip():
        raise ArticleError(f"{path} is empty; give a file with the article's text.", "told.empty", name=path.name)
    return data


def decode(data: bytes, path: Path) -> str:
    """`data` as UTF-8, or an `ArticleError` that names the likely encoding and the remedy."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleError(
            f"{path} is UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8).", "told.utf_16", name=path.name
        )
    if b"\x00" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\x1f\x8b")):
        raise ArticleError(f"{path} is a binary file; save the article's text as UTF-8.", "told.binary", name=path.name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{path} is not UTF-8 (byte {error.start}); save it so (for Arabic often: iconv -f WINDOWS-1256 -t UTF-8).",
            "told.not_utf_8",
            name=path.name,
            byte=error.start,
        ) from None


def read_declared(path: Path) -> dict[str, Any]:
    """What a TOML file declares about an article; empty where there is no file."""
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ArticleError(f"{path} is not valid TOML ({error}); correct it or delete it.") from None


def check_lang(lang: str) -> str:
    """`lang` when it is one the rules are written for, else an `ArticleError`."""
    if lang not in LANGUAGES:
        raise ArticleError(f"The language {lang!r} is not known; it can be {' or '.join(LANGUAGES)} (--lang).")
    return lang


def find_lang(text: str, path: Path | str = "the text") -> str:
    """`ar` or `en`, from the letters and the commonest English words; an `ArticleError` for any other language."""
    arabic, latin = (sum(map(len, letters.findall(text))) for letters in (_ARABIC, _LATIN))
    other = sum(map(str.isalpha, text)) - arabic - latin
    if arabic > max(latin, other) and len(_NOT_ARABIC_LANGUAGE.findall(text)) * 50 <= arabic:
        return "ar"
    words = re.findall(r"[a-z]+", text.lower())
    if latin > max(arabic, other) and (len(words) < 12 or sum(word in _ENGLISH for word in words) * 10 >= len(words)):
        return "en"
    raise ArticleError(
        f"The language of {path} could not be told; say it with --lang {' or --lang '.join(LANGUAGES)}.",
        "told.language",
    )


def looks_like_page(text: str) -> bool:
    """Whether a text is the source of a page (HTML) and not what a reader sees of it."""
    return bool(_PAGE.match(text)) or len(_TAG.findall(text)) * 200 > max(len(text), 800)


def to_date(value: object, name: str) -> date | None:
    """A day from a TOML date or `YYYY-MM-DD`; `None` where nothing is stated, an `ArticleError` for anything else."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ArticleError(f"{name} is {value!r}; give a day as YYYY-MM-DD.", "told.day", day=str(value))


def _too_large(path: Path) -> ArticleError:
    most = MAX_BYTES // 1024 // 1024
    return ArticleError(
        f"{path} is larger than {most} MB; give one article a file.", "told.too_large", name=path.name, most=most
    )


def _stated(declared: dict[str, Any], name: str) -> str | None:
    value = declared.get(name)
    if value is None or isinstance(value, str):
        return value
    raise ArticleError(f"{name} is {value!r}; declare it as text in quotation marks.")


def slug(name: str) -> str:
    """`name` as an article id, or an empty string where nothing of it can stand in one."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:64].rstrip("-")
