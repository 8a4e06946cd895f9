"""A log line is one line, and holds no secret."""

import json
import logging
import sys

import pytest

from newsroom.logs import JsonFormatter, PlainFormatter, redact


def _record(message, *args, exc_info=None, **extra):
    record = logging.LogRecord("django.request", logging.INFO, "f", 1, message, args, exc_info)
    record.__dict__.update(extra)
    return record


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("postgres://galpi:hunter2@db/x", "hunter2"),
        ("password=hunter2&next=/", "hunter2"),
        ("{'csrfmiddlewaretoken': 'hunter2'}", "hunter2"),
        ("Authorization: Bearer hunter2", "hunter2"),
        ("Cookie: sessionid=hunter2; a=b", "hunter2"),
        ('{"api_key": "hunter2"}', "hunter2"),
        ("SECRET_KEY=hunter2", "hunter2"),
    ],
)
def test_secrets_are_taken_out(text, secret):
    assert secret not in redact(text)
    assert "***" in redact(text)


def test_ordinary_words_stay():
    text = "Article 7 published by 김지우: https://galpi.example/ko/economy/x?page=2"
    assert redact(text) == text


@pytest.mark.parametrize("formatter", [PlainFormatter(), JsonFormatter()])
def test_a_visitor_cannot_forge_a_line(formatter):
    line = formatter.format(
        _record("Not Found: %s", "/x\r\n2026-01-01 INFO all is well\u2028\x1b[2J")
    )
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line


def test_a_traceback_is_indented_and_redacted():
    try:
        raise ValueError("token=hunter2\nforged")
    except ValueError:
        line = PlainFormatter().format(_record("broken", exc_info=sys.exc_info()))
    assert "hunter2" not in line
    assert all(row.startswith("    ") for row in line.splitlines()[1:])


def test_json_has_status_and_path_without_the_query(rf):
    request = rf.get("/ko/search", {"q": "비밀"})
    entry = json.loads(JsonFormatter().format(_record("x", request=request, status_code=404)))
    assert entry["path"] == "/ko/search"
    assert entry["status"] == 404
    assert entry["time"].endswith("Z")
    assert "비밀" not in json.dumps(entry, ensure_ascii=False)
