"""Cut the two reader fonts into a core file and slices, and write css/fonts.css.

    python build.py PretendardVariable.ttf NotoSerifCJK-Bold.ttc   (needs fonttools and brotli)

Sources, versions and measured sizes: README.md. Both are SIL Open Font License 1.1; the licence
reserves the original names, so every cut file carries the names "Galpi Sans" and "Galpi Serif".
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
STATIC = HERE.parent.parent / "newsroom" / "static" / "newsroom"
HANGUL = range(0xAC00, 0xD7A4)


def spans(text: str) -> set[int]:
    """The code points of hexadecimal spans such as "20-7E A0"."""
    pairs = (span.split("-") for span in text.split())
    return {code for pair in pairs for code in range(int(pair[0], 16), int(pair[-1], 16) + 1)}


# What every page may hold: Latin-1, punctuation, currency, arrows, the shapes of the labels.
PLAIN = spans(
    "20-7E A0-FF 2010-2027 2030-203B 2060 20A9-20AC 2122 2190-2193 2212 25A0-25A1 25B2-25B3 "
    "25BC-25BD 25C6-25CF 3000-3011"
)
# The rest of what the fonts draw besides syllables: wider Latin, numbers, units, jamo, full width.
SYMBOLS = spans(
    "100-17F 2B0-304 1E80-1E9E 2028-205F 2070-27BF 3012-303F 3131-318E 3200-33FF FF01-FFE6"
)
MIDDLE = [(0xAC00, 0xB9FF), (0xBA00, 0xC4FF), (0xC500, 0xD7A3)]
RARE = [(0xAC00, 0xB5FF), (0xB600, 0xBFFF), (0xC000, 0xC9FF), (0xCA00, 0xD7A3)]


def ks_x_1001(code: int) -> bool:
    """True for the 2,350 syllables of KS X 1001, which hold nearly all of written Korean."""
    return len(chr(code).encode("euc_kr", "ignore")) == 2


def ranges(codes: set[int]) -> str:
    """A `unicode-range` value for these code points."""
    parts, run = [], []
    for code in sorted(codes) + [0x110000]:
        if run and code != run[-1] + 1:
            parts.append(f"U+{run[0]:X}" + (f"-{run[-1]:X}" if len(run) > 1 else ""))
            run = []
        run.append(code)
    return ",".join(parts)


def slices() -> list[tuple[str, set[int], str]]:
    """(file suffix, code points, unicode-range). Later rules are asked first, so the core is last.

    The middle and rare ranges overlap on purpose: a browser asks the next rule when a file lacks
    the glyph, and plain ranges keep the style sheet small.
    """
    core = {ord(c) for c in (HERE / "core-syllables.txt").read_text("utf-8").strip()}
    middle = {c for c in HANGUL if ks_x_1001(c)} - core
    rare = set(HANGUL) - core - middle
    out = [("sym", SYMBOLS - PLAIN, ranges(SYMBOLS))]
    for name, pool, cuts in (("rare", rare, RARE), ("mid", middle, MIDDLE)):
        for number, (low, high) in enumerate(cuts, 1):
            codes = {c for c in pool if low <= c <= high}
            out.append((f"{name}{number}", codes, f"U+{low:X}-{high:X}"))
    return [*out, ("core", core | PLAIN, ranges(core | PLAIN))]


def rename(font: TTFont, family: str) -> None:
    """Give the file its own name; copyright, trademark and licence records stay."""
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 7, 8, 9, 13, 14)]
    plain = family.replace(" ", "")
    names = {1: family, 2: "Regular", 3: plain, 4: family, 5: "1.0", 6: plain}
    for record, text in names.items():
        table.setName(text, record, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [plain]
        top = cff.topDictIndex[0]
        top.FullName, top.FamilyName = family, family


def cut(source: str, number: int, family: str, stem: str, weight: str) -> list[str]:
    """Write every slice of one face and return its @font-face rules."""
    rules = []
    whole = BytesIO()
    font = TTFont(source, fontNumber=number)
    if "fvar" in font:
        instancer.instantiateVariableFont(font, {"wght": (400, 800)}, inplace=True)
    font.save(whole)
    for suffix, codes, unicode_range in slices():
        whole.seek(0)
        font = TTFont(whole)
        options = subset.Options(
            layout_features=["kern", "liga", "calt", "ccmp", "locl", "tnum", "palt", "mark"],
            hinting=False,
            desubroutinize=True,
            notdef_outline=True,
            name_IDs=["*"],
        )
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=codes)
        cutter.subset(font)
        for tag in ("STAT", "vhea", "vmtx", "VORG"):
            if tag in font:
                del font[tag]
        rename(font, family)
        font.flavor = "woff2"
        path = STATIC / "fonts" / f"{stem}-{suffix}.woff2"
        font.save(path)
        print(f"{path.name:24} {len(font.getBestCmap()):6} glyphs {path.stat().st_size:8} B")
        rules.append(
            f'@font-face{{font-family:"{family}";src:url(../fonts/{path.name}) format("woff2");'
            f"font-weight:{weight};font-display:swap;unicode-range:{unicode_range}}}"
        )
    return rules


if __name__ == "__main__":
    sans, serif = sys.argv[1:3]
    rules = cut(sans, 0, "Galpi Sans", "galpi-sans", "400 800")
    rules += cut(serif, 1, "Galpi Serif", "galpi-serif", "600 900")
    head = "/* Written by docs/fonts/build.py. */\n"
    (STATIC / "css" / "fonts.css").write_text(head + "\n".join(rules) + "\n", "utf-8")
