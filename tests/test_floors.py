"""The floor plan of docs/house.md, held: a line may import only lines below it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# From the roof down; rooms on one line never import each other.
FLOORS = [
    {"newsroom"},
    {"desk"},
    {"reader", "publishing"},
    {"moderation", "related"},
    {"editions", "disclosure"},
    {"stories"},
    {"images"},
    {"audit", "notices"},
    {"people"},
    {"lib"},
]
HEIGHT = {room: len(FLOORS) - level for level, rooms in enumerate(FLOORS) for room in rooms}
READER_MAY = {"editions", "images", "disclosure.labels", "audit", "people", "lib", "reader"}
TOP_LEVEL = {
    "manage.py",
    "requirements.txt",
    "requirements-dev.txt",
    "newsroom",
    "articles",
    "templates",
    "tests",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "pyproject.toml",
    "docs",
    ".ci",
    ".gitignore",
}


def files(room: str) -> list[Path]:
    base = ROOT / "newsroom" if room == "newsroom" else ROOT / "articles" / room
    return sorted(base.rglob("*.py"))


def imported(path: Path) -> list[tuple[int, str]]:
    """(line, dotted name) of every import of ours in a file, wherever in the file it stands."""
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = absolute(path, node)
            found.append((node.lineno, module))
            found += [(node.lineno, f"{module}.{alias.name}") for alias in node.names]
    return [(line, name) for line, name in found if name.split(".")[0] in {"articles", "newsroom"}]


def absolute(path: Path, node: ast.ImportFrom) -> str:
    """The full dotted name behind a relative import."""
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).parent.parts
    package = package[: len(package) - node.level + 1]
    return ".".join([*package, *([node.module] if node.module else [])])


def room_of(name: str) -> str:
    parts = name.split(".")
    return "newsroom" if parts[0] == "newsroom" else (parts[1] if len(parts) > 1 else "")


def test_every_room_has_its_floor() -> None:
    rooms = {path.name for path in (ROOT / "articles").iterdir() if (path / "__init__.py").exists()}
    assert rooms == set(HEIGHT) - {"newsroom"}


@pytest.mark.parametrize("room", sorted(HEIGHT))
def test_a_room_imports_only_lower_floors(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in files(room)
        for line, name in imported(path)
        if room_of(name) not in {room, ""} and HEIGHT[room_of(name)] >= HEIGHT[room]
    ]
    assert wrong == []


def test_the_reader_side_cannot_name_a_working_copy() -> None:
    wrong = []
    for path in files("reader"):
        for line, name in imported(path):
            inside = name.removeprefix("articles.")
            if name != "articles" and not any(
                inside == may or inside.startswith(may + ".") for may in READER_MAY
            ):
                # `from articles.disclosure import labels` names the module in its second form.
                if inside == "disclosure" and (line, "articles.disclosure.labels") in imported(
                    path
                ):
                    continue
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


def test_no_import_hides_in_a_function() -> None:
    """Only an AppConfig.ready may: models are loaded no sooner."""
    wrong = []
    for room in HEIGHT:
        for path in files(room):
            for function in ast.walk(ast.parse(path.read_text())):
                if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                    continue
                if path.name == "apps.py" and function.name == "ready":
                    continue
                wrong += [
                    f"{path.relative_to(ROOT)}:{node.lineno}"
                    for node in ast.walk(function)
                    if isinstance(node, ast.ImportFrom)
                    and (node.module or "").split(".")[0] in {"articles", "newsroom"}
                ]
    assert wrong == []


def test_our_apps_send_each_other_no_signals() -> None:
    for room in HEIGHT:
        for path in files(room):
            text = path.read_text()
            assert "django.db.models.signals" not in text, path
            assert "django.dispatch" not in text, path


def test_every_room_says_what_it_is() -> None:
    for room in set(HEIGHT) - {"newsroom"}:
        said = ast.get_docstring(ast.parse((ROOT / "articles" / room / "__init__.py").read_text()))
        assert said and len(said.splitlines()) >= 3, room


def test_the_top_level_is_the_design_cards() -> None:
    ignored = {".git", ".venv", "var", ".pytest_cache", ".ruff_cache"}
    assert {path.name for path in ROOT.iterdir()} - ignored <= TOP_LEVEL
