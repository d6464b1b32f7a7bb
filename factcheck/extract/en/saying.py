"""The words by which an English sentence says that somebody says: the verb in its tense, those told."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extract.en.capitals import lowered
from factcheck.extract.en.commas import cut_part
from factcheck.extract.en.cues import cue_table
from factcheck.extract.en.mentions import subject_before
from factcheck.extract.en.predicates import opens_condition
from factcheck.extract.en.tags import Tagged, tags_of
from factcheck.extract.en.wholeness import has_predicate, main_verb
from factcheck.extract.layout import Layout
from factcheck.extract.proposition import Proposition
from factcheck.lang import rows
from factcheck.lang.actors import find_entries
from factcheck.lang.english import is_verb_form, words
from factcheck.text import Span, tokenise

# "told that …" needs an addressee
_PLAIN = frozenset({"say", "tell", "brief", "inform", "notify", "remind", "assure", "ask"})
_AROUND = frozenset(("en.report.after", "en.report.inverted", "en.source.after"))
_LEADING = frozenset(("if", "unless", "when", "once", "until", "because", "since", "as", "before", "after"))
_OF = (" figure of", " toll of", " memory of", " memories of", " recollection of")
_LED = (" of", " against", " about")
_IS_THAT = re.compile(r"\s(?:is|was|are|were) that\b")
_HOW = 16  # characters before a cue in which its adverb stands
_ADDRESSED = 60  # characters of those who are told something


def told(layout: Layout, proposition: Proposition, content: str) -> str:
    """Those it was told to, where the content speaks of them: "told 400 owners that their moorings may be moved"."""
    cue = proposition.cue
    heard = "" if cue is None else layout.text[cue.end : proposition.span.start].strip().removesuffix("that").strip()
    spoken_of = not {"their", "they", "them", "theirs"}.isdisjoint(content.lower().split()) or puts_it(
        layout, proposition
    )
    return joined_words(heard) if spoken_of and 0 < len(heard) < _ADDRESSED else ""


def heard_by(layout: Layout, proposition: Proposition) -> str:
    """Who only heard it, "a jury in Vale" of "a jury in Vale was told that"; empty where somebody named said it."""
    cue = proposition.cue
    if cue is None or proposition.speaker is not None:
        return ""
    form = layout.text[cue.start : cue.end].lower()
    if form not in ("heard", "hears", "was told", "were told"):
        return ""
    first, last = layout.token_range(proposition.sentence)
    s = tags_of(layout, first, last, ())
    verb = layout.token_range(cue)[0]
    subject = subject_before(s, verb - (s.form(verb - 1) in words("have")), first)
    if words("hearing").isdisjoint(s.form(k) for k in range(subject.first, subject.last)):
        return ""
    return lowered(
        layout.text, joined_words(layout.text[s.tokens[subject.first].start : s.tokens[subject.last - 1].end])
    )


def puts_it(layout: Layout, proposition: Proposition) -> bool:
    """Whether somebody puts it to another that something is so, "put it to her that", which is short of saying it."""
    cue = proposition.cue
    return cue is not None and layout.text[cue.start : cue.end].endswith(" it to")


def between(layout: Layout, proposition: Proposition) -> str:
    """The words from the cue to the content, "the result as" in "described the result as a disgrace"."""
    cue = proposition.cue
    words_between = layout.text[cue.end : proposition.span.start] if cue is not None else ""
    plain = words_between.strip(" \"“«'‘,")
    return f" {joined_words(plain)} " if plain.endswith("as") and plain != "as" and len(plain) < 80 else " it as "


def past(layout: Layout, proposition: Proposition) -> str:
    """The cue's verb as it stands, with "earlier" or "mistakenly" before it; a participle in the past ("saying" gives
    "said"); "said" for no verb.
    """
    how = _how(layout, proposition)
    verb = _past(layout, proposition)
    if proposition.mode == "direct_quote" and proposition.cue is not None and not verb.endswith(_LED):
        led = layout.text[proposition.cue.end : proposition.span.start].strip(' "“')
        verb += f" {led}" if f" {led}" in _LED else ""  # `warned against "a rush to judge"`
    return f"{how} {verb}" if how and (how, verb) != ("did", "said") else verb


def _how(layout: Layout, proposition: Proposition) -> str:
    """The word right before a cue without which it would mislead: "had earlier spoken of", "could remember no"."""
    before = (
        "" if proposition.cue is None else layout.text[max(0, proposition.cue.start - _HOW) : proposition.cue.start]
    )
    last = before.split()[-1:] if before.endswith(" ") else []
    return last[0] if last and last[0] in words("how_said", "helping") else ""


def _past(layout: Layout, proposition: Proposition) -> str:
    if proposition.cue is None:
        return "said"
    form = layout.text[proposition.cue.start : proposition.cue.end].lower()
    if form.split()[-1:] and (form.split()[-1] in words("avowing") or form in ("was told", "were told")):
        return form  # "was adamant"
    if _IS_THAT.match(layout.text, proposition.cue.end):
        return "said"  # "its answer is that"
    entry = cue_table().get(form.replace(" ", "_"))
    if " " in form and form.partition(" ")[0] in words("holds_to"):
        return joined_words(layout.text[proposition.cue.start : proposition.cue.end])  # "stuck to its forecast of"
    whole = joined_words(layout.text[proposition.cue.start : proposition.cue.end])
    spoken = f"{form.partition(' ')[0]} of" if form.endswith(" of") else ""
    if entry is None and spoken.replace(" ", "_") in cue_table():
        return spoken  # "spoke on Monday of"
    if entry is None and (form.split()[0] in words("arrives") or form.endswith(_OF)):
        return whole  # "came up with 48 per cent", "released a turnout figure of 61 per cent"
    if form in words("have"):
        return form  # "has the team arriving at 4:15"
    no_that = entry is not None and entry[2] <= {"q", "q!"} and proposition.mode == "indirect_speech"
    if entry is None or entry[0] in _PLAIN or no_that:
        return "said"  # not "disagreed that the bridge was safe", of "disagreed: the bridge was safe"
    head = form.partition(" ")[0]
    kinds = is_verb_form(head)
    led = layout.text[max(0, proposition.cue.start - 3) : proposition.cue.start] == "to "  # "went on to stress"
    participle = led or head.endswith("ing") or ("n" in kinds and "d" not in kinds)  # "has written" gives "wrote"
    return pasts().get(entry[0], "said") if participle else form


@cache
def pasts() -> dict[str, str]:
    """The past of each cue by its lemma: the first of its forms that can be one."""
    table: dict[str, str] = {}
    for row in rows("en", "cues"):
        for form in row[0].split():
            head, _, particle = form.partition("_")
            if "d" in is_verb_form(head) or head.endswith("ed"):
                table.setdefault(row[1], f"{head} {particle}".strip())
    return table


def joined_words(text: str) -> str:
    return " ".join(text.split())


def spelt(name: str) -> str:
    """A name in lower case, "-isation" as "-ization"."""
    return name.lower().replace("isation", "ization")


def lacks_that(layout: Layout, proposition: Proposition, finite: bool) -> bool:
    """Whether what stands right behind a cue is no clause that "that" can open: "expects | costs to fall"."""
    cue, span, sentence = proposition.cue, proposition.span, proposition.sentence
    if cue is None or not cue.end < span.start <= cue.end + 1 or proposition.mode != "indirect_speech":
        return False
    if not finite:
        return True
    opens = layout.text[span.start : span.end].split()[:2]
    if opens[:1] in (["them"], ["him"], ["us"], ["me"]):
        return True  # "showed them huddled"
    if len(opens) == 2 and opens[0].endswith("ing") and {"S", "B"} & set(is_verb_form(opens[1])):
        return True  # "reported hearing screams from the mill"
    first, last = layout.token_range(span)
    s = tags_of(layout, *layout.token_range(sentence), ())
    verb = main_verb(s, first, last)
    if any(s.form(k) == "including" for k in range(first, verb)):
        return True  # "announced measures including a ban on travel"
    done = s.tag(verb) == "V" and "n" in s.verb_kinds(verb) and s.tag(verb + 1) in "MISAC"
    return done and layout.text[cue.start : cue.end].startswith("show")


def told_around(layout: Layout, proposition: Proposition, s: Tagged, first: int, last: int, content: str) -> str | None:
    """The content with what a report cut it off from: "[40 people died,] most of them guards", "if it rains, [the dam
    will go]"; `None` where it stands by itself.
    """
    cue, rule = proposition.cue, proposition.rules[0]
    if cue is None or rule not in _AROUND or "en.cut.whole" not in proposition.rules:
        return None
    if cue.end <= proposition.span.start:
        led_by = (s.form(first - 2), s.form(first - 1)) in (("of", "whom"), ("of", "which"))
        counts = led_by or cut_part(s, first, last) == (first, "part")
        counts = counts or (
            s.form(first) == "the" and s.form(first - 1) == "," and main_verb(s, first, last) > first + 2
        )
        led = opens_condition(s, s.first) and s.form(first - 1) == "," and proposition.mode == "indirect_speech"
        before = reported_before(layout, proposition, s) if led or counts or not has_predicate(s, first, last) else ""
        comma = next((k for k in range(first - 1, s.first, -1) if s.form(k) == ","), first - 1)
        lead = joined_words(s.text[s.tokens[comma].end : s.tokens[first].start])
        part = s.tag(first) in "#DR" and s.outside(first) and s.tag(first - 1) != "C"
        return f"[{f'{before}, {lead}'.strip()}] {content}" if before and (led or part) else None
    if not opens_condition(s, first) or not s.outside(first):
        return None
    if s.tag(first) == "S" and s.form(first) not in _LEADING:
        return None
    begin = next((k for k in range(first, s.last) if s.tokens[k].start >= cue.end and s.form(k) == ","), s.last) + 1
    end = next((k for k in range(begin, s.last) if s.form(k) in (".", ";")), s.last)
    goes_on = begin < end and has_predicate(s, begin, end) and s.tag(begin) not in "CWS"
    return f"{content}, [{joined_words(s.text[s.tokens[begin].start : s.tokens[end - 1].end])}]" if goes_on else None


def reported_before(layout: Layout, proposition: Proposition, s: Tagged) -> str:
    """What was reported before a participle that goes on after the report: "…, officials said, killing 12"."""
    said = proposition.speaker or proposition.cue
    end = s.first if said is None else layout.token_range(said)[0]
    comma = next((k for k in range(end - 1, s.first, -1) if s.form(k) == ","), s.first)
    return joined_words(s.text[s.tokens[s.first].start : s.tokens[comma].start])


def with_marks(layout: Layout, span: Span) -> str:
    """The words of a span with the quotation mark that its start left out: `“much bigger” losses could result`."""
    plain = joined_words(layout.text[span.start : span.end])
    around = layout.text[max(0, span.start - 1) : span.start] + layout.text[span.end : span.end + 1]
    if around in ('""', "“”") and set('"“”') & set(plain):
        return f"{around[0]}{plain}{around[1]}"  # `"chase those who riot" and "bring them to justice"`
    mark = layout.text[max(0, span.start - 1) : span.start]
    opened = (mark == "“" and plain.count("”") > plain.count("“")) or (mark == "‘" and "’ " in plain)
    return mark + plain if opened or (mark == '"' and plain.count('"') % 2) else plain


def clause_start(layout: Layout, proposition: Proposition, s: Tagged, first: int) -> int:
    """Where the content that holds a piece begins: after what reports it, else the head of the sentence."""
    starts = [s.first]
    goes_on = "en.report.after" in proposition.rules and s.tag(first - 1) == "C"  # "It fell, he said, and has closed"
    around = () if goes_on or "en.source.after" in proposition.rules else (proposition.cue, *proposition.reporting)
    for span in around:
        if span is not None and span.end <= proposition.span.start:
            starts.append(layout.token_range(span)[1])
    begin = max(starts)
    again = (k for k in range(first - 1, begin + 1, -1) if s.form(k) == "that" and s.tag(k) == "W")
    begin = next((k for k in again if s.tag(k - 1) == "C" and s.outside(k)), begin)  # "…, but that the homes were"
    if "en.source.before" in proposition.rules and s.form(begin - 1) in ("which", "who"):
        begin = next((k for k in range(begin, first) if s.form(k) == ","), begin)  # "According to X, which …, Ruiz"
    return begin + 1 if begin < first and s.form(begin) == "that" else begin


def paired(sentence: str) -> str:
    """The sentence with the quotation mark that its end left out."""
    if sentence.count('"') % 2:
        sentence += '"'
    if sentence.count("“") > sentence.count("”"):
        sentence += "”"
    return sentence


def of_whom(layout: Layout, cue: Span, start: int, quoted: str) -> str:
    """What begins behind "of", with it: "accuses [four boats] of fishing", "warned of a drop"."""
    if layout.text[cue.end : start].strip() != "of":
        return quoted
    whom, _, rest = quoted.partition("] ") if quoted.startswith("[") else ("", "", quoted)
    return f"{whom}] of {rest}" if whom else f"of {rest}"


def finished(sentence: str) -> str:
    """The sentence with a capital at its head, quotation marks that pair, and a full stop."""
    sentence = paired(sentence)
    head = 1 if sentence[:1] == "[" else 0
    sentence = sentence[:head] + sentence[head : head + 1].upper() + sentence[head + 1 :]
    return sentence if sentence.endswith((".", "!", "?")) else sentence + "."


def names_two(fullest: str, shown: str) -> bool:
    """Whether a mention is of two persons, by a title of each, where one alone is shown: "the mayor A and Dr B"."""
    one, joined, other = fullest.partition(" and ")
    titled = (words("title") & set(half.lower().replace(".", "").split()) for half in (one, other))
    return bool(joined) and " and " not in shown and all(titled)


def tells_country(text: str, shown: str, country: str | None, name: str) -> bool:
    """Whether a mention tells its country by `name` or by its people, "the Saudi Interior Ministry", or the text names
    such a body of another country: "U.S. Coast Guard planes".
    """
    if name.lower() in shown.lower():
        return True
    bare = shown.partition(" ")[2] if shown[:4].lower() == "the " else shown
    before = " ".join(re.findall(rf"([A-Z][\w.]*) {re.escape(bare)}\b", text))
    own, named = ({one.entry.country for one in find_entries(t, tokenise(t), "en", _PEOPLES)} for t in (shown, before))
    return country is not None and (country in own or bool(named - {country}))


_PEOPLES = frozenset({"demonym"})
