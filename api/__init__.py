"""Serves: the command line, later the API and the pages."""
