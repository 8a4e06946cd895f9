"""How a section is reviewed is set within bounds, and what lies outside comes back in words."""

import pytest
from django.urls import reverse

from articles.moderation.models import ReviewPolicy

ADD = "admin:moderation_reviewpolicy_add"


@pytest.mark.parametrize(
    ("field", "value"), [("due_minutes", "0"), ("due_minutes", "9" * 18), ("reach", "4")]
)
def test_what_is_out_of_bounds_is_said_at_its_field(cast, signed_in, field, value):
    data = {"section": "", "due_minutes": "60", "reach": "1"} | {field: value}
    page = signed_in(cast.editor).post(reverse(ADD), data)
    assert page.status_code == 200 and page.context["adminform"].form.errors[field]
    assert "in_bounds" not in page.text and not ReviewPolicy.objects.exists()


def test_an_editor_sets_a_policy(cast, signed_in):
    data = {"section": cast.hong_kong.pk, "due_minutes": "30", "reach": "3", "four_eyes": "on"}
    assert signed_in(cast.editor).post(reverse(ADD), data).status_code == 302
    assert ReviewPolicy.objects.get().due_minutes == 30
