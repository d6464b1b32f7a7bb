"""Predicted claims measured against annotated ones: spans, claimants, modes, quantities, dates, check-worthiness.

An annotation is `gold/<id>.gold.json`; its text stands beside it or in `data/`. A prediction is the document that
`factcheck extract --format json` prints. `measure` gives one article's counts, `rates` the figures of many together.
"""

from __future__ import annotations

import calendar
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]
Counts = tuple[Counter[str], list[tuple[float, bool]]]  # counts; and for ranking, each claim's score and worth

GOLD = Path(__file__).parent / "gold"
_EDGE = " \t\n\r\xa0.,;:!?،؛؟…\"'«»“”‘’()[]{}-–—ـ"
_DROPPED = re.compile("[\u064b-\u065f\u0670\u0640\u200e\u200f\u200b-\u200d\u2066-\u2069\ufeff]")
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_NOBODY = {"", "none", "null"}
_ARTICLE = {"article", "narrator", "المقال", "الكاتب", "الراوي", "الصحيفه"}


def articles(folder: Path = GOLD) -> dict[str, tuple[Record, str]]:
    """Every annotated article of a folder by its id: the annotation and the text."""
    found = {}
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        beside = folder / f"{name}.txt"
        text = beside if beside.exists() else folder.parents[1] / "data" / f"{name}.txt"
        found[name] = (json.loads(path.read_text("utf-8")), text.read_bytes().decode("utf-8"))
    return found


def measure(gold: Record, predicted: Record, text: str) -> Counts:
    """The counts of one article: what was annotated, predicted, and right of what was matched."""
    golden = [_trimmed(claim, text) for claim in gold["claims"]]
    found = [_trimmed(claim, text) for claim in predicted.get("claims", [])]
    pairs = _match(golden, found)
    n: Counter[str] = Counter()
    _count_spans(n, golden, found, pairs)
    aliases = _names(gold)
    for i, j in pairs:
        _count_pair(n, golden[i], found[j], aliases[golden[i]["holder"]])
    _count_totals(n, golden, found, pairs)
    same = _clusters(golden)
    _count_repeats(n, golden, found, pairs, same)
    _count_disagreements(n, gold, predicted, golden, found, pairs, same)
    worth = {j: bool(golden[i]["checkworthy"]) for i, j in pairs}
    ranked = [(float(c.get("checkworthy_score", c["checkworthy"])), worth.get(j, False)) for j, c in enumerate(found)]
    return n, ranked


def rates(counts: Iterable[Counts]) -> dict[str, float]:
    """The figures of any number of articles together; a share of nothing is `nan`, an F1 of nothing 0."""
    n: Counter[str] = Counter()
    ranked: list[tuple[float, bool]] = []
    for one, ranks in counts:
        n.update(one)
        ranked += ranks
    out: dict[str, float] = {}
    for name, hits, given, wanted in _F_MEASURES:
        out |= dict(zip((f"{name}_p", f"{name}_r", f"{name}_f1"), _f1(n[hits], n[given], n[wanted]), strict=True))
    for name, hits, of in _SHARES:
        out[name] = n[hits] / n[of] if n[of] else float("nan")
    p = n["dis_good"] / n["dis_pred"] if n["dis_pred"] else 0.0
    r = n["dis_hit"] / n["dis_gold"] if n["dis_gold"] else 0.0
    out |= {"disagreement_p": p, "disagreement_r": r, "disagreement_f1": 2 * p * r / (p + r) if p + r else 0.0}
    out["checkworthy_ap"] = _average_precision(ranked, n["worthy"])
    return out


_F_MEASURES = (  # name, right, predicted, annotated
    ("span", "matched", "pred", "gold"),
    ("strict", "strict", "pred", "gold"),
    ("chars", "chars_both", "chars_pred", "chars_gold"),
    ("end_to_end", "whole", "pred", "gold"),
    ("quantity", "q_right", "q_pred", "q_gold"),
    ("date", "d_right", "d_pred", "d_gold"),
    ("checkworthy", "worthy_both", "worthy_pred", "worthy"),
    ("repeat", "same_right", "same_pred", "same_gold"),
)
_SHARES = (  # name, right, of
    ("spurious", "spurious", "pred"),
    ("merged", "merged", "pred"),
    ("worthy_found", "worthy_found", "worthy"),
    ("speaker", "speaker", "attributed"),
    ("speaker_of_article", "article_speaker", "narrated"),
    ("claimant", "claimant", "attributed"),
    ("claimant_all", "claimant_all", "matched"),
    ("claimant_found", "claimant", "attributed_gold"),
    ("country", "country", "countries"),
    ("mode", "mode", "matched"),
    ("kind", "kind", "matched"),
    ("quantity_all", "q_right", "q_all"),
    ("quantity_near", "q_near", "q_gold"),
    ("date_all", "d_right", "d_all"),
    ("date_near", "d_near", "d_gold"),
    ("contradiction_r", "dis_hit_contradicts", "dis_gold_contradicts"),
    ("dimension", "dis_dimension", "dis_hit"),
    ("relation", "dis_relation", "dis_hit"),
)


def _trimmed(claim: Record, text: str) -> dict[str, Any]:
    start, end = claim["start"], claim["end"]
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    names = {"holder": claim.get("holder", claim.get("claimant"))}
    names["country"] = (claim.get("holder_country", claim.get("claimant_country")) or "").upper() or None
    return {**claim, **names, "start": start, "end": end}


def _overlap(a: Record, b: Record) -> int:
    return max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))


def _iou(a: Record, b: Record) -> float:
    both = _overlap(a, b)
    return both / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if both else 0.0


def _match(golden: Sequence[Record], found: Sequence[Record]) -> list[tuple[int, int]]:
    """Pairs of annotated and predicted claims that overlap by half or more, the best first, each claim once."""
    ranked = sorted((-_iou(g, p), i, j) for (i, g), (j, p) in product(enumerate(golden), enumerate(found)))
    pairs: dict[int, int] = {}
    for overlap, i, j in ranked:
        if -overlap >= 0.5 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _count_spans(
    n: Counter[str], golden: Sequence[Record], found: Sequence[Record], pairs: list[tuple[int, int]]
) -> None:
    n["gold"], n["pred"], n["matched"] = len(golden), len(found), len(pairs)
    n["strict"] = sum(_place(golden[i]) == _place(found[j]) for i, j in pairs)
    covered = [{k for c in claims for k in range(c["start"], c["end"])} for claims in (golden, found)]
    n["chars_gold"], n["chars_pred"], n["chars_both"] = *map(len, covered), len(covered[0] & covered[1])
    n["spurious"] = sum(not any(_overlap(p, g) for g in golden) for p in found)
    n["merged"] = sum(sum(_overlap(g, p) >= 0.5 * max(1, g["end"] - g["start"]) for g in golden) >= 2 for p in found)


def _place(claim: Record) -> tuple[int, int]:
    return claim["start"], claim["end"]


def _names(gold: Record) -> dict[str, set[str]]:
    """Every name of each holder: the canonical one, its aliases, and the mentions that name it as a speaker."""
    names: dict[str, set[str]] = defaultdict(set)
    for holder in gold.get("holders", []):
        names[holder["name"]] |= set(holder.get("aliases", []))
    for claim in gold["claims"]:
        names[claim["holder"]] |= {claim["holder"], *filter(None, [claim.get("speaker")])}
    return names


def _count_pair(n: Counter[str], gold: Record, found: Record, names: set[str]) -> None:
    """What is right about one matched claim."""
    speaker, holder = found.get("speaker") or "", found.get("holder") or ""
    if gold["mode"] == "narrator":
        right = norm(holder) in _NOBODY | _ARTICLE
        n["narrated"] += 1
        n["article_speaker"] += norm(speaker) in _NOBODY | _ARTICLE
    else:
        right = any(same_name(holder, name) for name in names)
        n["attributed"] += 1
        n["claimant"] += right
        n["speaker"] += _speaker_right(gold, speaker, holder, names)
        if gold["country"]:
            n["countries"] += 1
            n["country"] += found["country"] == gold["country"]
    n["claimant_all"] += right
    n["mode"] += found["mode"] == gold["mode"]
    n["whole"] += right and found["mode"] == gold["mode"]
    n["kind"] += found.get("kind") == gold["kind"]
    n["worthy_both"] += bool(gold["checkworthy"]) and bool(found["checkworthy"])
    n["worthy_found"] += bool(gold["checkworthy"])
    for letter, field, same, near in (
        ("q", "quantities", same_quantity, _near_quantity),
        ("d", "dates", same_date, _near_date),
    ):
        wanted, given = gold[field], found.get(field) or []
        n[f"{letter}_gold"] += len(wanted)
        n[f"{letter}_pred"] += len(given)
        n[f"{letter}_right"] += _paired(wanted, given, same)
        n[f"{letter}_near"] += _paired(wanted, given, near)


def _speaker_right(gold: Record, speaker: str, holder: str, names: set[str]) -> bool:
    if gold.get("speaker"):
        return same_name(speaker, gold["speaker"])
    dropped = norm(speaker) in _NOBODY and norm(holder) not in _NOBODY | _ARTICLE
    return dropped or any(same_name(speaker, name) for name in names)


def _paired(wanted: Sequence[Record], given: Sequence[Record], same: Callable[[Record, Record], bool]) -> int:
    left = list(given)
    hits = 0
    for one in wanted:
        other = next((g for g in left if same(g, one)), None)
        if other is not None:
            left.remove(other)
            hits += 1
    return hits


def _count_totals(
    n: Counter[str], golden: Sequence[Record], found: Sequence[Record], pairs: list[tuple[int, int]]
) -> None:
    n["worthy"] = sum(bool(c["checkworthy"]) for c in golden)
    n["worthy_pred"] = sum(bool(c["checkworthy"]) for c in found)
    n["attributed_gold"] = sum(c["mode"] != "narrator" for c in golden)
    n["q_all"] = sum(len(c["quantities"]) for c in golden)
    n["d_all"] = sum(len(c["dates"]) for c in golden)


def same_quantity(a: Record, b: Record) -> bool:
    """Whether two quantities have the same bounds."""
    return all(_equal(a.get(bound), b.get(bound)) for bound in ("low", "high"))


def _near_quantity(a: Record, b: Record) -> bool:
    bounds = [[q[k] for k in ("low", "high") if q.get(k) is not None] for q in (a, b)]
    return any(_equal(x, y) for x, y in product(*bounds))


def _equal(x: float | None, y: float | None) -> bool:
    if x is None or y is None:
        return x is y
    return abs(x - y) <= 1e-6 * max(1, abs(x), abs(y))


def days(iso: str | None) -> tuple[str, str] | None:
    """The first and last day of a day, month, year or `start/end`; `None` for anything else."""
    if not iso:
        return None
    first, _, last = iso.partition("/")
    try:
        return _day(first, last=False), _day(last or first, last=True)
    except (ValueError, IndexError, calendar.IllegalMonthError):
        return None


def _day(iso: str, *, last: bool) -> str:
    year, *rest = iso[:10].split("-")
    month = rest[0] if rest else "12" if last else "01"
    length = calendar.monthrange(int(year), int(month))[1]
    day = rest[1] if len(rest) > 1 else f"{length:02d}" if last else "01"
    return f"{year}-{month}-{day}"


def _readings(gold: Record) -> list[tuple[str, str]]:
    return [d for d in map(days, (gold.get("iso"), *gold.get("iso_alt", []))) if d]


def same_date(found: Record, gold: Record) -> bool:
    """Whether a date is one of the readings annotated."""
    return days(found.get("iso")) in _readings(gold)


def _near_date(found: Record, gold: Record) -> bool:
    day = days(found.get("iso"))
    return day is not None and any(day[0] <= g[1] and g[0] <= day[1] for g in _readings(gold))


def _clusters(golden: Sequence[Record]) -> Callable[[str], str]:
    """The representative of each claim's cluster of repeats."""
    parent = {c["id"]: c.get("same_as") or c["id"] for c in golden}

    def find(claim: str) -> str:
        while parent[claim] != claim:
            claim = parent[claim]
        return claim

    return find


def _count_repeats(
    n: Counter[str],
    golden: Sequence[Record],
    found: Sequence[Record],
    pairs: list[tuple[int, int]],
    find: Callable[[str], str],
) -> None:
    of = {found[j]["id"]: golden[i]["id"] for i, j in pairs}
    n["same_gold"] = sum(bool(c.get("same_as")) for c in golden)
    for claim in found:
        if claim.get("same_as"):
            n["same_pred"] += 1
            one, other = of.get(claim["id"]), of.get(claim["same_as"])
            n["same_right"] += None not in (one, other) and one != other and find(str(one)) == find(str(other))


def _count_disagreements(
    n: Counter[str], gold: Record, predicted: Record, golden: Sequence[Record], found: Sequence[Record],
    pairs: list[tuple[int, int]], find: Callable[[str], str],
) -> None:  # fmt: skip
    """Pairs found, credited where each side covers half of the shorter span of an annotated claim."""
    wanted = {frozenset(map(find, d["claims"])): d for d in gold.get("disagreements", [])}
    n["dis_gold"] = len(wanted)
    n["dis_gold_contradicts"] = sum(d["relation"] == "contradicts" for d in wanted.values())
    exact = {found[j]["id"]: find(golden[i]["id"]) for i, j in pairs}
    touched = {p["id"]: sorted({find(g["id"]) for g in golden if _touch(g, p)}) for p in found}
    seen, hit = set(), set()
    for d in predicted.get("disagreements") or []:
        ids = list(d.get("claims", []))[:2]
        if frozenset(ids) in seen:
            continue
        seen.add(frozenset(ids))
        n["dis_pred"] += 1
        if len(ids) < 2:
            continue
        keys = [frozenset(exact[x] for x in ids if x in exact)]
        keys += [frozenset(xy) for xy in product(*(touched.get(x, []) for x in ids)) if xy[0] != xy[1]]
        keys = [key for key in keys if key in wanted]
        n["dis_good"] += bool(keys)
        fresh = next((key for key in keys if key not in hit), None)
        if fresh is not None:
            hit.add(fresh)
            n["dis_hit"] += 1
            n["dis_hit_contradicts"] += wanted[fresh]["relation"] == "contradicts"
            n["dis_dimension"] += d.get("dimension") == wanted[fresh]["dimension"]
            n["dis_relation"] += d.get("relation") == wanted[fresh]["relation"]


def _touch(a: Record, b: Record) -> bool:
    return _overlap(a, b) >= 0.5 * max(1, min(a["end"] - a["start"], b["end"] - b["start"]))


def norm(name: str) -> str:
    """A name for comparing: no diacritics, one alef, ya and ha, lower case, words apart by one space."""
    folded = _DROPPED.sub("", unicodedata.normalize("NFKC", name or "")).lower().translate(_FOLD)
    return " ".join(re.sub(r"[^\w\s]", " ", folded).split())


def same_name(a: str, b: str) -> bool:
    """Whether two names mean the same: half of their words shared, or one within the other."""
    if not a or not b:
        return False
    if norm(a) == norm(b):
        return True
    one, other = _words(a), _words(b)
    x, y = set(one), set(other)
    if not x or not y:
        return False
    if one == other or len(x & y) / len(x | y) >= 0.5 or (len(x) >= 2 and x <= y):
        return True
    return len(y) >= 2 and y <= x and len(x) <= len(y) + 4


def _words(name: str) -> list[str]:
    words = [w[2:] if w.startswith("ال") and len(w) > 4 else w for w in norm(name).split()]
    return [w for w in words if w not in ("the", "a", "an", "s", "of")]


def _f1(hits: int, given: int, wanted: int) -> tuple[float, float, float]:
    p, r = (hits / of if of else 0.0 for of in (given, wanted))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _average_precision(ranked: Sequence[tuple[float, bool]], relevant: int) -> float:
    """Average precision; claims of one score share their block's precision, so a constant score earns the base rate."""
    if not relevant:
        return 0.0
    blocks: dict[float, list[bool]] = defaultdict(list)
    for score, worthy in ranked:
        blocks[score].append(worthy)
    seen = hits = 0
    total = 0.0
    for score in sorted(blocks, reverse=True):
        seen += len(blocks[score])
        hits += sum(blocks[score])
        total += sum(blocks[score]) * hits / seen
    return total / relevant
