"""Claimants as each language calls them, and what they are: what a table holds as a body is never called a person."""

from __future__ import annotations

import pytest

from factcheck.lang import rows
from factcheck.lang.claimants import claimant_kind, claimant_name, claimant_names


@pytest.mark.parametrize(
    ("filed", "arabic", "english"),
    [
        ("Japan: Government", "اليابان: الحكومة", "Japan: Government"),
        ("South Korea: Joint Chiefs of Staff", "كوريا الجنوبية: هيئة الأركان المشتركة", None),
        ("Japan: Prime Minister", "اليابان: رئيس الوزراء", None),
        ("United Nations", "الأمم المتحدة", "United Nations"),
        ("IAEA", "الوكالة الدولية للطاقة الذرية", None),
        ("وزارة الصحة", "وزارة الصحة", "Ministry of Health"),
        ("كيم جونغ أون", "كيم جونغ أون", "كيم جونغ أون"),
        ("Japan: Guild of Bellmakers", "Japan: Guild of Bellmakers", "Japan: Guild of Bellmakers"),
    ],
)
def test_a_claimant_is_named_in_both_languages_or_left_as_filed(filed: str, arabic: str, english: str | None) -> None:
    assert claimant_name(filed, "ar") == arabic
    assert english is None or claimant_name(filed, "en") == english
    assert {filed, arabic} <= set(claimant_names(filed))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_listed_organisation_is_called_a_person(lang: str) -> None:
    for table in ("organisations", "bodies"):
        for name, *_ in rows(lang, table):
            assert claimant_kind(name) == "Organization", name
            assert claimant_kind(name.title()) == "Organization", name


@pytest.mark.parametrize(
    ("claimant", "speaker", "kind"),
    [
        ("Kestrel Works", "The contractor, Kestrel Works", "Organization"),
        ("Ardmouth Fire Service", "the Ardmouth Fire Service", "Organization"),
        ("council", "The council", "Organization"),
        ("Dana Orr", "Police chief Dana Orr", "Person"),
        ("Owen Strand", "The terminal's manager, Owen Strand", "Person"),
        ("Marlow Port Authority", None, "Organization"),
        ("نبيل عواد", "المتحدث باسم الحكومة نبيل عواد", "Person"),
        ("Helen Marsh", "Marsh", "Person"),
        ("Doctors at St Brendan's Hospital", None, None),
        ("Fire officials", "Fire officials", None),
        ("unnamed", None, None),
    ],
)
def test_an_office_makes_a_person_a_body_an_organisation_and_people_without_names_neither(
    claimant: str, speaker: str | None, kind: str | None
) -> None:
    assert claimant_kind(claimant, speaker) == kind
