"""How fast the screens answer, as ratios within one run: beside a bare echo and an fsync, and by number of claims."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
from laboratory import browser, desk, lab, plain, workspace  # noqa: F401 - the fixtures of the browser tests

from factcheck.widgets.annotate import ClaimAnnotator

ECHO = """
import anywidget
class Echo(anywidget.AnyWidget):
    _esm = "export default { render({ model, el }) { el.className = 'echo'; window.echo = model; } }"
echo = Echo()
echo.on_msg(lambda widget, content, buffers: widget.send(content))
echo
"""
ROUND = """async () => {
  const times = [];
  for (let i = 0; i < 30; i++) {
    const start = performance.now();
    await new Promise((done) => {
      const hear = () => { window.echo.off('msg:custom', hear); done(); };
      window.echo.on('msg:custom', hear);
      window.echo.send({ n: i });
    });
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 30));
  }
  return times;
}"""
VERDICTS = """async () => {
  const times = [], saved = () => document.querySelector('.fc-saved').dataset.saved === 'true';
  for (let i = 0; i < 30; i++) {
    const start = performance.now();
    await new Promise((done) => {
      const seen = new MutationObserver(() => { if (saved()) { seen.disconnect(); done(); } });
      document.querySelector(`.fc-choice[data-verdict=${i % 2 ? 'true' : 'false'}]`).click();
      seen.observe(document.querySelector('.fc-saved'), { attributes: true });
    });
    times.push(performance.now() - start);
    while (!document.querySelector(`.fc-choice[data-verdict=${i % 2 ? 'true' : 'false'}][aria-checked=true]`))
      await new Promise((done) => setTimeout(done, 10));
    await new Promise((done) => setTimeout(done, 30));
  }
  return times;
}"""


def fsync_time(folder: Path) -> float:
    """The median of one small durable write, in milliseconds."""
    times = []
    with (folder / "probe").open("wb") as file:
        for _ in range(30):
            start = time.perf_counter()
            file.write(b"x" * 600)
            file.flush()
            os.fsync(file.fileno())
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def test_from_the_key_to_the_disk_and_back_costs_little_more_than_an_echo_and_an_fsync(desk, tmp_path, figures):  # noqa: F811
    screen = "from factcheck import Workspace\nWorkspace.open().annotate('harbour-spill', lang='en')"
    page = desk.open(desk.lab.notebook("echo", ECHO, screen))
    page.wait_for_selector(".echo", state="attached")
    echo, given = statistics.median(page.evaluate(ROUND)), statistics.median(page.evaluate(VERDICTS))
    bare = echo + fsync_time(tmp_path)
    figures.ratio("screen_key_to_disk", given / bare, f"{given:.1f} and {bare:.1f} ms")


@pytest.fixture(scope="module")
def sizes(tmp_path_factory):
    """Workspaces with articles of about 50, 500 and 5,000 claims."""
    from factcheck.workspace import init_workspace

    home = init_workspace(tmp_path_factory.mktemp("sizes") / "w")
    for n in (50, 500, 5000):
        lines = (f"Officer {i} said on Monday that {i} people had come to town {i}." for i in range(2, n + 2))
        (home.data_dir / f"n{n}.txt").write_text("\n".join(lines), "utf-8")
    return home


NEXT = """async () => {
  const times = [];
  document.querySelector('.fc').focus();
  for (let i = 0; i < 25; i++) {
    const start = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyJ', key: 'j', bubbles: true }));
    document.querySelector('.fc').getBoundingClientRect();
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return times;
}"""
PAINT = """async (text) => {
  const snapshot = JSON.parse(text);
  const host = document.body.appendChild(document.createElement('div'));
  let hear;
  const model = { get: window.model.get, on: (name, act) => (hear = act), off() {}, send() {} };
  const end = window.anotherWith(model, host);
  const start = performance.now();
  hear({ snapshot });
  host.getBoundingClientRect();
  await new Promise(requestAnimationFrame);
  const time = performance.now() - start;
  end();
  host.remove();
  return time;
}"""


def test_the_next_of_5000_claims_takes_at_most_twice_that_of_50_and_a_windowed_first_paint_six_times(
    plain,  # noqa: F811
    sizes,
    monkeypatch,
    figures,
):
    monkeypatch.setenv("FACTCHECK_AUTHOR", "Bench")
    step, paint = {}, {}
    for n in (50, 500, 5000):
        widget = ClaimAnnotator(sizes, f"n{n}", lang="en")
        snapshot = widget.snapshot()
        sent = json.dumps(snapshot)  # as the kernel sends it; read before the clock starts
        page = plain.mount(widget)
        step[n] = statistics.median(page.evaluate(NEXT))
        paint[n] = min(page.evaluate(PAINT, sent) for _ in range(5))
        assert len(snapshot["claims"]) >= n
    figures.ratio("screen_next_5000", step[5000] / step[50], f"{step[50]:.1f} and {step[5000]:.1f} ms")
    figures.ratio("screen_paint_500", paint[500] / paint[50], f"{paint[50]:.1f} and {paint[500]:.1f} ms")
    figures.ratio("screen_paint_5000", paint[5000] / paint[50], f"{paint[5000]:.1f} ms")
