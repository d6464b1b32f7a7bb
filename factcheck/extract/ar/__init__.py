"""The Arabic rules: verbs, clauses, reports, names, numbers and days of Arabic news text."""
