"""Three Korean stories in English, each translated by AI and checked by an editor.

Quotations reached Galpi in Korean, so the English wording is a back-translation and says so.
"""

from newsroom.demo.stories.hong_kong import LEAD
from newsroom.demo.stories.neighbours import HAINAN, JEJU
from newsroom.demo.stories.shapes import Link, Picture, SourceText, Story, Use


def from_korean(why: str) -> tuple[Use, ...]:
    """The one AI use of an English version: translated from our own Korean story."""
    return (
        Use(
            "translation",
            "translation",
            why=why,
            prompt=(
                "Translate this Korean news story into plain English. Keep every name, title and "
                "figure. Mark each quotation as back-translated. Add nothing."
            ),
        ),
    )


LEAD_EN = Story(
    key="hk-en",
    state="live",
    hours_ago=1,
    slug="hong-kong-shenzhen-fintech",
    section="hong-kong",
    language="en",
    translation_of="hk",
    headline="Hong Kong widens fintech cooperation with Shenzhen",
    standfirst=(
        "Local fintech firms will be encouraged to open subsidiaries in Qianhai, and Shenzhen "
        "technology companies will get support in using capital markets."
    ),
    key_points=(
        "Hong Kong is deepening fintech cooperation with its key counterparts, Shenzhen above all.",
        "It backs Qianhai subsidiaries for its fintech firms and market access for Shenzhen’s.",
        "AI, fintech and Qianhai were the keywords of the conference.",
    ),
    body="""
<p>Hong Kong is widening its cooperation with Shenzhen, with fintech as the link. Joseph Chan
  Ho-lim, under secretary for financial services and the treasury, set out the effort at the South
  China Morning Post’s China Conference: Greater Bay Area, the newspaper reported on 15 January
  2026. [1]</p>
<p>“Hong Kong is actively deepening fintech cooperation with its key counterparts, particularly
  Shenzhen,” he said. He also named Qianhai as a partner. [1]</p>
<blockquote><p>“We are also working closely with Qianhai to pursue a deep integration of
  technology and finance between the two cities.”</p><p>Joseph Chan Ho-lim [1]</p></blockquote>
<h2>Subsidiaries in Qianhai, markets for Shenzhen</h2>
<p>Support will run in two directions. Hong Kong intends to encourage local fintech firms to set
  up subsidiaries in Qianhai, and to help Shenzhen technology companies make use of capital
  markets. The aim is to make the region a global fintech hub. [1]</p>
<h2>AI, fintech, Qianhai</h2>
<p>The conference underlined Hong Kong’s part in the Greater Bay Area as a “super-connector” and
  “super value-adder”. Its keywords were AI, fintech and Qianhai. [1]</p>
<p>The cooperation also puts weight on an “AI+” strategy. Bank of Communications (Hong Kong) is
  among the institutions involved, and Beijing’s support for developing the area shows in it.
  [1]</p>
<p>Quotations in this story were translated back from Korean and may differ from the words
  spoken.</p>
""",
    author="writer2",
    bylines=("writer", "editor"),
    tags=("Fintech", "Qianhai", "Greater Bay Area"),
    picture=Picture(
        "bay",
        "Illustration of two high-rise cities facing each other across a bay at dusk, with a "
        "bridge "
        "and a sailing boat between them and fine lines joining their towers.",
        "An illustration of two cities across a bay. It does not show a real scene.",
    ),
    sources=(
        SourceText(
            "South China Morning Post (SCMP)",
            "Report on the China Conference: Greater Bay Area",
            "https://www.scmp.com/",
            kind="secondary",
            published_on=LEAD.sources[0].published_on,
        ),
    ),
    uses=from_korean("To bring our Korean story to English readers the same day."),
    links=(
        Link("related", to="jeju-en"),
        Link("related", to="isles-en"),
        Link(
            "background",
            url="https://www.scmp.com/",
            title="Home page of the newspaper",
            outlet="SCMP",
        ),
    ),
)

JEJU_EN = Story(
    key="jeju-en",
    state="live",
    hours_ago=186,
    slug="korea-japan-business-jeju",
    section="korea",
    language="en",
    translation_of="jeju",
    headline="Korean and Japanese business groups meet on Jeju over AI and chips",
    standfirst=(
        "They also agreed to face shared problems such as the population crisis together, and "
        "pledged a stable investment environment and supply chains."
    ),
    key_points=(
        "Business groups from Korea and Japan held their annual meeting on Jeju Island.",
        "They discussed ways to strengthen cooperation in AI and semiconductors.",
        "A joint statement pledged a stable investment environment and supply chains.",
    ),
    body="""
<p>Business groups from South Korea and Japan met on Jeju Island to discuss ways of working more
  closely in artificial intelligence and semiconductors. The talks took place at their annual
  meeting. [1]</p>
<p>Industry was not the only subject. The two countries will respond together to problems they
  share, the population crisis among them. [1]</p>
<h2>What the statement pledges</h2>
<p>In a joint statement the groups promised to build a stable investment environment and supply
  chains. [1]</p>
<p>The material Galpi worked from gives neither a timetable nor the scale of the cooperation.</p>
""",
    author="writer2",
    bylines=("writer", "editor"),
    tags=("Korea–Japan ties", "Semiconductors"),
    picture=Picture(
        "jeju",
        "Illustration of two people in suits shaking hands before an island and the sea. "
        "Neither has a drawn face.",
        "An illustration of the meeting. It shows no real person or scene.",
    ),
    sources=(
        SourceText(
            "Korean and Japanese business groups",
            "Joint statement of the annual meeting on Jeju",
            language=JEJU.sources[0].language,
        ),
    ),
    uses=from_korean("To share a story about both countries with readers outside Korea."),
    links=(Link("related", to="hk-en"),),
)

HAINAN_EN = Story(
    key="isles-en",
    state="live",
    hours_ago=77,
    slug="hainan-is-not-the-next-hong-kong",
    section="opinion",
    language="en",
    translation_of="isles",
    headline="Why Hainan is not “the next Hong Kong”",
    standfirst=(
        "The two differ in how they are governed, Liang Haiming argues, and Hong Kong should not "
        "treat Hainan as a rival."
    ),
    key_points=(
        "Hong Kong is a special administrative region under “one country, two systems”.",
        "Hainan is not, so the comparison is wrong, the writer argues.",
        "Hong Kong can secure an essential role by strengthening Hainan’s experiment.",
    ),
    body="""
<p>To compare Hainan to “the next Hong Kong” is a mistake, Liang Haiming argues in an opinion
  article. [1]</p>
<h2>Different systems</h2>
<p>The reason he gives is how the two are run. Hong Kong operates as a special administrative
  region under “one country, two systems”. Hainan does not. [1]</p>
<h2>A helper rather than a rival</h2>
<p>How, then, should Hong Kong deal with Hainan? Not as a competitor, he suggests. By using its
  special status to strengthen Hainan’s experiment, Hong Kong would secure an essential role for
  itself. [1]</p>
<p>This is a summary of the article. The views are not Galpi’s.</p>
""",
    author="writer2",
    bylines=("writer2", "editor"),
    tags=("Hainan", "One country, two systems"),
    picture=Picture(
        "isles",
        "Illustration of an island of high-rise buildings beside an island of palm trees, "
        "joined by a dotted line across the sea.",
        "An illustration of Hong Kong and Hainan as two islands. It does not show a real scene.",
    ),
    sources=(
        SourceText(
            "Liang Haiming",
            "Opinion article comparing Hainan and Hong Kong",
            language=HAINAN.sources[0].language,
        ),
    ),
    uses=from_korean("To let English readers follow a debate we summarised in Korean."),
    links=(Link("related", to="hk-en"),),
)

STORIES = (JEJU_EN, HAINAN_EN, LEAD_EN)
