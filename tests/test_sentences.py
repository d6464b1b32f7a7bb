"""Sentences: exact, never across a line, never through a quotation; beside sentencex where both should agree."""

from __future__ import annotations

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.quotations import find_quotations
from factcheck.extract.sentences import find_sentences

CASES = {
    "ar": [
        ("وصل الوفد صباحا. وغادر مساء.", ["وصل الوفد صباحا.", "وغادر مساء."]),
        ("بلغ المعدل 3.4 في المئة. كان 2.1 قبل عام.", ["بلغ المعدل 3.4 في المئة.", "كان 2.1 قبل عام."]),
        ("قال د. سامي إنه راض. ثم خرج.", ["قال د. سامي إنه راض.", "ثم خرج."]),
        ("من فاز؟ لا أحد! انتهى كل شيء…", ["من فاز؟", "لا أحد!", "انتهى كل شيء…"]),
        ("التضخم يتباطأ.. والمعارضة تنتقد", ["التضخم يتباطأ..", "والمعارضة تنتقد"]),
        ("سطر أول\nسطر ثان", ["سطر أول", "سطر ثان"]),
        ("قال: «نعم. لن نعود.» وأضاف أنه متعب.", ["قال: «نعم. لن نعود.»", "وأضاف أنه متعب."]),
        ('قال: " نعم. لن نعود ". وأضاف أنه متعب.', ['قال: " نعم. لن نعود ".', "وأضاف أنه متعب."]),
    ],
    "en": [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        (
            "Mr. Hale met Dr. Ito at 5 p.m. on Friday. It rained.",
            ["Mr. Hale met Dr. Ito at 5 p.m. on Friday.", "It rained."],
        ),
        ("It sued Acme Co. The firm won.", ["It sued Acme Co.", "The firm won."]),
        ("He met Mr. A. Hale of St. Ives.", ["He met Mr. A. Hale of St. Ives."]),
        ("Forty were ill. The school shut.", ["Forty were ill.", "The school shut."]),
        ("He said no. The mayor left.", ["He said no.", "The mayor left."]),
        ("Berths in Peoria, Ill. Canal No. 5 are shut.", ["Berths in Peoria, Ill. Canal No. 5 are shut."]),
        ("The U.S. exported 3.5 tonnes. Japan did not.", ["The U.S. exported 3.5 tonnes.", "Japan did not."]),
        ('"We came. We saw," he said. Nobody wrote.', ['"We came. We saw," he said.', "Nobody wrote."]),
        ('"Why?" asked the judge. No answer.', ['"Why?" asked the judge.', "No answer."]),
        ("It left at 2:40 p.m. Monday. It sank.", ["It left at 2:40 p.m. Monday.", "It sank."]),
        ("It opens by 7 a.m. Sept. 3. It shuts late.", ["It opens by 7 a.m. Sept. 3.", "It shuts late."]),
        ("It left at 2:40 p.m. Nobody saw it.", ["It left at 2:40 p.m.", "Nobody saw it."]),
        ("It left at 2:40 p.m. May saw it.", ["It left at 2:40 p.m.", "May saw it."]),
        ("J. R. Moss won. No. 4 lost.", ["J. R. Moss won.", "No. 4 lost."]),
    ],
}


@pytest.mark.parametrize(
    ("lang", "text", "expected"), [(lang, *case) for lang, cases in CASES.items() for case in cases]
)
def test_sentences_end_where_readers_end_them(lang: str, text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end].strip() for s in find_sentences(text, lang)] == expected


ALIKE = {
    "ar": "أعلنت البلدية إغلاق الجسر. وقالت إن الأعمال ستستمر شهرين. هل يكفي ذلك؟ لا يعتقد السكان! وسيبدأ العمل غدا.",
    "en": "The council closed the bridge. Work will last two months. Is that enough? Few believe it! It starts now.",
}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_plain_prose_is_cut_as_sentencex_cuts_it(lang: str) -> None:
    text = ALIKE[lang]
    theirs = [sentence.strip() for sentence in sentencex.segment(lang, text)]
    assert [text[s.start : s.end].strip() for s in find_sentences(text, lang)] == theirs


ODD = st.text(alphabet=st.sampled_from(list("ابجدو .؟!…«»\"'“”،:\n\r\t(aBc1٢.\u200f\u064b\u0640😀\x00")), max_size=120)


@given(ODD, st.sampled_from(["ar", "en"]))
def test_sentences_are_in_order_apart_and_within_one_line(text: str, lang: str) -> None:
    end = 0
    for sentence in find_sentences(text, lang):
        assert end <= sentence.start < sentence.end <= len(text)
        assert "\n" not in text[sentence.start : sentence.end]
        end = sentence.end


@given(ODD, st.sampled_from(["ar", "en"]))
def test_no_sentence_ends_inside_a_quotation(text: str, lang: str) -> None:
    ends = [s.end for s in find_sentences(text, lang)]
    for quotation in find_quotations(text, lang):
        assert not [e for e in ends if quotation.start < e < quotation.end]


@given(ODD)
def test_every_word_stands_in_a_sentence(text: str) -> None:
    covered = "".join(text[s.start : s.end] for s in find_sentences(text, "ar"))
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]
