from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReaderConfig(AppConfig):
    name = "articles.reader"
    label = "reader"
    verbose_name = _("Reader’s pages")
