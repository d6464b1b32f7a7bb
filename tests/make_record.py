"""Makes `tests/record`, the frozen record that the bundled notebooks run on: a worked training example on the seed.

    .venv/bin/python tests/make_record.py

Every source in it is the article itself, which is in the repository, so nothing in it claims more than can be looked up
there. Times, ids and sessions are fixed: the same record to the byte on every run.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from factcheck.claim import Claim
from factcheck.evidence import Evidence
from factcheck.ledger import Ledger
from factcheck.workspace import Workspace

ROOT = Path(__file__).parent.parent
RECORD = ROOT / "tests" / "record"
SEED = "vostochny-summit"
BEGIN = 1_760_000_400_000  # 9 October 2025, 09:00 UTC: the day the example was worked
MINUTE = 60_000


def make(record: Path) -> None:
    """Write the record into the folder `record`, replacing what is there."""
    shutil.rmtree(record, ignore_errors=True)
    home = Workspace.open(ROOT)
    workspace = Workspace(home.root, record, home.config)
    for article_id in workspace.article_ids():
        workspace.extract(article_id)
    time = clock()
    first = writer(workspace, "متدرّبة أولى", "example-a", time)
    annotate(first, workspace)
    second = writer(workspace, "متدرّب ثانٍ", "example-b", time)
    review(second, workspace)


def clock() -> Callable[[], int]:
    """A clock that moves seven minutes each time it is read."""
    ticks = count(BEGIN, 7 * MINUTE)
    return lambda: next(ticks)


def writer(workspace: Workspace, author: str, session: str, time: Callable[[], int]) -> Ledger:
    article = workspace.article(SEED)
    ids: Iterator[int] = count(1)
    return Ledger(
        workspace.claims_dir, SEED, claims=workspace.claims(SEED), text=article.text, sha256=article.sha256,
        author=author, clock=time, session=session,
        new_id=lambda: f"0199c800-{session[-1] * 4}-7000-8000-{next(ids):012x}",
    )  # fmt: skip


def claim_with(workspace: Workspace, words: str, claimant: str = "") -> Claim:
    """The last claim that holds these words and has this claimant."""
    found = [c for c in workspace.claims(SEED) if words in c.exact and claimant in c.claimant]
    if not found:
        raise LookupError(f"No claim of {SEED} holds {words!r} by {claimant or 'anybody'}; the example needs it.")
    return found[-1]


def passage(words: str, stance: str, archived: bool = True) -> Evidence:
    """A passage of the article itself, as evidence."""
    return Evidence(
        source="نص المادة نفسها", passage=words, stance=stance, source_type="primary",  # type: ignore[arg-type]
        publisher="العربي", accessed="2025-10-09", interest=None,
        digest="c37a9eae03377496de80e0f751006ed5e59645fec03b66488f2fa28158a83f90" if archived else None,
    )  # fmt: skip


def annotate(ledger: Ledger, workspace: Workspace) -> None:
    """The first trainee: chooses, restates, gives sources and draft verdicts."""
    own = claim_with(workspace, "أطلقت بيونغيانغ صاروخين", "article")
    ledger.select(own.id, "reach")
    ledger.restate(own.id, "يقول موقع العربي إن بيونغيانغ أطلقت صاروخين باليستيين يوم الأربعاء.")
    ledger.evidence(own.id, passage("صاروخًا باليستيًا واحدًا على الأقل", "qualifies"))
    ledger.evidence(own.id, passage("رصد صاروخين باليستيين", "supports"))
    ledger.verdict(own.id, "unproven", searched="نص المادة وحده: سول تقول صاروخ على الأقل، وطوكيو تقول صاروخان.")

    latest = claim_with(workspace, "آخرها إطلاق صاروخين")
    ledger.select(latest.id, "reader_request")
    ledger.restate(latest.id, "يقول موقع العربي إن آخر تجارب كوريا الشمالية كانت إطلاق صاروخين في 30 أغسطس/آب.")
    ledger.evidence(latest.id, passage("أطلقت اليوم الأربعاء صاروخًا باليستيًا واحدًا على الأقل", "refutes"))
    ledger.verdict(
        latest.id, "misleading",
        fact="تذكر المادة إطلاقًا في 30 أغسطس/آب.",
        impression="ليس هو الأخير: تذكر المادة نفسها إطلاقًا في يوم القمة.",
    )  # fmt: skip
    ledger.summary(latest.id, "المادة تناقض نفسها: بعد إطلاق 30 أغسطس/آب تروي إطلاقًا أحدث منه.")
    ledger.request_review(latest.id, "أرجو النظر في الصياغة.")

    quote = claim_with(workspace, "سنخوض")
    ledger.select(quote.id, "public_figure")
    ledger.attribution(
        quote.id, "wording_altered", original="سيخوضان معًا الحرب ضد الإمبريالية", language="ar",
        note="في المتن بضمير الغائب، وفي العنوان بضمير المتكلم؛ واللفظ الكوري الأصلي غير مذكور.",
    )  # fmt: skip
    ledger.evidence(quote.id, passage('مشدّدًا على أنّ بلديهما "سيخوضان معًا الحرب ضد الإمبريالية"', "qualifies"))

    price = claim_with(workspace, "ستدفع الثمن")
    ledger.skip(price.id, "opinion")
    tokyo = claim_with(workspace, "رصد صاروخين")
    ledger.select(tokyo.id, "reach")
    ledger.note(tokyo.id, "نحتاج إلى البيان الياباني الأصلي قبل أي حكم.")


def review(ledger: Ledger, workspace: Workspace) -> None:
    """The second trainee: returns one claim with what is to be done."""
    latest = claim_with(workspace, "آخرها إطلاق صاروخين")
    ledger.return_(latest.id, "أضف سؤال الموقع عن التناقض قبل الاعتماد.")


if __name__ == "__main__":
    make(RECORD)
    print(f"The frozen record is in {RECORD.relative_to(ROOT)}; run the notebooks again: make notebooks.")
