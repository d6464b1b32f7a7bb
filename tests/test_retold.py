"""What a reading says in its article's language is told in that of the interface, and no other word is touched."""

from __future__ import annotations

import re

import pytest

from factcheck.lang.direction import spoken
from factcheck.lang.interface import catalogue, relabel, retold, say
from factcheck.widgets.desk import Desk

REASONS = sorted(key for key in catalogue("ar") if key.startswith("worth."))
NOTES = sorted(key for key in catalogue("ar") if key.startswith(("finding.note.", "chronology.", "accounts.note.")))
FILLED = {"words": "KN-23", "date": "2024-10-30", "days": 40, "first": "3", "second": "≥ 2"}


@pytest.mark.parametrize(("lang", "other"), [("ar", "en"), ("en", "ar")])
def test_every_reason_and_note_is_told_in_the_other_language_and_stays_in_its_own(lang: str, other: str) -> None:
    for key in REASONS + NOTES:
        holes = re.findall(r"\{(\w+)\}", catalogue(lang)[key])
        made, wanted = (say(key, one, **{hole: _filled(hole, one) for hole in holes}) for one in (other, lang))
        assert spoken(retold(made, lang)) == spoken(wanted), key
        assert retold(wanted, lang) == wanted, key


def _filled(hole: str, lang: str) -> object:
    named = {
        "weekday": say("weekday.3", lang),
        "month": say("month.8", lang),
        "months": say("list.join", lang).join(say(f"month.{month}", lang) for month in (8, 9)),
    }
    return named.get(hole) or FILLED.get(hole, "Kestrel")


@pytest.mark.parametrize("word", ["May", "Sunday", "March"])
def test_words_of_the_article_stay_though_a_month_or_a_day_is_called_so(word: str) -> None:
    note = say("finding.note.narrator_exceeds", "en", source=word)
    assert spoken(retold(note, "ar")) == spoken(say("finding.note.narrator_exceeds", "ar", source=word))
    times = say("accounts.note.time.contradicts", "en", first=word, second="Monday")
    told = say("accounts.note.time.contradicts", "ar", first=word, second="Monday")
    assert spoken(retold(times, "ar")) == spoken(told)


def test_of_several_sentences_each_is_told_and_words_of_no_message_stay_isolated() -> None:
    note = f"How many were hurt? {say('accounts.note.denial', 'en')}"
    assert retold(note, "ar") == f"\u2068How many were hurt?\u2069 {say('accounts.note.denial', 'ar')}"
    assert retold(note, "en") == note
    assert retold("The sea was calm. Nobody swam.", "ar") == "\u2068The sea was calm.\u2069 \u2068Nobody swam.\u2069"


def test_a_house_that_has_its_own_words_for_a_reason_is_told_them() -> None:
    reason = say("worth.figures", "en")
    try:
        relabel({"ar": {"worth.figures": "فيه رقم"}})
        assert retold(reason, "ar") == "فيه رقم"
    finally:
        relabel({})
    assert retold(reason, "ar") == say("worth.figures", "ar")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_desk_gives_its_reasons_and_what_was_noticed_in_the_language_of_its_interface(desk, lang) -> None:
    known = {say(key, lang) for key in REASONS}
    messages = [re.escape(catalogue(lang)[key]) for key in NOTES]
    notes = re.compile("|".join(re.sub(r"\\{\w+\\}", ".+", message) for message in messages))
    noticed = 0
    for card in Desk(desk).snapshot()["articles"]:
        assert card["queue"] and {row["reason"][lang] for row in card["queue"]} <= known
        for one in card["findings"]:
            note = re.sub("^\u2068[^\u2069?؟]*[?؟]\u2069 |^[^?؟]*[?؟] ", "", one["note"][lang])  # its question stays
            for sentence in re.split(r"(?<=[.؟?!]) ", spoken(note)):
                noticed += 1
                assert notes.fullmatch(sentence) or notes.fullmatch(spoken(note)), (sentence, one)
    assert noticed
