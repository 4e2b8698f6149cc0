"""Print one paper into a file: print_document KIND PK -o FILE."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from documents.pdf.fonts import PrintingUnavailable
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.management.printed import PRINTERS


class Command(BaseCommand):
    help = "In một văn bản ra tệp PDF."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=[*PRINTERS], help="loại văn bản")
        parser.add_argument("pk", type=int, help="mã của kế hoạch, tờ trình, phiên họp, hồ sơ, văn bản, sổ")
        parser.add_argument("-o", "--output", type=Path, required=True, help="tệp PDF sẽ ghi")

    def handle(self, *args, kind: str, pk: int, output: Path, **options):
        content = printed(kind, pk)
        output.write_bytes(content)
        self.stdout.write(f"Đã ghi {output} ({len(content)} byte).")


def printed(kind: str, pk: int) -> bytes:
    printer = PRINTERS[kind]
    row = printer.model.objects.filter(pk=pk).first()
    if row is None:
        raise CommandError(f"Không có {printer.model._meta.verbose_name} mã {pk}.")
    try:
        return printer.make(row, today())
    except (Refused, PrintingUnavailable) as error:
        raise CommandError(str(error)) from error
