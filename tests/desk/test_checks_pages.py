"""Checks are switched, and house spellings kept, by those who make review policy."""

import pytest
from django.urls import reverse

from articles.audit.models import Entry
from articles.moderation.checks import RULES
from articles.moderation.models import CheckSetting, GlossaryTerm

SETTINGS, TERMS = "moderation_checksetting", "moderation_glossaryterm"


def add(client, model, **data):
    return client.post(reverse(f"admin:{model}_add"), data)


def test_an_editor_switches_a_check_off_for_a_section(cast, signed_in):
    data = {"code": "names", "section": cast.hong_kong.pk, "severity": ""}
    assert add(signed_in(cast.editor), SETTINGS, **data).status_code == 302
    row = CheckSetting.objects.get()
    assert (row.code, row.section, row.enabled) == ("names", cast.hong_kong, False)
    assert Entry.objects.filter(verb="check_setting.added", object_id=str(row.pk)).exists()


def test_a_second_setting_for_the_same_place_is_refused_in_words(cast, signed_in):
    client = signed_in(cast.editor)
    data = {"code": "names", "section": "", "enabled": "on", "severity": "low"}
    assert add(client, SETTINGS, **data).status_code == 302
    page = add(client, SETTINGS, **data)
    assert page.status_code == 200 and page.context["errors"]
    assert CheckSetting.objects.count() == 1


def test_every_check_can_be_chosen_and_nothing_else(cast, signed_in):
    client = signed_in(cast.editor)
    page = client.get(reverse(f"admin:{SETTINGS}_add")).content.decode()
    assert all(f'value="{code}"' in page for code in RULES)
    data = {"code": "nothing", "section": "", "enabled": "on", "severity": ""}
    assert add(client, SETTINGS, **data).status_code == 200


def test_a_glossary_term_is_tidied_and_remembered(cast, signed_in):
    data = {
        "language": "ko",
        "preferred": "선전",
        "variants": " 심천 \r\n\r\n심천\r\n선쩐",
        "source_form": "深圳",
    }
    assert add(signed_in(cast.editor), TERMS, **data).status_code == 302
    assert GlossaryTerm.objects.get().variants == "심천\n선쩐"
    assert Entry.objects.filter(verb="glossary_term.added").exists()


def test_the_preferred_form_is_no_other_spelling(cast, signed_in):
    data = {"language": "ko", "preferred": "선전", "variants": "심천\n선전"}
    assert add(signed_in(cast.editor), TERMS, **data).status_code == 200
    assert not GlossaryTerm.objects.exists()


@pytest.mark.parametrize("model", [SETTINGS, TERMS])
def test_others_look_and_change_nothing(cast, signed_in, model):
    GlossaryTerm.objects.create(language="ko", preferred="선전", variants="심천")
    CheckSetting.objects.create(code="names")
    client = signed_in(cast.writer)
    assert client.get(reverse(f"admin:{model}_changelist")).status_code == 200
    assert add(client, model).status_code == 403
    assert (
        client.post(reverse(f"admin:{model}_delete", args=[1]), {"post": "yes"}).status_code == 403
    )


def test_a_setting_can_be_taken_back(cast, signed_in):
    row = CheckSetting.objects.create(code="names", enabled=False)
    done = signed_in(cast.editor).post(
        reverse(f"admin:{SETTINGS}_delete", args=[row.pk]), {"post": "yes"}
    )
    assert done.status_code == 302
    assert not CheckSetting.objects.exists()
    assert Entry.objects.filter(verb="check_setting.deleted").exists()
