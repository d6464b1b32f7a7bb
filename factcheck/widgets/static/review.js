// The editor's queue: each claim with what a decision rests on, and two buttons. Python decides what may be decided.

function render({ model, el: host }) {
  const ui = {
    model, words: model.get("interface_words"), lang: model.get("interface_lang"), vocabulary: model.get("vocabulary"),
    queue: null, drafts: new Map(),
  };
  ui.root = el("section", { class: "fc fc-queue", tabindex: "0", "aria-label": say(ui, "editor.title"), dir: ui.lang === "ar" ? "rtl" : "ltr", lang: ui.lang });
  ui.message = el("p", { class: "fc-message", role: "status", "aria-live": "polite" });
  ui.banner = el("div", { class: "fc-banner", role: "alert", hidden: true }, say(ui, "screen.no_answer"));
  host.append(ui.root);
  ui.channel = openChannel(model, (reply) => hearQueue(ui, reply), (answering) => {
    ui.banner.hidden = answering;
    for (const one of ui.root.querySelectorAll("button, textarea")) one.disabled = !answering;
  });
  ui.root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
  ui.channel.send("hello");
  const stop = glanceRegularly(ui.root, () => ui.channel.isWaiting() || ui.root.contains(document.activeElement) || ui.channel.send("refresh"));
  return () => {
    stop();
    ui.channel.close();
    ui.root.remove();
  };
}

function hearQueue(ui, reply) {
  if (!reply.queue) return;
  ui.queue = reply.queue;
  drawQueue(ui);
}

function drawQueue(ui) {
  refill(ui.root, ui.banner,
    el("header", { class: "fc-bar" }, el("strong", {}, say(ui, "editor.title")), el("span", { class: "fc-muted" }, String(ui.queue.length)),
      el("button", { type: "button", class: "fc-button fc-tools", on: { click: () => ui.channel.send("refresh") } }, say(ui, "editor.refresh"))),
    ui.message,
    ui.queue.length ? ui.queue.map((row) => queueCard(ui, row)) : el("p", { class: "fc-empty" }, say(ui, "editor.empty")));
}

function queueCard(ui, row) {
  const comment = el("textarea", { class: "fc-input", rows: 2, dir: "auto", "aria-label": say(ui, "field.comment"), placeholder: say(ui, "field.comment"),
    on: { input: () => ui.drafts.set(row.claim, comment.value) } });
  comment.value = ui.drafts.get(row.claim) || "";
  const button = (decision, style) => el("button", { type: "button", class: `fc-button ${style}`, data: { act: decision },
    on: { click: () => decide(ui, row, decision, comment.value.trim()) } }, say(ui, decision));
  const counted = (counts, prefix) => Object.entries(counts).map(([key, n]) => el("li", {}, `${say(ui, prefix + key)}: ${n}`));
  const part = (title, items, none) => el("div", {}, el("h4", {}, say(ui, title)),
    items.length ? el("ul", {}, items) : el("p", { class: "fc-muted" }, say(ui, none)));
  return el("article", { class: "fc-box", data: { claim: row.claim } },
    el("h3", { dir: "auto" }, row.sentence),
    el("div", { class: "fc-row" }, verdictBadge(ui, row.verdict), el("span", { class: "fc-muted" }, bdi(row.outlet))),
    part("bottom_line", row.bottom_line ? [el("li", { dir: "auto" }, row.bottom_line)] : [], "editor.none"),
    part("our_sources", counted(row.sources, "source_type."), "editor.none"),
    part("right_of_reply", row.contacts.map((outcome) => el("li", {}, say(ui, `outcome.${outcome}`))), "editor.not_asked"),
    part("editor.questions", row.questions.map((one) => el("li", { dir: "auto" }, one)), "editor.none"),
    part("editor.changes", counted(row.changes, "event."), "editor.no_changes"),
    row.missing.length ? el("ul", { class: "fc-missing", dir: "auto" }, row.missing.map((one) => el("li", {}, say(ui, `rule.${one}`)))) : null,
    comment, el("div", { class: "fc-row" }, button("approve", "fc-primary"), button("return", "")));
}

/** Send a decision about what is on the screen; a refusal is said in the language of the interface. */
async function decide(ui, row, decision, comment) {
  const reply = await ui.channel.send("decide", { article: row.article, claim: row.claim, decision, comment, seen: row.seen });
  if (reply.ok) ui.drafts.delete(row.claim);
  refill(ui.message, reply.ok ? say(ui, "saved") : el("span", { class: "fc-error", dir: "auto" }, refusalWords(ui, reply)));
}

export default { render };
