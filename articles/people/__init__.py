"""People: who signs in, who is named over a story, which machine acts, and who may do what.

Every other room asks `roles.can`; none keeps a rule of its own about persons.
Nothing about stories, images or cases enters here.
"""
