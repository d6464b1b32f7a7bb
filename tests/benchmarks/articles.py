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


def write_jsonl(path: Path, count: int, seed: int = 20240911) -> Path:
    """The articles in a JSONL file; its path."""
    with path.open("w", encoding="utf-8") as file:
        for fields in make_articles(count, seed):
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
