"""Makes the files of the corpus anew, by other programs; imports nothing of the project.

    python tests/thiduakt/sheets/corpus/make.py

Needs LibreOffice Calc (`soffice`), XlsxWriter and msoffcrypto-tool; the tests need the files only.
"""

import tempfile
from pathlib import Path

import by_hand
import by_libreoffice
import by_xlsxwriter

FILES = Path(__file__).with_name("files")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        by_libreoffice.make(FILES, Path(folder))
    by_xlsxwriter.make(FILES)
    by_hand.make(FILES)


if __name__ == "__main__":
    main()
