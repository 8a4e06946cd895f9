"""What lies on the writers' desk: one story sent back by the moderator, and two drafts."""

from newsroom.demo.stories.hong_kong import FORTRESS, NEW_YEAR
from newsroom.demo.stories.neighbours import HAINAN
from newsroom.demo.stories.shapes import Link, Story, Use

SENT_BACK = Story(
    key="d-fort",
    state="changes_requested",
    hours_ago=7,
    slug="technology-and-security-together",
    section="technology",
    headline="‘전 스펙트럼 대결’ 시대, 기술과 보안을 함께 말한 홍콩",
    standfirst="쑨둥 국장의 발언에서 되풀이된 것은 ‘동시에’라는 말이었다.",
    key_points=(
        "사이버 전쟁은 지리적 경계를 넘어섰다.",
        "홍콩은 디지털 보안의 ‘요새’가 되려 한다.",
        "기술 개발과 보안 보호를 동시에 추진한다.",
    ),
    body="""
<p>쑨둥(孫東) 홍콩 혁신기술산업국장은 오늘날의 사이버 전쟁을 인공지능이 더해진 ‘전 스펙트럼
  대결’이라고 불렀다. [1]</p>
<p>업계에서도 같은 목소리가 나온다.</p>
<p>그는 디지털정책사무국이 주최한 회의에서 기술 개발과 보안이 나란히 가야 한다고 말했다. [1]</p>
""",
    author="writer",
    bylines=("writer",),
    tags=("사이버 보안",),
    picture=FORTRESS.picture,
    sources=FORTRESS.sources,
    uses=(
        Use(
            "draft",
            "summary",
            why="발언의 요지를 해설로 풀기 위해 썼습니다.",
            prompt="첨부한 발언 요지로 짧은 해설 기사를 써라.",
        ),
    ),
    links=(Link("background", to="fort"),),
    reason=(
        "둘째 문단의 ‘업계’가 누구인지 자료에 없습니다. 누가 한 말인지 밝히거나 문장을 빼 주세요. "
        "부제의 ‘되풀이된’도 자료에서 확인되지 않습니다."
    ),
)

PLAN_DRAFT = Story(
    key="d-plan",
    state="draft",
    hours_ago=26,
    slug="fifteenth-plan-and-hong-kong",
    section="hong-kong",
    headline="15차 5개년 계획과 홍콩의 혁신 정책",
    standfirst="",
    key_points=(),
    body="""
<p>존 리 행정장관은 신년 연설에서 혁신과 기술 발전을 중국의 15차 5개년 계획에 맞춰 강화하겠다고
  했다. [1]</p>
<p>[취재 메모] 연설 전문에서 관련 대목을 찾아 넣을 것.</p>
""",
    author="writer",
    bylines=("writer",),
    tags=("15차 5개년 계획",),
    sources=NEW_YEAR.sources,
    links=(Link("background", to="homes"),),
)

GLOSSARY_DRAFT = Story(
    key="d-glossary",
    state="draft",
    hours_ago=3,
    slug="glossary-special-administrative-region",
    section="opinion",
    headline="[낱말 풀이] 특별행정구",
    standfirst="하이난 기고를 읽기 전에 알아 둘 말.",
    key_points=(),
    body="""
<p>량하이밍은 홍콩이 ‘일국양제’ 아래 특별행정구로 운영된다는 점을 하이난과 다른 점으로 들었다.
  [1]</p>
""",
    author="writer",
    bylines=("writer",),
    tags=("일국양제",),
    sources=HAINAN.sources,
    links=(Link("background", to="isles"),),
)

STORIES = (SENT_BACK, PLAN_DRAFT, GLOSSARY_DRAFT)
