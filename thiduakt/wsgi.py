import os

from django.core.wsgi import get_wsgi_application

from thiduakt.memory import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thiduakt.settings")
application = get_wsgi_application()

from thiduakt.home import warn_at_start  # noqa: E402  after the apps are there

warn_at_start()
settle()
