"""What stands behind the check screen, without a browser: commands in, replies with snapshots and patches out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.article import LANGUAGES
from factcheck.errors import FactcheckError
from factcheck.ledger import ClaimState, State
from factcheck.reading import judged_sentence
from factcheck.widgets.commands import Commands, Send
from factcheck.widgets.snapshot import accounts_of, article_view, claim_view, conflict_view, progress, state_view

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


class CheckScreen:
    """One article under check: its text, its reading, its record, and what the screen was last told of them."""

    def __init__(self, workspace: Workspace, article_id: str) -> None:
        self._article = workspace.article(article_id)
        self.reading = workspace.reading(article_id)
        self._example = workspace.config.example
        self._ledger = workspace.ledger(article_id, claims=self.reading.claims)
        self._pairs = {pair.id: pair for pair in self.reading.disagreements}
        self._commands = Commands(self._ledger, self._article.text)
        self._sent: dict[str, ClaimState] = {}
        self._settled: dict[str, Any] = {}

    @property
    def state(self) -> State:
        """How the article's claims stand, by all that was read and written."""
        return self._ledger.state()

    def refresh(self) -> None:
        """Read what others wrote since."""
        self._commands.look()

    def handle_command(self, command: Any, acknowledge: Send | None = None) -> dict[str, Any]:
        """Carry out one command and return its reply: `ok`, `rev`, and what changed, or the refusal's `code`.

        `acknowledge` is given `{cmd_id, on_disk}` as soon as the event is on the disk.
        """
        reply = dict(self._commands.carry_out(command, acknowledge))
        if reply.pop("full", False) or self._is_rebuilt():
            reply["snapshot"] = self.snapshot()
        else:
            reply["patch"] = self._patch()
        return reply

    def snapshot(self) -> dict[str, Any]:
        """Everything the screen shows, as plain JSON values; offsets in UTF-16 units."""
        state, offsets = self._ledger.state(), self._commands.offsets
        accounts = accounts_of(self.reading)
        self._sent, self._settled = dict(state.claims), state.settled
        return {
            "rev": state.rev,
            "author": self.author,
            "example": self._example,
            "article": article_view(self._article, self.reading, offsets, state.judged),
            "claims": [
                {**claim_view(one.claim, offsets, accounts.get(one.claim.id, ())), **state_view(one, state)}
                for one in sorted(state.claims.values(), key=lambda one: (one.claim.start, one.claim.end))
            ],
            "lost": self._lost(),
            **self._whole(),
        }

    def _patch(self) -> dict[str, Any]:
        """What changed since the screen was last told."""
        state = self._ledger.state()
        dates = state.settled != self._settled  # settled for the article, they count for what each claim still lacks
        changed = {
            key: one
            for key, one in state.claims.items()
            if not _is_same(self._sent[key], one) or (dates and one.events and one.claim.dates)
        }
        self._sent.update(changed)
        self._settled = state.settled
        return {
            "rev": state.rev,
            "claims": {key: state_view(one, state) for key, one in changed.items()},
            **self._whole(),
        }

    def _whole(self) -> dict[str, Any]:
        """What concerns the article as a whole."""
        state = self._ledger.state()
        return {
            "progress": progress(state),
            "judged": {
                pair: {
                    **given,
                    "sentence": {lang: judged_sentence(self._pairs[pair], state.judged, lang) for lang in LANGUAGES},
                }
                for pair, given in state.judged.items()
                if pair in self._pairs
            },
            "settled": state.settled,
            "conflicts": [conflict_view(one) for one in state.conflicts if one.claim is None],
            "warnings": state.warnings,
        }

    def _lost(self) -> list[dict[str, Any]]:
        """Claims of the record that no longer have a certain place, with how many events they bear."""
        state = self._ledger.state()
        found = (("orphaned", state.orphans), ("ambiguous", state.ambiguous))
        return [{"id": key, "anchor": how, "n": len(events)} for how, lost in found for key, events in lost.items()]

    def _is_rebuilt(self) -> bool:
        """Whether claims came, went or were moved, so that the article must be drawn again."""
        claims = self._ledger.state().claims
        if claims.keys() != self._sent.keys():
            return True
        return any(one.claim is not (was := self._sent[key].claim) and one.claim != was for key, one in claims.items())

    @property
    def author(self) -> str | None:
        try:
            return self._ledger.author
        except FactcheckError:
            return None


def _is_same(old: ClaimState, new: ClaimState) -> bool:
    """Whether two states of a claim show the same; those without events are made anew each time, and quickly told."""
    if old is new:
        return True
    return not old.events and not new.events and (old.status, old.inherited_from) == (new.status, new.inherited_from)
