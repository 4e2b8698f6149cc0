from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "units"
    verbose_name = "Đơn vị, cá nhân, tài khoản"

    def ready(self):
        from .registry import add_list
        from .resources import OWN_LISTS

        for kind in OWN_LISTS:
            add_list(kind)
