"""Quotations in all their spacings: paired line by line, marks left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.quotations import find_quotations

CASES = [
    ("ar", "قال: «سنعود غدا».", ["سنعود غدا"]),
    ("ar", 'إن البلد يخوض"حربا طويلة"، وفق تعبيره', ["حربا طويلة"]),
    ("ar", 'قالت صحيفة " الضفة " إن الأمر " خطير "', ["الضفة", "خطير"]),
    ("ar", "قال “نعم” ثم „لا“", ["نعم", "لا"]),
    ("ar", "قالت الهيئة :”إن الباب مغلق”", ["إن الباب مغلق"]),
    ("ar", "قال :”نعم” على منصة “إكس”", ["نعم", "إكس"]),
    ("ar", '«قال لي: "تعال" فذهبت»', ['قال لي: "تعال" فذهبت']),
    ("ar", 'قال: "لم ننته بعد', ["لم ننته بعد"]),
    ("ar", 'طوله 5" فقط', []),
    ("ar", 'كلمة" بلا بداية', []),
    ("en", "He called it 'a fair price' at the workers' meeting.", ["a fair price"]),
    ("en", "It's John's view, she said.", []),
    ("en", "“It’s over,” she said.", ["It’s over,"]),
    ("en", "She called it ”a fair price” and left. ”It is,” he said.", ["a fair price", "It is,"]),
    ("en", "A pipe 5” wide burst.", []),
    ("en", 'She said: "One.\nTwo."', ["One."]),
    ("en", "She said: “One.\n\nTwo,” she said. “Three.”", ["One.", "Two,", "Three."]),
    ("en", "“One,” she said. “Two.\n“Three.”", ["One,", "Two.", "Three."]),
    ("en", "The “old mill was shut.\nTwo.”", ["Two."]),
    ("en", "It was “shut”.\nTwo.” Three.", ["shut"]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_quotations_are_the_words_between_marks(lang: str, text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text, lang)] == expected


@given(st.text(alphabet=st.sampled_from(list("اب ج.«»\"'“”„‘’:\nxY1")), max_size=80), st.sampled_from(["ar", "en"]))
def test_quotations_never_overlap_nor_cross_lines(text: str, lang: str) -> None:
    end = 0
    for quotation in find_quotations(text, lang):
        assert end <= quotation.start < quotation.end <= len(text)
        assert "\n" not in text[quotation.start : quotation.end]
        end = quotation.end


@given(st.lists(st.sampled_from(["قال", "نعم", "لا", "ثم"]), min_size=1, max_size=8))
def test_a_quoted_line_is_one_quotation(words: list[str]) -> None:
    line = " ".join(words)
    text = f"سطر\n«{line}»\nسطر"
    assert [text[q.start : q.end] for q in find_quotations(text)] == [line]
