"""Mentions by what they may be called, asked for the nearest before a place in the text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.extract.ar.of_headline import named_in_headline
from factcheck.extract.mention import Parsed, Somebody
from factcheck.text import Token

_NEAR = 1  # breaks between paragraphs over which the last body of a kind is still the one meant


class Nearest:
    """Mentions by what they may be called, to be asked for the nearest.

    The cost is logarithmic in their number, but for `most`, where it is linear.
    """

    __slots__ = ("_by",)

    def __init__(self) -> None:
        self._by: dict[tuple[str, ...], list[Parsed]] = {}

    def add(self, parsed: Parsed, *key: str) -> None:
        """Take in a mention under a key."""
        insort(self._by.setdefault(key, []), parsed, key=_first)

    def to(self, at: int, *key: str) -> Parsed | None:
        """The last mention under a key that begins before token `at`, else the first after it; `None` for none."""
        known = self._by.get(key, [])
        return known[max(0, bisect_left(known, at, key=_first) - 1)] if known else None

    def before(self, at: int, *key: str) -> list[Parsed]:
        """The mentions under a key that begin before token `at`."""
        known = self._by.get(key, [])
        return known[: bisect_left(known, at, key=_first)]

    def most(self, at: int, *key: str) -> Parsed | None:
        """The body that a key means far more often than any other before token `at`; `None` where none is."""
        known = self._by.get(key, [])
        before = known[: bisect_left(known, at, key=_first)]
        times = Counter(body for body, _ in {(parsed.body, parsed.first) for parsed in before if parsed.body})
        two = times.most_common(2)
        if len(two) < 2 or two[0][1] < 2 * two[1][1]:
            return None
        return next(parsed for parsed in reversed(before) if parsed.body == two[0][0])

    def meant(self, at: int, tokens: Sequence[Token], *key: str) -> Parsed | None:
        """The body that a key means most, else the one the text names first, where the last is paragraphs before `at`.

        `None` where the last one named stands in the same paragraph or the one right before it.
        """
        known = self._by.get(key, [])
        before = known[: bisect_left(known, at, key=_first)]
        most = self.most(at, *key)
        if most is not None or len(before) < 2 or before[0].body is None or before[-1].body is None:
            return most
        breaks = 0
        for k in range(at - 1, before[-1].first, -1):
            breaks += tokens[k].kind == "line" and tokens[k - 1].kind != "line"
            if breaks > _NEAR:
                return before[0]
        return None


def _first(parsed: Parsed) -> int:
    return parsed.first


_ANOTHER = frozenset(  # folded
    "rival second third other another competing opposing opposition neighbouring".split()  # noqa: SIM905
    + "منافس منافسة معارض معارضة ثاني ثانية ثان ثالث ثالثة اخري اخر مجاور مجاورة".split()  # noqa: SIM905
)
_BANKS, _APART = frozenset(("بنك", "مصرف")), 1  # lines from the central bank to «البنك» that is another
_ARTICLE = "ال"
_HEADLINE = 30  # tokens of a headline
_SHORTLY = 400  # tokens before a mention among which one of its kind is looked for


def is_another(tokens: Sequence[Token], parsed: Parsed) -> bool:
    """Whether a mention says that it is another of a kind told of before: "the rival party" is not "the party"."""
    told = {token.form.removeprefix(_ARTICLE) for token in tokens[parsed.first : parsed.last]}
    if _ANOTHER.isdisjoint(told) or parsed.head is None:
        return False
    before = tokens[max(0, parsed.first - _SHORTLY) : parsed.first]
    return any(token.form.lstrip("و").removeprefix(_ARTICLE) == parsed.head.removeprefix(_ARTICLE) for token in before)


def comes_late(first_told: Mapping[str, int], parsed: Parsed, known: Parsed | None) -> bool:
    """Whether the only one of a kind that speaks is named behind a mention of it, and another is told of before it:
    «بنك الرافد … قال البنك … البنك المركزي»; `first_told` is where each word first stands.
    """
    if known is None or known.first <= parsed.first:
        return False
    head = (parsed.head or "").removeprefix(_ARTICLE)
    return any(first_told.get(lead + head, parsed.first) < parsed.first for lead in ("", "و", "ل", "ب"))


def of_article(tokens: Sequence[Token], parsed: Parsed, known: Parsed | None) -> Parsed | None:
    """The body a bare noun means: the bank of the headline, where it is «البنك المركزي» that was named in a paragraph
    before «البنك» alone; else the one `known`.
    """
    if known is None or not (known.first + 1 < known.last <= parsed.first) or parsed.head not in _BANKS:
        return known
    apart = sum(token.kind == "line" for token in tokens[known.last : parsed.first]) > _APART
    full = apart and tokens[known.first].form.startswith(_ARTICLE)
    named = named_in_headline(tokens, parsed.head or "") if full else None
    if named is None:
        return known
    return parsed._replace(kind="organisation", first=named[0], last=named[1], body=None, definite=False)


def tells_whom(tokens: Sequence[Token], parsed: Parsed, before: Sequence[Somebody]) -> bool:
    """Whether «الوزير» alone can be told: one of that office was named before it, or it stands in the headline."""
    if not parsed.human or before:
        return not parsed.human or len(before) == 1
    return parsed.first < _HEADLINE and not any(token.kind == "line" for token in tokens[: parsed.first])
