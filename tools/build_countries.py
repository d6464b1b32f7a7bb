"""Writes factcheck/lang/{ar,en}/countries.tsv anew from CLDR, by way of babel: names of countries and their codes.

Run by hand when babel is raised: `python tools/build_countries.py`. Names that newsrooms write otherwise than CLDR, and
everything else about a country (capitals, demonyms), stand in tables of our own beside it.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from babel import Locale
from babel.core import get_global

LANG = Path(__file__).resolve().parents[1] / "factcheck" / "lang"
ENGLISH = {  # the name a claimant is filed under, where CLDR's is not the one newsrooms write
    "BIH": "Bosnia and Herzegovina",
    "CIV": "Ivory Coast",
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "HKG": "Hong Kong",
    "MAC": "Macau",
    "MMR": "Myanmar",
    "PSE": "Palestine",
    "TUR": "Turkey",
}
LEFT_OUT = {"ATA", "BES", "BVT", "CPT", "HMD", "UMI", "XAA", "XBB", "XKK", "ZZZ"}


def main() -> None:
    """Write both tables."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    codes = alpha3()
    for lang in ("ar", "en"):
        source = f"CLDR by way of babel {version('babel')} (Unicode License); made by tools/build_countries.py"
        lines = [f"# {HEAD[lang]} Source: {source}"]
        for code2, code3 in sorted(codes.items(), key=lambda item: item[1]):
            name = ENGLISH.get(code3, english[code2]).replace("&", "and")
            lines.append(f"{code3}\t{name}" if lang == "en" else f"{code3}\t{arabic[code2].split(' (')[0]}\t{name}")
        (LANG / lang / "countries.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def alpha3() -> dict[str, str]:
    """ISO 3166 alpha-3 by alpha-2, for every territory CLDR names in both languages."""
    found = {"XK": "XKX"}  # Kosovo: user-assigned, the code in common use
    for old, new in get_global("territory_aliases").items():
        if len(old) == 3 and old.isalpha() and len(new) == 1 and old not in LEFT_OUT | FORMER:
            found.setdefault(new[0], old)
    return {code2: code3 for code2, code3 in found.items() if code2 in Locale("ar").territories}


FORMER = {"ANT", "BUR", "SCG", "YUG", "ZAR", "TMP", "ROM", "DDR", "FXX", "SUN", "YMD", "QUU", "PUS", "QMM"}
HEAD = {"en": "country: ISO 3166 alpha-3, name.", "ar": "country: ISO 3166 alpha-3, name, English gloss."}

if __name__ == "__main__":
    main()
