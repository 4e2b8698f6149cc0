"""Accounts and their roles. Nothing is deleted: roles end on a day, an account is locked."""

from django import forms
from django.contrib import admin
from django.db.models import Prefetch, Q
from django.urls import path

from thiduakt.clock import today
from thiduakt.flow_admin import Boxes, SeenAdmin
from thiduakt.vietnamese.text import search_key
from thiduakt.web import ask_proof, is_proved, refusals_as_messages, seen_from
from units.models import Delegation, Membership, User
from units.models.accounts import LENT
from units.services.accounts import correct_account, end_role, grant, open_account

from .account_acts import account_act, bulk, offered
from .organisation import DatedInline


class MembershipForm(forms.ModelForm):
    """Of a role that was given only the last day changes: acts were done by it."""

    class Meta:
        model = Membership
        fields = ("unit", "role", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("unit", "role", "since") if self.instance.pk else ():
            self.fields[name].disabled = True
        if not self.instance.pk:
            self.fields["since"].initial = today


class MembershipInline(DatedInline):
    """The account's own roles; those by delegation end by being taken back."""

    model = Membership
    form = MembershipForm
    autocomplete_fields = ("unit",)

    def get_queryset(self, request):
        return super().get_queryset(request).filter(delegation__isnull=True)


@admin.register(User)
class UserAdmin(Boxes, SeenAdmin):
    """No groups and no permissions by account: rights follow from the roles below.

    Nobody types another's password: a slip or a link lets the owner set it.
    """

    fields = ("username", "full_name", "email", "person")
    list_display = ("username", "full_name", "roles_in_words", "state")
    list_filter = ("is_active",)
    list_select_related = ("person",)
    search_fields = ("username",)
    search_help_text = "Tên đăng nhập, họ tên, đơn vị (không cần dấu)"
    autocomplete_fields = ("person",)
    inlines = (MembershipInline,)
    ordering = ("username",)
    actions = ("print_slips", "send_links")

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .prefetch_related(
                Prefetch("memberships", Membership.objects.on(today()).select_related("unit", *LENT))
            )
        )

    def get_search_results(self, request, queryset, search_term):
        """By name or by unit: all accounts of a unit are found by its name."""
        for word in search_key(search_term).split():
            own = Q(pk__in=User.objects.called(word).values("pk"))
            queryset = queryset.filter(own | Q(memberships__unit__search_key__contains=word))
        return queryset, True

    @admin.display(description="vai trò")
    def roles_in_words(self, user):
        held = user.memberships.all()
        return "; ".join(f"{m.get_role_display()}, {m.where}" for m in held) or "chưa có"

    @admin.display(description="tình trạng")
    def state(self, user):
        if not user.is_active:
            return "Đã khóa"
        return "Đang dùng" if user.has_usable_password() else "Chờ đặt mật khẩu"

    @admin.action(description="In phiếu đặt mật khẩu")
    def print_slips(self, request, queryset):
        return bulk(self, request, queryset, "phieu")

    @admin.action(description="Gửi thư đặt mật khẩu")
    def send_links(self, request, queryset):
        return bulk(self, request, queryset, "thu")

    def get_urls(self):
        act = self.admin_site.admin_view(self.act_view)
        return [path("<int:pk>/viec/<slug:name>/", act, name="units_user_act"), *super().get_urls()]

    def act_view(self, request, pk, name):
        return account_act(self, request, pk, name) if is_proved(request) else ask_proof(request)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Rights are given here: whoever gives them proves to be there."""
        if not is_proved(request):
            return ask_proof(request)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["acts"] = offered(obj) if obj else []
        context["lent"] = Delegation.objects.on(today()).of_account(obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        if not change:
            open_account(obj, by=request.user, **seen_from(request))
            return
        fields = {name: str(form.fields[name].label) for name in form.changed_data}
        correct_account(obj, fields=fields, by=request.user, **seen_from(request))

    def save_formset(self, request, form, formset, change):
        """Roles go through their services; a refusal leaves the others as they were given."""
        formset.save(commit=False)
        acting = {"by": request.user, **seen_from(request)}
        with refusals_as_messages(request):
            for one in formset.new_objects:
                grant(one.user, one.unit, one.role, one.since, one.until, **acting)
            for one, _ in formset.changed_objects:
                end_role(one, until=one.until, **acting)

    def has_delete_permission(self, request, obj=None):
        return False
