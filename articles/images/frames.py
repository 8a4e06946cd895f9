"""How many frames a file holds, told by its container: nothing is decoded to count. Pure."""

import struct


def count(data: bytes, format: str, stop: int) -> int:
    """The number of frames, or `stop` as soon as there are so many; 1 for a still picture.

    What a header promises counts as much as what is there: decoders make room for it.
    """
    counted = {"GIF": _gif, "PNG": _png, "WEBP": _webp, "AVIF": _track, "HEIC": _track}
    try:
        return max(1, counted[format](data, stop)) if format in counted else 1
    except (struct.error, IndexError):
        return 1  # cut off: the decoder says so in its own words


def _gif(data: bytes, stop: int) -> int:
    flags, found = data[10], 0
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    while at < len(data) and found < stop:
        if data[at] == 0x21:
            at += 2
        elif data[at] == 0x2C:
            found += 1
            local = data[at + 9]
            at += 11 + (3 << ((local & 7) + 1) if local & 0x80 else 0)
        else:
            break
        while data[at]:
            at += 1 + data[at]
        at += 1
    return found


def _png(data: bytes, stop: int) -> int:
    """After the APNG specification: acTL stands before the first IDAT and says how many."""
    at, found = 8, 0
    while at + 12 <= len(data) and found < stop:
        size, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"acTL":
            found = max(found, struct.unpack_from(">I", data, at + 8)[0])
        elif kind == b"IDAT":
            break
        at += 12 + size
    return min(found, stop)


def _webp(data: bytes, stop: int) -> int:
    at, found = 12, 0
    while at + 8 <= len(data) and found < stop:
        kind, size = struct.unpack_from("<4sI", data, at)
        found += kind == b"ANMF"
        at += 8 + size + size % 2
    return found


def _track(data: bytes, stop: int) -> int:
    """ISO 14496-12: a moving picture's track lists its samples in the box stsz."""
    if data[8:12] not in (b"avis", b"msf1", b"hevc", b"hevx") and b"avis" not in data[16:64]:
        return 1
    at = data.find(b"stsz")
    return min(struct.unpack_from(">I", data, at + 12)[0], stop) if at > 0 else 1
