// One claim under check: its sentence, what was decided, what is missing. Sections stand in the order of the work.

/** The panel for the chosen claim. */
function drawCheck(ui) {
  const claim = ui.byId.get(ui.chosen);
  if (!claim) return [el("p", { class: "fc-muted fc-empty" }, say(ui, "screen.choose_claim"))];
  return [
    claimHead(ui, claim),
    conflictsPart(ui, claim),
    verdictPart(ui, claim),
    claim.mode === "narrator" ? null : attributionPart(ui, claim),
    evidencePart(ui, claim),
    accountsPart(ui, claim),
    contactPart(ui, claim),
    bottomLinePart(ui, claim),
    reviewPart(ui, claim),
    askPart(ui, claim),
    notePart(ui, claim),
    mediaPart(ui, claim),
    linkPart(ui, claim),
    datesPart(ui, claim),
    claimPart(ui, claim),
    historyPart(ui, claim),
  ].filter(Boolean);
}

/** Send a command about the chosen claim, knowing what the screen shows. */
function decide(ui, claim, kind, args = {}) {
  return ui.send(kind, { claim: claim.id, ...args });
}

/** A decision in one press: saved, or the refusal said in the header. */
async function decideNow(ui, claim, kind, args = {}) {
  const reply = await decide(ui, claim, kind, args);
  ui.tell(reply);
  return reply;
}

/**
 * A section that folds; `key` opens it from the keyboard. `content()` makes what is in it when it is first opened: most
 * sections stay closed, and their forms would be most of the work of showing a claim.
 */
function section(ui, id, title, count, content, open = false) {
  const isOpen = ui.open.has(id) || (open && !ui.closed.has(id));
  const node = el("details", { class: "fc-section", data: { section: id }, open: isOpen || null },
    el("summary", {}, el("span", { class: "fc-section-title" }, title), count ? el("span", { class: "fc-count" }, String(count)) : null));
  let filled = false;
  node.fill = () => {
    if (filled) return;
    filled = true;
    node.append(...[content()].flat(3).filter(Boolean));
    if (!ui.answering) lockFields(ui);
  };
  if (isOpen) node.fill();
  node.addEventListener("toggle", () => {
    if (node.open) node.fill();
    (node.open ? ui.open : ui.closed).add(id);
    (node.open ? ui.closed : ui.open).delete(id);
  });
  return node;
}

function claimHead(ui, claim) {
  const dir = ui.snapshot.article.lang === "ar" ? "rtl" : "ltr";
  const selected = claim.triage?.choice === "select";
  return el("header", { class: "fc-head" },
    el("h3", { class: "fc-sentence", dir: "auto" }, sentenceOf(claim)),
    el("blockquote", { class: "fc-exact", dir }, claim.exact),
    el("div", { class: "fc-facts" }, claimFacts(ui, claim)),
    findingsOf(ui, claim),
    el("div", { class: "fc-row", role: "group", "aria-label": say(ui, "screen.triage") },
      triageButton(ui, claim, "select", selected),
      triageButton(ui, claim, "skip", claim.triage?.choice === "skip"),
      el("button", { type: "button", class: "fc-button", on: { click: () => copyCitation(ui, claim) } }, say(ui, "screen.copy"))),
    restatePart(ui, claim));
}

function claimFacts(ui, claim) {
  const fact = (label, ...value) => el("span", { class: "fc-fact" }, el("span", { class: "fc-muted" }, label, ": "), value);
  return [
    el("span", { class: "fc-status", "data-status": claim.status }, say(ui, `status.${claim.status}`)),
    claim.denied ? el("span", { class: "fc-flag" }, say(ui, "denial")) : null,
    fact(say(ui, "claimant"), bdi(voiceOf(ui, claim))),
    claim.relay ? fact(say(ui, "relayed_by"), bdi(claim.relay)) : null,
    el("span", { class: "fc-fact" }, say(ui, `mode.${claim.mode}`)),
    el("span", { class: "fc-fact" }, say(ui, `kind.${claim.kind}`)),
    claim.certainty === "asserted" ? null : el("span", { class: "fc-fact" }, say(ui, `certainty.${claim.certainty}`)),
    el("span", { class: "fc-fact", title: claim.why_worth[ui.lang] }, say(ui, `worth.${claim.worth}`)),
    claim.assigned ? fact(say(ui, "field.assign.to"), bdi(claim.assigned)) : null,
    claim.anchor === "moved" ? el("span", { class: "fc-flag" }, say(ui, "anchor.moved")) : null,
    claim.inherited_from ? el("button", { type: "button", class: "fc-link", on: { click: () => ui.choose(claim.inherited_from) } }, say(ui, "screen.inherited")) : null,
    claim.same_as ? el("button", { type: "button", class: "fc-link", on: { click: () => ui.choose(claim.same_as) } }, say(ui, "screen.same_as")) : null,
    claim.dates.filter((date) => !isSettled(ui, claim, date)).map((date) =>
      el("button", { type: "button", class: "fc-flag fc-link", on: { click: () => ui.openSection("dates") } }, bdi(date.exact), " · ", say(ui, "date_not_settled"))),
  ].flat().filter(Boolean);
}

/** Whether a date stands: of its own, or because somebody settled it for the claim, the article or the page date. */
function isSettled(ui, claim, date) {
  const settled = { ...ui.snapshot.settled, ...claim.settled };
  return date.settled || date.exact in settled || (date.basis === "page_date" && "page_date" in settled);
}

function findingsOf(ui, claim) {
  const found = ui.findingsOf.get(claim.id) || [];
  if (!found.length) return null;
  return el("ul", { class: "fc-findings", "aria-label": say(ui, "we_noticed") }, found.map((one) =>
    el("li", {}, el("strong", {}, say(ui, `finding.${one.kind}`)), " ", el("span", {}, one.note[ui.lang]))));
}

function triageButton(ui, claim, choice, pressed) {
  const reasons = ui.vocabulary[choice];
  const select = el("select", { class: "fc-input fc-reason", "aria-label": say(ui, `screen.reason_to_${choice}`), data: { reason: choice } },
    reasons.map((one) => el("option", { value: one }, say(ui, `reason.${one}`))));
  if (pressed) select.value = claim.triage.reason;
  const act = () => decideNow(ui, claim, "triage", { choice, reason: select.value });
  select.addEventListener("change", () => pressed && act());
  return el("span", { class: `fc-triage${pressed ? " fc-pressed" : ""}` },
    el("button", { type: "button", class: "fc-button", "aria-pressed": String(pressed), data: { act: choice }, on: { click: act } },
      pressed ? "✓ " : "", say(ui, `screen.${choice}`)), select);
}

function restatePart(ui, claim) {
  return section(ui, "restate", say(ui, "claim.restated"), claim.restated ? "✓" : 0, () => eventForm(ui, {
    kind: "restate", claim: claim.id, names: ["text"], values: { text: sentenceOf(claim) }, label: say(ui, "screen.save"),
    send: (values) => decide(ui, claim, "restate", values),
  }));
}

function conflictsPart(ui, claim) {
  if (!claim.conflicts.length) return null;
  return el("section", { class: "fc-conflicts", role: "group", "aria-label": say(ui, "screen.conflict") },
    el("h4", {}, `⇄ ${say(ui, "screen.conflict_open")}`),
    claim.conflicts.map((conflict) => conflictCard(ui, claim, conflict)));
}

/** The rivals of one conflict side by side, each with the button that chooses it. */
function conflictCard(ui, claim, conflict) {
  return el("div", { class: "fc-rivals" }, conflict.events.map((event) =>
    el("div", { class: "fc-rival" },
      el("div", {}, say(ui, `event.${conflict.kind}`), " · ", bdi(event.by)),
      el("div", { class: "fc-muted" }, moment(ui, event.at)),
      eventSummary(ui, event),
      el("button", { type: "button", class: "fc-button", on: {
        click: async () => ui.tell(await ui.send("resolve", { claim: claim?.id ?? null, event: event.event })),
      } }, say(ui, "screen.choose_this")))));
}

const DEMANDED = {
  partly_true: ["part"], misleading: ["fact", "impression"], unproven: ["searched"], not_checkable: ["why", "checkable_on"],
};

function verdictPart(ui, claim) {
  const verdict = claim.verdict || {};
  const judges = claim.denied ? el("p", { class: "fc-hint" }, say(ui, "screen.judges_denial")) : null;
  const choices = [...ui.vocabulary.verdicts, ui.vocabulary.none];
  const group = el("div", { class: "fc-verdicts", role: "radiogroup", "aria-label": say(ui, "screen.verdict") },
    choices.map((one) => verdictButton(ui, claim, one, (verdict.verdict || "") === one.id)));
  const demanded = DEMANDED[verdict.verdict] || [];
  return el("section", { class: "fc-part", data: { part: "verdict" } },
    el("h4", {}, say(ui, "screen.verdict"), claim.verdict_by ? el("span", { class: "fc-muted" }, " · ", bdi(claim.verdict_by)) : null),
    judges, group,
    claim.verdict ? eventForm(ui, {
      kind: "verdict", claim: claim.id, names: demanded, more: ["reason"], values: verdict, label: say(ui, "screen.save"),
      extra: howGroup(ui, ui.drafts.get(claim.id, "verdict")?.how || verdict.how || []),
      send: (values) => decide(ui, claim, "verdict", { verdict: verdict.verdict, ...values }),
    }) : null);
}

function verdictButton(ui, claim, verdict, chosen) {
  return el("button", {
    type: "button", role: "radio", class: "fc-choice", "aria-checked": String(chosen), data: { verdict: verdict.id || "none" },
    tabindex: chosen ? "0" : "-1",
    on: { click: () => giveVerdict(ui, claim, verdict.id), keydown: (event) => moveRadio(event) },
  }, swatch(verdict), el("span", { class: "fc-choice-word" }, say(ui, `verdict.${verdict.id || "none"}`)), el("kbd", {}, verdict.key));
}

/** Record a verdict; what was said with another verdict does not go over to it. */
function giveVerdict(ui, claim, id) {
  if ((claim.verdict?.verdict || "") === id && !ui.channel.isWaiting()) return null;
  const args = { verdict: id || null };
  if (id && claim.verdict?.how) args.how = claim.verdict.how;
  return decideNow(ui, claim, "verdict", args);
}

/** Arrow keys move inside a radio group; in right-to-left, left is next. */
function moveRadio(event) {
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const group = [...event.currentTarget.closest("[role=radiogroup]").querySelectorAll("[role=radio]")];
  const flip = event.key.length > 9 && getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  event.preventDefault();
  group[(group.indexOf(event.currentTarget) + step * flip + group.length) % group.length].focus();
}

function howGroup(ui, chosen) {
  return el("fieldset", { class: "fc-how" }, el("legend", {}, say(ui, "screen.how")),
    ui.vocabulary.how.map((one) => el("label", { class: "fc-chip" },
      el("input", { type: "checkbox", name: "how", value: one, checked: chosen.includes(one) || null }), say(ui, `how.${one}`))));
}

function attributionPart(ui, claim) {
  const value = claim.attribution || {};
  const more = ["original", "language", "translator", "recording", "note"];
  return section(ui, "attribution", say(ui, "screen.attribution"), claim.attribution ? "✓" : 0, () => [
    claim.attribution ? el("p", {}, el("strong", {}, say(ui, `attribution.${value.attribution}`))) : null,
    el("p", { class: "fc-hint" }, say(ui, "screen.translated_hint")),
    eventForm(ui, {
      kind: "attribution", claim: claim.id, names: ["attribution", ...more], values: value, label: say(ui, "screen.save"),
      send: (values) => decide(ui, claim, "attribution", values),
    })], Boolean(claim.attribution));
}

async function copyCitation(ui, claim) {
  const { article } = ui.snapshot;
  const facts = [voiceOf(ui, claim), article.outlet, article.published || article.page_date, article.url];
  const text = `«${claim.exact}» — ${[...new Set(facts.filter(Boolean))].join(ui.lang === "ar" ? "، " : ", ")}`;
  try {
    await navigator.clipboard.writeText(text);
    ui.announce(say(ui, "screen.copied"));
  } catch {
    ui.announce(text);
  }
}
