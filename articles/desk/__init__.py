"""Desk: the Django admin as editors, writers and administrators meet it.

Forms, lists, dashboards, preview. Buttons call verbs; no rule about stories, review or publication
is written here.
"""
