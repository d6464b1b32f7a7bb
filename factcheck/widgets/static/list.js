// The claim list: a listbox that draws only the rows in sight, so that five thousand claims cost what fifty do.

const ROW = 92; // pixels; every row has this height, which is what makes the window cheap
const AROUND = 6;

/** A windowed list of claims; `choose(id)` is called when a row is pressed. */
function drawList(ui, choose) {
  const inner = el("div", { class: "fc-rows", role: "presentation" });
  const box = el("div", {
    class: "fc-list", role: "listbox", tabindex: "0", "aria-label": say(ui, "screen.claims"),
  }, inner);
  let shown = [];
  let pending = false;

  function draw() {
    pending = false;
    const height = box.clientHeight || 600;
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - AROUND);
    const last = Math.min(shown.length, Math.ceil((box.scrollTop + height) / ROW) + AROUND);
    inner.style.height = `${shown.length * ROW}px`;
    inner.replaceChildren(...shown.slice(first, last).map((claim, i) => claimRow(ui, claim, first + i, shown.length)));
    const chosen = inner.querySelector("[aria-selected=true]");
    if (chosen) box.setAttribute("aria-activedescendant", chosen.id);
    else box.removeAttribute("aria-activedescendant");
  }
  box.addEventListener("scroll", () => {
    if (!pending) requestAnimationFrame(draw);
    pending = true;
  });
  box.addEventListener("click", (event) => {
    const row = event.target.closest("[role=option]");
    if (row) choose(row.dataset.claim);
  });
  return {
    node: box,
    draw,
    shown: () => shown,
    set(claims) {
      shown = claims;
      draw();
    },
    /** Bring the chosen claim's row into view. */
    reveal(id) {
      const at = shown.findIndex((one) => one.id === id) * ROW;
      if (at >= 0 && (at < box.scrollTop || at + ROW > box.scrollTop + box.clientHeight)) {
        box.scrollTop = Math.max(0, at - box.clientHeight / 3);
      }
      draw();
    },
  };
}

function claimRow(ui, claim, position, size) {
  const chosen = claim.id === ui.chosen;
  return el("div", {
    class: "fc-claim", role: "option", id: `${ui.key}-${claim.id}`, "aria-selected": chosen ? "true" : "false",
    "aria-posinset": position + 1, "aria-setsize": size, data: { claim: claim.id }, style: { top: `${position * ROW}px` },
  },
  el("div", { class: "fc-claim-text", dir: "auto" }, sentenceOf(claim)),
  el("div", { class: "fc-claim-facts" },
    verdictBadge(ui, claim.verdict?.verdict),
    el("span", { class: "fc-status", "data-status": claim.status }, say(ui, `status.${claim.status}`)),
    claim.conflicts.length ? el("span", { class: "fc-flag" }, `⇄ ${say(ui, "screen.conflict")}`) : null,
    claim.evidence.length ? el("span", { class: "fc-muted" }, sayCount(ui, "screen.sources", claim.evidence.length)) : null,
    el("span", { class: "fc-muted fc-voice", dir: "auto" }, voiceOf(ui, claim))));
}

const QUEUES = {
  all: () => true,
  queue: (one) => one.queue && !one.same_as && !["skipped", "approved", "published"].includes(one.status),
  selected: (one) => one.triage?.choice === "select",
  open: (one) => one.triage?.choice === "select" && !one.verdict,
  review: (one) => one.status === "in_review",
  conflicts: (one) => one.conflicts.length > 0,
  mine: (one, ui) => one.assigned === ui.snapshot.author,
};

/** The claims of the queue that hold every word of the filter, whatever their spelling of alef, ya and marks. */
function filtered(ui) {
  const words = foldWord(ui.filter).split(/\s+/).filter(Boolean);
  const inQueue = QUEUES[ui.queue] || QUEUES.all;
  return ui.snapshot.claims.filter((claim) => {
    if (!inQueue(claim, ui)) return false;
    if (!words.length) return true;
    const text = foldWord([sentenceOf(claim), claim.exact, claim.claimant, ...Object.values(claim.called), claim.speaker || ""].join(" "));
    return words.every((word) => text.includes(word));
  });
}

function foldWord(text) {
  return text.normalize("NFKC").toLowerCase()
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c-\u200f\u0300-\u036f]/g, "")
    .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي");
}
