"""Words of one direction inside a text of the other: isolated, once, and never cut open."""

from __future__ import annotations

import copy
import pickle
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from factcheck.accounts import accounts_sentence
from factcheck.article import Article
from factcheck.charts import accounts_chart, accounts_summary, claimants_chart
from factcheck.charts.dress import mixed, shorten, wrap
from factcheck.extract.claims import extract
from factcheck.lang.direction import Told, balanced, own_order, quoted, spoken
from factcheck.lang.interface import say
from factcheck.reading import Reading, finish_reading
from factcheck.table import accounts_table, claims_table

ROOT = Path(__file__).parents[1]
ENGLISH = (
    "Police said more than 60,000 litres leaked into the lake. "
    "The water company put the spill at about 40,000 litres. The company called it minor."
)
ARABIC = "قالت الشرطة إن 14 شخصًا قُتلوا في الانهيار. وقالت وزارة الصحة إن 19 شخصًا قُتلوا."


def read(text: str, lang: str) -> tuple[Article, Reading]:
    article = Article(id="case", text=text, sha256="0" * 64, lang=lang)
    return article, finish_reading(article, extract(article))


@pytest.mark.parametrize(
    ("words", "lang", "isolated"),
    [
        ("more than 60,000 litres", "ar", True),
        ("شركة Kestrel", "ar", True),
        ("وزارة الصحة", "ar", False),
        ("وزارة الصحة", "en", True),
        ("60,000", "ar", False),
        ("7:40 p.m.", "en", False),
        (quoted("KN-23"), "ar", False),
    ],
)
def test_only_words_of_the_other_direction_are_isolated(words: str, lang: str, isolated: bool) -> None:
    assert own_order(words, lang) == (quoted(words) if isolated else words)
    assert spoken(own_order(words, lang)) == spoken(words)


def test_a_message_isolates_what_is_filled_in() -> None:
    assert say("chart.own_voice", "ar", outlet="Lake Herald").startswith("\u2068Lake Herald\u2069")
    assert say("chart.own_voice", "en", outlet="جريدة الوادي").startswith("\u2068جريدة الوادي\u2069")
    assert not re.search("[\u2066-\u2069]", say("chart.own_voice", "ar", outlet="جريدة الوادي"))


@pytest.mark.parametrize(("text", "lang", "other"), [(ENGLISH, "en", "ar"), (ARABIC, "ar", "en")])
def test_a_sentence_on_accounts_of_the_other_language_isolates_each_voice_and_value(
    text: str, lang: str, other: str
) -> None:
    article, reading = read(text, lang)
    pair = reading.disagreements[0]
    told = accounts_sentence(pair, other)
    letters = "[A-Za-z]" if other == "ar" else "[\u0620-\u064a]"
    assert re.search(letters, told)
    assert not re.search(letters, re.sub("\u2068[^\u2069]*\u2069", "", told)), told
    assert not re.search("[\u2066-\u2069]", accounts_sentence(pair, lang))
    table = accounts_table([pair], reading.claims, article)
    assert set(table[f"relation_{other}"]) == {told}


def test_a_chart_isolates_voices_and_its_subtitle_line_by_line() -> None:
    article, reading = read(ENGLISH, "en")
    spec = accounts_chart(accounts_table(reading.disagreements, reading.claims, article), "ar").to_dict()
    lines = spec["title"]["subtitle"]
    assert any("60,000 litres\u2069" in line for line in lines)
    for line in lines:
        assert len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069"), line
    drawn = str(claimants_chart(claims_table(reading.claims, None, article), "ar").to_dict())
    assert r"\u2068water company\u2069" in drawn or "\u2068water company\u2069" in drawn


def test_what_is_broken_into_lines_or_cut_stays_isolated() -> None:
    assert balanced(["قال \u2068More than", "60,000 litres\u2069 أمس"]) == [
        "قال \u2068More than\u2069",
        "\u206860,000 litres\u2069 أمس",
    ]
    assert balanced(["قال\u2069 \u2068x\u2069\u2069"]) == ["قال \u2068x\u2069"]
    cut = shorten(f"{quoted('A very long name of a newspaper in a town')} (كلام الناشر نفسه)", 30)
    assert cut.count("\u2068") == cut.count("\u2069") == 1
    assert len(wrap("قال المتحدث " + quoted("word " * 30), "ar", 40)) > 2


def test_what_is_isolated_already_is_not_isolated_again() -> None:
    told = f"قالت {quoted('about 40,000 litres')} أمس Kestrel Works"
    assert mixed(told, "ar") == f"قالت {quoted('about 40,000 litres')} أمس {quoted('Kestrel Works')}"
    assert mixed("Kestrel: 1,100,000 tonnes", "ar") == f"{quoted('Kestrel')}: 1,100,000 {quoted('tonnes')}"


def test_the_members_of_a_list_are_parted_as_the_language_parts_them() -> None:
    article, reading = read(ENGLISH, "en")
    table = accounts_table(reading.disagreements, reading.claims, article)
    arabic, english = (accounts_summary(table, lang) for lang in ("ar", "en"))
    assert "؛ " in arabic and ";" not in arabic and "; " in english and "؛" not in english


def outputs(*cells: str) -> list[list[dict[str, Any]]]:
    """What each cell of a notebook shows once it is run."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
    return [cell.outputs for cell in notebook.cells]


def test_a_table_in_a_notebook_shows_arabic_cells_in_their_own_direction() -> None:
    _, table = outputs(
        "import pandas as pd\nfrom factcheck.table import claims_table",
        "pd.DataFrame({'said': ['«قالت» Kestrel.', 'The council, 2 <b>'], 'قال': [1, 2]})",
    )
    shown = table[0]["data"]["text/html"]
    assert '<td dir="auto">«قالت» Kestrel.</td>' in shown and '<th dir="auto">قال</th>' in shown
    assert "<td>The council, 2 &lt;b&gt;</td>" in shown and shown.count('dir="auto"') == 2


def test_a_sentence_of_the_interface_is_its_words_and_is_shown_in_its_own_direction() -> None:
    article, reading = read(ENGLISH, "en")
    table = accounts_table(reading.disagreements, reading.claims, article)
    arabic, english = (accounts_summary(table, lang) for lang in ("ar", "en"))
    assert f"{arabic}" == str(arabic) == f"\u2067{arabic[:]}\u2069" and arabic in {arabic[:]}
    assert "\u2068More than 60,000 litres\u2069" in arabic or "60,000 litres\u2069" in arabic
    assert str(english) == english[:] and str(Told("The mayor of حلب.", "en")) == "\u2066The mayor of حلب.\u2069"
    assert copy.deepcopy(arabic) == pickle.loads(pickle.dumps(arabic)) == arabic
    assert str(copy.deepcopy(arabic)) == str(arabic)


def test_a_notebook_shows_such_a_sentence_from_the_right_and_as_text_never_as_markup() -> None:
    (shown,), (printed,) = outputs(
        "from factcheck.lang.direction import Told\nTold('قال <b>: 3', 'ar')", "print(Told('قال: 3', 'ar'))"
    )
    assert shown["data"]["text/html"] == '<div dir="rtl" lang="ar">قال &lt;b&gt;: 3</div>'
    assert shown["data"]["text/plain"] == "\u2067قال <b>: 3\u2069" and printed["text"] == "\u2067قال: 3\u2069\n"
