"""How many injected defects the checks find: print the share for each kind.

    python3 tests/benchmarks/checks_recall.py [FILE.jsonl.gz] [--show KIND]

Each kind spoils clean stories of twenty sentences (see checks_on_clean_text.py) in one way, and
counts those in which the finding that should follow does. The aims are those of a newsroom that
wants precision first; a number in a headline is found where nothing in the body is near it.
"""

import argparse
import random
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from articles.moderation.checks import Item, Other, SourceText, Term, run  # noqa: E402
from tests.benchmarks.checks_on_clean_text import EVALUATION, item, rows, stories  # noqa: E402

Spoil = Callable[[Item, random.Random], Item | None]
_HAN = ["嵌入", "全面", "经济", "发展", "进行", "実施"]


def spoilt(story: Item, text: str) -> Item:
    return item(story.language, text.split("\n\n"), story.headline)


def sentences(story: Item) -> list[str]:
    return re.split(r"(?<=[.])\s+", story.body)


def untranslated(story: Item, pick: random.Random) -> Item:
    at = pick.choice([m.end() for m in re.finditer(r"[가-힣](?=[가-힣])", story.body)])
    return spoilt(story, story.body[:at] + pick.choice(_HAN) + story.body[at:])


def zero_width(story: Item, pick: random.Random) -> Item:
    at = pick.choice([m.end() for m in re.finditer(r"[가-힣](?=[가-힣])", story.body)])
    return spoilt(story, story.body[:at] + "\u200b" + story.body[at:])


def doubled(story: Item, pick: random.Random) -> Item | None:
    long = [each for each in sentences(story) if len(re.sub(r"\W", "", each)) >= 15]
    return spoilt(story, f"{story.body}\n\n{pick.choice(long)}") if long else None


def open_quote(story: Item, pick: random.Random) -> Item:
    marks = pick.choice([("“", ""), ("", "”"), ('"', "")])
    said = pick.choice(sentences(story)).strip("“”\"'‘’")
    return spoilt(story, f"{story.body}\n\n그는 {marks[0]}{said[:60]}{marks[1]}라고 말했다.")


def cut(story: Item, pick: random.Random) -> Item:
    words = story.body.split(" ")
    return spoilt(story, " ".join(words[: -pick.randint(2, 4)]))


def wrong_number(story: Item, pick: random.Random) -> Item | None:
    """A sentence of the story with one number changed, for a headline."""
    having = [each for each in sentences(story) if re.search(r"(?<![\w.,])\d{2,4}(?![\d.,])", each)]
    if not having:
        return None
    said = pick.choice(having)
    found = pick.choice(list(re.finditer(r"(?<![\w.,])\d{2,4}(?![\d.,])", said)))
    other = str(int(found.group()) + pick.randint(3, 60))
    if re.search(rf"(?<!\d){other}(?!\d)", story.body):
        return None
    return replace(story, headline=said[: found.start()] + other + said[found.end() :])


def wrong_name(story: Item, pick: random.Random) -> Item:
    office = pick.choice(["장관", "의원", "대표", "교수"])
    return replace(
        story,
        headline=f"{pick.choice('김이박최')}{pick.choice(['하린', '도겸', '서율'])} {office}, 입장 밝혀",
    )


def invented_quote(story: Item, pick: random.Random, stranger: str) -> Item:
    body = f"{story.body}\n\n그는 “{stranger[:60]}”고 말했다."
    return replace(spoilt(story, body), source_texts=(SourceText(story.body, "ko"),))


def same_story(story: Item, pick: random.Random) -> Item:
    """Submitted before, with a quarter dropped and the rest in another order."""
    kept = sentences(story)
    kept = pick.sample(kept, len(kept) * 3 // 4)
    return replace(story, others=(Other("1", "", " ".join(kept)),))


def two_spellings(story: Item, pick: random.Random) -> Item:
    return spoilt(story, f"쑨동(孫東)이 밝혔다. {story.body}\n\n쑨둥(孫東)은 덧붙였다.")


def variant(story: Item, pick: random.Random) -> Item:
    said = spoilt(story, f"심천은 계획을 밝혔다. {story.body}")
    return replace(said, glossary=(Term("선전", ("심천",)),))


def kinds(strangers: list[str]) -> dict[str, tuple[str, float, Spoil]]:
    """By name: the code that should follow, the aim, and how a story is spoilt."""
    return {
        "untranslated Han": ("han_in_hangul", 0.95, untranslated),
        "zero-width space": ("invisible_character", 0.99, zero_width),
        "doubled sentence": ("doubled_sentence", 0.99, doubled),
        "quotation mark lost": ("unbalanced_quote", 0.9, open_quote),
        "text cut off": ("cut_off", 0.9, cut),
        "number in the headline": ("number_not_in_text", 0.7, wrong_number),
        "name in the headline": ("name_not_in_text", 0.95, wrong_name),
        "invented quotation": (
            "quote_not_in_source",
            0.9,
            lambda story, pick: invented_quote(story, pick, pick.choice(strangers)),
        ),
        "same story again": ("near_duplicate", 0.99, same_story),
        "two spellings": ("two_spellings", 0.99, two_spellings),
        "glossary variant": ("glossary_variant", 0.99, variant),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=EVALUATION)
    parser.add_argument("--show", default="", help="print the headlines of this kind not found")
    options = parser.parse_args()
    if not options.file.exists():
        print(f"There is no file {options.file}: name one that holds clean text.")
        return 2
    clean = [item("ko", each) for each in stories(options.file)]
    strangers = [row["text"] for row in rows(options.file, "doc") if row["lang"] == "ko"]
    strangers = [
        each for each in strangers if not "".join(each.split()).isascii() and len(each) > 40
    ]
    missed = []
    for name, (code, aim, spoil) in kinds(strangers).items():
        pick = random.Random(name)
        made = [each for each in (spoil(story, pick) for story in clean) if each]
        lost = [each for each in made if code not in {one.code for one in run(each)}]
        share = 1 - len(lost) / len(made) if made else 0.0
        missed += [name] if share < aim else []
        print(f"{name:24} {code:22} {len(made):4} items  {share:7.1%}  (aim {aim:.0%})")
        for each in lost if options.show == name else ():
            print("   ", each.headline or each.body[-80:])
    print(f"\nBelow their aim: {', '.join(missed) or 'none'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
