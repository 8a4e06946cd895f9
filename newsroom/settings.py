"""One settings file: what an operator may change is read from the environment; defaults are safe."""

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsroom.secret import secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# Everything an installation writes lies in one folder, so that one folder is backed up.
DATA_DIR = Path(env.str("NEWSROOM_DATA", default=str(BASE_DIR / "var")))

DEBUG = env.bool("NEWSROOM_DEBUG", default=False)
PRODUCTION = env.bool("NEWSROOM_PRODUCTION", default=False)
SECRET_KEY = env.str("NEWSROOM_SECRET_KEY", default="") or secret_key(DATA_DIR)
ALLOWED_HOSTS = env.list("NEWSROOM_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("NEWSROOM_ORIGINS", default=[])

# The public face. SITE_URL, without a trailing slash, makes canonical addresses; when it is empty
# the address that was asked for is used.
SITE_URL = env.str("NEWSROOM_URL", default="").rstrip("/")
SITE_NAME = {
    "ko": env.str("NEWSROOM_NAME_KO", default="갈피"),
    "en": env.str("NEWSROOM_NAME_EN", default="Galpi"),
}
CONTACT_EMAIL = env.str("NEWSROOM_CONTACT", default="fix@galpi.example")

INSTALLED_APPS = [
    "newsroom",
    "articles.lib",
    "articles.people",
    "articles.audit",
    "articles.notices",
    "articles.images",
    "articles.stories",
    "articles.disclosure",
    "articles.editions",
    "articles.related",
    "articles.moderation",
    "articles.publishing",
    "articles.reader",
    "articles.desk",
    "articles.desk.admin_config.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_filters",
    "django_htmx",
    "django_prose_editor",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.headers.PermissionsPolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    }
]

# --- data ---------------------------------------------------------------------------------------
DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets readers read while one writes; IMMEDIATE takes the write lock at BEGIN, so that a
    # transaction that reads first and writes later cannot fail with "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728; "
            "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-20000;"
        ),
    }
else:
    DATABASES["default"].update(CONN_MAX_AGE=600, CONN_HEALTH_CHECKS=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- files --------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = Path(env.str("NEWSROOM_MEDIA", default=str(DATA_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": env.str(
            "NEWSROOM_STATIC_STORAGE",
            default="whitenoise.storage.CompressedManifestStaticFilesStorage",
        )
    },
}
IMAGE_MAX_BYTES = env.int("NEWSROOM_IMAGE_MAX_BYTES", default=40 * 1024 * 1024)
IMAGE_MAX_PIXELS = env.int("NEWSROOM_IMAGE_MAX_PIXELS", default=80_000_000)
# Of a moving picture the first frame is shown; 1 takes still pictures only.
IMAGE_MAX_FRAMES = env.int("NEWSROOM_IMAGE_MAX_FRAMES", default=300)
# Off, the copies of a new picture but for the first are made when they are asked for.
RENDITIONS_IN_BACKGROUND = env.bool("NEWSROOM_RENDITIONS_IN_BACKGROUND", default=True)
# Where both files are there, copies of pictures are signed (Content Credentials).
SIGNING_KEY = Path(env.str("NEWSROOM_SIGNING_KEY", default=str(DATA_DIR / "signing" / "key.pem")))
SIGNING_CHAIN = Path(
    env.str("NEWSROOM_SIGNING_CHAIN", default=str(DATA_DIR / "signing" / "chain.pem"))
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# An address typed without a scheme is taken for https (Django 6's default).
FORMS_URLFIELD_ASSUME_HTTPS = True
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

# --- people -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# --- review and notices ---------------------------------------------------------------------------
# For how many minutes an opened text is kept for who opened it; working on it begins them anew.
CLAIM_MINUTES = env.int("NEWSROOM_CLAIM_MINUTES", default=15)
# Mail is off until an operator names a server: smtp+tls://user:password@host:587.
MAIL = bool(env.str("EMAIL_URL", default=""))
globals().update(env.email_url("EMAIL_URL", default="dummymail://"))
MAIL_IN_BACKGROUND = True
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("NEWSROOM_MAIL_FROM", default=CONTACT_EMAIL)

# --- language and time --------------------------------------------------------------------------
LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", _("Korean")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "desk_language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("NEWSROOM_TIME_ZONE", default="Asia/Seoul")

# --- security -----------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
HTTPS = env.bool("NEWSROOM_HTTPS", default=PRODUCTION)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if env.bool("NEWSROOM_BEHIND_PROXY", default=False):
    # Only where the operator says a proxy sets this header: anybody else could forge it.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "newsroom.errors.csrf_failure"

# --- logs ---------------------------------------------------------------------------------------
LOG_JSON = env.bool("NEWSROOM_LOG_JSON", default=False)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "newsroom.logs.PlainFormatter"},
        "json": {"()": "newsroom.logs.JsonFormatter"},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json" if LOG_JSON else "plain"}
    },
    "root": {"handlers": ["stderr"], "level": env.str("NEWSROOM_LOG_LEVEL", default="INFO")},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
