"""The fixtures of the browser tests; what they are made of stands in `laboratory` and `plain`."""

from __future__ import annotations

from pathlib import Path

import pytest
from laboratory import browser, desk, lab, plain, workspace

__all__ = ["browser", "desk", "lab", "plain", "workspace"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
