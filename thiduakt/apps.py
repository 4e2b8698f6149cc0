from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig


class ThiduaktConfig(AppConfig):
    name = "thiduakt"
    verbose_name = "Thi đua, khen thưởng"


class AdminConfig(DjangoAdminConfig):
    default_site = "thiduakt.admin_site.ThiduaktAdminSite"
