"""HEIC, where the operator has installed a reader for it: Pillow brings none.

`pip install pillow-heif` is all it takes. It is not among what we install, because its wheel
carries codecs under the GPL and for patented methods; that is the operator's to decide.
"""

try:
    import pillow_heif
except ImportError:
    pillow_heif = None

if pillow_heif is not None:
    # Neither small previews nor depth maps are asked for: less to read, less to go wrong.
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def readable() -> bool:
    return pillow_heif is not None
