"""Two sources right after each other: what speaks for a difference is weighed, sign by sign."""

from factcheck.accounts import compare_accounts
from factcheck.accounts.side_by_side import ENOUGH, WEIGHTS
from factcheck.article import Article
from factcheck.extract.claims import extract_claims

SET_AGAINST = (
    "The chief executive said the bridge had been inspected by engineers in March. "
    "The union, however, said repairs to the bridge were put off by the managers."
)


def _pairs(text: str) -> list[tuple[str, str]]:
    article = Article(id="x", text=text, sha256="0" * 64, lang="en")
    return [(one.dimension, one.relation) for one in compare_accounts(extract_claims(article), text, "en")]


def test_set_against_each_other_is_not_enough_without_anything_else() -> None:
    assert WEIGHTS["set against, right behind"] < ENOUGH


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
    assert all(isinstance(weight, int) for weight in (*WEIGHTS.values(), ENOUGH))
