"""Conjunctions of English that join claims, not words."""

from __future__ import annotations

from factcheck.extract.amounts import CURRENCY_SIGNS
from factcheck.extract.en.letters import FINITE, may_date
from factcheck.extract.en.plain_verbs import goes_on_quoted, is_of_choice, joins_doings, waits_for_verb
from factcheck.extract.en.predicates import (
    count_words,
    has_finite,
    next_letter,
    opens_with_lead,
    skip_adverbs,
    skip_back,
    starts_clause,
    starts_verb_phrase,
    stops_short,
)
from factcheck.extract.en.tags import Tagged
from factcheck.lang.actors import entry_at
from factcheck.lang.english import words

_CANNOT = frozenset(("cannot", "can't", "can’t"))
_STRANDED = frozenset(("into", "at", "for", "with", "from", "against", "upon", "towards"))
_GOING = frozenset(("go", "goes", "went", "come", "comes", "came", "try"))
_PEOPLES = frozenset({"demonym"})
_WANTING = frozenset("push pushed pushing call called calling ask asked press pressed campaign fight fought".split())  # noqa: SIM905


_WITHOUT = frozenset(("all", "everyone", "everybody", "everything", "none", "nothing", "nobody", "anything", "anyone"))


def cut_conjunction(s: Tagged, begin: int, i: int, last: int) -> tuple[int, str] | None:
    """Where a claim begins after the conjunction at `i`, and why; `None` where it joins less than claims."""
    form = s.form(i)
    if form not in ("and", "but", "yet", "nor", "or") or stops_short(s, i, last) or waits_for_verb(s, begin, i):
        return None
    after = i + 1
    either = any(s.form(k) == "either" for k in range(begin, i))
    if form == "or" and (either or (not s.outside(i) and (last - after < 4 or not starts_clause(s, after, last)))):
        return None  # "all tools now known or hereafter devised"
    if form == "or" and after < last and s.form(after) == "so":
        return None  # "the 3,000 or so that …"
    while after < last and s.tag(after) != "R" and s.form(after) in ("that", "then", "also", ","):
        after += 1
    asks = s.form(after) in ("how", "what", "why") and any(s.tag(k) == "I" for k in range(begin, i))
    if form == "and" and asks and s.outside(i) == s.outside(after):
        return None  # "was talking about the strikes and how they would end"
    if s.form(i + 1) == "then" and s.verb_kinds(after) and any(s.form(k) in _CANNOT for k in range(begin, i)):
        return None  # "you can't praise the law and then break it": the two together
    of = s.form(i - 1) == "all" and "of" in (s.form(after + 1), s.form(after + 2))
    some = s.tag(after) in "#D" and (of or not starts_clause(s, after, last))
    if form == "but" and s.form(i - 1) in _WITHOUT and some:
        return None  # "have freed all | but four of those detained"
    if form == "but" and s.form(after) == "nor":
        return (after, "coordination") if starts_verb_phrase(s, after + 1, last) else None
    if form == "and" and joins_doings(s, begin, after, last):
        return after, "participle"
    if after >= last or (form == "and" and (_joins_nouns(s, begin, i) or _goes_on_counting(s, begin, after))):
        return None
    if s.tag(after) in "SW" and s.form(after) in words("contrast") | {"when"}:
        comma = next((k for k in range(after, last) if s.form(k) == ","), None)
        led = comma is not None and (s.form(after) != "after" or starts_clause(s, after + 1, comma))
        if comma and led and starts_clause(s, comma + 1, last):
            return after, "coordination"
    if form == "and" and (_shares_what_follows(s, begin, i, last) or is_of_choice(s, begin, i, last)):
        return None
    if (form == "and" and _goes_on_describing(s, begin, i)) or _shares_that(s, i, last):
        return None
    beside = next((k for k in range(i - 1, begin, -1) if s.form(k) == "with" and s.form(k - 1) == ","), i)
    if beside < i and not has_finite(s, beside, i) and s.form(skip_adverbs(s, after, last)) != "was":
        verb = next((k for k in range(after, last) if s.tag(k) in FINITE), last)
        if verb < last and s.tag(verb) == "V" and "n" in s.verb_kinds(verb) + "n" * s.form(verb).endswith("ed"):
            return None  # ", with the Aska and the Ridda deemed to need walls"
    opens = begin + (s.tag(begin) == "C")
    if s.tag(opens) == "G" and "M" not in s.letters(opens, i) and s.form(after) in words("left_so") | {"ready", "able"}:
        return None  # "showing we are this angry and ready to fight on is no help"
    undergone = s.letters(begin, i).rstrip("ADNI#")[-1:] == "P"
    if undergone and s.form(after) in words("told_to") and (s.tag(after + 1) in "RTW" or s.form(after + 1) == "that"):
        return None  # "have been phoned and advised they may cancel"
    if s.form(after) == "told" and after + 1 < last and s.form(after + 1) == "that":
        return None  # "was arrested and told that he would be deported": one told it to him
    if _is_like_quality(s, i, after) or goes_on_quoted(s, i, after):
        return None
    if starts_verb_phrase(s, after, last) and not _goes_on_bare(s, begin, i, after):
        if _is_noun_here(s, after, last) or _ends_without_predicate(s, after, last) or _ends_list(s, i, after, last):
            return None
        if s.tag(after) == "V" and s.tag(after + 1) in "RO" and after + 2 >= last - (s.tag(last - 1) == "M"):
            return None  # "stood there and watched it"
        if _shares_subordinate(s, begin, i, after) or _ends_relative_list(s, begin, i):
            return None
        return (after, "coordination") if form != "or" and count_words(s, after, last) >= 2 else None
    if starts_clause(s, after, last):
        part = next((k for k in range(i - 1, max(s.first, begin - 2), -1) if s.form(k) == "including"), i)
        listed = part < i and not has_finite(
            s, part, i
        )  # "including a site with old houses and figures found in caves"
        return (after, "coordination") if not listed and not _joins_subjects(s, begin, i) else None
    if form == "and" and _shares_verb(s, begin, i, after, last):
        return after, "coordination"
    if form in ("and", "but") and _is_second_predicate(s, begin, after, last):
        return after, "coordination"
    return None


def _shares_what_follows(s: Tagged, begin: int, i: int, last: int) -> bool:
    """Whether two verbs share who did it or what it was done to: "was hit and robbed by", "hit and bent the rail"."""
    first, second = s.verb_kinds(i - 1), s.verb_kinds(i + 1)
    if s.form(i - 1) in _STRANDED and s.tag(i - 2) in "VP" and s.tag(i + 1) in "VP":
        return True  # "broke into and robbed a bank"
    if i - 1 <= begin or i + 2 >= last or s.tag(i - 1) not in "VP" or s.tag(i + 1) not in "VP":
        return False
    helped = skip_back(s, begin, i - 1)
    if s.tag(helped) in "Xx" and s.form(helped) in words("be") | {"been", "being"}:
        return s.form(i + 2) == "by" and not may_date(s.tokens, i + 3)
    return s.form(i - 1) in words("acts_on") and ("d" in first) == ("d" in second) and s.tag(i + 2) in "DN#"


def _goes_on_describing(s: Tagged, begin: int, i: int) -> bool:
    """Whether two verbs around "and" are one doing, "go and sit", or participles of one noun: "a cap lent by a museum
    and insured for 5 million".
    """
    if s.form(i - 1) in _GOING and s.tag(i + 1) in "BVN" and s.verb_kinds(i + 1):
        return True
    paired = s.tag(i - 1) == s.tag(i + 2) == "N" and s.form(i - 2).endswith("ed") and s.tag(i + 3) in "MI"
    if paired and s.form(i + 1).endswith("ed") and s.tag(i - 2) in "PN":
        return True  # "suffered from a cracked rib and bruised knees"
    if _is_like_adjective(s, begin, i) or _is_of_doer(s, begin, i):
        return True
    behind = s.form(i + 2) == "by" and not may_date(s.tokens, i + 3)
    told_of = s.tag(i + 3) == "#" or s.form(i + 3) in CURRENCY_SIGNS or s.form(i + 1) in words("describes")
    behind = behind or (s.tag(i + 2) == "I" and told_of)
    if s.tag(i + 1) not in "VP" or "n" not in s.verb_kinds(i + 1) + "n" * s.form(i + 1).endswith("ed") or not behind:
        return False
    told = next((k for k in range(i - 1, begin, -1) if s.tag(k) in FINITE or s.tag(k) == "P"), begin)
    of_noun = (
        s.tag(told) == "P"
        and s.tag(told - 1) == "N"
        and s.form(told + 1) in ("by", "for", "from", "at", "in", "on", "near", "under")
    )
    return of_noun and has_finite(s, begin, told) and "M" not in s.letters(told, i)


def _is_like_adjective(s: Tagged, begin: int, i: int) -> bool:
    """Whether a participle behind "and" only tells of one more doer: "was delayed by feuds and continued raids"."""
    floor = max(s.first, begin - 2)
    by = next((k for k in range(i - 1, floor, -1) if s.tag(k) not in "DN#PA" and s.form(k) != "per"), begin)
    bare = s.form(i + 1) in words("going_on") and s.tag(i + 2) == "N"
    wanted = s.form(by) == "for" and s.form(by - 1) in _WANTING  # "push for a pay rise and improved hours"
    return bare and (wanted or s.form(by) in ("by", "with", "amid", "despite")) and s.tag(by) == "I"


def _is_like_quality(s: Tagged, i: int, after: int) -> bool:
    """Whether a word that could be a verb only describes: "is dry and secure from", "lack of green and open turf"."""
    be = s.form(skip_back(s, s.first, i - 1)) in words("be") and s.tag(after + 1) in "IM"
    of_noun = s.tag(i - 2) == "I" and s.tag(after + 1) == "N" and not s.form(i - 1).endswith("s")
    return s.tag(i - 1) == "N" and s.form(after) in words("left_so") | {"secure", "clean", "clear"} and (be or of_noun)


def _is_of_doer(s: Tagged, begin: int, i: int) -> bool:
    """Whether a verb behind "and" goes on what "who" tells of a doer: "was seen by a man who knew and spotted him"."""
    who = next((k for k in range(i - 1, begin, -1) if s.tag(k) == "W"), begin)
    by = next((k for k in range(who - 1, begin, -1) if s.tag(k) not in "DN#A"), begin)
    done = s.form(who) == "who" and s.form(by) == "by" and s.tag(by - 1) == "P" and "M" not in s.letters(who, i)
    acts = s.tag(i + 1) in "VP" and "d" in s.verb_kinds(i + 1) and s.tag(i + 2) in "ODN#"
    return done and acts and has_finite(s, who, i)


def _shares_that(s: Tagged, i: int, last: int) -> bool:
    """Whether two verbs share what "that" opens behind them: "believe, but have not confirmed, that"."""
    comma = next((k for k in range(i + 1, min(i + 7, last)) if s.form(k) == ","), last)
    shared = s.form(i - 1) == "," and s.tag(i - 2) == "V" and s.form(comma + 1) == "that" and s.tag(comma + 1) == "W"
    return shared and s.tag(comma - 1) in "VP" and set(s.letters(i + 1, comma)) <= set("XxAVP")


def _goes_on_bare(s: Tagged, begin: int, i: int, after: int) -> bool:
    """Whether a base form goes on what a past verb has somebody do: "helped him leave the firm and get in touch"."""
    verb = skip_adverbs(s, after, s.last)
    main = next((k for k in range(begin, i) if s.tag(k) in FINITE), i)
    past = main < i and "d" in s.verb_kinds(main) and "b" not in s.verb_kinds(main).lower()
    past = (
        past or (main < i and s.tag(main) == "V" and s.form(main).endswith("s")) or s.form(main) in ("is", "was", "has")
    )
    kinds = s.verb_kinds(verb).lower()
    bare = "b" in kinds and "d" not in kinds and s.tag(verb) == "V" and not s.form(verb).endswith("s")
    return past and bare and ("B" in s.letters(main, i) or s.tag(main + 1) == "O")


def _is_noun_here(s: Tagged, after: int, last: int) -> bool:
    """Whether a word that could be a verb goes on a pair of nouns: "come under the rule and control of …"."""
    verb = skip_adverbs(s, after, last)
    based = "b" in s.verb_kinds(verb).lower() and "d" not in s.verb_kinds(verb)
    return verb == after and based and verb + 1 < last and s.form(verb + 1) == "of" and s.tag(after - 2) == "N"


def _ends_list(s: Tagged, i: int, after: int, last: int) -> bool:
    """Whether a participle and its noun end a list of things: "seafood, milk and iodised salt"."""
    listed = s.tag(i - 1) == "N" and s.form(i - 2) == "," and s.tag(i - 3) == "N"
    listed = listed or (s.tag(i - 1) == "N" and s.tag(i - 2) in "PVA" and s.form(i - 3) == "," and s.tag(i - 4) == "N")
    closes = after + 2 >= last or s.tag(after + 2) == "M"
    shaped = "d" in s.verb_kinds(after) or s.form(after).endswith("ed")
    return listed and shaped and s.tag(after + 1) == "N" and closes


def _ends_without_predicate(s: Tagged, after: int, last: int) -> bool:
    """Whether only auxiliaries follow, whose rest was told before: "we are no subjects and will never be"."""
    end = next((k for k in range(after, last) if s.tag(k) == "M"), last)
    helping = words("be", "have", "do")
    return all(s.tag(k) in "XxA" or s.form(k) in helping for k in range(after, end))


def _goes_on_counting(s: Tagged, begin: int, after: int) -> bool:
    """Whether what follows "and" is one more object counted: "we have counted 271 dead and 620 wounded"."""
    number = after - 3
    if s.tag(after) != "#" or s.form(after - 2) not in words("casualty") or number <= begin or s.tag(number) != "#":
        return False
    verb = number - 1
    while verb > begin and s.tag(verb) in "A#":
        verb -= 1
    return s.tag(verb) in "VPGB" and s.form(verb) not in words("be")


def _joins_nouns(s: Tagged, begin: int, i: int) -> bool:
    """Whether the "and" at `i` joins two nouns, whatever verb follows: "between 4.5% and 5.1%", "between guards and
    miners", "Serbian and Croatian troops".
    """
    dated = words("month", "weekday")
    if s.form(i - 1) in dated and s.form(i + 1) in dated and s.tag(i - 2) == "I":
        return True  # "wages for May and June were paid"
    k = i - 1
    while k > begin and (s.tag(k) in "N#DPAI" or (s.tag(k) == "M" and s.form(k) not in ",;:")) and s.outside(k):
        if s.form(k) == "between":
            return True
        k -= 1
    return _is_people(s, i - 1) and _is_people(s, i + 1) and s.tag(i + 2) == "N"


def _is_people(s: Tagged, i: int) -> bool:
    """Whether token `i` is the adjective of a people or land: "Serbian"."""
    found = entry_at(s.text, s.tokens, i, "en", _PEOPLES)
    return found is not None and found.last == i + 1 and not s.form(i).endswith("s")


def _shares_verb(s: Tagged, begin: int, i: int, after: int, last: int) -> bool:
    """Whether a figure of its own time or place follows "and": "20,000 on Saturday and 30,000 on Sunday"."""
    rest = s.form(after) == "the" and s.form(after + 1) in ("rest", "others") if after + 1 < last else False
    k = after + 2 if rest else after + 1
    if not (rest or s.tag(after) == "#") or k + 1 >= last or s.tag(k) != "I":
        return False
    paired = any(s.form(j) == s.form(k) and s.tag(j) == "I" for j in range(begin, i))
    return paired and s.form(k) not in ("of", "to") and "#" in s.letters(begin, i)


def _is_time(s: Tagged, first: int, last: int) -> bool:
    """Whether words only tell when: "last January", "9 May 2024"."""
    timed = words("month", "weekday", "time_noun") | {"last"}
    named = any(s.form(k) in timed or (s.form(k).isdigit() and len(s.form(k)) == 4) for k in range(first, last))
    return named and all(s.form(k) in timed or s.tag(k) in "#D" for k in range(first, last))


def _joins_subjects(s: Tagged, begin: int, i: int) -> bool:
    """Whether the conjunction at `i` joins two subjects of a clause just opened: "said A and B were", "as A and B"."""
    k = i - 1
    while k >= begin and (
        s.tag(k) in "N#DIA" or s.letters(k - 1, k + 1) in ("SG", "DP", "DV", "Dv") or s.form(k) == "time"
    ):
        k -= 1  # "after paving stones | and a bomb were thrown", "where the seized crates | and their contents were"
    if k >= begin and s.form(k) in words("time_start") and _is_time(s, k + 1, i):
        return False  # "had been posted since January | and another 90 would …"
    if k > begin and s.form(k) == "," and opens_with_lead(s, begin, k):
        return True  # "As we speak, crews and police are …"
    return k >= begin and (s.tag(k) in "WS" or (s.tag(k) in FINITE and s.is_cue(k)))


def _is_second_predicate(s: Tagged, begin: int, after: int, last: int) -> bool:
    """Whether what follows "and" shares the auxiliary before it: "were arrested and charged", "40 wounded"."""
    size = count_words(s, after, last)
    if size < 2:
        return False
    letters = [s.tag(k) for k in range(begin, after - 1)]
    nearest = next_letter(s, after, last)
    if nearest == "P":
        return size >= 3 and any(a in "Xx" for a in letters) and "P" in letters
    if _is_noun_here(s, after, last):
        return False
    if nearest in "BN" and s.verb_kinds(skip_adverbs(s, after, last)) and _is_base_before(s, begin, after - 1):
        k = skip_adverbs(s, after, last)
        return any(kind in "bB" for kind in s.verb_kinds(k)) and k + 1 < last and s.tag(k + 1) in "D#NOIAP"
    if nearest == "#":
        end = next((k for k in range(after, last) if s.tag(k) in "MC"), last)
        return any(s.tag(k) in "P" for k in range(after + 1, end)) and "P" in letters
    return False


def _shares_subordinate(s: Tagged, begin: int, i: int, after: int) -> bool:
    """Whether a verb after "and" goes by its tense with that of an "as"-clause, "may rise as crews look and find", or
    may as well: "scored twice as Town won and climbed to sixth".
    """
    opener = next((k for k in range(i - 1, begin, -1) if s.tag(k) == "S"), begin)
    verb = skip_adverbs(s, after, s.last)
    before, within, joined = _tenses(s, begin, opener), _tenses(s, opener, i), _tenses(s, verb, verb + 1)
    either = s.form(opener) == "as" and joined == ["past"] and starts_clause(s, opener + 1, i) and s.tag(i - 1) != "V"
    waits = not within and any(s.tag(k) == "P" and s.form(k - 1) == "," for k in range(opener + 1, i))
    if waits and joined == ["past"] and s.form(opener) in words("subordinating"):
        return True  # "until a man at work there, Jon Orr, put his foot through it and found it"
    shared = bool(before) and within[-1:] == joined and (before[-1:] != joined or either)
    return shared and s.form(opener) in words("subordinating")


def _tenses(s: Tagged, first: int, last: int) -> list[str]:
    """For each finite verb of a stretch how it stands: with an auxiliary, in the past, or in the present."""
    verbs = (k for k in range(first, last) if s.tag(k) in FINITE)
    return ["auxiliary" if s.tag(k) != "V" else "past" if "d" in s.verb_kinds(k) else "present" for k in verbs]


def _is_base_before(s: Tagged, begin: int, i: int) -> bool:
    """Whether the clause that the conjunction at `i` ends has a verb in its base form: "plans to sell and close"."""
    opener = next((k for k in range(i - 1, begin, -1) if s.tag(k) in "SW" and s.tag(k + 1) not in "TG"), begin)
    verbs = (k for k in range(opener + 1, i) if s.tag(k) in "BV")
    inner = any("b" in s.verb_kinds(k).lower() for k in verbs)
    return "B" in s.letters(begin, i) and not (inner and has_finite(s, begin, opener) and has_finite(s, opener, i))


def _ends_relative_list(s: Tagged, begin: int, i: int) -> bool:
    """Whether the conjunction at `i` ends a list of verbs in a relative clause: "a case that split courts, …, and"."""
    relative = next((k for k in range(i - 1, begin, -1) if s.tag(k) == "W" and s.tag(k - 1) == "N"), i)
    verbs = [k for k in range(relative, i) if s.tag(k) in FINITE]
    return len(verbs) > 1 and has_finite(s, begin, relative) and any(s.form(k - 1) == "," for k in verbs)
