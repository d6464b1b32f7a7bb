// Between the screen and the kernel: commands go out and are acknowledged, snapshots and patches come in.

const PATIENCE = 3000; // milliseconds until a silent kernel is said to be silent
const LOOKS = new Set(["hello", "refresh", "history"]); // commands that write nothing
const GLANCE = 5000; // how often a screen that is looked at asks what others wrote

/**
 * A channel over one anywidget model. `hear(reply)` gets every reply, also those to other views of the model;
 * `onDisk` is called as soon as a command of this view is on the disk, before what follows from it is known.
 */
function openChannel(model, hear, setAnswering, onDisk = () => {}) {
  const view = Math.random().toString(36).slice(2, 10);
  const waiting = new Map();
  let count = 0;
  let closed = false;

  function onMessage(reply) {
    if (closed || !reply || typeof reply !== "object") return;
    const own = waiting.get(reply.cmd_id);
    if (own) clearTimeout(own.timer);
    if (reply.on_disk) {
      if (own) own.saved = true;
      if (own) onDisk();
      return;
    }
    if (own) waiting.delete(reply.cmd_id);
    hear(reply);
    if (!own) return;
    setAnswering(true);
    own.resolve(reply);
  }
  model.on("msg:custom", onMessage);

  function sendMessage(message) {
    const cmd_id = `${view}-${++count}`;
    return new Promise((resolve) => {
      const timer = setTimeout(() => !closed && setAnswering(false), PATIENCE);
      waiting.set(cmd_id, { resolve, timer, saved: LOOKS.has(message.cmd) });
      try {
        model.send({ ...message, cmd_id });
      } catch {
        setAnswering(false);
      }
    });
  }

  return {
    /** Send a command; the promise holds its reply and waits as long as it takes. */
    send: (cmd, args = {}, rev = null) => sendMessage({ cmd, args, base_rev: rev }),
    /** Send a command to the check screen of an article. */
    sendTo: (article, cmd, args = {}) => sendMessage({ cmd, args, article, base_rev: null }),
    isWaiting: () => waiting.size > 0,
    /** Whether everything that was sent to be written is on the disk. */
    isSaved: () => [...waiting.values()].every((one) => one.saved),
    close() {
      closed = true;
      model.off("msg:custom", onMessage);
      for (const { timer } of waiting.values()) clearTimeout(timer);
    },
  };
}

/** Ask now and then what others wrote, while somebody looks; returns the way to stop. */
function glanceRegularly(root, glance) {
  const timer = setInterval(() => {
    if (root.isConnected && document.visibilityState === "visible" && root.offsetParent !== null) glance();
  }, GLANCE);
  return () => clearInterval(timer);
}

/** What was typed and not sent, kept in the browser under article and author, by claim and form. */
function openDrafts(article, author) {
  const key = `factcheck:draft:${article}:${author || ""}`;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key)) || {};
  } catch {
    kept = {};
  }
  const offered = { ...kept };
  const live = {};

  function store() {
    try {
      const all = { ...offered, ...live };
      if (Object.keys(all).length) localStorage.setItem(key, JSON.stringify(all));
      else localStorage.removeItem(key);
    } catch {
      // a browser without storage keeps no drafts; what is typed stays on the screen
    }
  }
  return {
    offered,
    get: (claim, form) => live[`${claim} ${form}`]?.values,
    set(claim, form, values) {
      live[`${claim} ${form}`] = { claim, form, values, at: Date.now() };
      store();
    },
    drop(claim, form) {
      delete live[`${claim} ${form}`];
      delete offered[`${claim} ${form}`];
      store();
    },
    /** Take the offered drafts up, so that their forms show them; nothing is sent. */
    accept() {
      for (const [name, draft] of Object.entries(offered)) {
        live[name] = live[name] || draft;
        delete offered[name];
      }
      store();
    },
    discard() {
      for (const name of Object.keys(offered)) delete offered[name];
      store();
    },
  };
}
