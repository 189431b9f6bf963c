"""The measures: one family a file, each function with the source of its formula."""
