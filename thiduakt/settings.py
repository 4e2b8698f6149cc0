"""Settings: what differs between machines comes from the environment (docs/architecture.md, §8)."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import bootstrap
import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from thiduakt.production import DEVELOPMENT_KEY, faults

BASE_DIR = Path(__file__).resolve().parent.parent


def flag(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


DEBUG = flag("DEBUG")
# The demonstration has one password for all: it may be loaded only where this is said.
DEMO = flag("THIDUAKT_DEMO")
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000")
# An address with https is a site in earnest: it is refused what only development may do.
PRODUCTION = SITE_URL.startswith("https://")
SECRET_KEY = os.environ.get("SECRET_KEY") or (DEVELOPMENT_KEY if DEBUG else "")
# Keys of before, for what they signed and sealed: separated by commas.
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("SECRET_KEY_FALLBACKS", "").split(",") if key]
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", f"127.0.0.1,localhost,{urlsplit(SITE_URL).hostname}").split(
    ","
)
if found := faults(production=PRODUCTION, debug=DEBUG, key=SECRET_KEY, hosts=ALLOWED_HOSTS):
    raise ImproperlyConfigured(" ".join(found))
# Whose site it is, beside the name in the head of every page: "Xã Ninh Phước".
SITE_OWNER = os.environ.get("SITE_OWNER", "")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "thiduakt.apps.ThiduaktConfig",
    "thiduakt.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "import_export",
    "django_htmx",
    "csp",
    "axes",
    "units",
    "documents",
    "councils",
    "criteria",
    "campaigns",
    "initiatives",
    "nominations",
]

MIDDLEWARE = [
    "thiduakt.web.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "thiduakt.web.SessionLimitsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "units.account_pages.gate.DutyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "thiduakt.web.kept.ForgetCounts",
    "thiduakt.web.RefusalMiddleware",
    "units.readonly.ReadOnlyMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "thiduakt.urls"
WSGI_APPLICATION = "thiduakt.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

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
                "thiduakt.web.shell",
                "thiduakt.inbox.waiting",
            ],
            "builtins": ["thiduakt.templatetags.components"],
        },
    }
]


def database(url: str) -> dict:
    """SQLite: one writer at a time from the first statement (IMMEDIATE), readers beside it (WAL).

    PostgreSQL: whoever waits three seconds for a lock is told to try again.
    """
    config = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    if config["ENGINE"].endswith("sqlite3"):
        sync = "NORMAL" if DEBUG else "FULL"
        # Without recursive triggers INSERT OR REPLACE would rewrite a row of the trail unseen.
        pragmas = ("journal_mode=WAL", f"synchronous={sync}", "recursive_triggers=ON")
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": " ".join(f"PRAGMA {pragma};" for pragma in pragmas),
        }
    else:
        # Compiling a query takes the server longer than any of ours runs; with tables it has not analysed
        # yet it would do so for one of 20 rows. Where a page joins a dozen tables to its row, trying every
        # order of them takes longer than the query: beyond four they are joined as the query names them.
        config.setdefault("OPTIONS", {})["options"] = "-c lock_timeout=3s -c jit=off -c join_collapse_limit=4"
    return config


DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "units.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "units.backends.MembershipBackend",
    "units.accounts.backends.FactorBackend",
    "units.accounts.backends.SlipBackend",
]
PASSWORD_HASHERS = ["units.hashers.Argon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
# asvs (long, never changed without reason) or tcvn (classes, ends): units/passwords.py says what and why.
PASSWORD_PROFILE = os.environ.get("PASSWORD_PROFILE", "asvs")
TCVN = PASSWORD_PROFILE == "tcvn"
LENGTH_RULES = {
    "asvs": [{"NAME": "units.passwords.Length", "OPTIONS": {"least": 12}}],
    "tcvn": [{"NAME": "units.passwords.FourClasses"}, {"NAME": "units.passwords.NotBefore"}],
}
if PASSWORD_PROFILE not in LENGTH_RULES:
    raise ImproperlyConfigured("PASSWORD_PROFILE phải là asvs hoặc tcvn.")
AUTH_PASSWORD_VALIDATORS = [
    *LENGTH_RULES[PASSWORD_PROFILE],
    {"NAME": "units.passwords.NotCommon"},
    {"NAME": "units.passwords.NotLikeTheAccount"},
    {"NAME": "units.passwords.NotOfThePlace"},
]
PASSWORDS_KEPT = 10 if TCVN else 0
ADMIN_PASSWORD_DAYS = 60 if TCVN else 0
# Who may not go on without a second factor; in production everybody who decides, numbers or appraises.
SECOND_FACTOR_ROLES = os.environ.get(
    "SECOND_FACTOR_ROLES", "officer,office_head,signer,records,admin" if PRODUCTION else ""
).split(",")

SESSION_ENGINE = "units.sessions"
# Seconds: without a sign of its owner; at most; how long a typed password counts for acts that ask for it.
SESSION_IDLE = (15 if TCVN else 60) * 60
SESSION_LONGEST = SESSION_COOKIE_AGE = 12 * 60 * 60
PROOF_SECONDS = 10 * 60

# How many proxies of ours stand before the site and write X-Forwarded-For.
PROXY_COUNT = int(os.environ.get("PROXY_COUNT") or PRODUCTION)
# Wrong tries within the cool-off: by account and address, by address, by account (units/throttle.py).
AXES_HANDLER = "units.throttle.Throttle"
AXES_FAILURE_LIMIT, THROTTLE_ADDRESS, THROTTLE_ACCOUNT = 5, 50, 20
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "units.throttle.locked_out"
AXES_CLIENT_IP_CALLABLE = "thiduakt.web.client_address"
AXES_SENSITIVE_PARAMETERS = ["password", "code", "old_password", "email"]
# Our own log of access tells what people need; the package's pages would be English.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

# How long the log of access is kept; the database lets no line go sooner than after 90 days.
ACCESS_LOG_DAYS = max(90, int(os.environ.get("ACCESS_LOG_DAYS") or 365))

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "inbox"
LOGOUT_REDIRECT_URL = "login"

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["thiduakt.formats"]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static", ("bootstrap", Path(next(iter(bootstrap.__path__))))]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# Without a mail server invitations are printed. Development and demonstration keep their mail in files.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT") or 587)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS, EMAIL_TIMEOUT = EMAIL_PORT == 587, 20
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM") or f"thidua@{urlsplit(SITE_URL).hostname}"
MAIL_ON = bool(EMAIL_HOST) or DEBUG or DEMO
if not EMAIL_HOST:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = BASE_DIR / ".state" / "mail"

MEDIA_ROOT = os.environ.get("MEDIA_ROOT") or BASE_DIR / "media"
MEDIA_URL = ""
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# A decision may name a thousand, each with its tick on the page that prints certificates.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True

# Nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        # What may be shown inside a page of ours (a PDF) says so itself: documents.files.sealed.
        "frame-ancestors": [NONE],
        "frame-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
if PRODUCTION:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    # The machine itself asks these, without the proxy.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    # The prefix binds a cookie to this very host and to https: no neighbour can plant one.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-phien", "__Host-csrf"
# Entering the browsers' own list is for the owner of the whole domain to decide, not for one site on it.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

# Only the test settings may switch the quota's lock off, to see the race happen.
QUOTA_LOCK = True
CAP_LOCK = True
BALLOT_LOCK = True

# How long the number of waiting tasks in the menu may lag behind what others do.
MENU_COUNT_SECONDS = 60
