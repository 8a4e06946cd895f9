"""Editions: what the public sees. Rows are written by `publishing` alone and read by `reader`.

An edition is live in [live_from, live_until). Everything a page says stands in its row, so the
reader's side never asks a working copy. No rule about who may publish enters here.
"""
