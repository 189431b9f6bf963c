"""What anyone who writes about French public data takes for granted: places, acronyms, words."""
