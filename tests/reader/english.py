"""A story in English, for translations."""

ENGLISH = {
    "language": "en",
    "headline": "Hong Kong and Shenzhen widen their cooperation",
    "standfirst": "The two cities are setting up a joint body.",
    "body": "<p>Hong Kong and Shenzhen said they would widen their cooperation.[1]</p>",
    "key_points": "A joint body this year",
    "alt": "A drawing of two cities",
    "caption": "Two cities",
}
