"""What ISO 19005-2 and -3 ask of a file, as far as its objects show it: each rule with its clause. No full validator.

What it does not see: whether glyphs are as wide as their face says (6.2.11.5), the inner order of embedded faces, and
the syntax between the objects (6.1.5 to 6.1.9), which pikepdf has already read and would write anew.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

FILTERS = {
    *("/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode"),
    *("/DCTDecode", "/JPXDecode"),
}
BLENDING = {
    *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn"),
    *("/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity"),
}
ACTIONS = {
    *("/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans"),
    *("/GoTo3DView", "/JavaScript"),
}
OUTSIDE = {"/URI", "/GoToR", "/GoToE", "/SubmitForm"}
ANNOTATIONS_BARRED = {"/3D", "/Sound", "/Screen", "/Movie"}
INFO_IN_XMP = {"/Title": "dc:title", "/Producer": "pdf:Producer", "/Creator": "xmp:CreatorTool"}
DATES_IN_XMP = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}
DEEPEST = 28
"""Of saved graphics states (6.1.13)."""
LONGEST_STRING, LONGEST_NAME = 32767, 127
SMALLEST_PAGE, LARGEST_PAGE = 3, 14400
PRINTED, HIDDEN = 4, 1 | 2 | 32 | 256  # Print; Invisible, Hidden, NoView, ToggleNoView


@dataclass
class File:
    raw: bytes
    pdf: pikepdf.Pdf

    @cached_property
    def everything(self) -> list[Any]:
        """Every object, those within others too."""
        found: list[Any] = []
        waiting: list[Any] = [self.pdf.trailer, *self.pdf.objects]
        while waiting:
            one = waiting.pop()
            found.append(one)
            if isinstance(one, Array):
                inner = list(one)
            elif isinstance(one, (Dictionary, Stream)):
                inner = [value for _key, value in one.items()]
            else:
                continue
            waiting += [each for each in inner if not getattr(each, "is_indirect", False)]
        return found

    @cached_property
    def dictionaries(self) -> list[Any]:
        return [one for one in self.everything if isinstance(one, (Dictionary, Stream))]

    @cached_property
    def streams(self) -> list[Any]:
        return [one for one in self.everything if isinstance(one, Stream)]

    @cached_property
    def fonts(self) -> list[Any]:
        return [one for one in self.dictionaries if one.get("/Type") == "/Font"]

    @cached_property
    def forms(self) -> list[Any]:
        return [one for one in self.streams if one.get("/Subtype") == "/Form"]

    @cached_property
    def images(self) -> list[Any]:
        return [one for one in self.streams if one.get("/Subtype") == "/Image"]

    @cached_property
    def operators(self) -> list[tuple[Any, str]]:
        """What is drawn: on the pages and within forms, each with its operator."""
        return [
            (holder, str(line.operator))
            for holder in (*self.pdf.pages, *self.forms)
            for line in pikepdf.parse_content_stream(holder)
        ]

    @cached_property
    def intents(self) -> list[Any]:
        given = list(self.pdf.Root.get("/OutputIntents", []))
        return [one for one in given if one.get("/S") == "/GTS_PDFA1" and "/DestOutputProfile" in one]

    @cached_property
    def part(self) -> str:
        with self.pdf.open_metadata() as metadata:
            return str(metadata.get("pdfaid:part") or "")


Check = Callable[[File], Iterator[str]]
RULES: dict[str, Check] = {}


def clause(number: str) -> Callable[[Check], Check]:
    """Of ISO 19005-2:2011; -3 has the same numbers."""

    def keep(check: Check) -> Check:
        RULES[number] = check
        return check

    return keep


def breaches(raw: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        file = File(raw, pdf)
        return [f"{number} {told}" for number, check in RULES.items() for told in dict.fromkeys(check(file))]


# --- 6.1 the file -----------------------------------------------------------------------------------
@clause("6.1.2")
def header(file: File) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", file.raw):
        yield "no header of 1.0 to 1.7 with four high bytes in the line after it"


@clause("6.1.3")
def trailer(file: File) -> Iterator[str]:
    if len(file.pdf.trailer.get("/ID", [])) != 2:
        yield "no identifier"
    if "/Encrypt" in file.pdf.trailer:
        yield "encrypted"
    if not re.search(rb"%%EOF\r?\n?\Z", file.raw):
        yield "something after the end"


@clause("6.1.7.1")
def no_stream_lies_elsewhere(file: File) -> Iterator[str]:
    yield from (
        f"a stream with {key}" for one in file.streams for key in ("/F", "/FFilter", "/FDecodeParms") if key in one
    )


@clause("6.1.7.2")
def filters(file: File) -> Iterator[str]:
    for one in file.streams:
        given = one.get("/Filter", [])
        names = {str(given)} if isinstance(given, Name) else {str(each) for each in given}
        yield from (f"filter {name}" for name in sorted(names - FILTERS))


@clause("6.1.13")
def limits(file: File) -> Iterator[str]:
    for one in file.everything:
        if isinstance(one, pikepdf.String) and len(bytes(one)) > LONGEST_STRING:
            yield "a string too long"
        if isinstance(one, Name) and len(str(one).encode()) - 1 > LONGEST_NAME:
            yield "a name too long"
    for page in file.pdf.pages:
        box = [float(side) for side in page.mediabox]
        if not all(SMALLEST_PAGE <= side <= LARGEST_PAGE for side in (box[2] - box[0], box[3] - box[1])):
            yield "a page too small or too large"
    depth: dict[int, int] = {}
    for holder, operator in file.operators:
        depth[id(holder)] = depth.get(id(holder), 0) + {"q": 1, "Q": -1}.get(operator, 0)
        if depth[id(holder)] > DEEPEST:
            yield "graphics states saved too deep"


# --- 6.2 what is drawn ------------------------------------------------------------------------------
@clause("6.2.3")
def output_intent(file: File) -> Iterator[str]:
    if len(file.intents) != 1:
        yield f"{len(file.intents)} output intents with a profile"
    for one in file.intents:
        profile = bytes(one.DestOutputProfile.read_bytes())
        if (profile[12:16], profile[16:20], profile[36:40]) != (b"mntr", b"RGB ", b"acsp") or profile[8] > 4:
            yield "the profile is no display's RGB of version 2 or 4"
        if b"sRGB" not in bytes(str(one.OutputConditionIdentifier), "ascii", "replace"):
            yield "the condition does not name sRGB"


@clause("6.2.4.3")
def colours_are_defined(file: File) -> Iterator[str]:
    """DeviceGray and DeviceRGB mean the output intent's; CMYK means nothing here."""
    if any(str(one) == "/DeviceCMYK" for one in file.everything if isinstance(one, Name)):
        yield "DeviceCMYK"
    if any(operator in ("k", "K") for _holder, operator in file.operators):
        yield "a colour in CMYK"


@clause("6.2.5")
def graphics_states(file: File) -> Iterator[str]:
    for one in (each for each in file.dictionaries if each.get("/Type") == "/ExtGState" or "/BM" in each):
        if "/TR" in one or "/HTP" in one or one.get("/TR2", Name.Default) != "/Default":
            yield "a transfer function"


@clause("6.2.8")
def images(file: File) -> Iterator[str]:
    for one in file.images:
        if "/Alternates" in one or "/OPI" in one:
            yield "an image with alternates"
        if bool(one.get("/Interpolate", False)):
            yield "an image that is interpolated"


@clause("6.2.9")
def form_objects(file: File) -> Iterator[str]:
    for one in file.streams:
        if one.get("/Subtype") == "/PS" or one.get("/Subtype2") == "/PS" or "/PS" in one:
            yield "PostScript"
    if any("/OPI" in one or "/Ref" in one for one in file.forms):
        yield "a form that stands for another file"


@clause("6.2.10")
def transparency(file: File) -> Iterator[str]:
    for one in file.dictionaries:
        modes = one.get("/BM", [])
        named = {str(modes)} if isinstance(modes, Name) else {str(each) for each in modes}
        yield from (f"blend mode {name}" for name in sorted(named - BLENDING))
        if one.get("/S") == "/Transparency" and "/CS" not in one and not file.intents:
            yield "a transparency group without a blending colour space"


@clause("6.2.11.3")
def composite_fonts(file: File) -> Iterator[str]:
    for one in file.fonts:
        if one.get("/Subtype") == "/CIDFontType2" and not isinstance(one.get("/CIDToGIDMap"), (Name, Stream)):
            yield "a face without a map from characters to glyphs"
        if one.get("/Subtype") == "/Type0" and one.get("/Encoding") not in ("/Identity-H", "/Identity-V"):
            yield "an encoding that is not embedded"


@clause("6.2.11.4")
def fonts_are_embedded(file: File) -> Iterator[str]:
    for one in file.fonts:
        if one.get("/Subtype") in ("/Type0", "/Type3"):
            continue  # The descendant holds the face; a Type 3 face is drawn in the file.
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(one.get("/FontDescriptor", Dictionary()).keys()):
            yield f"{one.get('/BaseFont')} is not embedded"


@clause("6.2.11.7")
def characters_have_a_meaning(file: File) -> Iterator[str]:
    """Of conformance U; no character may mean U+0000, U+FEFF or U+FFFE."""
    for one in file.fonts:
        if one.get("/Subtype") in ("/CIDFontType0", "/CIDFontType2"):
            continue
        if "/ToUnicode" not in one:
            yield f"{one.get('/BaseFont')} has no ToUnicode"
        else:
            meant = re.findall(
                rb"<[0-9a-fA-F]+>\s+<([0-9a-fA-F]+)>", one.ToUnicode.read_bytes().partition(b"bfchar")[2]
            )
            yield from ("a character that means nothing" for to in meant if to.upper() in (b"0000", b"FEFF", b"FFFE"))


# --- 6.3 to 6.11 what acts, and what the file says of itself ----------------------------------------
@clause("6.3")
def annotations(file: File) -> Iterator[str]:
    for one in (each for page in file.pdf.pages for each in page.get("/Annots", [])):
        if str(one.get("/Subtype")) in ANNOTATIONS_BARRED:
            yield f"an annotation {one.Subtype}"
        flags = int(one.get("/F", 0))
        if one.get("/Subtype") != "/Popup" and (not flags & PRINTED or flags & HIDDEN):
            yield "an annotation that is not printed"
        width, height = (abs(float(one.Rect[2] - one.Rect[0])), abs(float(one.Rect[3] - one.Rect[1])))
        if (
            width
            and height
            and one.get("/Subtype") not in ("/Popup", "/Link")
            and "/N" not in one.get("/AP", Dictionary())
        ):
            yield "an annotation without an appearance"


@clause("6.4")
def form_fields(file: File) -> Iterator[str]:
    form = file.pdf.Root.get("/AcroForm", Dictionary())
    if bool(form.get("/NeedAppearances", False)) or "/XFA" in form or "/NeedsRendering" in file.pdf.Root:
        yield "fields whose look is not in the file"


@clause("6.5")
def nothing_acts(file: File) -> Iterator[str]:
    yield from (f"an action {one.S}" for one in file.dictionaries if str(one.get("/S")) in ACTIONS)
    yield from ("an action of its own accord" for one in file.dictionaries if "/AA" in one)
    if "/OpenAction" in file.pdf.Root or "/JavaScript" in file.pdf.Root.get("/Names", Dictionary()):
        yield "an action when it is opened"


@clause("our own: nothing from outside")
def nothing_leads_outside(file: File) -> Iterator[str]:
    """The standard lets a link lead out; a paper of an authority does not."""
    yield from (f"an address outside by {one.S}" for one in file.dictionaries if str(one.get("/S")) in OUTSIDE)


@clause("6.6.2")
def metadata(file: File) -> Iterator[str]:
    if not isinstance(file.pdf.Root.get("/Metadata"), Stream):
        yield "no XMP"
    elif re.search(rb"<\?xpacket begin[^>]*(bytes|encoding)=", file.pdf.Root.Metadata.read_bytes()):
        yield "an XMP header with bytes or encoding"


@clause("6.6.3")
def metadata_agree(file: File) -> Iterator[str]:
    with file.pdf.open_metadata() as metadata:
        for key, name in INFO_IN_XMP.items():
            if key in file.pdf.docinfo and str(metadata.get(name)) != str(file.pdf.docinfo[key]):
                yield f"{key} differs from {name}"
        for key, name in DATES_IN_XMP.items():
            if key in file.pdf.docinfo and _digits(str(metadata.get(name))) != _digits(str(file.pdf.docinfo[key])):
                yield f"{key} differs from {name}"


def _digits(moment: str) -> str:
    return re.sub(r"\D", "", moment)[:14]


@clause("6.6.4")
def identification(file: File) -> Iterator[str]:
    with file.pdf.open_metadata() as metadata:
        found = str(metadata.get("pdfaid:part")), str(metadata.get("pdfaid:conformance"))
    if found not in {(part, level) for part in "23" for level in "BU"}:
        yield f"no PDF/A-2 or -3 of level B or U: {found}"


@clause("6.8")
def embedded_files(file: File) -> Iterator[str]:
    held = [one for one in file.dictionaries if "/EF" in one]
    if file.part != "3" and (held or "/EmbeddedFiles" in file.pdf.Root.get("/Names", Dictionary())):
        yield "a file within a file that is not PDF/A-3"
    if any("/AFRelationship" not in one or "/UF" not in one for one in held):
        yield "a file within whose part is not told"


@clause("6.9")
def optional_content(file: File) -> Iterator[str]:
    if "/OCProperties" in file.pdf.Root:
        yield "content that may be hidden"


@clause("6.10")
def alternate_presentations(file: File) -> Iterator[str]:
    if "/AlternatePresentations" in file.pdf.Root.get("/Names", Dictionary()):
        yield "another presentation"
    if any("/PresSteps" in page for page in file.pdf.pages):
        yield "steps of a presentation"


@clause("6.11")
def requirements(file: File) -> Iterator[str]:
    if "/Requirements" in file.pdf.Root:
        yield "a demand on the reader"
