"""Bringing things in from outside: articles from files and pages, and pages as evidence."""
