"""The one composed reading of an article: layout, propositions, and what belongs to each claim.

The languages meet it in two modules each, with the same names and shapes (`ar_…`, `en_…`):

    <lang>_propositions.find_propositions(layout, line, carry) -> tuple[list[Proposition], Carry]
    <lang>_sentence.claim_sentence(layout, proposition, claimant, cast) -> str

`find_propositions` reads one line (`layout.Line`, role headline or body) and returns its propositions in order, with
spans that are exact and trimmed, and what carries over to the next line (`layout.Carry`; a new one at headings). It
works on `layout.tokens[line.first:line.last]`, whose sentences (`line.sentences`, with `inner` ones) and quotations
(`line.quotations`) are already found, all by token index. `proposition.mode` follows `layout.quoted_share`: more than
half in quotation marks is a direct quote. `proposition.holder` is set whenever the mode is not narrator and the text
names anybody; `proposition.cue` excludes an attached conjunction. A line that raises costs that line only.

`claim_sentence` returns the claim as one sentence that stands alone: claimant, verb, content, denial spelt out.
Quantities, dates, places, kind, check-worthiness, ids and `same_as` are added here, for both languages alike.
"""
