"""Many articles in columns: the twin gives what the plain reading gives; voices of one origin count once."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.accounts.pairs import LISTED, Value, pair_values
from factcheck.article import Article
from factcheck.corpora.across import across
from factcheck.corpus import answers_table, compare_accounts, independent_voices, voices_matrix
from factcheck.extract.claims import extract_claims
from factcheck.reading import read

bounds = st.one_of(st.none(), st.integers(0, 6).map(float))


@st.composite
def values(draw: st.DrawFn) -> Value:
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Value(
        block=draw(st.integers(0, 3)),
        voice=draw(st.sampled_from("abcde")),
        low=low,
        high=high,
        reach=draw(st.sampled_from([0.0, 0.0, 1.0])),
        scope=draw(st.sampled_from(["", "", "loss", "paid"])),
        part=draw(st.booleans()),
        newer=draw(st.booleans()),
        remaining=draw(st.booleans()),
    )


def columns(given_values: list[Value]) -> pd.DataFrame:
    return pd.DataFrame(given_values, columns=list(Value._fields))


def listed(pairs: pd.DataFrame) -> set[tuple[int, int, str, str]]:
    return set(pairs.astype({"interval": str, "relation": str}).itertuples(index=False, name=None))


@given(st.lists(values(), max_size=60))
@settings(max_examples=600, deadline=None)
def test_the_columns_give_the_pairs_the_plain_reading_gives(given_values: list[Value]) -> None:
    found = compare_accounts(columns(given_values))
    assert listed(found) == set(map(tuple, pair_values(given_values)))
    assert len(found) == len(pair_values(given_values))


def test_the_columns_agree_where_they_are_cut_into_parts() -> None:
    many = [
        Value(block=i * 7919 % 20000, voice=f"v{i % 11}", low=float(i % 13), high=None if i % 5 else float(i % 13 + 2))
        for i in range(150_000)
    ]
    assert listed(compare_accounts(columns(many))) == set(map(tuple, pair_values(many)))


def test_a_hot_block_costs_a_fixed_number_of_pairs_an_answer() -> None:
    hot = [Value("one question", f"voice {i}", float(i), float(i)) for i in range(5000)]
    assert len(pair_values(hot)) < 5000 * LISTED
    assert len(compare_accounts(columns(hot))) == len(pair_values(hot))


def test_one_voice_and_equal_values_make_no_pair() -> None:
    same = [Value("q", "a", 1, 1), Value("q", "a", 2, 2), Value("q", "b", 1, 1), Value("p", "c", 3, 3)]
    assert [(pair.first, pair.second) for pair in pair_values(same)] == [(1, 2)]


def reading(name: str, text: str, outlet: str) -> pd.DataFrame:
    article = Article(id=name, text=text, sha256="0" * 64, lang="en", outlet=outlet)
    return answers_table(article, extract_claims(article))


def test_who_said_what_across_articles_and_what_a_voice_leaves_open() -> None:
    answers = pd.concat(
        [
            reading("one", "Police said the fire killed 14 people. The union said the fire killed 17 people.", "Daily"),
            reading("two", "The ministry said the fire killed at least 12 people.", "Courier"),
        ],
        ignore_index=True,
    )
    assert answers["block"].nunique() == 1
    pairs = compare_accounts(answers).astype({"relation": str})
    assert sorted(pairs["relation"]) == ["compatible", "compatible", "contradicts"]
    matrix = voices_matrix(answers)
    assert matrix.shape == (1, 3)
    anchor = answers["claim"].iloc[-1][:8]
    assert f"≥ 12 (indirect_speech, {anchor})" in matrix.to_numpy().ravel()


def test_outlets_that_carry_the_same_words_are_one_origin() -> None:
    text = "Police said the fire in the warehouse killed 14 people."
    answers = pd.concat([reading("one", text, "Daily"), reading("two", text, "Courier")], ignore_index=True)
    other = reading("three", "The mayor said the fire killed 14 people.", "Herald")
    counted = independent_voices(pd.concat([answers, other], ignore_index=True))
    assert counted["articles"].tolist() == [3]
    assert counted["origins"].tolist() == [2]


def test_outlets_that_carry_nearly_the_same_words_are_one_origin() -> None:
    text = "The fire in the old paper warehouse near the harbour bridge killed 14 people"
    one, two = reading("one", f"{text}.", "Daily"), reading("two", f"{text} overnight.", "Courier")
    other = reading("three", text.replace("14", "19") + ".", "Herald")
    counted = independent_voices(pd.concat([one, two, other], ignore_index=True))
    assert counted["voices"].tolist() == [3]
    assert counted["origins"].tolist() == [2]


def test_two_sources_that_agree_in_a_few_words_are_two_origins() -> None:
    one = reading("one", "Police said the fire killed 14 people.", "Daily")
    two = reading("two", "The ministry said the fire killed 14 people.", "Courier")
    assert independent_voices(pd.concat([one, two], ignore_index=True))["origins"].tolist() == [2]


def test_the_one_agency_of_a_sources_line_is_where_the_articles_own_words_come_from() -> None:
    told = {"Daily": "The fire killed 14 people.", "Courier": "Fourteen people died when the old warehouse burned."}
    tables = []
    for outlet, text in told.items():
        article = Article(id=outlet.lower(), text=text, sha256="0" * 64, lang="en", outlet=outlet)
        tables.append(answers_table(article, extract_claims(article), ["Reuters"]))
    answers = pd.concat(tables, ignore_index=True)
    assert set(answers["relay"]) == {"Reuters"}
    assert set(independent_voices(answers)["origins"]) == {1}
    article = Article(id="one", text=told["Daily"], sha256="0" * 64, lang="en", outlet="Daily")
    for several in (["Reuters", "AFP"], ["agencies"]):
        assert answers_table(article, extract_claims(article), several)["relay"].isna().all()


def test_articles_beside_each_other_show_values_modes_claims_and_who_is_silent() -> None:
    texts = {
        "one": "Police said the fire killed 14 people. The union said 300 workers joined the strike.",
        "two": "The ministry said the fire killed at least 12 people.",
        "three": "The mayor opened a new school in the valley.",
    }
    articles = [Article(id=name, text=text, sha256="0" * 64, lang="en") for name, text in texts.items()]
    (question,) = across([(article, read(article)) for article in articles], "en")
    assert question["not_addressed"] == ["three"]
    assert {(a["article"], a["value"], a["mode"]) for a in question["answers"]} == {
        ("one", "14", "indirect_speech"),
        ("two", "≥ 12", "indirect_speech"),
    }
    assert [pair["relation"] for pair in question["pairs"]] == ["compatible"]
    assert (question["voices"], question["origins"], question["articles"]) == (2, 2, 2)
