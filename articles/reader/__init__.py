"""Reader: the public pages. Everything they say comes from live editions.

This room imports editions, images, disclosure.labels, audit, people and lib, and nothing else: it
cannot name a working copy, so it cannot leak one.
"""
