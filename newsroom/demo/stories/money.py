"""Money: the growth outlook written by a journalist, and the CargoX road map drafted by AI."""

from newsroom.demo.stories.shapes import Link, Picture, SourceText, Story, Use

OUTLOOK = Story(
    key="econ",
    state="live",
    hours_ago=111,
    slug="hong-kong-growth-outlook",
    section="economy",
    headline="홍콩 재정국장, 2026년 경제 낙관…2025년 성장률은 3.2% 전망",
    standfirst=(
        "2025년 성장률은 이전 예측치를 웃돌 것으로 봤다. 중국 본토와 아시아의 성장, 금리 인하가 "
        "근거다."
    ),
    key_points=(
        "2025년 성장률은 3.2%로 높아져 이전 예측치를 넘어설 전망이다.",
        "재정국장은 2026년 홍콩 경제도 밝게 본다.",
        "낙관의 주된 근거는 중국 본토와 아시아의 성장 전망, 금리 인하다.",
    ),
    body="""
<p>홍콩 재정국장이 2026년 홍콩 경제를 낙관했다. 2025년 성장률은 3.2%로 높아져, 앞서 내놓은
  예측치를 넘어설 것으로 내다봤다. [1]</p>
<p>그는 낙관의 주된 근거로 중국 본토와 아시아의 성장 전망, 그리고 금리 인하를 들었다.
  [1]</p>
<p>갈피가 참고한 자료에는 2026년 성장률을 숫자로 밝힌 대목이 없어 이 기사에도 적지 않았다.</p>
""",
    author="writer2",
    bylines=("writer2",),
    tags=("성장률", "금리"),
    picture=Picture(
        "econ",
        "바다 위로 점점 높아지는 막대와 꺾은선, 붉은 돛을 단 배를 그린 그림.",
        "경제 성장을 나타낸 그림. 실제 통계를 옮긴 도표가 아니다.",
    ),
    sources=(SourceText("홍콩 재정국장", "2026년 홍콩 경제 전망", "https://www.fso.gov.hk/"),),
    uses=(
        Use(
            "copy_edit",
            "proof",
            "small",
            why="숫자와 맞춤법을 한 번 더 살피기 위해 썼습니다.",
            prompt="맞춤법과 띄어쓰기만 표시하고 문장은 고치지 말 것.",
        ),
        Use(
            "research",
            "summary",
            "small",
            why="자료에서 성장률이 나오는 대목을 빨리 찾기 위해 썼습니다.",
            prompt="첨부 자료에서 성장률과 예측치가 나오는 문장만 골라 쪽 번호와 함께 보여 줄 것.",
        ),
    ),
    links=(Link("related", to="homes"), Link("follow_up", to="cargo")),
)

CARGO = Story(
    key="cargo",
    state="live",
    hours_ago=58,
    slug="hkma-project-cargox",
    section="economy",
    headline="홍콩통화청, ‘프로젝트 카고엑스’로 무역금융 현대화…로드맵 20개 발표",
    standfirst=(
        "절차를 디지털로 바꾸고 중소기업 대출을 늘린다. 중국 본토, 아세안과의 관계도 다진다."
    ),
    key_points=(
        "홍콩통화청이 무역금융 생태계를 현대화할 로드맵 20개를 발표했다.",
        "디지털화와 중소기업 대출 확대가 목표에 들어 있다.",
        "중국 본토, 아세안과의 유대도 강화하려 한다.",
    ),
    body="""
<p>홍콩통화청(HKMA)이 ‘프로젝트 카고엑스(Project CargoX)’를 통해 무역금융 생태계를 현대화할 로드맵
  20개를 내놓았다. [1]</p>
<h2>로드맵이 내건 목표</h2>
<ul>
<li>무역금융 절차의 디지털화</li>
<li>중소기업 대출 확대</li>
<li>중국 본토, 아세안과의 유대 강화</li>
</ul>
<p>HKMA 고위 관계자인 하워드 리(Howard Lee Tat-chi)는 경쟁력을 유지하는 데 이 프로젝트가
  하는 역할을 강조했다. [1]</p>
""",
    author="writer",
    bylines=("writer", "editor"),
    tags=("무역금융", "중소기업", "아세안"),
    picture=Picture(
        "cargo",
        "달이 뜬 바다에 색색의 컨테이너를 가득 실은 화물선이 떠 있는 그림. "
        "배와 먼 육지가 가는 선으로 이어져 있다.",
        "화물선으로 무역금융을 나타낸 그림. 실제 장면이 아니다.",
    ),
    sources=(
        SourceText(
            "홍콩통화청(HKMA)",
            "‘프로젝트 카고엑스’ 로드맵 발표",
            "https://www.hkma.gov.hk/",
        ),
    ),
    uses=(
        Use(
            "draft",
            "summary",
            why="발표 내용을 짧은 기사로 간추리기 위해 썼습니다.",
            prompt=(
                "발표문에서 목표와 발표 주체만 골라 한국어 기사체로 요약하라. 평가는 넣지 말 것."
            ),
        ),
    ),
    links=(Link("related", to="hk"), Link("background", to="econ")),
    edits=(("야심 찬 로드맵 20개", "로드맵 20개"),),
)

STORIES = (OUTLOOK, CARGO)
