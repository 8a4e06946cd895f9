from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from articles.stories import parts


class DisclosureConfig(AppConfig):
    name = "articles.disclosure"
    label = "disclosure"
    verbose_name = _("AI disclosure")

    def ready(self) -> None:
        from articles.disclosure import snapshot, systems  # models are loaded only now
        from articles.images.renditions import systems as told_by_copies

        parts.register("ai_uses", snapshot.collect, snapshot.needs_review)
        told_by_copies.register(systems.of_image)
