"""The one way in: a command from a screen becomes an event of the record, or a refusal with its code.

`{"cmd": …, "cmd_id": …, "base_rev": …, "args": {…}}` is answered with `{"cmd_id", "ok", "rev", …}`. The answer comes
after the event is on the disk, never before. The same ledger methods serve the command line.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any

from factcheck.article import LANGUAGES
from factcheck.errors import ApprovalError, ConflictError, FactcheckError, LedgerError
from factcheck.events import Event
from factcheck.events.kinds import KINDS
from factcheck.lang.interface import say
from factcheck.ledger import Ledger
from factcheck.widgets.offsets import Offsets

REMEMBERED = 256
REFUSALS = (
    "unknown_command", "bad_args", "offset", "stale", "conflict", "private", "author", "not_saved", "approval",
    "refused",
)  # fmt: skip
Reply = dict[str, Any]
Send = Callable[[Reply], object]


class Refusal(FactcheckError):
    """A command that is not carried out: a code of `REFUSALS`, a sentence, and its message of the interface."""

    def __init__(self, code: str, message: str, key: str | None = None) -> None:
        super().__init__(message, key)
        self.code = code


class Commands:
    """Carries out the commands of one screen on one article's record."""

    def __init__(self, ledger: Ledger, text: str) -> None:
        self.ledger = ledger
        self.text = text
        self.offsets = Offsets(text)
        self._answered: OrderedDict[str, Reply] = OrderedDict()
        self._foreign: dict[tuple[str | None, str], int] = {}
        self._known = {event.id for event in ledger.state().events}
        self._on_disk: Callable[[Event], object] | None = None

    def carry_out(self, command: Any, acknowledge: Send | None = None) -> Reply:
        """The reply to a command. One that was answered already is not carried out again; nothing is raised.

        `acknowledge` is called as soon as the event is on the disk, before anything is folded or read again.
        """
        cmd_id = command.get("cmd_id") if isinstance(command, Mapping) else None
        if isinstance(cmd_id, str) and cmd_id in self._answered:
            return self._answered[cmd_id]
        self._on_disk = acknowledge and (lambda event: acknowledge({"cmd_id": cmd_id, "on_disk": event.id}))
        try:
            reply = {"ok": True, **self._run(command)}
        except Refusal as refusal:
            reply = {"ok": False, "code": refusal.code, "message": str(refusal), **told_of(refusal)}
        except FactcheckError as error:
            reply = {"ok": False, "code": code_of(error), "message": str(error), **rules_of(error), **told_of(error)}
        except (
            TypeError,
            ValueError,
            KeyError,
            AttributeError,
        ) as error:  # a screen must not wait for an answer for ever
            reply = {"ok": False, "code": "bad_args", "message": f"The command could not be understood ({error})."}
        reply |= {"cmd_id": cmd_id, "rev": self.ledger.state().rev}
        if isinstance(cmd_id, str) and reply.get("event"):
            self._answered[cmd_id] = reply
            if len(self._answered) > REMEMBERED:
                self._answered.popitem(last=False)
        return reply

    def _run(self, command: Any) -> Reply:
        if not isinstance(command, Mapping) or not isinstance(command.get("args", {}), Mapping):
            raise Refusal("bad_args", "A command is an object with cmd, cmd_id, base_rev and args; send one.")
        name, args = command.get("cmd"), dict(command.get("args", {}))
        claim = args.pop("claim", None)
        if claim is not None and not isinstance(claim, str):
            raise Refusal("bad_args", f"The claim is {claim!r}; give its id.")
        act = self._acts().get(name) if isinstance(name, str) else None
        if act is None and name not in KINDS:
            raise Refusal("unknown_command", f"There is no command {name!r}; it can be {', '.join(self.names())}.")
        if act is None:
            self._refuse_stale(str(name), claim, command.get("base_rev"))
            return self._written(self.ledger.append(str(name), args, claim))
        taken = signature(act)
        try:
            taken.bind(claim, **args)
        except TypeError:
            wanted = ", ".join(list(taken.parameters)[1:]) or "nothing but the claim"
            raise Refusal("bad_args", f"{name} came with {', '.join(args) or 'nothing'}; it takes {wanted}.") from None
        return act(claim, **args)

    def names(self) -> list[str]:
        """Every command there is."""
        return [*self._acts(), *(kind for kind in KINDS if kind not in self._acts())]

    def _acts(self) -> dict[str, Callable[..., Reply]]:
        return {
            "hello": self._hello,
            "refresh": self._refresh,
            "history": self._history,
            "undo": self._undo,
            "redo": self._redo,
            "resolve": self._resolve,
            "claim.add": self._add,
            "claim.edit": self._edit,
        }

    # Looking

    def _hello(self, _claim: str | None) -> Reply:
        self.look()
        return {"full": True}

    def _refresh(self, _claim: str | None) -> Reply:
        self.look()
        return {}

    def _history(self, claim: str | None) -> Reply:
        from factcheck.widgets.snapshot import event_view

        if claim is None:
            raise Refusal("bad_args", "A history is a claim's; give its id.")
        undone = self.ledger.state().undone
        return {"history": [event_view(event, undone) for event in self.ledger.history(claim)]}

    # Writing

    def _undo(self, _claim: str | None, event: str | None = None) -> Reply:
        """Take back the event named, else one's own last that counts, also of an earlier session."""
        state = self.ledger.state()
        if event is None:
            mine = [e for e in state.events if e.by == self._me() and e.kind != "undo" and e.id not in state.undone]
            if not mine:
                raise Refusal("refused", "There is nothing of yours to undo.", "told.nothing_to_undo")
            event = mine[-1].id
        return self._written(self.ledger.undo(event))

    def _redo(self, _claim: str | None) -> Reply:
        """Bring back what one took back last; not after a new event of one's own."""
        state = self.ledger.state()
        undos = {event.id for event in state.events if event.kind == "undo"}
        for event in reversed(state.events):
            if event.by != self._me() or (event.id in state.undone and event.kind == "undo"):
                continue
            if event.kind != "undo":
                if event.id in state.undone:
                    continue
                break
            if event.data["event"] not in undos:
                return self._written(self.ledger.redo(event.data["event"]))
        raise Refusal("refused", "There is nothing of yours to redo.", "told.nothing_to_redo")

    def _resolve(self, claim: str | None, event: str) -> Reply:
        return self._written(self.ledger.resolve(claim, event))

    def _add(self, _claim: str | None, start: int, end: int, exact: str, mode: str = "narrator", **given: Any) -> Reply:
        first, last = self._span(start, end, exact)
        event = self.ledger.add_claim(first, last, mode, **given)
        return {**self._written(event), "claim": event.claim}

    def _edit(self, claim: str | None, **changes: Any) -> Reply:
        if claim is None:
            raise Refusal("bad_args", "claim.edit is about a claim; give its id.")
        if {"start", "end", "exact"} & set(changes):
            place = self._span(changes.get("start"), changes.get("end"), changes.get("exact"))
            changes |= {"start": place[0], "end": place[1]}
        return self._written(self.ledger.append("claim.edit", changes, claim))

    def _span(self, start: Any, end: Any, exact: Any) -> tuple[int, int]:
        """Code points for UTF-16 units; refused unless the words that were seen stand there."""
        if not isinstance(start, int) or not isinstance(end, int):
            raise Refusal("offset", "The selection came without its place; select the words again.")
        try:
            first, last = self.offsets.to_points(start), self.offsets.to_points(end)
        except ValueError as error:
            raise Refusal("offset", f"The selection cannot be placed: {error}") from None
        if not exact or self.text[first:last] != exact:
            raise Refusal("offset", "The words of the selection do not stand at its place; select them again.")
        return first, last

    def _written(self, event: Event) -> Reply:
        if self._on_disk is not None:
            self._on_disk(event)
        self._known.add(event.id)
        self.look()
        return {"event": event.id}

    def look(self) -> None:
        """Read what others wrote since, and remember which of their decisions the screen has yet to show."""
        if not self.ledger.refresh():
            return
        state = self.ledger.state()
        for event in state.events:
            if event.id not in self._known:
                self._known.add(event.id)
                self._foreign[event.claim, event.kind] = state.rev

    def _refuse_stale(self, kind: str, claim: str | None, base_rev: Any) -> None:
        """A decision made on a screen that did not yet show somebody else's is not recorded as knowing it."""
        is_decision = KINDS[kind].sort == "register" and isinstance(base_rev, int)
        if is_decision and self._foreign.get((claim, kind), 0) > base_rev:
            raise Refusal("stale", f"The {kind} was changed by somebody else meanwhile; look at it, then decide.")

    def _me(self) -> str:
        return self.ledger.author


def rules_of(error: FactcheckError) -> Reply:
    """The codes of the rules that an approval breaks, for a screen to say in its own language."""
    return {"rules": list(error.rules)} if isinstance(error, ApprovalError) else {}


def told_of(error: FactcheckError) -> Reply:
    """What an error says to a person at a screen, in each language of the interface; nothing where it has no words."""
    if error.key is None:
        return {}
    return {"told": {lang: say(error.key, lang, **error.values) for lang in LANGUAGES}}


def code_of(error: FactcheckError) -> str:
    """The refusal code for an error of the record."""
    if isinstance(error, ConflictError):
        return "conflict"
    if isinstance(error, ApprovalError):
        return "approval"
    if isinstance(error.__context__, OSError):
        return "not_saved"
    if isinstance(error, LedgerError) and str(error)[:4] in ("P001", "P002"):
        return "private"
    return "author" if str(error).startswith("The author is") else "refused"
