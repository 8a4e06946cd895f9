from django.contrib import admin

from articles.desk.base import DeskModelAdmin
from articles.disclosure.models import AISystem


@admin.register(AISystem)
class AISystemAdmin(DeskModelAdmin):
    kind = "ai_system"
    verb_view = "ai_system.view"
    verb_add = verb_change = "ai_system.change"
    list_display = ["name", "version", "vendor", "purpose_ko", "purpose_en"]
    search_fields = ["name", "name_en", "vendor"]
    fields = ["name", "name_en", "version", "vendor", "purpose_ko", "purpose_en"]
