"""The words of the interface in Arabic and English: message catalogues, with plural forms after CLDR."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck.lang import rows
from factcheck.lang.direction import own_order

_HOUSE: dict[str, dict[str, str]] = {}


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Every message of a language by its key (`lang/<lang>/interface.tsv`: key, text), in the house's own words."""
    return {row[0]: row[1] for row in rows(lang, "interface")} | _HOUSE.get(lang, {})


def relabel(labels: Mapping[str, Mapping[str, str]]) -> None:
    """Put a house's own words, by language and key, in place of the catalogue's; an earlier call is forgotten.

    Raises `KeyError` for a language or key that no catalogue has, and changes nothing then.
    """
    for lang, words in labels.items():
        if unknown := set(words) - {row[0] for row in rows(lang, "interface")}:
            raise KeyError(f"{lang}.{min(unknown)}")
    _HOUSE.clear()
    _HOUSE.update({lang: dict(words) for lang, words in labels.items()})
    catalogue.cache_clear()


def say(key: str, lang: str, **values: object) -> str:
    """The message `key` in `lang`, with `{names}` filled in. Raises `KeyError` for a key no catalogue has.

    Words of the other direction are isolated where they are filled in, so that they reorder nothing around them.
    """
    given = {name: own_order(value, lang) if isinstance(value, str) else value for name, value in values.items()}
    return catalogue(lang)[key].format(**given)


def say_count(key: str, lang: str, n: int) -> str:
    """The message for `n` things: the plural form `key.zero|one|two|few|many|other` of CLDR, else `.other`."""
    forms = catalogue(lang)
    return forms.get(f"{key}.{plural_form(n, lang)}", forms[f"{key}.other"]).format(n=n)


def plural_form(n: int, lang: str) -> str:
    """The CLDR plural category of a whole number in Arabic or English."""
    if lang != "ar":
        return "one" if n == 1 else "other"
    if n in (0, 1, 2):
        return ("zero", "one", "two")[n]
    rest = n % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"
