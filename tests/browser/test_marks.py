"""Marks and selections: a mark never moves a word, and what is selected in the browser is what Python finds there."""

from __future__ import annotations

import os
import random

import pytest

from factcheck.widgets import assets
from factcheck.widgets.offsets import Offsets

WORDS = [
    "بيونغيانغ",
    "صَارُوخَيْنِ",
    "كـــوريا",
    "ميانمار\u200cها",
    "لا",
    "الله",
    "الإمبريالية",
    "KN-23",
    "(سول)",
    "1,234",
    "٪٣٠",
    "«حرب»",
    "tank",
    "café",
    "é",
    "🚀",
    "👩\u200d🚀",
    "𝒳",
    "\u200fو\u200e",
    "missiles,",
    "at-least",
    "12½",
    "لإ",
    "لأ",
    "ﷲ",
    "ـه",
]
PAGE = """<!doctype html><html><body data-jp-theme-light="true"><main id="host" class="fc" style="width:720px"></main></body></html>"""
DRAW = """([source, text, claims, furniture]) => {
  const room = new Function(source.replace(/export default .*;/, "") + "; return { drawArticle, selectionIn };")();
  const claim = ([start, end], i) => ({ id: "c" + i, start, end, mode: "narrator", status: "new" });
  const snapshot = { article: { text, lang: "ar", furniture }, claims: claims.map(claim) };
  const words = { en: {}, ar: {} };
  const ui = { words, lang: "ar", vocabulary: { verdicts: [], none: { colour: "#000" } }, snapshot };
  const drawn = room.drawArticle(ui, () => {});
  drawn.paintAll();
  document.getElementById("host").replaceChildren(drawn.node);
  window.body = drawn.node;
  window.select = (start, end) => {
    const point = (at) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      let node, before = 0;
      while ((node = walker.nextNode())) {
        if (at <= before + node.data.length) return [node, at - before];
        before += node.data.length;
      }
    };
    getSelection().setBaseAndExtent(...point(start), ...point(end));
    return room.selectionIn(body, text);
  };
}"""
# For each word of the text, where it lies and how wide it is; the words are found in the text, not in the marks.
MEASURE = """() => {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes = []; let node, length = 0;
  while ((node = walker.nextNode())) { nodes.push([node, length]); length += node.data.length; }
  const point = (at) => { const [n, b] = nodes.findLast(([, b]) => b <= at); return [n, at - b]; };
  const text = body.textContent;
  return [...text.matchAll(/[^\\s]+/g)].map((found) => {
    const range = document.createRange();
    range.setStart(...point(found.index)); 
    const [last, at] = point(found.index + found[0].length - 1);
    range.setEnd(last, at + 1);
    const box = range.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
  });
}"""


def made_text(seed: int, words: int = 160) -> str:
    rng = random.Random(seed)
    return "".join(rng.choice(WORDS) + rng.choice([" ", " ", " ", "، ", ". ", "\n", "\u00a0"]) for _ in range(words))


def word_spans(text: str, rng: random.Random, count: int) -> list[list[int]]:
    """Nested and overlapping spans from word to word, in UTF-16 units."""
    offsets, starts = Offsets(text), [i for i in range(1, len(text)) if text[i - 1].isspace() and not text[i].isspace()]
    spans = []
    for _ in range(count):
        first = rng.randrange(len(starts) - 2)
        last = min(len(starts) - 1, first + rng.randint(1, 25))
        spans.append([offsets.to_units(starts[first]), offsets.to_units(starts[last])])
    return spans


@pytest.fixture
def board(browser):
    context = browser.new_context(viewport={"width": 800, "height": 900})
    page = context.new_page()
    page.set_content(PAGE)
    page.add_style_tag(content=assets.style())
    yield page
    context.close()


def draw(page, text, spans, furniture=()):
    page.evaluate(DRAW, [assets.script(*assets.CHECK), text, spans, list(furniture)])


@pytest.mark.parametrize("seed", range(30 if os.environ.get("FACTCHECK_PROVE") else 4))
def test_marking_moves_no_word_by_more_than_a_pixel(board, seed):
    text = made_text(seed)
    draw(board, text, [])
    bare = board.evaluate(MEASURE)
    draw(board, text, word_spans(text, random.Random(seed), 25))
    board.evaluate(
        "document.querySelectorAll('mark').forEach((m, i) => m.classList.add(['fc-chosen', 'fc-judged', 'fc-selected'][i % 3]))"
    )
    marked = board.evaluate(MEASURE)
    assert len(bare) == len(marked) == len(text.split())
    moved = [
        (a, b) for a, b in zip(bare, marked, strict=True) if max(abs(x - y) for x, y in zip(a, b, strict=True)) > 1
    ]
    assert moved == []


def test_a_padded_mark_would_be_found_to_move_words(board):
    text = made_text(1)
    draw(board, text, [])
    bare = board.evaluate(MEASURE)
    draw(board, text, word_spans(text, random.Random(1), 25))
    board.add_style_tag(content=".fc mark { padding: 0 2px !important }")
    assert any(abs(a[0] - b[0]) > 1 for a, b in zip(bare, board.evaluate(MEASURE), strict=True))


@pytest.mark.parametrize("seed", range(10))
def test_every_selection_is_found_by_python_at_its_words(board, seed):
    """1,000 selections, from anywhere to anywhere, also from between the halves of a character."""
    rng = random.Random(1000 + seed)
    text = made_text(100 + seed)
    offsets = Offsets(text)
    draw(board, text, word_spans(text, rng, 30))
    assert board.evaluate("body.textContent") == text
    places = []
    for _ in range(100):
        first = rng.randrange(offsets.units - 1)
        places.append([first, min(offsets.units, first + rng.randint(1, 120))])
    found = board.evaluate("places => places.map(([a, b]) => window.select(a, b))", places)
    kept = 0
    for place, selection in zip(places, found, strict=True):
        if selection is None:
            units = text.encode("utf-16-le")[2 * place[0] : 2 * place[1]].decode("utf-16-le", "replace")
            assert not units.strip("\ufeff \n\u00a0"), "words were selected and nothing was made of it"
            continue
        start, end = offsets.to_points(selection["start"]), offsets.to_points(selection["end"])
        assert text[start:end] == selection["exact"] != ""
        kept += 1
    assert kept > 80
