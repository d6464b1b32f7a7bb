"""init · add · lab · extract · claims · compare: from an article to its claims and accounts."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck.article import LANGUAGES, Article, read_article
from factcheck.claim import in_article
from factcheck.cli.find import article_of_workspace, is_called, speakers_of
from factcheck.cli.notebooks import DESK, write_new_notebooks
from factcheck.cli.serve import run_server
from factcheck.cli.show import isolate, one_of, print_json, print_table, short_ids, warn_of_page
from factcheck.errors import ArticleError, FactcheckError
from factcheck.finding import Disagreement
from factcheck.reading import Reading, judged_sentence, read, to_document
from factcheck.verdict import STATUSES, VERDICT_IDS
from factcheck.workspace import Workspace, init_workspace

Format = Annotated[
    str | None,
    typer.Option("--format", callback=one_of("json", "jsonl"), help="json: one document; jsonl: one a line."),
]


def register(app: typer.Typer) -> None:
    """Give the commands of this room to `app`."""
    for command in (init, add, lab, extract, claims, compare):
        app.command()(command)


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR")],
    interface: Annotated[str, typer.Option(help="Language of its screens, charts and pages: ar or en.")] = "ar",
) -> None:
    """Make a new workspace: a folder with data/, claims/ and notebooks/, in which the desk stands."""
    if interface not in LANGUAGES:
        raise FactcheckError(f"--interface is {interface!r}; it can be {' or '.join(LANGUAGES)}.")
    workspace = init_workspace(directory, interface)
    write_new_notebooks(workspace.root, interface)
    print(f"A new workspace stands at {workspace.root}; next, in that folder: factcheck add FILE, or factcheck lab.")


def add(
    source: Annotated[str, typer.Argument(metavar="FILE|URL")],
    article_id: Annotated[str | None, typer.Option("--id", help="The article's id; by default from the name.")] = None,
    capture_of: Annotated[str | None, typer.Option(help="An article of which this is a later capture.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it stands.")] = None,
    archived_url: Annotated[str | None, typer.Option(help="Where an archived copy stands.")] = None,
    page_date: Annotated[str | None, typer.Option(help="The day the page bears, YYYY-MM-DD.")] = None,
    published: Annotated[str | None, typer.Option(help="The day the publisher states, YYYY-MM-DD.")] = None,
    lang: Annotated[str | None, typer.Option(help="ar or en; by default from the letters.")] = None,
    reach: Annotated[str | None, typer.Option(help="How far it spread.")] = None,
    licence: Annotated[str | None, typer.Option(help="Under which licence the text stands.")] = None,
    allow_host: Annotated[list[str] | None, typer.Option(help="A host that may lead to a private network.")] = None,
) -> None:
    """Bring an article into the workspace: its text byte for byte, its declared facts beside it."""
    from factcheck.capture.articles import add_file, add_page

    for name, value in (("--url", url), ("--archived-url", archived_url)):
        if value is not None and not value.startswith(("http://", "https://")):
            raise ArticleError(f"{name} is {value!r}; give an address that begins with http:// or https://.")
    workspace = Workspace.open()
    given = {
        "article_id": article_id, "capture_of": capture_of, "lang": lang, "page_date": page_date,
        "published": published, "outlet": outlet, "author": author, "archived_url": archived_url, "reach": reach,
        "licence": licence,
    }  # fmt: skip
    if "://" in source:
        article = add_page(source, workspace.data_dir, workspace.claims_dir, allow_hosts=allow_host or (), **given)
    else:
        article = add_file(Path(source), workspace.data_dir, url=url, **given)
    warn_of_page(article, source)
    print(f"The article {article.id!r} is in the workspace ({article.lang}); next: factcheck extract {article.id}.")
    if capture_of:
        _print_changes(workspace, article.id)


def _print_changes(workspace: Workspace, capture: str) -> None:
    """What a later capture changed against the one before it, line by line."""
    before = workspace.captures(capture.partition("@")[0])[-2]
    old, new = (workspace.article(one).text.splitlines() for one in (before, capture))
    for line in difflib.unified_diff(old, new, before, capture, lineterm="", n=0):
        print(isolate(line))


def lab(arguments: Annotated[list[str] | None, typer.Argument(metavar="[JUPYTERLAB ARGUMENTS]")] = None) -> None:
    """Open JupyterLab on the workspace, at its desk (its arguments after --)."""
    workspace = Workspace.open()
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={workspace.root}"]
    if (workspace.root / DESK).is_file():
        command.append(f"--LabApp.default_url=/lab/tree/{DESK}")
    command += arguments or []
    raise typer.Exit(run_server(command, cwd=workspace.root))


def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="FILE|ARTICLE|CORPUS…")],
    output: Format = None,
    lang: Annotated[str | None, typer.Option(help="ar or en.")] = None,
    page_date: Annotated[
        str | None, typer.Option("--page-date", "--dateline", help="The day the page bears, YYYY-MM-DD.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Read corpora into part files here.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes at work, with --out.")] = None,
    dask: Annotated[str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler, with --out.")] = None,
    seconds: Annotated[
        float | None, typer.Option(min=0.1, help="What one article may take before it is refused, with --out.")
    ] = None,
) -> None:
    """Read articles: an ARTICLE of the workspace is read into its claims.jsonl; a FILE, or --format, only prints.

    With --out, folders and files of many articles are read into Parquet part files; the same command goes on after a
    run that was ended.
    """
    if out is not None:
        from factcheck.cli.corpora import extract_corpora

        stated = {"workers": workers, "dask": dask, "lang": lang, "page_date": page_date, "seconds": seconds}
        extract_corpora(inputs, out, stated, output)
        return
    if workers or dask or seconds:
        raise FactcheckError("--workers, --dask and --seconds are for corpora; give --out DIR with them.")
    _check_one_document(inputs, output)
    named = [article_of_workspace(one) for one in inputs]
    readings = []
    for one, found in zip(inputs, named, strict=True):
        path = found[0].data_dir / f"{found[1]}.txt" if found else Path(one)
        article = read_article(path, lang=lang, page_date=page_date)
        warn_of_page(article, one)
        readings.append(read(article))
    for reading, found in zip(readings, named, strict=True):
        if output:
            print_json(to_document(reading))
        elif found and not lang and not page_date:
            _print_claims(found[0].extract(found[1]))
        else:
            _print_claims(reading)


def claims(
    article: Annotated[str | None, typer.Argument(help="An article's id; by default all.")] = None,
    verdict: Annotated[
        str | None, typer.Option(callback=one_of("none", *VERDICT_IDS), help="Only claims with this verdict, or none.")
    ] = None,
    status: Annotated[
        str | None, typer.Option(callback=one_of(*STATUSES), help="Only claims with this status.")
    ] = None,
    claimant: Annotated[
        str | None, typer.Option(help="Only claims with these letters in a name of their claimant.")
    ] = None,
    checkworthy: Annotated[bool, typer.Option("--checkworthy", help="Only check-worthy claims and quotes.")] = False,
    corpus: Annotated[Path | None, typer.Option(metavar="DIR", help="Look in the part files of a corpus.")] = None,
    place: Annotated[str, typer.Option(help="With --corpus: a place's name, or a country's ISO code (NOR).")] = "",
    since: Annotated[str | None, typer.Option(help="With --corpus: a date no earlier than YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(help="With --corpus: a date no later than YYYY-MM-DD.")] = None,
    at_least: Annotated[float | None, typer.Option(help="With --corpus: a number that can be this or more.")] = None,
    at_most: Annotated[float | None, typer.Option(help="With --corpus: a number that can be this or less.")] = None,
    unit: Annotated[str, typer.Option(help="With --corpus: the number's unit (%, USD) or counted noun.")] = "",
    words: Annotated[str, typer.Option(help="With --corpus: words, all of which the claim holds.")] = "",
    output: Annotated[
        str | None,
        typer.Option("--format", callback=one_of("json", "jsonl", "ids"), help="json, jsonl, or ids: one a line."),
    ] = None,
) -> None:
    """List claims with their verdict and status, or those of a corpus by what they hold."""
    asked = {"place": place, "since": since, "until": until, "low": at_least, "high": at_most, "unit": unit,
             "words": words}  # fmt: skip
    if corpus is not None:
        if article or verdict or status or checkworthy:
            raise FactcheckError(
                "A corpus has no verdicts; an article, --verdict, --status, --checkworthy go without it."
            )
        from factcheck.cli.corpora import list_claims

        list_claims(corpus, {"claimant": claimant or ""} | asked, output)
        return
    if given := [name for name, value in asked.items() if value not in ("", None)]:
        raise FactcheckError(f"Claims are looked up by {', '.join(given)} in a corpus only; give --corpus DIR with it.")
    workspace = Workspace.open()
    rows = []
    for article_id in [article] if article else workspace.current_ids():
        states = workspace.state(article_id).claims.values()
        called = speakers_of(one.claim for one in states if one.claim)
        for state in states:
            claim, found = state.claim, (state.verdict or {}).get("verdict")
            if claim is None or (verdict and (found or "none") != verdict) or (status and state.status != status):
                continue
            if claimant and not is_called(claimant, claim, called):
                continue
            if checkworthy and not (claim.checkworthy or claim.quote_check):
                continue
            rows.append({
                "id": claim.id, "article": article_id, "claimant": claim.claimant, "verdict": found,
                "status": state.status, "claim": state.restated or in_article(claim.text),
            })  # fmt: skip
    if output == "ids":
        for row in rows:
            print(row["id"])
        return
    if output:
        for document in [rows] if output == "json" else rows:
            print_json(document)
        return
    ids = short_ids([str(row["id"]) for row in rows])
    print_table(
        f"{len(rows)} claims",
        ["id", "article", "verdict", "status", "claimant", "claim"],
        [(ids[str(r["id"])], *(r[k] for k in ("article", "verdict", "status", "claimant", "claim"))) for r in rows],
    )


def compare(
    inputs: Annotated[list[str], typer.Argument(metavar="FILE|ARTICLE…")],
    output: Format = None,
    lang: Annotated[
        str | None, typer.Option(callback=one_of(*LANGUAGES), help="Language of the sentences, ar or en.")
    ] = None,
) -> None:
    """Show the accounts compared and the findings of articles, and what several of them say of one question.

    With --format jsonl a line an article, then one line with the questions that more than one answers.
    """
    _check_one_document(inputs, output)
    gathered: list[tuple[Article, Reading]] = []
    for one in inputs:
        found = article_of_workspace(one)
        article = found[0].article(found[1]) if found else read_article(one)
        reading = found[0].reading(found[1]) if found else read(article)
        gathered.append((article, reading))
        judged = found[0].state(found[1]).judged if found else {}
        if output:
            document = to_document(reading) | ({"judged": judged} if judged else {})
            keys = ("article", "disagreements", "judged", "temporal_anomalies", "findings")
            print_json({key: document[key] for key in keys if key in document})
        else:
            _print_accounts(reading, lang, judged)
    if len(gathered) > 1:
        _compare_across(gathered, output, lang)


def _compare_across(gathered: list[tuple[Article, Reading]], output: str | None, lang: str | None) -> None:
    from factcheck.cli.across import print_across
    from factcheck.corpora.across import across

    spoken = lang or gathered[0][0].lang
    questions = across(gathered, spoken)
    if output:
        print_json({"across": questions})
    else:
        print_across(questions, spoken)


def _check_one_document(inputs: list[str], output: str | None) -> None:
    if output == "json" and len(inputs) > 1:
        raise FactcheckError("--format json holds one document; for several inputs use --format jsonl.")


def _print_claims(reading: Reading) -> None:
    ids = short_ids([claim.id for claim in reading.claims])
    print_table(
        f"{reading.article.id}: {len(reading.claims)} claims",
        ["id", "check", "figures", "mode", "claimant", "claim"],
        [
            (
                ids[c.id],
                "yes" if c.checkworthy or c.quote_check else "",
                ", ".join(_interval(q.low, q.high) for q in c.quantities),
                c.mode,
                c.claimant,
                in_article(c.text),
            )
            for c in reading.claims
        ],
    )
    for warning in reading.article.warnings:
        print(f"factcheck: {warning}", file=sys.stderr)


def _print_accounts(reading: Reading, lang: str | None, judged: Mapping[str, Mapping[str, Any]]) -> None:
    from factcheck.accounts import standing_findings
    from factcheck.lang.interface import retold

    spoken = lang or reading.article.lang
    ids = short_ids([claim.id for claim in reading.claims])
    print_table(
        f"{reading.article.id}: accounts compared",
        ["claims", "about", "relation", "accounts"],
        [
            (
                " ".join(ids[claim] for claim in d.claims),
                d.dimension,
                _relation(d, judged),
                judged_sentence(d, judged, spoken),
            )
            for d in reading.disagreements
        ],
    )
    findings = standing_findings(reading.findings, reading.disagreements, judged)
    noticed = [(a.kind, a.note) for a in reading.temporal_anomalies] + [(f.kind, f.note) for f in findings]
    print_table(
        f"{reading.article.id}: we noticed",
        ["finding", "why"],
        [(kind, retold(note, spoken)) for kind, note in noticed],
    )


def _relation(pair: Disagreement, judged: Mapping[str, Mapping[str, Any]]) -> str:
    """How two accounts stand: as a person judged them, else as found, with the relation of their numbers."""
    if pair.id in judged:
        return f"{judged[pair.id]['relation']} (judged)"
    return f"{pair.relation} ({pair.interval})" if pair.interval else pair.relation


def _interval(low: float | None, high: float | None) -> str:
    def plain(value: float) -> str:
        return f"{value:,.10g}"

    if low is None or high is None:
        return f"≥ {plain(low)}" if low is not None else f"≤ {plain(high)}" if high is not None else "?"
    return plain(low) if low == high else f"{plain(low)}-{plain(high)}"
