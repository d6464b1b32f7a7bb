"""The rules of the record: one table of codes, what each asks, how grave it is and what to do (docs/rules.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule asks for, the remedy where it is broken, and whether that stops a pull request."""

    asks: str
    remedy: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule broken at a place: a path from the workspace's folder, and a line counted from 1 where there is one."""

    code: str
    path: str
    line: int | None
    message: str
    remedy: str
    severity: Severity


_RESTORE = "Restore the file from git: git checkout -- FILE, or git log -- FILE to find it."
_WRITE_AGAIN = "Restore the file from git, and write the event again with the tool."

RULES: dict[str, Rule] = {
    "E101": Rule("Every line of an events file is an event.", _RESTORE),
    "E102": Rule("The last line of an events file is whole.", "Run: factcheck repair; it moves the torn line aside."),
    "E103": Rule("A line has the bytes it was written with.", _RESTORE),
    "E104": Rule("Each line follows the line before it.", _RESTORE),
    "E105": Rule("An event's id names one event.", _RESTORE),
    "E106": Rule("An event stands in one file.", "Delete the copied file with git rm.", "warning"),
    "E107": Rule("An event is based on events that are there.", "Bring in the missing file: git fetch, git merge."),
    "E108": Rule("The kinds and version are known.", "Update the tool; older ones ignore the event.", "warning"),
    "E109": Rule("An event has the fields of its kind (factcheck/schema/event.json).", _WRITE_AGAIN),
    "E110": Rule("An event lies in the folder of its article or check.", "Move the file where it belongs with git mv."),
    "E111": Rule("An events file is plain UTF-8 lines.", "Restore the file from git; keep '*.jsonl text eol=lf'."),
    "E112": Rule("An events folder holds events files only.", "Move the file elsewhere."),
    "E113": Rule("An undo or answer names an event that is there.", "Bring in the missing file: git fetch, git merge."),
    "E114": Rule("A claim's first event in a file carries its words.", _WRITE_AGAIN),
    "P001": Rule("No e-mail address is in the record.", "Purge it as docs/record.md says; keep it in private/."),
    "P002": Rule("No telephone number is in the record.", "Purge it as docs/record.md says; keep it in private/."),
    "P003": Rule("Nothing in private/ is in git.", "Purge it as docs/record.md says, and git-ignore private/."),
    "T201": Rule("An article has the bytes it came with.", _RESTORE),
    "T202": Rule("An article has its text and its declared facts.", "Restore data/ from git, or: factcheck add FILE."),
    "T203": Rule("An article has no byte order mark and no marks that turn the reading direction.",
                 "Look at the characters; as the text is never edited, mind them.", "warning"),
    "T204": Rule("claims.jsonl holds claims.", "Regenerate it: factcheck extract ARTICLE."),
    "T205": Rule("claims.jsonl is of the article's text.", "Regenerate it: factcheck extract ARTICLE."),
    "T206": Rule("A claim that was worked on has its place in the text.",
                 "Look at its history; decide anew on the claim that stands there now.", "warning"),
    "T207": Rule("A claim that was worked on has one place in the text.",
                 "Look at its history; decide anew on the claim it belongs to.", "warning"),
    "T208": Rule("A captured page has the bytes its digest names.", "Capture it again, or restore the file."),
    "D101": Rule("There is a verdict.", "Give one."),
    "D102": Rule("A verdict has a source.", "Add evidence."),
    "D103": Rule("A verdict rests on more than one source, or on one that alone can know.", "Add one, or say why."),
    "D104": Rule("Somebody tried to reach the claimant.", "Log a contact."),
    "D105": Rule("Evidence has its passage.", "Quote it."),
    "D106": Rule("Evidence has an archived copy.", "Archive or capture it."),
    "D107": Rule("No conflict is open.", "Resolve it: factcheck conflicts, then factcheck resolve."),
    "D108": Rule("Dates the claim rests on are settled.", "Settle them with their evidence."),
    "D109": Rule("The claim is restated in a sentence a stranger understands.", "Restate it."),
    "D110": Rule("A second person approved.", "Ask somebody else for a review."),
    "D111": Rule("not_checkable says why.", "Give the verdict again, with why."),
    "D112": Rule("unproven says where was searched.", "Give the verdict again, with where was searched."),
    "D113": Rule("misleading has its two sentences.", "Give the verdict again, with the fact and the impression."),
    "D114": Rule("partly_true says which part holds.", "Give the verdict again, with the part."),
    "D115": Rule("A future claim says when it can be checked.", "Give the verdict again, with the day."),
    "D116": Rule("What is published is what was approved.", "Approve it anew; publish an update or a correction."),
    "G301": Rule("No events file was deleted.", "Get it back: git checkout REV -- FILE."),
    "G302": Rule("No line was deleted or changed; new ones come last.", "Get it back: git checkout REV -- FILE."),
    "G303": Rule("No article's text was deleted or changed.", "Restore it; add a new text as a later capture."),
    "G304": Rule("No captured evidence was deleted or changed.", "Get it back: git checkout REV -- FILE."),
}  # fmt: skip


def problem(code: str, path: str, line: int | None, message: str, severity: Severity | None = None) -> Problem:
    """A broken rule, with the remedy and severity its table gives."""
    return Problem(code, path, line, message, RULES[code].remedy, severity or RULES[code].severity)
