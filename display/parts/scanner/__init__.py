"""Codes that are held before a scanner."""
