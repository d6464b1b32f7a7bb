"""English words that can be two things, settled by the tags around them: finite verb, participle or noun."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.en.heads import is_plural, issues_words
from factcheck.extract.en.letters import FINITE
from factcheck.extract.en.nouns_or_verbs import VERBS, is_comma, settle_present
from factcheck.lang.english import cue_forms, is_verb_form, that_forms, words
from factcheck.text import Token

_INTENDS = frozenset(("declined", "refused", "agreed", "vowed", "failed", "tried", "wanted", "hoped", "demanded"))
_SAYS = frozenset(("said", "says", "say", "saying"))
_STRETCH_ENDS = frozenset("MCSW")


def settle(tokens: Sequence[Token], first: int, tags: list[str]) -> None:
    """Decide each ambiguous past `v`: finite where its stretch of words has no other verb, else a participle."""
    _settle_undergone(tokens, first, tags)
    begin, size = 0, len(tags)
    joined = False  # whether a conjunction opens the stretch, and the clause before it has its verb
    verbed = False  # whether the clause that is open, a subordinate one too, has its verb
    aside = False  # whether the stretch before is a relative clause set off, with its verb
    main = False  # whether the clause that is open, relative and subordinate stretches apart, has its verb
    while begin < size:
        end = begin
        while end < size and tags[end] not in _STRETCH_ENDS:
            end += 1
        opener = tags[begin - 1] if begin else ""
        if begin and _ends_clause(tokens, first + begin - 1):
            main = False
        if opener == "C" and tags[begin - 2 : begin - 1] == ["M"] and tags[end : end + 1] == ["W"]:
            main = False  # ", but five people who were hurt remained"
        verbed = verbed and opener not in ("W", "S") and not (begin and tokens[first + begin - 1].form in ".;:!?")
        if _joins_days(tokens, first + end):
            end = next((k for k in range(end + 1, len(tags)) if tags[k] in _STRETCH_ENDS), len(tags))
        _settle_stretch(tokens, first, tags, begin, end, opener, main or joined)
        finite = not FINITE.isdisjoint(tags[begin:end])
        waits = opener == "C" and aside  # "Ana Ruiz, whose son ran | and fell, laid a wreath"
        aside = opener == "W" and begin > 1 and is_comma(tokens, first, begin - 2) and tags[begin:end].count("V") == 1
        if opener not in ("W", "S") and not waits:
            main = (main or finite) and not _opens_report(tokens, first, tags, begin, end)
        verbed = verbed or finite
        joined = end < len(tags) and tags[end] == "C" and verbed  # "in the release of the local and national results,"
        begin = end + 1
    _settle_relatives(tokens, first, tags)


def _settle_relatives(tokens: Sequence[Token], first: int, tags: list[str]) -> None:
    """Take the first word of a relative clause set off by commas for its verb where no verb in it is known:
    "Plums, which flower early, were hit".
    """
    for k in range(1, len(tags) - 1):
        if tags[k] != "W" or tags[k + 1] not in "Np" or tokens[first + k].form not in ("who", "which"):
            continue
        end = next((j for j in range(k + 1, len(tags)) if tags[j] in "MCSW"), len(tags))
        behind = is_comma(tokens, first, k - 1) and tags[k - 2 : k - 1] in (["N"], ["#"])
        plain = not any(letter in "XVZvP" for letter in tags[k + 1 : end]) and tags[k + 2 : k + 3] != ["N"]
        if behind and plain and end < len(tags) and tokens[first + k + 1].start > tokens[first + k].end:
            tags[k + 1] = "V"


def follows_past(tokens: Sequence[Token], i: int, tags: list[str]) -> bool:
    """Whether the verb before token `i` is in the past: "treated 12 people and | delegates from Vale left"."""
    form = next((tokens[i - len(tags) + k].form for k in range(len(tags) - 1, -1, -1) if tags[k] in "vVX"), "")
    return "d" in is_verb_form(form) and "b" not in is_verb_form(form).lower()


def _settle_undergone(tokens: Sequence[Token], first: int, tags: list[str]) -> None:
    """Take verbs without the object they need for participles, beside another verb: "a man charged with theft was"."""
    if "X" not in tags and "V" not in tags:
        return  # "Minister charged with fraud", a headline
    for k in range(len(tags) - 1):
        if tags[k] != "v":
            continue
        form, following = tokens[first + k].form, tokens[first + k + 1].form
        if form in words("undergone") and following in words("undergone_after"):
            tags[k] = "P"
        if tags[k] == "v" and tags[k - 1] == "N" and tags[k + 1] == "M" and form in words("of_object"):
            tags[k] = "P"  # "the skills required, she said"
        named = following in words("title") | {"mr", "mrs", "ms", "dr"}
        if tags[k] == "v" and form in words("answering") and "".join(tags[k + 1 : k + 3]) in ("NN", "NM", "DN"):
            tags[k] = "V" if is_comma(tokens, first, k - 1) else "v"  # "…, replied Ana Ruiz"
        if tags[k] == "v" and named and form in ("continued", "added") and is_comma(tokens, first, k - 1):
            tags[k] = "V"  # "…, continued Mr Orr"


def _opens_report(tokens: Sequence[Token], first: int, tags: list[str], begin: int, end: int) -> bool:
    """Whether a stretch ends with what somebody is said to have done, its verb to come: "said the suspects, who …,"."""
    last = next((k for k in range(end - 1, begin - 1, -1) if tags[k] in FINITE), end)
    told = last < end - 1 and tokens[first + last].form in cue_forms()
    aside = end + 1 < len(tags) and tokens[first + end].form == "," and tags[end + 1] == "W"
    return told and aside and set(tags[last + 1 : end]) <= set("DNA#") and "N" in tags[last + 1 : end]


def _joins_days(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` joins two days: "strikes on Thursday and Friday killed 12"."""
    days = words("weekday")
    joined = 0 < i < len(tokens) - 1 and tokens[i].form in ("and", "or")
    return joined and tokens[i - 1].form in days and tokens[i + 1].form in days


def _ends_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause ends at a mark; a stop before a comma only shortens a word: "in Vale, Conn., killing two"."""
    return tokens[i].form in '.;!?"”“—–' and not (tokens[i].form == "." and tokens[i + 1].form == ",")


def _settle_stretch(
    tokens: Sequence[Token], first: int, tags: list[str], begin: int, end: int, opener: str, main: bool
) -> None:
    leads = tokens[first + begin - 1].form if begin else ""
    anew = opener in ("S", "W") and (leads == "as" or leads not in words("preposition"))  # not "after data breach"
    anew = anew or (opener == "C" and tags[begin : begin + 1] == ["R"])  # a clause of its own
    settle_present(tokens, first, tags, begin, end, main and not anew)
    if "v" not in tags[begin:end]:
        return
    if opener != "W":
        _settle_described(tokens, first, tags, begin, end)
    seen = False
    for k in range(begin, end):
        if tags[k] not in VERBS:
            seen = seen and not _has_told(tokens, first, tags, k)
            continue
        cue = tokens[first + k].form in cue_forms() or _is_heard(tokens, first + begin, first + k)
        if tags[k] == "v":
            if all(letter == "A" for letter in tags[begin:k]) and not (k and _intends(tokens, first, tags, k, end)):
                quoted = end < len(tags) and tokens[first + end].form in '"“'  # "said he “disputes these claims”"
                goes_on = not quoted and _goes_on_after(tags, end)
                told = cue or _tells_that(tokens, first + k)
                finite = opener in ("C", "W") or (opener == "M" and (not main or told) and begin > 0 and not goes_on)
                finite = finite or (opener == "M" and _follows_apposition(tokens, first, tags, begin))
                alone = opener == "M" and k == begin and end < len(tags) and is_comma(tokens, first, end)
                alone = alone and set(tags[k + 1 : end]) <= set("DN")
                finite = finite or (
                    alone and tokens[first + k].form == "said"
                )  # "Ana Ruiz, said, could", ", said Orr,"
            elif (
                opener == "W"
                and seen
                and (not main or _awaits_saying(tokens, first, tags, begin, k))
                and k > begin + 1
                and not _follows_auxiliary(tags, begin, k)
            ):
                finite = main = True  # "a worker who asked not to be named said …"
            elif k > begin and tags[k - 1] == "R":
                finite = True
            elif begin == 0 and tokens[first].form == "of" and tags[1:2] == ["#"]:
                finite = seen  # "Of 23 claims filed in May, six were settled"
            elif (
                tags[begin] == "I"
                and tokens[first + k].form not in ("said", "told")
                and end < len(tags)
                and (not begin or tokens[first + begin - 1].form != ")")
                and _is_one_phrase(tokens, first + begin, first + k, tags, first)
            ):
                finite = False  # "In a notice posted on Monday, …"
            elif seen or (main and tags[begin] == "I" and opener == "M" and not cue):
                finite = tags[k - 1] == "R"
            else:
                later = any(letter in FINITE for letter in tags[k + 1 : end])
                timed = k + 1 < end and (tags[k + 1] == "I" or tokens[first + k + 1].form in ("last", "this"))
                behind = (j for j in range(k + 2, end if timed else k) if tags[j] == "v")
                reduced = any(_reports(tokens, first, tags, j, end) for j in behind)  # "issued in March found that …"
                known = cue or _intends(tokens, first, tags, k, end) or _takes_clause(tokens, first, tags, k, end)
                known = known or issues_words(tokens, first + k, first + end) > 0
                known = known or _is_of_whose(tokens, first, tags, begin, k, end)
                finite = known or not (later or reduced or _is_paper_issued(tokens, first, tags, k, end, timed))
            finite = finite and not (cue and _is_reduced(tokens, first, tags, k, end))
            tags[k] = "V" if finite else "P"
        if tags[k] in FINITE:
            seen = not cue  # a reporting verb opens a clause of its own


def _settle_described(tokens: Sequence[Token], first: int, tags: list[str], begin: int, end: int) -> None:
    """Take a participle right behind "said" for the adjective of a plural that a past verb follows: "said armed men |
    entered the camp"; not "said damaged goods sold by the firm were", nor "the huts, which he said burned".
    """
    for k in range(begin, end - 3):
        if tokens[first + k].form not in _SAYS or tags[k + 1] != "v":
            continue
        verb = next((j for j in range(k + 2, end) if tags[j] != "N"), end)
        many = verb < end and verb > k + 2 and is_plural(tokens[first + verb - 1].form)
        followed = tokens[first + verb + 1].form if verb + 1 < end else ""
        acts = verb < end and (tags[verb] == "v" or (tags[verb] == "P" and followed == "at"))  # "charged at dusk"
        if many and acts and followed != "by" and FINITE.isdisjoint(tags[verb + 1 : end]):
            tags[k + 1], tags[verb] = "P", "V"


def _awaits_saying(tokens: Sequence[Token], first: int, tags: list[str], begin: int, k: int) -> bool:
    """Whether a speaker stands behind a comma, with a relative clause before "said": "…, a nurse who ran | said"."""
    opened = next((j for j in range(begin - 2, -1, -1) if tags[j] not in "DNA#I"), -1)
    named = 0 < opened < begin - 2 and is_comma(tokens, first, opened)
    return named and tokens[first + k].form in ("said", "told")


def _has_told(tokens: Sequence[Token], first: int, tags: list[str], k: int) -> bool:
    """Whether a participle is that of a report, which opens a clause of its own: "has said | the flood killed 12"."""
    had = next((j for j in range(k - 1, -1, -1) if tags[j] != "A"), k)
    return tags[k] == "P" and tokens[first + k].form in cue_forms() and tokens[first + had].form in words("have")


def _intends(tokens: Sequence[Token], first: int, tags: list[str], k: int, end: int) -> bool:
    """Whether a verb, which can be no participle, is followed by what somebody would or would not do: "declined on
    Friday to say how large it would be".
    """
    to = next((j for j in range(k + 1, min(k + 4, end)) if tags[j] == "T"), end)
    return to < end and tokens[first + k].form in _INTENDS


def _is_of_whose(tokens: Sequence[Token], first: int, tags: list[str], begin: int, k: int, end: int) -> bool:
    """Whether a verb is what "whose" tells of a noun, whose own follows: "The coach whose team lost | said"."""
    if not begin or tokens[first + begin - 1].form != "whose" or not set(tags[begin:k]) <= set("NA#"):
        return False
    return not VERBS.isdisjoint(tags[k + 1 : end])


def _takes_clause(tokens: Sequence[Token], first: int, tags: list[str], k: int, end: int) -> bool:
    """Whether a verb that can take a clause has one with no "that": "his client accepted the wall was unsafe"."""
    if tokens[first + k].form not in that_forms() or k + 3 >= end or tags[k + 1] != "D" or k < 1 or tags[k - 1] != "N":
        return False
    verb = next((j for j in range(k + 2, end) if tags[j] not in "DNA#"), end)
    timed = any(tokens[first + j].form in words("time_noun") for j in range(k + 1, verb))
    return verb < end and tags[verb] == "X" and not timed


def _is_paper_issued(tokens: Sequence[Token], first: int, tags: list[str], k: int, end: int, timed: bool) -> bool:
    """Whether a verb only tells when a paper came out, as another follows: "a bulletin issued Friday listed 19"."""
    paper = k > 0 and tokens[first + k - 1].form in words("document") and tokens[first + k].form in words("issued")
    return paper and "v" in tags[k + 2 : end] and (timed or tokens[first + k + 1].form in words("saying_day"))


def _is_heard(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether an inquiry, a court or the like heard something: "A court in Vale heard the man had …"."""
    return tokens[i].form == "heard" and any(token.form in words("hearing") for token in tokens[first:i])


def _tells_that(tokens: Sequence[Token], i: int) -> bool:
    """Whether "that" follows a reporting verb that takes no clause without it: "the chairman, Ruiz, remarked that"."""
    near = [token.form if token.kind == "word" else "." for token in tokens[i + 1 : i + 6]]
    return tokens[i].form in that_forms() and "that" in near and "." not in near[: near.index("that")]


def _follows_apposition(tokens: Sequence[Token], first: int, tags: list[str], begin: int) -> bool:
    """Whether a verb follows who does it, named between commas: ", a claim that the owner, Vale Power, called …"."""
    opened = next((k for k in range(begin - 2, -1, -1) if tags[k] not in "DNA#I"), -1)
    relative = next((k for k in range(opened - 1, -1, -1) if tags[k] not in "DNA#I"), -1)
    named = (
        0 < relative < opened - 1
        and opened < begin - 2
        and all(is_comma(tokens, first, k) for k in (opened, begin - 1))
    )
    return named and tags[relative] == "W" and tokens[first + relative].form == "that" and tags[relative - 1] == "N"


def _reports(tokens: Sequence[Token], first: int, tags: list[str], k: int, end: int) -> bool:
    """Whether a verb is a cue, or puts something at a number: "records obtained last week put it at 27"."""
    if tokens[first + k].form in cue_forms() or _tells_that(tokens, first + k):
        return True
    at = next((j for j in range(k + 1, min(k + 10, end)) if tokens[first + j].form == "at"), end)
    return tokens[first + k].form in ("put", "placed") and "#" in tags[at + 1 : at + 6]


def _is_reduced(tokens: Sequence[Token], first: int, tags: list[str], k: int, end: int) -> bool:
    """Whether a reporting verb only tells of its noun: "the cases reported during the outbreak have …"."""
    placed = k + 1 < end and tokens[first + k + 1].form in words("told_within") and k > 0 and tags[k - 1] == "N"
    due = k + 3 < end and tokens[first + k + 1].form in ("in", "last", "on") and tags[k + 3] == "X"
    placed = placed or (due and tokens[first + k + 2].form in words("month", "weekday") and tags[k - 1] == "N")
    placed = placed and tokens[first + k].form not in words("said_behind")  # "Orr said during a visit the dam was full"
    return placed and any(letter in "XV" for letter in tags[k + 1 : end])


def _follows_auxiliary(tags: list[str], begin: int, k: int) -> bool:
    """Whether only adverbs and a "more" stand between an auxiliary, or a determiner, and token `k`."""
    return tags[k - 1] == "D" or "".join(tags[begin:k]).rstrip("AD")[-1:] in ("X", "x")


def _goes_on_after(tags: list[str], end: int) -> bool:
    """Whether a verb follows the comma that closes an aside: ", sent on Sunday, was", ", known as Fox, broke out"."""
    comma = next((k for k in range(end, len(tags) - 1) if tags[k] not in "SIDNA#"), end)
    acts = comma + 2 < len(tags) and tags[comma + 1] == "v" and tags[comma + 2] in "D#"  # ", formed in 1991, sold a"
    return comma + 1 < len(tags) and tags[comma] == "M" and (tags[comma + 1] in "XV" or acts)


def _is_one_phrase(tokens: Sequence[Token], preposition: int, end: int, tags: list[str], first: int) -> bool:
    """Whether one noun phrase, which tells no time, fills the tokens between a preposition and token `end`."""
    letters = "".join(tags[preposition + 1 - first : end - first])
    timed = words("month", "weekday", "time_noun")
    told = any(
        tokens[i].form in timed or (tokens[i].kind == "number" and tokens[i + 1].form != "-")
        for i in range(preposition + 1, end)
    )
    return set(letters) <= set("DNA") and "D" not in letters[1:] and not told
