"""What `make bench` runs: pages, steps and papers on 10,000 dossiers, beside the goals.

Importing the package makes Django ready, with a folder for files that vanishes at the end.
"""

import atexit
import os
import shutil
import tempfile

import django
from django.apps import apps

if not apps.ready:
    os.environ["DJANGO_SETTINGS_MODULE"] = "thiduakt.settings"
    # In the environment, so that the server uses the same.
    os.environ["MEDIA_ROOT"] = tempfile.mkdtemp(prefix="thiduakt-bench-")
    atexit.register(shutil.rmtree, os.environ["MEDIA_ROOT"], ignore_errors=True)
    django.setup()
