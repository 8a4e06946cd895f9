"""Images: the picture as it came, what its file says of its origin, and the copies that are shown.

Originals keep their bytes, named by their SHA-256, and are never served to the public.
Nothing about stories, captions, labels or AI records enters here, and nothing goes to the network.
"""
