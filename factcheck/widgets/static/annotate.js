// The check screen as a widget of its own.

function render({ model, el: host }) {
  return mountCheck({ model, host });
}

export default { render };
