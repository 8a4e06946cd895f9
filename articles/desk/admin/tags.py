from django.contrib import admin

from articles.desk.base import DeskModelAdmin
from articles.stories.models import Tag


@admin.register(Tag)
class TagAdmin(DeskModelAdmin):
    kind = "tag"
    verb_view = "tag.view"
    verb_add = "tag.add"
    verb_change = "tag.change"
    list_display = ["name", "language"]
    list_filter = ["language"]
    search_fields = ["name"]
    fields = ["name", "language"]
