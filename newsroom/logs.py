"""Log lines: one event a line, no secrets in it, and no way for a visitor to forge another line."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

# Visitors choose much of what is logged (addresses): no pattern may try a long run of letters from
# each of its places.
_SECRETS = (
    # user:password@ in an address
    (re.compile(r"(?<=://)([^/\s:@]*):([^@\s/]+)(?=@)"), r"\1:***"),
    # password=…, "token": "…", Authorization: Bearer …, Cookie: sessionid=…
    (
        re.compile(
            r"""(?ix)
            ( (?:passw(?:or)?d | secret | token | api[_-]?key | sessionid | authorization)
              [\w-]{0,40} ["']? \s* [=:] \s* ["']? (?: (?:bearer|basic) \s+ )? )
            [^\s"'&;,)}\]]+"""
        ),
        r"\1***",
    ),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def redact(text: str) -> str:
    """Return `text` with passwords, tokens and keys replaced by ``***``."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


def one_line(text: str) -> str:
    """Return `text` with line breaks and other control characters made visible."""
    text = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")
    return _escape(text)


def _escape(text: str) -> str:
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class PlainFormatter(logging.Formatter):
    """For people: time, level, where, what. A traceback follows, indented, so that no line of it
    can pass for an entry."""

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created).astimezone()
        message = one_line(redact(record.getMessage()))
        line = f"{when:%Y-%m-%d %H:%M:%S} {record.levelname:<7} {record.name}: {message}"
        if trace := _trace(self, record):
            rows = (_CONTROL.sub("?", row) for row in trace.splitlines())
            line += "".join(f"\n    {row}" for row in rows)
        return line


class JsonFormatter(logging.Formatter):
    """For machines: one JSON object a line, times in UTC with milliseconds."""

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC)
        entry: dict[str, Any] = {
            "time": when.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redact(record.getMessage()),
        }
        if (status := getattr(record, "status_code", None)) is not None:
            entry["status"] = status
        if request := getattr(record, "request", None):
            # The path alone: a query string may hold what somebody searched for.
            entry["method"] = getattr(request, "method", None)
            entry["path"] = getattr(request, "path", None)
        if trace := _trace(self, record):
            entry["exception"] = trace
        return _escape(json.dumps(entry, ensure_ascii=False, default=str))


def _trace(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    if not record.exc_info:
        return ""
    return redact(formatter.formatException(record.exc_info))
