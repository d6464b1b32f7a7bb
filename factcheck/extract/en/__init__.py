"""The English rules: tags, clauses, reports, names, numbers and days of English news text."""
