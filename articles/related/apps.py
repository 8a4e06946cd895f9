from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from articles.stories import parts


class RelatedConfig(AppConfig):
    name = "articles.related"
    label = "related"
    verbose_name = _("Related stories")

    def ready(self) -> None:
        from articles.related import snapshot  # models are loaded only now

        parts.register("related", snapshot.collect)
