// The article with its claims marked. The text stands in the page as it is stored: marks are inline, nothing is added.

const EAGER = 400; // up to so many claims the whole article is marked at once, beyond it a stretch as it comes near
const STRETCH = 40; // paragraphs that are marked together

/** The article's paragraphs; `choose(ids)` is called with the claims of the words that were pressed. */
function drawArticle(ui, choose) {
  const { article, claims } = ui.snapshot;
  const paragraphs = splitParagraphs(article.text);
  const windowed = claims.length > EAGER;
  const body = el("div", {
    class: `fc-text${windowed ? " fc-windowed" : ""}`, dir: article.lang === "ar" ? "rtl" : "ltr", lang: article.lang, role: "document",
    tabindex: "0", "aria-label": say(ui, "screen.article"),
  });
  // A stretch that nobody has come near is one run of text: the same words in the same places, without its marks.
  const stretches = [];
  for (let first = 0; first < paragraphs.length; first += STRETCH) {
    const last = Math.min(first + STRETCH, paragraphs.length);
    const node = el("div", { class: "fc-stretch", data: { at: stretches.length } });
    node.textContent = article.text.slice(paragraphs[first][0], paragraphs[last - 1][1]);
    stretches.push({ node, first, last, painted: false });
  }
  body.append(...stretches.map((one) => one.node));

  const place = new Map(claims.map((one, i) => [one.id, String(i)]));
  const spans = [
    ...claims.map((one, i) => ({ start: one.start, end: one.end, claim: i })),
    ...article.furniture.map(([start, end, why]) => ({ start, end, why })),
  ].filter((one) => one.end > one.start).sort((a, b) => a.start - b.start);
  const inside = spansByParagraph(paragraphs, spans);
  const nodes = new Map(); // paragraphs that are marked, by their number
  let outlined = [];

  function paragraphNode(i) {
    const [start, end] = paragraphs[i];
    const node = el("div", { class: "fc-paragraph", data: { start, end } },
      segments(article.text, start, end, inside[i]).map((one) => segmentNode(one, claims)));
    decorate(ui, node);
    nodes.set(i, node);
    return node;
  }
  function paint(stretch) {
    if (stretch.painted) return;
    stretch.painted = true;
    const made = [];
    for (let i = stretch.first; i < stretch.last; i++) made.push(paragraphNode(i));
    stretch.node.replaceChildren(...made);
  }
  if (!windowed) stretches.forEach(paint);
  const watcher = windowed ? new IntersectionObserver((seen) => {
    for (const one of seen) if (one.isIntersecting) paint(stretches[Number(one.target.dataset.at)]);
  }, { root: body, rootMargin: "400px" }) : null;
  if (watcher) stretches.forEach((one) => watcher.observe(one.node));

  body.addEventListener("click", (event) => {
    if (String(window.getSelection())) return;
    const mark = event.target.closest("mark");
    if (mark) choose(mark.dataset.claims.split(" ").map((i) => claims[Number(i)].id));
  });

  return {
    node: body,
    stop: () => watcher && watcher.disconnect(),
    /** Bring a claim's words into view and outline them; with `scroll` false only outline. */
    show(claim, scroll = true) {
      for (const mark of outlined) mark.classList.remove("fc-chosen");
      outlined = [];
      if (!claim) return;
      const near = paragraphsOf(paragraphs, claim);
      near.forEach((i) => paint(stretches[Math.floor(i / STRETCH)]));
      const index = place.get(claim.id);
      outlined = near.flatMap((i) => [...nodes.get(i).querySelectorAll("mark")])
        .filter((one) => one.dataset.claims.split(" ").includes(index));
      outlined.forEach((mark) => mark.classList.add("fc-chosen"));
      if (scroll && outlined.length) scrollWithin(body, outlined[0]);
    },
    /** Draw the verdict colours of these claims' marks again. */
    refresh(changed) {
      const touched = new Set(changed.flatMap((one) => paragraphsOf(paragraphs, one)));
      for (const i of touched) if (nodes.has(i)) decorate(ui, nodes.get(i));
    },
    paintAll: () => stretches.forEach(paint),
    selection: () => selectionIn(body, article.text),
  };
}

/** Half-open [start, end) of each line with its line feed, in UTF-16 units. */
function splitParagraphs(text) {
  const found = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed + 1;
    found.push([start, end]);
    start = end;
  }
  return found;
}

/** The places in `paragraphs` (in order) of those a claim touches, found by halving. */
function paragraphsOf(paragraphs, { start, end }) {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle][1] <= start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let i = low; i < paragraphs.length && paragraphs[i][0] < end; i++) found.push(i);
  return found;
}

/** For each paragraph the spans that touch it; linear, though spans may overlap and nest. */
function spansByParagraph(paragraphs, spans) {
  const found = paragraphs.map(() => []);
  let first = 0;
  for (const span of spans) {
    while (first < paragraphs.length && paragraphs[first][1] <= span.start) first++;
    for (let i = first; i < paragraphs.length && paragraphs[i][0] < span.end; i++) found[i].push(span);
  }
  return found;
}

/** A paragraph cut wherever a span begins or ends: each piece with the claims and the furniture it lies in. */
function segments(text, start, end, spans) {
  const cuts = new Set([start, end]);
  for (const span of spans) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => ({
    text: text.slice(from, edges[i + 1]),
    claims: spans.filter((s) => s.claim !== undefined && s.start <= from && s.end > from).map((s) => s.claim),
    why: spans.find((s) => s.why && s.start <= from && s.end > from)?.why,
  }));
}

function segmentNode({ text, claims, why }, all) {
  if (!claims.length) return why ? el("span", { class: "fc-furniture", data: { why } }, text) : document.createTextNode(text);
  const mark = el("mark", { data: { claims: claims.join(" ") } }, text);
  if (claims.length > 1) mark.classList.add("fc-overlap");
  if (claims.some((i) => all[i].mode === "direct_quote")) mark.classList.add("fc-quote");
  return mark;
}

/** Give each mark the colour of its verdict (as an underline, beside the list's glyph and word) and its triage. */
function decorate(ui, node) {
  for (const mark of node.querySelectorAll("mark")) {
    const claims = mark.dataset.claims.split(" ").map((i) => ui.snapshot.claims[Number(i)]).filter(Boolean);
    const judged = claims.find((one) => one.verdict);
    mark.style.setProperty("--fc-swatch", judged ? verdictOf(ui, judged.verdict.verdict).colour : "transparent");
    mark.classList.toggle("fc-judged", Boolean(judged));
    mark.classList.toggle("fc-selected", claims.some((one) => one.triage?.choice === "select"));
    mark.classList.toggle("fc-skipped", claims.every((one) => one.status === "skipped" || one.same_as));
  }
}

/** Scroll `box` alone, not the notebook, so that `node` stands a third from its top. */
function scrollWithin(box, node) {
  const top = node.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (top < 0 || top > box.clientHeight - 40) box.scrollTop += top - box.clientHeight / 3;
}

/** The words selected in the article, with their UTF-16 place in it; `null` when nothing of it is selected. */
function selectionIn(body, text) {
  const selected = window.getSelection();
  if (!selected.rangeCount || selected.isCollapsed) return null;
  const range = selected.getRangeAt(0);
  if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
  let start = offsetOf(body, range.startContainer, range.startOffset);
  let end = offsetOf(body, range.endContainer, range.endOffset);
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  if (isHalf(text, start)) start--;
  if (isHalf(text, end)) end++;
  return start < end ? { start, end, exact: text.slice(start, end) } : null;
}

function isHalf(text, at) {
  return /[\udc00-\udfff]/.test(text[at] || "") && /[\ud800-\udbff]/.test(text[at - 1] || "");
}

/** The place in the article of a point in the page: what stands before it, as the page's text is the article's. */
function offsetOf(body, container, offset) {
  const before = document.createRange();
  before.setStart(body, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}
