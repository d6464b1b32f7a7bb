"""Frames in which news says who says what, crossed with speakers and with what they say, and whom each must give.

A frame, a speaker and a content make a sentence whose reading is known: one claim of that speaker with that figure.
Each is plain by itself; a rule that reads one frame can break another, which only all of them together show.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple


class Case(NamedTuple):
    """A text, and of each claim in it that holds a figure who must be read to make it, by a part of the name."""

    text: str
    told: tuple[tuple[str, float], ...]
    claims: int


class Speaker(NamedTuple):
    """How a speaker is told, a part of the name that a claim must give, and the pronoun or gender that takes it up."""

    told: str
    name: str
    taken_up: str


ENGLISH = [
    Speaker("the ministry", "ministry", "it"),
    Speaker("Mayor Ana Ruiz", "Ana Ruiz", "she"),
    Speaker("Ana Ruiz, head of the clinic,", "Ana Ruiz", "she"),
    Speaker("Ana Ruiz, a surgeon at the clinic,", "Ana Ruiz", "she"),
    Speaker("Ana Ruiz, who runs the clinic,", "Ana Ruiz", "she"),
    Speaker("the health minister, Karl Berg,", "Karl Berg", "he"),
    Speaker("the mayor's office", "mayor's office", "it"),
    Speaker("police", "police", "they"),
    Speaker("two officials", "officials", "they"),
    Speaker("an official who asked not to be named", "official", "-"),
    Speaker("a report by the audit office", "report", "-"),
    Speaker("Ana Ruiz of the Orbis Institute", "Ana Ruiz", "she"),
    Speaker("Vale Foods", "Vale Foods", "it"),
]
ENGLISH_CONTENTS = [
    "12 people died", "the flood killed 12 people", "12 houses were lost", "the work would cost 12 million euros",
    "the number of sick children had risen to 12", "at least 12 boats sank on 3 March 2024",
    "prices rose by 12 percent last year",
]  # fmt: skip
ENGLISH_FRAMES = {
    "said": "{S} said {c}.",
    "said that": "{S} said that {c}.",
    "has said": "{S} has said {c}.",
    "said on a day": "{S} said on Monday that {c}.",
    "told": "{S} told reporters that {c}.",
    "told on a day": "{S} told parliament on Monday that {c}.",
    "behind": "{C}, {s} said.",
    "behind, inverted": "{C}, said {s}.",
    "behind, told": "{C}, {s} told the Gazette.",
    "according to": "According to {s}, {c}.",
    "behind, according to": "{C}, according to {s}.",
    "put it": "{C}, as {s} put it.",
    "warned": "{S} warned that {c}.",
    "wrote": "{S} wrote on a website that {c}.",
    "adding": "{S} said the river was high, adding that {c}.",
    "in a statement": "In a statement, {s} said {c}.",
    "asked": "Asked about the river, {s} said {c}.",
    "quoted behind": '"{C}," {s} said.',
    "quoted behind, inverted": '"{C}," said {s}.',
    "quoted": '{S} said: "{C}."',
    "quoted, told": '"{C}," {s} told reporters on Monday.',
    "goes on": "{S} said the river was high. {P} added that {c}.",
    "goes on, quoted": '{S} said the river was high. "{C}," {p} added.',
    "two things": "{S} said that the river was high and that {c}.",
}
ARABIC = [
    Speaker("وزارة الصحة", "وزارة الصحة", "f"),
    Speaker("وزير الصحة سامي حداد", "سامي حداد", "m"),
    Speaker("الوزير", "الوزير", "m"),
    Speaker("النقابة", "النقابة", "f"),
    Speaker("رئيس بلدية الميناء كمال عطية", "كمال عطية", "m"),
    Speaker("المتحدثة باسم الشركة ليلى نصار", "ليلى نصار", "f"),
    Speaker("مصدر أمني", "مصدر أمني", "m"),
    Speaker("مدير المستشفى، سامي حداد،", "سامي حداد", "m"),
    Speaker("سامي حداد، مدير المستشفى،", "سامي حداد", "m"),
    Speaker("مصدر طلب عدم الكشف عن هويته", "مصدر", "m"),
    Speaker("سكان في الحي", "سكان", "p"),
    Speaker("شركة «النور»", "النور", "f"),
    Speaker("الطبيبة هدى سالم", "هدى سالم", "f"),
]
ARABIC_CONTENTS = {  # as «أن» takes it, with its subject first, and as a sentence begins
    "12 شخصا قتلوا": "قتل 12 شخصا",
    "الفيضان أودى بحياة 12 شخصا": "أودى الفيضان بحياة 12 شخصا",
    "كلفة المشروع تبلغ 12 مليون دولار": "تبلغ كلفة المشروع 12 مليون دولار",
    "عدد المصابين ارتفع إلى 12": "ارتفع عدد المصابين إلى 12",
    "السفينة كانت تحمل 12 حاوية": "كانت السفينة تحمل 12 حاوية",
    "الأسعار زادت 12 في المئة العام الماضي": "زادت الأسعار 12 في المئة العام الماضي",
}
_VERBS = {  # by the gender of who is told behind them
    "say": ("قال", "قالت", "قال"), "stress": ("أكد", "أكدت", "أكد"), "announce": ("أعلن", "أعلنت", "أعلن"),
    "report": ("أفاد", "أفادت", "أفاد"), "tell": ("يقول", "تقول", "يقول"), "add": ("وأضاف", "وأضافت", "وأضافوا"),
    "adding": ("مضيفا", "مضيفة", "مضيفين"), "pointing": ("مشيرا", "مشيرة", "مشيرين"),
    "for his part": ("من جهته", "من جهتها", "من جهتهم"), "his word": ("قوله", "قولها", "قولهم"),
}  # fmt: skip
ARABIC_FRAMES = {
    "said that": "{say} {s} إن {c}.",
    "stressed that": "و{stress} {s} الاثنين أن {c}.",
    "reported that": "و{report} {s} بأن {c}.",
    "his part": "{for his part}، {say} {s} إن {c}.",
    "in a statement": "وفي بيان، {say} {s} إن {c}.",
    "told an agency": "و{say} {s} لوكالة فرانس برس إن {c}.",
    "at a conference": "و{say} {s} خلال مؤتمر صحافي إن {c}.",
    "according to": "وبحسب {s}، {v}.",
    "behind, according to": "و{v}، بحسب {s}.",
    "behind, as announced": "و{v}، على ما {announce} {s}.",
    "behind, as said": "و{v}، كما {say} {s}.",
    "quoted": "{say} {s}: «{c}».",
    "quoted behind": "«{c}»، {tell} {s}.",
    "adding": "{say} {s} إن النهر مرتفع، {adding} أن {c}.",
    "pointing": "{say} {s} إن النهر مرتفع، {pointing} إلى أن {c}.",
    "goes on": "{say} {s} إن النهر مرتفع. {add} أن {c}.",
    "two things": "{say} {s} إن النهر مرتفع وإن {c}.",
    "relayed": "ونقلت وكالة فرانس برس عن {s} {his word} إن {c}.",
}
ANOTHER = {  # what follows: nothing, another voice in the sentence, another one behind it
    "en": ("", ", but the union said 15 had.", " Karl Orr, a farmer, said 15 cows were lost."),
    "ar": ("", "، لكن الاتحاد قال إن العدد 15.", " وقال المزارع كريم عون إن 15 بقرة نفقت."),
}
OTHERS = {"en": ("union", "Karl Orr"), "ar": ("الاتحاد", "كريم عون")}
_FIRST_OF_TWO = ("adding", "pointing", "goes on", "goes on, quoted", "two things")


def cases(lang: str) -> Iterator[Case]:
    """Every frame with every speaker, content and follower of a language, where they go together."""
    speakers, frames = (ENGLISH, ENGLISH_FRAMES) if lang == "en" else (ARABIC, ARABIC_FRAMES)
    contents = ENGLISH_CONTENTS if lang == "en" else list(ARABIC_CONTENTS)
    for (name, frame), speaker, content, follows in product(frames.items(), speakers, contents, range(3)):
        if follows == 1 and name.startswith("quoted"):
            continue  # the sentence ends with the quotation
        if "goes on" in name and speaker.taken_up == "-":
            continue
        text = (_english if lang == "en" else _arabic)(frame, speaker, content)
        other = ANOTHER[lang][follows]
        text = (text[:-1] if follows == 1 else text) + other
        figure = 12e6 if "million" in content or "مليون" in content else 12.0
        told = ((speaker.name, figure), *(((OTHERS[lang][follows - 1], 15.0),) if follows else ()))
        yield Case(text, told, len(told) + (name in _FIRST_OF_TWO))


def _english(frame: str, speaker: Speaker, content: str) -> str:
    closes = speaker.told.rstrip(",") if "{s}," in frame or "{s}." in frame else speaker.told
    words = {"s": closes, "c": content, "p": speaker.taken_up}
    capitals = {key.upper(): word[0].upper() + word[1:] for key, word in words.items()}
    capitals["S"] = speaker.told[0].upper() + speaker.told[1:]
    return frame.format(**words, **capitals)


def _arabic(frame: str, speaker: Speaker, content: str) -> str:
    closes = speaker.told.rstrip("،") if any(end in frame for end in ("{s}،", "{s}.", "{s}:")) else speaker.told
    verbs = {key: forms["mfp".index(speaker.taken_up)] for key, forms in _VERBS.items()}
    return frame.format(**verbs, s=closes, c=content, v=ARABIC_CONTENTS[content])
