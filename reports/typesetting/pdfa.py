"""PDF/A-1b (ISO 19005-1) out of ReportLab 5.1: what that lacks is mended here, in classes of our own, and only here."""

from dataclasses import dataclass, fields
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTEncoding, TTFont
from reportlab.pdfgen.canvas import Canvas

import resources
from reports.typesetting.characters import visible
from reports.typesetting.quick_face import QuickFace

PROFILE = "sRGB2014.icc"
_PROFILE_NAME, _REGISTRY = "sRGB IEC61966-2.1", "http://www.color.org"
_ZONE = "+08:00"  # every county keeps Beijing time; the machine's own zone would change the bytes
_NOT_IN_XML = str.maketrans("", "", "\ufffe\uffff")
# What stands in both places must be the same (6.7.3): our field, the key in Info, the element in XMP.
_FIELDS = (
    ("title", "Title", "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:title>"),
    ("author", "Author", "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"),
    ("subject", "Subject",
     "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:description>"),
    ("keywords", "Keywords", "<pdf:Keywords>{}</pdf:Keywords>"),
    ("creator", "Creator", "<xmp:CreatorTool>{}</xmp:CreatorTool>"),
    ("producer", "Producer", "<pdf:Producer>{}</pdf:Producer>"),
)  # fmt: skip
_XMP = """<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x='adobe:ns:meta/'>
<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
<rdf:Description rdf:about='' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
{dc}
</rdf:Description>
<rdf:Description rdf:about='' xmlns:pdf='http://ns.adobe.com/pdf/1.3/'>
{pdf}
</rdf:Description>
<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'>
{xmp}
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end='r'?>"""


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself; `moment` YYYY-MM-DDTHH:MM:SS. An empty field is left out."""

    title: str
    author: str
    subject: str
    keywords: str
    moment: str
    creator: str
    producer: str = "ReportLab 5.1.0"

    def clean(self) -> "About":
        """The same without characters that XML, or a reader, does not take."""
        return About(**{field.name: _clean(getattr(self, field.name)) for field in fields(self)})


def archive(canvas: Canvas, about: About) -> None:
    """Make what this canvas saves a PDF/A-1b; call it last before `save`, with nothing drawn translucently."""
    about = about.clean()
    document: Any = canvas._doc  # type: ignore[attr-defined]
    document.__class__ = _Document  # the canvas makes its own kind, and fonts already know this very object
    document._pdfVersion = (1, 4)  # metadata and output intents are of 1.4; PDF/A-1 is of 1.4 too
    document.updateSignature(f"{about}")
    document.info = _Info(about)
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]  # ReportLab writes only keys it knows
    catalogue.OutputIntents = _output_intents(document)
    catalogue.Metadata = _metadata(about)
    catalogue.Lang = pdfdoc.PDFString("zh-CN")
    canvas.setViewerPreference("DisplayDocTitle", "true")


class Face(TTFont):
    """A face whose characters copy out right: ReportLab maps those beyond the BMP to others, 𬒗 to ⱉ.

    Its subsets are made by one thread at a time: all of them read glyphs from one place in the file kept by ReportLab.
    """

    _reading = Lock()

    def __init__(self, name: str, file: str, subfontIndex: int = 0) -> None:
        """Open a face of a file under a name; everything TTFont sets up, but with a reader of ours."""
        self.fontName = name
        self.face = QuickFace(file, subfontIndex=subfontIndex)
        self.encoding = TTEncoding()
        self.state = WeakKeyDictionary()
        self._asciiReadable = rl_config.ttfAsciiReadable
        self.shapable = False

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:
        """Add the face's subsets to the document, each with a ToUnicode map of ours."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        with self._reading:
            super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            font: Any = doc.idToObject[name]
            stream: Any = doc.idToObject[font.ToUnicode.name]
            stream.content = _unicode_map(subset)


class _Stream(pdfdoc.PDFStream):
    """A stream whose data an end of line parts from `endstream` (6.1.7), and which is never in ASCII85."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        if self.filters:
            self.filters = [pdfdoc.PDFZCompress]
        return super().format(document).removesuffix(b"endstream\n") + b"\nendstream\n"


class _Document(pdfdoc.PDFDocument):
    """A document all of whose streams are ours: whatever it writes passes through `Reference`."""

    def Reference(self, obj: Any, name: str | None = None) -> Any:
        if type(obj) is pdfdoc.PDFStream:
            obj.__class__ = _Stream
        return super().Reference(obj, name)  # type: ignore[no-untyped-call]


class _Info(pdfdoc.PDFInfo):
    """The document's information, of the same fields as XMP: ReportLab writes empty ones, and the day 2000-01-01."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self._about = about

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        digits = "".join(c for c in self._about.moment if c.isdigit())
        moment = pdfdoc.PDFString(f"D:{digits}{_ZONE.replace(':', chr(39))}'")
        known = {key: pdfdoc.PDFString(text) for field, key, _ in _FIELDS if (text := getattr(self._about, field))}
        return pdfdoc.PDFDictionary({**known, "CreationDate": moment, "ModDate": moment}).format(document)


def _metadata(about: About) -> pdfdoc.PDFStream:
    """The XMP packet; PDF/A wants it unfiltered (6.7.2)."""
    spaces: dict[str, list[str]] = {"dc": [], "pdf": [], "xmp": []}
    for field, _, element in _FIELDS:
        if text := getattr(about, field):
            spaces[element[1:].partition(":")[0]].append(element.format(escape(text)))
    packet = _XMP.format(moment=about.moment + _ZONE, **{space: "\n".join(found) for space, found in spaces.items()})
    kind = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(kind), packet.encode())


def _output_intents(document: Any) -> pdfdoc.PDFArray:
    """What RGB and grey mean on paper: sRGB, its profile in the file (6.2.2)."""
    profile = resources.path("colour", PROFILE).read_bytes()
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), profile, [pdfdoc.PDFZCompress])
    name = pdfdoc.PDFString(_PROFILE_NAME)
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": name,
        "Info": name,
        "RegistryName": pdfdoc.PDFString(_REGISTRY),
        "DestOutputProfile": document.Reference(stream),
    }
    return pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(intent))])


def _unicode_map(subset: list[int]) -> str:
    """The ToUnicode map of a subset, in UTF-16BE, at most 100 entries a block (PDF 32000-1, 9.10.3)."""
    entries = [
        f"<{place:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for place, code in enumerate(subset)
        if code and not 0xD800 <= code <= 0xDFFF
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
    ]  # fmt: skip
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    tail = ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines + tail)


def _clean(text: str) -> str:
    return visible(text).translate(_NOT_IN_XML).replace("\n", " ").strip()
