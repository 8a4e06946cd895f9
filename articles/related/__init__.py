"""Related: the curated, ordered, typed links from one story to others.

A link names one of our articles or an outside address. Which of the targets readers may see is
decided when the page is read, from live editions; nothing about that enters here.
"""
