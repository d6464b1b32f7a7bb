"""A published check as one page for readers: what was claimed and found, on which sources, and what changed since.

Only what readers may see stands here: no internal note, no colleague's question, no contact off the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.accounts import accounts_sentence
from factcheck.article import Article
from factcheck.charts.dress import mixed
from factcheck.claim import ARTICLE, in_article
from factcheck.claimreview import to_claimreview
from factcheck.errors import ExportError
from factcheck.finding import Disagreement
from factcheck.lang.claimants import claimant_name
from factcheck.lang.interface import say
from factcheck.ledger.checks import CheckState
from factcheck.ledger.desk import broken_rules
from factcheck.ledger.state import ClaimState, State
from factcheck.report.dashboard import verdict_mark
from factcheck.report.html import Content, Html, data_block, element, joined, link, name, page


@dataclass(frozen=True, slots=True)
class Checked:
    """One claim of a check with what the page shows of it: article, state, the record, the accounts compared."""

    article: Article
    claim: ClaimState
    record: State
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who publishes a page, where, on which day (`YYYY-MM-DD`), in which language; `example` for a training one."""

    publisher: str
    day: str
    lang: str = "ar"
    url: str | None = None
    example: bool = False


def broken_before_publication(check: CheckState, claims: Sequence[Checked]) -> list[str]:
    """What keeps a check from being published, one sentence each with the rule's code; empty when nothing does."""
    found = [f"D107: The check stands in conflict ({field}); edit it." for field in check.conflicts]
    texts = {"a title": check.title, "a bottom line": check.bottom_line, "how we checked": check.how_we_checked}
    found += [f"C101: The check needs {words}." for words, value in texts.items() if not value]
    if not claims:
        found.append("C102: The check has no claims; add one.")
    elif check.main_claim is None:
        found.append("C103: The check has several claims; name its main one: factcheck check edit --main CLAIM.")
    for one in claims:
        review = one.claim.review
        if review is None or review.decision != "approve" or review.stale:
            found.append(f"D116: {one.claim.claim.id} is not approved as it stands; send it to review.")
        found += [f"{rule.code}: {one.claim.claim.id}: {rule.sentence}" for rule in broken_rules(one.claim, one.record)]
    return found


def check_page(check: CheckState, claims: Sequence[Checked], imprint: Imprint) -> str:
    """The page of a check as HTML, without scripts. Raises `ExportError` with the list of what keeps it back."""
    if check.status != "withdrawn" and (broken := broken_before_publication(check, claims)):
        raise ExportError(f"The check {check.id} cannot be published yet:\n" + "\n".join(broken))
    lang = imprint.lang
    title = check.title or check.id
    claims = sorted(claims, key=lambda one: one.claim.claim.id != check.main_claim)
    body: list[Content] = [
        element("p", say("training_example", lang), class_="example") if imprint.example else None,
        element("h1", title),
        *_changes(check, lang),
    ]
    if check.status != "withdrawn":
        body += [
            element("h2", say("bottom_line", lang)),
            element("p", check.bottom_line or "", dir="auto"),
            *(_claim_part(one, lang) for one in claims),
            element("h2", say("how_we_checked", lang)),
            element("p", check.how_we_checked or "", dir="auto"),
            element("p", say("publish.method", lang), class_="quiet"),
        ]
    body.append(_colophon(check, claims, imprint))
    return page(title, [element("main", *body)], lang, head=_claimreview(check, claims, imprint))


def _claimreview(check: CheckState, claims: Sequence[Checked], imprint: Imprint) -> list[Content]:
    """The ClaimReview of the main claim, which stands first; a page has one, and the other claims have none."""
    if imprint.example or check.status == "withdrawn":
        return []
    review = to_claimreview(
        check, claims[0].claim, claims[0].article, lang=imprint.lang, publisher=imprint.publisher, url=imprint.url,
        day=imprint.day,
    )  # fmt: skip
    return [data_block(review, "application/ld+json")]


def _changes(check: CheckState, lang: str) -> list[Content]:
    """Withdrawal, corrections, updates and the publisher's own corrections, on top of the page, the newest first."""
    kinds = (
        ("withdrawal", check.withdrawals if check.status == "withdrawn" else ()),
        ("correction", check.corrections),
        ("update", check.updates),
        ("publisher_corrected", check.publisher_corrected),
    )
    return [
        element(
            "p", element("strong", say(f"publish.{kind}", lang)), _dated(entry.get("date")),
            ": ", element("span", entry["text"], dir="auto"),
            joined([" ", link(entry["url"], entry["url"])]) if entry.get("url") else None, class_="notice",
        )
        for kind, entries in kinds
        for entry in reversed(entries)
    ]  # fmt: skip


def _claim_part(one: Checked, lang: str) -> Html:
    claim, verdict = one.claim.claim, one.claim.verdict or {}
    parts: list[Content] = [
        element("h2", name(one.claim.restated or in_article(claim.text))),
        element("p", verdict_mark(str(verdict.get("verdict") or ""), lang), class_="verdict"),
        element("p", said_by(one.claim, one.article, lang), class_="quiet"),
        quote_in_place(one),
        element("p", one.claim.summary, dir="auto") if one.claim.summary else None,
        *(
            element(
                "p", element("strong", say(f"publish.{key}", lang)), ": ", element("span", verdict[key], dir="auto")
            )
            for key in ("fact", "impression", "part", "searched", "reason")
            if verdict.get(key)
        ),
        element("p", say(f"publish.why.{verdict['why']}", lang)) if verdict.get("why") else None,
        _attribution(one.claim.attribution, lang),
        _accounts(one, lang),
        element("h3", say("our_sources", lang)),
        element("ol", *(_source(item, lang) for item in one.claim.evidence)),
        element("h3", say("right_of_reply", lang)),
        element("ul", *(_reply(contact, lang) for contact in one.claim.contacts)),
    ]
    return element("section", *parts)


def said_by(state: ClaimState, article: Article, lang: str) -> Html:
    """Who said it, by which outlet: a speaker's words are never the outlet's."""
    outlet = article.outlet or article.id
    if state.claim.claimant == ARTICLE:
        return joined([say("own_words", lang), ": ", name(outlet)])
    who = (
        state.claim.speaker
        if lang == article.lang and state.claim.speaker
        else claimant_name(state.claim.claimant, lang)
    )
    return joined([name(who), say("publish.according_to", lang), " ", name(outlet)])


def quote_in_place(one: Checked) -> Html:
    """The paragraph the claim stands in, its words marked; those of a denial are not marked apart from their denial."""
    text, claim = one.article.text, one.claim.claim
    asserted = (claim.start, claim.cue_start, claim.speaker_start) if claim.denied else (claim.start,)
    start = text.rfind("\n", 0, min(place for place in asserted if place is not None)) + 1
    end = text.find("\n", claim.end)
    end = len(text) if end < 0 else end
    direction = "rtl" if one.article.lang == "ar" else "ltr"
    if claim.denied:
        return element("blockquote", text[start:end], dir=direction, lang=one.article.lang)
    marked = (text[start : claim.start], element("mark", text[claim.start : claim.end]), text[claim.end : end])
    return element("blockquote", *marked, dir=direction, lang=one.article.lang)


def _attribution(attribution: Mapping[str, Any] | None, lang: str) -> Html | None:
    if not attribution:
        return None
    told = [say(f"attribution.{attribution['attribution']}", lang)]
    details = [
        element("li", say(f"publish.{key}", lang), ": ", element("span", str(attribution[key]), dir="auto"))
        for key in ("original", "language", "translator", "recording")
        if attribution.get(key)
    ]
    return joined([element("h3", say("publish.attribution", lang)), element("p", *told), element("ul", *details)])


def _accounts(one: Checked, lang: str) -> Html | None:
    pairs = [pair for pair in one.disagreements if one.claim.claim.id in pair.claims]
    if not pairs:
        return None
    told = (element("li", mixed(accounts_sentence(pair, lang), lang)) for pair in pairs)
    return joined([element("h3", say("accounts_compared", lang)), element("ul", *told)])


def _source(item: Mapping[str, Any], lang: str) -> Html:
    facts: list[Content] = [element("strong", say(f"stance.{item['stance']}", lang)), ": "]
    if item.get("withheld"):
        facts += [say("publish.withheld", lang), ": ", name(item["withheld"])]
        return element("li", *facts)
    facts.append(link(item.get("url"), item["source"]))
    for key in ("publisher", "published", "accessed", "based_on", "interest"):
        if item.get(key):
            facts += [" · ", say(f"publish.source.{key}", lang), " ", name(item[key])]
    if item.get("archived_url"):
        facts += [" · ", link(item["archived_url"], say("archived_copy", lang))]
    elif item.get("digest"):
        facts += [" · ", say("archived_copy", lang), " SHA-256 ", element("code", item["digest"][:16] + "…", dir="ltr")]
    return element("li", *facts, element("blockquote", item["passage"], dir="auto"))


def _reply(contact: Mapping[str, Any], lang: str) -> Html:
    """What readers may know of a contact: on the record who and what was answered, else only that we asked."""
    role = say(f"publish.role.{contact.get('role') or 'other'}", lang)
    outcome = say(f"publish.outcome.{contact.get('outcome') or 'waiting'}", lang)
    when = _dated(contact.get("when"))
    if contact.get("terms", "on_record") != "on_record":
        return element("li", role, when, f": {outcome}")
    reply = element("blockquote", contact["reply"], dir="auto") if contact.get("reply") else None
    return element("li", name(contact["who"]), f" — {role}", when, f": {outcome}", reply)


def _dated(day: str | None) -> Html | None:
    """A day in brackets, isolated: behind Arabic letters its parts would change places."""
    return joined([" (", name(day), ")"]) if day else None


def _colophon(check: CheckState, claims: Sequence[Checked], imprint: Imprint) -> Html:
    lang = imprint.lang
    first = check.publications[0].get("date") if check.publications else None
    authors = dict.fromkeys(one.claim.verdict_event.by for one in claims if one.claim.verdict_event)
    approved = [one.claim.review.by for one in claims if one.claim.review]
    editors = dict.fromkeys([*filter(None, [check.editor]), *approved])
    articles = {one.article.id: one.article for one in claims}
    facts: list[tuple[str, Content]] = [
        ("publish.by", name(imprint.publisher)),
        ("publish.authors", joined(_listed(authors))),
        ("publish.editors", joined(_listed(editors))),
        ("publish.first", name(first or imprint.day)),
        ("publish.day", name(imprint.day)),
        ("appeared", joined(_listed_links(articles.values()))),
    ]
    shown = (joined([element("dt", say(key, lang)), element("dd", value)]) for key, value in facts if value)
    return element("footer", element("h2", say("publish.about", lang)), element("dl", *shown),
                   element("p", say("publish.corrections_policy", lang), class_="quiet"))  # fmt: skip


def _listed(words: Iterable[str]) -> list[Content]:
    found: list[Content] = [piece for one in words for piece in (name(one), " · ")]
    return found[:-1]


def _listed_links(articles: Iterable[Article]) -> list[Content]:
    found: list[Content] = []
    for article in articles:
        found += [link(article.url, article.outlet or article.id)]
        if article.archived_url:
            found += [" (", link(article.archived_url, article.archived_url), ")"]
        found.append(" · ")
    return found[:-1]
