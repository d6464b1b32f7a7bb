"""What an English sentence says beside its claims: lead-ins, who a speaker is, that he would not be named."""

from __future__ import annotations

from factcheck.extract.en.clauses import Piece
from factcheck.extract.en.cues import cue_table
from factcheck.extract.en.leads_to_say import leads_by_clause
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.predicates import bids, has_finite, opens_inverted, skip_adverbs, starts_clause
from factcheck.extract.en.report import Report
from factcheck.extract.en.tags import Tagged
from factcheck.lang.english import words

_FORETELLING = frozenset({"warn", "predict", "threaten", "promise", "hope", "fear"})
_OPEN_QUESTIONS = ("why", "how", "whether", "what", "who")


def leads_on(s: Tagged, piece: Piece) -> bool:
    """Whether a piece of the article's beside a report only leads up to it, or tells who spoke or told it so."""
    if s.form(piece.first) in ("citing", "quoting") and s.form(piece.first - 1) == ",":
        return True  # "…, the firm said, | citing 40 faults found in May"
    recalled = s.form(piece.first) == "when" and s.form(piece.last - 1) in cue_table() and s.form(piece.last) == ","
    if s.tag(piece.first) == "I" and any(q.last == piece.first - 1 for q in s.quotations):
        return True  # "called on them to “stop it” | on safety as fears mount"
    opens = piece.first == s.first and s.tag(s.first) == "G" and not has_finite(s, s.first, piece.last)
    if opens and s.form(piece.last) == ",":
        return True  # "Highlighting the early season, | Ruiz said …"
    early = s.form(piece.first) == "before" and any(s.form(k) == "could" for k in range(piece.first, piece.last))
    if early and piece.first == s.first:
        return True  # "Before they could leave, | Ruiz said …"
    gesture = s.tag(piece.first) == "G" and s.form(piece.first - 1) == "," and s.form(piece.first - 2) in cue_table()
    gesture = gesture and bool(s.quotations) and s.form(piece.first) not in cue_table()
    if gesture and "#" not in s.letters(piece.first, piece.last):
        return True  # `"…," she says, | waving a letter`
    if recalled or s.form(piece.first) in ("if", "unless") or opens_inverted(s, piece.first):
        return True  # "When it closed, he recalled, | he had …"
    return is_lead(s, piece) or is_as_told(s, piece) or is_bare_apposition(s, piece) or _came_when(s, piece)


def is_beside(s: Tagged, report: Report, piece: Piece) -> bool:
    """Whether a clause is the article's beside what was said: "warned it may rain, even though …", "…, in which …"."""
    if piece.rule == "subordinate" and s.form(piece.first - 1) in ("while", "whereas"):
        return bids(s, piece.first, piece.last)  # "promised aid, while the union urged members to stay at home"
    if piece.rule == "subordinate" and [s.form(piece.first - k) for k in (3, 2, 1)] == [",", "even", "after"]:
        will = range(report.contents[0][0], piece.first)
        return any(s.form(k) in ("will", "would") for k in will)  # "says it will not pay, even after records appeared"
    if piece.rule == "subordinate" and s.form(piece.first - 1) in ("though", "although"):
        told = {s.form(k) for k in range(piece.first, piece.last)}
        if "could" in told and told & words("settled_so"):
            return True  # "said 40 had died, though that could not be verified"
    if piece.rule == "subordinate" and report.force in _FORETELLING:
        return s.form(piece.first - 1) in ("though", "although")
    when = piece.rule == "relative" and s.form(piece.first - 1) in ("when", "where") and s.outside(piece.first - 1)
    if when and s.form(piece.first - 2) == "," and any(q.last == piece.first - 3 for q in s.quotations):
        return True  # `said Vale "cannot have another 2018", when it was flooded`
    law = piece.rule == "apposition" and "punishable" in (s.form(k) for k in range(piece.first, piece.last))
    return law or (piece.rule == "relative" and s.tag(piece.first - 2) == "I" and report.rule.startswith("en.source."))


def _came_when(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only says that something came when it was said: "The arrests came a day after | police said"."""
    opener = piece.last - (s.form(piece.last - 1) in _BEHIND)
    k = opener
    while k > piece.first and (s.tag(k - 1) in "#DA" or s.form(k - 1).removesuffix("s") in words("time_noun")):
        k -= 1
    return s.form(k - 1) in ("came", "comes", "come") and s.form(opener) in _BEHIND | {"as", "when", "while"}


def lists_that(s: Tagged) -> bool:
    """Whether a sentence only goes on a list of what was said or asked before: "Secondly, that Orr acted alone."."""
    begin = next((k for k in range(s.first, s.last) if s.tag(k) not in "CM"), s.first)
    that = begin + 1 + (s.form(begin + 1) == ",")
    return s.form(that) == "that" and s.form(begin) in _LISTING and s.tag(that + 1) in "DNR"


_LISTING = frozenset("first firstly second secondly third thirdly fourth fourthly finally lastly".split())  # noqa: SIM905


def is_lead(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only leads up to a report: "For owners whose rents have risen the mayor said …"."""
    letters = s.letters(piece.first, piece.last)
    comma = next((k for k in range(piece.first, piece.last) if s.form(k) == ","), piece.last)
    if s.form(piece.first) == "according" and not has_finite(s, comma, piece.last):
        return True  # "According to two people briefed on it, however, | a memo speaks of …"
    plain = "#" not in letters or s.form(piece.first) == "with"
    if letters[:1] == "I" and plain and not has_finite(s, piece.first, piece.last):
        return True  # "In an update on an outbreak linked to salads, …"
    if _tells_rule(s, piece):
        return True
    relative = next((k for k in range(piece.first, piece.last) if s.tag(k) == "W"), piece.last)
    related = s.tag(piece.first) == "I" and relative < piece.last and not has_finite(s, piece.first, relative)
    return related or leads_by_clause(s, piece.first, piece.last)


def _tells_rule(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only says when somebody speaks so, as a rule: "However, when a paper is found, | they say …"."""
    when = next((k for k in range(piece.first, piece.last) if s.tag(k) not in "ACM"), piece.last)
    verb = next((k for k in range(when, piece.last) if s.tag(k) in FINITE), piece.last)
    said = next((k for k in range(piece.last, s.last) if s.tag(k) in FINITE), s.last)
    present = s.form(verb) in ("is", "are", "has", "have") or (s.tag(verb) == "V" and "d" not in s.verb_kinds(verb))
    return s.form(when) in ("when", "whenever") and present and s.form(said) in ("says", "say", "insists", "insist")


def is_set_off(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only tells where, with a participle set off: "In the results, posted at noon, …"; or leads to a
    clause that is not there.
    """
    if _leads_to_nothing(s, piece.first, piece.last):
        return True
    posted = next((k for k in range(piece.first, piece.last) if s.tag(k) in FINITE), piece.last)
    led = s.tag(piece.first) == "I" and posted < piece.last and s.form(posted - 1) == ","
    plain = led and set(s.letters(piece.first, posted - 1)) <= set("IDNA#")
    return plain and "n" in s.verb_kinds(posted) and not has_finite(s, posted + 1, piece.last)


def is_bare_apposition(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only tells what the speaker before it is: `said Ana Ruiz, head of the school that …`."""
    before = s.tokens[piece.first - 2] if piece.first > s.first + 1 else None
    named = before is not None and s.form(piece.first - 1) == "," and s.text[before.start].isupper()
    common = s.tag(piece.first) == "N" and s.text[s.tokens[piece.first].start].islower()
    counted = "#" in s.letters(piece.first, piece.last)
    return named and common and not counted and s.form(piece.first + 1) in ("of", "at", "for", "in")


def after_apposition(s: Tagged, first: int, last: int) -> tuple[int, bool]:
    """Where what the article adds beside a report begins, and whether it is a relative clause.

    "…," said Ana Ruiz, who has lived there for 40 years; "…," said Ana Ruiz, 34, a nurse who swam ashore; officials
    said, as crews searched. A bare apposition adds no claim.
    """
    if s.tag(first) == "S" and s.form(first) in ("as", "while", "though", "although") and first + 1 < last:
        return (first + 1, False) if starts_clause(s, first + 1, last) else (first, False)
    if s.tag(first) == "#" and first + 1 < last and s.form(first + 1) == ",":
        first += 2
        relative = next((k for k in range(first, last) if s.form(k) in ("who", "which")), None)
        verb = next((k for k in range(first, last) if s.tag(k) in FINITE), last)
        during = next((k for k in range(first, verb) if s.form(k) in ("as", "while") and s.form(k - 1) == ","), last)
        if during < last and starts_clause(s, during + 1, last):
            return during + 1, False  # "said Ana Ruiz, 38, a baker, as she watched"
        return (
            (relative + 1, True)
            if relative is not None and relative < verb
            else (last if verb == last else first, False)
        )
    where = next((k for k in range(first, last) if s.tag(k) not in "NDI"), first)
    if where > first and s.form(where) == s.form(first - 1) == "," and s.form(where + 1) in ("where", "which"):
        return where + 2, True  # "said Ana Ruiz, mayor of Vale, where 40 shops shut"
    return (first + 1, True) if s.form(first) in ("who", "which") else (first, False)


def before_dangling(s: Tagged, begin: int, end: int) -> int:
    """Where a piece ends without the conjunction, relative or mark that led on from it: "in court, to | which"."""
    if s.form(s.first) in words("prompting"):  # "Asked by Ana Ruiz, who leads the board, | why it had closed, …"
        asked = (k for k in range(begin, end) if s.form(k) == "," and s.form(k + 1) in ("why", "whether", "how", "if"))
        end = next(asked, end)
    colon = next((k for k in range(end - 1, begin, -1) if s.form(k) == ":" and s.outside(k)), end)
    if s.tag(end) == "R" and s.tag(colon + 1) == "I" and not has_finite(s, colon, end) and has_finite(s, begin, colon):
        end = colon  # "gave a lower figure | : in a statement it said …"
    while end > begin:
        so = s.form(end - 1) == "so" and (s.tag(end - 2) == "V" or s.form(end - 2) in words("do"))  # "thought so"
        leads = s.tag(end - 1) == "I" and s.tag(end) == "W" and s.form(end - 2) == ","
        if (s.tag(end - 1) not in "CMSW" and not leads) or s.form(end - 1) == "%" or so or dates_back(s, end - 1):
            return end
        end -= 1
    return end


def after_measure(s: Tagged, begin: int, end: int) -> int:
    """Past how long before or after something happened what it stands beside did: "two days after | he was shot"."""
    if [s.form(k) for k in range(begin, begin + 3)] == ["by", "the", "time"]:
        return begin + 3  # "By the time | the lights failed, the clerks had counted …"
    measured = s.tag(begin) in "#D" and s.form(begin + 1).removesuffix("s") in words("time_noun")
    measured = measured and s.form(begin + 2) in _BEHIND
    return begin + 3 if measured and starts_clause(s, begin + 3, end) else begin


_BEHIND = frozenset(("after", "before"))


def after_cited(s: Tagged, begin: int, end: int) -> int:
    """Past what a speaker cites and the joining word of another clause: "citing losses, and | 300 jobs will go"."""
    if s.form(begin) not in ("citing", "quoting") or s.form(begin - 1) != ",":
        return begin
    commas = (k for k in range(begin + 1, end - 2) if s.form(k) == "," and s.tag(k + 1) in "CS" and s.outside(k))
    return next((k + 2 for k in commas if starts_clause(s, k + 2, end)), begin)


def is_as_told(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only says that somebody told it: ", as the Post reported on Monday", "the law might"."""
    verb = next((k for k in range(piece.first, piece.last) if s.tag(k) in FINITE), piece.last)
    timed = words("weekday", "month", "time_noun") | {"last"}
    rest = all(s.form(k) in timed or s.tag(k) in "I#DA" for k in range(verb + 1, piece.last))
    if s.form(piece.first - 1) == "as" and verb < piece.last and s.is_cue(verb) and rest:
        return True
    return s.form(piece.last - 1) in words("modal") and verb == piece.last - 1 and s.form(piece.last) in (",", ".", ";")


def before_report_goes_on(s: Tagged, first: int, last: int) -> int:
    """Where what is told of a speaker ends: "said Ana Ruiz, whose son is ill, | to applause from the hall"."""
    comma = next((k for k in range(last - 1, first, -1) if s.form(k) == ","), last)
    told = s.form(first) == "whose" and comma < last and has_finite(s, first, comma)
    return comma if told and s.form(comma + 1) == "to" and set(s.letters(comma + 1, last)) <= set("ITDNA#") else last


def is_short_answer(s: Tagged, piece: Piece) -> bool:
    """Whether a piece only answers another, or calls out: "but he did not", "What a day!"."""
    end = piece.last - 1 if s.tag(piece.last - 1) == "M" else piece.last
    denies = cue_table().get(s.form(end - 1), ("", ""))[1] == "deny"
    if denies and s.form(piece.first - 1) == "which" and s.letters(piece.first, end) == "RV":
        return True  # "accused him of theft, which he denied"
    if s.form(piece.first) == "what" and s.form(piece.first + 1) in ("a", "an"):
        return not has_finite(s, piece.first, end)
    return s.letters(piece.first, end) == "RXA" and s.form(end - 1) == "not"


def is_short_clause(s: Tagged, piece: Piece) -> bool:
    """Whether a piece of a few words beside "and" is a clause that tells what somebody did: "and the judge agreed",
    "The roof fell and".
    """
    letters = s.letters(piece.first, piece.last).rstrip("M")
    done = letters == "RXP" and s.form(piece.first + 2) in words("dealt_with")  # "and he was charged"
    joined = piece.first > s.first and s.form(piece.first - 1) == "and" and (letters == "DNV" or done)
    behind = piece.last + (s.form(piece.last) == ",")
    joined = joined or (piece.first == s.first and s.form(behind) in ("and", "but") and letters in ("DNV", "NV"))
    entry = cue_table().get(s.form(piece.last - 1))
    return joined and (entry is None or entry[1] not in ("say", "report"))


def points_at_difference(s: Tagged, first: int, verb: int, last: int) -> bool:
    """Whether a piece only says that accounts differ: "Villagers tell it differently", "Why it shut is contested"."""
    rest = [s.form(k) for k in range(verb, last)]
    if s.form(first) == "nor" and s.form(verb) in words("be") and s.form(verb + 1) == "it":
        return bool({"clear", "known", "certain"} & set(rest[:4]))
    asks = s.form(first) in _OPEN_QUESTIONS and "," not in [s.form(k) for k in range(first, last)]
    if asks and rest[-1:] and rest[-1] in words("contested"):
        said = range(max((k for k in range(verb, last) if s.tag(k) in FINITE), default=verb), last)
        return all(s.tag(k) in "XxAPV" or s.form(k) in words("contested") for k in said)
    if s.form(first) in ("that", "this") and rest[1:3] == ["not", "how"] and s.form(verb) in words("be"):
        tells = words("tells_so", "takes_so")  # "That is not how the miller, who was there, tells it"
        return any(s.form(k) == "it" and s.form(k - 1) in tells for k in range(verb + 3, s.last))
    if rest[:4] in (["would", "have", "none", "of"], ["will", "have", "none", "of"]):
        return True
    if rest[-2:] == ["to", "differ"] and s.form(last - 3) in ("begs", "begged", "beg"):
        return True
    if _tells_otherwise(rest) or differs_alone(s, first, verb, last):
        return True
    verb = next((k for k in range(verb, last) if s.tag(k) in FINITE and s.form(k - 1) == ","), verb)
    rest = [s.form(k) for k in range(verb, last)]  # "The firm, which owned it, | gave a different account"
    told_to = next(
        (k for k in range(verb + 1, last) if s.form(k) in ("to", "of") and s.form(k - 1) in words("account")), last
    )
    if "#" not in s.letters(verb, last) and all(s.tag(k) in "DNIM" for k in range(told_to, last)):
        rest = rest[: told_to - verb]  # "gave a different account to the newspaper", "of the cause"
    told = bool(rest) and rest[-1] in words("account", "bare_figure", "toll_noun")
    return told and rest[-2:-1] in (["different"], ["another"], ["other"]) and s.form(verb) in words("gives")


def _tells_otherwise(rest: list[str]) -> bool:
    """Whether words from a verb on only say that it is told in another way: "remembered it very differently"."""
    otherwise = bool(rest) and (rest[-1] in ("differently", "otherwise") or "differently" in rest[2:4])
    if rest[1:2] in (["it"], ["things"], ["them"], ["events"]) and len(rest) <= 5:
        bluntly = rest[0] in ("put", "puts") and rest[-1].endswith("ly")  # "put it more bluntly"
        return bluntly or (otherwise and rest[0] in words("tells_so", "takes_so"))
    return otherwise and rest[0] in words("tells_so") and len(rest) <= 6 and not {"that", ","} & set(rest)


def differs_alone(s: Tagged, first: int, verb: int, last: int) -> bool:
    """Whether a clause that ends its sentence says no more of a figure or account than that it differs: "The union's
    tally is higher".
    """
    told = words("account", "figure_noun", "toll_noun", "bare_figure")
    owned = any(s.form(k).endswith("'s") or s.form(k) in words("possessive") | {"'", "’"} for k in range(first, verb))
    ends = last >= s.last - (s.tag(s.last - 1) == "M") and s.form(last - 1) in words("differing")
    said = s.form(verb) in words("be") and s.form(verb - 1) in told
    bare = all(s.tag(k) in "AD" or s.form(k) in ("much", "lot", "bit", "little") for k in range(verb + 1, last - 1))
    return owned and ends and said and bare


_EMERGED = 4  # tokens of no more than that it came out


def is_about_naming(s: Tagged, first: int, last: int) -> bool:
    """ "who asked not to be named", "who spoke on condition of anonymity": scene-setting, no claim."""
    forms = {s.form(k) for k in range(first, last)}
    if s.form(first) == "it" and last - first <= _EMERGED and forms & {"emerged", "transpired"}:
        return True  # "…, it has emerged, …"
    shy = forms & words("name_wish") and forms & {"name", "names", "identity"}  # "did not want her name mentioned"
    unheard = "not" in forms and forms & {"authorised", "authorized", "allowed"} and forms & {"speak", "comment"}
    itself = forms & {"himself", "herself", "themselves"}
    unknown = "identified" in forms and (itself or ("as" not in forms and forms & {"be", "not", "only"}))
    seen = {"seen", "by"} <= forms and "V" not in s.letters(first, last)  # "Her contract, seen by the Post, sets …"
    return bool("anonymity" in forms or unknown or shy or seen or unheard) or {"be", "named"} <= forms


def tells_who(s: Tagged, first: int, last: int) -> bool:
    """Whether a relative clause about a speaker is no news of him: "who runs a shop on the quay", "who asked not to be
    named"; but "who is closing two shops", "who took office in May", "which owns 40 ships".
    """
    if is_about_naming(s, first, last):
        return True
    verbs = [k for k in range(first, last) if s.tag(k) in FINITE]
    return bool(verbs) and "#" not in s.letters(first, last) and all(_is_lasting(s, k) for k in verbs)


def tells_post(s: Tagged, first: int, last: int) -> bool:
    """Whether a relative clause about a person only tells the post held: ", who chairs the residents,"."""
    return s.form(first - 1) == "who" and s.form(first) in words("holds_post") and tells_who(s, first, last)


def _is_lasting(s: Tagged, verb: int) -> bool:
    """Whether a verb stands in the plain present: "runs", "is the owner of", not "is closing", "has closed", "ran"."""
    form = s.form(verb)
    if form in ("is", "are", "has", "have"):
        return s.tag(skip_adverbs(s, verb + 1, s.last)) in "DNI"
    return s.tag(verb) == "V" and not set("dn") & set(s.verb_kinds(verb)) and not form.endswith("ed")


def dates_back(s: Tagged, i: int) -> bool:
    """Whether the word at the end tells when: "occurred months before", "has led it since"."""
    measured = s.form(i) in ("before", "after") and s.form(i - 1).rstrip("s") in words("time_noun")
    measured = measured and s.form(i - 2) not in ("last", "this", "that")  # "resigned last night after"
    often = s.form(i) == "before" and s.form(i - 1) in ("once", "twice", "times", "never")  # "flooded once before"
    return measured or often or s.form(i) == "since"


def _leads_to_nothing(s: Tagged, first: int, last: int) -> bool:
    """Whether no clause follows the words that lead to one: "Contrary to what the ministry said", and no more."""
    led = s.form(first) in ("contrary", "despite")
    return led and not any(s.form(k) == "," and starts_clause(s, k + 1, last) for k in range(first, last - 1))
