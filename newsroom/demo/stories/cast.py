"""Who works at Galpi, its sections, and the AI systems it pretends to use."""

from newsroom.demo.stories.shapes import Person, SectionText, System

PEOPLE = (
    Person("writer", "박도윤", "Park Do-yun", "writer", "park-do-yun", "기자", "Reporter"),
    Person("writer2", "정하늘", "Jung Ha-neul", "writer", "jung-ha-neul", "기자", "Reporter"),
    Person("editor", "김서연", "Kim Seo-yeon", "editor", "kim-seo-yeon", "편집자", "Editor"),
    Person(
        "moderator",
        "이하준",
        "Lee Ha-jun",
        "moderator",
        "lee-ha-jun",
        "검토 편집자",
        "Review editor",
    ),
    Person(
        "admin",
        "최은지",
        "Choi Eun-ji",
        "administrator",
        "choi-eun-ji",
        "시스템 관리자",
        "Administrator",
    ),
)

SECTIONS = (
    SectionText("hong-kong", "홍콩", "Hong Kong"),
    SectionText("china", "중국", "China"),
    SectionText("korea", "한국", "Korea"),
    SectionText("technology", "기술", "Technology"),
    SectionText("economy", "경제", "Economy"),
    SectionText("opinion", "오피니언", "Opinion"),
)

# Names made up for the demo. A real system's name here would claim a real company's work.
SYSTEMS = (
    System(
        "summary",
        "요약 모델",
        "Summary model",
        "3.2",
        "데모",
        "자료를 한국어 기사 초안으로 간추립니다.",
        "Turns source material into a first draft in Korean.",
    ),
    System(
        "translation",
        "번역 모델",
        "Translation model",
        "1.4",
        "데모",
        "기사를 한국어와 영어 사이에서 옮깁니다.",
        "Translates stories between Korean and English.",
    ),
    System(
        "picture",
        "그림 모델",
        "Picture model",
        "2",
        "데모",
        "기사에 쓸 그림을 만들거나 고칩니다.",
        "Makes and edits illustrations.",
    ),
    System(
        "proof",
        "교정 도구",
        "Proofreading tool",
        "1.0",
        "데모",
        "맞춤법과 띄어쓰기를 살핍니다.",
        "Checks spelling and spacing.",
    ),
)
