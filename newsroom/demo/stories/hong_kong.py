"""Hong Kong: the New Year address, the cybersecurity “fortress”, and the lead story."""

from datetime import date

from newsroom.demo.stories.shapes import (
    Correction,
    Link,
    Picture,
    SourceText,
    Story,
    Use,
)

SCMP = SourceText(
    "사우스 차이나 모닝 포스트(SCMP)",
    "‘중국 컨퍼런스: 그레이터 베이 에어리어’ 보도",
    "https://www.scmp.com/",
    kind="secondary",
    published_on=date(2026, 1, 15),
)

NEW_YEAR = Story(
    key="homes",
    state="live",
    hours_ago=139,
    slug="john-lee-new-year-address",
    section="hong-kong",
    headline="존 리 홍콩 행정장관, 신년 연설서 민생 개선·공공 주택 가속 약속",
    standfirst="중국의 15차 5개년 계획에 맞춰 혁신과 기술 발전에도 힘을 싣겠다고 했다.",
    key_points=(
        "민생을 개선하고 공공 주택 사업에 속도를 내겠다고 약속했다.",
        "혁신과 기술 발전은 중국의 15차 5개년 계획에 맞춰 강화한다.",
        "2025년은 도전 속에서도 인내를 보여 준 해였다고 돌아봤다.",
    ),
    body="""
<p>존 리 홍콩 행정장관이 신년 연설에서 민생을 개선하고 공공 주택 사업을 서두르겠다고 약속했다.
  [1]</p>
<p>혁신과 기술 발전도 약속의 한 축이다. 중국의 15차 5개년 계획에 발을 맞춰 이 분야를 더 키우겠다는
  것이다. [1]</p>
<p>지난 한 해를 돌아보는 말도 담겼다. 그는 2025년을 두고, 도전이 있었지만 인내를 보여 준 해라고
  평가했다. 연설은 그의 소셜미디어 계정에 올라왔다. [1]</p>
""",
    author="writer2",
    bylines=("writer2",),
    tags=("신년 연설", "공공 주택", "15차 5개년 계획"),
    picture=Picture(
        "homes",
        "커다란 해를 등지고 늘어선 붉고 푸른 아파트 건물을 그린 그림.",
        "주택 단지를 그린 그림.",
    ),
    sources=(
        SourceText(
            "홍콩 행정장관",
            "소셜미디어에 올린 신년 연설",
            "https://www.ceo.gov.hk/",
        ),
    ),
    uses=(Use("none"),),
    links=(Link("related", to="econ"), Link("follow_up", to="numbers")),
)

FORTRESS = Story(
    key="fort",
    state="live",
    hours_ago=21,
    slug="hong-kong-digital-security-fortress",
    section="technology",
    headline="쑨둥 홍콩 혁신기술산업국장, 디지털 보안의 ‘요새’ 강조",
    standfirst=(
        "사이버 전쟁에는 국경이 없고 인공지능까지 쓰인다며, "
        "기술 개발과 보안을 함께 추진해야 한다고 말했다."
    ),
    key_points=(
        "홍콩은 디지털 보안을 지키는 ‘요새’가 되려고 힘쓰고 있다.",
        "오늘날의 사이버 전쟁은 인공지능이 더해진 ‘전 스펙트럼 대결’이다.",
        "쑨둥 국장은 기술 개발과 보안을 함께 추진해야 한다고 본다.",
    ),
    body="""
<p>쑨둥(孫東) 홍콩 혁신기술산업국장이 홍콩을 디지털 보안을 지키는 ‘요새’로 만들기 위해 힘쓰고
  있다고 밝혔다. 국가 차원의 시책에도 적극 호응하고 있다고 덧붙였다. [1]</p>
<p>그는 오늘날의 사이버 전쟁이 더는 지리적 경계에 갇혀 있지 않다고 짚었다. 여기에 인공지능(AI)까지
  더해지면서 싸움은 ‘전 스펙트럼 대결’이 됐다는 것이다. [1]</p>
<h2>개발과 보안은 함께</h2>
<p>쑨 국장은 디지털정책사무국이 주최한 회의에서 기술을 개발하는 일과 보안을 지키는 일이 동시에
  이뤄져야 한다고 강조했다. [1]</p>
""",
    author="writer",
    bylines=("writer", "editor"),
    tags=("사이버 보안", "인공지능"),
    picture=Picture(
        "fort",
        "밤하늘 아래 붉은 성벽과 망루를 그린 그림. 성문 한가운데에 열쇠 구멍이 있고, "
        "하늘에는 점선으로 된 원이 겹겹이 퍼져 있다.",
        "디지털 보안을 성벽에 빗댄 그림.",
    ),
    sources=(
        SourceText(
            "홍콩 디지털정책사무국",
            "사무국 주최 회의에서 나온 쑨둥 국장의 발언",
            "https://www.digitalpolicy.gov.hk/",
        ),
    ),
    uses=(
        Use(
            "draft",
            "summary",
            why="회의 발언을 한국어로 빠르게 정리하기 위해 썼습니다.",
            prompt=(
                "첨부한 발언 요지를 한국어 기사체 세 문단으로 정리하라. 자료에 없는 내용은 쓰지 "
                "말 것."
            ),
        ),
    ),
    links=(Link("related", to="hk"), Link("background", to="grid")),
    edits=(
        ("쑨동(孫東)", "쑨둥(孫東)"),
        ("쑨 장관은", "쑨 국장은"),
    ),
)

LEAD = Story(
    key="hk",
    state="live",
    hours_ago=4,
    slug="hong-kong-shenzhen-fintech",
    section="hong-kong",
    headline="홍콩, 선전과 핀테크 협력 심화…“기술과 금융의 깊이 있는 통합”",
    standfirst=(
        "홍콩 핀테크 기업에는 첸하이 자회사 설립을 장려하고, 선전 기술 기업에는 "
        "자본시장 이용을 지원한다. 지역을 세계적인 핀테크 허브로 키우려는 구상이다."
    ),
    key_points=(
        "홍콩이 선전을 비롯한 주요 상대와 핀테크 협력을 넓히고 있다.",
        "홍콩 핀테크 기업의 첸하이 진출과 선전 기술 기업의 자본시장 이용을 지원한다.",
        "컨퍼런스의 열쇳말은 AI, 핀테크, 첸하이였다.",
    ),
    body="""
<p>홍콩이 핀테크를 고리로 선전과의 협력을 넓히고 있다. 조셉 찬 호림 재정서비스 및 재무부 차관이
  사우스 차이나 모닝 포스트(SCMP)의 ‘중국 컨퍼런스: 그레이터 베이 에어리어’에서 밝힌 내용으로, 이
  신문이 2026년 1월 15일 보도했다. [1]</p>
<p>그는 “홍콩은 주요 상대, 특히 선전과의 핀테크 협력을 적극 심화하고 있다”고 말했다. 첸하이도 협력
  상대로 꼽았다. [1]</p>
<blockquote><p>“우리는 첸하이와도 긴밀히 협력해 양 도시 간 기술과 금융의 깊이 있는 통합을 추진하고
  있다.”</p><p>조셉 찬 호림 재정서비스 및 재무부 차관 [1]</p></blockquote>
<h2>첸하이에는 자회사, 선전 기업에는 자본시장</h2>
<p>지원은 두 갈래다. 홍콩은 현지 핀테크 기업이 첸하이에 자회사를 두도록 북돋우고, 선전의 기술
  기업이 자본시장을 이용할 수 있게 뒷받침하기로 했다. 두 도시의 기술과 금융을 묶어 이 지역을
  세계적인 핀테크 허브로 만드는 것이 목표다. [1]</p>
<h2>열쇳말은 AI·핀테크·첸하이</h2>
<p>컨퍼런스에서는 홍콩이 그레이터 베이 에어리어에서 맡은 역할이 ‘슈퍼커넥터’와 ‘슈퍼 밸류
  애더’라는 말로 강조됐다. 열쇳말로는 AI와 핀테크, 첸하이가 꼽혔다. [1]</p>
<p>두 도시의 협력은 ‘AI+’ 전략에도 무게를 둔다. 교통은행(홍콩)을 비롯한 기관이 참여하며, 이는
  베이징이 그레이터 베이 에어리어 개발을 지원하고 있음을 보여 준다. [1]</p>
""",
    author="writer",
    bylines=("writer", "editor"),
    tags=("핀테크", "첸하이", "그레이터 베이 에어리어", "인공지능"),
    picture=Picture(
        "bay",
        "해 질 녘 바다를 사이에 두고 마주 선 두 도시의 고층 건물과 그 사이의 다리, "
        "돛단배를 그린 그림. 건물 꼭대기끼리 가는 선으로 이어져 있다.",
        "바다를 사이에 두고 마주 선 두 도시를 나타낸 그림. 실제 장면이 아니다.",
    ),
    sources=(SCMP,),
    uses=(
        Use(
            "draft",
            "summary",
            why="영어로 된 보도를 한국어로 빠르게 전하기 위해 썼습니다.",
            prompt=(
                "첨부한 영어 보도를 한국어 기사로 요약하라. 인용은 그대로 옮기고 직함을 "
                "빠뜨리지 말 것. "
                "원문에 없는 배경 설명은 넣지 말 것."
            ),
        ),
        Use(
            "copy_edit",
            "proof",
            "small",
            why="맞춤법과 외래어 표기를 고르게 하기 위해 썼습니다.",
        ),
    ),
    links=(
        Link("related", to="grid"),
        Link("related", to="cargo"),
        Link("background", to="econ"),
        Link(
            "background",
            url="https://www.scmp.com/",
            title="중국·홍콩 뉴스 첫 화면(영어)",
            outlet="SCMP",
        ),
    ),
    edits=(
        (
            "홍콩이 핀테크를 앞세워 선전과의 협력을 대폭 넓히고 있다",
            "홍콩이 핀테크를 고리로 선전과의 협력을 넓히고 있다",
        ),
        ("만드는 것이 최종 목표다", "만드는 것이 목표다"),
    ),
    correction=Correction(
        wrong="재무장관",
        right="재정서비스 및 재무부 차관",
        notice=(
            "조셉 찬 호림의 직함을 ‘재무장관’으로 잘못 적어 "
            "‘재정서비스 및 재무부 차관’으로 바로잡았습니다."
        ),
        hours_ago=1.5,
    ),
)

STORIES = (NEW_YEAR, FORTRESS, LEAD)
