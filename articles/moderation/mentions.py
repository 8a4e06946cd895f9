"""Who is meant by `@username` or `@이름` in a comment. Pure but for the list of people."""

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from articles.people.models import User

_AT = re.compile(r"(?<![\w.])@")
_LATIN = re.compile(r"[A-Za-z0-9_]")


def people(section_code: str) -> QuerySet[User]:
    """Everybody who may see what is reviewed in a section."""
    here = Q(section_roles__section__in=["", section_code])
    return User.objects.filter(here | Q(is_superuser=True), is_active=True).distinct()


def mentioned(text: str, people: Iterable[User]) -> list[User]:
    """Those named behind an `@`, each once, in the order of the text.

    The longest name that stands there counts; a Korean one may carry its particle or title
    (`@이하준님은`), a user name ends where its letters end. Two people of one name are both meant.
    """
    names: dict[str, list[User]] = {}
    for person in people:
        for name in {person.username, person.name, person.name_en} - {""}:
            names.setdefault(name.casefold(), []).append(person)
    longest = sorted(names, key=len, reverse=True)
    found: dict[int, User] = {}
    folded = text.casefold()
    # Where folding changes the length (ß), positions would be wrong: the text is then taken as is.
    folded = folded if len(folded) == len(text) else text
    for at in _AT.finditer(text):
        for name in longest:
            if folded.startswith(name, at.end()) and _ends(text, at.end() + len(name), name):
                found.update((person.pk, person) for person in names[name])
                break
    return list(found.values())


def _ends(text: str, at: int, name: str) -> bool:
    """A Latin name does not go on in Latin letters: @min is not @minseo."""
    return not (_LATIN.match(name[-1]) and _LATIN.match(text[at : at + 1]))
