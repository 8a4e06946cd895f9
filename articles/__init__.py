"""The newsroom's rooms: each package here is one room of the house, listed in docs/house.md.
A room imports only rooms on the floors below it; tests/test_floors.py holds that.
What never enters: settings, demo content, anything that belongs to one installation."""
