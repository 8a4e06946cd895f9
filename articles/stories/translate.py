"""Start the version of a story in another language."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.people.models import User
from articles.people.roles import can
from articles.stories import revise
from articles.stories.models import Article, ArticleByline, ImagePlacement, Source

Carry = Callable[[Article, Article], None]


class NotTranslatable(Exception):
    """There can be no such version. `str()` is a sentence for a person."""


@transaction.atomic
def start_translation(
    *, original: Article, language: str, by: User, carry: Iterable[Carry] = ()
) -> Article:
    """A draft in `language` beside `original`: its section, bylines, sources and image.

    The text is not copied, so that no untranslated sentence can slip through; the headline is,
    because an article has one. What AI did to the original is not what it will do here, so no use
    is copied. `carry` lets rooms above copy what is theirs. Where the version exists already, it
    is given back. Raises PermissionDenied (also to who may not see the original), NotTranslatable.
    """
    original = revise.lock(original.pk)
    if not can(by, "article.view", original):
        raise PermissionDenied(_("Your role does not allow this."))
    if language not in dict(settings.LANGUAGES):
        raise NotTranslatable(_("The newsroom does not publish in that language."))
    there = Article.objects.filter(
        translation_group=original.translation_group, language=language
    ).first()
    if there is not None:
        return there
    article = Article(
        language=language,
        translation_group=original.translation_group,
        translated_from=original,
        section=original.section,
        headline=original.headline,
        created_by=by,
    )
    if not can(by, "article.add", article):
        raise PermissionDenied(_("Your role does not allow this."))
    article.save(force_insert=True)
    _copy(ArticleByline, original, article, "byline", "position")
    _copy(
        Source,
        original,
        article,
        *("position", "outlet", "title", "url", "published_on", "kind", "language", "checked_at"),
    )
    # Alt text and caption belong to a language, so they stay empty.
    _copy(ImagePlacement, original, article, "asset", "role", "position")
    for copy in carry:
        copy(original, article)
    revise.take(article=article, by=by)
    record(
        by,
        "article.translation_started",
        article,
        original=original.pk,
        original_language=original.language,
        language=language,
    )
    return article


def _copy(model: type, original: Article, article: Article, *fields: str) -> None:
    model.objects.bulk_create(
        model(article=article, **{name: getattr(row, name) for name in fields})
        for row in model.objects.filter(article=original)
    )
