"""The site's settings with what tests need otherwise: no slow hashing, files that vanish."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("SECRET_KEY", "only-for-tests")

from thiduakt.settings import *

# Argon2 costs 50 ms a login, by design. Its own tests name it.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]

MEDIA_ROOT = tempfile.mkdtemp(prefix="thiduakt-media-")
atexit.register(shutil.rmtree, MEDIA_ROOT, ignore_errors=True)

# What the processes of one run share: the first that reads this makes it, and takes it away.
if not (RUN_FOLDER := os.environ.get("THIDUAKT_TEST_RUN")):
    RUN_FOLDER = os.environ["THIDUAKT_TEST_RUN"] = tempfile.mkdtemp(prefix="thiduakt-run-")
    atexit.register(shutil.rmtree, RUN_FOLDER, ignore_errors=True)

# Static files are found where they lie; a folder nobody collected into would only be warned about.
STATIC_ROOT = None

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MAIL_ON = True

# A thread of the live server keeps what it opened as long as its browser keeps the line; at the end of the
# run nobody may hold the database any more.
DATABASES["default"]["CONN_MAX_AGE"] = 0

# Stay on. A race test's control switches one off for itself, by pytest-django's `settings` fixture.
QUOTA_LOCK = True
CAP_LOCK = True
BALLOT_LOCK = True

# Each test client would list every static file anew; with this they are looked up when asked for.
WHITENOISE_AUTOREFRESH = True
