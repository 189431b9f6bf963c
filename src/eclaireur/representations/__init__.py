"""The JSON that machines read: the same at every door, with sentences in the language asked for."""
