"""Furniture of a page: marked with a reason, kept in the text, never read as the story; the page's date and sources."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.furniture import find_furniture, find_layout

BODY_AR = "قالت البلدية إن الجسر سيغلق شهرين أمام حركة السير بسبب أعمال الصيانة."
BODY_EN = "The council said on Monday that the bridge would be closed to traffic for two months of repairs."

ONE_LINE = [
    ("ar", "شارك القصة", "share"),
    ("ar", "تابع القراءة", "read_more"),
    ("ar", "اقرأ أيضا: لماذا تنهار الجسور؟", "read_more"),
    ("ar", "جسر المدينة القديم قبل إغلاقه (تصوير: ليلى مراد)", "caption"),
    ("ar", "عمال فوق الجسر يوم الأحد. تصوير: سامي حداد - الوكالة", "caption"),
    ("ar", "(إعداد ليلى مراد - تحرير سامي حداد)", "caption"),
    ("ar", "أزمة سير خانقة", "heading"),
    ("ar", "جميع الحقوق محفوظة 2024", "rights"),
    ("en", "Advertisement", "share"),
    ("en", "Read more: why bridges fail", "read_more"),
    ("en", "The old bridge before it closed. Photo: Leyla Murad", "caption"),
    ("en", "Image caption: Divers closed the lock below the old bridge on Sunday", "caption"),
    ("en", "Image source, Leyla Murad", "caption"),
    ("en", "Media caption, The old bridge before it closed.", "caption"),
    ("en", "Related topics: Bridges, Vale", "tags"),
    ("en", "Traffic chaos", "heading"),
]


@pytest.mark.parametrize(("lang", "line", "why"), ONE_LINE)
def test_furniture_is_marked_with_its_reason(lang: str, line: str, why: str) -> None:
    body = BODY_AR if lang == "ar" else BODY_EN
    text = f"{body}\n{line}\n{body}"
    assert [(text[f.start : f.end], f.why) for f in find_furniture(text, lang)] == [(line, why)]


@pytest.mark.parametrize(("lang", "body"), [("ar", BODY_AR), ("en", BODY_EN)])
def test_a_sentence_of_the_story_is_not_furniture(lang: str, body: str) -> None:
    assert find_furniture(f"{body}\n\n{body}", lang) == []


DATELINES = [
    ("ar", "عنوان الخبر\nالثلاثاء 14 يناير 2025\n" + BODY_AR, date(2025, 1, 14)),
    ("ar", "الجسر يغلق\n\nالأربعاء 30 أكتوبر / October 2024\n" + BODY_AR, date(2024, 10, 30)),
    ("ar", "دمشق الاثنين 17 نوفمبر تشرين الثاني 2025 (الوكالة) - " + BODY_AR, date(2025, 11, 17)),
    ("en", "Bridge closes\n\nLISBON, 5 August 2024 (Monday) — " + BODY_EN, date(2024, 8, 5)),
    (
        "en",
        "Bridge closes\n\nLISBON/FARO, Aug. 5, 2024 (Sul, translated from Portuguese)\n\n" + BODY_EN,
        date(2024, 8, 5),
    ),
    ("en", "Bridge closes\n\nFIFA met on May 3, 2026 (in Zug).\n\n" + BODY_EN, None),
    ("en", "Bridge closes\n\nLIMA, May 3, 2026 (Sur) shut two bridges.\n\n" + BODY_EN, None),
    ("en", "Bridge closes\n\nThursday, May 7, 2015 On Tuesday, the council closed the bridge.", date(2015, 5, 7)),
    ("ar", "الجسر يغلق\n\nس. حداد\nنشر في: الأربعاء 9 أكتوبر 2024\n\n" + BODY_AR, date(2024, 10, 9)),
    ("ar", "الجسر يغلق\n\nحلب: سامر حداد\n\nالخميس - 11 يونيو (حزيران) 2026 م\n\n" + BODY_AR, date(2026, 6, 11)),
    ("ar", "الجسر يغلق\n\nالخميس - 25 ذو الحجة 1447 هـ - 11 يونيو 2026 مـ\n\n" + BODY_AR, date(2026, 6, 11)),
    ("en", "Bridge closes\n\nThursday - 11 June 2026\n\n" + BODY_EN, date(2026, 6, 11)),
    ("en", "Bridge closes\n\nAna Ruiz · Vale Radio · Posted: May 5, 2024 5:18 PM\n\n" + BODY_EN, date(2024, 5, 5)),
    ("ar", "الجسر يغلق\n\nمسقط في 3 مايو 2026 /وكالة أنباء السهل/ " + BODY_AR, date(2026, 5, 3)),
    ("ar", "الجسر يغلق\n\nأغلق الجسر في 3 مايو 2026 /2027 بقرار/ ثم " + BODY_AR, None),
    ("ar", "الجسر يغلق\n\nأعلنت الإدارة أن الجسر /وفق الخطة/ أغلق في 3 مايو 2026. " + BODY_AR, None),
    ("ar", BODY_AR, None),
    ("en", "Bridge closes\n\nBy Ana Ruiz in Vale, Saturday 14 June 2025\n\n" + BODY_EN, date(2025, 6, 14)),
    ("en", "Bridge closes\n\nBy Ana Ruiz, who wrote of it in June 2012\n\n" + BODY_EN, None),
]


@pytest.mark.parametrize(("lang", "text", "day"), DATELINES)
def test_the_page_date_comes_from_the_dateline(lang: str, text: str, day: date | None) -> None:
    assert find_layout(text, lang).page_date == day


def test_a_dateline_at_the_head_of_a_paragraph_is_cut_off_it() -> None:
    text = "مسقط (وكالة الأنباء) - " + BODY_AR
    layout = find_layout(text, "ar")
    assert [text[f.start : f.end] for f in layout.furniture] == ["مسقط (وكالة الأنباء) -"]
    assert text[layout.lines[-1].start : layout.lines[-1].end] == BODY_AR


@pytest.mark.parametrize(
    "head", ["VALE, Calif. -- ", "Abuja, Nigeria – ", "Oslo, Norway: ", "ROME — (AP) — ", "LONDON—"]
)
def test_hyphens_or_a_mark_after_a_city_and_what_belongs_to_it_end_an_english_dateline(head: str) -> None:
    layout = find_layout(f"Bridge closes\n\n{head}{BODY_EN}", "en")
    assert layout.text[layout.lines[-1].start :].startswith(BODY_EN)


@pytest.mark.parametrize(
    ("head", "cut"),
    [
        ("الرباط - ", "الرباط -"),
        ("الدوحة – قنا: ", "الدوحة – قنا:"),
        ("عمّان – 3 – 5 (بترا) -- ", "عمّان – 3 – 5 (بترا) --"),
        ("دبي، الإمارات العربية المتحدة (CNN)-- ", "دبي، الإمارات العربية المتحدة (CNN)--"),
    ],
)
def test_a_city_and_a_dash_at_the_head_of_an_arabic_paragraph_are_a_dateline(head: str, cut: str) -> None:
    text = head + BODY_AR
    assert [text[f.start : f.end] for f in find_furniture(text, "ar")] == [cut]


@pytest.mark.parametrize(
    ("stamp", "lang"),
    [
        ("20:40 –", "ar"),
        ("٠٨:٣٠ -", "ar"),
        ("11:05 بتوقيت غرينتش |", "ar"),
        ("10.20 -", "en"),
        ("11.05am:", "en"),
        ("09:45 GMT |", "en"),
    ],
)
def test_the_time_that_heads_an_entry_of_a_running_report_is_cut_off_it(stamp: str, lang: str) -> None:
    text = f"{stamp} {BODY_AR if lang == 'ar' else BODY_EN}"
    text = f"{text}\n\n{text}"
    assert [(text[f.start : f.end], f.why) for f in find_furniture(text, lang)] == [(stamp, "dateline")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "10:00 - 12:00 is when the office by the bridge opens on working days, the mayor said.",
        "10:30 was when the bridge gave way, two drivers who had just crossed it said.",
        "2.50:1 is the ratio of sand to lime in the mortar of the bridge, the engineer said.",
        "75.20 - the price of a barrel on Monday - is the lowest of the year, traders said.",
    ],
)
def test_other_numbers_at_the_head_of_a_line_are_none(text: str) -> None:
    assert find_furniture(f"Bridge closes\n\n{BODY_EN}\n\n{text}", "en") == []


def test_a_city_and_a_colon_before_a_verb_of_saying_are_a_dateline() -> None:
    text = "بيروت: أكدت الجامعة أن الامتحانات ستبدأ مطلع الشهر المقبل في كل الفروع."
    assert [text[f.start : f.end] for f in find_furniture(text, "ar")] == ["بيروت:"]
    assert find_furniture("بيروت: لن نقبل بتأجيل الامتحانات إلى الصيف مهما كانت الظروف.", "ar") == []


def test_a_town_and_the_hyphen_written_to_it_before_a_past_verb_are_a_dateline() -> None:
    text = "غالية- أغلقت البلدية الجسر القديم أمام الشاحنات حتى نهاية الأسبوع."
    assert [text[f.start : f.end] for f in find_furniture(text, "ar")] == ["غالية-"]
    assert find_furniture("شمال- شرقي البلدة أغلقت البلدية الجسر القديم أمام الشاحنات.", "ar") == []


def test_an_outlet_and_a_dash_before_a_verb_are_a_dateline() -> None:
    text = "شبكة الساحل - أعلنت البلدية إغلاق الجسر القديم أمام الشاحنات حتى نهاية الأسبوع."
    assert [text[f.start : f.end] for f in find_furniture(text, "ar")] == ["شبكة الساحل -"]


def test_two_writers_and_where_they_are_make_a_byline() -> None:
    reasons = [
        [f.why for f in find_furniture(f"Bridge closes\n\n{line}\n\n{BODY_EN}", "en")]
        for line in ("Ana Ruiz in Vale and Jon Orr in New Lima", "Fires in Vale and floods in Lima")
    ]
    assert reasons == [["byline"], []]


def test_who_wrote_it_and_a_town_of_no_list_make_a_byline() -> None:
    reasons = [
        [f.why for f in find_furniture(f"الجسر القديم يغلق أبوابه\n\n{line}\n\n{BODY_AR}", "ar")]
        for line in ("كتبت سلمى الهادي:", "رأس الوادي: سليم بن عودة", "الوادي: سليم بن عودة", "الوادي: جسر بلا سياج")
    ]
    assert reasons == [["byline"], [], ["byline"], []]


@pytest.mark.parametrize("sign_off", ["(النهاية) م ر / س ع", "انتهى"])
def test_an_agency_s_sign_off_is_no_part_of_the_story(sign_off: str) -> None:
    text = f"{BODY_AR} {sign_off}"
    assert [(text[f.start : f.end], f.why) for f in find_furniture(text, "ar")] == [(sign_off, "sign_off")]


def test_a_word_of_the_story_behind_a_stop_is_no_sign_off() -> None:
    assert find_furniture(f"{BODY_AR} هل هو ساري المفعول؟ انتهى العقد", "ar") == []


def test_a_city_and_a_dash_in_a_headline_belong_to_it() -> None:
    assert find_furniture("الرباط - مراكش: قطار جديد\n" + BODY_AR, "ar") == []


def test_the_line_after_sources_names_the_sources() -> None:
    text = f"{BODY_AR}\nالمصادر:\nالعربي - وكالات\nإغلاق"
    layout = find_layout(text, "ar")
    assert [text[s.start : s.end] for s in layout.sources] == ["العربي - وكالات"]
    assert [f.why for f in layout.furniture] == ["sources", "sources", "share"]


def test_a_repeated_headline_is_a_line_of_the_story_both_times() -> None:
    headline = "إغلاق جسر المدينة شهرين لأعمال الصيانة"
    layout = find_layout(f"{headline}\n\n{headline}\n\n{BODY_AR}", "ar")
    assert [line.role for line in layout.lines] == ["headline", "headline", "body"]


def test_a_heading_breaks_what_carries_over() -> None:
    layout = find_layout(f"{BODY_AR}\nأزمة سير خانقة\n{BODY_AR}", "ar")
    assert [line.after_heading for line in layout.lines if line.role == "body"] == [False, True]


def test_a_list_of_sources_goes_on_while_its_lines_name_a_title_an_outlet_and_a_day() -> None:
    listed = [
        '"Paper found on wet street" — Vale Post, August 15, 2008',
        'Ana Ruiz. "MP calls for probe" — Vale Sun, August 16, 2008',
        "https://vale.example/a",
    ]
    text = "\n\n".join(["Paper found on street", BODY_EN, "Sources", *listed, "The mayor spoke on Monday."])
    layout = find_layout(text, "en")
    assert [text[start:end].strip('"') for start, end in layout.sources] == [line.strip('"') for line in listed]
    assert text[layout.lines[-1].start : layout.lines[-1].end] == "The mayor spoke on Monday."
