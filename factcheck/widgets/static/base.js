// Everything on the screen is made here, from text alone: no markup is ever parsed.

/** An element with attributes, listeners (`on`), `data` and styles (`style`), and children; strings become text. */
function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "style") for (const [key, one] of Object.entries(value)) node.style.setProperty(key, one);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Put `children` in the place of what `node` holds. */
function refill(node, ...children) {
  node.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A name or quotation from outside, isolated so that it cannot reorder what surrounds it. */
function bdi(text) {
  return el("bdi", {}, String(text));
}

/** A link that leaves the notebook, for http and https only; any other address is shown as words. */
function link(address, words) {
  if (!/^https?:\/\//i.test(address || "")) return bdi(address || "");
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer", dir: words ? "auto" : "ltr" }, words || address);
}

/** The message `key` in the language of the interface, with `{names}` filled in; the key itself where there is none. */
function say(ui, key, values = {}) {
  const text = ui.words[ui.lang]?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Whether the catalogue has a message. */
function hasWord(ui, key) {
  return key in (ui.words[ui.lang] || {});
}

/** The message for `n` things, in the plural form the language asks for. */
function sayCount(ui, key, n) {
  const form = new Intl.PluralRules(ui.lang).select(n);
  const chosen = hasWord(ui, `${key}.${form}`) ? `${key}.${form}` : `${key}.other`;
  return say(ui, chosen, { n });
}

/** A moment as the reader's own clock shows it, in Western digits. */
function moment(ui, at) {
  const locale = ui.lang === "ar" ? "ar-u-nu-latn" : "en-GB";
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}

/** Today as YYYY-MM-DD, on the reader's own clock. */
function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

function verdictOf(ui, id) {
  return ui.vocabulary.verdicts.find((one) => one.id === id) || ui.vocabulary.none;
}

/** A verdict as swatch, glyph and word: the colour never stands alone. */
function verdictBadge(ui, id) {
  const verdict = verdictOf(ui, id);
  return el("span", { class: "fc-verdict", "data-verdict": verdict.id || "none" },
    swatch(verdict), el("span", {}, say(ui, `verdict.${verdict.id || "none"}`)));
}

function swatch(verdict) {
  const hollow = verdict.id ? "" : " fc-hollow";
  return el("span", { class: `fc-swatch${hollow}`, "aria-hidden": "true", style: { "--fc-swatch": verdict.colour } }, verdict.glyph);
}

/**
 * Who says it: the outlet's name where the article itself speaks, else the claimant, as the article calls it where that is
 * in the language of the interface, or as that language calls it where it has a name for it.
 */
function voiceOf(ui, claim) {
  if (claim.claimant === "article") return ui.snapshot.article.outlet || say(ui, "own_words");
  const called = claim.called?.[ui.lang] || claim.claimant;
  if (!claim.speaker || isArabic(claim.speaker) === (ui.lang === "ar")) return claim.speaker || called;
  return isArabic(called) === (ui.lang === "ar") ? called : claim.speaker;
}

function isArabic(words) {
  return /[\u0620-\u064a]/.test(words);
}

/** The claim in one sentence: as restated by people, else as the extractor made it. Never a denial's bare span. */
function sentenceOf(claim) {
  return claim.restated || claim.text;
}
