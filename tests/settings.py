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

# A test of two acts at once waits for a lock on purpose; a race test's control sets QUOTA_LOCK to False.
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
