"""Every plain frame of reporting with every kind of speaker: whose the claim is, and its figure."""

from __future__ import annotations

import os

import pytest
from frames import ARABIC, ARABIC_CONTENTS, ARABIC_FRAMES, ENGLISH, ENGLISH_CONTENTS, ENGLISH_FRAMES, Case, cases

from factcheck.article import Article
from factcheck.extract.claims import extract_claims

STEP = 1 if os.environ.get("FACTCHECK_PROVE") else 3  # of the frames in turn; no number of speakers or contents is one


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_frame_gives_its_claim_to_its_speaker(lang: str) -> None:
    wrong = [case.text for case in [*cases(lang)][::STEP] if not is_read(case, lang)]
    assert not wrong, f"{len(wrong)} of them, the first: {wrong[:5]}"


def is_read(case: Case, lang: str) -> bool:
    """Whether the claims of a case are those told, each of its own speaker, and no more than there are."""
    claims = extract_claims(Article("case", case.text, "0" * 64, lang))
    if len(claims) != case.claims:
        return False
    for name, figure in case.told:
        held = [claim for claim in claims if any(quantity.low == figure for quantity in claim.quantities)]
        if len(held) != 1 or held[0].mode == "narrator" or name.lower() not in held[0].claimant.lower():
            return False
    return True


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_case_that_is_read_as_another_speakers_fails(lang: str) -> None:
    case = next(cases(lang))
    assert is_read(case, lang)
    assert not is_read(case._replace(told=(("nobody", case.told[0][1]),)), lang)
    assert not is_read(case._replace(claims=case.claims + 1), lang)


def test_the_sample_meets_every_frame_speaker_and_content() -> None:
    for lang, frames, speakers, contents in (
        ("en", ENGLISH_FRAMES, ENGLISH, ENGLISH_CONTENTS),
        ("ar", ARABIC_FRAMES, ARABIC, list(ARABIC_CONTENTS)),
    ):
        every = [*cases(lang)]
        assert len(every) > 2 * len(frames) * len(speakers) * len(contents)
        sampled = [case.text.lower() for case in every[::3]]
        for speaker in speakers:
            assert any(speaker.told.lower().rstrip(",،") in text for text in sampled), speaker
        if lang == "en":
            assert all(any(content.lower() in text for text in sampled) for content in contents)
