// What the header says: saved or not, answered or not, refused and why, and what was typed earlier and never sent.

function announceReply(ui, reply) {
  if (!ui.parts) return;
  ui.parts.message.classList.toggle("fc-error", !reply.ok);
  if (reply.ok) ui.parts.message.replaceChildren();
  else refill(ui.parts.message, refusalWords(ui, reply));
}

function setSaved(ui, saved, reply = null) {
  if (!ui.parts) return;
  const failed = reply && reply.code === "not_saved";
  refill(ui.parts.saved, saved && !failed ? `${say(ui, "saved")} ✓` : failed ? `${say(ui, "not_saved")} ✗` : `${say(ui, "screen.saving")} …`);
  ui.parts.saved.dataset.saved = String(saved && !failed);
}

/** A kernel that does not answer: a banner, and fields that cannot be written in until it does. */
function setAnswering(ui, answering) {
  ui.answering = answering;
  if (!ui.parts) return;
  ui.parts.banner.hidden = answering;
  ui.root.classList.toggle("fc-silent", !answering);
  lockFields(ui);
}

function lockFields(ui) {
  for (const field of ui.parts.panel.querySelectorAll("input, textarea, select, button")) {
    if (field.matches("input:not([type=checkbox]), textarea")) field.readOnly = !ui.answering;
    else field.disabled = !ui.answering;
  }
}

/** Say that something typed earlier was never sent; it is shown when asked for, and never sent by itself. */
function offerDraft(ui) {
  const offered = Object.values(ui.drafts.offered).filter((one) => ui.byId.has(one.claim));
  ui.parts.offer.hidden = !offered.length;
  if (!offered.length) return;
  const show = () => {
    ui.drafts.accept();
    ui.parts.offer.hidden = true;
    offered.forEach((one) => ui.open.add({ "review.request": "review", "claim.edit": "claim", "date.settle": "dates" }[one.form] || one.form));
    ui.choose(offered[0].claim);
    drawPanel(ui);
  };
  const discard = () => {
    ui.drafts.discard();
    ui.parts.offer.hidden = true;
  };
  refill(ui.parts.offer, el("span", {}, say(ui, "screen.draft_offered"), " ", el("span", { class: "fc-muted" }, moment(ui, offered[0].at))),
    el("button", { type: "button", class: "fc-button", data: { act: "show-draft" }, on: { click: show } }, say(ui, "screen.show_draft")),
    el("button", { type: "button", class: "fc-button", data: { act: "discard-draft" }, on: { click: discard } }, say(ui, "screen.discard_draft")));
}
