"""What can be evaluated: one file a kind of task, and what a line of its file holds."""
