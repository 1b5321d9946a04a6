"""Explaining (小道理): what is told to those whom it concerns, what is asked again and again, what went well."""
