"""Answers to readers: fetch, render. Safe methods only, but for the one choice about cookies."""
