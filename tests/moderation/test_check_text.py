"""The command that checks a file: what it prints, and that it needs nothing but the file."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

ROOT = Path(__file__).parents[2]
BODY = "선전시는 AI를 사회 전반에嵌入하는 계획을 내놓았다.\r\n\r\n사업은 20개라고 밝혔다.\r\n"
SEED = ROOT.parent / "shared/fixtures/seed/page-ko.txt"


def check(path, *options, language="ko"):
    out = io.StringIO()
    call_command("check_text", str(path), "--language", language, *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def body(tmp_path):
    path = tmp_path / "기사.txt"
    path.write_bytes(b"\xef\xbb\xbf" + BODY.encode())
    return path


def test_json_has_every_fact_and_the_span_is_exact(body):
    (one,) = json.loads(check(body, "--json"))
    assert (one["code"], one["severity"], one["field"]) == ("han_in_hangul", "high", "body")
    text = BODY.replace("\r\n", "\n")
    assert text[one["start"] : one["end"]] == one["quote"] == "전반에嵌入하는"
    assert one["title"] and one["message"]


def test_headline_and_sources_are_compared(body, tmp_path):
    found = json.loads(check(body, "--json", "--headline", "선전, 25개 사업 시작"))
    assert [(one["code"], one["field"]) for one in found][0] == ("number_not_in_text", "headline")
    source = tmp_path / "source.txt"
    source.write_text("사업은 25개다.", "utf-8")
    more = check(body, "--json", "--headline", "선전, 25개 사업 시작", "--source", str(source))
    assert [one["code"] for one in json.loads(more)] == ["han_in_hangul"]


def test_a_person_reads_severity_code_place_and_words(body):
    said = check(body)
    assert "high" in said and "han_in_hangul" in said and "전반에嵌入하는" in said


def test_a_clean_text_has_an_answer_too(tmp_path):
    clean = tmp_path / "a.txt"
    clean.write_text("사업은 20개라고 밝혔다.", "utf-8")
    assert check(clean).strip()
    assert json.loads(check(clean, "--json")) == []


@pytest.mark.parametrize("what", ["missing", "folder", "bytes"])
def test_what_is_no_text_gets_one_clear_sentence(tmp_path, what):
    path = tmp_path / "x"
    if what == "folder":
        path.mkdir()
    elif what == "bytes":
        path.write_bytes("한국어".encode("cp949"))
    with pytest.raises(CommandError) as said:
        check(path)
    assert str(path) in str(said.value) and "\n" not in str(said.value)


def test_it_reads_standard_input_and_needs_no_database(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "django", "check_text", "-", "--language", "en", "--json"],
        input=b"Analysts say so.",
        capture_output=True,
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_DATA": str(tmp_path),
        },
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert [one["code"] for one in json.loads(done.stdout)] == ["unattributed_claim"]
    assert not list(tmp_path.glob("*.sqlite3"))


@pytest.mark.skipif(not SEED.exists(), reason=f"needs {SEED}")
def test_the_defects_of_a_published_page_are_all_found_at_once():
    found = {(one["code"], one["quote"][:12]) for one in json.loads(check(SEED, "--json"))}
    assert ("han_in_hangul", "전반에嵌入하는") in found
    assert ("cut_off", "HKMA 고위 관계자 ") in found
    assert ("paragraph_language", "South Korean") in found
    assert not any("孫東" in quote for _code, quote in found)
