"""What is typed to sign in and to guard an account."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import SetPasswordMixin, UsernameField
from django.contrib.auth.password_validation import password_validators_help_texts

from thiduakt.web import refusals_on

TOO_MANY = (
    "Nhập sai nhiều lần, hệ thống tạm chặn 15 phút. Xin chờ rồi thử lại, hoặc nhờ người quản trị cấp phiếu."
)
PLAIN = {"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}


def secret(label: str, autocomplete: str, **fields) -> forms.CharField:
    """Spaces belong to a password; its ends are not trimmed."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, widget=widget, max_length=1000, **fields)


class CodeForm(forms.Form):
    """Six digits of the phone, or a recovery code."""

    code = forms.CharField(
        label="Mã xác thực",
        max_length=30,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}
        ),
    )


class SlipForm(forms.Form):
    username = UsernameField(label="Tên đăng nhập", max_length=60, widget=forms.TextInput(attrs=PLAIN))
    code = forms.CharField(
        label="Mã trên phiếu",
        max_length=40,
        help_text="12 chữ và số, viết liền hay có dấu gạch đều được.",
        widget=forms.TextInput(attrs=PLAIN),
    )


class ResetForm(forms.Form):
    username = UsernameField(label="Tên đăng nhập", max_length=60, widget=forms.TextInput(attrs=PLAIN))
    email = forms.EmailField(label="Thư điện tử đã ghi trong tài khoản", max_length=254)


class ConfirmForm(forms.Form):
    """The password of who is signed in, once more; wrong ones count for the throttle."""

    password = secret("Mật khẩu", "current-password")

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        typed = self.cleaned_data["password"]
        if authenticate(self.request, username=self.request.user.username, password=typed) is None:
            raise forms.ValidationError(why_not(self.request, "Mật khẩu không đúng."))
        return typed


def why_not(request, sentence: str) -> str:
    return TOO_MANY if getattr(request, "axes_locked_out", False) else sentence


class NewPasswordForm(SetPasswordMixin, forms.Form):
    """A new password twice; `user` is who will have it."""

    new_password1 = secret("Mật khẩu mới", "new-password")
    new_password2 = secret("Gõ lại mật khẩu mới", "new-password")

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["new_password1"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict:
        self.validate_passwords("new_password1", "new_password2")
        self.validate_password_for_user(self.user, "new_password2")
        return super().clean()

    error_messages = {"password_mismatch": "Hai lần gõ không giống nhau."}


class ChangePasswordForm(NewPasswordForm):
    """The old one first."""

    old_password = secret("Mật khẩu đang dùng", "current-password")
    field_order = ("old_password", "new_password1", "new_password2")

    def __init__(self, request, *args, **kwargs):
        super().__init__(request.user, *args, **kwargs)
        self.request = request

    def clean_old_password(self) -> str:
        typed = self.cleaned_data["old_password"]
        if authenticate(self.request, username=self.user.username, password=typed) is None:
            raise forms.ValidationError(why_not(self.request, "Mật khẩu đang dùng không đúng."))
        return typed


def done_or_told(form: forms.Form, field: str, act, *args, **fields):
    """What a service gives, or None with its refusal at the field."""
    with refusals_on(form, field):
        return act(*args, **fields)
    return None
