"""Records in, labels out: every state of the design's table, in both languages."""

import pytest

from articles.disclosure.labels import Label, Review, Use, image_label, text_label, words

KIM = Review("김서연", "편집자")


@pytest.mark.parametrize(
    ("stages", "review", "code", "mark"),
    [
        ([], None, "unknown", "c4"),
        ([], KIM, "unknown", "c4"),
        (["none"], None, "none", "c0"),
        (["copy_edit", "research"], None, "assisted", "c1"),
        (["headline"], KIM, "assisted", "c1"),
        (["translation"], KIM, "translated", "c1"),
        (["translation"], None, "translated_unreviewed", "c3"),
        (["draft"], KIM, "generated", "c2"),
        (["draft"], None, "generated_unreviewed", "c3"),
        (["translation", "draft"], KIM, "generated", "c2"),
        (["none", "draft"], KIM, "generated", "c2"),
    ],
)
def test_the_text_label(stages: list[str], review: Review | None, code: str, mark: str) -> None:
    label = text_label([Use(stage) for stage in stages], review)
    assert (label.code, label.mark) == (code, mark)


@pytest.mark.parametrize(
    ("stages", "credentials", "code", "mark"),
    [
        ([], "none", "unknown", "s4"),
        ([], "trusted", "unknown", "s4"),
        (["none"], "none", "none", "s0"),
        (["generation"], "valid_untrusted", "generated", "s2"),
        (["editing"], "none", "edited", "s1"),
        (["composite", "editing"], "none", "composite", "s3"),
        (["generation"], "invalid_tampered", "invalid", "cr"),
        (["none"], "invalid_tampered", "invalid", "cr"),
    ],
)
def test_the_image_label(stages: list[str], credentials: str, code: str, mark: str) -> None:
    label = image_label([Use(stage) for stage in stages], credentials)
    assert (label.code, label.mark) == (code, mark)


def text(*stages: str, review: Review | None = KIM, **more: object) -> Label:
    return text_label([Use(stage) for stage in stages], review, **more)


SAID = [
    (text("none", review=None), "ko", "AI 미사용 · 기자 작성", "기자가 취재하고 썼습니다. 글과 이미지에 생성형 AI를 쓰지 않았습니다."),
    (text("copy_edit", "research"), "ko", "AI 보조 · 기자 작성", "기자가 쓰고, AI는 맞춤법과 자료 정리에만 썼습니다. 내용은 기자가 책임집니다."),
    (text("translation", from_language="en"), "ko", "AI 번역 · 편집자 검토", "영어 원문을 AI가 번역하고, 김서연 편집자가 원문과 대조했습니다."),
    (text("draft", outlets=["SCMP"]), "ko", "AI 작성 · 편집자 검토", "SCMP 보도를 바탕으로 AI가 초안을 쓰고, 김서연 편집자가 사실과 문장을 확인해 게시했습니다."),
    (text("draft", review=None), "ko", "AI 작성 · 검토 전", "AI가 자동으로 쓴 글입니다. 아직 사람이 확인하지 않아 틀린 내용이 있을 수 있습니다."),
    (text(review=None), "ko", "AI 사용 미확인 · 기록 없음", "이 글에 AI를 썼는지 기록이 없습니다."),
    (text("draft", outlets=["the SCMP"]), "en", "AI-written · editor-checked", "Drafted by AI from a report by the SCMP. 김서연 (편집자) checked the facts and wording before publication."),
    (text("copy_edit", "research"), "en", "AI-assisted · staff-written", "Written by a journalist. AI was used only for copy-editing and research notes."),
    (image_label([Use("generation")]), "ko", "AI 생성 이미지", "AI로 만든 그림입니다. 실제 장면을 찍은 사진이 아닙니다."),
    (image_label([Use("editing", detail="배경을 AI로 넓혔습니다")]), "ko", "AI 편집 이미지", "원래 있던 이미지입니다. 배경을 AI로 넓혔습니다."),
    (text("none", review=None, text_only=True), "ko", "AI 미사용 · 기자 작성", "기자가 취재하고 썼습니다. 글에 생성형 AI를 쓰지 않았습니다."),
    (text("draft", materials=["홍콩통화청"]), "ko", "AI 작성 · 편집자 검토", "홍콩통화청 자료를 바탕으로 AI가 초안을 쓰고, 김서연 편집자가 사실과 문장을 확인해 게시했습니다."),
    (image_label([Use("editing", detail="배경을 AI로 넓혔습니다", people_unchanged=True)], "none", "digitalCapture"), "ko", "AI 편집 이미지", "실제 사진입니다. 배경을 AI로 넓혔습니다. 사람과 사건은 바꾸지 않았습니다."),
    (image_label([Use("composite", detail="하늘 부분")]), "ko", "합성 이미지", "여러 이미지를 합쳤습니다. 하늘 부분은 AI로 만들었습니다."),
    (image_label([]), "en", "Origin not confirmed", "We could not confirm who made this image or how."),
    (image_label([Use("generation")], "invalid_tampered"), "ko", "자격 증명 무효", "이 파일의 콘텐츠 자격 증명이 맞지 않습니다. 파일이 바뀌었을 수 있어 그 정보를 쓰지 않습니다."),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language", "line", "sentence"), SAID)
def test_the_label_in_words(label: Label, language: str, line: str, sentence: str) -> None:
    said = words(label, language)
    assert (said.line, said.sentence) == (line, sentence)


def test_people_unchanged_is_said_only_where_it_was_recorded() -> None:
    said = words(image_label([Use("editing", detail="Its background was extended")]), "en")
    assert "People" not in said.sentence


@pytest.mark.parametrize("label", [said[0] for said in SAID])
def test_a_label_survives_being_stored(label: Label) -> None:
    assert Label.from_json(label.as_json()) == label
