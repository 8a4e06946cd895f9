"""Readers' addresses."""

from django.urls import path, register_converter

from articles.reader.addresses import (
    ImageIdConverter,
    ImageKeyConverter,
    LanguageConverter,
    ShortIdConverter,
)
from articles.reader.views import about, article, choice, front, image, origin

register_converter(LanguageConverter, "language")
register_converter(ShortIdConverter, "short_id")
register_converter(ImageKeyConverter, "image_key")
register_converter(ImageIdConverter, "image_id")

app_name = "reader"
urlpatterns = [
    path("", front.entrance, name="entrance"),
    path("media/<image_key:key>", image.image, name="image"),
    path("images/<image_id:image_id>.json", origin.data, name="provenance_json"),
    path("images/<image_id:image_id>/original", origin.original, name="original"),
    path("<language:language>/", front.home, name="home"),
    path("<language:language>/images/<image_id:image_id>/", origin.provenance, name="provenance"),
    path("<language:language>/section/<str:code>/", front.section, name="section"),
    path("<language:language>/how-we-use-ai/", about.how, name="how"),
    path("<language:language>/labels/", about.labels, name="labels"),
    path("<language:language>/privacy/", about.privacy, name="privacy"),
    path("<language:language>/privacy/consent/", choice.choose, name="consent"),
    path(
        "<language:language>/<str:section>/<short_id:public_id>/<str:slug>/",
        article.article,
        name="article",
    ),
    path("<language:language>/<str:section>/<short_id:public_id>/", article.article),
]
