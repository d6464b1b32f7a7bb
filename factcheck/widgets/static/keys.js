// The keyboard. Letters are known by their place (`code`), so that an Arabic layout works; nothing leaks to the notebook.

const KEYS = [
  ["J", "KeyJ", "next"], ["K", "KeyK", "previous"], ["N", "KeyN", "next_selected"], ["T", "KeyT", "triage"],
  ["1–7", null, "verdict"], ["0", null, "clear"], ["C", "KeyC", "add_claim"], ["R", "KeyR", "restate"],
  ["S", "KeyS", "evidence"], ["P", "KeyP", "contact"], ["E", "KeyE", "note"], ["A", "KeyA", "ask"], ["G", "KeyG", "review"],
  ["Ctrl+Z", null, "undo"], ["Ctrl+Shift+Z", null, "redo"], ["Ctrl+Enter", null, "send"], ["/", null, "filter"],
  ["?", null, "help"], ["Esc", null, "escape"],
];

/** Listen on `root`; `acts` holds a function for each word of `KEYS`, and `verdict(key)`. */
function listenToKeys(root, acts) {
  root.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, textarea, select");
    const chord = event.ctrlKey || event.metaKey;
    if (!chord && !event.altKey) event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    if (chord) return chordPressed(event, field, acts);
    if (event.altKey) return;
    if (event.key === "Escape") return escapePressed(event, root, field, acts);
    if (field) return;
    const act = actOf(event, acts);
    if (act) {
      event.preventDefault();
      act();
    }
  });
  for (const name of ["keypress", "keyup"]) root.addEventListener(name, (event) => !event.ctrlKey && !event.metaKey && event.stopPropagation());
}

/** The widget's own chords; JupyterLab would take them for the notebook's undo and run. */
function chordPressed(event, field, acts) {
  if (event.code === "KeyZ") {
    event.stopPropagation();
    if (field && !field.matches("select, [type=checkbox]")) return; // inside words the browser's own undo
    event.preventDefault();
    (event.shiftKey ? acts.redo : acts.undo)();
  } else if (event.key === "Enter") {
    event.stopPropagation();
    event.preventDefault();
    const form = event.target.closest("form");
    if (form) form.requestSubmit();
  } else if (field && ["KeyA", "KeyC", "KeyV", "KeyX", "KeyB", "KeyY"].includes(event.code)) {
    event.stopPropagation();
  } else if (!field && ["KeyC", "KeyV", "KeyX", "KeyY", "KeyA", "KeyB", "KeyM"].includes(event.code)) {
    event.stopPropagation(); // copying the article's words is the browser's; cells stay as they are
  }
}

/** Out by one step: from a field to the widget, from the widget to the notebook. */
function escapePressed(event, root, field, acts) {
  event.preventDefault();
  if (acts.closeHelp()) return;
  if (field || document.activeElement !== root) root.focus();
  else {
    const outside = root.closest(".jp-Notebook, .jp-WindowedPanel-outer, [tabindex='-1']") || document.body;
    root.blur();
    if (outside.focus) outside.focus();
  }
}

function actOf(event, acts) {
  if (event.key === "/") return acts.filter;
  if (event.key === "?" || event.key === "؟") return acts.help;
  const digit = /^(?:Digit|Numpad)([0-7])$/.exec(event.code);
  if (digit && !event.shiftKey) return () => acts.verdict(digit[1]);
  if (event.shiftKey) return null;
  if (event.key === "ArrowDown" && event.target.closest("[role=listbox]")) return acts.next;
  if (event.key === "ArrowUp" && event.target.closest("[role=listbox]")) return acts.previous;
  const known = KEYS.find(([, code]) => code && code === event.code);
  return known ? acts[known[2]] : null;
}

function helpDialog(ui) {
  return el("div", { class: "fc-help", role: "dialog", "aria-modal": "false", "aria-label": say(ui, "screen.help"), hidden: true, tabindex: "-1" },
    el("h3", {}, say(ui, "screen.help")),
    el("dl", {}, KEYS.map(([key, , act]) => [el("dt", {}, el("kbd", { dir: "ltr" }, key)), el("dd", {}, say(ui, `key.${act}`))])));
}
