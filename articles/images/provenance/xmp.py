"""XMP: the packet in a file read, and the packet of our own copies written.

Names: IPTC Photo Metadata 2025.1 (Iptc4xmpExt), photoshop:Credit, dc:rights, plus:DataMining.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from articles.images.provenance.claim import XmpClaim
from articles.images.provenance.plain import plain
from articles.images.source_types import is_writable, parse, uri

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
DC = "http://purl.org/dc/elements/1.1/"
PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
MAX_PACKET = 4_000_000  # bytes; larger ones are thumbnails and histories, and cost time to parse


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
    found = dict(_properties(tree))
    return XmpClaim(
        digital_source_type=parse(found.get(f"{{{IPTC_EXT}}}DigitalSourceType")),
        credit=found.get(f"{{{PHOTOSHOP}}}Credit", ""),
        copyright_notice=found.get(f"{{{DC}}}rights", ""),
        ai_system=found.get(f"{{{IPTC_EXT}}}AISystemUsed", ""),
        ai_system_version=found.get(f"{{{IPTC_EXT}}}AISystemVersionUsed", ""),
        data_mining=found.get(f"{{{PLUS}}}DataMining", ""),
    )


def write(
    *,
    digital_source_type: str = "",
    credit: str = "",
    copyright_notice: str = "",
    ai_system: str = "",
    ai_system_version: str = "",
    data_mining: str = "",
) -> bytes:
    """A fresh packet with these fields, empty ones and retired source types left out.

    The same fields give the same bytes. b"" where there is nothing to say.
    """
    told = uri(digital_source_type) if is_writable(digital_source_type) else ""
    simple = (
        ("Iptc4xmpExt:DigitalSourceType", told),
        ("Iptc4xmpExt:AISystemUsed", ai_system),
        ("Iptc4xmpExt:AISystemVersionUsed", ai_system_version),
        ("photoshop:Credit", credit),
        ("plus:DataMining", data_mining),
    )
    lines = [f"<{name}>{escape(plain(value))}</{name}>" for name, value in simple if value]
    if copyright_notice:
        notice = escape(plain(copyright_notice))
        lines.append(
            '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">'
            f"{notice}</rdf:li></rdf:Alt></dc:rights>"
        )
    if not lines:
        return b""
    body = "\n".join(lines)
    # The packet's own id is fixed by the XMP specification, part 1, section 7.3.2.
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">'
        f'<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="{IPTC_EXT}" '
        f'xmlns:photoshop="{PHOTOSHOP}" xmlns:dc="{DC}" xmlns:plus="{PLUS}">\n'
        f"{body}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _xml(packet: bytes | str) -> bytes:
    raw = packet.encode(errors="replace") if isinstance(packet, str) else packet
    # Padding and the end of the wrapper follow the document; some writers end with NULs.
    match = re.search(rb"<(?:x:xmpmeta|rdf:RDF)\b.*</(?:x:xmpmeta|rdf:RDF)\s*>", raw, re.DOTALL)
    return match.group(0) if match else raw.strip(b"\x00 \r\n\t")


def _properties(tree: Element) -> Iterator[tuple[str, str]]:
    """Each property with its text: as an attribute, plain, by address, or the first of a list.

    The first of equal names would be lost in a dict, so the document is walked backwards.
    """
    for description in reversed(list(tree.iter(f"{{{RDF}}}Description"))):
        for child in reversed(list(description)):
            text = child.get(f"{{{RDF}}}resource") or (child.text or "").strip()
            items = [item.text.strip() for item in child.iter(f"{{{RDF}}}li") if item.text]
            text = text or next((item for item in items if item), "")
            if text:
                yield child.tag, plain(text)
        for name, text in description.attrib.items():
            yield name, plain(text.strip())
