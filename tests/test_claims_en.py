"""English: who says what, where claims are cut, and the claim's sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.article import Article
from factcheck.claim import Claim, in_article
from factcheck.extract.claims import extract, extract_claims
from factcheck.extract.en.propositions import find_propositions
from factcheck.extract.furniture import find_layout
from factcheck.extract.layout import Carry
from factcheck.extract.proposition import Proposition
from factcheck.text import Span

CASES = Path(__file__).parent / "cases" / "en"
STORY = "\nThe story went on for a long time."


def cases(name: str) -> list[tuple[str, list[str]]]:
    """The texts of a case file, each with the lines that follow it."""
    found: list[tuple[str, list[str]]] = []
    for line in (CASES / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("> "):
            found.append((line[2:], []))
        elif line and not line.startswith("#"):
            found[-1][1].append(line)
    return found


def propositions(text: str, lines: int | None = None) -> list[Proposition]:
    layout = find_layout(text, "en")
    found, carry = [], Carry()
    for line in layout.lines[:lines]:
        if line.role != "furniture":
            more, carry = find_propositions(layout, line, carry)
            found += more
    return found


def written(text: str, proposition: Proposition) -> str:
    """A proposition as the case files write it."""

    def of(span: Span | None) -> str:
        return "-" if span is None else text[span.start : span.end]

    certainty = "" if proposition.certainty == "asserted" else proposition.certainty
    marks = [mark for mark in ("denied" if proposition.denied else "", certainty) if mark]
    mode = proposition.mode.split("_")[0]
    return " | ".join(
        [mode, *map(of, (proposition.span, proposition.speaker, proposition.cue, proposition.relay)), *marks]
    )


def claims(text: str) -> list[Claim]:
    return extract_claims(Article(id="x", text=text, sha256="0" * 64, lang="en"))


@pytest.mark.parametrize(("text", "expected"), cases("claims_attribution") + cases("claims_splitting"))
def test_a_text_asserts_its_propositions(text: str, expected: list[str]) -> None:
    assert [written(text, p) for p in propositions(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("claims_headlines"))
def test_a_headline_asserts_its_propositions(text: str, expected: list[str]) -> None:
    assert [written(text, p) for p in propositions(text + STORY, lines=1)] == expected


@pytest.mark.parametrize(
    ("story", "speaker"), [("Ana Ruiz played in Leeds on Monday.", "Ana Ruiz"), ("A band played in Leeds.", None)]
)
def test_a_headline_that_opens_with_words_names_who_the_story_is_of(story: str, speaker: str | None) -> None:
    (said, *_) = claims(f'"I was told nobody would pay": Ana Ruiz on her last tour\n\n{story}')
    assert (said.exact, said.speaker) == ("I was told nobody would pay", speaker)


@pytest.mark.parametrize(("text", "expected"), cases("claims_sentence"))
def test_a_claim_is_a_sentence_that_stands_alone(text: str, expected: list[str]) -> None:
    assert [in_article(claim.text) for claim in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Karin Holt closed the pool. She said it was unsafe.", "Karin Holt"),
        ("The Marlow Water Board closed the pool. It said the water was unsafe.", "The Marlow Water Board"),
        ("The Orr Foundation met. Orr said the judge was wrong. He said he would appeal.", "Orr"),
        ("The Orr Foundation met. Orr met a donor on Monday. He said the library would open.", "Orr"),
        ("Orr Foods shut. Karin Holt resigned. Orr said prices fell. She said a plant was old.", "Karin Holt"),
        ("Holt resigned, Ms Berg said. She added that 40 staff had left.", "Ms Berg"),
        ("Mr Orr resigned, Ms Berg said. He denied that he had been pushed.", "Mr Orr"),
        ("The shipping firm Orsa apologised. A spokeswoman said two crews were safe.", "The shipping firm Orsa"),
        ('"We won," said Karin Holt. "Nobody helped us."', "Karin Holt"),
        (
            'Jon Orr, a spokesman, said it fell. State Rep. Ana Holt said it broke. "We knew," she said.',
            "State Rep. Ana Holt",
        ),
        ("A hall shut, Orr Sports said. Tickets would be paid back, it added.", "Orr Sports"),
        ("Coach Ida Lund said it hurt.\nIt hurt Jon Orr, a cook from Vale. He was ill, he said.", "Jon Orr"),
        ("Coach Jon Orr said it hurt.\nThe club paid 4 million last year. It was mad, he said.", "Coach Jon Orr"),
        ('Coach Jon Orr wept. "I told the referee, Ed Lund, 40, so." It was mad, he said.', "Coach Jon Orr"),
        ('The trust earned 9 million. Orsa denied that it knew. "We told all," a spokeswoman said.', "Orsa"),
    ],
)
def test_a_pronoun_or_a_spokeswoman_stands_for_whom_the_text_named(text: str, holder: str) -> None:
    last = propositions(text)[-1]
    assert last.holder is not None
    assert text[last.holder.start : last.holder.end] == holder


@pytest.mark.parametrize(
    ("said", "claimant"),
    [
        ("“We heard no alarm at all,” Ana Holt said.", "Ana Holt"),
        ("“We heard an alarm,” Ana Holt said.", "unnamed"),
        ("“We heard no alarm,” Ana Holt said. “We heard no alarm in the hall,” Jon Orr said.", "unnamed"),
    ],
)
def test_a_headline_s_quotation_is_the_one_speaker_s_of_the_same_words(said: str, claimant: str) -> None:
    text = f"‘We heard no alarm’: guests sue\n\nA fire hit a hall in May, and six guests sued.\n\n{said}"
    assert claims(text)[0].claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("An officer took bribes, a jury was told. Prosecutor Ana Holt said he took them in May.", "Ana Holt"),
        ("A jury was told that a vet took bribes. The prosecution said he took them in May.", "prosecution"),
        ("A court heard that a vet stole a car. Opening the case, prosecutor Ana Holt said it was red.", "Ana Holt"),
        ("A guard slept, a court was told. Jon Orr was jailed. Prosecutors said he lied.", "Prosecutors"),
        ("The trial heard that a nurse lied. Prosecutors allege that she hid a log.", "Prosecutors"),
        ("An officer took bribes, a jury was told. His lawyer, Ana Holt, said he took none.", "unnamed"),
        ("An officer took bribes, an inquiry was told. Prosecutors said nobody was charged.", "unnamed"),
        ("A guard slept, an inquest was told. Prosecutors said nobody was charged.", "unnamed"),
        ("A jury was told that a vet lied. The prosecution rested in May.", "unnamed"),
        ("MPs were told that a vet lied. Prosecutors said he was charged.", "unnamed"),
    ],
)
def test_what_a_court_hears_first_is_the_prosecution_s_where_the_text_has_it_speak(text: str, claimant: str) -> None:
    assert claims(text)[0].claimant == claimant


def test_a_heading_ends_what_carries_over() -> None:
    text = "Karin Holt said the pool was unsafe.\n\nThe other town\n\nShe said the water was clean."
    last = extract(Article(id="x", text=text, sha256="0" * 64, lang="en")).claims[-1]
    assert (last.exact, last.claimant) != ("the water was clean", "Karin Holt")


def test_words_in_ones_own_person_are_a_quotation_in_a_headline() -> None:
    modes = [
        propositions(f"{headline}{STORY}", lines=1)[0].mode for headline in ("Coach: we will win", "Coach: team won")
    ]
    assert modes == ["direct_quote", "indirect_speech"]


def test_every_claim_names_its_rules() -> None:
    for text, _ in cases("claims_attribution"):
        assert all(claim.rules and all(rule.startswith("en.") for rule in claim.rules) for claim in claims(text))


WORDS = """
said the mayor , . ; : " “ ” ' and but that who which according to citing by of was were 12 3% denied he she told
reporters after when if not has been killed — ( ) ? \u200f 😀 Émile It
"""
PIECES = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=40)


@settings(max_examples=200, deadline=None)
@given(PIECES)
@example(["said", "said", "the", "said", "according", "to", "'"])
def test_spans_are_exact_in_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for p in propositions(text):
        for span in (p.span, p.cue, p.speaker, p.holder, p.relay):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert text[p.span.start : p.span.end].strip() == text[p.span.start : p.span.end]


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_no_line_is_lost_in_any_text(pieces: list[str]) -> None:
    assert extract(Article(id="x", text=" ".join(pieces), sha256="0" * 64, lang="en")).warnings == ()


def test_a_sentence_without_end_is_read_in_stretches() -> None:
    text = "the mayor said the pool was shut and " * 400 + "the mayor left."
    assert max(p.sentence.end - p.sentence.start for p in propositions(text)) < 2000


@pytest.mark.parametrize(("number", "points"), [("38", True), ("2", False)])
def test_a_headline_points_to_the_only_claim_with_its_telling_number(number: str, points: bool) -> None:
    text = (
        f"Landslide: {number} dead\n\nA hillside gave way above the village on Monday morning.\n"
        f"The mud buried three houses, killing {number} people, officials said.\n"
        f"A road stayed closed.\n"
    )
    found = extract_claims(Article("case", text, "0" * 64, "en"))
    head = next(claim for claim in found if "dead" in claim.exact)
    target = next((claim.exact for claim in found if claim.id == head.same_as), None)
    assert (target is not None and f"{number} people" in target) == points


def test_a_number_never_speaks() -> None:
    text = "12 hurt as bus overturns\n\nA bus overturned near Vale on Monday.\n\n“It was dark,” he said."
    assert [claim.claimant for claim in claims(text)][-1] == "unnamed"


@pytest.mark.parametrize(
    ("headline", "body", "same"),
    [
        ("At least 46 dead in Vale", "It rained on Monday, killing at least 46 people.", True),
        ("Fire kills 30 cows", "The blaze left 30 animals dead, a vet said.", True),
        ("Quarry to shut with loss of 1,370 jobs", "The plan costs 1,370 workers their jobs.", True),
        ("27,400 still without water", "The number was nearer 27,400 on Monday.", True),
        ("30,000 still without water", "The number was nearer 30,000 on Monday.", False),
        ("30 killed in blast", "Some 30 shops were closed on Monday.", False),
        ("Mayor sacks 30 officers", "Police detained 30 officers, a lawyer said.", False),
        ("Bank lifts rate to 30%", "Sales rose 30%, a trader said.", False),
    ],
)
def test_a_number_alone_makes_no_repetition(headline: str, body: str, same: bool) -> None:
    found = claims(f"{headline}\n\n{body} The story went on for a long time.")
    assert (found[0].same_as is not None) == same


@pytest.mark.parametrize(
    ("headline", "lead", "same"),
    [
        ("Ferry overturns on Kestrel lake", "A ferry with 40 pupils turned over on the lake at Kestrel.", True),
        ("Ferry overturns on Kestrel lake", "A ferry with 40 pupils left for the island at noon on Monday.", False),
        ("Mayor to close two pools", "The mayor opened a school and two parks on Monday.", False),
    ],
)
def test_a_headline_is_told_in_other_words_by_the_lead(headline: str, lead: str, same: bool) -> None:
    found = claims(f"{headline}\n\n{lead} The story went on for a long time.")
    assert (found[0].same_as is not None) == same


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        ("Ana Ruiz, 60, of Vale, was convicted last August of fraud.", "[Ana Ruiz]"),
        ("The plan was late.", "[mentioned"),
    ],
)
def test_a_pronoun_means_the_surely_fitting_subject_of_the_paragraph_before(before: str, meant: str) -> None:
    found = claims(f"Judge convicted\n\n{before}\n\nShe was also convicted of theft.")
    assert found[-1].text.startswith(f"She {meant}")


def test_it_says_what_a_body_with_a_bare_name_said() -> None:
    text = "Luka Matic said the road was shut. Railtrak said it had sent help. It said officials had been sad."
    assert [claim.claimant for claim in claims(text)] == ["Luka Matic", "Railtrak", "Railtrak"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Luka Matic of Vale, Norland, said he heard it. Railtrak said it was sorry. He says it just fell.",
            "Luka Matic",
        ),
        ("Ana Ruiz said it was late. Ruiz said it was dark. The road was shut. She says it just fell.", "Ana Ruiz"),
        ("Sea-Watch said one sank. It presumed a boat was lost. It said two were safe.", "Sea-Watch"),
    ],
)
def test_a_pronoun_speaks_for_a_person_or_a_body_as_it_can(text: str, speaker: str) -> None:
    assert claims(text)[-1].claimant == speaker


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Ana Ruiz, who took over in May 2022, said two boats sank.", []),
        ("Ana Ruiz, who runs the pier, said in May 2022 that two boats sank.", ["May 2022"]),
        ("Ana Ruiz promised to resign within a week.", ["within a week"]),
        ("By Sunday morning the union put the toll at 12.", ["By Sunday morning"]),
        ("On Sunday, Ana Ruiz said two boats sank.", ["Sunday"]),
        ("After a storm on Sunday, Ana Ruiz said two boats sank.", []),
        ("In a 40-page report tabled on Sunday, Ana Ruiz said two boats sank.", ["Sunday"]),
        ("Asked on Sunday about the storm, Ana Ruiz said two boats sank.", ["Sunday"]),
        ("Late on Sunday, Ana Ruiz said two boats sank.", ["Sunday"]),
        ("Speaking at a rally in Vale on Sunday, Ana Ruiz said two boats sank.", ["Sunday"]),
        ("In letters mailed Feb. 28, Ana Ruiz said two boats sank.", ["Feb. 28"]),
        ("Asked about the vote in 2016, Ana Ruiz said two boats sank.", []),
        ("In a report on the fire of 2017, Ana Ruiz said two boats sank.", []),
        ("In an interview before the vote on Sunday, Ana Ruiz said two boats sank.", []),
        ("Reacting to Sunday's vote, Ana Ruiz said two boats sank.", []),
        ("In a statement about the Friday attack, Ana Ruiz said two boats sank.", []),
        ("Born on 3 May 1970, Ana Ruiz said two boats sank.", []),
        ("Blue Sky claimed responsibility in a post on Feb. 11.", ["Feb. 11"]),
        ("The mill burned in May 2022, when two men died.", ["May 2022"]),
        ("The mill burned in May 2022, and two men died.", []),
        ("It was the worst fire since May 2022, when two men died.", []),
        ("The mill burned on Sunday when a lamp fell.", ["Sunday"]),
        ("The mill burned on Sunday after a lamp fell.", []),
        ("The mill, built in 1960, makes paper on Sundays.", ["1960"]),
    ],
)
def test_what_is_said_is_dated_by_its_report_and_not_by_what_is_told_of_the_speaker(
    text: str, dates: list[str]
) -> None:
    assert [date.exact for date in claims(text)[-1].dates] == dates


def test_a_place_before_a_colon_in_a_headline_says_nothing() -> None:
    story = "\n\nThe hall in {0} was sold on Monday, and a school in {0} will move there. Some objected."
    for name, mode in (("North Vale", "narrator"), ("Vale Police", "indirect_speech")):
        text = f"{name}: old hall given new life{story.format('North Vale')}\nThe Vale Police said it was safe."
        assert propositions(text)[0].mode == mode


def test_a_dateline_may_stand_behind_a_caption() -> None:
    text = "Rail fault may have caused crash\n\nCars lie there.\n\nVALE, Norland (VPA) -- A rail broke, police said."
    assert [c.exact for c in claims(text)][-1] == "A rail broke"
