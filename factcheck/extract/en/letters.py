"""The letters that stand for the parts English words play, one a token."""

#   V finite verb · X finite auxiliary · Z pronoun with its auxiliary (he's) · P participle in -ed · B base form
#   x be, been
#   G form in -ing · D determiner · R subject pronoun · O object pronoun · N noun or adjective · # number · A adverb
#   p noun or verb, v finite verb or participle, until settled · I preposition · T to before a verb · S subordinator
#   W relative · C conjunction · M mark
FINITE = frozenset("VXZ")
