"""Publishing: the verbs that take a story to its readers and away from them.

One verb, one file, one transaction, one audit entry. The desk, commands and importers call these
and repeat none of their rules. Pages and forms never enter here.
"""
