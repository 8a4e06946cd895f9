from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.desk.base import DeskModelAdmin
from articles.stories.models import Section


@admin.register(Section)
class SectionAdmin(DeskModelAdmin):
    kind = "section"
    verb_view = "section.view"
    verb_add = verb_change = "section.change"
    list_display = ["name_ko", "name_en", "code", "position"]
    search_fields = ["name_ko", "name_en", "code"]
    fields = ["code", "name_ko", "name_en", "about_ko", "about_en", "position"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        # The code stands in published addresses and in people's roles.
        return ["code"] if obj else []
