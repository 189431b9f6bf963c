"""One module for each kind of claim: how to find it in a text, and its support in a dataset."""
