"""The demo's eight pictures: how each was made, by the record, and what may be done with it."""

from dataclasses import replace

from newsroom.demo.stories.shapes import Asset, Use

# Read on Korean and on English pages alike, so it holds for both.
CREDIT = "갈피(Galpi)"
WHOLLY_AI = "trainedAlgorithmicMedia"
PARTLY_AI = "compositeWithTrainedAlgorithmicMedia"
LICENCE = "CC BY-ND 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by-nd/4.0/"
TERMS = (
    "그림을 고치지 않으면 누구나 쓸 수 있습니다. "
    "Anybody may use the picture, as long as it is not altered."
)


def generated(key: str, prompt: str) -> Asset:
    """A picture made whole by the demo's picture model."""
    use = Use(stage="generation", system="picture", source_type=WHOLLY_AI, prompt=prompt)
    return Asset(key, f"{key}.jpg", CREDIT, WHOLLY_AI, use)


_MADE = (
    generated(
        "bay", "해 질 녘 바다를 사이에 둔 두 도시와 다리, 평면 일러스트, 글자와 실존 건물 없이"
    ),
    generated(
        "grid", "격자 모양 도시를 비스듬히 내려다본 그림, 건물 위로 솟은 신호 기둥, 남색 계열"
    ),
    generated("jeju", "섬과 바다 앞에서 악수하는 두 사람, 얼굴 없이, 실존 인물과 닮지 않게"),
    generated("isles", "빌딩이 선 섬과 야자수가 선 섬이 나란히 있는 바다, 두 섬을 잇는 점선"),
    Asset(
        "cargo",
        "cargo.jpg",
        CREDIT,
        PARTLY_AI,
        Use(
            stage="composite",
            system="picture",
            extent="large",
            source_type=PARTLY_AI,
            why="따로 그린 배와 바다를 한 장면으로 잇기 위해 썼습니다.",
            prompt="컨테이너선 그림 뒤에 놓을 밤하늘과 달",
            detail="하늘 부분",
        ),
    ),
    Asset(
        "fort",
        "fort.jpg",
        CREDIT,
        PARTLY_AI,
        Use(
            stage="editing",
            system="picture",
            extent="small",
            source_type=PARTLY_AI,
            why="가로로 긴 화면에 맞추기 위해 썼습니다.",
            prompt="성벽과 문은 그대로 두고 밤하늘 배경만 양옆으로 넓힐 것",
            detail="배경을 AI로 넓혔습니다",
            people_unchanged=True,
        ),
    ),
    Asset("homes", "homes.jpg", CREDIT, "digitalCreation", Use(stage="none")),
    Asset("econ", "econ.jpg", "확인 중", "", None),
)


def _with_terms(asset: Asset) -> Asset:
    """What is ours is under one licence; what is not, under none that we know."""
    if asset.credit != CREDIT:
        return asset
    return replace(
        asset,
        licence=LICENCE,
        licence_url=LICENCE_URL,
        terms=TERMS,
        signed=asset.key == "bay",
        days=3 * 365 if asset.key == "jeju" else 0,
    )


ASSETS = tuple(map(_with_terms, _MADE))
