"""Everything a reading can say has words, and no word says more than a file can prove."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from articles.images import intake, reasons, steps
from articles.images.provenance import chain
from articles.images.says import file_says
from tests.images import make

ROOM = Path(__file__).parents[3] / "articles/images/provenance"
AI = make.created("trainedAlgorithmicMedia")


def test_every_warning_that_a_reader_gives_has_words():
    code = re.compile(r'found\.append\("(\w+)"\)|warnings=\("(\w+)",\)')
    given = {
        one or two
        for name in ("chain.py", "weigh.py", "read.py", "c2pa.py")
        for one, two in code.findall((ROOM / name).read_text())
    }
    assert {"location_inside", "aigc_several", "remote_unfetched", "time_unproved"} <= given
    assert given <= reasons.WARNINGS.keys()


def test_every_failure_that_is_named_has_words():
    named = {*chain.TAMPERED.values(), *chain.FAILED.values()}
    assert named | {"ingredient_tampered", "certificate_expired", "check_failed"} <= set(
        reasons.REASONS
    )


@pytest.mark.parametrize("word", ["authentic", "genuine", "real", "not AI", "fake or"])
def test_no_sentence_promises_what_no_file_can_prove(word):
    with translation.override("en"):
        said = [*reasons.STATES.values(), *reasons.REASONS.values(), *reasons.WARNINGS.values()]
        assert not [text for text in map(str, said) if re.search(rf"\b{word}\b", text)]
        assert all(str(text).endswith(".") for text in said)


def test_steps_and_materials_are_told_in_words():
    with translation.override("en"):
        step = {
            "action": "c2pa.edited",
            "software": "Ps",
            "digital_source_type": "compositeSynthetic",
        }
        assert steps.action(step).startswith("Edited · Ps · Put together")
        assert steps.action({"action": "com.vendor.magic"}) == "com.vendor.magic"
        tampered = {"relationship": "parentOf", "failures": ["assertion.dataHash.mismatch"]}
        assert steps.ingredient(tampered) == (
            "a file without a name · the picture it started from · changed after it was signed"
        )


def test_the_screen_gets_steps_materials_warnings_and_a_suggestion(jiwoo):
    parent = make.signed(make.picture(), AI)
    data = make.signed(make.picture(), make.opened(), parent=parent)
    with translation.override("en"):
        says = file_says(intake.add(data, file_name="a.jpg", by=jiwoo))
        assert says.actions == ("Opened", "Created · Created using generative AI")
        assert says.ingredients == ("parent · the picture it started from",)
        assert any("Nothing proves when" in text for text in says.notes)
    assert (says.suggestion.stage, says.suggestion.extent) == ("generation", "whole")
    assert says.suggestion_reasons and says.verifier.startswith("c2pa-rs ")


def test_the_report_keeps_all_of_it(jiwoo):
    packet = make.packet(
        "", "<Iptc4xmpExt:AIPromptInformation>a cat</Iptc4xmpExt:AIPromptInformation>"
    )
    data = make.signed(make.picture(xmp=packet), AI)
    report = intake.add(data, file_name="a.jpg", by=jiwoo).report
    report.refresh_from_db()
    assert [link["label"] for link in report.manifests] == [report.raw["active_manifest"]]
    assert report.xmp["ai_prompt"] == "a cat"
    assert "time_unproved" in report.warnings and report.exif["location"] is False
