"""How pronouns of English agree with a mention: a man, a woman, somebody, many, a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck.extract.en.name_runs import word_roles
from factcheck.lang.actors import entry_at, place_at
from factcheck.lang.english import is_verb_form, words
from factcheck.text import Token, tokenise

OF_PRONOUN = {
    "he": "m",
    "his": "m",
    "him": "m",
    "she": "f",
    "her": "f",
    "it": "n",
    "its": "n",
    "they": "p",
    "their": "p",
    "them": "p",
}
_HELD = frozenset({"office", "people"})
_CLOSE = frozenset(("person", "people", "source", "sources", "official", "officials", "one", "two", "three"))
_BESIDE = frozenset((("close", "to"), ("familiar", "with"), ("briefed", "on"), ("aware", "of")))
_ONE = frozenset(("a", "an", "one", "another"))
_STATES = frozenset({"country", "capital", "seat"})


@lru_cache(maxsize=64)  # the same few speakers, asked for again and again
def gender_of(mention: str) -> str:
    """How pronouns agree with a mention: m, f, h (a person of untold gender), p, n (a body or thing), or empty."""
    tokens = tokenise(mention)
    forms = [token.form for token in tokens if token.kind == "word"]
    if words("number").issuperset(forms):
        return "p" if tokens else ""
    if len(forms) > 1 and {forms[0], forms[-1]} & words("outlet"):
        return "n"  # "Radio Vale", "state television"
    near = next((k for k in range(2, len(forms) - 1) if tuple(forms[k : k + 2]) in _BESIDE), 0)
    whom = forms[near - 1] in _CLOSE  # no "hospital close to the front"
    if near and whom and forms[0] != "the":
        return "h" if forms[0] in _ONE else "p"  # "A person close to the company"
    done = next((k for k in range(2, len(forms) - 2) if "n" in is_verb_form(forms[k]) and "by" in forms[k : k + 3]), 0)
    if done and forms[0] in ("a", "an", "the"):
        word = [token for token in tokens if token.kind == "word"][done - 1]
        return gender_of(mention[: word.end])  # "A plan | drawn up by the architect Ana Ruiz"
    if _are_two(mention):
        return "p"
    own = _before_home(mention, tokens) or _behind_owner(mention, tokens)
    if own is not None:
        return gender_of(own)
    if forms[-1] in words("staff_of") or "&" in mention or (len(forms) == 1 and forms[0].endswith("'s")):
        return "n"  # "Orr & Lund", "Hartley's"
    if forms[0] in _ONE and forms[1:2] and forms[1] in words("spokesperson"):
        return "h"  # "A spokesperson for the council"
    if not words("female").isdisjoint(forms):
        return "f"
    if not words("male").isdisjoint(forms):
        return "m"
    if {"year", "old"} <= set(forms):
        return "h"
    names = [t for t in tokens if t.kind == "word" and mention[t.start].isupper()]
    titled = not words("title").isdisjoint(forms)
    if len(tokens) == 1 and (found := entry_at(mention, tokens, 0, "en")) and found.entry.number == "pl":
        return "p"
    callings = words("title", "male", "trade_noun", "told_by")
    if len(forms) == 1 and forms[0].endswith("s") and forms[0][:-1] in callings:
        return "p"  # "Prosecutors", at the head of a sentence
    if forms[-1].endswith("s") and forms[-1][:-1] in words("document"):
        return "p"  # "ministry records show. It said …"
    if _is_firm_named(tokens):
        return "n"
    if _ends_in_person(mention, tokens) or _ends_in_name(mention, tokens):
        return "h"
    within = next((k for k, form in enumerate(forms) if form in ("at", "in", "from", "of")), 0)
    held = (
        entry_at(mention, tokens, within - 1, "en", _HELD)
        if within > 1 and forms[0] in ("a", "an", "another")
        else None
    )
    if held is not None and held.entry.number == "sg" and held.entry.human:
        return "h"  # "a doctor at the regional hospital"
    if forms[0] in _ONE and forms[(within or len(forms)) - 1] in words("trade_noun") | {"member"}:
        return "h"  # "a former kitchen worker", "a member of the board"
    if forms[0] == "the" and len(forms) == 2 and forms[1] in words("trade_noun") and forms[1] not in words("firm_kind"):
        return "h"  # "the juror"
    place = entry_at(mention, tokens, 0, "en", _STATES)
    if place is not None and place.last == len(tokens):
        return "n"  # "Tajikistan"
    posts = words("title", "leads", "male", "female", "trade_noun") - words("firm_kind", "group")
    if 0 < within <= 3 and forms[0] == "the" and forms[within - 1] in posts and forms[within] == "of":
        return "h"  # "the director of the firm"
    if 0 < within <= 2 and forms[within - 1].endswith("s") and not forms[within - 1].endswith(("ss", "'s", "quarters")):
        return "p"  # "wardens at the Skarn Head reserve"
    calling = forms[-1] in words("trade_noun", "title", "leads") - words("firm_kind", "group")
    if calling and forms[-2:-1] not in (["of"], ["for"]) and mention[tokens[-1].start].islower():
        return "h"  # "The Vale Comet's engineer", "the club doctor"
    if not words("group", "document").isdisjoint(forms) and not (titled and len(names) >= 2):
        return "n"
    if forms[-1] in ("people", "men", "women", "children"):
        return "p"
    if forms[-1].endswith("s") and forms[0] not in ("mr", "mrs") and not mention[tokens[-1].start].isupper():
        return "p"
    if forms[0] == "the" and len(names) > 1 and not titled:
        return "n"
    if len(forms) > 1 and forms[-1] in word_roles("organisation") and forms[-1] not in word_roles("surname"):
        return "n"  # "Border Service"
    if titled or (len(names) in (1, 2, 3, 4) and len(names) == len(forms)):
        return "h"
    return ""


def _are_two(mention: str) -> bool:
    """Whether a mention is of two persons by their full names: "Ana Ruiz and Dr Jon Orr"; no "Homes and Land Bill"."""
    found = _TWO.match(mention)
    if found is None or not _bodies().isdisjoint(mention.lower().split()):
        return False
    called = words("title", "trade_noun", "leads")
    told = all(word is None or word.lower().rstrip(". ") in called for word in (found[1], found[3]))
    return told and called.isdisjoint((found[2].lower(), found[4].lower()))


_TWO = re.compile(r"([\w.]+ )?[A-Z][\w-]+ ([A-Z][\w-]+) and ([\w.]+ )?[A-Z][\w-]+ ([A-Z][\w-]+)$")


def told_gender(text: str, end: int) -> str:
    """Whether "his" or "her" tells of whoever is named before `end`: "Ana Ruiz, who came with her son"; else empty."""
    found = _WHOSE.match(text, end)
    return "" if found is None else {"his": "m", "her": "f"}[found.group(1)]


_WHOSE = re.compile(r",? who (?:[a-z]+ ){1,5}?(his|her) (?=[a-z])")


@cache
def _bodies() -> frozenset[str]:
    """The last words of the names of bodies."""
    return words("group") | word_roles("organisation")


def is_place(mention: str) -> bool:
    """Whether a mention names a state, a town or a region and no more: "Germany"."""
    tokens = tokenise(mention)
    place = place_at(mention, tokens, 0, "en") if tokens else None
    return place is not None and place.last == len(tokens)


def is_thing(mention: str) -> bool:
    """Whether a mention in small letters has no word that can name a person: "software", "the benefit"."""
    head = _OF_HEAD.split(mention, maxsplit=1)[0].split()[-1:] or [""]
    people = words("trade_noun", "title", "male", "female")
    acts = head[0].endswith(("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "ess", "im", "ed", "nt", "en"))
    acts = acts and head[0] not in words("like_agent")  # "the river"
    return head[0].isalpha() and head[0].islower() and not (acts or head[0] in people)


_OF_HEAD = re.compile(r" (?:from|of|in|at|on|by) ")


def _before_home(mention: str, tokens: Sequence[Token]) -> str | None:
    """A full name without where its bearer is from: "Ana Ruiz of Vale"; `None` for any other mention."""
    of = next((k for k, token in enumerate(tokens) if token.form in ("of", "from")), 0)
    first = next((k for k in range(of) if tokens[k].form not in words("title") and tokens[k].kind == "word"), of)
    name = tokens[first:of]
    named = 2 <= len(name) <= 3 and all(t.kind == "word" and mention[t.start].isupper() for t in name)
    return (
        mention[: tokens[of - 1].end]
        if named and not any(t.form in _bodies() or t.form in words("title") for t in name)
        else None
    )


def _behind_owner(mention: str, tokens: Sequence[Token]) -> str | None:
    """A full name behind whose it is, "The Left's Ana Ruiz", or somebody's kin with a name, "Miss Orr's father, Jon";
    `None` for any other mention.
    """
    owner = next((k for k, token in enumerate(tokens[:-1]) if token.form.endswith("'s")), None)
    name = [] if owner is None else tokens[owner + 1 :]
    if name and name[0].form in words("male", "female"):
        return mention[name[0].start :]
    named = 2 <= len(name) <= 3 and all(t.kind == "word" and mention[t.start].isupper() for t in name)
    return mention[name[0].start :] if named and not {t.form for t in name} & _bodies() else None


def _ends_in_person(mention: str, tokens: Sequence[Token]) -> bool:
    """Whether a full name ends the mention right after an office or calling: "council leader Ana Ruiz"."""
    begin = len(tokens)
    while begin > 0 and tokens[begin - 1].kind == "word" and mention[tokens[begin - 1].start].isupper():
        begin -= 1
    name = {token.form for token in tokens[begin:]}
    if not begin or not 2 <= len(name) <= 4 or name & _bodies():
        return False
    if tokens[begin - 1].form in words("trade_noun", "title", "leads") - words("firm_kind"):
        return True  # "village elder Ana Ruiz"
    found = entry_at(mention, tokens, begin - 1, "en")
    if found is not None and found.last == begin:
        return found.entry.kind == "office" or found.entry.human
    calling = tokens[begin - 1].form  # "Traffic commandant Ana Ruiz"
    return calling.endswith(("ist", "ian", "ant", "man", "woman")) and calling not in words("group")


def _is_firm_named(tokens: Sequence[Token]) -> bool:
    """Whether a firm of a kind is named behind a comma: "Her insurer, Vale Norte"; not "the builder, Ana Ruiz"."""
    comma = next((k for k in range(len(tokens) - 1, 0, -1) if tokens[k].form == ","), 0)
    return comma > 0 and tokens[comma - 1].form in words("firm_kind") - words("trade_noun")


def _ends_in_name(mention: str, tokens: Sequence[Token]) -> bool:
    """Whether a comma and a full name end the mention: "the reserve's warden, Petra Lomas"."""
    comma = next((k for k in range(len(tokens) - 1, 0, -1) if tokens[k].form == ","), 0)
    if comma and tokens[comma - 1].form in _bodies():
        return False  # "a staff union, Allied Dock Hands"
    name = tokens[comma + 1 :] if comma else []
    named = 2 <= len(name) <= 3 and all(t.kind == "word" and mention[t.start].isupper() for t in name)
    return named and not {t.form for t in name} & _bodies()


@lru_cache(maxsize=4)
def last_names(text: str) -> frozenset[str]:
    """The capitalised words of a text that follow another within a line, which opens no sentence by its kind."""
    pairs = re.findall(r"(?<!\w)([^\W\d_][\w'’.-]*) (?=([^\W\d_]\w+))", text)
    closed = words("determiner", "preposition", "subordinator", "adverb")
    named = (pair for pair in pairs if pair[0][0].isupper() and pair[1][0].isupper())
    return frozenset(last for first, last in named if first.lower() not in closed)


@lru_cache(maxsize=4)
def _first_names(text: str) -> dict[str, frozenset[str]]:
    """Each last name of a text to the first names it stands with."""
    found: dict[str, set[str]] = {}
    for first, last in re.findall(r"(?<!\w)([A-Z][\w’'-]+) (?=([A-Z][\w’'-]+))", text):
        if first.lower() not in words("title", "determiner", "preposition"):
            found.setdefault(last.removesuffix("'s").removesuffix("’s"), set()).add(first)
    return {last: frozenset(firsts) for last, firsts in found.items()}


def shares_last_name(text: str, name: str) -> bool:
    """Whether two full names of a text have the same last name: "Ana Ruiz", "Marko Ruiz"."""
    return len(_first_names(text).get(name, ())) > 1


@lru_cache(maxsize=4)
def bodies_in(text: str) -> frozenset[str]:
    """The capitalised words that a text follows with a word for a body, "Hartmore" of "Hartmore Foods", and the full
    names that it calls one: "State operator Trans Lorena Est", "Vale Orr, a lender,".
    """
    pairs = re.findall(r"(?<![\w-])([A-Z][\w'’-]+) (?=([A-Z]\w+))", text)
    kinds = _bodies()
    closed = words("determiner", "preposition", "subordinator", "adverb")
    led = frozenset(name for name, kind in pairs if kind.lower() in kinds and name.lower() not in closed)
    return led.union(_BEHIND_KIND.findall(text), called_bodies(text))


@lru_cache(maxsize=4)
def called_bodies(text: str) -> frozenset[str]:
    """The full names that a text calls a body behind them: "Vale Orr, a lender,", "Vale Norte, the firm that runs"."""
    return frozenset(_before_kind().findall(text))


@cache
def _before_kind() -> re.Pattern[str]:
    """A full name and the kind of body that it is called behind it."""
    kinds = "|".join(sorted(words("group") - words("document")))
    lead = r"(?: (?!of |at |for |from |in |with )[a-z’'-]+){0,4}"
    return re.compile(rf"\b{_FULL}, (?:a|an|the){lead} (?:{_KIND}|{kinds})(?:[,.]| (?:that|which|whose)\b)")


_KIND = (
    r"(?:airline|carmaker|insurer|lender|manufacturer|refiner|utility|"
    r"(?:[Ss]tate|rail|railway|train|tram|bus|ferry|grid|network|mobile|port|airport|plant|pipeline) operator)"
)
_FULL = r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})"
_BEHIND_KIND = re.compile(rf"\b(?i:{_KIND}),? {_FULL}\b")


@lru_cache(maxsize=4)
def teams_in(text: str) -> frozenset[str]:
    """The last words of the names that a text speaks of as of several: "Rovers" of "Rovers were fifth", "Vale Town" of
    "Vale Town broke their record".
    """
    within = frozenset(re.findall(r"(?:[a-z,’”\"]|\b[A-Z]\w+) (?=([A-Z][\w’'-]+))", text))
    found = (m for m in _SEVERAL.finditer(text) if not _IN_LIST.search(text, max(0, m.start() - _LISTED), m.start()))
    return within.intersection(match[1] for match in found)


_LISTED = 40  # characters before a name in which those it is listed with stand
_SEVERAL = re.compile(r"\b([A-Z][\w’'-]+) (?:(?:are|were|have) (?!being )|[a-z]+(?:ed|oke|ost|on|ade) their )")
_IN_LIST = re.compile(r"(?:\band|,|&) (?:[A-Z][\w’'-]+ )*\Z")


def agrees(pronoun: str, agreement: str) -> bool:
    """Whether a pronoun can mean a mention of that agreement, as `gender_of` gives it."""
    return fits(OF_PRONOUN.get(pronoun, ""), agreement)


def fits(wanted: str, agreement: str) -> bool:
    """Whether a pronoun of a gender or number, as `OF_PRONOUN` has it, can mean a mention of that agreement."""
    if wanted == "n":
        return agreement in ("n", "")
    if wanted == "p":
        return agreement in ("p", "n", "")
    return agreement in (wanted, "h", "")
