"""Five items that wait for a moderator. Their defects are on purpose, and each says which."""

from newsroom.demo.stories.hong_kong import LEAD, SCMP
from newsroom.demo.stories.money import CARGO
from newsroom.demo.stories.neighbours import DESK_NOTE, JEJU, SHENZHEN, SHENZHEN_PLAN
from newsroom.demo.stories.shapes import Link, Picture, Story, Use


def drafted(why: str, prompt: str) -> Use:
    """A first draft by the demo's summary model."""
    return Use("draft", "summary", why=why, prompt=prompt)


# Han characters left standing inside a Hangul word.
QIANHAI = Story(
    key="q-qianhai",
    state="in_review",
    hours_ago=5.2,
    slug="qianhai-two-way-street",
    section="hong-kong",
    headline="첸하이로 가는 홍콩 기업, 자본시장 찾는 선전 기업",
    standfirst="홍콩과 선전의 핀테크 협력은 두 방향으로 움직인다.",
    key_points=(
        "홍콩은 핀테크 기업의 첸하이 자회사 설립을 장려한다.",
        "선전 기술 기업에는 자본시장 이용을 지원한다.",
        "목표는 세계적인 핀테크 허브다.",
    ),
    body="""
<p>홍콩과 선전의 협력은 한쪽으로만 흐르지 않는다. 홍콩 핀테크 기업에는 첸하이에 자회사를 둘 길이,
  선전 기술 기업에는 자본시장을 이용할 길이 열린다. [1]</p>
<p>홍콩은 첸하이와도 손을 맞잡고 두 도시의 기술과 금융을緊密하게 묶으려 한다. [1]</p>
<p>두 갈래 지원이 향하는 곳은 세계적인 핀테크 허브다. [1]</p>
""",
    author="writer",
    bylines=("writer",),
    tags=("핀테크", "첸하이"),
    picture=LEAD.picture,
    sources=(SCMP,),
    uses=(
        drafted(
            "앞선 기사에서 다룬 협력의 방향을 따로 정리하기 위해 썼습니다.",
            "앞선 기사의 내용만으로, 두 도시 기업이 얻는 것을 견주는 짧은 기사를 써라.",
        ),
    ),
    links=(Link("background", to="hk"),),
)

# The last sentence is cut off, and no source is named.
CARGO_NEXT = Story(
    key="q-cargo",
    state="in_review",
    hours_ago=2.4,
    slug="cargox-small-business",
    section="economy",
    headline="무역금융 디지털화, 중소기업 대출에도 힘 싣는다",
    standfirst="홍콩통화청의 로드맵 20개에는 중소기업을 위한 목표도 있다.",
    key_points=(
        "홍콩통화청은 중소기업 대출 확대를 목표로 내걸었다.",
        "무역금융 절차는 디지털로 바꾼다.",
        "아세안과의 유대 강화도 목표다.",
    ),
    body="""
<p>홍콩통화청(HKMA)이 ‘프로젝트 카고엑스’에서 눈여겨본 대상 가운데 하나는 중소기업이다. 로드맵은
  중소기업 대출을 늘리는 것을 목표로 삼는다.</p>
<p>무역금융 절차는 디지털로 바뀐다. 중국 본토는 물론 아세안과의 유대를 강화해 홍콩의 경쟁력을</p>
""",
    author="writer2",
    bylines=("writer2",),
    tags=("무역금융", "중소기업"),
    picture=CARGO.picture,
    uses=(
        drafted(
            "로드맵 가운데 중소기업과 관련된 대목만 간추리기 위해 썼습니다.",
            "발표문에서 중소기업이 나오는 부분만 골라 두 문단으로 써라.",
        ),
    ),
    links=(Link("background", to="cargo"),),
)

# Alt text and caption are in English on a Korean page.
JEJU_NEXT = Story(
    key="q-jeju",
    state="in_review",
    hours_ago=0.9,
    slug="jeju-statement-explained",
    section="korea",
    headline="제주 공동 성명, 투자 환경과 공급망을 나란히 담은 뜻",
    standfirst="한일 경영인 단체의 약속을 다시 읽었다.",
    key_points=(
        "성명은 안정적인 투자 환경과 공급망 구축을 약속했다.",
        "인구 위기는 두 나라의 공통 과제로 꼽혔다.",
        "AI와 반도체 협력 방안도 논의됐다.",
    ),
    body="""
<p>한국과 일본의 경영인 단체가 제주도에서 낸 공동 성명에는 두 가지 약속이 나란히 적혔다. 안정적인
  투자 환경, 그리고 공급망이다. [1]</p>
<p>회의에서는 AI와 반도체 산업의 협력을 강화할 방안도 오갔다. 인구 위기에는 두 나라가 함께
  대응하기로 했다. [1]</p>
""",
    author="writer",
    bylines=("writer",),
    tags=("한일 협력", "반도체"),
    picture=Picture(
        "jeju",
        "Illustration of two business leaders shaking hands in front of the sea.",
        "An illustration of the annual meeting on Jeju Island.",
    ),
    sources=JEJU.sources,
    uses=(
        Use(
            "headline",
            "summary",
            "small",
            why="제목 후보를 여럿 견주어 보기 위해 썼습니다.",
            prompt="이 기사에 어울리는 제목을 다섯 개 제안하라. 과장하지 말 것.",
        ),
    ),
    links=(Link("background", to="jeju"),),
)

# An assistant's opening words and Markdown are left in the text.
CARGO_EN = Story(
    key="q-cargo-en",
    state="in_review",
    hours_ago=0.5,
    slug="hkma-project-cargox",
    section="economy",
    language="en",
    translation_of="cargo",
    headline="HKMA sets out 20 road maps to modernise trade finance",
    standfirst="Project CargoX aims at digital processes and more lending to small firms.",
    key_points=(
        "The HKMA has announced 20 road maps through Project CargoX.",
        "Processes are to be digitised and lending to smaller firms expanded.",
        "Ties with mainland China and Asean are to be strengthened.",
    ),
    body="""
<p>Sure, here is the English version of the article:</p>
<p>The Hong Kong Monetary Authority (HKMA) has set out 20 road maps to modernise the city’s
  **trade finance** ecosystem through Project CargoX. [1]</p>
<p>The aims are to digitise processes, to expand lending to small and medium-sized enterprises,
  and to strengthen ties with mainland China and Asean. [1]</p>
<p>Howard Lee Tat-chi, a senior HKMA official, stressed its role in staying competitive. [1]</p>
""",
    author="writer2",
    bylines=("writer",),
    tags=("Trade finance",),
    picture=Picture(
        "cargo",
        "Illustration of a cargo ship stacked with coloured containers on a moonlit sea.",
        "An illustration of trade finance. It does not show a real scene.",
    ),
    sources=CARGO.sources,
    uses=(
        Use(
            "translation",
            "translation",
            why="To bring our Korean story to English readers.",
            prompt="Translate this Korean news story into English. Add nothing.",
        ),
    ),
    links=(Link("background", to="hk-en"),),
)

# Han characters in a Hangul word, and an assistant's opening words, this time in Korean.
SHENZHEN_NEXT = Story(
    key="q-grid",
    state="in_review",
    hours_ago=0.1,
    slug="shenzhen-plan-to-2035",
    section="technology",
    headline="2030년 다음은 2035년…선전의 장기 시간표",
    standfirst="5개년 계획이 끝난 뒤의 목표까지 정해 두었다.",
    key_points=(
        "계획은 2026년에 시작해 2030년에 끝난다.",
        "2035년에는 세계에서 가장 앞선 기술 도시 가운데 하나가 되려 한다.",
        "분석가들은 국가 AI 전략의 시험대로 본다.",
    ),
    body="""
<p>요청하신 기사 초안입니다.</p>
<p>선전시의 최신 5개년 계획은 2026년에 시작해 2030년에 끝난다. 모든 가정에 AI를嵌入하려는 이
  계획에는 그다음 목표도 있다. [1]</p>
<p>선전시는 2035년까지 세계에서 기술이 가장 앞선 도시 가운데 하나가 되려 한다. [1]</p>
<p>미국과 중국의 기술 경쟁이 치열해지는 가운데 분석가들은 이 계획을 국가 AI 전략의 시험대로 본다.
  [2]</p>
""",
    author="writer2",
    bylines=("writer2",),
    tags=("인공지능", "5개년 계획"),
    picture=SHENZHEN.picture,
    sources=(SHENZHEN_PLAN, DESK_NOTE),
    uses=(
        drafted(
            "계획의 시간표를 따로 설명하기 위해 썼습니다.",
            "앞선 기사에서 연도가 나오는 부분을 중심으로 짧은 해설 기사를 써라.",
        ),
        Use(
            "copy_edit",
            "proof",
            "small",
            why="맞춤법을 살피기 위해 썼습니다.",
        ),
    ),
    links=(Link("background", to="grid"),),
)

STORIES = (QIANHAI, CARGO_NEXT, JEJU_NEXT, CARGO_EN, SHENZHEN_NEXT)
