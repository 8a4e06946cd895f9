"""The demo newsroom behind a real server, put back to its first state whenever a test asks."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test import Client

from articles.people.models import User
from newsroom.demo.passwords import password


@contextmanager
def database(path: Path) -> Iterator[None]:
    """Make `path` the database, of this thread and of the server's."""
    connection.close()
    shared = connection.settings_dict  # every thread's connection reads this one dictionary
    before = shared["NAME"]
    shared["NAME"] = str(path)
    try:
        yield
    finally:
        connection.close()
        shared["NAME"] = before


@contextmanager
def copy_of(master: Path) -> Iterator[None]:
    """Make a fresh copy of `master` the database."""
    path = master.with_name(f"copy-{next(_numbers)}.sqlite3")
    shutil.copyfile(master, path)
    cache.clear()
    ContentType.objects.clear_cache()
    with database(path):
        yield


_numbers = count(1)


@dataclass
class Served:
    """The newsroom at `url`. `ids` names rows that the pages in `pages.py` are about."""

    url: str
    media: Path
    ids: dict[str, Any] = field(default_factory=dict)

    def __truediv__(self, path: str) -> str:
        return self.url + path

    def client(self, username: str = "", language: str = "ko") -> Client:
        """Django's own client, signed in: for pages whose HTML alone is looked at."""
        client = Client(HTTP_HOST=self.url.split("//")[1], HTTP_ACCEPT_LANGUAGE=language)
        if username:
            client.force_login(User.objects.get(username=username))
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        return client

    def enter(self, page: Any, username: str, language: str = "ko") -> None:
        """Sign somebody in without the form, for tests that are about something else."""
        client = self.client(username, language)
        page.context.clear_cookies()
        page.context.add_cookies(
            [
                {"name": name, "value": client.cookies[name].value, "url": self.url}
                for name in (settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME)
            ]
        )

    def sign_in(self, page: Any, username: str, *, submit: bool = True) -> None:
        """Sign somebody in as a person does."""
        page.goto(self / "/admin/login/?next=/admin/")
        page.fill("[name=username]", username)
        page.fill("[name=password]", password(username))
        page.click("main form button")
        page.wait_for_url(lambda url: "/login/" not in url)

    def sign_out(self, page: Any) -> None:
        page.click("form[action$='/logout/'] button")
        page.wait_for_load_state()
