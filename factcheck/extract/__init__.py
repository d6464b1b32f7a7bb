"""From a text to claims: sentences, quotations, who says what, numbers, days, places. The text is only pointed into."""
