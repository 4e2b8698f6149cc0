"""Official papers as Word files, from the same dicts as the PDF (`documents.pdf.shapes`). No models here."""
