"""Everybody an article names: its speakers, and those its running text names with a title or alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.extract.ar import marks as ar_marks
from factcheck.extract.ar import name_parts as ar_parts
from factcheck.extract.ar import names as ar_names
from factcheck.extract.ar import titles as ar_titles
from factcheck.extract.ar import words as ar_words
from factcheck.extract.ar.pronominal import pronominal
from factcheck.extract.en import name_runs as en_runs
from factcheck.extract.en import names as en_names
from factcheck.extract.mention import Parsed
from factcheck.extract.roles import Roles
from factcheck.lang.actors import Found, entry_at, find_entries
from factcheck.lang.english import is_verb_form
from factcheck.text import Token, fold

_ACTING = frozenset({"office", "body", "international", "people"})
_FIRMS = ("air", "bank", "corp", "soft", "pharma")  # endings of a firm's name in one word
_IN, _OF = fold("في"), fold("من")
_DESCRIBED_UNTIL = ar_marks.COMMAS | {":"}
_OPENERS = frozenset({"that", "that+", "who", "but"})
_CALLED = frozenset({"office", "people"})
_RELATIVE = frozenset({"who", "whose", "which", "that", "said", "says"})
_ASIDE_ENDS = frozenset(",.")
_TOLD_BEHIND = (frozenset({"portfolio"}), frozenset({"demonym"}))  # a body, in this order
_INITIALS = 7  # letters of a short name in brackets
_TITLE = 12  # tokens of a title set off behind a name
_TITLE_REACH = 4  # tokens before an English name in which its title stands


def find_roles(text: str, tokens: Sequence[Token], lang: str, mentions: Sequence[Parsed]) -> Roles:
    """Everybody an article names: the speakers' mentions first, then those its text names with a title or alone."""
    roles = Roles(text, tokens, lang)
    if lang == "en":
        _note_initials(roles)
    for parsed in mentions:
        roles.add(parsed, True)
        roles.spoken.append(parsed)
    (_read_arabic if lang == "ar" else _read_english)(roles)
    return roles


def _read_arabic(roles: Roles) -> None:
    for parsed in list(roles.spoken):
        _set_off(roles, parsed)
    led: list[Parsed] = []
    spoken = {parsed.first: parsed.last for parsed in roles.spoken}
    for found in find_entries(roles.text, roles.tokens, "ar", _ACTING):
        if found.entry.kind != "office":
            _note_body(roles, found)
            continue
        ministry = ar_names.led_ministry(roles.text, roles.tokens, found.first)
        if ministry is not None and not roles.bodies.before(found.first, "head", ar_names.MINISTRY):
            led.append(ministry)  # «الوزارة» may mean his, where none is named before him
        parsed = ar_titles.title_name(roles.text, roles.tokens, found)
        if parsed.name is not None:
            first, last = parsed.name
            end = next((k for k in range(first, last) if _names_none(roles.tokens[k].form)), last)
            if first < spoken.get(found.first, end) < end:
                end = spoken[found.first]  # «طمأن الطبيب سامي | الأهالي»
            if _is_pledged(roles.tokens, found.first, first) or _acts_on_another(roles, found, first):
                continue
            if end - first >= 2:
                roles.add(parsed._replace(name=(first, end)), False)
    if len({ministry.body for ministry in led}) == 1:  # of two ministers, either's may be «الوزارة»
        for ministry in led:
            roles.add(ministry, False)


def _acts_on_another(roles: Roles, found: Found, name: int) -> bool:
    """Whether a verb does something to the holder of another office before a name: «اتهم النقيب | المدير فلان»."""
    verb = ar_words.word(roles.tokens[found.first - 1].form).verb if found.first else None
    if verb is None or verb.lemma not in ar_words.words_of("acts.on"):
        return False
    offices = (entry_at(roles.text, roles.tokens, k, "ar", frozenset({"office"})) for k in range(found.last, name))
    return any(one is not None and not one.clitic and one.entry.rank in ("office", "head") for one in offices)


def _set_off(roles: Roles, parsed: Parsed) -> None:
    """Take in the title that commas set off behind a speaker's name: «فلان الفلاني، وزير الزراعة،»."""
    text, tokens, at = roles.text, roles.tokens, parsed.last + 1
    if parsed.kind != "person" or parsed.office or at >= len(tokens) or tokens[parsed.last].form not in ar_marks.COMMAS:
        return
    found = entry_at(text, tokens, at, "ar", frozenset({"office"}))
    titled = found is not None and not found.clitic and found.entry.rank not in ("honour", "source")
    if tokens[at].form in ar_words.words_of("and.he"):
        described = _description_end(tokens, at)
        roles.set_off.update({parsed.first: described} if described else {})
        return
    if not titled and tokens[at].form not in ar_words.words_of("belongs"):
        return
    begin = found.last if titled and found is not None else at + 1
    end = next((i for i in range(begin, min(at + _TITLE, len(tokens))) if tokens[i].kind != "word"), None)
    if end is not None and not titled:  # «فلان الفلاني، صاحب مقهى مجاور،»
        whole = tokens[end].form in ar_marks.COMMAS and not any(_ends_title(t.form) for t in tokens[begin:end])
        roles.set_off.update({parsed.first: end} if whole else {})
        return
    if found is None or end is None or any(_ends_title(tokens[i].form, tokens[i - 1].form) for i in range(begin, end)):
        return
    title = ar_titles.office_mention(text, tokens, found, end)
    if tokens[end].form in ar_marks.COMMAS and title.name is None:
        told: dict[str, Any] = {
            "office": title.office,
            "rank": title.rank,
            "body": title.body,
            "country": title.country,
            "gender": parsed.gender or title.gender,
        }
        roles.add(parsed._replace(head=title.head, **told), True)
        roles.set_off[parsed.first] = end


def _description_end(tokens: Sequence[Token], at: int) -> int:
    """Where «وهو» and an indefinite noun behind a name end at a comma: «أبو ياسر، وهو مزارع هناك،»; 0 if not so."""
    end = next((i for i in range(at + 1, min(at + _TITLE, len(tokens))) if tokens[i].kind != "word"), 0)
    if end < at + 2 or tokens[end].form not in _DESCRIBED_UNTIL or ar_words.is_definite(tokens[at + 1].form):
        return 0
    if tokens[at + 1].form == _OF and tokens[at + 2].form in ar_parts.name_words("dwellers"):
        return end  # «وهي من سكان البلدة»
    opening = ar_words.word(tokens[at + 1].form)
    verbal = opening.verb is not None or opening.cue is not None or ar_words.is_function_word(tokens[at + 1].form)
    told = any(ar_words.word(tokens[i].form).cue is not None for i in range(at + 2, end))
    return 0 if verbal or told else end


def _is_pledged(tokens: Sequence[Token], title: int, first: int) -> bool:
    """Whether «ب» behind a title belongs to the verb before it and begins no name: «تعهد المحافظ | برصف طريق»."""
    cue = ar_words.word(tokens[title - 1].form).cue if title else None
    return cue is not None and "ب+np" in cue.frames and tokens[first].form[0] == "ب"


def _note_body(roles: Roles, found: Found) -> None:
    """Take in a listed body or ministry of running text, with its portfolio and nationality."""
    last, tokens = found.last, roles.tokens
    if found.entry.kind == "people" and found.entry.name != "ministry":
        return
    for kind in _TOLD_BEHIND:
        after = entry_at(roles.text, tokens, last, "ar", kind) if last < len(tokens) else None
        last = after.last if after is not None and not after.clitic else last
    if last - found.first > 1:
        roles.add(ar_names.parse(roles.text, tokens, found.first, last), False)


def _ends_title(form: str, before: str = "") -> bool:
    """As `_is_no_name`, but a title says where and of what: «مدير مستشفى خاص في صحار», «الخبير في تهريب الآثار»."""
    return form != _IN and _is_no_name(form) and not (before == _IN and ar_words.word(form).event)


def _names_none(form: str) -> bool:
    """As `_is_no_name`, or what somebody with his title did something to: «صب المدرب سمير نور | غضبه على الحكم»."""
    return _is_no_name(form) or ar_parts.is_done_to(form)


def _is_no_name(form: str) -> bool:
    """Whether an Arabic word is a verb, a verbal noun or «فإن», which end a name in running text."""
    word = ar_words.word(form)
    if not ar_words.class_names(form).isdisjoint(_OPENERS):
        return True
    if pronominal(form) is not None:
        return True  # «هاجم النمر الصياد | ووصفه الأهالي بأنه جائع»
    return word.event or word.cue is not None or (word.verb is not None and not word.verb.weak)


def _call(roles: Roles, parsed: Parsed) -> None:
    """Take in what commas tell of an English speaker behind the name: "Ruth Adler, the director of the port,"."""
    text, tokens, at = roles.text, roles.tokens, parsed.last + 1
    if parsed.kind != "person" or parsed.name is None or parsed.name[1] != parsed.last or at + 2 >= len(tokens):
        return
    if tokens[at].kind == "number" and tokens[at + 1].form == ",":
        at += 2  # "Ana Ruiz, 34, a teacher,"
    if tokens[parsed.last].form != "," or at + 1 >= len(tokens):
        return
    end = next((i for i in range(at, min(at + _TITLE, len(tokens))) if _ends_aside(tokens, i)), None)
    if end is None or tokens[end].form not in _ASIDE_ENDS or any(tokens[i].form in _RELATIVE for i in range(at, end)):
        return
    past = is_verb_form(tokens[at].form)[:1] == "d" or tokens[at].form.endswith("ed")
    if past and tokens[at + 1].form in ("a", "an", "the", "her", "his", "its", "their"):
        return  # "The mayor, Ana Ruiz, blamed a shortage of doctors, of whom …", "…, hugged her mother."
    told = parsed.first > 0 and text[tokens[parsed.first - 1].start].islower()  # "…," said Ana Ruiz, a nurse.
    if tokens[at].form in ("a", "an", "of") and (tokens[end].form == "," or told) and end - at > 1:
        roles.set_off[parsed.first] = end  # "a teacher in Vale,", "of the dockers' union,"
    if not text[tokens[at].start].islower() and not tokens[at].form.endswith("'s"):
        return
    found = next((f for i in range(at, end) if (f := entry_at(text, tokens, i, "en", _CALLED)) is not None), None)
    if found is None or not found.entry.human or found.entry.number != "sg" or found.last > end:
        return
    while found.last < end and (more := entry_at(text, tokens, found.last, "en", _CALLED)) is not None:
        found = more  # "general secretary"
    behind = tokens[found.last].form if found.last < end else ","
    if behind in (",", "of", "for", "at", "in", "from", "with", "on", "and"):
        roles.add(parsed._replace(head=found.entry.words[-1]), True)
        roles.set_off[parsed.first] = end


def _ends_aside(tokens: Sequence[Token], i: int) -> bool:
    """Whether what is set off behind a name ends at token `i`: at a mark that stands in no word."""
    apostrophe = tokens[i].form in ("'", "’") and i + 1 < len(tokens) and tokens[i + 1].kind == "word"
    return tokens[i].kind != "word" and not apostrophe and tokens[i].form != "-"


def _note_initials(roles: Roles) -> None:
    """Take in the short names that stand in brackets: "the Movement for Democratic Change (MDC)"."""
    tokens = roles.tokens
    for i in range(3, len(tokens) - 1):
        short = tokens[i].form
        if tokens[i - 1].form != "(" or tokens[i + 1].form != ")" or not 2 <= len(short) <= _INITIALS:
            continue
        written = roles.text[tokens[i].start : tokens[i].end]
        if not written.isupper() and not (written.istitle() and len(short) > 3):  # "(Defra)"
            continue
        first = max(0, i - 1 - 2 * len(short))
        for at in range(first, i - 2):
            run = en_runs.name_run(roles.text, tokens, at, i - 1)
            if run is not None and run[1] == i - 1 and _initials(roles, run) == short:
                roles.short.setdefault(
                    short, tuple(token.form for token in tokens[slice(*run)] if token.kind == "word")
                )
                break


def _initials(roles: Roles, run: tuple[int, int]) -> str:
    """The capital letters that begin the words of a name, in lower case."""
    heads = (roles.text[token.start] for token in roles.tokens[slice(*run)] if token.kind == "word")
    return "".join(head for head in heads if head.isupper()).lower()


def _read_english(roles: Roles) -> None:
    tokens = roles.tokens
    for parsed in list(roles.spoken):
        _call(roles, parsed)
    for run in en_runs.find_name_runs(roles.text, tokens):
        at = run[0]
        parsed = en_names.parse(roles.text, tokens, *run)
        if parsed.kind == "person" and run[1] - run[0] >= 2:
            titled = en_names.parse(roles.text, tokens, max(0, at - _TITLE_REACH), run[1])
            roles.add(titled if titled.name == run and titled.kind == "person" else parsed, True)
        elif parsed.body is None and (parsed.kind == "organisation" or tokens[at].form.endswith(_FIRMS)):
            roles.add_organisation(*run)
