"""Notices: what a person at the desk should hear of, shown in the admin and sent by mail.
It knows people and addresses, never what a notice is about.
What never enters: rules about who is told; those are with the verb that tells.
"""
