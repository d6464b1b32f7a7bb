// The check screen: article, claims, form, in reading order; the header above them says what is saved and what is left.

let views = 0;

/** Draw the check screen into `host`; `back` leads out of it, where it was opened from the desk. Returns its end. */
function mountCheck({ model, host, back = null, claim = null }) {
  const ui = {
    key: `fc${++views}`, model, back, words: model.get("interface_words"), lang: model.get("interface_lang"),
    vocabulary: model.get("vocabulary"), snapshot: null, byId: new Map(), chosen: claim, filter: "", queue: "all",
    open: new Set(), closed: new Set(), drafts: null, answering: true, saved: true,
  };
  const root = el("div", { class: "fc", tabindex: "0", role: "application", "aria-label": say(ui, "screen.title") });
  root.append(el("p", { class: "fc-muted fc-empty" }, say(ui, "screen.loading")));
  host.append(root);
  if (back) root.focus({ preventScroll: true }); // what had the focus on the desk is hidden now
  const channel = openChannel(model, (reply) => hear(ui, reply), (answering) => setAnswering(ui, answering),
    () => setSaved(ui, channel.isSaved()));
  ui.root = root;
  ui.channel = channel;
  ui.send = (cmd, args = {}) => sendCommand(ui, cmd, args);
  ui.tell = (reply) => announceReply(ui, reply);
  ui.announce = (text) => ui.parts && refill(ui.parts.message, text);
  ui.redraw = () => drawPanel(ui);
  ui.choose = (id, from) => chooseClaim(ui, id, from);
  ui.openSection = (id) => openSection(ui, id);
  listenToKeys(root, actsOf(ui));
  ui.send("hello");
  const stop = glanceRegularly(root, () => channel.isWaiting() || ui.send("refresh"));
  return () => {
    stop();
    channel.close();
    ui.parts?.article.stop();
    root.remove();
  };
}

/** Send and wait; a decision shows as unsaved until the record has it. */
async function sendCommand(ui, cmd, args) {
  const looks = LOOKS.has(cmd);
  if (!looks) setSaved(ui, false);
  const reply = await ui.channel.send(cmd, args, ui.snapshot?.rev ?? null);
  if (!looks) setSaved(ui, ui.channel.isSaved(), reply);
  return reply;
}

/** Take in what Python says: a whole snapshot, or what changed. */
function hear(ui, reply) {
  if (reply.snapshot) {
    const first = !ui.snapshot;
    ui.snapshot = reply.snapshot;
    ui.byId = new Map(ui.snapshot.claims.map((one) => [one.id, one]));
    ui.findingsOf = byClaim(ui.snapshot.article.findings);
    if (first || !ui.drafts) ui.drafts = openDrafts(ui.snapshot.article.id, ui.snapshot.author);
    if (!ui.byId.has(ui.chosen)) ui.chosen = null;
    drawScreen(ui);
    if (first && ui.back) ui.root.scrollIntoView({ block: "start" }); // it may have been opened from far down the desk
  } else if (reply.patch && ui.snapshot) {
    applyPatch(ui, reply.patch);
  }
}

/** What names claims, by each of them. */
function byClaim(found) {
  const sorted = new Map();
  for (const one of found) for (const id of new Set(one.claims)) sorted.has(id) ? sorted.get(id).push(one) : sorted.set(id, [one]);
  return sorted;
}

function applyPatch(ui, { claims, ...whole }) {
  const before = JSON.stringify([ui.snapshot.judged, ui.snapshot.settled, ui.snapshot.conflicts]);
  Object.assign(ui.snapshot, whole);
  for (const [id, state] of Object.entries(claims)) if (ui.byId.has(id)) Object.assign(ui.byId.get(id), state);
  const changed = Object.keys(claims);
  if (changed.length) {
    ui.parts.article.refresh(changed.map((id) => ui.byId.get(id)).filter(Boolean));
    ui.parts.list.set(filtered(ui));
  }
  drawCounts(ui);
  const wholeChanged = before !== JSON.stringify([ui.snapshot.judged, ui.snapshot.settled, ui.snapshot.conflicts]);
  if (changed.includes(ui.chosen) || wholeChanged) drawPanel(ui);
}

/** Draw everything; done once, and again when claims came, went or moved, or the language changed. */
function drawScreen(ui) {
  const kept = ui.parts && { text: ui.parts.article.node.scrollTop, list: ui.parts.list.node.scrollTop };
  ui.parts?.article.stop();
  const parts = (ui.parts = {
    article: drawArticle(ui, (ids) => pressWords(ui, ids)),
    list: drawList(ui, (id) => ui.choose(id, "list")),
    panel: el("div", { class: "fc-panel", role: "region", "aria-label": say(ui, "screen.check"), tabindex: "0" }),
    message: el("p", { class: "fc-message", role: "status", "aria-live": "polite" }),
    saved: el("span", { class: "fc-saved", role: "status", "aria-live": "polite" }),
    counts: el("div", { class: "fc-counts" }),
    banner: el("div", { class: "fc-banner", role: "alert", hidden: true }, say(ui, "screen.no_answer")),
    offer: el("div", { class: "fc-offer", role: "region", "aria-label": say(ui, "screen.draft"), hidden: true }),
    help: helpDialog(ui),
  });
  ui.root.dir = ui.lang === "ar" ? "rtl" : "ltr";
  ui.root.lang = ui.lang;
  ui.root.setAttribute("aria-label", say(ui, "screen.title"));
  refill(ui.root, parts.banner, headerBar(ui), parts.offer, parts.message, parts.help, lostPart(ui),
    el("div", { class: "fc-columns" },
      el("div", { class: "fc-column fc-article" }, articleCard(ui), parts.article.node),
      el("div", { class: "fc-column" }, filterBar(ui), parts.list.node),
      el("div", { class: "fc-column" }, parts.panel)));
  parts.list.set(filtered(ui));
  drawCounts(ui);
  setSaved(ui, true);
  setAnswering(ui, ui.answering);
  offerDraft(ui);
  if (!ui.chosen) ui.chosen = firstClaim(ui);
  parts.article.show(ui.byId.get(ui.chosen), !kept);
  drawPanel(ui);
  if (kept) [parts.article.node.scrollTop, parts.list.node.scrollTop] = [kept.text, kept.list];
  requestAnimationFrame(() => kept || parts.list.reveal(ui.chosen));
}

/** The claim to begin with: selected and without a verdict, else selected, else worth a look, else the first. */
function firstClaim(ui) {
  const { claims } = ui.snapshot;
  const found = ["open", "selected", "queue", "all"].map((name) => claims.find((one) => QUEUES[name](one, ui))).find(Boolean);
  return found?.id ?? null;
}

function headerBar(ui) {
  const { article, author, example } = ui.snapshot;
  const button = (word, act, more = {}) => el("button", { type: "button", class: "fc-button", on: { click: act }, ...more }, say(ui, word));
  const acts = actsOf(ui);
  return el("header", { class: "fc-bar" },
    el("div", { class: "fc-title" }, ui.back ? el("button", { type: "button", class: "fc-button", data: { act: "back" }, on: { click: ui.back } }, say(ui, "desk")) : null,
      el("strong", { dir: "auto" }, article.outlet || article.id),
      el("span", { class: "fc-muted", dir: "ltr" }, article.id),
      example ? el("span", { class: "fc-example" }, say(ui, "training_example")) : null),
    ui.parts.saved, ui.parts.counts,
    el("div", { class: "fc-row fc-tools" },
      button("screen.next_selected", acts.next_selected), button("screen.undo", acts.undo), button("screen.redo", acts.redo),
      button("screen.other_language", () => switchLanguage(ui), { lang: ui.lang === "ar" ? "en" : "ar" }),
      button("screen.help", acts.help), author ? el("span", { class: "fc-muted" }, bdi(author)) : el("span", { class: "fc-flag" }, say(ui, "refusal.author"))));
}

function drawCounts(ui) {
  const { progress, rev } = ui.snapshot;
  refill(ui.parts.counts, el("span", {}, say(ui, "screen.progress", progress)), el("span", { class: "fc-muted" }, say(ui, "screen.revision", { rev })),
    progress.conflicts ? el("span", { class: "fc-flag" }, `⇄ ${sayCount(ui, "screen.conflicts", progress.conflicts)}`) : null);
}

function switchLanguage(ui) {
  ui.lang = ui.lang === "ar" ? "en" : "ar";
  drawScreen(ui);
  ui.root.focus();
}

function filterBar(ui) {
  const search = el("input", { class: "fc-input fc-filter", type: "search", dir: "auto", title: "/", "aria-label": say(ui, "screen.filter"), placeholder: say(ui, "screen.filter") });
  search.value = ui.filter;
  search.addEventListener("input", () => {
    ui.filter = search.value;
    ui.parts.list.set(filtered(ui));
  });
  const queue = el("select", { class: "fc-input fc-queue", "aria-label": say(ui, "screen.queue") },
    Object.keys(QUEUES).map((one) => el("option", { value: one, selected: one === ui.queue || null }, say(ui, `queue.${one}`))));
  queue.addEventListener("change", () => {
    ui.queue = queue.value;
    ui.parts.list.node.scrollTop = 0;
    ui.parts.list.set(filtered(ui));
  });
  return el("div", { class: "fc-row fc-filters" }, search, queue);
}

/** What is missing of the article, and what the tool noticed before anyone read. */
function articleCard(ui) {
  const { article, conflicts } = ui.snapshot;
  const facts = [article.page_date ? [say(ui, "page_date"), ": ", bdi(article.page_date)] : null, article.author ? [" · ", bdi(article.author)] : null,
    article.url ? [" · ", link(article.url, say(ui, "screen.original"))] : null];
  const noticed = [...article.findings.map((one) => findingLine(ui, one)),
    ...article.anomalies.map((one) => el("li", {}, el("strong", {}, say(ui, `finding.date_${one.kind}`)), " ", el("span", {}, one.note[ui.lang])))];
  return el("div", { class: "fc-card" }, el("div", { class: "fc-muted" }, facts),
    article.missing.length ? el("div", { class: "fc-missing" }, say(ui, "screen.missing"), ": ", article.missing.map((one) => say(ui, `missing.${one}`)).join(ui.lang === "ar" ? "، " : ", ")) : null,
    article.page_source ? el("p", { class: "fc-flag fc-page-source" }, say(ui, "screen.page_source")) : null,
    conflicts.map((one) => conflictCard(ui, null, one)),
    noticed.length ? el("details", { class: "fc-noticed" }, el("summary", {}, say(ui, "we_noticed"), el("span", { class: "fc-count" }, String(noticed.length))), el("ul", {}, noticed)) : null);
}

function findingLine(ui, finding) {
  const claim = finding.claims.find((id) => ui.byId.has(id));
  return el("li", {}, claim ? el("button", { type: "button", class: "fc-link", on: { click: () => ui.choose(claim) } }, say(ui, `finding.${finding.kind}`))
    : el("strong", {}, say(ui, `finding.${finding.kind}`)), " ", el("span", {}, finding.note[ui.lang]));
}

/** Claims of the record whose words no longer have a certain place: never guessed, never hidden. */
function lostPart(ui) {
  const { lost, warnings } = ui.snapshot;
  if (!lost.length && !warnings.length) return null;
  return el("details", { class: "fc-lost" }, el("summary", {}, say(ui, "screen.lost"), el("span", { class: "fc-count" }, String(lost.length + warnings.length))),
    el("ul", {}, lost.map((one) => el("li", {}, el("code", { dir: "ltr" }, one.id), " · ", say(ui, `anchor.${one.anchor}`), " · ", sayCount(ui, "screen.events", one.n))),
      warnings.map((one) => el("li", { dir: "auto" }, one))));
}

/** The panel of the chosen claim anew; what has the focus, and the place in its words, are kept. */
function drawPanel(ui) {
  const { panel } = ui.parts;
  const active = panel.contains(document.activeElement) ? document.activeElement : null;
  const where = active && { kind: active.form?.dataset.kind, name: active.name, verdict: active.dataset.verdict, act: active.dataset.act, at: active.selectionStart };
  const top = panel.scrollTop;
  refill(panel, drawCheck(ui));
  panel.scrollTop = panel.dataset.claim === ui.chosen ? top : 0;
  panel.dataset.claim = ui.chosen;
  if (where) restoreFocus(panel, where);
  lockFields(ui);
}

function restoreFocus(panel, { kind, name, verdict, act, at }) {
  const found = kind && name ? [...panel.querySelectorAll("form")].find((one) => one.dataset.kind === kind)?.elements.namedItem(name)
    : verdict ? panel.querySelector(`[data-verdict="${verdict}"]`) : act ? panel.querySelector(`[data-act="${act}"]`) : null;
  if (found?.focus) found.focus({ preventScroll: true });
  else panel.closest(".fc").focus({ preventScroll: true });
  if (at !== null && at !== undefined && /^(text|textarea|search|url)$/.test(found?.type || "")) found.setSelectionRange(at, at);
}

function chooseClaim(ui, id, from) {
  if (!ui.byId.has(id)) return;
  ui.chosen = id;
  ui.parts.article.show(ui.byId.get(id), from !== "article");
  if (from === "list") ui.parts.list.draw();
  else ui.parts.list.reveal(id);
  drawPanel(ui);
}

/** Words that lie in several claims: the next press chooses the next of them. */
function pressWords(ui, ids) {
  ui.choose(ids[(ids.indexOf(ui.chosen) + 1) % ids.length], "article");
}

function step(ui, by, fits = () => true) {
  const shown = ui.parts.list.shown().filter((one) => fits(one) || one.id === ui.chosen);
  if (!shown.length) return;
  const at = shown.findIndex((one) => one.id === ui.chosen);
  ui.choose(shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))].id);
}

function openSection(ui, id) {
  ui.open.add(id);
  const part = ui.parts.panel.querySelector(`[data-section="${id}"]`);
  if (!part) return;
  part.fill();
  part.open = true;
  part.scrollIntoView({ block: "nearest" });
  const field = part.querySelector("form input:not([type=checkbox]), form textarea, form select");
  if (field) field.focus();
}

/** Select the next chosen claim that follows, beginning again at the top. */
function nextSelected(ui) {
  const all = ui.snapshot.claims;
  const at = all.findIndex((one) => one.id === ui.chosen);
  const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((one) => one.triage?.choice === "select");
  if (next) ui.choose(next.id);
}

function actsOf(ui) {
  const claim = () => ui.byId.get(ui.chosen);
  const openIt = (id) => () => claim() && openSection(ui, id);
  return {
    next: () => step(ui, 1), previous: () => step(ui, -1), next_selected: () => nextSelected(ui),
    triage: () => claim() && toggleTriage(ui, claim()),
    verdict(key) {
      const verdict = [...ui.vocabulary.verdicts, ui.vocabulary.none].find((one) => one.key === key);
      if (claim() && verdict) giveVerdict(ui, claim(), verdict.id);
    },
    add_claim: () => addFromSelection(ui),
    restate: openIt("restate"), evidence: openIt("evidence"), contact: openIt("contact"), note: openIt("note"), ask: openIt("ask"), review: openIt("review"),
    undo: async () => ui.tell(await ui.send("undo")), redo: async () => ui.tell(await ui.send("redo")),
    filter: () => ui.root.querySelector(".fc-filter")?.focus(),
    help() {
      ui.parts.help.hidden = !ui.parts.help.hidden;
      if (!ui.parts.help.hidden) ui.parts.help.focus();
    },
    closeHelp() {
      const open = ui.parts && !ui.parts.help.hidden;
      if (open) ui.parts.help.hidden = true;
      if (open) ui.root.focus();
      return open;
    },
  };
}

function toggleTriage(ui, claim) {
  const choice = claim.triage?.choice === "select" ? "skip" : "select";
  const reason = ui.parts.panel.querySelector(`[data-reason="${choice}"]`)?.value || ui.vocabulary[choice][0];
  return decideNow(ui, claim, "triage", { choice, reason });
}

/** A new claim from the words selected in the article. */
async function addFromSelection(ui) {
  const place = ui.parts.article.selection();
  if (!place) return ui.announce(say(ui, "screen.select_words"));
  const reply = await ui.send("claim.add", { ...place, mode: "narrator" });
  ui.tell(reply);
  if (reply.ok) {
    window.getSelection().removeAllRanges();
    ui.choose(reply.claim);
  }
}
