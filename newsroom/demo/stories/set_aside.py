"""The stories that are not on the front page: one that waits for its hour, one taken back."""

from newsroom.demo.stories.money import CARGO, OUTLOOK
from newsroom.demo.stories.neighbours import DESK_NOTE, SHENZHEN, SHENZHEN_PLAN
from newsroom.demo.stories.shapes import Link, Story, Use

NUMBERS = Story(
    key="numbers",
    state="scheduled",
    hours_ago=-15,
    slug="hong-kong-shenzhen-in-numbers",
    section="economy",
    headline="숫자로 읽는 홍콩과 선전…3.2, 20, 2035",
    standfirst=(
        "성장률 전망부터 무역금융 로드맵, 선전의 목표 연도까지 최근 기사에 나온 숫자를 모았다."
    ),
    key_points=(
        "3.2는 홍콩의 2025년 성장률 전망치다.",
        "20은 홍콩통화청이 내놓은 무역금융 로드맵의 개수다.",
        "2035는 선전이 가장 앞선 기술 도시 대열에 서겠다고 밝힌 해다.",
    ),
    body="""
<p>최근 갈피가 전한 홍콩과 선전 소식에는 오래 기억해 둘 만한 숫자가 여럿 나온다. 세 가지를 골라
  뜻을 다시 짚었다.</p>
<h2>3.2</h2>
<p>홍콩 재정국장이 내다본 2025년 홍콩 경제 성장률은 3.2%다. 이전 예측치보다 높다. [1]</p>
<h2>20</h2>
<p>홍콩통화청은 ‘프로젝트 카고엑스’로 무역금융을 현대화할 로드맵 20개를 발표했다. [2]</p>
<h2>2035</h2>
<p>선전시의 최신 5개년 계획은 2026년부터 2030년까지를 다루지만 목표는 더 멀리 있다. 2035년까지
  세계에서 기술이 가장 앞선 도시 가운데 하나가 되는 것이다. [3]</p>
""",
    author="writer2",
    bylines=("writer2",),
    tags=("성장률", "무역금융", "5개년 계획"),
    picture=OUTLOOK.picture,
    sources=(*OUTLOOK.sources, *CARGO.sources, SHENZHEN_PLAN),
    uses=(
        Use(
            "research",
            "summary",
            "small",
            why="지난 기사에서 숫자가 나오는 대목을 모으기 위해 썼습니다.",
            prompt="다음 기사들에서 숫자가 든 문장을 모두 찾아 기사 제목과 함께 나열할 것.",
        ),
    ),
    links=(
        Link("background", to="econ"),
        Link("background", to="cargo"),
        Link("background", to="grid"),
    ),
)

WITHDRAWN = Story(
    key="withdrawn",
    state="withdrawn",
    hours_ago=37,
    slug="shenzhen-ai-every-home",
    section="china",
    headline="선전시, 모든 가정에 AI 보급",
    standfirst="선전시가 5개년 계획에 따라 AI를 사회 전반에 도입했다.",
    key_points=(
        "선전시가 AI를 모든 가정에 보급했다.",
        "계획 기간은 2026년부터 2030년까지다.",
        "2035년이 다음 목표다.",
    ),
    body="""
<p>중국 선전시가 최신 5개년 계획에 따라 인공지능(AI)을 모든 가정에 보급했다. [1]</p>
<p>계획은 2026년부터 2030년까지를 다룬다. 2035년에는 세계에서 기술이 가장 앞선 도시 가운데 하나가
  되는 것이 목표다. [1]</p>
""",
    author="writer2",
    bylines=("writer2",),
    tags=("인공지능", "선전"),
    picture=SHENZHEN.picture,
    sources=(SHENZHEN_PLAN, DESK_NOTE),
    uses=(
        Use(
            "translation",
            "translation",
            why="계획의 요지를 한국어 독자에게 먼저 알리기 위해 썼습니다.",
            prompt="영어 원문을 두 문단짜리 한국어 속보로 옮겨라.",
        ),
    ),
    reason=(
        "선전시가 앞으로 하겠다고 한 일을 이미 한 일처럼 전해 기사를 내렸습니다. "
        "사실에 맞게 새로 쓴 기사를 ‘중국’ 섹션에 실었습니다."
    ),
)

STORIES = (NUMBERS, WITHDRAWN)
