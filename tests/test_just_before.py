"""A claim that points back is followed by the sentence just before it, and no other claim is."""

import pytest

from factcheck.article import Article
from factcheck.extract.claims import extract_claims


def _texts(text: str, lang: str) -> list[str]:
    return [claim.text for claim in extract_claims(Article(id="x", text=text, sha256="0" * 64, lang=lang))]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("The council said 46 people had lived in the block. Roof West said there were 71.", True),
        ("The council said 46 people had lived in the block. Roof West said the block held 71 people.", False),
        ("Vale Rovers denied a fight. Orr Town said the attendance was 900.", False),
        ("The bridge was to open in May. The ministry promises it for June 2026.", True),
        ("The bridge was to open in May. Slate Council said it was checking its records.", False),
        ("The mine employs 1,900 people. A rockfall there in 2019 killed seven.", True),
        ("The hall stood empty. There was no roof.", False),
        ("The council counted 46 people. On the far bank 20 died.", False),
        ("The hall stood empty. It was clear that the roof had gone.", False),
        ("In June, 60 coins vanished from a gallery. None has been found.", True),
        ("It was the third crash here since 2021. One in May tipped 12 cars into the river.", True),
        ("The council opened a hall. All were invited.", True),
        ("The council opened a hall. Most visitors liked it.", False),
        ("The council opened a hall. One woman died.", False),
        ("The state said 640 people lost their jobs. Okonkwo put the figure at 1,050.", True),
        ("Five men came up the incline, police said. Nobody came up that way, Cyril Dube said.", True),
        ("The main burst at noon. Kessler blamed the cold.", True),
        ("The main burst at noon. Kessler blamed the cold for the burst.", False),
        ("Tapping was heard by Ruiz and Vale. Both men said the sound was faint.", True),
        ("Samples must be tested. Nobody did so on Wednesday, Verma said.", True),
        ("The union counted 12 cases. Yadav put the number of such incidents at 19.", True),
        ("The council said 46 people had been there. The cost of the bridge was 5 million, Ruiz said.", False),
        ("The council said 46 people had been there. Those who left were safe, Ruiz said.", False),
        ("The company leased the lamps to a contractor. Five of those lamps were lost, Dube said.", True),
        ("The mayor closed the hall on Monday.\n\nIt was the second closure in Vale this year.", False),
        ('The mayor closed the hall on Monday.\n\n"This is a disgrace," Ana Ruiz said.', True),
        ("The union met the mayor on Monday.\n\nBoth sides will meet again in May.", False),
        ("A couple left the camp on Sunday. They have not been found, their embassy said.", False),
    ],
)
def test_an_english_claim_that_points_back_is_told_what_was_before(text: str, points: bool) -> None:
    assert ("[just before: " in _texts(text, "en")[-1]) is points


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("قالت الهيئة إن الرسم لا يتعدى 400 دولار. وقالت الوزارة إن السكان أُخطروا به قبل شهر.", True),
        ("قالت الهيئة إن الرسم لا يتعدى 400 دولار. وقالت الوزارة إن السكان أُخطروا بالرسم قبل شهر.", False),
        ("تراجعت العملة إلى 44 ليرة. وكانت عند 41 مطلع الأسبوع.", True),
        ("تراجعت العملة إلى 44 ليرة. وارتفعت أسعار الخبز مطلع الأسبوع.", False),
        ("قال المدير إن 12 عاملا أصيبوا. وقالت النقابة إن هناك تقصيرا.", False),
        ("قال الوزير إن سفينة إصلاح غادرت الميناء وستصل الأربعاء.", True),
        ("أعلنت المنظمة أن المرض تفشى في العالم وأصبح وباء.", True),
        ("قالت النقابة إن سائقا توفي. وقالت النقابة إنه كان في يومه الرابع عشر من العمل.", True),
        ("قالت الوزارة إن السعر ثابت. وقالت الوزارة إنها ستفتح المدارس هذا الأسبوع.", False),
        ("قال الخبير إن الدفع يتم عبر الهاتف. ويعتمد 60% من التجار على هذه العمليات.", True),
        ("قال المدير إن جهاز الإنذار معطل. وقال المهندس إن الإدارة أُبلغت بذلك كتابة.", True),
        ("قال المدير إن جهاز الإنذار معطل. وقال المهندس إن الإدارة زارت المصنع هذا العام.", False),
        ("قالت الوزارة إن الكلفة تبلغ 210 ملايين. لكن اللجنة ترى أن التكلفة لن تقل عن 300 مليون.", True),
        ("قالت الوزارة إن القرار نهائي، وأكدت أنه لا زيادات أخرى قبل عام.", False),
        ("قالت قيادة الجيش إن تسعة أشخاص أصيبوا في التدافع، بينهم ثلاثة عسكريين.", True),
    ],
)
def test_an_arabic_claim_that_points_back_is_told_what_was_before(text: str, points: bool) -> None:
    assert ("[قبل ذلك: " in _texts(text, "ar")[-1]) is points


def test_where_the_sentence_before_points_back_too_the_one_that_stands_by_itself_is_told_as_well() -> None:
    text = "Ida Lund traces the leak to a valve. Ana Ruiz said it showed two faults. “It came in twice,” she said."
    assert _texts(text, "en")[-1] == (
        "Ana Ruiz said: “It came in twice” "
        "[just before: Ida Lund traces the leak to a valve; Ana Ruiz said that it showed two faults]."
    )


@pytest.mark.parametrize("between", ["\n\nRiverside\n\n", "\n\nThe mayor will speak, she said.\n\nIt rained.\n\n"])
def test_nothing_is_told_again_across_a_heading(between: str) -> None:
    text = f"The council said 46 people had lived in the block.{between}Roof West said there were 71."
    assert "46" not in _texts(text, "en")[-1]
    assert "46" in _texts(text.replace(between, "\n\n"), "en")[-1]


def test_what_is_told_again_is_cut_and_its_brackets_do_not_nest() -> None:
    long = "The council said " + "the old town hall and the market by the river " * 6 + "would be sold."
    told = _texts(f"{long} The ministry promises it for June 2026.", "en")[-1]
    assert told.endswith("…].") and told.count("[") == told.count("]") == 1
