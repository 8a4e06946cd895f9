"""How each section is reviewed, as its editors have set it; the house's own habit where not."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.moderation.models import ReviewPolicy


@dataclass(frozen=True)
class Policy:
    """`due_minutes` from submission; `reach` 0 to 3; `four_eyes`: who changed it does not approve."""

    due_minutes: int = 60
    reach: int = 1
    four_eyes: bool = True


@dataclass(frozen=True)
class Policies:
    """All of them, by a section's key; None is the one for sections without their own."""

    rows: Mapping[int | None, Policy]

    def of(self, section_id: int) -> Policy:
        return self.rows.get(section_id) or self.common()

    def common(self) -> Policy:
        """For sections without a policy of their own."""
        return self.rows.get(None) or Policy()


def read() -> Policies:
    """All policies, in one query; there are at most as many as sections."""
    rows = ReviewPolicy.objects.values_list("section_id", "due_minutes", "reach", "four_eyes")
    return Policies({section: Policy(*rest) for section, *rest in rows})


def of(section_id: int) -> Policy:
    return read().of(section_id)
