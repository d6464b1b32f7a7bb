"""What the benchmarks measured, in one table, and the floors their ratios must keep to (`floors.toml`)."""

from __future__ import annotations

import os
import platform
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass
class Figures:
    """Ratios as they are measured, each beside its floor; `load` is what else the machine did before the run."""

    floors: dict[str, dict[str, float | str]] = field(default_factory=lambda: tomllib.loads(FLOORS.read_text("utf-8")))
    found: dict[str, tuple[float, str]] = field(default_factory=dict)
    load: float = field(default_factory=lambda: os.getloadavg()[0])

    def ratio(self, name: str, value: float, beside: str = "", *, asserted: bool = True) -> None:
        """Note a ratio of two measurements of this run, with what it was made of in words; `AssertionError` where it
        is beyond its floor. With `asserted` false (another load on the machine than the floor is for) it is only told.
        """
        self.found[name] = (value, beside if asserted else f"{beside}; not judged under this load")
        assert not asserted or self.keeps(name, value), f"{name} is {value:.2f}, floor {self.floor(name)}"

    def keeps(self, name: str, value: float) -> bool:
        floor = self.floors[name]
        if "at_most" in floor:
            return value <= float(floor["at_most"])
        return value >= float(floor["at_least"])

    def floor(self, name: str) -> str:
        floor = self.floors[name]
        return f"≤ {floor['at_most']:g}" if "at_most" in floor else f"≥ {floor['at_least']:g}"

    def missing(self) -> list[str]:
        """The floors nothing was measured for."""
        return [name for name in self.floors if name not in self.found]

    def table(self) -> str:
        """All of it in Markdown: what, the ratio, its floor, and what it was made of."""
        lines = [
            f"Benchmarks of {date.today():%-d %B %Y}: {platform.machine()}, {os.cpu_count()} cores, "
            f"Python {platform.python_version()}, load {self.load:.2f} before the run, "
            f"{os.getloadavg()[0]:.2f} at its end.",
            "",
            "| what | ratio | floor | measured |",
            "|---|---|---|---|",
        ]
        for name, floor in self.floors.items():
            told, kept, beside = "–", "", "not measured"
            if name in self.found:
                value, beside = self.found[name]
                told, kept = f"{value:.2f}", "" if self.keeps(name, value) else " **missed**"
            lines.append(f"| {floor['what']} | {told} | {self.floor(name)}{kept} | {beside} |")
        return "\n".join(lines)
