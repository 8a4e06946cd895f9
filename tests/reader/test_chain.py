"""The chain of a picture: which links there are, in which order, and what is never repeated."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone, translation

from articles.images.provenance.claim import State
from articles.reader.chain import chain, names
from articles.reader.chain_picture import draw
from articles.reader.origin import Origin

GENERATED = "trainedAlgorithmicMedia"


def manifest(label: str, *actions: str, parts: Any = (), **more: Any) -> dict[str, Any]:
    steps = [{"action": a, "digital_source_type": "", "software": "Tool"} for a in actions]
    return {
        "label": label,
        "active": label == "top",
        "signer": f"Signer of {label}",
        "signed_at": "2026-01-16T08:51:00+00:00",
        "actions": steps,
        "ingredients": [
            {"relationship": kind, "source": source, "title": "secret words"}
            for kind, source in parts
        ],
        "failures": [],
        "ai_evidence": "none_declared",
    } | more


def origin(manifests: Any = (), state: str = "valid_untrusted", ai: Any = ()) -> Origin:
    report = SimpleNamespace(state=state, signer="Signer", manifests=list(manifests))
    edition = SimpleNamespace(
        language="en", first_published_at=timezone.now(), image={"ai": list(ai)}
    )
    return Origin(SimpleNamespace(), report, (edition,), False)


def links(told: Origin) -> list[Any]:
    with translation.override("en"):
        return chain(told, "en")


DEEP = (
    manifest(
        "top", "c2pa.opened", "c2pa.cropped", parts=[("componentOf", ""), ("parentOf", "raw")]
    ),
    manifest("raw", "c2pa.created", ai_evidence="fully"),
)


def test_the_newest_link_is_ours_and_the_first_is_the_last() -> None:
    found = links(origin(DEEP))
    assert [link.mark for link in found] == ["c0", "c0", "c4", "c2"]
    assert found[0].title == "Published by Galpi" and found[-1].title == "Made by AI"
    assert found[-1].by == "Signer of raw" and found[-1].at.year == 2026
    assert [(link.above, link.material) for link in found[1:]] == [
        (0, False),
        (1, True),
        (1, False),
    ]


def test_titles_out_of_the_file_are_not_repeated() -> None:
    assert "secret words" not in str(links(origin(DEEP)))


@pytest.mark.parametrize("state", [s for s in State if s.invalid])
def test_of_invalid_credentials_there_is_no_chain(state: State) -> None:
    assert links(origin(DEEP, state.value)) == []


def test_without_credentials_our_own_record_is_the_chain() -> None:
    use = {"stage": "editing", "system": "Model 2", "detail": "Its sky was extended", "why": ""}
    found = links(origin(DEEP, "none", [use]))
    assert [link.title for link in found] == ["Published by Galpi", "Edited with AI"]
    assert found[1].own and found[1].by == "Model 2" and "Its sky was extended." in found[1].text


def test_a_step_that_failed_its_check_names_nobody() -> None:
    failed = manifest("raw", "c2pa.created", failures=["signingCredential.expired"])
    found = links(origin([DEEP[0], failed]))
    assert found[-1].by == "" and "do not check out" in found[-1].text


def test_a_signer_on_no_list_is_no_failure() -> None:
    known = manifest("raw", "c2pa.created", failures=["signingCredential.untrusted"])
    assert links(origin([DEEP[0], known]))[-1].by == "Signer of raw"


def test_nothing_is_said_to_be_free_of_ai() -> None:
    text = links(origin([manifest("top", "c2pa.opened", "c2pa.unheard_of")]))[1].text
    assert "No use of AI is declared in it." in text and "another step" in text


def test_a_chain_that_bites_its_tail_ends() -> None:
    loop = manifest("top", "c2pa.opened", parts=[("parentOf", "top")])
    assert len(links(origin([loop]))) == 2


def test_the_picture_of_it_has_a_row_for_each_link_and_a_way_up_from_each() -> None:
    found = links(origin(DEEP))
    drawing = draw(found)
    assert [node.number for node in drawing.nodes] == ["1", "2", "3", "4"]
    assert len(drawing.lines) == 3 and drawing.height == "224"
    assert drawing.nodes[2].x > drawing.nodes[1].x == drawing.nodes[3].x
    with translation.override("en"):
        assert names(found).startswith("Made by AI, then ")
