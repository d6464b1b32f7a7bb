"""The record: what people decided, kept as append-only text in git, and folded into how things stand.

`Ledger` is the record of one article, `Checks` that of the checks, which span articles; both add events durably and
give their state. Files are in `journal`, order and conflicts in `fold`, today's claims for yesterday's events in
`carry`, statuses in `state`, what must hold before approval in `desk`.
"""

from factcheck.ledger.book import Ledger
from factcheck.ledger.checks import Checks, CheckState
from factcheck.ledger.fold import Conflict
from factcheck.ledger.state import Approval, ClaimState, State

__all__ = ["Approval", "CheckState", "Checks", "ClaimState", "Conflict", "Ledger", "State"]
