"""How often the checks raise an alarm on clean professional text: print the share for each.

    python3 tests/benchmarks/checks_on_clean_text.py [FILE.jsonl.gz] [--show CODE]

The file holds one JSON object a line with "t": "doc", "lang" and "text" (and "news": 1 for text by
journalists). Most of its Korean documents are single sentences, so they are also joined into
stories of twenty sentences, which is the unit the aims speak of. Lines with "t": "query" say
something true of the document "rel": they stand in for headlines. English and Chinese documents of
the same number translate each other. Aim: a finding of high severity in at most .5 % of stories.
"""

import argparse
import gzip
import html
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from articles.moderation.checks import Found, Item, SourceText, run  # noqa: E402

EVALUATION = ROOT.parent / "shared/fixtures/search/textlang-eval.jsonl.gz"
AIM = 0.005
STORY = 20


def rows(path: Path, kind: str) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row.get("t") == kind:
                yield row


def item(language: str, paragraphs: list[str], headline: str = "", **more: object) -> Item:
    body_html = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
    return Item(language, headline, "", body_html, "\n\n".join(paragraphs), **more)


def stories(path: Path) -> list[list[str]]:
    """Twenty sentences of Korean news each, in paragraphs of four."""
    news = [row["text"] for row in rows(path, "doc") if row.get("news")]
    return [
        [" ".join(news[i + j : i + j + 4]) for j in range(0, STORY, 4)]
        for i in range(0, len(news) - STORY + 1, STORY)
    ]


def sets(path: Path) -> dict[str, list[Item]]:
    """The items to measure, by a name for the printed table."""
    made: dict[str, list[Item]] = defaultdict(list)
    known = {row["id"]: row for row in rows(path, "doc")}
    for row in known.values():
        name = f"{row['lang']} {'news sentences' if row.get('news') else 'other documents'}"
        made[name].append(item(row["lang"], [row["text"]]))
        english = known.get(row["id"].replace("zh-", "en-"))
        if row["lang"] == "zh" and english:
            to, of = SourceText(row["text"], "zh"), SourceText(english["text"], "en")
            made["zh translations of English"].append(item("zh", [to.text], original=of))
            made["en translations of Chinese"].append(item("en", [of.text], original=to))
    for row in rows(path, "query"):
        if row["set"] in ("ko-entail", "ko-paraphrase", "en-xquad"):
            body = known[row["rel"]]
            name = f"{body['lang']} headlines ({row['set']})"
            made[name].append(item(body["lang"], [body["text"]], row["q"]))
    made[f"ko news stories of {STORY} sentences"] = [item("ko", each) for each in stories(path)]
    return dict(made)


def measure(items: list[Item]) -> tuple[Counter, int, float, list[Found]]:
    """Items with each (code, severity), items with any high finding, seconds, all findings."""
    shares: Counter = Counter()
    high, findings, began = 0, [], time.perf_counter()
    for each in items:
        found = run(each)
        findings += found
        shares.update({(one.code, one.severity) for one in found})
        high += any(one.severity == "high" for one in found)
    return shares, high, time.perf_counter() - began, findings


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=EVALUATION)
    parser.add_argument("--show", default="", help="print the findings of this code")
    options = parser.parse_args()
    if not options.file.exists():
        print(f"There is no file {options.file}: name one that holds clean text.")
        return 2
    worst = 0.0
    for name, items in sets(options.file).items():
        shares, high, seconds, findings = measure(items)
        print(f"\n{name}: {len(items)} items, {seconds / len(items) * 1000:.2f} ms each")
        for (code, severity), count in sorted(shares.items()):
            print(f"  {code:22} {severity:7} {count:5} {count / len(items):8.3%}")
        print(f"  {'any high finding':30} {high:5} {high / len(items):8.3%}")
        if "news" in name or name == "en other documents":
            worst = max(worst, high / len(items))
        for one in findings:
            if one.code == options.show:
                print("   ", one.severity, one.field, repr(one.quote[-90:]), one.data)
    print(f"\nWorst share of high findings on professional text: {worst:.3%} (aim {AIM:.1%})")
    return 0 if worst <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
