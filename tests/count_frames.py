"""What two sources count, each in words of its own: what one question asks for must meet, two questions must not.

Every outcome is told by the ministry in one way and by the union in many, right behind it, a paragraph on, or far down;
and every outcome beside every other, which must stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product
from typing import NamedTuple


class Outcome(NamedTuple):
    """What is counted: as the ministry tells it, as the union does, its name, its unit, and the two numbers."""

    first: str
    others: tuple[str, ...]
    name: str
    unit: str = ""
    numbers: tuple[int, int] = (12, 19)


ENGLISH = {
    "dead": Outcome(
        "{n} people died in the fire",
        (
            "{n} people were killed",
            "the fire killed {n}",
            "{n} had died",
            "the death toll was {n}",
            "the dead numbered {n}",
        ),
        "death toll",
    ),
    "injured": Outcome(
        "{n} people were injured",
        (
            "{n} people were hurt",
            "the number of injured was {n}",
            "{n} people had been wounded",
            "it had treated {n} injured people",
        ),
        "number of injured",
    ),
    "missing": Outcome(
        "{n} people are missing",
        (
            "{n} people are unaccounted for",
            "the number of missing was {n}",
            "{n} remained missing",
        ),
        "number of missing",
    ),
    "arrested": Outcome(
        "{n} people were arrested",
        (
            "{n} protesters were detained",
            "it had made {n} arrests",
            "{n} had been held",
        ),
        "number of arrests",
    ),
    "attended": Outcome(
        "{n} people joined the march",
        (
            "{n} people took part",
            "{n} had marched",
            "the crowd numbered {n}",
            "{n} people attended",
            "turnout was {n}",
        ),
        "turnout",
        "",
        (9000, 2500),
    ),
    "evacuated": Outcome(
        "{n} residents were evacuated",
        (
            "{n} people had left their homes",
            "{n} people were moved out",
            "{n} had fled",
        ),
        "number of evacuees",
        "",
        (4000, 2500),
    ),
    "cost": Outcome(
        "the bridge would cost {n} million dollars",
        (
            "the bill would be {n} million dollars",
            "the bridge will cost {n} million dollars",
            "the price was {n} million dollars",
        ),
        "cost",
        " million dollars",
        (40, 65),
    ),
    "damage": Outcome(
        "the damage came to {n} million dollars",
        (
            "losses reached {n} million dollars",
            "the damage was {n} million dollars",
        ),
        "damage",
        " million dollars",
    ),
    "burned": Outcome(
        "the fire burned {n} hectares",
        (
            "{n} hectares had burned",
            "the fire had consumed {n} hectares",
        ),
        "burned area",
        " hectares",
        (1200, 800),
    ),
    "homes": Outcome(
        "{n} homes were destroyed",
        (
            "{n} houses were lost",
            "it counted {n} destroyed homes",
        ),
        "number of destroyed homes",
    ),
    "jobs": Outcome(
        "{n} jobs would be lost",
        (
            "{n} workers would lose their jobs",
            "{n} posts would go",
        ),
        "number of job losses",
        "",
        (340, 200),
    ),
    "sick": Outcome(
        "{n} pupils fell ill",
        (
            "{n} children were ill",
            "{n} pupils had been taken ill",
            "there were {n} cases",
        ),
        "number of cases",
    ),
    "share": Outcome(
        "{n} percent of teachers were on strike",
        (
            "{n} percent had joined the strike",
            "the figure was {n} percent",
            "participation was {n} percent",
        ),
        "participation",
        " percent",
        (83, 38),
    ),
    "unpowered": Outcome(
        "{n} homes were without power",
        (
            "{n} households had no electricity",
            "{n} customers were without power",
        ),
        "number of homes without power",
        "",
        (22400, 31000),
    ),
    "votes": Outcome(
        "the bill won {n} votes",
        (
            "the bill got {n} votes",
            "{n} deputies voted for it",
        ),
        "number of votes",
        "",
        (178, 149),
    ),
    "leak": Outcome(
        "{n} barrels of oil leaked",
        (
            "{n} barrels had spilled",
            "the spill was {n} barrels",
        ),
        "spill",
        " barrels",
        (300, 700),
    ),
    "time": Outcome(
        "the outage lasted {n} hours",
        (
            "it lasted {n} hours",
            "power was back after {n} hours",
        ),
        "length of the outage",
        " hours",
    ),
    "boats": Outcome(
        "{n} boats were sunk",
        (
            "{n} boats had gone down",
            "it had lost {n} boats",
        ),
        "number of boats sunk",
    ),
}
ARABIC = {
    "dead": Outcome(
        "{n} شخصا قتلوا في الحريق",
        (
            "{n} شخصا قتلوا",
            "{n} شخصا لقوا حتفهم",
            "عدد القتلى بلغ {n}",
            "الحصيلة بلغت {n} قتيلا",
            "{n} شخصا توفوا",
        ),
        "عدد القتلى",
    ),
    "injured": Outcome(
        "{n} شخصا أصيبوا بجروح",
        (
            "{n} شخصا جرحوا",
            "عدد الجرحى بلغ {n}",
            "{n} جريحا نقلوا إلى المستشفى",
            "المصابين تجاوزوا {n}",
        ),
        "عدد الجرحى",
    ),
    "missing": Outcome(
        "{n} شخصا فقدوا",
        (
            "{n} شخصا ما زالوا مفقودين",
            "عدد المفقودين {n}",
        ),
        "عدد المفقودين",
    ),
    "arrested": Outcome(
        "{n} شخصا أوقفوا",
        (
            "{n} شخصا اعتقلوا",
            "عدد الموقوفين بلغ {n}",
            "الشرطة اعتقلت {n} شخصا",
        ),
        "عدد الموقوفين",
    ),
    "attended": Outcome(
        "{n} شخص شاركوا في المسيرة",
        (
            "{n} شخص تظاهروا",
            "عدد المشاركين لم يتجاوز {n}",
            "{n} شخص حضروا",
            "عدد المتظاهرين بلغ {n}",
        ),
        "عدد المشاركين",
        "",
        (9000, 2500),
    ),
    "displaced": Outcome(
        "{n} شخص نزحوا",
        (
            "{n} شخص غادروا منازلهم",
            "{n} شخص أجلوا",
            "عدد النازحين {n}",
        ),
        "عدد النازحين",
        "",
        (4000, 2500),
    ),
    "cost": Outcome(
        "كلفة الجسر تبلغ {n} مليون دولار",
        (
            "الكلفة ستصل إلى {n} مليون دولار",
            "الجسر سيكلف {n} مليون دولار",
        ),
        "الكلفة",
        " مليون دولار",
        (40, 65),
    ),
    "damage": Outcome(
        "الخسائر بلغت {n} مليون دولار",
        (
            "قيمة الأضرار {n} مليون دولار",
            "الخسائر لا تتجاوز {n} مليون دولار",
        ),
        "الخسائر",
        " مليون دولار",
        (40, 65),
    ),
    "area": Outcome(
        "الحريق أتى على {n} هكتار",
        (
            "المساحة المحترقة {n} هكتار",
            "النيران التهمت {n} هكتار",
        ),
        "المساحة المحترقة",
        " هكتار",
        (1200, 800),
    ),
    "homes": Outcome(
        "{n} منزلا دمرت",
        (
            "{n} بيتا تهدم",
            "عدد المنازل المدمرة {n}",
        ),
        "عدد المنازل المدمرة",
    ),
    "share": Outcome(
        "{n} في المئة من المعلمين أضربوا",
        (
            "نسبة المشاركة في الإضراب {n} في المئة",
            "نسبة الإضراب لم تتجاوز {n} في المئة",
        ),
        "نسبة المشاركة",
        " في المئة",
        (83, 38),
    ),
    "sick": Outcome(
        "{n} تلميذا أصيبوا بالتسمم",
        (
            "عدد الحالات بلغ {n}",
            "{n} تلميذا ظهرت عليهم أعراض التسمم",
        ),
        "عدد الإصابات",
    ),
    "votes": Outcome(
        "القانون نال {n} صوتا",
        (
            "القانون حصل على {n} صوتا",
            "عدد الأصوات لم يتجاوز {n}",
        ),
        "عدد الأصوات",
        "",
        (178, 149),
    ),
    "leak": Outcome(
        "{n} برميل من النفط تسربت",
        (
            "الكمية المتسربة {n} برميل",
            "{n} برميل تسربت",
        ),
        "الكمية المتسربة",
        " برميل",
        (300, 700),
    ),
    "jobs": Outcome(
        "{n} وظيفة ستلغى",
        (
            "{n} عامل سيفقدون وظائفهم",
            "عدد المسرحين {n}",
        ),
        "عدد المسرحين",
        "",
        (340, 200),
    ),
    "time": Outcome(
        "الانقطاع استمر {n} ساعة",
        (
            "الانقطاع دام {n} ساعة",
            "التيار عاد بعد {n} ساعة",
        ),
        "مدة الانقطاع",
        " ساعة",
    ),
    "salary": Outcome(
        "الرواتب زادت {n} في المئة",
        (
            "الزيادة لم تتجاوز {n} في المئة",
            "الرواتب زادت {n} في المئة",
        ),
        "نسبة الزيادة",
        " في المئة",
        (12, 7),
    ),
}
ENGLISH_FRAMES = {
    "told": "The union said {told}.", "put at": "The union put the {name} at {sum}.",
    "it was": "The union said it was {sum}.", "a figure": "The union gave a figure of {sum}.",
    "the number": "But the union said the number was {sum}.", "alone": "The union said {sum}.",
    "spoke of": "The union spoke of {sum}.", "according to": "According to the union, {told}.",
    "only": "The union said only {sum}.", "counted": "The union counted {sum}.",
    "estimated": "The union estimated {told}.",
}  # fmt: skip
ARABIC_FRAMES = {
    "told": "وقالت النقابة إن {told}.", "but": "لكن النقابة أكدت أن {told}.", "put at": "وقدرت النقابة {name} بـ{sum}.",
    "put it at": "وقدرتها النقابة بـ{sum}.", "spoke of": "وتحدثت النقابة عن {sum}.",
    "the number": "وقالت النقابة إن العدد {sum}.", "the figure": "في حين قالت النقابة إن الرقم هو {sum}.",
    "according to": "وبحسب النقابة، {told}.", "counted": "وأحصت النقابة {sum}.",
    "at most": "وأشارت النقابة إلى أن العدد لا يتجاوز {sum}.",
}  # fmt: skip
_FIRST = {"en": "A quiet day\n\nThe ministry said {}.", "ar": "يوم هادئ\n\nقالت الوزارة إن {}."}
_LONG = {
    "en": "\n\nThe mayor visited the site on Monday. Schools were closed.\n\nRain is expected on Friday.\n\n",
    "ar": "\n\nوزار رئيس البلدية المكان الاثنين. وأغلقت المدارس أبوابها.\n\nويتوقع هطول أمطار الجمعة.\n\n",
}
_FAR = ("told", "put at", "according to")  # what says of what it is however far down
_NEAR = ("a figure", "alone", "spoke of", "it was", "the number", "the figure", "put it at", "at most", "only")
_ALONE = {
    "en": ("The union said {}.", "But the union said {}."),
    "ar": ("وقالت النقابة إن {}.", "لكن النقابة أكدت أن {}."),
}
_KIN = (("sick", "injured"), ("cost", "damage"), ("attended", "votes"), ("share", "salary"))


def of_one_question(lang: str) -> Iterator[str]:
    """Articles in which the two sources answer one question differently."""
    outcomes, frames = (ENGLISH, ENGLISH_FRAMES) if lang == "en" else (ARABIC, ARABIC_FRAMES)
    for outcome, (name, frame), between in product(outcomes.values(), frames.items(), (" ", "\n\n", _LONG[lang])):
        if (between == "\n\n" and name in _NEAR) or (between == _LONG[lang] and name not in _FAR):
            continue
        for told in outcome.others if "{told}" in frame else outcome.others[:1]:
            second = frame.format(told=told, name=outcome.name, sum="{n}" + outcome.unit)
            yield _article(lang, outcome, outcome, between + second)


def of_two_questions(lang: str) -> Iterator[str]:
    """Articles in which each source counts something of its own."""
    outcomes = ENGLISH if lang == "en" else ARABIC
    for (a, first), (b, second) in permutations(outcomes.items(), 2):
        if (a, b) in _KIN or (b, a) in _KIN:
            continue
        for told, frame in product(second.others, _ALONE[lang]):
            yield _article(lang, first, second, " " + frame.format(told))


def _article(lang: str, first: Outcome, second: Outcome, told: str) -> str:
    opening = _FIRST[lang].format(first.first.format(n=first.numbers[0]))
    return opening + told.format(n=second.numbers[1])
