"""The one Chromium of a test run: Playwright's synchronous side cannot be started twice in one thread."""

from __future__ import annotations

from typing import Any

RUNNING: list[Any] = []
