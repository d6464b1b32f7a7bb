"""Articles made by the thousand from a seed: many frames, domains and outlets in two languages, events told by several
outlets with differing figures, and a share of wire copies with small edits. Nothing in them is true."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_EN = {
    "who": ("the ministry of health", "police", "the mayor", "the fire service", "a union spokeswoman", "the regulator",
            "the central bank", "Governor Ines Falk", "engineer Omar Lind", "the port authority", "residents"),
    "where": ("Oslo", "Lyon", "Cairo", "Lima", "Nairobi", "Porto", "Quito", "Izmir", "Tunis", "Gdansk"),
    "thing": ("people were injured", "homes lost power", "flights were cancelled", "workers walked out",
              "cases were found", "hectares burned", "pupils stayed at home", "ships waited off the coast"),
    "event": ("a fire in a paper mill", "a storm off the coast", "a strike at the port", "an outbreak in the camp",
              "a derailment north of the town", "floods along the river"),
    "day": ("on Monday", "on Tuesday evening", "last week", "in March", "since 2021", "on 4 May 2024", "overnight"),
    "frames": (
        "{Who} said that {n} {thing} in {where} {day} after {event}.",
        "At least {n} {thing} in {where} {day}, {who} said, while {who2} put the number at {m}.",
        "“We counted {n} before noon,” {who} told reporters in {where}.",
        "According to {who}, the damage after {event} will cost ${m} million, up from {n} million a year earlier.",
        "{Who} denied that the warning came too late and said an inquiry would report within {n} days.",
        "The road to {where} has been closed {day}, which {who} called unavoidable.",
        "Prices in {where} rose {n}.{d}% {day}, the fastest since 2019.",
        "If the rain goes on, {m} more homes will be emptied, {who} warned.",
        "{Who} expects work to take {n} months and said {m} of them would fall into winter.",
        "It was not clear {day} whether {event} had a single cause.",
    ),
}  # fmt: skip
_AR = {
    "who": ("وزارة الصحة", "الشرطة", "رئيس البلدية", "الدفاع المدني", "متحدثة باسم النقابة", "البنك المركزي",
            "مدير الميناء سامي الفرا", "هيئة الأرصاد", "شهود عيان", "مصدر طبي"),
    "where": ("القاهرة", "تونس", "عمّان", "الدوحة", "بيروت", "الرباط", "صنعاء", "الجزائر"),
    "thing": ("مصابا", "منزلا", "عاملا", "طالبا", "مريضا", "مسافرا", "قاربا", "شاحنة"),
    "event": ("حريق في مصنع للورق", "عاصفة ضربت الساحل", "إضراب في الميناء", "انقلاب قطار شمال المدينة", "فيضان النهر"),
    "day": ("يوم الاثنين", "مساء الثلاثاء", "الأسبوع الماضي", "في مارس/ آذار", "منذ عام 2021", "فجر اليوم"),
    "frames": (
        "قالت {who} إن {n} {thing} نقلوا من {where} {day} بعد {event}.",
        "وأضافت أن العدد قد يصل إلى {m}، مشيرة إلى أن البحث مستمر.",
        "وذكر {who} أن «ما حدث في {where} لم نره منذ {n} سنوات».",
        "وبحسب {who}، بلغت الخسائر {m} مليون دولار، بينما قدرها {who2} بأكثر من {n} مليونا.",
        "ونفى {who} أن يكون التحذير قد تأخر، مؤكدا أن لجنة ستعلن نتائجها خلال {n} يوما.",
        "وارتفعت الأسعار في {where} بنسبة {n} في المئة {day}.",
        "وكان {event} قد أدى إلى إغلاق الطريق، ما أدى إلى تأخر {m} {thing}.",
        "وإذا استمر المطر فسيخلى {m} منزلا آخر، وفق ما أعلن {who}.",
        "ولم يتضح {day} ما إذا كان سبب {event} واحدا.",
    ),
}  # fmt: skip
_OUTLETS = ("Coast Daily", "The Ledger", "Northern Post", "صوت المدينة", "الميناء اليوم", "Agency Six", "Harbour Radio")


def make_articles(count: int, seed: int = 20240911) -> Iterator[dict[str, Any]]:
    """`count` articles as corpora hold them (`id`, `text`, `outlet`, `published`), the same for the same seed."""
    chance = random.Random(seed)
    recent: list[str] = []
    for number in range(count):
        if recent and chance.random() < 0.12:
            text = _edited(chance, chance.choice(recent))
        else:
            text = _written(chance)
            recent = [*recent[-40:], text]
        day = f"2024-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}"
        yield {"id": f"a{number:06d}", "text": text, "outlet": chance.choice(_OUTLETS), "published": day}


_DAY_AR = (
    ("انهيار جسر", "دمشق", "مصابا", (12, 14, 17)),
    ("حريق في سوق", "بغداد", "قتيلا", (21, 23)),
    ("فيضان", "الخرطوم", "نازحا", (300, 350, 420)),
)
_DAY_EN = (
    ("the collapse of a bridge", "Damascus", "injured", (12, 14, 17)),
    ("a fire in a market", "Baghdad", "killed", (21, 23)),
    ("the flood", "Khartoum", "displaced", (300, 350, 420)),
)
_DAY_OUTLETS = ("Coast Daily", "The Ledger", "Northern Post", "صوت المدينة", "الميناء اليوم", "Harbour Radio")


def make_day(count: int = 50, day: str = "2024-09-11", seed: int = 20240911) -> Iterator[dict[str, Any]]:
    """`count` articles of one day about three events, in both languages: sources give differing tolls, outlets pass on
    one or several of them, and one in six is a copy of an earlier article. The same for the same seed."""
    chance = random.Random(seed)
    texts: list[str] = []
    for number in range(count):
        if texts and number % 6 == 5:
            texts.append(_edited(chance, chance.choice(texts)))
        else:
            texts.append(_of_day(chance))
        outlet = _DAY_OUTLETS[number % len(_DAY_OUTLETS)]
        yield {"id": f"day{number:02d}", "text": texts[-1], "outlet": outlet, "published": day}


def _of_day(chance: random.Random) -> str:
    which, arabic = chance.randrange(3), chance.random() < 0.6
    event, where, what, tolls = (_DAY_AR if arabic else _DAY_EN)[which]
    one, other = chance.sample(range(3), k=2)
    toll, more = chance.choice(tolls), chance.choice(tolls)
    if arabic:
        who = ("وزارة الصحة", "الدفاع المدني", "الشرطة")
        lines = [
            f"{event} في {where}",
            f"قالت {who[0]} إن {toll} {what} سقطوا في {where} بعد {event}." if one == 0
            else f"أعلن {who[one]} أن {toll} {what} سقطوا في {where} بعد {event}.",
            f"وذكرت {who[other]} أن {more} {what} على الأقل سقطوا في {where}.",
        ]  # fmt: skip
    else:
        who = ("The ministry of health", "The civil defence", "The police")
        lines = [
            f"{where} after {event}",
            f"{who[one]} said that {toll} people were {what} in {where} on Wednesday.",
            f"{who[other]} said that at least {more} people were {what} in {where} on Wednesday.",
        ]
    fills = _AR if arabic else _EN
    fixed = {name: chance.choice(fills[name]) for name in ("where", "event", "thing")}
    lines += [_filled(chance, fills, fixed, frame) for frame in chance.sample(fills["frames"][2:], k=4)]
    return "\n\n".join(lines) + "\n"


def write_day(path: Path, count: int = 50) -> Path:
    """`make_day` in a JSONL file; its path."""
    return _written_to(path, make_day(count))


def write_jsonl(path: Path, count: int, seed: int = 20240911) -> Path:
    """`make_articles` in a JSONL file; its path."""
    return _written_to(path, make_articles(count, seed))


def _written_to(path: Path, articles: Iterator[dict[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for fields in articles:
            file.write(json.dumps(fields, ensure_ascii=False) + "\n")
    return path


def _written(chance: random.Random) -> str:
    words: dict[str, Any] = _AR if chance.random() < 0.6 else _EN
    fixed = {name: chance.choice(words[name]) for name in ("where", "event", "thing")}
    paragraphs = []
    for _ in range(chance.randint(4, 14)):
        frames = chance.sample(words["frames"], k=min(chance.randint(1, 4), len(words["frames"])))
        paragraphs.append(" ".join(_filled(chance, words, fixed, frame) for frame in frames))
    headline = _filled(chance, words, fixed, words["frames"][0]).rstrip(".")
    lines = [headline, *paragraphs]
    if chance.random() < 0.5:
        lines.insert(1, "رويترز" if words is _AR else f"By {chance.choice(('Ana Ruiz', 'Tom Hale', 'Lena Moe'))}")
    if chance.random() < 0.3:
        lines.append("المصادر: وكالات" if words is _AR else "Read more: what we know so far")
    return "\n\n".join(lines) + "\n"


def _filled(chance: random.Random, words: dict[str, Any], fixed: dict[str, str], frame: str) -> str:
    one, other = chance.sample(words["who"], k=2)
    here = fixed if chance.random() < 0.7 else {name: chance.choice(words[name]) for name in fixed}
    return str(frame).format(
        who=one, Who=one[0].upper() + one[1:], who2=other, day=chance.choice(words["day"]), n=chance.randint(3, 90),
        m=chance.randint(91, 900), d=chance.randint(0, 9), **here,
    )  # fmt: skip


def _edited(chance: random.Random, text: str) -> str:
    """A wire copy: another headline, sometimes a paragraph less."""
    lines = text.split("\n\n")
    lines[0] = f"{lines[0]} ({chance.randint(1, 9)})"
    if len(lines) > 6:
        del lines[chance.randrange(2, len(lines))]
    return "\n\n".join(lines)
