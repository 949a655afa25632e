"""One settings file: safe by default, steered by environment variables, loud on nonsense."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
import structlog
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

VERSION = "0.1.0"

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

# Production is the default: what is convenient at a desk must be asked for by name.
DEBUG = env.bool("DEBUG", default=False)
EMBEDDED = env.bool("EMBEDDED", default=False)
"""One machine, loopback only, SQLite, no Redis: what `make run` starts."""

if EMBEDDED:
    SECRET_FILE = VAR_DIR / "secret-key"
    if not SECRET_FILE.exists():
        from django.core.management.utils import get_random_secret_key

        SECRET_FILE.touch(mode=0o600)
        SECRET_FILE.write_text(get_random_secret_key())
    SECRET_KEY = SECRET_FILE.read_text()
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
else:
    SECRET_KEY = env.str("SECRET_KEY", default="")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
    if not SECRET_KEY:
        raise ImproperlyConfigured("Set SECRET_KEY, or EMBEDDED=true for one machine on the loopback address.")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_celery_results",
    "law",
    "officers",
    "documents",
    "files",
    "cases",
    "inspections",
    "publicity",
    "oversight",
    "recordings",
    "search",
    "bureau",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "officers.middleware.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "officers.middleware.SessionEndsMiddleware",
    "officers.middleware.DeniedByDefaultMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "bureau.urls"
WSGI_APPLICATION = "bureau.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": ["django.template.loaders.filesystem.Loader"]
            if DEBUG
            else [("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "officers.context_processors.bureau",
            ],
            "builtins": ["officers.templatetags.bureau_ui"],
        },
    }
]

# --- data ---------------------------------------------------------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'bureau.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Rollback journal: WAL below SQLite 3.51.3 can lose commits. IMMEDIATE replaces row locks.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;",
    }
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=8)}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = VAR_DIR / "media"
STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "evidence": {
        "BACKEND": env.str("EVIDENCE_STORAGE", default="files.storage.DurableStorage"),
        "OPTIONS": env.json("EVIDENCE_STORAGE_OPTIONS", default={}),
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if EMBEDDED or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = EMBEDDED or DEBUG
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
EVIDENCE_MAX_BYTES = env.int("EVIDENCE_MAX_BYTES", default=50 * 1024 * 1024)
"""Pictures, PDFs, and whatever comes in one request; larger recordings come piece by piece."""
UPLOAD_DIR = Path(env.str("UPLOAD_DIR", default=str(VAR_DIR / "uploads")))
"""Files on their way in. On the disk of the evidence they move there without a copy; several web servers share it."""
UPLOAD_MAX_BYTES = env.int("UPLOAD_MAX_BYTES", default=20 * 1024**3)
UPLOAD_QUOTA_BYTES = env.int("UPLOAD_QUOTA_BYTES", default=40 * 1024**3)
"""What one person may have announced and not finished."""
UPLOAD_PIECE_BYTES = env.int("UPLOAD_PIECE_BYTES", default=8 * 1024**2)
UPLOAD_SPARE_BYTES = env.int("UPLOAD_SPARE_BYTES", default=512 * 1024**2)
"""No upload begins that would leave less room on the disk."""
UPLOAD_HOURS = env.int("UPLOAD_HOURS", default=72)
FILE_CHECK_NIGHTS = env.int("FILE_CHECK_NIGHTS", default=1)
"""In so many nights every original is read again: 1 is all of them each night."""

# --- people -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "officers.Officer"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "officers:sign-in"
LOGIN_REDIRECT_URL = "cases:worklist"
LOGOUT_REDIRECT_URL = "officers:sign-in"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_USERNAME_FORM_FIELD = (
    "username"  # The field of the form; by default axes would look for the model's, staff_number.
)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "officers.views.locked_out"
AXES_RESET_ON_SUCCESS = True
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=30)
SESSION_ABSOLUTE_HOURS = env.int("SESSION_ABSOLUTE_HOURS", default=12)
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_HOURS * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- transport ----------------------------------------------------------------------------------
SECURE = not (EMBEDDED or DEBUG)
SECURE_SSL_REDIRECT = SECURE and env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
if proxy := env.str("TRUSTED_PROXY_HEADER", default=""):
    SECURE_PROXY_SSL_HEADER = (proxy, "https")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "officers.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
    }
}

# --- language and time --------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = "bureau.formats"
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# --- background work ----------------------------------------------------------------------------
REDIS_URL = env.str("REDIS_URL", default="")
QUEUE_DIR = VAR_DIR / "queue"
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {"visibility_timeout": 3600}
else:
    for folder in ("messages", "processed", "control"):
        (QUEUE_DIR / folder).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_URL = "filesystem://localhost/"  # kombu grumbles without a host
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(QUEUE_DIR / "messages"),
        "data_folder_out": str(QUEUE_DIR / "messages"),
        "processed_folder": str(QUEUE_DIR / "processed"),
        "control_folder": str(QUEUE_DIR / "control"),
        "store_processed": False,
    }
CELERY_RESULT_BACKEND = "django-db"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 600
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = TIME_ZONE

# --- mail: only the daily word on what is due, for whoever asked for it ----------------------------
EMAIL_HOST = env.str("EMAIL_HOST", default="")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
"""Without a server nothing is sent, and nothing fails."""
EMAIL_PORT = env.int("EMAIL_PORT", default=587)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="webmaster@localhost")

# --- papers and law -----------------------------------------------------------------------------
DOCUMENT_FONT_DIR = Path(env.str("DOCUMENT_FONT_DIR", default=str(BASE_DIR / "documents" / "fonts")))
RENDER_PROCESSES = env.int("RENDER_PROCESSES", default=2)
"""Papers laid out at once for one server process, each in a limited child; more wait."""
RENDER_SECONDS = env.float("RENDER_SECONDS", default=60)
RENDER_CPU_SECONDS = env.float("RENDER_CPU_SECONDS", default=40)
RENDER_MEMORY_MB = env.int("RENDER_MEMORY_MB", default=1024)
RENDER_PAPERS_PER_PROCESS = env.int("RENDER_PAPERS_PER_PROCESS", default=1000)
RENDER_IN_PROCESS = env.bool("RENDER_IN_PROCESS", default=False)
"""For a debugger only: no child, and so no limits."""
SEAL_IMAGE = Path(seal) if (seal := env.str("SEAL_IMAGE", default="")) else None
"""A PNG of the bureau's seal, printed on issued papers; without it they are sealed by hand."""
SAMPLE_SEAL = env.bool("SAMPLE_SEAL", default=EMBEDDED)
"""A drawn seal that says 样章, for trying things out only."""
SIGNING_DIR = VAR_DIR / "signing"
"""Where the sample bureau keeps the certificate it made for itself; nothing of it is in the repository."""


def signing_file(name: str, sample: str) -> Path | None:
    if given := env.str(name, default=""):
        return Path(given)
    return SIGNING_DIR / sample if EMBEDDED and (SIGNING_DIR / sample).exists() else None


SIGNING_PKCS12 = signing_file("SIGNING_PKCS12", "bureau.p12")
"""The bureau's certificate and key; without it papers are printed unsigned and sealed by hand."""
SIGNING_PASSPHRASE_FILE = signing_file("SIGNING_PASSPHRASE_FILE", "passphrase")
"""A file with the passphrase of the PKCS#12 file, or with the PIN of the token."""
SIGNING_TRUST = signing_file("SIGNING_TRUST", "ca.pem")
"""PEM with the roots whose signatures count, old ones too: papers outlive certificates."""
SIGNING_PKCS11_MODULE = env.str("SIGNING_PKCS11_MODULE", default="")
"""The library of a signing token (wants python-pkcs11); goes before SIGNING_PKCS12."""
SIGNING_PKCS11_TOKEN = env.str("SIGNING_PKCS11_TOKEN", default="")
SIGNING_PKCS11_LABEL = env.str("SIGNING_PKCS11_LABEL", default="")
RECORD_KEY_FILE = Path(env.str("RECORD_KEY_FILE", default=str(VAR_DIR / "record" / "checkpoint-key.pem")))
"""The Ed25519 key that signs the checkpoints of the record; `manage.py checkpoint --make-key` makes one."""
RECORD_OUTSIDE_DIR = Path(outside) if (outside := env.str("RECORD_OUTSIDE_DIR", default="")) else None
"""A folder of another host or account: each checkpoint is added to it and never taken away."""
RECORD_OLD_KEYS = Path(old) if (old := env.str("RECORD_OLD_KEYS", default="")) else None
"""A file with the public keys of before, a line each: what they signed lies outside for ever."""
CHECKED_FILE_MAX_BYTES = env.int("CHECKED_FILE_MAX_BYTES", default=10 * 1024 * 1024)
CHECKED_FILES_A_MINUTE = env.int("CHECKED_FILES_A_MINUTE", default=10)
"""How many files one address may have checked on the public page in a minute."""
CREDIT_ORGAN_CODE = env.str("CREDIT_ORGAN_CODE", default="")
"""The authority's own unified credit code, which every row for the credit platforms names (CF_CFJGDM)."""
RECORDINGS_ROOTS = [Path(one) for one in env.list("RECORDINGS_ROOTS", default=[str(VAR_DIR / "recordings")])]
"""Folders below which the docks of the body cameras put their files; read where they lie, never written to."""
PUBLIC_PAPERS_A_MINUTE = env.int("PUBLIC_PAPERS_A_MINUTE", default=20)
"""How many published decisions one address may have printed as PDF in a minute."""
CORRECTIONS_A_MINUTE = env.int("CORRECTIONS_A_MINUTE", default=3)
"""How many requests for correction one address may send through the portal in a minute."""
REPORTS_A_MINUTE = env.int("REPORTS_A_MINUTE", default=3)
"""How many reports and complaints one address may send through the portal in a minute."""
REPORT_LOOKUPS_A_MINUTE = env.int("REPORT_LOOKUPS_A_MINUTE", default=10)
"""How many times one address may ask in a minute, by number and code, where its report stands."""
LAW_DATA_DIR = BASE_DIR / "law" / "data"
LAW_LOCAL_DIR = Path(local) if (local := env.str("LAW_LOCAL_DIR", default="")) else None
"""A folder whose files add to or replace rows of law/data: the bureau's own thresholds, terms, holidays, tiers."""
PUBLIC_BASE_URL = env.str("PUBLIC_BASE_URL", default="http://127.0.0.1:8000")
"""Where the public reaches us: printed in the QR code of each paper."""
RECORD_ORIGIN = env.str("RECORD_ORIGIN", default=f"{urlsplit(PUBLIC_BASE_URL).hostname}/record")
"""Whose record it is, as its checkpoints and their key say; it should not change."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # WeasyPrint and fontTools narrate every table of every font.
    "loggers": {
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
        # These two announce themselves at each start.
        "axes": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
    },
}
# W019 wants no framing at all: the preview of a paper stands in a frame of our own page (CSP frame-ancestors 'self').
# Events are named and carry fields; they go the way of every other log line.
structlog.configure(
    processors=[
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)
SILENCED_SYSTEM_CHECKS = ["security.W019"]
