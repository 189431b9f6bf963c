"""Files that others wrote, read with care: bytes in bounded lines, JSON Lines, RDF."""
