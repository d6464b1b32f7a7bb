"""Tokens and their look-up spelling."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.article import Article
from factcheck.reading import read
from factcheck.text import tokenise


@given(st.text(alphabet="ـكم َ١2«،. \n-\u200f", max_size=30))
def test_no_token_is_without_a_spelling(text: str) -> None:
    tokens = tokenise(text)
    assert all(token.form and text[token.start : token.end].strip() for token in tokens if token.kind != "line")
    assert all(before.end <= after.start for before, after in pairwise(tokens))


def test_a_tatweel_that_lengthens_no_letter_is_a_dash() -> None:
    kinds = [(token.form, token.kind) for token in tokenise("كلمـــة ــ حسب")]
    assert kinds == [("كلمة", "word"), ("–", "mark"), ("حسب", "word")]


def test_an_aside_between_long_tatweels_is_read() -> None:
    text = "وبلغ عدد الحضور ــ حسب إدارة الملعب ــ ٨٤٠٠ متفرج، فيما تحدثت الرابطة عن ١٢ ألفا."
    assert read(Article("case", text, "0" * 64, "ar")).claims
