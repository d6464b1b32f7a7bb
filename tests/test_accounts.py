"""Accounts compared: a pair that must be found beside its near twin that must not, and the laws of their relations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from time import process_time

import pytest

from factcheck.accounts import accounts_sentence, as_judged, compare_accounts, standing_findings
from factcheck.accounts.compare import question_texts
from factcheck.accounts.measures import measures_in
from factcheck.accounts.pairs import Value, pair_values
from factcheck.article import Article, read_article
from factcheck.extract.claims import extract_claims
from factcheck.finding import Disagreement
from factcheck.lang import rows
from factcheck.quantity import Interval
from factcheck.reading import judged_sentence, read

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("cases").joinpath("accounts.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def article(text: str, lang: str) -> Article:
    return Article(id="case", text=text, sha256="0" * 64, lang=lang)


def compared(text: str, lang: str) -> list[Disagreement]:
    return compare_accounts(extract_claims(article(text, lang)), text)


@pytest.mark.parametrize(("lang", "dimension", "relation", "text"), CASES)
def test_a_pair_is_found_and_its_twin_is_not(lang: str, dimension: str, relation: str, text: str) -> None:
    found = [(pair.dimension, pair.relation) for pair in compared(text.replace("\\n", "\n"), lang)]
    assert found == ([] if dimension == "-" else [(dimension, relation)])


def test_there_are_sixty_cases_and_both_sides_of_each_edge() -> None:
    none = sum(1 for case in CASES if case[1] == "-")
    assert len(CASES) >= 60
    assert none >= 25
    assert len(CASES) - none >= 25


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_measure_has_its_question(lang: str) -> None:
    assert {row[1] for row in rows(lang, "measures")} <= question_texts(lang).keys()


@pytest.mark.parametrize(
    ("lang", "text", "question"),
    [
        ("en", "The ministry said 800 sheep died. Farmers said 1,500 sheep died.", "How many sheep?"),
        ("ar", "قالت الوزارة إن 800 خلية نحل نفقت. وقالت الجمعية إن 1500 خلية نحل نفقت.", "كم العدد (خلية)؟"),
        ("ar", "قالت الوزارة إن الكارثة أدت إلى نفوق 800 رأس. وقالت الجمعية إن 1500 نفقت.", "كم عدد الحيوانات؟"),
        ("en", "Growers said 90 trees died. The council put the number at fewer than 40.", "How many trees?"),
        ("en", "Growers said 90 people died. The council put the number at fewer than 40.", "How many people died?"),
        ("ar", "قالت الجمعية إنها أحصت 46 دلفينا على شاطئ تاجورة. وقالت الشركة إن العدد لا يتجاوز عشرة دلافين.",
         "كم العدد (دلفين)؟"),
    ],
)  # fmt: skip
def test_beasts_and_things_are_asked_for_by_their_name(lang: str, text: str, question: str) -> None:
    assert [pair.question for pair in compared(text, lang)] == [question]


@pytest.mark.parametrize(
    ("told", "dimensions"), [("it took eight months in 2021", []), ("it would be November", ["time"])]
)
def test_how_long_it_took_in_a_year_is_no_other_answer_to_when(told: str, dimensions: list[str]) -> None:
    text = f"The insurer promised to pay within 60 days. The union said {told}."
    article = Article("case", text, "0" * 64, "en", page_date=date(2025, 5, 9))
    assert [pair.dimension for pair in compare_accounts(extract_claims(article), text)] == dimensions


BOUNDS = (None, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0)
INTERVALS = [(low, high) for low, high in product(BOUNDS, BOUNDS) if low is None or high is None or low <= high]
PAIRS = [
    (Value("q", "a", *first, reach, part=part), Value("q", "b", *second, newer=newer))
    for first, second in product(INTERVALS, INTERVALS)
    for reach, part, newer in product((0.0, 1.0, 2.5), (False, True), (False, True))
]
TURNED = {"entails": "entailed_by", "entailed_by": "entails", "overlaps": "overlaps", "disjoint": "disjoint"}


MEASURED = [
    ("en", "120,000 people had taken part", "turnout"),
    ("en", "the drones were downed over the sea", "intercepted"),
    ("en", "12 protesters were held", "attended"),
    ("ar", "حضر المتظاهرون إلى الساحة", "attended"),
    ("ar", "توفيت امرأتان في القرية", "dead"),
    ("ar", "شركة التوزيع لها 300 مشترك", "unpowered"),
]  # fmt: skip
UNMEASURED = [
    ("en", "40 men are still down there on 3 March", {"intercepted", "attended"}),
    ("en", "he was named in the office before 12 worked there", {"people"}),
    ("en", "she posted 14 letters and noticed the trace of 2", {"jobs", "notice", "taken"}),
    ("ar", "وصلت الجمعية يوم الجمعة وفي يدها رسالة", {"attended", "dead"}),
    ("ar", "طالبت الشرطة المدنية التاجر بنسخة من الأصل", {"people", "pay"}),
    ("ar", "السوق المحلية في المنطقة المشتركة مضيفا أنها تعود", {"shops", "unpowered", "people"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "measure"), MEASURED)
def test_words_of_an_outcome_are_measures_however_they_are_inflected(lang: str, text: str, measure: str) -> None:
    assert measure in {found for _, _, found in measures_in(text, 0, lang)}


@pytest.mark.parametrize(("lang", "text", "others"), UNMEASURED)
def test_words_that_only_share_a_stem_with_a_measure_are_none(lang: str, text: str, others: set[str]) -> None:
    assert not others & {found for _, _, found in measures_in(text, 0, lang)}


def test_the_relations_keep_their_laws_on_every_pair_of_small_intervals() -> None:
    assert len(PAIRS) >= 10_000
    for a, b in PAIRS:
        one, other = Interval(a.low, a.high), Interval(b.low, b.high)
        here, there = pair_values([a, b]), pair_values([b, a])
        assert len(here) == len(there) == (one != other)
        for pair, turned in zip(here, there, strict=True):
            assert turned.interval == TURNED[pair.interval]
            assert turned.relation == pair.relation
            assert (pair.interval == "entails") == one.entails(other)
            if one.intersection(other) is not None:
                assert pair.relation == "compatible"
            if pair.relation == "contradicts":
                assert one.intersection(other) is None
                assert not a.part and not a.newer and not b.newer
            if pair.relation == "refines":
                assert pair.interval == "disjoint"


@pytest.mark.parametrize(("a", "b"), PAIRS[::700])
def test_one_voice_never_stands_against_itself(a: Value, b: Value) -> None:
    assert pair_values([a, b._replace(voice="a")]) == []
    assert pair_values([a, b._replace(block="p")]) == []


def seed_pairs() -> tuple[list[Disagreement], str]:
    found = read_article(Path(__file__).parent.parent / "data/vostochny-summit.txt")
    return compare_accounts(extract_claims(found), found.text), found.text


def test_the_seeds_missiles_are_compatible_and_tokyo_is_more_precise() -> None:
    pairs, _ = seed_pairs()
    (tokyo,) = [p for p in pairs if [v.claimant for v in p.voices] == ["South Korea: Military", "Japan: Government"]]
    assert (tokyo.dimension, tokyo.relation, tokyo.interval) == ("count", "compatible", "entailed_by")
    assert [voice.value for voice in tokyo.voices] == ["≥ 1", "2"]
    assert accounts_sentence(tokyo, "ar") == (
        "سول: صاروخ واحد على الأقل. طوكيو: صاروخان. الروايتان غير متعارضتين، ورواية طوكيو أدقّ."
    )


def test_the_seeds_own_two_goes_further_than_seoul() -> None:
    pairs, _ = seed_pairs()
    (own,) = [p for p in pairs if [v.claimant for v in p.voices] == ["article", "South Korea: Military"]]
    assert (own.relation, own.interval) == ("compatible", "entails")


def test_the_seeds_launch_of_august_meets_no_other() -> None:
    pairs, text = seed_pairs()
    august = text.index("30 أغسطس")
    found = read_article(Path(__file__).parent.parent / "data/vostochny-summit.txt")
    claims = {claim.id for claim in extract_claims(found) if claim.start <= august < claim.end}
    assert claims
    assert not any(claims & set(pair.claims) for pair in pairs)


def test_the_seeds_sea_has_two_names() -> None:
    pairs, _ = seed_pairs()
    (name,) = [pair for pair in pairs if pair.dimension == "name"]
    assert name.relation == "compatible"
    assert name.voices[0].value.startswith("بحر الشرق")
    assert name.voices[1].value == "بحر اليابان"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "The coach said at least two players were hurt. The club doctor said three players were hurt.",
            "The coach: at least two players. The club doctor: three players. The two accounts do not contradict each "
            "other, and that of The club doctor is more precise.",
        ),
        (
            "Police said the quake killed 14 people in the valley. The mayor's office said 22 people were killed.",
            "Police: 14 people. The mayor's office: 22 people. The two accounts contradict each other.",
        ),
    ],
)
def test_two_accounts_in_one_sentence(text: str, sentence: str) -> None:
    (pair,) = compared(text, "en")
    assert accounts_sentence(pair, "en") == sentence


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_compatible_accounts_are_never_called_a_disagreement(lang: str) -> None:
    for case_lang, dimension, relation, text in CASES:
        if dimension != "-" and relation != "contradicts" and case_lang == lang:
            told = accounts_sentence(compared(text.replace("\\n", "\n"), lang)[0], lang)
            assert "differ" not in told and "disagree" not in told
            assert "الروايتان متعارضتان" not in told and "contradict each other." not in told.replace(
                "not contradict", ""
            )


@pytest.mark.parametrize(("noun", "lang"), [("صاروخ", "en"), ("missile", "ar")])
def test_a_noun_of_the_other_language_takes_no_ending(noun: str, lang: str) -> None:
    pair = compared("The army said at least one missile was fired. The ministry said two missiles were fired.", "en")[0]
    voices = tuple(replace(voice, noun=noun) for voice in pair.voices)
    assert f"2 {noun}" in accounts_sentence(replace(pair, voices=voices), lang)


def test_ids_are_the_same_each_time_and_differ_for_each_pair() -> None:
    first, second = (seed_pairs()[0] for _ in range(2))
    assert first == second
    assert len({pair.id for pair in first}) == len(first)
    assert all(pair.id.startswith("q") and len(pair.id) == 25 for pair in first)


def test_without_the_text_around_them_claims_are_still_compared() -> None:
    text = CASES[0][3]
    assert [pair.relation for pair in compare_accounts(extract_claims(article(text, "en")))] == ["contradicts"]


def test_a_dismissed_pair_is_noticed_no_more_and_a_judged_one_by_its_new_relation() -> None:
    text = "Police said 14 people were killed. The mayor said 22 people were killed."
    found = read(article(text, "en"))
    (pair,) = found.disagreements
    kinds = lambda judged: [f.kind for f in standing_findings(found.findings, found.disagreements, judged)]  # noqa: E731
    assert "voices_differ" in kinds({})
    assert "voices_differ" not in kinds({pair.id: {"relation": "dismissed"}})
    assert "voices_differ" not in kinds({pair.id: {"relation": "refines"}})
    assert as_judged(found.disagreements, {pair.id: {"relation": "refines"}})[0].relation == "refines"


def test_a_dismissed_pair_reads_as_dismissed_and_a_corrected_one_by_its_relation() -> None:
    for text in (
        "Police said 14 people were killed. The mayor said 22 people were killed.",
        "The coach said at least two players were hurt. The club doctor said three players were hurt.",
    ):
        (pair,) = compared(text, "en")
        assert judged_sentence(pair, {}, "en") == accounts_sentence(pair, "en")
        told = judged_sentence(pair, {pair.id: {"relation": "dismissed"}}, "en")
        assert told.endswith("Dismissed: these are not two accounts of one question.") and "contradict" not in told
        assert "صُرف النظر" in judged_sentence(pair, {pair.id: {"relation": "dismissed"}}, "ar")
        corrected = judged_sentence(pair, {pair.id: {"relation": "contradicts"}}, "en")
        assert corrected.endswith("The two accounts contradict each other.")


@pytest.mark.parametrize("unit", ["60 يوما ", "الأشهر التسعة الأولى من "])
def test_cost_is_linear_in_the_lengths_of_time_of_one_claim(unit: str) -> None:
    def cost(times: int) -> float:
        begin = process_time()
        compared(unit * times, "ar")
        return process_time() - begin

    cost(200)
    small = max(min(cost(300) for _ in range(3)), 0.004)
    assert cost(3000) < 25 * small  # ten times the text; quadratic would be a hundred
