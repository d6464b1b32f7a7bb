// Forms, made from the table of kinds of event: each field has its label, its direction and its choices.

const LONG = new Set(["passage", "asked", "reply", "text", "question", "original", "note", "reason", "fact",
  "impression", "part", "searched", "because", "caption", "comment", "found", "how_we_checked", "bottom_line"]);
const LEFT_TO_RIGHT = new Set(["web", "id", "day", "number", "period"]);
let madeFields = 0;

/** The label of a field: the word for it in this kind of event, else the general one. */
function fieldLabel(ui, kind, name) {
  return say(ui, hasWord(ui, `field.${kind}.${name}`) ? `field.${kind}.${name}` : `field.${name}`);
}

function choiceLabel(ui, name, id) {
  return say(ui, hasWord(ui, `${name}.${id}`) ? `${name}.${id}` : `choice.${id}`);
}

/** One labelled control for a field of an event. */
function fieldControl(ui, kind, name, value) {
  const field = ui.vocabulary.fields[kind][name];
  const id = `fc-f${++madeFields}`;
  const common = { id, name, class: "fc-input", "aria-required": field.required ? "true" : null };
  let control;
  if (field.type === "choice") {
    control = el("select", common,
      field.required ? null : el("option", { value: "" }, "—"),
      field.choices.map((one) => el("option", { value: one }, choiceLabel(ui, name, one))));
  } else if (LONG.has(name)) {
    control = el("textarea", { ...common, dir: "auto", rows: name === "passage" || name === "original" ? 3 : 2 });
  } else {
    const type = field.type === "day" ? "date" : field.type === "web" ? "url" : "text";
    control = el("input", { ...common, type, autocomplete: "off", dir: LEFT_TO_RIGHT.has(field.type) ? "ltr" : "auto" });
  }
  if (value !== undefined && value !== null) control.value = value;
  const label = el("label", { for: id }, fieldLabel(ui, kind, name),
    field.required ? el("span", { class: "fc-required", title: say(ui, "screen.required") }, " *") : null);
  return el("div", { class: `fc-field${LONG.has(name) ? " fc-wide" : ""}` }, label, control);
}

/** What a form holds, its empty fields left out. */
function formValues(form) {
  const values = {};
  for (const control of form.querySelectorAll("input, select, textarea")) {
    if (!control.name) continue;
    if (control.type === "checkbox") {
      if (control.checked) (values[control.name] ||= []).push(control.value);
    } else if (control.type !== "radio" && control.value.trim()) values[control.name] = control.value.trim();
  }
  return values;
}

/**
 * A form for one kind of event on one claim. `names` are its fields, `more` those behind a fold. What is typed is kept
 * as a draft until the record has it; Ctrl+Enter sends.
 */
function eventForm(ui, { kind, claim, names, more = [], values = {}, send, label, extra = null, onDone = null }) {
  const draft = ui.drafts.get(claim, kind);
  const start = { ...values, ...(draft || {}) };
  const error = el("p", { class: "fc-error", role: "alert", hidden: true });
  const form = el("form", { class: "fc-form", novalidate: true, "data-kind": kind, "aria-label": label },
    el("div", { class: "fc-fields" }, names.map((name) => fieldControl(ui, kind, name, start[name]))),
    more.length ? el("details", { class: "fc-more", open: more.some((name) => draft?.[name]) || null },
      el("summary", {}, say(ui, "screen.more_fields")),
      el("div", { class: "fc-fields" }, more.map((name) => fieldControl(ui, kind, name, start[name])))) : null,
    extra, error,
    el("div", { class: "fc-row" }, el("button", { type: "submit", class: "fc-button fc-primary" }, label),
      el("span", { class: "fc-hint" }, "Ctrl+Enter")));
  form.addEventListener("input", () => ui.drafts.set(claim, kind, formValues(form)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.busy) return;
    const fields = emptyFields(ui, form, kind);
    if (fields.length) return showRefusal(ui, error, { code: "fields", fields });
    form.dataset.busy = "1";
    const reply = await send(formValues(form));
    delete form.dataset.busy;
    if (!reply.ok) return showRefusal(ui, error, reply);
    ui.drafts.drop(claim, kind);
    if (onDone) onDone(reply);
    else ui.redraw();
  });
  return form;
}

const SAID_WHOLE = new Set(["offset", "stale", "conflict", "private"]); // refusals whose message says all there is to say

/** Why a command was not carried out, in the language of the interface; where it has no words for it, in the record's. */
function refusalWords(ui, reply) {
  const said = el("strong", {}, say(ui, `refusal.${reply.code}`));
  if (reply.rules) return [said, el("ul", {}, reply.rules.map((code) => el("li", {}, say(ui, `rule.${code}`))))];
  if (reply.told) return [said, " ", reply.told[ui.lang]];
  if (reply.fields) return [said, " ", reply.fields.join(ui.lang === "ar" ? "، " : ", ")];
  return SAID_WHOLE.has(reply.code) ? [said] : [said, " ", el("span", { dir: "auto" }, reply.message || "")];
}

function showRefusal(ui, place, reply) {
  place.hidden = false;
  refill(place, refusalWords(ui, reply));
}

/** The labels of the fields of a form that must hold something and do not. */
function emptyFields(ui, form, kind) {
  return [...form.querySelectorAll("[aria-required=true]")].filter((one) => !one.value.trim())
    .map((one) => fieldLabel(ui, kind, one.name));
}
