"""Text tools every room may use: safe HTML, Korean, slugs, numbers, and their template filters.
Pure functions: the same input gives the same output, in time linear in its length.
What never enters: models, requests, the database, and the name of any other room."""
