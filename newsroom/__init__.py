"""The roof: settings, addresses, the two commands, health, logs, errors and the demo newsroom.

It may import every room, and no room imports it. What a newsroom does is never decided here.
"""
