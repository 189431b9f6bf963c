"""How datasets come in from a portal and go back to it."""
