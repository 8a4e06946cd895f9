"""The demo's texts hold together before anything is loaded."""

import re
from pathlib import Path

import pytest

from articles.disclosure.stages import ImageStage, TextStage
from articles.lib.html import plain
from articles.moderation import checks
from newsroom.demo import copy, staff
from newsroom.demo.stories import ASSETS, ENGLISH, KOREAN, PEOPLE, SECTIONS, STORIES, SYSTEMS

STORY = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
SHOWN = pytest.mark.parametrize("story", [*KOREAN, *ENGLISH], ids=lambda story: story.key)


def test_eight_korean_stories_and_three_english_ones():
    assert [len(KOREAN), len(ENGLISH)] == [8, 3]
    assert {story.language for story in KOREAN} == {"ko"}
    assert {story.translation_of for story in ENGLISH} <= {story.key for story in KOREAN}


@STORY
def test_everything_a_story_names_is_there(story):
    assert story.section in {each.code for each in SECTIONS}
    assert {story.author, *story.bylines} <= {each.username for each in PEOPLE}
    assert {link.to for link in story.links if link.to} <= {each.key for each in STORIES}
    assert {use.system for use in story.uses if use.system} <= {each.key for each in SYSTEMS}
    assert {use.stage for use in story.uses} <= set(TextStage.values)
    assert story.picture is None or story.picture.asset in {each.key for each in ASSETS}


@STORY
def test_source_markers_lead_to_sources(story):
    marks = {int(each) for each in re.findall(r"\[(\d+)]", plain(copy.final(story)))}
    assert marks <= set(range(1, len(story.sources) + 1))


@STORY
def test_quotation_marks_are_curly(story):
    texts = (story.headline, story.standfirst, *story.key_points, plain(copy.final(story)))
    assert not re.search("[\"']", "".join(texts))


@SHOWN
def test_what_readers_see_is_free_of_the_defects_the_checks_know(story):
    body = copy.final(story)
    item = checks.Item(
        language=story.language,
        headline=story.headline,
        standfirst=story.standfirst,
        body_html=body,
        body=plain(body),
        key_points=story.key_points,
        pictures=(checks.Picture("lead", story.picture.alt, story.picture.caption),),
    )
    assert list(checks.run(item)) == []


@SHOWN
def test_a_story_has_three_key_points_a_standfirst_and_a_source(story):
    assert len(story.key_points) == 3
    assert story.standfirst
    assert story.sources


def test_pictures_are_there_and_their_uses_are_known_to_the_product():
    for asset in ASSETS:
        assert Path(staff.IMAGES / asset.file).is_file()
        assert asset.use is None or asset.use.stage in ImageStage.values


def test_an_error_stands_in_the_first_edition_and_not_in_the_final_text():
    (story,) = [story for story in STORIES if story.correction]
    wrong, right = story.correction.wrong, story.correction.right
    assert wrong in copy.first_edition(story)
    assert wrong not in copy.final(story)
    assert right in copy.final(story)
