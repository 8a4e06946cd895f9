"""Every string a person sees is in both catalogues, translated, and the compiled files are theirs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings

LOCALE = Path(settings.BASE_DIR) / "newsroom" / "locale"
LANGUAGES = ("ko", "en")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))


def key(entry: polib.POEntry) -> tuple[str, str]:
    return (entry.msgctxt or "", entry.msgid)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_or_doubtful(language: str) -> None:
    po = catalogue(language)
    assert [e.msgid for e in po.untranslated_entries()] == []
    assert [e.msgid for e in po.fuzzy_entries()] == []


def test_both_catalogues_hold_the_same_strings() -> None:
    ko, en = ({key(e) for e in catalogue(language)} for language in LANGUAGES)
    assert ko == en


def test_a_translation_keeps_what_is_filled_in() -> None:
    wrong = []
    for entry in catalogue("ko"):
        wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        said = entry.msgstr + "".join(entry.msgstr_plural.values())
        if not set(PLACEHOLDER.findall(said)) <= wanted:
            wrong.append(entry.msgid)
    assert wrong == []


def test_korean_strings_are_korean() -> None:
    """A forgotten English string stands out: no Hangul in it and more than a name."""
    plain = re.compile(r"[^A-Za-z]*(?:[A-Za-z0-9%().:/_-]+[^A-Za-z]*){0,3}")
    odd = [
        entry.msgid
        for entry in catalogue("ko")
        for said in [entry.msgstr, *entry.msgstr_plural.values()]
        if said and not re.search("[가-힣]", said) and not plain.fullmatch(said)
    ]
    assert odd == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_made_from_the_text(language: str) -> None:
    po = catalogue(language)
    mo = polib.mofile(str(LOCALE / language / "LC_MESSAGES" / "django.mo"))
    assert {key(e): (e.msgstr, e.msgstr_plural) for e in mo} == {
        key(e): (e.msgstr, e.msgstr_plural) for e in po
    }


def test_the_catalogue_holds_every_string_of_the_code(tmp_path: Path) -> None:
    """Extracts anew with GNU gettext and compares."""
    if shutil.which("xgettext") is None:
        pytest.skip("GNU gettext is not installed")
    copy = tmp_path / "tree"
    for name in ("newsroom", "articles", "templates"):
        shutil.copytree(
            Path(settings.BASE_DIR) / name, copy / name, ignore=shutil.ignore_patterns("*.pyc")
        )
    (copy / "settings_here.py").write_text(
        f"LOCALE_PATHS = [{str(copy / 'newsroom' / 'locale')!r}]\nSECRET_KEY = 'x'\nUSE_I18N = True\n"
    )
    command = ["-m", "django", "makemessages", "-l", "en", "--settings", "settings_here"]
    subprocess.run(
        [sys.executable, *command, "--pythonpath", str(copy)],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    fresh = polib.pofile(str(copy / "newsroom/locale/en/LC_MESSAGES/django.po"))
    used = {key(e) for e in fresh if not e.obsolete}
    kept = {key(e) for e in catalogue("en")}
    assert used - kept == set(), "strings without a translation"
    assert kept - used == set(), "translations that nothing uses"
