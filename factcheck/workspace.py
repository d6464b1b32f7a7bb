"""A newsroom's workspace: the folder with its articles, what was found in them, and what people decided.

`Workspace.open()` finds it upwards from where it stands; notebooks, the command line and the widgets all start here.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from factcheck import __version__
from factcheck.accounts import as_judged
from factcheck.article import ARTICLE_ID, Article, check_lang, read_article
from factcheck.claim import Claim
from factcheck.errors import ArticleError, WorkspaceError
from factcheck.extract.claims import extract
from factcheck.lang.interface import catalogue, relabel
from factcheck.ledger import Checks, Ledger, State
from factcheck.reading import Reading, finish_reading

if TYPE_CHECKING:
    import pandas as pd

    from factcheck.ledger.checks import CheckState
    from factcheck.report.check import Checked
    from factcheck.widgets.annotate import ClaimAnnotator
    from factcheck.widgets.desk import Desk

MARKER = "factcheck.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """How a house works, from `factcheck.toml`; `publisher` signs its pages, `labels` are words by language and key."""

    example: bool = False
    interface: str = "ar"
    second_person: bool = True
    publisher: str = ""
    labels: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace folder. `claims_dir` is its record, or the folder that `FACTCHECK_CLAIMS_DIR` names."""

    root: Path
    claims_dir: Path
    config: Config

    @classmethod
    def open(cls, start: str | Path | None = None) -> Workspace:
        """The workspace at `start` or above it; without `start`, at `FACTCHECK_WORKSPACE` or the current folder.

        Raises `WorkspaceError` where there is none, or its `factcheck.toml` cannot be read.
        """
        begin = Path(start or os.environ.get("FACTCHECK_WORKSPACE") or Path.cwd()).absolute()
        for folder in (begin, *begin.parents):
            if (folder / MARKER).is_file():
                named = os.environ.get("FACTCHECK_CLAIMS_DIR")
                claims_dir = Path(named).absolute() if named else folder / "claims"
                config = read_config(folder / MARKER)
                relabel(config.labels)
                return cls(folder, claims_dir, config)
        raise WorkspaceError(f"No workspace at {begin} or above it; make one with: factcheck init DIR.")

    @property
    def data_dir(self) -> Path:
        """The folder of the articles' texts and declared facts."""
        return self.root / "data"

    def article_ids(self) -> list[str]:
        """The ids of all articles, in alphabetical order; later captures (`x@2`) stand after the first."""
        return sorted(path.stem for path in self.data_dir.glob("*.txt") if ARTICLE_ID.fullmatch(path.stem))

    def captures(self, article_id: str) -> list[str]:
        """The ids of an article's captures, the first capture first."""
        found = [one for one in self.article_ids() if one.partition("@")[0] == article_id]
        return sorted(found, key=lambda one: int(one.partition("@")[2] or 1))

    def current_ids(self) -> list[str]:
        """The ids of the articles as they stand now: of each, its latest capture."""
        return [self.captures(one)[-1] for one in self.article_ids() if "@" not in one]

    def article(self, article_id: str) -> Article:
        """One article. Raises `WorkspaceError` for an id the workspace does not have."""
        path = self.data_dir / f"{article_id}.txt"
        if not ARTICLE_ID.fullmatch(article_id) or not path.is_file():
            known = ", ".join(self.article_ids()) or "none yet"
            raise WorkspaceError(f"There is no article {article_id!r} in {self.root}; it has: {known}.")
        return read_article(path)

    def extract(self, article_id: str) -> Reading:
        """Read an article afresh and write what was found to its `claims.jsonl`, which is replaced whole."""
        article = self.article(article_id)
        reading = finish_reading(article, extract(article))
        write_claims(self.claims_dir / article.id / "claims.jsonl", article, reading.claims)
        return reading

    def claims(self, article_id: str) -> tuple[Claim, ...]:
        """What the extractor found in an article: from its `claims.jsonl` where that is of this text, else afresh."""
        article = self.article(article_id)
        stored = read_claims(self.claims_dir / article.id / "claims.jsonl", article.sha256)
        return self.reading(article_id).claims if stored is None else tuple(stored)

    def reading(self, article_id: str) -> Reading:
        """An article's claims, accounts compared and findings."""
        article = self.article(article_id)
        stored = read_claims(self.claims_dir / article.id / "claims.jsonl", article.sha256)
        return finish_reading(article, extract(article), stored)

    def ledger(self, article_id: str, author: str | None = None, claims: Sequence[Claim] | None = None) -> Ledger:
        """The record of an article: what people decided, ready to be added to; `claims` are its claims where known."""
        article = self.article(article_id)
        return Ledger(
            self.claims_dir,
            article.work,
            claims=self.claims(article_id) if claims is None else claims,
            text=article.text,
            sha256=article.sha256,
            author=author,
            second_person=self.config.second_person,
        )

    def checks(self, author: str | None = None) -> Checks:
        """The record of the checks, which group claims across articles."""
        return Checks(self.claims_dir, author=author, states=self.state)

    def state(self, article_id: str) -> State:
        """How an article's claims stand, folded from its record."""
        return self.ledger(article_id).state()

    def checked(self, check: CheckState) -> list[Checked]:
        """The claims of a check with what its page shows of them, from each article as it stands now."""
        from factcheck.report.check import Checked

        current = {one.partition("@")[0]: one for one in self.current_ids()}
        found = []
        for article_id, claim in check.claims:
            if article_id not in current:
                raise WorkspaceError(
                    f"The check {check.id} names the article {article_id!r}, which is not in {self.root}."
                )
            state = self.state(current[article_id])
            if claim not in state.claims:
                raise WorkspaceError(
                    f"The check {check.id} names the claim {claim!r}, which {article_id} does not have."
                )
            pairs = as_judged(self.reading(current[article_id]).disagreements, state.judged)
            concerned = tuple(pair for pair in pairs if claim in pair.claims)
            found.append(Checked(self.article(current[article_id]), state.claims[claim], state, concerned))
        return found

    def claims_table(self, article_id: str | None = None) -> pd.DataFrame:
        """The claims of one article, or of all, as people left them, one row a claim, with verdict and status."""
        import pandas as pd

        from factcheck.table import claims_table

        chosen = [article_id] if article_id else self.current_ids()
        states = [(self.state(one), self.article(one)) for one in chosen]
        tables = [claims_table(state.standing, state, article) for state, article in states]
        return pd.concat(tables, ignore_index=True) if tables else claims_table(())

    def accounts_table(self, article_id: str) -> pd.DataFrame:
        """The accounts compared in an article as people judged them, two rows a pair; dismissed pairs are left out."""
        from factcheck.table import accounts_table

        reading = self.reading(article_id)
        pairs = as_judged(reading.disagreements, self.state(article_id).judged)
        return accounts_table(pairs, reading.claims, self.article(article_id))

    def annotate(self, article_id: str, lang: str | None = None) -> ClaimAnnotator:
        """The check screen on an article, for a notebook."""
        from factcheck.widgets.annotate import ClaimAnnotator

        return ClaimAnnotator(self, article_id, lang=lang or self.config.interface)

    def desk(self, lang: str | None = None) -> Desk:
        """The desk: what is mine to do, the articles and their findings, triage; for a notebook."""
        from factcheck.widgets.desk import Desk

        return Desk(self, lang=lang or self.config.interface)


def init_workspace(root: Path, interface: str = "ar") -> Workspace:
    """Make a new workspace folder, shown in `interface` (ar or en), and return it.

    Raises `WorkspaceError` where one is, or the folder is not empty.
    """
    try:
        if (root / MARKER).exists():
            raise WorkspaceError(f"{root} is a workspace already; add an article with: factcheck add FILE.")
        if root.exists() and (not root.is_dir() or any(p for p in root.iterdir() if p.name != ".git")):
            raise WorkspaceError(f"{root} is there and not empty; give a new folder's path.")
        for name in ("data", "claims", "notebooks"):
            (root / name).mkdir(parents=True)
            (root / name / ".gitkeep").touch()
        for name, text in _NEW_FILES.items():
            (root / name).write_text(text.replace("{interface}", interface), "utf-8")
    except OSError as error:
        raise WorkspaceError(f"{root} cannot be written ({error.strerror}); choose another folder.") from None
    return Workspace.open(root)


def read_config(path: Path) -> Config:
    """What a `factcheck.toml` says. Raises `WorkspaceError` for what it may not say."""
    try:
        config = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Config)
        for lang, labels in config.labels.items():
            if unknown := set(labels) - set(catalogue(check_lang(lang))):
                raise WorkspaceError(f"{path} relabels {min(unknown)!r}, which no catalogue has; delete the line.")
        check_lang(config.interface)
        return config
    except ArticleError as error:
        raise WorkspaceError(f"{path} cannot be used: {error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, msgspec.ValidationError) as error:
        raise WorkspaceError(f"{path} cannot be used ({error}); correct it or delete the line.") from None


def write_claims(path: Path, article: Article, claims: Sequence[Claim]) -> None:
    """Write `claims.jsonl`: one claim a line in text order, each stamped with its article and the extractor."""
    stamp = {"extractor": __version__, "article": article.id, "sha256": article.sha256}
    encode = msgspec.json.Encoder().encode
    lines = b"".join(encode(stamp | msgspec.to_builtins(claim)) + b"\n" for claim in claims)
    write_whole(path, lines)


def read_claims(path: Path, sha256: str) -> list[Claim] | None:
    """The claims a `claims.jsonl` holds; `None` where there is no file, or it was made from another text."""
    try:
        lines = path.read_bytes().splitlines()
        rows: list[dict[str, Any]] = [msgspec.json.decode(line) for line in lines if line.strip()]
        if any(row.get("sha256") != sha256 for row in rows):
            return None
        return [msgspec.convert(row, Claim) for row in rows]
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, AttributeError) as error:
        article = path.parent.name
        raise WorkspaceError(f"{path} cannot be read ({error}); regenerate it: factcheck extract {article}.") from None


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file in one step: either its old bytes are there or all of the new. Raises `WorkspaceError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be written ({error.strerror}); check the folder's permissions.") from None


_NEW_FILES = {
    MARKER: "# This file marks the folder as a workspace of factcheck.\n"
    'interface = "{interface}"     # language of widgets, charts and pages: ar or en\n'
    "second_person = true # approval needs another person than the verdict's author\n",
    ".gitattributes": "data/** -text\n*.jsonl text eol=lf\n",
    ".gitignore": "private/\n.factcheck/\n.ipynb_checkpoints/\nclaims/*/evidence/*\n*.tmp\n",
}
