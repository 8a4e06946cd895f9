"""The demo newsroom Galpi: its people, stories and pictures, and the loader that takes them in.

Nothing here is part of a real newsroom: the loader refuses to run in production.
"""
