"""How an Arabic mention names somebody: title and name, body and country, office alone, a noun that stands for one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.extract.ar.duals import nouns
from factcheck.extract.ar.kin import is_kin, kin_of_his, of_kin
from factcheck.extract.ar.marks import QUOTES_OPEN, is_shortening
from factcheck.extract.ar.name_parts import bare_noun, ends_name, name_words
from factcheck.extract.ar.titles import office_mention
from factcheck.extract.ar.words import words_of
from factcheck.extract.mention import OUTLETS, Parsed
from factcheck.lang import rows
from factcheck.lang.actors import Entry, Found, entry_at
from factcheck.text import Token, fold

MINISTRY, _MINISTERS = fold("وزارة"), frozenset(map(fold, ("وزير", "وزيرة")))
_OFFICE, _PORTFOLIO = frozenset({"office"}), frozenset({"portfolio"})
_EACH, _THERE = fold("كل"), fold("هناك")  # «كل من فرنسا وألمانيا»
_LISTED = frozenset({"international", "agency"})
_AUTHORS = frozenset({"international", "agency", "body", "people"})


def parse(text: str, tokens: Sequence[Token], first: int, last: int) -> Parsed:
    """The mention at tokens `[first, last)`: who it is by its own words."""
    while first < last and tokens[first].kind != "word":
        first += 1
    while first + 2 < last and is_shortening(tokens, first + 1):
        first += 2  # «أ.د. سامي نور»
    if first + 2 == last and tokens[first].form in words_of("this.one") and tokens[first + 1].form.startswith("ال"):
        first += 1  # «هذا | المصدر»
    if first >= last:
        return Parsed("unknown", first, last)
    if tokens[first].form in words_of("some.of"):
        return Parsed("unknown", first, last, number="pl")  # «عدد من الأهالي»
    if is_kin(text, tokens, first, last):
        return of_kin(tokens, first, last)
    if (kin := kin_of_his(tokens, first, last)) is not None:
        return kin
    if tokens[first].form == _EACH or _are_two_offices(text, tokens, first, last):
        return Parsed("unknown", first, last, human=False, number="pl")
    found = entry_at(text, tokens, first, "ar")
    if found is None or found.last > last:
        head = bare_noun(tokens[first].form)
        if first + 2 < last and head in words_of("named") and tokens[first + 1].form in QUOTES_OPEN:  # «لائحة «…»»
            gender = "f" if head.endswith("ة") else "m"
            return Parsed("organisation", first, last, gender=gender, human=False, head=head)
        return _unlisted(text, tokens, first, last)
    kind = found.entry.kind
    if kind in ("international", "agency"):
        return Parsed(
            "organisation",
            first,
            last,
            body=found.entry.name,
            country=found.entry.country,
            gender=found.entry.gender,
            abroad=found.entry.country is None,
            human=False,
            head=bare_noun(found.entry.words[0]),
        )
    if kind in ("country", "capital", "seat", "city", "region", "sea"):
        return _state(text, tokens, found, last)
    if kind == "office":
        return office_mention(text, tokens, found, last)
    if kind == "body":
        return _body(text, tokens, found.entry, found, found.last, last)
    if kind == "demonym" and found.last < last and tokens[first].form.startswith("ال"):
        return _unlisted(text, tokens, found.last, last)._replace(
            first=first, kind="person", country=found.entry.country
        )
    if kind == "portfolio" and tokens[first].form.startswith("ال"):
        ministry = Entry((), "body", f"Ministry of {found.entry.name}", gender="f")
        return _body(text, tokens, ministry, found, found.last, last)._replace(head=None)
    if kind == "people":
        return _people(text, tokens, found, last)
    return _unlisted(text, tokens, first, last)


def _are_two_offices(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether «و» joins one who holds an office to another, without a name: «الوالي | ورئيس البلدية»; not «رئيس الوزراء
    ووزير الدفاع سامي حداد», who is one.
    """
    joined = next((k for k in range(first + 1, last) if tokens[k].form[0] == "و"), last)
    if joined == last - 1 and tokens[joined].form[1:] in words_of("his.office"):
        return entry_at(text, tokens, first, "ar", _OFFICE) is not None  # «رئيس النادي | ومدربه»
    other = entry_at(text, tokens, joined, "ar", _OFFICE) if joined < last else None
    one = entry_at(text, tokens, first, "ar", _OFFICE) if other is not None else None
    if one is None or other is None or not other.clitic or "calling" in (one.entry.rank, other.entry.rank):
        return False
    return all(token.form.startswith("ال") for token in tokens[other.last : last])


def led_ministry(text: str, tokens: Sequence[Token], first: int) -> Parsed | None:
    """The ministry that the minister at a token leads now: «وزير التجارة فلان», not «وزير التجارة السابق»."""
    found = entry_at(text, tokens, first, "ar", _OFFICE)
    if found is None or tokens[first].form[found.clitic :] not in _MINISTERS or found.last >= len(tokens):
        return None
    of = entry_at(text, tokens, found.last, "ar", _PORTFOLIO)
    behind = tokens[of.last].form if of is not None and of.last < len(tokens) else ""
    if of is None or of.clitic or not tokens[of.first].form.startswith("ال") or behind in name_words("held.before"):
        return None
    country, abroad = _country_after(text, tokens, of.last, min(of.last + 1, len(tokens)))
    body = f"Ministry of {of.entry.name}"
    return Parsed(
        "body", first, of.last, body=body, country=country, abroad=abroad, gender="f", human=False, head=MINISTRY
    )


def _state(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed:
    entry = found.entry
    if entry.kind in ("region", "sea", "city") or (
        found.last < last and entry.kind == "country" and _is_name(tokens, found.last)
    ):
        return Parsed(
            "organisation",
            found.first,
            last,
            country=entry.country,
            abroad=entry.country is None,
            human=False,
            gender="f",
        )
    return Parsed(
        "state",
        found.first,
        last,
        body=entry.name if entry.kind == "seat" else "Government",
        country=entry.country,
        gender="f" if entry.kind != "seat" else None,
        human=False,
        head=bare_noun(tokens[found.first].form) if _is_long_construct(tokens, found) else None,
    )


def _is_long_construct(tokens: Sequence[Token], found: Found) -> bool:
    """Whether a body's name begins with a bare noun that can stand for it later: «هيئة المسح …», not «البيت …»."""
    return found.last - found.first > 1 and not tokens[found.first].form.startswith("ال")


def _body(text: str, tokens: Sequence[Token], entry: Entry, found: Found, at: int, last: int) -> Parsed:
    """A body of the tables with the country that follows it: as an adjective, a name, or a place after في.

    One that an unlisted adjective tells apart is another body and stays as written («الجيش السوري الحر»).
    """
    country, abroad = _country_after(text, tokens, at, last)
    another = found.first < at < last and _is_told_apart(text, tokens, at, last)
    return Parsed(
        "organisation" if another else "body",
        found.first,
        last,
        body=None if another else entry.name,
        country=country,
        abroad=abroad,
        gender=entry.gender,
        human=False,
        head=bare_noun(tokens[found.first].form[found.clitic :]),
        definite=at - found.first == 1 == last - found.first,
    )


def _is_told_apart(text: str, tokens: Sequence[Token], at: int, last: int) -> bool:
    while at < last and tokens[at].kind == "word":
        found = entry_at(text, tokens, at, "ar", frozenset({"demonym", "country", "capital", "city"}))
        if found is not None:
            at = found.last
            continue
        form = tokens[at].form
        return form.startswith("ال") and form not in name_words("stop", "plain")
    return False


def _people(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed:
    """A common noun: a ministry, a body in construct with a country, an unnamed source, an organisation."""
    entry, first, at = found.entry, found.first, found.last
    if entry.name == "ministry" and at < last:
        portfolio = entry_at(text, tokens, at, "ar", _PORTFOLIO)
        if portfolio is not None:
            ministry = Entry((), "body", f"Ministry of {portfolio.entry.name}", gender="f")
            return _body(text, tokens, ministry, found, portfolio.last, last)
    author = _author(text, tokens, found, last) if entry.rank == "paper" or entry.name in OUTLETS else None
    if author is not None:
        return author
    construct = _construct_body(text, tokens, found, last)
    if construct is not None:
        return construct
    country, abroad = _country_after(text, tokens, at, last)
    head = bare_noun(tokens[first].form[found.clitic :])
    return Parsed(
        "source" if entry.human else "organisation",
        first,
        last,
        country=country,
        abroad=abroad,
        gender=entry.gender,
        number=entry.number,
        human=entry.human,
        head=head,
        definite=_is_bare(tokens, first, at, last),
    )


def _author(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed | None:
    """The body whose paper it is («بيانات وزارة التجارة»), or the outlet that goes by a listed name (صحيفة هآرتس)."""
    behind = entry_at(text, tokens, found.last, "ar") if found.last < last and found.entry.rank == "paper" else None
    construct = _construct_body(text, tokens, behind, last) if behind is not None and behind.last < last else None
    if construct is not None:
        return construct._replace(first=found.first)  # «بيان جيش كوريا الجنوبية»
    for at in range(found.last, last):
        named = entry_at(text, tokens, at, "ar", _AUTHORS if found.entry.rank == "paper" else _LISTED)
        of_it = named is not None and bool(named.clitic) and found.entry.rank == "paper"  # «بيان للنقابة»
        if named is not None and (of_it or named.entry.kind != "people" or named.entry.name == "ministry"):
            author = parse(text, tokens, at, last)
            head = bare_noun(tokens[found.first].form)
            return author._replace(
                first=found.first, head=head, definite=False, gender=found.entry.gender, author=at if of_it else None
            )
    return None


def _construct_body(text: str, tokens: Sequence[Token], found: Found, last: int) -> Parsed | None:
    """«حكومة اليابان», «شرطة كابول»: a noun without article whose body the tables know, before a country or a city."""
    at = found.last
    if at >= last or tokens[found.first].form.startswith("ال"):
        return None
    place = entry_at(text, tokens, at, "ar", frozenset({"country", "capital", "city"}))
    body = _bodies().get(f"ال{tokens[found.first].form[found.clitic :]}")
    if place is None or place.clitic or body is None:
        return None
    parsed = _body(text, tokens, body, found, place.last, last)
    return parsed._replace(country=place.entry.country, definite=False)


def _unlisted(text: str, tokens: Sequence[Token], first: int, last: int) -> Parsed:
    """A mention that begins with no listed word: a name, a name before its title, or a noun the tables do not know."""
    named = _behind_his_title(tokens, first, last)
    if named > first:
        head = bare_noun(tokens[first].form.removeprefix("و")).removesuffix("ها").removesuffix("هم").removesuffix("ه")
        return _unlisted(text, tokens, named, last)._replace(first=first, head=head)
    at = first
    while at < last and tokens[at].kind == "word" and (at == first or not ends_name(text, tokens[at])):
        titled = at > first and entry_at(text, tokens, at, "ar", _OFFICE) is not None
        family = at == first + 1 == last - 1 and tokens[at].form.startswith("ال")  # «سامي | الأمين»
        if titled and not family and tokens[at].form not in name_words("given"):
            break
        at += 1
    if at == first:
        return Parsed("unknown", first, last)
    title = Parsed("unknown", at, last)
    rest = at + 1 if at < last and tokens[at].kind != "word" else at
    found = entry_at(text, tokens, rest, "ar", frozenset({"office"})) if rest < last else None
    if found is not None and found.clitic and at == first + 1 and tokens[first].form in nouns():
        return title  # «تغريدة | للاعب»
    if found is not None:
        title = office_mention(text, tokens, found, last)
        if title.name is not None and rest == at:
            return title._replace(first=first)  # «مقدم البرنامج الدكتور سامي نور»
    if tokens[first].form.startswith("ال"):
        alone = at - first == 1
        return Parsed("unknown", first, last, head=bare_noun(tokens[first].form), definite=alone, country=title.country)
    return Parsed(
        "person",
        first,
        last,
        name=(first, at),
        office=title.office,
        rank=title.rank,
        body=title.body,
        country=title.country,
        abroad=title.abroad,
        gender=title.gender,
    )


def _behind_his_title(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name begins behind «مديرها التنفيذي» or «رئيسه»; `first` where no such title opens the mention."""
    if tokens[first].form.removeprefix("و") not in words_of("his.office"):
        return first
    at = first + 1
    while at < last and (tokens[at].kind == "mark" or tokens[at].form.startswith("ال")):
        at += 1
    return at if at < last else first


def _country_after(text: str, tokens: Sequence[Token], at: int, last: int) -> tuple[str | None, bool]:
    """The country that words after a noun tell: an adjective or a place; and whether they point to no one state, or to
    another place told of («تقول الهيئة هناك»).
    """
    abroad = last < len(tokens) and tokens[last].form == _THERE
    while at < last:
        found = entry_at(text, tokens, at, "ar", frozenset({"demonym", "country", "capital", "city", "international"}))
        if found is not None:
            if found.entry.country is not None:
                return found.entry.country, False
            abroad = True
        at += 1
    return None, abroad


def _is_bare(tokens: Sequence[Token], first: int, at: int, last: int) -> bool:
    """Whether a noun with article stands alone, or with ذاته or نفسه: it points back to a fuller mention."""
    return tokens[first].form.startswith("ال") and (at == last or tokens[at].form in name_words("pointer"))


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "word" and not tokens[at].form.startswith("ال")


@cache
def _bodies() -> dict[str, Entry]:
    return {
        fold(phrase): Entry((), "body", english, None, gender)
        for phrase, gender, english in rows("ar", "bodies")
        if " " not in phrase
    }
