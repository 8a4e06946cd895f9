"""Audit: one entry for each thing that was done, chained by hash, never changed or removed.

A verb calls `record.record` last, inside its own transaction.
No rule about what may be done enters here; this room only remembers.
"""
