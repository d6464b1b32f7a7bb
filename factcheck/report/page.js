(function () {
  "use strict";
  var chosen = {};

  function draw(block) {
    var key = block.getAttribute("data-chart");
    var place = document.getElementById(key);
    var spec = JSON.parse(block.textContent);
    var options = { mode: "vega", renderer: "svg", actions: false, ast: true, logLevel: 1, loader: { load: refuse } };
    return window.vegaEmbed(place, spec, options).then(function (drawn) {
      (block.getAttribute("data-picks") || "").split(" ").filter(Boolean).forEach(function (pick) {
        listen(drawn.view, pick);
      });
    }).catch(function (error) { console.error("chart " + key + ": " + error.message); });
  }

  function refuse() { return Promise.reject(new Error("this page loads nothing")); }

  function listen(view, name) {
    view.addSignalListener(name, function (_, value) {
      chosen[name] = (value && value[name]) || [];
      filter();
    });
  }

  function filter() {
    var rows = document.querySelectorAll("tr[data-claim]");
    var shown = 0;
    rows.forEach(function (row) {
      var fits = Object.keys(chosen).every(function (name) {
        return !chosen[name].length || chosen[name].indexOf(row.getAttribute("data-" + name) || "") >= 0;
      });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    var count = document.getElementById("shown");
    if (count) { count.textContent = shown + " / " + rows.length; }
  }

  document.addEventListener("DOMContentLoaded", function () {
    var blocks = Array.prototype.slice.call(document.querySelectorAll("script[data-chart]"));
    Promise.all(blocks.map(draw)).then(function () { document.documentElement.setAttribute("data-drawn", "yes"); });
  });
})();
