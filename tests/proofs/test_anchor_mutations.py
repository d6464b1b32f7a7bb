"""Articles changed at random: no claim is silently anchored to other words, and untouched ones keep their place.

Where each character of the old text went is tracked through every change, so that the right answer is known.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from ledgers import digest
from proof import rounds

from factcheck.anchors import find_anchor, make_target

DATA = Path(__file__).parent.parent.parent / "data"
ARTICLES = sorted(DATA.glob("*.txt"))
INSERTED = ("A line put in later. ", "أضيفت هذه الجملة لاحقًا. ", "x", " ", "\n\n", "\u200f", "2024")
MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652"
HAMZA = {"أ": "ا", "إ": "ا", "آ": "ا", "ا": "أ", "ى": "ي", "ة": "ه"}


@dataclass
class Changed:
    """A text under change: `origin` gives for each character its offset in the old text, `None` for a new one."""

    text: str
    origin: list[int | None] = field(default_factory=list)
    copies: int = 0

    def splice(self, start: int, end: int, new: str, origin: list[int | None] | None = None) -> None:
        self.text = self.text[:start] + new + self.text[end:]
        self.origin[start:end] = origin if origin is not None else [None] * len(new)


def change(one: Changed, pick: random.Random) -> None:
    """One change of a kind that happens to articles: by editors, by content systems, by copying and pasting."""
    at = pick.randrange(len(one.text))
    match pick.choice(("insert", "delete", "copy", "look-alike", "marks", "hamza", "tatweel", "bidi", "crlf", "word")):
        case "insert":
            one.splice(at, at, pick.choice(INSERTED))
        case "delete":
            one.splice(at, min(len(one.text), at + pick.choice((1, 5, 40, 200))), "")
        case "copy":
            sentence = pick.choice(sentences(one.text))
            one.splice(at, at, one.text[sentence[0] : sentence[1]])
        case "look-alike":
            start, end = pick.choice(sentences(one.text))
            words = one.text[start:end].split(" ")
            words[pick.randrange(len(words))] = pick.choice(("three", "ثلاثة", "not", "لم", "8"))
            one.splice(at, at, " ".join(words) + " ")
        case "marks":
            for place in sorted(pick.sample(range(len(one.text)), 20), reverse=True):
                one.splice(place, place, pick.choice(MARKS))
        case "hamza":
            for place in pick.sample(range(len(one.text)), 60):
                if one.text[place] in HAMZA:
                    one.splice(place, place + 1, HAMZA[one.text[place]])
        case "tatweel":
            one.splice(at, at, "\u0640" * 3)
        case "bidi":
            one.splice(at, at, pick.choice("\u200e\u200f\u202b\u202c\u2067\u2069"))
        case "crlf":
            for found in reversed(list(re.finditer(r"(?<!\r)\n", one.text))):
                one.splice(found.start(), found.start(), "\r")
        case "word":
            found = pick.choice(list(re.finditer(r"\w+", one.text)))
            one.splice(found.start(), found.end(), found.group()[::-1])


def sentences(text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in re.finditer(r"[^.\n!؟]{12,}[.\n]", text)] or [(0, len(text))]


def spans(text: str) -> list[tuple[int, int]]:
    """What stands for claims: sentences, their parts, and any words that stand twice."""
    found = [(s, e - 1) for s, e in sentences(text)]
    found += [(s + (e - s) // 3, e - 1) for s, e in found if e - s > 40]
    return [(s, e) for s, e in found if text[s:e].strip()]


def is_twin(old: str, span: tuple[int, int], one: Changed, place: int) -> bool:
    """Whether a copy stands where the original stood, right beside what followed it or came before its sentence.

    A copy put beside its original, which is then changed, cannot be told by anybody from a changed copy put beside it.
    """
    start, end = span
    sentence, close = next(((s, e) for s, e in sentences(old) if s <= start < e), span)
    left = next((one.origin[i] for i in range(place - 1, -1, -1) if one.origin[i] is not None), -1)
    right = next((o for o in one.origin[place + end - start :] if o is not None), len(old))
    return left in range(sentence - 4, start) or right in range(end, close + 4)


def outcome(old: str, span: tuple[int, int], one: Changed) -> str:
    """How a span fared: untouched-found, untouched-lost, touched-lost, restored, twin (below), or WRONG."""
    start, end = span
    target = make_target(old, digest(old), start, end, "narrator")
    anchor = find_anchor(target, one.text, digest(one.text))
    places = {origin: i for i, origin in enumerate(one.origin) if origin is not None}
    first = places.get(start)
    untouched = first is not None and one.origin[first : first + end - start] == list(range(start, end))
    if anchor.start is None:
        return "untouched-lost" if untouched else "touched-lost"
    kept = sum(one.origin[anchor.start + i] == start + i for i in range(end - start))
    if kept * 10 < 8 * (end - start):  # a letter deleted and put back leaves the same words at the same place
        return "twin" if is_twin(old, span, one, anchor.start) else "WRONG"
    if not untouched:
        return "restored"
    assert anchor.how == ("exact" if anchor.start == start else "moved")
    return "untouched-found"


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("changes", [1, 3, 8])
def test_no_claim_is_silently_anchored_to_other_words(changes: int) -> None:
    counted: Counter[str] = Counter()
    for seed in range(rounds(800, 40)):
        pick = random.Random(seed * 31 + changes)
        old = pick.choice(ARTICLES).read_text("utf-8")
        one = Changed(old, list(range(len(old))))
        for _ in range(changes):
            change(one, pick)
        counted.update(outcome(old, span, one) for span in spans(old))
    untouched = counted["untouched-found"] + counted["untouched-lost"]
    share = counted["untouched-found"] / untouched
    print(f"{changes} changes each: {dict(counted)}; {share:.2%} of untouched spans exact or moved")
    assert counted["WRONG"] == 0
    assert share >= 0.99
