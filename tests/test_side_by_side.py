"""Two sources right after each other: what speaks for a difference is weighed, sign by sign."""

import pytest

from factcheck.accounts import compare_accounts
from factcheck.accounts.side_by_side import DIFFERENCE, DISPUTE, ENOUGH, MUCH, ONE_THING, SURE, WEIGHTS
from factcheck.article import Article
from factcheck.extract.claims import extract_claims

SET_AGAINST = (
    "The chief executive said the bridge had been inspected by engineers in March. "
    "The union, however, said repairs to the bridge were put off by the managers."
)
AT_ODDS = (
    "Accounts differ over the night at the depot. The firm said 40 barrels were lost. "
    "The union said 90 barrels were lost. The firm said 12 people were hurt. The union said 30 people were hurt. "
    "The firm said two lorries burned. The union said seven lorries burned.\n\n"
    "The firm said the gate had been locked by a guard. {}"
)


def _pairs(text: str) -> list[tuple[str, str]]:
    article = Article(id="x", text=text, sha256="0" * 64, lang="en")
    return [(one.dimension, one.relation) for one in compare_accounts(extract_claims(article), text, "en")]


def test_no_sign_is_enough_by_itself_and_no_place_in_the_text_is() -> None:
    assert max(WEIGHTS.values()) < ENOUGH < SURE
    places = ("in one line", "right behind", "two sources in the line", "ends its line")
    assert sum(WEIGHTS[sign] for sign in places) < ENOUGH
    assert set(places).isdisjoint(DIFFERENCE | ONE_THING)
    assert WEIGHTS.keys() >= DIFFERENCE | ONE_THING


def test_what_sets_two_sources_against_each_other_decides() -> None:
    assert _pairs(SET_AGAINST) == [("polarity", "contradicts")]
    assert _pairs(SET_AGAINST.replace(", however,", "")) == []


def test_two_sources_a_paragraph_apart_do_not_meet() -> None:
    assert _pairs(SET_AGAINST.replace("March. ", "March.\n\n")) == []


def test_plans_do_not_deny_what_was() -> None:
    assert _pairs(SET_AGAINST.replace("repairs to the bridge were put off", "managers will repair the bridge")) == []


def test_every_difference_found_so_tells_its_reason() -> None:
    article = Article(id="x", text=SET_AGAINST, sha256="0" * 64, lang="en")
    (found,) = compare_accounts(extract_claims(article), SET_AGAINST, "en")
    assert found.question and found.note


def test_a_score_is_the_same_in_whatever_order_its_signs_are_added() -> None:
    assert all(isinstance(weight, int) for weight in (*WEIGHTS.values(), ENOUGH, SURE))


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("The union said the gate was left to the drivers for a week.", 4),
        ("The union said its members would meet on Friday.", 3),
        ("The union recommended that the gate be painted.", 3),
    ],
)
def test_in_an_article_of_a_dispute_less_is_enough(answer: str, found: int) -> None:
    text = AT_ODDS.format(answer)
    assert len(_pairs(text)) == found
    assert 1 < DISPUTE < MUCH
    assert _pairs(text.split("\n\n")[1]) == [], "alone, the same two claims are no pair"
