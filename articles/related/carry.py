"""Give a translation the related stories of its original."""

from articles.related.models import RelatedLink
from articles.stories.models import Article


def carry(original: Article, article: Article) -> None:
    """The same links in the same order; to our own stories in the new language where there is one."""
    links = list(original.related_links.select_related("target"))
    groups = [link.target.translation_group for link in links if link.target_id]
    siblings = dict(
        Article.objects.filter(translation_group__in=groups, language=article.language)
        .exclude(pk=article.pk)
        .values_list("translation_group", "pk")
    )
    copies, targets = [], set()
    for link in links:
        target = link.target_id and siblings.get(link.target.translation_group, link.target_id)
        if target and target in targets:
            continue
        targets.add(target)
        copies.append(
            RelatedLink(
                article=article,
                target_id=target,
                **{
                    name: getattr(link, name)
                    for name in ("position", "kind", "url", "title", "outlet")
                },
            )
        )
    RelatedLink.objects.bulk_create(copies)
