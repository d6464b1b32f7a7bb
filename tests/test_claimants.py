"""Claimants: mentions of one person, body or state are filed under one name with one country."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from time import process_time

import pytest

from factcheck.extract.claimants import Cast, Claimant, find_cast
from factcheck.text import Span, tokenise

CASES = Path(__file__).parent / "cases"


def the_cases() -> list[tuple[str, str, dict[str, list[str]]]]:
    found = []
    for lang in ("ar", "en"):
        for case in tomllib.loads((CASES / lang / "claimants.toml").read_text("utf-8"))["case"]:
            found.append(pytest.param(lang, case["text"], case["mentions"], id=f"{lang}: {case['law']}"))
    return found


def last_place(text: str, mention: str) -> Span:
    *_, match = re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text)
    return Span(*match.span())


def cast_of(text: str, lang: str, mentions: list[str]) -> tuple[Cast, dict[str, Span]]:
    spans = {mention: last_place(text, mention) for mention in mentions}
    return find_cast(text, tokenise(text), lang, sorted(spans.values())), spans


@pytest.mark.parametrize(("lang", "text", "mentions"), the_cases())
def test_each_mention_is_filed_under_its_claimant(lang: str, text: str, mentions: dict[str, list[str]]) -> None:
    cast, spans = cast_of(text, lang, list(mentions))
    found = {mention: cast.claimant(span) for mention, span in spans.items()}
    assert found == {mention: Claimant(name, country or None) for mention, (name, country) in mentions.items()}


@pytest.mark.parametrize(("lang", "text", "mentions"), the_cases())
def test_the_order_of_questions_changes_no_answer(lang: str, text: str, mentions: dict[str, list[str]]) -> None:
    cast, spans = cast_of(text, lang, list(mentions))
    forwards = [cast.claimant(span) for span in spans.values()]
    again, _ = cast_of(text, lang, list(mentions))
    backwards = [again.claimant(span) for span in reversed(spans.values())]
    assert forwards == backwards[::-1]


def test_grammar_of_a_mention_settles_gender_and_number() -> None:
    text = "قالت وزارة النقل إنه مغلق، وقال الوزير حسان الطائي العكس، وقالت الرئيسة هند صبري إنها تتابع، وأكده شهود."
    mentions = ["وزارة النقل", "الوزير حسان الطائي", "الرئيسة هند صبري", "شهود"]
    cast, spans = cast_of(text, "ar", mentions)
    told = [(m.gender, m.number, m.human) for m in (cast.mention(spans[name]) for name in mentions)]
    assert told == [("f", "sg", False), ("m", "sg", True), ("f", "sg", True), ("m", "pl", True)]


@pytest.mark.parametrize(
    ("lang", "text", "mention", "public"),
    [
        ("ar", "وقال وزير العدل كمال الراوي إن القانون نافذ", "وزير العدل كمال الراوي", True),
        ("ar", "وقال عامل في المصنع إن الباب مغلق", "عامل في المصنع", False),
        ("en", "Senator Ruth Bell said the bill would pass", "Senator Ruth Bell", True),
        ("en", "Nurse Ruth Bell said the ward was full", "Nurse Ruth Bell", False),
    ],
)
def test_holders_of_an_office_are_public_figures_and_others_are_not(
    lang: str, text: str, mention: str, public: bool
) -> None:
    cast, spans = cast_of(text, lang, [mention])
    assert cast.mention(spans[mention]).public is public


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(
    "text", ["", "\n\n", "«»", "ـ ـ", "،،، ،", "وزير", "the", "رئيس رئيس رئيس", "A. B. C.", "'s", "وزير،"]
)
def test_no_mention_breaks_the_cast(lang: str, text: str) -> None:
    tokens = tokenise(text)
    spans = [Span(a, b) for a in range(len(text) + 1) for b in range(a, len(text) + 1)]
    cast = find_cast(text, tokens, lang, spans)
    assert all(isinstance(cast.claimant(span), Claimant) for span in spans)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_cost_of_a_cast_grows_with_the_length_of_the_text(lang: str) -> None:
    case = tomllib.loads((CASES / lang / "claimants.toml").read_text("utf-8"))["case"][0]
    once, mentions = case["text"], list(case["mentions"])

    def cost(times: int) -> float:
        text = once * times
        tokens = tokenise(text)
        spans = [last_place(once, mention) for mention in mentions]
        moved = [Span(a + k * len(once), b + k * len(once)) for k in range(times) for a, b in sorted(spans)]
        started = process_time()
        cast = find_cast(text, tokens, lang, moved)
        for span in moved:
            cast.claimant(span)
        return process_time() - started

    cost(10)
    assert min(cost(200) for _ in range(3)) < 20 * min(cost(20) for _ in range(3))
