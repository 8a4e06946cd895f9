"""Hong Kong's neighbours: business leaders on Jeju, the Hainan comparison, Shenzhen's plan."""

from newsroom.demo.stories.shapes import Link, Picture, SourceText, Story, Use

SHENZHEN_PLAN = SourceText(
    "선전시 정부",
    "최신 5개년 계획(2026∼2030년)",
    "https://www.sz.gov.cn/",
    language="",
)
DESK_NOTE = SourceText(
    "갈피 영어 데스크",
    "선전시 5개년 계획 정리(영어 원문)",
    kind="secondary",
)

JEJU = Story(
    key="jeju",
    state="live",
    hours_ago=190,
    slug="korea-japan-business-jeju",
    section="korea",
    headline="한일 경영인 단체, 제주서 AI·반도체 협력 방안 모색",
    standfirst=(
        "인구 위기에도 힘을 모으기로 했다. 공동 성명으로 안정적인 투자 환경과 공급망을 약속했다."
    ),
    key_points=(
        "한국과 일본의 경영인 단체가 제주도 연례 회의에서 만났다.",
        "AI와 반도체 산업에서 협력을 강화할 방안을 논의했다.",
        "공동 성명에서 안정적인 투자 환경과 공급망 구축을 약속했다.",
    ),
    body="""
<p>한국과 일본의 경영인 단체가 제주도에 모였다. 해마다 여는 이 회의에서 두 나라 단체는
  인공지능(AI)과 반도체 산업의 협력을 강화할 방안을 놓고 머리를 맞댔다. [1]</p>
<p>논의는 산업에 머물지 않았다. 두 나라는 인구 위기처럼 함께 안고 있는 과제에 같이 대응하기로
  했다. [1]</p>
<h2>공동 성명에 담은 약속</h2>
<p>두 나라 단체는 공동 성명도 냈다. 안정적인 투자 환경을 만들고 공급망을 구축하겠다는 약속이 담겼다.
  [1]</p>
<p>갈피가 참고한 자료에는 협력의 일정이나 규모를 밝힌 대목이 없다.</p>
""",
    author="writer",
    bylines=("writer", "editor"),
    tags=("한일 협력", "반도체", "인공지능"),
    picture=Picture(
        "jeju",
        (
            "섬과 바다를 배경으로 양복 차림의 두 사람이 악수하는 그림. 두 사람 모두 얼굴은 그리지 "
            "않았다."
        ),
        "두 나라 경영인의 만남을 나타낸 그림. 실존 인물이나 실제 장면이 아니다.",
    ),
    sources=(SourceText("한국·일본 경영인 단체", "제주 연례 회의 공동 성명", language="ko"),),
    uses=(
        Use(
            "draft",
            "summary",
            why="공동 성명의 요지를 짧은 기사로 정리하기 위해 썼습니다.",
            prompt="성명에 적힌 합의만 한국어 기사체로 요약하라. 참석자 이름을 지어내지 말 것.",
        ),
    ),
    links=(Link("related", to="grid"), Link("related", to="hk")),
)

HAINAN = Story(
    key="isles",
    state="live",
    hours_ago=80,
    slug="hainan-is-not-the-next-hong-kong",
    section="opinion",
    headline="하이난을 ‘다음 홍콩’으로 볼 수 없는 까닭",
    standfirst=(
        "량하이밍은 기고에서 두 곳은 제도부터 다르다며, 홍콩은 하이난을 경쟁자로 보지 말아야 "
        "한다고 했다."
    ),
    key_points=(
        "홍콩은 ‘일국양제’ 아래 특별행정구로 운영되지만 하이난은 그렇지 않다.",
        "홍콩은 특별한 지위를 살려 하이난의 실험에 힘을 보탤 수 있다.",
        "량하이밍은 두 곳을 경쟁 관계로 보지 말자고 제안한다.",
    ),
    body="""
<p>하이난을 ‘다음 홍콩’이라 부르는 비교는 잘못됐다. 량하이밍이 오피니언 기고에서 편 주장이다.
  [1]</p>
<h2>제도부터 다르다</h2>
<p>그가 드는 근거는 제도다. 홍콩은 ‘일국양제’ 아래에서 특별행정구로 운영되지만 하이난은 그렇지
  않다. [1]</p>
<h2>경쟁자 아닌 조력자</h2>
<p>그렇다면 홍콩은 하이난을 어떻게 대해야 할까. 량하이밍은 경쟁자로 여기지 말라고 권한다. 홍콩이
  특별한 지위를 활용해 하이난의 실험을 뒷받침하면, 홍콩 스스로도 빼놓을 수 없는 역할을 얻게 된다는
  것이다. [1]</p>
<p>이 글은 기고의 요지를 간추린 것으로, 갈피의 의견이 아니다.</p>
""",
    author="writer2",
    bylines=("writer2", "editor"),
    tags=("하이난", "일국양제"),
    picture=Picture(
        "isles",
        "빌딩이 늘어선 섬과 야자수가 자라는 섬이 바다 위에 나란히 있고, "
        "두 섬 사이를 점선이 잇고 있는 그림.",
        "두 섬에 빗대어 홍콩과 하이난을 나타낸 그림. 실제 장면이 아니다.",
    ),
    sources=(SourceText("량하이밍", "하이난과 홍콩의 비교를 다룬 오피니언 기고", language="en"),),
    uses=(
        Use(
            "draft",
            "summary",
            why="긴 기고의 논지를 짧게 소개하기 위해 썼습니다.",
            prompt=(
                "기고자의 주장과 근거를 나눠 한국어로 요약하라. 동의하거나 반박하는 말은 넣지 말 "
                "것."
            ),
        ),
    ),
    links=(Link("related", to="hk"), Link("related", to="homes")),
    edits=(("량하이밍이 한 신문 기고에서", "량하이밍이 오피니언 기고에서"),),
)

SHENZHEN = Story(
    key="grid",
    state="live",
    hours_ago=33,
    slug="shenzhen-five-year-plan-ai",
    section="china",
    headline="‘모든 가정에 AI’…선전시가 내놓은 새 5개년 계획",
    standfirst=(
        "2026년부터 2030년까지 AI를 사회 전반에 도입한다. "
        "2035년에는 세계에서 기술이 가장 앞선 도시 대열에 서는 것이 목표다."
    ),
    key_points=(
        "선전시는 AI를 사회 전반에 도입하고 모든 가정에 보급하려 한다.",
        "계획 기간은 2026년부터 2030년까지다.",
        "분석가들은 중국 국가 AI 전략의 중요한 시험대로 본다.",
    ),
    body="""
<p>중국 선전시 정부가 인공지능(AI)을 사회 전반에 도입하겠다는 구상을 최신 5개년 계획에 담아
  발표했다. 집집마다 이 기술을 보급하는 것이 목표다. [1]</p>
<p>계획은 2026년부터 2030년까지를 다룬다. 선전시는 그 너머도 내다본다. 2035년까지 세계에서 기술이
  가장 앞선 도시 가운데 하나로 올라서겠다는 것이다. [1]</p>
<h2>국가 전략의 시험대</h2>
<p>미국과 중국의 기술 경쟁은 갈수록 치열해지고 있다. 분석가들은 이런 흐름 속에서 선전의 계획을
  베이징이 추진하는 국가 AI 전략의 중요한 시험대로 본다. [2]</p>
""",
    author="writer2",
    bylines=("writer2", "editor"),
    tags=("인공지능", "5개년 계획", "선전"),
    picture=Picture(
        "grid",
        "격자 모양으로 늘어선 도시의 건물들을 비스듬히 내려다본 그림. "
        "몇몇 건물 위로 빛나는 신호 기둥이 솟아 있다.",
        "AI가 곳곳에 들어간 도시를 나타낸 그림. 실제 선전의 모습이 아니다.",
    ),
    sources=(SHENZHEN_PLAN, DESK_NOTE),
    uses=(
        Use(
            "translation",
            "translation",
            why="영어 데스크가 정리한 글을 한국어 독자에게 바로 전하기 위해 썼습니다.",
            prompt=(
                "영어 원문을 한국어 기사체로 옮겨라. 한자어는 한글로 풀어 쓰고 숫자는 그대로 둘 것."
            ),
        ),
    ),
    links=(
        Link("earlier_version", to="withdrawn"),
        Link("related", to="hk"),
        Link("related", to="fort"),
    ),
)

STORIES = (JEJU, HAINAN, SHENZHEN)
