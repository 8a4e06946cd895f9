"""Which Chinese characters a Korean newspaper writes itself.

PRESS holds the single characters that headlines use for countries, parties, offices and sides
(美, 與, 尹대통령, 故). KS X 1001, the set behind the `euc_kr` codec, holds the 4,888 hanja in
Korean use: what it lacks is almost always Chinese or Japanese that was never translated.
"""

PRESS = frozenset(
    "美中日北南韓朝英獨佛露俄伊蘭印比濠加臺台港蒙泰越西東亞歐"  # countries and regions
    "文尹李朴安盧金崔鄭曺曹黃洪秋劉柳吳徐姜張林申權趙宋全池孫"  # family names before an office
    "與野政靑檢軍警法黨民官公府委院署廳處部"  # institutions and sides
    "前現新舊故元次首副正總長代反親脫對非無未不再最初超多大小高低"  # prefixes
    "男女車株銀油電核發行産製式型版戰勝敗死生亡病藥心性人者家子父母妻"  # headline nouns
    "上下左右內外中間先後末半全各每約等說論案件曰票稅價額費率比個"  # measure and order
    "年月日時分春夏秋冬道市郡區邑面洞里山江海島港"  # dates and places
)


def is_korean(run: str) -> bool:
    """Whether every character belongs to KS X 1001."""
    try:
        run.encode("euc_kr")
    except UnicodeEncodeError:
        return False
    return True
