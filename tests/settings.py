"""The newsroom's settings as the tests see them: nothing of the caller's, nothing kept."""

import os
import tempfile
from pathlib import Path

for _name in [name for name in os.environ if name.startswith("NEWSROOM_")]:
    if not _name.startswith("NEWSROOM_TEST_"):
        del os.environ[_name]
os.environ.pop("DATABASE_URL", None)
os.environ.pop("EMAIL_URL", None)
if os.environ.get("NEWSROOM_TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = os.environ["NEWSROOM_TEST_DATABASE_URL"]

_folder = tempfile.TemporaryDirectory(prefix="newsroom-test-")
os.environ["NEWSROOM_DATA"] = _folder.name

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import DATA_DIR, DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

# A real file, not memory: the live server's threads then have connections of their own.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": Path(DATA_DIR) / "test.sqlite3"}
    # Nothing here must outlive a power cut.
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Files straight from their folders; the hashed and compressed ones are tested by `start`.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# What a test has not asked for would be made in the middle of the next one.
RENDITIONS_IN_BACKGROUND = False
