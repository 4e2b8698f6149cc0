from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = "Văn bản"

    def ready(self):
        # Scans are kept here; acts of organisation, which have them, stand below.
        from documents.services.scans import attach_scan, scan_of
        from units.registry import SCANS, Scans

        SCANS.append(Scans(attach_scan, scan_of))
