"""Offsets at the boundary: JavaScript counts UTF-16 units, the article and the record count code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Offsets:
    """Both ways between the code points and the UTF-16 units of one text, each look-up logarithmic."""

    def __init__(self, text: str) -> None:
        self._points = [i for i, char in enumerate(text) if ord(char) > 0xFFFF]
        self._units = [point + i for i, point in enumerate(self._points)]
        self.points = len(text)
        self.units = len(text) + len(self._points)

    def to_units(self, point: int) -> int:
        """The UTF-16 offset of a code-point offset."""
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """The code-point offset of a UTF-16 offset. Raises `ValueError` outside the text or between two halves."""
        if not 0 <= unit <= self.units:
            raise ValueError(f"{unit} is outside the text, which has {self.units} UTF-16 units.")
        before = bisect_right(self._units, unit - 1)
        if before and unit == self._units[before - 1] + 1:
            raise ValueError(f"{unit} is between the two halves of one character.")
        return unit - before
