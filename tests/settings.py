"""The test world: the product's own settings on a folder of its own, with cheap passwords and a queue nobody reads."""

import atexit
import os
import shutil
import tempfile

VAR = tempfile.mkdtemp(prefix="bureau-tests-")
atexit.register(shutil.rmtree, VAR, ignore_errors=True)

# Whatever the developer's shell says about a real installation must not reach a test.
for name in (
    "DATABASE_URL",
    "REDIS_URL",
    "DEBUG",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "LAW_LOCAL_DIR",
    "PUBLIC_BASE_URL",
    "RENDER_IN_PROCESS",
):
    os.environ.pop(name, None)
for name in ("SIGNING_PKCS12", "SIGNING_PASSPHRASE_FILE", "SIGNING_TRUST", "SIGNING_PKCS11_MODULE"):
    os.environ.pop(name, None)
os.environ |= {"EMBEDDED": "true", "VAR_DIR": VAR, "LOG_LEVEL": "WARNING"}
# Playwright's sync API keeps an event loop in this thread, which Django would take for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
for wanted, given in (("DATABASE_URL", "TEST_DATABASE_URL"), ("REDIS_URL", "TEST_REDIS_URL")):
    if given in os.environ:
        os.environ[wanted] = os.environ[given]

from bureau.settings import *  # noqa: E402, F403
from bureau.settings import DATABASES, REDIS_URL, STATIC_ROOT, VAR_DIR  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if not REDIS_URL:
    CELERY_BROKER_URL = "memory://"
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {}
if "pool" in DATABASES["default"].get("OPTIONS", {}):
    # Each live-server thread holds one; waiting for a free one must end before the test does.
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 0, "max_size": 20, "timeout": 20}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: there a live server's threads would share one connection, and so each other's transactions.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "tests.sqlite3")}
    if "TEST_EMPTY_FILE" in os.environ:
        DATABASES["default"]["TEST"] |= {"MIGRATE": False}  # tests.world copies the file
    quick = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    DATABASES["default"]["OPTIONS"] |= {"init_command": quick}
elif "TEST_EMPTY_DATABASE" in os.environ:
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ["TEST_EMPTY_DATABASE"], "MIGRATE": False}

STATIC_ROOT.mkdir(exist_ok=True)  # Files are found where they lie; WhiteNoise only wants the folder.
