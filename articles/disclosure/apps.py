from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from articles.stories import parts


class DisclosureConfig(AppConfig):
    name = "articles.disclosure"
    label = "disclosure"
    verbose_name = _("AI disclosure")

    def ready(self) -> None:
        from articles.disclosure import snapshot  # models are loaded only now

        parts.register("ai_uses", snapshot.collect, snapshot.needs_review)
