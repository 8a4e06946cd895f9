"""Moderation: the case a submission opens, its findings, the person's decision, and the checks.
A decision names the exact revision it was made on; checks are pure and only ever advise.
What never enters: publishing, pages for readers, and any rule about who may sign in.
"""
