"""Where a claim's words stand in a changed text: exact, moved, ambiguous or orphaned, and never a guess."""

from __future__ import annotations

import pytest
from ledgers import TEXT, digest

from factcheck.anchors import WIDTH, Anchor, find_anchor, make_target
from factcheck.events import Target

S = "Two ferries sank off the coast on Monday"
TWICE = (
    "The mayor opened the bridge in the morning rain. Tolls will double.\nThe council met at noon in the old hall. "
    "Nobody objected to it then.\nThe mayor opened the bridge in the morning rain. Trains will follow in a year.\n"
)
REPEATED = "The mayor opened the bridge in the morning rain"


def target_in(text: str, exact: str, nth: int = 0) -> Target:
    at = -1
    for _ in range(nth + 1):
        at = text.index(exact, at + 1)
    return make_target(text, digest(text), at, at + len(exact), "narrator")


def anchored(exact: str, old: str, new: str, nth: int = 0) -> tuple[str, str | None]:
    """How the words are found, and what stands before them in the new text (to tell copies apart)."""
    anchor = find_anchor(target_in(old, exact, nth), new, digest(new))
    return anchor.how, None if anchor.start is None else new[: anchor.start][-12:]


def test_in_its_own_text_a_claim_is_exact() -> None:
    target = target_in(TEXT, S)
    assert find_anchor(target, TEXT, digest(TEXT)) == Anchor("exact", target.start, target.end)


def test_a_damaged_target_in_its_own_text_is_orphaned() -> None:
    target = Target(digest(TEXT), 3, 6, "six", "", "", "narrator")
    assert find_anchor(target, TEXT, digest(TEXT)) == Anchor("orphaned")


def test_a_change_further_on_leaves_it_exact_and_one_before_moves_it() -> None:
    assert anchored(S, TEXT, TEXT + "Later: all were saved.\n")[0] == "exact"
    assert anchored(S, TEXT, "Update at noon. " + TEXT)[0] == "moved"


@pytest.mark.parametrize(
    "edit", ["Three ferries sank off the coast on Monday", "Two ferries sank off the coast on Mondaỳ"]
)
def test_edited_words_are_orphaned(edit: str) -> None:
    assert anchored(S, TEXT, TEXT.replace(S, edit))[0] == "orphaned"


def test_a_copy_does_not_stand_in_for_words_that_were_edited_away() -> None:
    copied = TEXT.replace(S, "No ferry sank") + "An old report, long denied, read: " + S + "; it was withdrawn."
    assert anchored(S, TEXT, copied)[0] == "ambiguous"


def test_a_look_alike_elsewhere_takes_nothing_away() -> None:
    assert anchored(S, TEXT, TEXT + "An old report, long denied, read: " + S + "; it was withdrawn.")[0] == "exact"


@pytest.mark.parametrize("nth", [0, 1])
def test_of_two_copies_each_is_known_by_what_surrounds_it(nth: int) -> None:
    how, before = anchored(REPEATED, TWICE, "Noon edition.\n" + TWICE, nth)
    assert (how, before) == ("moved", ["oon edition.\n"[-12:], " to it then.\n"[-12:]][nth])


@pytest.mark.parametrize("nth", [0, 1])
def test_when_one_of_two_copies_goes_the_other_keeps_only_its_own_events(nth: int) -> None:
    gone = TWICE.replace(REPEATED + (". Tolls" if nth == 0 else ". Trains"), "Nothing happened. T", 1)
    assert anchored(REPEATED, TWICE, gone, nth)[0] in ("ambiguous", "orphaned")
    assert anchored(REPEATED, TWICE, gone, 1 - nth)[0] in ("exact", "moved")


def test_a_copied_sentence_does_not_stand_in_for_a_part_that_was_edited_away() -> None:
    part = "the boats were old"
    copied = TEXT.replace(part, "the boats were new") + "The owner denied that the boats were old. More follows.\n"
    assert anchored(part, TEXT, copied)[0] == "ambiguous"


def test_a_headline_copied_further_down_does_not_stand_in_for_one_that_was_edited() -> None:
    copied = (
        TEXT.replace(S, "Three ferries sank off the coast on Monday") + "Read more: " + TEXT.partition(",")[0] + "\n"
    )
    assert anchored("ferries sank off the coast", TEXT, copied.replace("Three ferries", "No ferry"))[0] == "ambiguous"


def test_a_paragraph_copied_whole_is_ambiguous() -> None:
    paragraph = TEXT.splitlines(keepends=True)[0]
    assert anchored(S, "News. " + TEXT, "News. " + paragraph + TEXT)[0] == "ambiguous"


def test_marks_spaces_and_line_ends_around_do_not_matter() -> None:
    exact = "الميناء سيغلق يومين"
    changed = (
        TEXT.replace("إن", "إنَّ").replace("\n", "\r\n").replace(". وأضاف", "\u200f.  وأضاف").replace("قالت", "قــالت")
    )
    assert exact in changed and anchored(exact, TEXT, changed)[0] == "moved"


def test_surroundings_grow_until_they_tell_copies_apart() -> None:
    block = "First one thing was said by many people here. Then the bridge fell down. Nobody was hurt by it, luckily."
    text = f"{TEXT}Alpha.\n{block}\nBeta.\n{block}\nGamma.\n{TEXT}"
    first, second = (target_in(text, "Then the bridge fell down", nth) for nth in (0, 1))
    assert len(first.prefix) > 2 * WIDTH
    for nth, target in enumerate((first, second)):
        anchor = find_anchor(target, "Late news.\n" + text, "other")
        assert anchor == Anchor("moved", target.start + 11, target.end + 11), nth


def test_words_that_stand_everywhere_are_no_anchor() -> None:
    text = "la " * 5000
    target = make_target(text, digest(text), 300, 302, "narrator")
    assert find_anchor(target, text + "x", "other").how == "ambiguous"


def test_empty_words_are_orphaned() -> None:
    assert find_anchor(Target("x", 0, 0, "", "", "", "narrator"), TEXT, digest(TEXT)).how == "orphaned"
