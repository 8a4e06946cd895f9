import pytest
from django.utils import translation

from articles.images import intake
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.provenance.claim import State
from articles.images.says import REASONS, STATES, file_says, undeclared
from articles.images.source_types import Evidence
from tests.images import make


def _tampered() -> bytes:
    data = bytearray(make.signed(make.picture(), make.created("trainedAlgorithmicMedia")))
    data[-30] ^= 1
    return bytes(data)


def test_a_generated_picture_in_words(jiwoo):
    data = make.signed(make.picture(), make.created("trainedAlgorithmicMedia"))
    says = file_says(intake.add(data, file_name="a.jpg", by=jiwoo))
    assert (says.state, says.ai_evidence, says.signer) == (
        "valid_untrusted",
        "fully",
        "Tests (Test desk)",
    )
    assert says.suggested == "trainedAlgorithmicMedia"
    assert says.undeclared_ai
    assert not says.invalid
    assert len(says.reasons) == 2


def test_of_invalid_credentials_no_signer_and_no_time_is_told(jiwoo):
    asset = intake.add(_tampered(), file_name="a.jpg", by=jiwoo)
    says = file_says(asset)
    assert says.invalid
    assert (says.signer, says.signed_at) == ("", None)
    assert says.ai_evidence == "fully"
    assert asset.report.signer == "Tests (Test desk)"


def test_the_report_keeps_every_verdict_and_who_gave_it(jiwoo):
    report = intake.add(_tampered(), file_name="a.jpg", by=jiwoo).report
    assert report.verifier == "c2pa-rs"
    assert report.verifier_version.count(".") == 2
    failed = report.raw["validation_results"]["activeManifest"]["failure"]
    assert "assertion.dataHash.mismatch" in [verdict["code"] for verdict in failed]


def test_no_credentials_never_means_fake_or_free_of_ai(jiwoo):
    with translation.override("en"):
        says = file_says(intake.add(make.picture(), file_name="a.jpg", by=jiwoo))
        assert "does not mean it is fake" in says.sentence
        assert "does not mean that none was used" in says.reasons[-1]
    assert says.suggested == ""


def test_the_newest_report_speaks(jiwoo):
    asset = intake.add(make.picture(), file_name="a.jpg", by=jiwoo)
    again = asset.report
    again.pk, again.state = None, State.TRUSTED
    again.save()
    asset = ImageAsset.objects.get()
    assert asset.reports.count() == 2
    assert file_says(asset).state == "trusted"


def test_a_picture_nobody_checked_says_so(db):
    asset = ImageAsset.objects.create(
        sha256="0" * 64, file_name="a", format="PNG", width=1, height=1, byte_size=1
    )
    assert file_says(asset).state_words


def test_words_are_there_for_every_state_and_follow_the_language():
    assert STATES.keys() == set(State)
    assert set(ProvenanceReport.States.values) == set(State)
    assert set(ProvenanceReport.AIEvidence.values) == set(Evidence)
    for sentence in [*STATES.values(), *REASONS.values()]:
        assert str(sentence).endswith(".")


@pytest.mark.parametrize("word", ["authentic", "not AI", "genuine", "real"])
def test_nothing_is_ever_called_authentic(word):
    with translation.override("en"):
        said = " ".join(str(s) for s in [*STATES.values(), *REASONS.values()])
    assert word not in said.split()
    assert f"{word} " not in said


@pytest.mark.parametrize(
    ("declared", "found", "missing"),
    [
        ("", Evidence.FULLY, True),
        ("digitalCapture", Evidence.PARTLY, True),
        ("compositeWithTrainedAlgorithmicMedia", Evidence.FULLY, True),
        ("trainedAlgorithmicMedia", Evidence.FULLY, False),
        ("trainedAlgorithmicMedia", Evidence.PARTLY, False),
        ("", Evidence.POSSIBLY, False),
        ("digitalCapture", Evidence.NONE, False),
    ],
)
def test_ai_that_was_not_declared(declared, found, missing):
    assert undeclared(declared, found) is missing
