"""Times of day: what minute is said, whether morning or evening is, and how far two lie apart."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.amounts import Row
from factcheck.extract.clock import Clock
from factcheck.extract.dates import find_dates
from factcheck.extract.day_of_clock import clocks_in
from factcheck.text import tokenise

# text, what it must give: hour:minute each, with ? where it may lie twelve hours off; nothing: no time of day
SAID = {
    "ar": {
        "وقع في السابعة و٢٠ دقيقة من مساء السبت": "19:20",
        "الساعة 10:30": "10:30?",
        "الساعة 21:15": "21:15",
        "الساعة 1030 بتوقيت غرينتش": "10:30",
        "قبل السابعة بربع ساعة": "6:45?",
        "بعد العاشرة بخمس دقائق": "10:05?",
        "الرابعة والربع فجرا": "4:15",
        "السادسة إلا ربعا صباحا": "5:45",
        "قرابة الحادية عشرة من ليل السبت": "23:00",
        "الساعة الثانية ليلا": "2:00",
        "الثانية عشرة ظهرا": "12:00",
        "الثانية بعد الظهر": "14:00",
        "حتى منتصف الليل": "0:00",
        "بين العاشرة صباحا والخامسة عصرا": "10:00 17:00",
        "الدورة الثالثة مساء الأحد": "",
        "في الثانية والثلاثين من عمره": "",
        "المرحلة الثانية والنصف الآخر": "",
        "خلال 48 ساعة": "",
        "ثمن الساعة 12 ألف دولار": "",
        "أجر الساعة 15 دولارا": "",
        "يأخذ الدواء في الساعة 5 مرات": "",
        "بسرعة 80 كيلومترا في الساعة 7 مارس": "",
        "يبدأ الساعة 10 يوم الجمعة": "10:00?",
        "تنطلق الجولة الثانية صباحا": "",
        "احتل المرتبة الخامسة فجرا": "0:00",
        "بدأ الاجتماع السادسة صباحا": "6:00",
        "بيعت 900 تذكرة حتى الظهر": "12:00",
        "بلغ الطابور عند الظهر آخر الشارع": "12:00",
        "أصيب بكسر في الظهر": "",
        "تؤلمه عضلات أسفل الظهر": "",
        "ورد البلاغ عند الحادية عشرة وعشر دقائق": "11:10?",
        "غادر في التاسعة وخمس وعشرين دقيقة": "9:25?",
        "فازت في الدورة الثالثة وعشر لاعبات": "",
    },
    "en": {
        "at 6.40 a.m. local time": "6:40",
        "by 4.40pm": "16:40",
        "12 am": "0:00",
        "at 14:00": "14:00",
        "at 5:30": "5:30?",
        "0200 GMT": "2:00",
        "nine o'clock": "9:00?",
        "It was 6:41 before anyone called": "6:41?",
        "It was 3:2 at the break": "",
        "from midnight": "0:00",
        "10 am to 4 pm": "10:00 16:00",
        "rose 3.10 percent": "",
        "won 3:1 at home": "",
        "24 hours": "",
        "He worked 2000 hours a year": "",
        "The pilot logged 1500 hours": "",
        "The ship left at 1500 hours": "15:00",
        "It is due by 0600 hrs": "6:00",
        "The road is shut from 1200 to 1500 hours": "15:00",
        "a midnight train": "",
        "It rang at ten to three.": "2:50?",
        "It rang at ten to three schools.": "",
        "The toll fell from ten to three.": "",
        "They shared a quarter to two firms.": "",
        "The bus is due at a quarter to nine on Sunday.": "8:45?",
        "It opened at half past six.": "6:30?",
        "It opened at half past six in the evening.": "18:30",
        "They slept until twenty-five past four in the afternoon.": "16:25",
        "It rang at ten to three and again at five past.": "2:50? 3:05?",
        "They walked at five past the mill.": "",
        "She heard shots from four in the morning.": "4:00",
        "Police held four in the morning.": "0:00",
        "We left at 6 in the morning.": "6:00",
        "We left at 11 at night and were back at 2 at night.": "23:00 2:00",
        "At 6:30 in the evening it rained.": "18:30",
        "The call came at two on Sunday morning.": "2:00",
        "The doors shut at six on Monday evening.": "18:00",
        "The team met at two on Sunday.": "",
        "The form was sent at 23.51.": "23:51",
        "The share price stood at 23.51.": "",
    },
}
CASES = [(lang, text, said) for lang, cases in SAID.items() for text, said in cases.items()]


@pytest.mark.parametrize(("lang", "text", "said"), CASES, ids=[text for _, text, _ in CASES])
def test_times_of_day(lang: str, text: str, said: str) -> None:
    found = clocks_in(Row(text, tokenise(text)), lang)
    assert " ".join(f"{c.minute // 60}:{c.minute % 60:02}{'' if c.settled else '?'}" for c in found) == said


def test_a_time_of_day_is_written_with_both_it_can_be() -> None:
    assert str(Clock(0, 1, 190)) == "03:10"
    assert str(Clock(0, 1, 440, settled=False)) == "07:20/19:20"
    assert str(Clock(0, 1, 0, settled=False)) == "00:00/12:00"


def test_a_date_keeps_the_time_of_day_said_with_it() -> None:
    (found,) = find_dates("It began at 5 a.m. on Saturday", "en", date(2024, 10, 30))
    assert (found.exact, found.iso, found.clock) == ("5 a.m. on Saturday", "2024-10-26", "05:00")


# text, and the days with their times of day, read on Wednesday 2024-10-30
DAYS = {
    "en": {
        "Matches are at noon on Friday and 3pm on Saturday": "noon on Friday 12:00; 3pm on Saturday 15:00",
        "It rained at 11pm Saturday and 2am Sunday": "11pm Saturday 23:00; 2am Sunday 02:00",
        "Voting ended at 3pm on Sunday and at 5am Monday.": "3pm on Sunday 15:00; 5am Monday 05:00",
        "It began at 5 a.m. local time on Saturday.": "5 a.m. local time on Saturday 05:00",
        "It ended at 5 p.m. On Saturday it reopened.": "5 p.m 17:00; Saturday None",
        "It opened on Friday at 3pm.": "Friday at 3pm 15:00",
        "It opened on Monday. 3pm came and went.": "Monday None; 3pm 15:00",
        "Nobody asked until lunchtime.": "lunchtime None",
        "By evening two cranes had arrived.": "evening None",
        "Trouble broke out towards evening.": "evening None",
        "The firm said so in the afternoon.": "in the afternoon None",
        "She prays at dawn every day.": "",
        "Volunteers run out of bread before dusk.": "",
        "The party Golden Dawn was banned.": "",
        "It rang at 9 pm. They met at about seven.": "9 pm 21:00; seven 07:00/19:00",
        "It rang at 9 pm. It happened not later than eight.": "9 pm 21:00; eight 08:00/20:00",
        "The child was adopted at about six.": "",
        "It rang at 9 pm. He was freed after two and a half years.": "9 pm 21:00",
        "They met at seven schools.": "",
        "She was orphaned at six, when the boat sank.": "",
        "Inflation stood at 22.10 that year.": "",
        "The ratio was at 22.10.": "",
        "They were at six, seven and nine when it began.": "",
        "The mayor put the number at nine.": "",
        "They won after nine.": "",
        "They took seven men aboard at 05.30.": "05.30 05:30",
        "Shares closed at 18.40.": "",
        "It shut at 4 p.m. on Sunday, Ruiz said on Monday.": "4 p.m. on Sunday 16:00; Monday None",
    },
    "ar": {
        "يفتح المتجر الساعة الثامنة مساء الجمعة ويغلق الساعة العاشرة مساء السبت": (
            "الثامنة مساء الجمعة 20:00; العاشرة مساء السبت 22:00"
        ),
        "فتح المتجر يوم الجمعة في الساعة الخامسة مساء": "يوم الجمعة في الساعة الخامسة مساء 17:00",
        "فتح المتجر الساعة الخامسة مساء بتوقيت القاهرة يوم الجمعة": "الخامسة مساء بتوقيت القاهرة يوم الجمعة 17:00",
        "غرق القارب يوم الأحد، وكانوا قد أبحروا في وقت مبكر من الصباح": ("يوم الأحد None; وقت مبكر من الصباح None"),
        "احتشد العمال منذ الفجر": "الفجر None",
        "أغلقت المدرسة قبل الظهر": "الظهر None",
        "هبت العاصفة في ساعة متأخرة من الليل": "ساعة متأخرة من الليل None",
        "يستيقظ الصيادون في وقت مبكر من الصباح": "",
        "صدر العدد الأول من جريدة المساء": "",
        "وبحلول المساء كان الجميع قد غادروا": "المساء None",
        "غادر المصابون المستشفى فجرا.": "فجرا None",
        "يفتح المتجر صباحا.": "",
        "كانت الشرطة تنتشر صباحا ومساء.": "",
        "تجمعوا أمام المبنى منذ العصر.": "العصر None",
        "عثر عليها منذ العصر الحجري": "",
        "وقع في المغرب بعد العصر": "العصر None",
    },
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, cases in DAYS.items() for text in cases])
def test_each_day_has_its_own_time_of_day(lang: str, text: str) -> None:
    found = find_dates(text, lang, date(2024, 10, 30))
    assert "; ".join(f"{day.exact} {day.clock}" for day in found) == DAYS[lang][text]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mill burned on Sunday. Ruiz said late Tuesday that the roof fell at 5 a.m.", date(2024, 10, 27)),
        ("The mill burned on Sunday. It had cost 4 lives by noon Tuesday. The roof fell at 5 a.m.", date(2024, 10, 27)),
        ("The mill burned on Sunday. Crews left on Tuesday at noon. The roof fell at 5 a.m.", date(2024, 10, 29)),
        ("Ruiz said on Tuesday that the roof fell at 5 a.m.", date(2024, 10, 29)),
        (
            "احترق المخبز الأحد. وقال الإطفاء في بيان أمس إنه آسف. وسقط السقف في الثالثة فجرا.",
            date(2024, 10, 27),
        ),
        (
            "احترق المخبز الأحد. وقال القائد، سامي، أمس إنه آسف. وسقط السقف في الثالثة فجرا.",
            date(2024, 10, 27),
        ),
        ("احترق المخبز الأحد. وأعلنت البلدية أمس إغلاق الشارع. وسقط السقف في الثالثة فجرا.", date(2024, 10, 27)),
        ("احترق المخبز الأحد. وغادر العمال أمس. وسقط السقف في الثالثة فجرا.", date(2024, 10, 29)),
        ("احترق المخبز الأحد. وكان مفتش قد زاره الاثنين. وسقط السقف في الثالثة فجرا.", date(2024, 10, 27)),
        ("احترق المخبز الأحد. وأحصت المشرحة حتى صباح الثلاثاء ست جثث. وسقط السقف في الثالثة فجرا.", date(2024, 10, 27)),
        ("احترق المخبز الأحد. وقالت البلدية في بيان صدر فجرا إنها آسفة.", date(2024, 10, 30)),
        ("احترق المخبز الأحد. وتقول أم إنها تبحث منذ الفجر عن ابنها.", date(2024, 10, 30)),
        ("The mill burned on Sunday. A crew had checked it on Tuesday. The roof fell at 5 a.m.", date(2024, 10, 27)),
        ("The mill burned on Sunday. A report tabled on Tuesday blames rust. It fell at 5 a.m.", date(2024, 10, 27)),
        ("The mill burned on Sunday. Its owner said in the afternoon that he was sorry.", date(2024, 10, 30)),
        ("The mill burned on Sunday. A crew has been searching since dawn.", date(2024, 10, 30)),
        ("The mill burned on Sunday. A crew came before dawn. They had not eaten since dawn.", date(2024, 10, 27)),
        ("احترق المخبز الأحد. وكان العمال قد غادروا في وقت مبكر من الصباح.", date(2024, 10, 27)),
    ],
)
def test_a_time_alone_stands_on_the_day_of_what_was_told_not_on_that_of_the_telling(text: str, day: date) -> None:
    lang = "en" if text.isascii() else "ar"
    assert find_dates(text, lang, date(2024, 10, 30))[-1].low == day


@pytest.mark.parametrize(
    "text",
    [
        "Vale, 30 October 2024\n\nVotes have been counted since Sunday night. Polls shut at 7 pm.",
        "بيروت – الأربعاء 30 أكتوبر 2024\n\nتتواصل منذ ليل الأحد عمليات الفرز. أقفلت الصناديق عند السابعة مساء.",
    ],
)
def test_a_time_alone_stands_on_the_day_since_which_the_story_goes_on_not_on_the_dateline(text: str) -> None:
    lang = "en" if text.isascii() else "ar"
    assert find_dates(text, lang, date(2024, 10, 30))[-1].low == date(2024, 10, 27)


_CASE = "The court sat on Monday. A judge and a jury heard evidence against Azat Orun, who was seen on {} 3 May 2022. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (_CASE.format("") + "A neighbour said the door slammed at 11.40pm.", date(2022, 5, 3)),
        (_CASE.format("the night of") + "A neighbour said the door slammed at 11.40pm.", date(2022, 5, 3)),
        (_CASE.format("the night of") + "A neighbour said the door slammed at 1.20am.", date(2022, 5, 4)),
        (_CASE.format("") + "The judge adjourned at 4.30pm.", date(2024, 10, 28)),
        (_CASE.format("") + "On Sunday a witness fled. She was found at 4.30pm.", date(2024, 10, 27)),
        (
            "Azat Orun opened the shop on 3 May 2022. The till was robbed on Monday. He left at 11.40pm.",
            date(2024, 10, 28),
        ),
    ],
)
def test_in_court_a_time_alone_stands_on_the_day_the_case_is_about(text: str, day: date) -> None:
    assert find_dates(text, "en", date(2024, 10, 30))[-1].low == day


def test_the_same_day_is_none_of_a_dateline() -> None:
    text = "بيروت – الأربعاء 30 أكتوبر 2024\n\nفي اليوم نفسه الذي أغلق فيه الميناء، وصلت سفينتان."
    assert [day.exact for day in find_dates(text, "ar", date(2024, 10, 30))] == ["الأربعاء 30 أكتوبر 2024"]
