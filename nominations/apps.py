from django.apps import AppConfig


class NominationsConfig(AppConfig):
    name = "nominations"
    verbose_name = "Hồ sơ khen thưởng"

    def ready(self):
        # A campaign is closed by the app below; only this one knows whether a dossier still waits.
        from campaigns.services.flow import CLOSING_CHECKS
        from nominations.services.closing import no_dossier_waits

        CLOSING_CHECKS.append(no_dossier_waits)
