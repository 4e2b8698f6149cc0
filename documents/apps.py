from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = "Văn bản"

    def ready(self):
        # Scans are kept here and papers are printed here; acts of organisation and accounts stand below.
        from documents.pdf.render import render_pdf
        from documents.services.scans import attach_scan, scan_of
        from units.registry import PRINTERS, SCANS, Scans

        SCANS.append(Scans(attach_scan, scan_of))
        PRINTERS.append(render_pdf)
