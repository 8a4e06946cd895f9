"""Who may be given a case."""

from articles.people.models import User
from articles.people.roles import VERBS


def moderators() -> list[User]:
    """Everybody who decides on cases somewhere, by name. Whether on this one, the verb says."""
    return list(
        User.objects.filter(is_active=True, section_roles__role__in=VERBS["case.decide"]).distinct()
    )
