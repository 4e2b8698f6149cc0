"""What administrators read: the log of access, and the mail that left or could not."""

from ipaddress import ip_address

from django.contrib import admin
from django.db.models import Q

from thiduakt.vietnamese.text import search_key
from units.accounts.mail import send_again
from units.models import AccessEvent, OutboxMail, User


class ReadOnly(admin.ModelAdmin):
    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(AccessEvent)
class AccessEventAdmin(ReadOnly):
    """Who signed in, who failed, who changed whose rights; the database refuses to change a line."""

    list_display = ("at", "kind", "account", "by", "address", "note")
    list_filter = ("kind", "at")
    list_select_related = ("account", "by")
    search_fields = ("account__username",)
    search_help_text = "Tên đăng nhập, họ tên (không cần dấu) hoặc địa chỉ mạng"
    fields = ("at", "kind", "account", "by", "address", "agent", "note")

    def get_search_results(self, request, queryset, search_term):
        for word in search_term.split():
            called = User.objects.called(search_key(word)).values("pk")
            queryset = queryset.filter(Q(account__in=called) | Q(address__in=addresses(word)))
        return queryset, False


def addresses(word: str) -> list[str]:
    """The word if it is an address: PostgreSQL does not compare one with anything else."""
    try:
        return [str(ip_address(word))]
    except ValueError:
        return []


@admin.register(OutboxMail)
class OutboxMailAdmin(ReadOnly):
    """Never the body: it may hold a link that opens an account."""

    list_display = ("created_at", "to", "subject", "sent_at", "attempts", "error")
    list_filter = (("sent_at", admin.EmptyFieldListFilter),)
    search_fields = ("to",)
    search_help_text = "Địa chỉ thư"
    fields = (
        "to",
        "subject",
        "account",
        "created_at",
        "due_at",
        "expires_at",
        "sent_at",
        "attempts",
        "error",
    )
    actions = ("again",)

    @admin.action(description="Gửi lại thư chưa gửi được", permissions=["view"])
    def again(self, request, queryset):
        self.message_user(request, f"{send_again(queryset)} thư trở lại hàng chờ gửi.")
