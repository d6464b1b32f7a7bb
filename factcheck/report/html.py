"""HTML made of elements, never of strings: what is put in is escaped unless an element made it.

A page is one file that opens without a request: its own style, Vega's scripts once where it has charts, a policy that
forbids everything else. What stands in an article can be shown here, not run.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

VEGA_LITE = "5.20"  # the version Altair 5.5 writes
_VOID = frozenset({"meta", "link", "br", "hr", "input"})


class Html(str):
    """Markup that needs no escaping, because `element` made it."""

    __slots__ = ()


Content = str | Html | None


def element(tag: str, *content: Content, **attributes: str | bool | int | None) -> Html:
    """One element. Words are escaped; `None` is left out; an attribute's trailing `_` goes and other `_` become `-`."""
    marks = "".join(
        f" {name.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{html.escape(str(value))}"')
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    if tag in _VOID:
        return Html(f"<{tag}{marks}>")
    return Html(f"<{tag}{marks}>{joined(content)}</{tag}>")


def joined(content: Iterable[Content]) -> Html:
    """Several pieces after another; words are escaped."""
    return Html("".join(piece if isinstance(piece, Html) else html.escape(piece) for piece in content if piece))


def name(words: object) -> Html:
    """Inserted words that keep their own direction (`<bdi>`)."""
    return element("bdi", str(words))


def link(url: str | None, words: str) -> Html:
    """A link where the address is http or https; anything else is shown as words, never as a link."""
    if not is_web(url):
        return name(words)
    return element("a", name(words), href=url, rel="noopener noreferrer nofollow")


def is_web(url: str | None) -> bool:
    """Whether an address may become a link: http or https, with a host."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def table(head: Sequence[str], rows: Iterable[Sequence[Content]], **attributes: str | None) -> Html:
    """A static table; a cell may be an element."""
    top = element("tr", *(element("th", words, scope="col") for words in head))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    return element("div", element("table", element("thead", top), element("tbody", *body), **attributes), class_="wide")


def data_block(value: Any, kind: str = "application/json", **attributes: str | None) -> Html:
    """A value as JSON inside the page; nothing in it can end the block or begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign, escaped in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        text = text.replace(sign, escaped)
    marks = joined(Html(f' {key}="{html.escape(str(words))}"') for key, words in attributes.items())
    return Html(f'<script type="{kind}"{marks}>{text}</script>')


def page(title: str, body: Iterable[Content], lang: str, *, charts: bool = False, head: Iterable[Content] = ()) -> str:
    """A whole page. With `charts` it carries Vega's scripts, allowed by their digest; without, no script can run."""
    script = chart_script() if charts else ""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = f"'sha256-{digest}'" if charts else "'none'"
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    top = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        Html(f"<style>{_file('page.css')}</style>"),
        *head,
    )
    end = Html(f"<script>{script}</script>") if charts else None
    direction = "rtl" if lang == "ar" else "ltr"
    return "<!doctype html>\n" + element("html", top, element("body", *body, end), lang=lang, dir=direction) + "\n"


@cache
def chart_script() -> str:
    """Vega, Vega-Lite and the few lines that draw the page's charts, as one script; the same bytes every time."""
    import vl_convert

    script: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=VEGA_LITE)
    return (script + "\n" + _file("page.js")).replace("</script", "<\\/script")


def figure(spec: Mapping[str, Any], key: str, *below: Content) -> Html:
    """A chart under its title, which is broken as the page is; its summary for those who cannot see it."""
    words = str(spec.get("description", ""))
    title = spec.get("title") or {}
    caption = element(
        "figcaption", element("strong", title.get("text")), element("span", " ".join(title.get("subtitle", ())))
    )
    picks = " ".join(one["name"] for one in spec.get("params", []) if "select" in one)
    return element(
        "figure",
        caption,
        element("div", element("p", words, class_="waiting"), class_="chart", id=key, role="img", aria_label=words),
        data_block(
            _compiled({name: value for name, value in spec.items() if name != "title"}),
            **{"data-chart": key, "data-picks": picks},
        ),
        *below,
    )


def _compiled(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The chart as Vega: compiled here, so that the page's scripts have less to do and no version to complain about."""
    import vl_convert

    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(dict(spec), vl_version=VEGA_LITE)
    return compiled | {"$schema": f"https://vega.github.io/schema/vega/v{vl_convert.get_vega_version()[0]}.json"}


def _file(filename: str) -> str:
    return files("factcheck.report").joinpath(filename).read_text("utf-8")
