from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig
from django.core.checks import Tags, register

from thiduakt.upgrade import check_not_half_way


class ThiduaktConfig(AppConfig):
    name = "thiduakt"
    verbose_name = "Thi đua, khen thưởng"

    def ready(self):
        from thiduakt.vietnamese.messages import speak

        speak()
        register(check_not_half_way, Tags.database)


class AdminConfig(DjangoAdminConfig):
    default_site = "thiduakt.admin_site.ThiduaktAdminSite"
