// The sections below the verdict: sources, accounts, contacts, review, questions, notes, dates, the claim itself, history.

const ACCOUNTS = 8; // accounts shown at once

/** A list of entries with the form that adds one, and an undo for one's own. */
function entriesPart(ui, claim, { id, title, entries, draw, kind, names, more = [], values = {}, label, open = false }) {
  return section(ui, id, title, entries.length, () => [
    entries.length ? el("ul", { class: "fc-entries" }, entries.map((one) => el("li", { data: { event: one.event } }, draw(one),
      el("div", { class: "fc-muted fc-by" }, bdi(one.by), " · ", moment(ui, one.at),
        one.by === ui.snapshot.author ? el("button", { type: "button", class: "fc-link", on: {
          click: () => decideNow(ui, claim, "undo", { event: one.event }),
        } }, say(ui, "screen.take_back")) : null)))) : null,
    eventForm(ui, { kind, claim: claim.id, names, more, values, label, send: (given) => decide(ui, claim, kind, given) }),
  ], open);
}

function evidencePart(ui, claim) {
  return entriesPart(ui, claim, {
    id: "evidence", title: say(ui, "our_sources"), entries: claim.evidence, kind: "evidence", label: say(ui, "screen.add_source"),
    names: ["source", "url", "stance", "source_type", "passage"],
    more: ["publisher", "published", "accessed", "archived_url", "based_on", "interest", "sole", "withheld"],
    values: { accessed: today(), stance: "supports", source_type: "primary" }, open: true,
    draw: (one) => [
      el("div", {}, el("span", { class: `fc-stance fc-${one.stance}` }, say(ui, `stance.${one.stance}`)), " ",
        one.url ? link(one.url, one.source) : bdi(one.source), " ",
        el("span", { class: "fc-muted" }, choiceLabel(ui, "source_type", one.source_type), one.publisher ? [" · ", bdi(one.publisher)] : null,
          one.published ? [" · ", bdi(one.published)] : null)),
      el("blockquote", { dir: "auto" }, one.passage),
      one.archived_url ? el("div", {}, link(one.archived_url, say(ui, "archived_copy")))
        : el("div", { class: "fc-muted" }, one.digest ? [say(ui, "archived_copy"), ": ", el("bdi", { dir: "ltr" }, one.digest.slice(0, 12))] : say(ui, "screen.no_archive")),
      one.interest ? el("div", { class: "fc-muted" }, say(ui, "field.interest"), ": ", bdi(one.interest)) : null,
    ],
  });
}

function accountsPart(ui, claim) {
  const pairs = claim.accounts.map((i) => ui.snapshot.article.accounts[i]);
  if (!pairs.length) return null;
  const standing = pairs.filter((pair) => !isDismissed(ui, pair)).length;
  return section(ui, "accounts", say(ui, "accounts_compared"), standing, () => accountCards(ui, claim, pairs), true);
}

/** The accounts, a few at a time: one question may have very many. */
function accountCards(ui, claim, pairs) {
  const box = el("div", {});
  let shown = 0;
  const more = el("button", { type: "button", class: "fc-button", on: { click: () => grow() } });
  function grow() {
    more.before(...pairs.slice(shown, shown + ACCOUNTS).map((pair) => accountCard(ui, claim, pair)));
    shown = Math.min(shown + ACCOUNTS, pairs.length);
    more.hidden = shown === pairs.length;
    more.textContent = sayCount(ui, "screen.more_accounts", pairs.length - shown);
    if (!ui.answering) lockFields(ui);
  }
  box.append(more);
  grow();
  return box;
}

/** Whether a person found that a pair is none; it stays on the screen, so that it can be judged anew. */
function isDismissed(ui, pair) {
  return ui.snapshot.judged[pair.id]?.relation === "dismissed";
}

/** One pair of accounts: the relation in a sentence, the way to the other claim, and what a person makes of it. */
function accountCard(ui, claim, pair) {
  const judged = ui.snapshot.judged[pair.id];
  const relation = judged?.relation || pair.relation;
  const other = pair.claims.find((id) => id !== claim.id);
  const choice = el("select", { class: "fc-input", "aria-label": say(ui, "field.relation") },
    ui.vocabulary.fields["disagreement.judge"].relation.choices.map((one) => el("option", { value: one, selected: one === relation || null }, say(ui, `relation.${one}`))));
  const because = el("input", { class: "fc-input", dir: "auto", "aria-label": say(ui, "field.because"), placeholder: say(ui, "field.because") });
  const error = el("p", { class: "fc-error", role: "alert", hidden: true });
  async function judge(event) {
    event.preventDefault();
    const reply = await ui.send("disagreement.judge", { question: pair.id, relation: choice.value, because: because.value });
    if (!reply.ok) showRefusal(ui, error, reply);
  }
  return el("div", { class: `fc-account${isDismissed(ui, pair) ? " fc-dismissed" : ""}` },
    el("p", { class: "fc-account-sentence", dir: "auto" }, (judged || pair).sentence[ui.lang]),
    el("div", { class: "fc-row" }, el("span", { class: `fc-relation fc-${relation}` }, say(ui, `relation.${relation}`)),
      judged ? el("span", { class: "fc-muted", dir: "auto" }, say(ui, "screen.judged"), ": ", bdi(judged.because)) : null,
      ui.byId.has(other) ? el("button", { type: "button", class: "fc-link", on: { click: () => ui.choose(other) } }, say(ui, "screen.other_account")) : null),
    el("form", { class: "fc-row", on: { submit: judge } }, choice, because,
      el("button", { type: "submit", class: "fc-button" }, say(ui, "screen.judge")),
      isDismissed(ui, pair) ? null : el("button", { type: "button", class: "fc-button", data: { act: "dismiss" }, on: { click: (event) => {
        choice.value = "dismissed";
        judge(event);
      } } }, say(ui, "screen.dismiss")), error));
}

function contactPart(ui, claim) {
  return entriesPart(ui, claim, {
    id: "contact", title: say(ui, "right_of_reply"), entries: claim.contacts, kind: "contact", label: say(ui, "log_contact"),
    names: ["who", "role", "channel", "when", "asked", "outcome", "reply"], more: ["due", "terms", "private"],
    values: { when: today(), role: "claimant", outcome: "waiting" },
    draw: (one) => [
      el("div", {}, bdi(one.who), one.role ? [" · ", choiceLabel(ui, "role", one.role)] : null, one.channel ? [" · ", bdi(one.channel)] : null,
        one.when ? [" · ", bdi(one.when)] : null, " · ", el("strong", {}, choiceLabel(ui, "outcome", one.outcome || "waiting"))),
      one.asked ? el("p", { dir: "auto" }, one.asked) : null,
      one.reply ? el("blockquote", { dir: "auto" }, one.reply) : null,
      one.due ? el("div", { class: isOverdue(one) ? "fc-flag" : "fc-muted" }, say(ui, "field.due"), ": ", bdi(one.due)) : null,
    ],
  });
}

function isOverdue(contact) {
  return Boolean(contact.due) && contact.due < today() && (contact.outcome || "waiting") === "waiting";
}

function bottomLinePart(ui, claim) {
  return section(ui, "summary", say(ui, "bottom_line"), claim.summary ? "✓" : 0, () => eventForm(ui, {
    kind: "summary", claim: claim.id, names: ["text"], values: { text: claim.summary || "" }, label: say(ui, "screen.save"),
    send: (values) => decide(ui, claim, "summary", values),
  }), Boolean(claim.summary));
}

function reviewPart(ui, claim) {
  const review = claim.review;
  const said = review ? el("p", {}, el("strong", {}, say(ui, review.decision === "approve" ? "screen.approved" : "screen.returned")),
    " · ", bdi(review.by), review.comment ? [" · ", el("span", { dir: "auto" }, review.comment)] : null,
    review.stale ? el("span", { class: "fc-flag" }, say(ui, "screen.changed_since")) : null) : null;
  return section(ui, "review", say(ui, "screen.review"), 0, () => [
    said, approvalList(ui, claim),
    eventForm(ui, {
      kind: "review.request", claim: claim.id, names: ["to", "comment"], label: say(ui, "send_to_editor"),
      send: (values) => decide(ui, claim, "review.request", values),
    }),
    claim.status === "in_review" || review ? decisionForm(ui, claim) : null,
  ], claim.status === "in_review");
}

/** What approval still asks for, so that nobody learns it from a refusal. */
function approvalList(ui, claim) {
  if (!claim.verdict) return null;
  return el("div", { class: "fc-hint", data: { part: "approval" } }, el("strong", {}, say(ui, "screen.before_approval")), " ",
    claim.missing.length ? el("ul", { class: "fc-missing" }, claim.missing.map((code) => el("li", {}, say(ui, `rule.${code}`)))) : say(ui, "screen.ready"));
}

/** Approve, or return with a comment. */
function decisionForm(ui, claim) {
  const form = eventForm(ui, {
    kind: "review", claim: claim.id, names: ["comment"], label: say(ui, "approve"),
    send: (values) => decide(ui, claim, "review", { decision: "approve", ...values }),
  });
  const back = el("button", { type: "button", class: "fc-button", data: { act: "return" }, on: { click: async () => {
    const reply = await decide(ui, claim, "review", { decision: "return", ...formValues(form) });
    if (!reply.ok) return showRefusal(ui, form.querySelector(".fc-error"), reply);
    ui.drafts.drop(claim.id, "review");
    return ui.redraw();
  } } }, say(ui, "return"));
  form.querySelector(".fc-row").append(back);
  return form;
}

function askPart(ui, claim) {
  return entriesPart(ui, claim, {
    id: "ask", title: say(ui, "ask_colleague"), entries: claim.asks, kind: "ask", names: ["to", "question"], label: say(ui, "screen.ask"),
    draw: (one) => [
      el("div", {}, "→ ", bdi(one.to)), el("p", { dir: "auto" }, one.question),
      one.answers.map((answer) => el("blockquote", { dir: "auto" }, answer.text, el("div", { class: "fc-muted" }, bdi(answer.by)))),
      answerForm(ui, claim, one),
    ],
  });
}

function answerForm(ui, claim, ask) {
  const text = el("input", { class: "fc-input", dir: "auto", "aria-label": say(ui, "screen.answer"), placeholder: say(ui, "screen.answer") });
  const error = el("p", { class: "fc-error", role: "alert", hidden: true });
  async function submit(event) {
    event.preventDefault();
    const reply = await decide(ui, claim, "answer", { ask: ask.event, text: text.value });
    if (!reply.ok) showRefusal(ui, error, reply);
  }
  return el("form", { class: "fc-row", on: { submit } }, text, el("button", { type: "submit", class: "fc-button" }, say(ui, "screen.answer")), error);
}

function notePart(ui, claim) {
  return entriesPart(ui, claim, {
    id: "note", title: say(ui, "internal_note"), entries: claim.notes, kind: "note", names: ["text"], label: say(ui, "screen.add_note"),
    draw: (one) => el("p", { dir: "auto" }, one.text),
  });
}

function mediaPart(ui, claim) {
  return entriesPart(ui, claim, {
    id: "media", title: say(ui, "media"), entries: claim.media, kind: "media", names: ["what", "url", "found"],
    more: ["archived_url", "caption", "credit"], label: say(ui, "screen.add_media"),
    draw: (one) => [el("div", {}, one.url ? link(one.url, one.what) : bdi(one.what)), one.found ? el("p", { dir: "auto" }, one.found) : null],
  });
}

/** Claims that belong together, of this article or another, and why. */
function linkPart(ui, claim) {
  return entriesPart(ui, claim, {
    id: "link", title: say(ui, "screen.links"), entries: claim.links, kind: "link", names: ["to", "article", "relation", "note"],
    label: say(ui, "screen.add_link"),
    draw: (one) => [
      el("div", {}, ui.byId.has(one.to) ? el("button", { type: "button", class: "fc-link", on: { click: () => ui.choose(one.to) } }, sentenceOf(ui.byId.get(one.to)))
        : el("code", { dir: "ltr" }, one.article ? `${one.article} · ${one.to}` : one.to)),
      one.relation || one.note ? el("p", { dir: "auto" }, [one.relation, one.note].filter(Boolean).join(" · ")) : null,
    ],
  });
}

function datesPart(ui, claim) {
  if (!claim.dates.length) return null;
  const settled = { ...ui.snapshot.settled, ...claim.settled };
  return section(ui, "dates", say(ui, "screen.dates"), claim.dates.length, () => [
    el("ul", { class: "fc-entries" }, claim.dates.map((date) => {
      const by = settled[date.exact] || (date.basis === "page_date" ? settled.page_date : null);
      return el("li", {}, bdi(date.exact), " ",
        isSettled(ui, claim, date) ? el("span", { dir: "ltr" }, by?.iso || date.iso || "") : el("span", { class: "fc-flag" }, say(ui, "date_not_settled")),
        by ? el("p", { dir: "auto", class: "fc-muted" }, by.because) : null);
    })),
    eventForm(ui, {
      kind: "date.settle", claim: claim.id, names: ["what", "iso", "because"], values: { what: claim.dates[0].exact }, label: say(ui, "screen.settle"),
      send: (values) => decide(ui, claim, "date.settle", { iso: null, ...values }),
    })]);
}

/** What the extractor made of the claim, to be corrected or rejected; and who works on it. */
function claimPart(ui, claim) {
  const own = { claimant: claim.claimant, speaker: claim.speaker, kind: claim.kind, certainty: claim.certainty };
  return section(ui, "claim", say(ui, "screen.the_claim"), 0, () => [
    eventForm(ui, {
      kind: "claim.edit", claim: claim.id, names: ["claimant", "speaker", "kind", "certainty"], values: own, label: say(ui, "screen.correct"),
      send: (values) => decide(ui, claim, "claim.edit", Object.fromEntries(Object.entries(values).filter(([k, v]) => own[k] !== v))),
    }),
    eventForm(ui, { kind: "assign", claim: claim.id, names: ["to"], values: { to: claim.assigned || ui.snapshot.author }, label: say(ui, "screen.assign"),
      send: (values) => decide(ui, claim, "assign", { to: null, ...values }) }),
    eventForm(ui, { kind: "claim.reject", claim: claim.id, names: ["reason"], label: say(ui, "screen.reject"),
      send: (values) => decide(ui, claim, "claim.reject", values) }),
  ]);
}

function historyPart(ui, claim) {
  const box = el("div", { class: "fc-history" });
  const node = section(ui, "history", say(ui, "screen.history"), claim.n_events, () => box);
  const load = async () => {
    const reply = await ui.send("history", { claim: claim.id });
    if (reply.ok) refill(box, historyList(ui, reply.history));
  };
  node.addEventListener("toggle", () => node.open && load());
  return node;
}

/** The events, newest first; what others did after one's own last event is new to the reader. */
function historyList(ui, events) {
  const mine = events.findLastIndex((one) => one.by === ui.snapshot.author);
  return el("ol", { class: "fc-entries", reversed: true }, events.map((one, i) => el("li", { class: one.undone ? "fc-undone" : null },
    el("div", {}, el("strong", {}, say(ui, `event.${one.kind}`)), " · ", bdi(one.by), " · ", el("span", { class: "fc-muted" }, moment(ui, one.at)),
      i > mine && mine >= 0 ? el("span", { class: "fc-flag" }, say(ui, "screen.new_since")) : null,
      one.undone ? el("span", { class: "fc-muted" }, " · ", say(ui, "screen.undone")) : null),
    eventSummary(ui, one))).reverse());
}

/** What an event holds, in words. */
function eventSummary(ui, event) {
  const shown = Object.entries(event.data).filter(([, value]) => value !== null && typeof value !== "object");
  return el("dl", { class: "fc-data" }, shown.map(([name, value]) => {
    const choices = ui.vocabulary.fields[event.kind]?.[name]?.choices || [];
    const words = choices.includes(value) ? choiceLabel(ui, name, value) : String(value);
    return [el("dt", {}, fieldLabel(ui, event.kind, name)), el("dd", { dir: "auto" }, words)];
  }), (event.data.how || []).length ? [el("dt", {}, say(ui, "screen.how")), el("dd", {}, event.data.how.map((one) => say(ui, `how.${one}`)).join(" · "))] : null);
}
