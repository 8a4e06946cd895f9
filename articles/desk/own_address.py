"""Which of our articles an address leads to."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from articles.stories.models import Article


def article_at(url: str) -> Article | None:
    """The article behind a public address of this site, or None for any other address."""
    parts = urlsplit(url.strip())
    hosts = {urlsplit(settings.SITE_URL).netloc, *settings.ALLOWED_HOSTS} - {"", "*"}
    if not parts.path or (parts.netloc not in hosts and parts.hostname not in hosts):
        return None
    try:
        match = resolve(parts.path)
    except Resolver404:
        return None
    public_id = match.kwargs.get("public_id")
    return Article.objects.filter(public_id=public_id).first() if public_id else None
