"""Stories: the working copy of an article and its immutable revisions.

What is here is never shown to a reader: readers see editions. Rooms above add their own part to a
revision by registering it in `parts`; nothing about review or publication enters here.
"""
