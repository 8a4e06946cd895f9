"""What a file says of its origin: bytes in, claim out.

Credentials (C2PA) and embedded metadata (XMP) are read, never fetched; signing has its room here.
No model, no request and no network enters.
"""
