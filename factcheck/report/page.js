(function () {
  "use strict";
  var chosen = {};
  var LEAST = 150; // a picture is made no narrower: what is wider than its frame then is scrolled, never made smaller

  function draw(block) {
    var key = block.getAttribute("data-chart");
    var place = document.getElementById(key);
    var spec = JSON.parse(block.textContent);
    var options = { mode: "vega", renderer: "svg", actions: false, ast: true, logLevel: 1, loader: { load: refuse } };
    return window.vegaEmbed(place, spec, options).then(function (drawn) {
      (block.getAttribute("data-picks") || "").split(" ").filter(Boolean).forEach(function (pick) {
        listen(drawn.view, pick);
      });
      return fit(drawn.view, place, spec);
    }).catch(function (error) { console.error("chart " + key + ": " + error.message); });
  }

  /** Let the chart's bars or lines be shorter where the page is narrow; its words keep their size. */
  function fit(view, place, spec) {
    var names = typeof spec.width === "number" ? ["width"] : (spec.signals || []).filter(function (one) {
      return /width$/i.test(one.name) && typeof one.value === "number";
    }).map(function (one) { return one.name; });
    var isGrid = (spec.scales || []).some(function (one) { return one.name === "x" && one.type === "band"; });
    var svg = place.querySelector("svg.marks");
    var whole = svg.getBoundingClientRect().width;
    var natural = names.map(function (name) { return view.signal(name); });
    function again() {
      var over = Math.max(0, whole - place.clientWidth);
      if (!isGrid) {
        names.forEach(function (name, i) { view.signal(name, Math.min(natural[i], Math.max(LEAST, natural[i] - over))); });
      }
      return view.runAsync().then(function () {
        if (place.scrollWidth > place.clientWidth) { place.tabIndex = 0; } else { place.removeAttribute("tabindex"); }
      });
    }
    window.addEventListener("resize", again);
    return again();
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
