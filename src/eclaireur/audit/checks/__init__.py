"""One check a module, named after what it looks at."""
