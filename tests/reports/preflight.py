"""Apache PDFBox Preflight (Debian's packages): says what keeps a PDF from being PDF/A-1b; one start of Java for all."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as Xml
from pathlib import Path

JARS = [
    Path("/usr/share/java", f"{name}.jar")
    for name in ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation")
]
_QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # half the time: it does not live long enough for more


def lacking():
    """Why nothing can be validated here, "" where it can."""
    if shutil.which("java") is None:
        return "no Java here"
    gone = [jar.name for jar in JARS if not jar.is_file()]
    return f"Apache PDFBox Preflight is not here: {', '.join(gone)}" if gone else ""


def faults(papers, folder):
    """What is wrong with each of the PDFs, {name: content}: {name: [fault]}."""
    folder.mkdir()
    for number, content in enumerate(papers.values()):
        (folder / f"{number}.pdf").write_bytes(content)
    subprocess.run(
        ["java", *_QUICK, "-cp", os.pathsep.join(map(str, JARS)), "org.apache.pdfbox.preflight.Validator_A1b",
         "xml", "batch", folder],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {name: _told(folder / f"{number}.pdf.preflight.xml") for number, name in enumerate(papers)}


def _told(file):
    result = Xml.parse(file).getroot()
    found = [f"{error.findtext('code')} {error.findtext('details')}" for error in result.iter("error")]
    valid = result.findtext("isValid") == "true"
    assert valid == (not found), Xml.tostring(result, "unicode")
    return found
