// The desk: what is mine to do, then the articles with what was noticed in them, then triage. A check opens in its place.

function render({ model, el: host }) {
  const ui = {
    model, words: model.get("interface_words"), lang: model.get("interface_lang"), vocabulary: model.get("vocabulary"),
    desk: null, check: null, answering: true,
  };
  ui.host = host;
  ui.root = el("div", { class: "fc fc-desk-root", tabindex: "0", role: "application", "aria-label": say(ui, "desk") });
  ui.message = el("p", { class: "fc-message", role: "status", "aria-live": "polite" });
  ui.banner = el("div", { class: "fc-banner", role: "alert", hidden: true }, say(ui, "screen.no_answer"));
  host.append(ui.root);
  ui.channel = openChannel(model, (reply) => hearDesk(ui, reply), (answering) => {
    ui.answering = answering;
    ui.banner.hidden = answering;
  });
  ui.root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    if (event.ctrlKey && event.key === "Enter") {
      event.stopPropagation();
      event.target.closest("form")?.requestSubmit();
    }
  });
  ui.channel.send("hello");
  const stop = glanceRegularly(ui.root, () => ui.check || ui.channel.isWaiting() || isTyping(ui) || ui.channel.send("refresh"));
  return () => {
    stop();
    ui.check?.();
    ui.channel.close();
    ui.root.remove();
  };
}

function isTyping(ui) {
  return ui.root.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
}

function hearDesk(ui, reply) {
  if (!reply.desk) return;
  ui.desk = reply.desk;
  if (!ui.check) drawDesk(ui);
}

/** A command about a claim of an article, carried out by that article's check screen. */
async function sendAbout(ui, article, cmd, args) {
  const reply = await ui.channel.sendTo(article, cmd, args);
  if (!reply.ok) refill(ui.message, refusalWords(ui, reply));
  else ui.message.replaceChildren();
  await ui.channel.send("refresh");
  return reply;
}

function drawDesk(ui) {
  const focused = ui.root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const { desk } = ui;
  ui.root.dir = ui.lang === "ar" ? "rtl" : "ltr";
  ui.root.lang = ui.lang;
  refill(ui.root, ui.banner,
    el("header", { class: "fc-bar" },
      el("div", { class: "fc-title" }, el("strong", {}, say(ui, "desk")), desk.example ? el("span", { class: "fc-example" }, say(ui, "training_example")) : null),
      el("div", { class: "fc-row fc-tools" },
        el("button", { type: "button", class: "fc-button", lang: ui.lang === "ar" ? "en" : "ar", on: { click: () => {
          ui.lang = ui.lang === "ar" ? "en" : "ar";
          drawDesk(ui);
        } } }, say(ui, "screen.other_language")),
        desk.author ? el("span", { class: "fc-muted" }, bdi(desk.author)) : el("span", { class: "fc-flag" }, say(ui, "refusal.author")))),
    ui.message,
    el("div", { class: "fc-desk" },
      el("div", {},
        claimsBox(ui, "mine", desk.mine, (row) => [verdictBadge(ui, row.verdict), statusChip(ui, row), el("span", { class: "fc-muted" }, sayCount(ui, "screen.sources", row.sources))]),
        claimsBox(ui, "waiting", desk.waiting, (row) => [bdi(row.who), row.due ? el("span", { class: row.overdue ? "fc-flag" : "fc-muted" }, say(ui, row.overdue ? "desk.overdue" : "field.due"), ": ", bdi(row.due)) : null]),
        claimsBox(ui, "review", desk.review, (row) => [verdictBadge(ui, row.verdict), el("span", { class: "fc-muted" }, sayCount(ui, "screen.sources", row.sources))]),
        claimsBox(ui, "conflicts", desk.conflicts, (row) => [statusChip(ui, row)]),
        newArticleBox(ui)),
      el("div", {}, desk.articles.map((card) => articleBox(ui, card)))));
  if (focused) ui.root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function statusChip(ui, row) {
  return el("span", { class: "fc-status", "data-status": row.status }, say(ui, `status.${row.status}`));
}

function claimsBox(ui, name, rows, facts) {
  return el("section", { class: "fc-box", data: { box: name }, "aria-label": say(ui, `desk.${name}`) },
    el("h3", {}, say(ui, `desk.${name}`), el("span", { class: "fc-count" }, String(rows.length))),
    rows.length ? el("ul", {}, rows.map((row) => el("li", {},
      el("button", { type: "button", class: "fc-link", dir: "auto", data: { key: `${name}-${row.claim}` }, on: { click: () => openCheck(ui, row.article, row.claim) } }, row.sentence),
      el("div", { class: "fc-facts" }, facts(row), el("span", { class: "fc-muted", dir: "ltr" }, row.article))))) : el("p", { class: "fc-muted" }, say(ui, `desk.no_${name}`)));
}

/** An article: what is missing of it, what was noticed, and the claims to choose from. */
function articleBox(ui, card) {
  return el("section", { class: "fc-box", data: { article: card.id }, "aria-label": card.id },
    el("h3", { dir: "auto" }, card.title),
    el("div", { class: "fc-facts" }, card.outlet ? bdi(card.outlet) : null, el("span", { class: "fc-muted", dir: "ltr" }, card.id),
      card.page_date ? el("span", {}, say(ui, "page_date"), ": ", bdi(card.page_date)) : null,
      el("span", {}, sayCount(ui, "desk.claims", card.claims)), el("span", {}, say(ui, "screen.progress", card.progress))),
    card.missing.length ? el("div", { class: "fc-missing" }, say(ui, "screen.missing"), ": ", card.missing.map((one) => say(ui, `missing.${one}`)).join(ui.lang === "ar" ? "، " : ", ")) : null,
    card.page_source ? el("p", { class: "fc-flag fc-page-source" }, say(ui, "screen.page_source")) : null,
    el("div", { class: "fc-row" }, el("button", { type: "button", class: "fc-button fc-primary", data: { act: "open", key: `open-${card.id}` }, on: { click: () => openCheck(ui, card.id) } }, say(ui, "desk.open"))),
    card.findings.length ? el("div", {}, el("h4", {}, say(ui, "we_noticed")), el("ul", { class: "fc-notices" }, card.findings.map((one) =>
      el("li", {}, el("strong", {}, say(ui, `finding.${one.kind}`)), " ", el("span", { class: "fc-note" }, one.note[ui.lang]))))) : null,
    card.queue.length ? el("div", {}, el("h4", {}, say(ui, "screen.triage"), " ", el("span", { class: "fc-muted" }, say(ui, "desk.first_of", { shown: card.queue.length, n: card.queued }))),
      el("ul", {}, card.queue.map((row) => triageRow(ui, row)))) : null);
}

function triageRow(ui, row) {
  const choose = (choice, reason) => () => sendAbout(ui, row.article, "triage", { claim: row.claim, choice, reason });
  const pick = (choice) => {
    const select = el("select", { class: "fc-input fc-reason", "aria-label": say(ui, `screen.reason_to_${choice}`) },
      ui.vocabulary[choice].map((one) => el("option", { value: one }, say(ui, `reason.${one}`))));
    if (choice === "select" && row.quote_check) select.value = "public_figure";
    return el("span", { class: "fc-triage" }, el("button", { type: "button", class: "fc-button", data: { act: choice, key: `${choice}-${row.claim}` },
      on: { click: () => choose(choice, select.value)() } }, say(ui, `screen.${choice}`)), select);
  };
  return el("li", { data: { claim: row.claim } }, el("div", { dir: "auto" }, row.sentence),
    el("div", { class: "fc-row" }, pick("select"), pick("skip")), row.reason[ui.lang] ? el("div", { class: "fc-hint" }, row.reason[ui.lang]) : null);
}

/** The form for a new article. The desk is drawn again and again; the form stays, with what it holds and what it said. */
function newArticleBox(ui) {
  if (ui.newBox?.lang !== ui.lang) ui.newBox = { lang: ui.lang, node: makeNewArticleBox(ui, ui.newBox?.node) };
  return ui.newBox.node;
}

/** A new article: pasted, from a file, or from an address; what a form in the other language held goes on. */
function makeNewArticleBox(ui, old = null) {
  const error = el("p", { class: "fc-error", role: "alert", hidden: true });
  const field = (name, props = {}) => {
    const id = `fc-new-${name}`;
    const control = name === "text" ? el("textarea", { id, name, class: "fc-input", rows: 4, dir: "auto" }) : el("input", { id, name, class: "fc-input", dir: "auto", autocomplete: "off", ...props });
    return el("div", { class: `fc-field${["text", "file"].includes(name) ? " fc-wide" : ""}` }, el("label", { for: id }, say(ui, `desk.new.${name}`)), control);
  };
  const form = el("form", { class: "fc-form", novalidate: true, "aria-label": say(ui, "new_article") },
    el("div", { class: "fc-fields" }, field("text"), field("file", { type: "file", accept: ".txt,text/plain" }), field("url", { type: "url", dir: "ltr" }),
      field("outlet"), field("author"), field("page_date", { type: "date", dir: "ltr" }), field("published", { type: "date", dir: "ltr" }), field("id", { dir: "ltr" })),
    error, el("div", { class: "fc-row" }, el("button", { type: "submit", class: "fc-button fc-primary", data: { key: "new-add" } }, say(ui, "desk.add"))));
  for (const one of old?.querySelectorAll("[name]") || []) {
    if (one.type === "file") form.elements.file.files = one.files;
    else form.elements[one.name].value = one.value;
  }
  const box = el("section", { class: "fc-box", data: { box: "new" } }, el("h3", {}, say(ui, "new_article")), form);
  const refuse = (reply) => {
    box.refused = reply;
    error.hidden = !reply;
    if (reply) showRefusal(ui, error, reply);
  };
  refuse(old?.refused);
  form.addEventListener("input", () => refuse(null));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    refuse(null);
    const reply = await ui.channel.send("article.add", await newArticle(form));
    delete form.dataset.busy;
    if (!reply.ok) return refuse(reply);
    ui.newBox = null;
    return openCheck(ui, reply.added);
  });
  return box;
}

const MOST_BYTES = 2 * 1024 * 1024 + 1; // of a larger file so much is sent that it is seen to be too large

/** What the form holds; a file as its bytes, so that nothing is lost where they are no UTF-8. */
async function newArticle(form) {
  const args = Object.fromEntries([...form.elements].filter((one) => one.name && one.type !== "file" && one.value.trim()).map((one) => [one.name, one.value]));
  const file = form.elements.file.files[0];
  if (file) {
    const bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
    const parts = [];
    for (let i = 0; i < bytes.length; i += 32768) parts.push(String.fromCharCode(...bytes.subarray(i, i + 32768)));
    [args.file, args.name] = [btoa(parts.join("")), file.name];
  }
  return args;
}

/** The check screen of an article in the desk's place; its commands name the article. */
function openCheck(ui, article, claim = null) {
  const model = {
    get: (name) => (name === "interface_lang" ? ui.lang : ui.model.get(name)),
    on: (name, hear) => ui.model.on(name, (hear.ofArticle = (reply) => reply?.article === article && hear(reply))),
    off: (name, hear) => ui.model.off(name, hear.ofArticle),
    send: (message) => ui.model.send({ ...message, article }),
  };
  const opener = ui.root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  ui.root.hidden = true;
  const end = mountCheck({ model, host: ui.host, claim, back: () => {
    end();
    ui.check = null;
    ui.root.hidden = false;
    ui.channel.send("refresh");
    (opener && ui.root.querySelector(`[data-key="${CSS.escape(opener)}"]`) || ui.root).focus();
  } });
  ui.check = end;
}

export default { render };
