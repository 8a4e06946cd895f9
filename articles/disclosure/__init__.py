"""Disclosure: what AI did to a text or an image, and the label that readers get from it.

Records come in, labels come out; nobody types a label.
Whether a person has reviewed the text is told to this room, never looked up by it.
"""
