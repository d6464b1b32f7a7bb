"""What an Arabic relative pronoun takes up: the noun or name before it, where its gender settles it."""

from __future__ import annotations

from factcheck.extract.ar.antecedents import Range, antecedent
from factcheck.extract.ar.duals import nouns, singular_of
from factcheck.extract.ar.scene import Scene
from factcheck.extract.ar.verbs import Verb
from factcheck.extract.ar.words import has_class, is_definite, is_function_word, word, words_of
from factcheck.text import fold

_TO_HIM = frozenset(map(fold, ("إليه", "إليها", "عليه", "عليها", "معه", "معها", "به", "بها", "عنه", "عنها")))
_NAMED = 3  # words of a name
GENDERS = {fold("الذي"): "m", fold("التي"): "f"}


def taken_up(scene: Scene, who: int) -> Range | None:
    """The definite phrase that a relative pronoun takes up; nothing where figures or bare nouns stand in it."""
    whole = antecedent(scene, who)
    whom = _of_gender(scene, whole, who)
    if whom is None or not all(is_definite(token.form) for token in scene.tokens[whom[0] : whom[1]]):
        return _of_construct(scene, whole, who) or _of_name(scene, whole, who)
    two = whom[1] - whom[0] == 2 and scene.tokens[whom[1] - 1].form.removeprefix("ال") in nouns()
    return (whom[1] - 1, whom[1]) if two else whom  # «استضاف المتحف | المعرض، الذي …»


def of_relative(scene: Scene, first: int, last: int) -> Range | None:
    """What the verb of a relative clause has for its subject, where that is the noun before the pronoun."""
    return None if has_own_subject(scene, first, last) else taken_up(scene, first - 1)


def has_own_subject(scene: Scene, first: int, last: int) -> bool:
    """Whether the verb of a relative clause has a subject behind the pronoun that takes up the noun: «المدير الذي |
    استمع إليه المحققون».
    """
    if first + 2 >= last:
        return False
    if first + 1 in scene.openings:
        return True  # «الحكم الذي | حصلت «الغد» على نسخة منه»
    return scene.tokens[first + 1].form in _TO_HIM and is_definite(scene.tokens[first + 2].form)


def _of_construct(scene: Scene, whole: Range | None, who: int) -> Range | None:
    """Two nouns in construct that a pronoun takes up, where the first alone is of its gender: «حركة الشباب، التي …»."""
    gender = GENDERS.get(scene.tokens[who].form.removeprefix("و"))
    if whole is None or gender is None or whole[1] - whole[0] != 2:
        return None
    head, second = (token.form for token in scene.tokens[slice(*whole)])
    found = _verb_behind(scene, who)
    agrees = found is not None and found.agreement == gender
    known = head in nouns() or (head.endswith("ات") and singular_of(head) is not None)
    told = agrees and not is_definite(head) and known and second.startswith("ال")
    own = (head.endswith(("ة", "ات")), second.endswith(("ة", "ات")))
    return whole if told and own == (gender == "f", gender != "f") else None


def _of_name(scene: Scene, whole: Range | None, who: int) -> Range | None:
    """A name without the article that a pronoun and the verb behind it take up: «غير أن | بركات، الذي أقيل …»."""
    gender, found = GENDERS.get(scene.tokens[who].form.removeprefix("و")), _verb_behind(scene, who)
    if whole is None or gender is None or found is None or found.agreement != gender or whole[1] - whole[0] > _NAMED:
        return None
    forms = [token.form for token in scene.tokens[slice(*whole)]]
    led = (form[0] in "بل" and (form[1:] in nouns() or form[1] == "ل") for form in forms)  # not «بركات»
    if any(led) or any(is_definite(form) or is_function_word(form) for form in forms):
        return None
    other = gender == "f" and forms[0] in nouns() and not forms[0].endswith(("ة", "اء"))  # «مطار | حلب، التي»
    return None if other or (gender == "m" and forms[0].endswith("ة")) else whole


def _of_gender(scene: Scene, whom: Range | None, who: int) -> Range | None:
    """The part of a phrase that a relative pronoun can mean by its gender: «المحكمة | الرئيس، الذي …».

    Nothing where the verb behind the pronoun has another gender, and so another subject («الذي وثقت كاميرات …»).
    """
    tokens = scene.tokens
    gender = GENDERS.get(tokens[who].form.removeprefix("و"))
    if whom is None or gender is None:
        return whom
    found = _verb_behind(scene, who)
    if found is None or found.agreement not in ("", gender):
        return None
    first, last = whom
    while gender == "m" and first < last and tokens[first].form.endswith("ة"):
        first += 1
    return (first, last) if first < last else None


def _verb_behind(scene: Scene, who: int) -> Verb | None:
    """The verb of a relative clause, behind «يُتوقع أن» as well: «عمليات البحث التي يُتوقع أن | تستمر»."""
    tokens = scene.tokens
    foreseen = who + 3 < scene.last and tokens[who + 1].form in words_of("foreseen")
    at = who + 3 if foreseen and has_class(tokens, who + 2, scene.last, "that") == who + 3 else who + 1
    return word(tokens[at].form).verb
