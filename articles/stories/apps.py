from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    """The core app keeps the label `articles`: tables and addresses read articles_article."""

    name = "articles.stories"
    label = "articles"
    verbose_name = _("Stories")
