"""Reading a text file and what is declared beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.article import find_lang, read_article, slug
from factcheck.errors import ArticleError

ROOT = Path(__file__).parent.parent
ARABIC = "قالت الوزارة إن الأسعار ارتفعت."


def test_the_text_is_the_bytes_as_they_came(tmp_path: Path) -> None:
    data = "\ufeff  سطر\r\nآخر \n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    article = read_article(tmp_path / "a.txt")
    assert article.text.encode() == data and article.lang == "ar" and article.page_date is None


def test_declared_facts_come_from_the_toml_beside_it() -> None:
    article = read_article(ROOT / "data" / "vostochny-summit.txt")
    assert article.id == "vostochny-summit" and article.outlet == "العربي"
    assert article.page_date == date(2024, 10, 30) and article.published is None
    assert len(article.text) == 3803 and article.sha256.startswith("c37a9eae0337")


def test_what_is_given_overrides_what_is_declared() -> None:
    article = read_article(ROOT / "data" / "vostochny-summit.txt", page_date="2023-09-13", lang="en")
    assert article.page_date == date(2023, 9, 13) and article.lang == "en"


BAD_FILES = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\r\n\t", "is empty"),
    "utf-16": (ARABIC.encode("utf-16"), "is UTF-16"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", "binary file"),
    "pdf": (b"%PDF-1.7 ...", "binary file"),
    "windows-1256": (ARABIC.encode("windows-1256"), "is not UTF-8"),
    "cut in a character": (ARABIC.encode()[:-2], "is not UTF-8"),
    "russian": ("Правительство объявило о новом бюджете на год".encode(), "language"),
    "persian": ("وزیر گفت که پروژه چهارم آغاز می‌شود و ژاپن کمک می‌کند به گزارش پایگاه خبری".encode(), "language"),
    "french": (
        "Le ministre des finances a déclaré mardi que les prix ont augmenté dans tout le pays cette année.".encode(),
        "language",
    ),
    "digits": (b"12 345 67", "language"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_holds_no_article_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    data, says = BAD_FILES[name]
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(ArticleError, match=says) as error:
        read_article(tmp_path / "a.txt")
    assert str(error.value).endswith(".") or str(error.value).endswith(")")


def test_an_archive_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARABIC * 200_000, "utf-8")
    with pytest.raises(ArticleError, match="is larger than 2 MB; give one article a file"):
        read_article(tmp_path / "a.txt")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="There is no file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        read_article(tmp_path)


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("page_date = ", "not valid TOML"),
        ('page_date = "30 October"', "page_date is '30 October'"),
        ("page_date = 20241030", "give a day as YYYY-MM-DD"),
        ('lang = "fa"', "The language 'fa' is not known"),
        ('sha256 = "00"', "have changed"),
        ("outlet = 7", "outlet is 7"),
    ],
)
def test_a_bad_declaration_is_refused_in_a_sentence(tmp_path: Path, toml: str, says: str) -> None:
    (tmp_path / "a.txt").write_text(ARABIC, "utf-8")
    (tmp_path / "a.toml").write_text(toml, "utf-8")
    with pytest.raises(ArticleError, match=says):
        read_article(tmp_path / "a.txt")


def test_the_language_is_that_of_most_letters() -> None:
    assert find_lang("أطلقت الشركة هاتف iPhone الجديد في السوق المحلية") == "ar"
    assert find_lang("The minister said that القاهرة was the place of the talks") == "en"


def test_a_slug_is_an_id_or_nothing() -> None:
    assert slug("My Story (2024)") == "my-story-2024"
    assert slug("قمة") == ""
    assert len(slug("x" * 99)) == 64
