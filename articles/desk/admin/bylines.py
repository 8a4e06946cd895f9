from django.contrib import admin

from articles.desk.base import DeskModelAdmin
from articles.people.models import Byline


@admin.register(Byline)
class BylineAdmin(DeskModelAdmin):
    kind = "byline"
    verb_view = "byline.view"
    verb_add = verb_change = "byline.change"
    list_display = ["name_ko", "name_en", "title_ko", "title_en", "user"]
    list_select_related = ["user"]
    search_fields = ["name_ko", "name_en", "slug"]
    fields = ["slug", "name_ko", "name_en", "title_ko", "title_en", "user"]
