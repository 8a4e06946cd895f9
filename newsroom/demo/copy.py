"""Write the working copies of the demo's stories, as the writers' saves at the desk would."""

import datetime as dt
import re
from collections.abc import Iterable

from articles.disclosure.models import AIUse
from articles.lib.html import sanitise
from articles.related.models import RelatedLink
from articles.stories.models import Article, ArticleByline, ImagePlacement, Source, Tag
from newsroom.demo.staff import House, use_fields
from newsroom.demo.stories.shapes import Story

# The texts are wrapped to be read in the source; a line break between two tags says nothing.
BETWEEN_TAGS = re.compile(r"(?<=>) (?=<)|^ | $")


def write_all(stories: Iterable[Story], house: House, now: dt.datetime) -> dict[str, Article]:
    """All articles by their keys, each begun some time before it reached readers or a moderator."""
    articles: dict[str, Article] = {}
    for story in stories:
        original = articles[story.translation_of] if story.translation_of else None
        articles[story.key] = write(story, house, story.begun(now), original)
    for story in stories:
        link(story, articles)
    return articles


def write(story: Story, house: House, started: dt.datetime, original: Article | None) -> Article:
    """One article with its bylines, tags, picture, sources and AI uses; links come after."""
    author = house.people[story.author]
    article = Article(
        language=story.language,
        section=house.sections[story.section],
        headline=story.headline,
        standfirst=story.standfirst,
        body=first_draft(story),
        key_points="\n".join(story.key_points),
        slug=story.slug,
        created_by=author,
        translated_from=original,
    )
    if original is not None:
        article.translation_group = original.translation_group
    article.save()
    # The day the story was begun is history, and the column fills itself on every insert.
    Article.objects.filter(pk=article.pk).update(created_at=started)
    article.tags.set(
        Tag.objects.get_or_create(name=name, language=story.language)[0] for name in story.tags
    )
    for position, username in enumerate(story.bylines):
        ArticleByline.objects.create(
            article=article, byline=house.bylines[username], position=position
        )
    for position, source in enumerate(story.sources):
        Source.objects.create(
            article=article,
            position=position,
            outlet=source.outlet,
            title=source.title,
            url=source.url,
            kind=source.kind,
            language=source.language,
            published_on=source.published_on,
            checked_at=started + dt.timedelta(minutes=12),
        )
    if story.picture:
        ImagePlacement.objects.create(
            article=article,
            asset=house.assets[story.picture.asset],
            alt=story.picture.alt,
            caption=story.picture.caption,
        )
    for position, use in enumerate(story.uses):
        used_at = started + dt.timedelta(minutes=3 + 2 * position)
        AIUse.objects.create(article=article, **use_fields(use, house, author, used_at))
    return article


def link(story: Story, articles: dict[str, Article]) -> None:
    """The related stories, once every article they may name is there."""
    for position, each in enumerate(story.links):
        RelatedLink.objects.create(
            article=articles[story.key],
            position=position,
            kind=each.kind,
            target=articles[each.to] if each.to else None,
            url=each.url,
            title=each.title,
            outlet=each.outlet,
        )


def final(story: Story) -> str:
    """The body as it stands at the end, with every error put right."""
    return sanitise(BETWEEN_TAGS.sub("", " ".join(story.body.split())))


def first_edition(story: Story) -> str:
    """The body as it was first published: with the error that a correction later puts right."""
    html = final(story)
    if story.correction:
        html = html.replace(story.correction.right, story.correction.wrong)
    return html


def first_draft(story: Story) -> str:
    """The body before the editor touched it."""
    html = first_edition(story)
    for before, after in story.edits:
        if after not in html:
            raise ValueError(f"{story.key}: the final text lacks {after!r}")
        html = html.replace(after, before)
    return html
