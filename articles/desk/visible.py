"""Which articles somebody meets at the desk."""

from django.db.models import QuerySet

from articles.people.models import User
from articles.people.roles import VERBS, can
from articles.stories.models import Article


def visible_to(user: User) -> QuerySet[Article]:
    """All articles, or those of the sections in which this person has a role."""
    articles = Article.objects.select_related("section", "created_by")
    if not can(user, "article.view"):
        return articles.none()
    rows = [(role, where) for role, where in user.role_rows() if role in VERBS["article.view"]]
    if user.is_superuser or any(not where for _role, where in rows):
        return articles
    return articles.filter(section__code__in={where for _role, where in rows})
