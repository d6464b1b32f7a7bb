"""The one Chromium of a test run: Playwright's synchronous side cannot be started twice in one thread."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

RUNNING: list[Any] = []


@contextmanager
def launched() -> Iterator[Any]:
    """A headless Chromium, closed at the end. Without one the test fails: a screen nobody looked at is not right."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            pytest.fail(
                "There is no Chromium: install Debian's chromium, or name one in FACTCHECK_CHROMIUM; "
                "`pytest -m 'not browser'` leaves its tests out."
            )
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=[*options, "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


def chromium(playwright: Playwright) -> str | None:
    """The browser: what FACTCHECK_CHROMIUM names, else Debian's, else any on the path, else Playwright's own."""
    named = os.environ.get("FACTCHECK_CHROMIUM")
    for name in [named] if named else ["/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome"]:
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    return own if not named and Path(own).is_file() else None
