"""XMP: the packet in a file read, and the packet of our own copies written.

Names: IPTC Photo Metadata 2025.1 (Iptc4xmpExt), photoshop:Credit, dc:rights, PLUS 2.0, xmpRights.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from articles.images.provenance import tc260
from articles.images.provenance.claim import XmpClaim
from articles.images.provenance.plain import plain
from articles.images.source_types import is_writable, parse, uri

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
DC = "http://purl.org/dc/elements/1.1/"
DC_TERMS = "http://purl.org/dc/terms/"
PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
GPS = "{http://ns.adobe.com/exif/1.0/}GPS"
MAX_PACKET = 4_000_000  # bytes; larger ones are thumbnails and histories, and cost time to parse
FIELDS = {
    "credit": f"{{{PHOTOSHOP}}}Credit",
    "copyright_notice": f"{{{DC}}}rights",
    "ai_system": f"{{{IPTC_EXT}}}AISystemUsed",
    "ai_system_version": f"{{{IPTC_EXT}}}AISystemVersionUsed",
    "ai_prompt": f"{{{IPTC_EXT}}}AIPromptInformation",
    "ai_prompt_writer": f"{{{IPTC_EXT}}}AIPromptWriterName",
    "data_mining": f"{{{PLUS}}}DataMining",
    "usage_terms": f"{{{RIGHTS}}}UsageTerms",
    "web_statement": f"{{{RIGHTS}}}WebStatement",
    "model_release": f"{{{PLUS}}}ModelReleaseStatus",
    "remote_manifest": f"{{{DC_TERMS}}}provenance",
}


def read(packet: bytes | str | None) -> XmpClaim:
    """What the packet says; an empty claim for none, `readable=False` for one that is broken."""
    if not packet:
        return XmpClaim()
    if len(packet) > MAX_PACKET:
        return XmpClaim(readable=False)
    try:
        tree = fromstring(_xml(packet), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return XmpClaim(readable=False)
    said: dict[str, list[str]] = {}
    for name, texts in _properties(tree):
        said.setdefault(name, []).extend(texts)
    first = {field: said[name][0] for field, name in FIELDS.items() if said.get(name)}
    told = said.get(f"{{{IPTC_EXT}}}DigitalSourceType") or [""]
    return XmpClaim(
        digital_source_type=parse(told[0]),
        creator=plain(", ".join(said.get(f"{{{DC}}}creator", [])), 300),
        location=any(name.startswith(GPS) for name in said),
        aigc=tuple(said.get(tc260.PROPERTY, [])[:5]),
        **first,
    )


def write(
    *,
    digital_source_type: str = "",
    credit: str = "",
    copyright_notice: str = "",
    ai_system: str = "",
    ai_system_version: str = "",
    data_mining: str = "",
    creator: str = "",
    usage_terms: str = "",
    web_statement: str = "",
    model_release: str = "",
    aigc: Mapping[str, str] | None = None,
) -> bytes:
    """A fresh packet with these fields, empty ones and retired source types left out.

    `aigc` is the AIGC block with the standard's keys, written once. The same fields give the same
    bytes. b"" where there is nothing to say.
    """
    told = uri(digital_source_type) if is_writable(digital_source_type) else ""
    simple = (
        ("Iptc4xmpExt:DigitalSourceType", told),
        ("Iptc4xmpExt:AISystemUsed", ai_system),
        ("Iptc4xmpExt:AISystemVersionUsed", ai_system_version),
        ("photoshop:Credit", credit),
        ("plus:DataMining", data_mining),
        ("plus:ModelReleaseStatus", model_release),
        ("xmpRights:WebStatement", web_statement),
    )
    lines = [f"<{name}>{escape(plain(value))}</{name}>" for name, value in simple if value]
    lines += [
        f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(plain(value))}</rdf:li></rdf:Alt>'
        f"</{name}>"
        for name, value in (("dc:rights", copyright_notice), ("xmpRights:UsageTerms", usage_terms))
        if value
    ]
    if creator:
        names = f"<rdf:Seq><rdf:li>{escape(plain(creator))}</rdf:li></rdf:Seq>"
        lines.append(f"<dc:creator>{names}</dc:creator>")
    if mark := tc260.property(aigc or {}):
        lines.append(mark)
    if not lines:
        return b""
    body = "\n".join(lines)
    # The packet's own id is fixed by the XMP specification, part 1, section 7.3.2.
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">'
        f'<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="{IPTC_EXT}" '
        f'xmlns:photoshop="{PHOTOSHOP}" xmlns:dc="{DC}" xmlns:plus="{PLUS}" '
        f'xmlns:xmpRights="{RIGHTS}" xmlns:TC260="{tc260.NAMESPACE}">\n'
        f"{body}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _xml(packet: bytes | str) -> bytes:
    raw = packet.encode(errors="replace") if isinstance(packet, str) else packet
    # Padding and the end of the wrapper follow the document; some writers end with NULs.
    match = re.search(rb"<(?:x:xmpmeta|rdf:RDF)\b.*</(?:x:xmpmeta|rdf:RDF)\s*>", raw, re.DOTALL)
    return match.group(0) if match else raw.strip(b"\x00 \r\n\t")


def _properties(tree: Element) -> Iterator[tuple[str, list[str]]]:
    """Each property with its texts: as an attribute, plain, by address, or those of a list."""
    for description in tree.iter(f"{{{RDF}}}Description"):
        for name, text in description.attrib.items():
            yield name, [plain(text.strip())]
        for child in description:
            text = child.get(f"{{{RDF}}}resource") or (child.text or "").strip()
            items = [i.text.strip() for i in child.iter(f"{{{RDF}}}li") if i.text]
            texts = [text] if text else [item for item in items if item]
            if texts:
                yield child.tag, [plain(each) for each in texts]
