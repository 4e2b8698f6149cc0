"""The back office: Django's admin under the site's name, in the order of the work, behind its one door."""

from functools import update_wrapper

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import never_cache

from thiduakt.web.kept import kept

# The parts of the sidebar, as the work goes: title, apps whose models stand there, models that come first.
WORK = (
    (
        "Xử lý hồ sơ",
        ("nominations",),
        (
            "nominations.dossierstage",
            "nominations.dossier",
            "nominations.registration",
            "nominations.submission",
            "nominations.award",
        ),
    ),
    ("Sáng kiến", ("initiatives",), ("initiatives.initiative", "initiatives.scoresheet")),
    ("Kế hoạch", ("campaigns",), ("campaigns.campaign", "campaigns.quota", "campaigns.participation")),
    ("Hội đồng", ("councils",), ("councils.councilsession", "councils.council")),
    ("Văn bản", ("documents",), ("documents.issueddocument", "documents.numberseries")),
    ("Đơn vị và người", ("units",), ("units.unit", "units.person", "units.user", "units.membership")),
    ("Danh mục", ("criteria",), ("criteria.awardtype", "criteria.legalregime", "criteria.basesalary")),
)


class ThiduaktAdminSite(AdminSite):
    """Who may enter: an active account with an office role in force (`is_staff`); others get 403."""

    site_header = "Thi đua, khen thưởng"
    site_title = "Quản trị thi đua, khen thưởng"
    index_title = "Quản trị"
    site_url = "/"

    def has_permission(self, request):
        return request.user.is_active and request.user.is_staff

    def admin_view(self, view, cacheable=False):
        """Who signed in without an office role gets 403 at once, not a way to a sign-in page and back."""
        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return inner(request, *args, **kwargs)

        return update_wrapper(guarded, inner)

    @method_decorator(never_cache)
    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        """The site's own sign-in page, and back here; Django's form for the admin is never shown."""
        wanted = request.GET.get(REDIRECT_FIELD_NAME) or resolve_url("admin:index")
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(wanted, resolve_url(settings.LOGIN_URL))

    def get_app_list(self, request, app_label=None):
        """The models one may see, grouped by WORK instead of by app (an app's own page keeps Django's list).

        An app without a place comes last, as it is. A model whose admin has `waiting(request) -> int`
        shows that number as `waiting`. Made when it is shown: some pages have no sidebar.
        """
        if app_label:
            return super().get_app_list(request, app_label)
        return SimpleLazyObject(lambda: self._parts(request))

    def _parts(self, request):
        apps = super().get_app_list(request)
        found = {app["app_label"]: app for app in apps}
        named = {label for _, labels, _ in WORK for label in labels}
        parts = [self._part(request, found, *part) for part in WORK]
        return [part for part in parts if part["models"]] + [
            app for app in apps if app["app_label"] not in named
        ]

    def _part(self, request, found, title, labels, first):
        models = [model for label in labels if label in found for model in found[label]["models"]]
        for model in models:
            model["waiting"] = self._waiting(request, model["model"])
        return {
            "name": title,
            "app_label": labels[0],
            "app_url": found[labels[0]]["app_url"] if labels[0] in found else "",
            "has_module_perms": True,
            "models": sorted(models, key=lambda model: place(model["model"]._meta.label_lower, first)),
        }

    def _waiting(self, request, model):
        count = getattr(self._registry[model], "waiting", None)
        return kept(request, model._meta.label_lower, lambda: count(request)) if count else 0


def place(label: str, first: tuple[str, ...]) -> int:
    """Where a model stands in its part: the named ones first, the rest after them as they came."""
    return first.index(label) if label in first else len(first)
