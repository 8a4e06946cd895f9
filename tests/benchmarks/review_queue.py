"""What the review queue costs with 100,000 open cases, as a ratio to the same with 100.

    python3 tests/benchmarks/review_queue.py [--cases 100000] [--rounds 15] [--postgres]

Without `--postgres` it measures SQLite; with it a PostgreSQL of its own, which it stops at the
end. Both sizes are measured in turn, in one run; the best of all rounds counts, for a machine that
is busy with something else only ever makes a page slower. Aim: at most twice.
"""

import argparse
import contextlib
import datetime as dt
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
FEW = 100
AIM = 2.0
# What is asked for, and from which place in the list (a share of its length).
PAGES = {
    "first page": ({}, None),
    "everybody's": ({"who": "all"}, None),
    "page in the middle": ({"who": "all"}, 0.5),
    "last page": ({"who": "all"}, 0.98),
    "high risk": ({"risk": "high"}, None),
    "one section": ({"section": "s7"}, None),
    "overdue": ({"due": "late"}, None),
    "a rare finding": ({"code": "han_in_hangul", "who": "all"}, None),
    "assigned to me": ({"who": "me"}, None),
    "overview": (None, None),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--postgres", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsroom-queue-") as folder, _database(asked) as url:
        os.environ |= {
            "NEWSROOM_DATA": folder,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_STATIC_STORAGE": "django.contrib.staticfiles.storage.StaticFilesStorage",
            "NEWSROOM_LOG_LEVEL": "ERROR",
        }
        if url:
            os.environ["DATABASE_URL"] = url
        (Path(folder) / "static").mkdir()
        return measure(asked.cases, asked.rounds)


@contextlib.contextmanager
def _database(asked: argparse.Namespace) -> Iterator[str]:
    if not asked.postgres:
        yield ""
        return
    from tests.databases import postgres

    with postgres() as url:
        yield url


def measure(many: int, rounds: int) -> int:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    call_command("migrate", verbosity=0)
    user = people()
    times: dict[str, dict[int, list[float]]] = {name: {FEW: [], many: []} for name in PAGES}
    # Cases are put aside and back: closed they are not in the queue, and cost it nothing.
    fill(many, user)
    for size in (many, FEW, many, FEW):
        keep_open(size, many)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        client = Client(SERVER_NAME="localhost")
        client.force_login(user)
        for name, (query, share) in PAGES.items():
            path, data = address(query, share, size)
            for n in range(rounds + 2):
                began = time.perf_counter()
                response = client.get(path, data)
                if n >= 2:
                    times[name][size].append(time.perf_counter() - began)
                assert response.status_code == 200, (name, response.status_code)
    worst = 0.0
    print(f"{connection.vendor}: {FEW} and {many:,} open cases, best ms and ratio")
    for name, by_size in times.items():
        few, lot = (1000 * min(by_size[size]) for size in (FEW, many))
        worst = max(worst, lot / few)
        print(f"  {name:20} {few:7.1f} {lot:7.1f}  {lot / few:5.2f}")
    print(f"worst ratio {worst:.2f}; aim {AIM}")
    return worst > AIM


def address(query: dict | None, share: float | None, size: int) -> tuple[str, dict]:
    if query is None:
        return "/admin/overview/", {}
    if share is None:
        return "/admin/review/", query
    from articles.moderation.models import Case

    place = int(share * size)
    after = Case.objects.open().by_urgency().values_list("pk", flat=True)[place]
    return "/admin/review/", query | {"after": after}


def people() -> object:
    from articles.people.models import SectionRole, User
    from articles.stories.models import Section

    made = [
        User.objects.create_user(username=name, name=name, email=f"{name}@x.example", is_staff=True)
        for name in ("hajun", "minseo", "doyun")
    ]
    SectionRole.objects.bulk_create(
        SectionRole(user=user, role=role)
        for user, role in zip(made, ("moderator", "moderator", "writer"), strict=True)
    )
    Section.objects.bulk_create(
        Section(code=f"s{n}", name_ko=f"섹션 {n}", name_en=f"Section {n}", position=n)
        for n in range(20)
    )
    return made[0]


def fill(many: int, user: object) -> None:
    """Cases in every state of risk, lateness and assignment, with findings; in bulk."""
    from django.utils import timezone

    from articles.moderation.models import Case, Finding
    from articles.people.models import User
    from articles.stories.models import Article, Revision, Section

    chance, now = random.Random(7), timezone.now()
    sections, writer = list(Section.objects.all()), User.objects.get(username="doyun")
    other = User.objects.get(username="minseo")
    body = "<p>" + "홍콩과 선전이 금융 기술 협력을 넓힌다고 시 당국이 밝혔다. " * 60 + "</p>"
    for begin in range(0, many, 5000):
        n = min(5000, many - begin)
        articles = Article.objects.bulk_create(
            Article(
                language=chance.choice(["ko", "en"]),
                section=chance.choice(sections),
                headline=f"이야기 {begin + i}",
                slug=f"story-{begin + i}",
                body="<p>본문</p>",
                created_by=writer,
            )
            for i in range(n)
        )
        revisions = Revision.objects.bulk_create(
            Revision(
                article=article,
                number=1,
                snapshot=_snapshot(article, body),
                sha256=f"{article.pk:064d}",
                needs_review=True,
                created_by=writer,
                created_at=now,
            )
            for article in articles
        )
        cases = Case.objects.bulk_create(
            _case(Case, revision, chance, now, writer, user, other) for revision in revisions
        )
        Finding.objects.bulk_create(
            Finding(
                case=case,
                number=number,
                # One kind in a thousand is rare, as kinds of findings are.
                code="han_in_hangul" if chance.random() < 0.001 else "sentence_cut_off",
                severity={3: "high", 2: "medium", 1: "low"}[case.risk],
                field="body",
            )
            for case in cases
            for number in range(1, chance.choice([1, 2, 2, 3]))
        )


def _snapshot(article: object, body: str) -> dict:
    return {
        "language": article.language,
        "headline": article.headline,
        "standfirst": "",
        "body": body,
        "key_points": [],
        "bylines": [],
        "sources": [],
        "images": [],
        "ai_uses": {"text": [], "images": {}},
    }


def _case(Case, revision, chance, now, writer, user, other):  # noqa: ANN001, ANN202, N803
    risk = chance.choice([1, 1, 1, 2, 2, 3])
    opened = now - dt.timedelta(minutes=chance.randrange(1, 100_000))
    return Case(
        article=revision.article,
        revision=revision,
        language=revision.article.language,
        section_id=revision.article.section_id,
        risk=risk,
        priority=300 * (risk - 1) + chance.randrange(0, 12) * 20,
        text_label=chance.choice(["generated_unreviewed", "translated_unreviewed", "assisted"]),
        image_label=chance.choice(["", "generated", "unknown"]),
        opened_at=opened,
        opened_by=writer,
        due_at=opened + dt.timedelta(minutes=60 if chance.random() < 0.3 else 200_000),
        # All have been told of: telling is done once, and is not what a page usually costs.
        late_told_at=now,
        assigned_to=chance.choice([None, None, None, None, user, other]),
    )


def keep_open(size: int, total: int) -> None:
    """Leave `size` cases in the queue, spread over all of them."""
    from articles.moderation.models import Case

    if size == total:
        Case.objects.filter(state="recalled").update(state="open")
    else:
        keys = list(Case.objects.order_by("pk").values_list("pk", flat=True))
        some = keys[:: total // size][:size]
        Case.objects.exclude(pk__in=some).update(state="recalled")


if __name__ == "__main__":
    sys.exit(main())
