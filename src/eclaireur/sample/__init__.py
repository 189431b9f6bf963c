"""A small catalogue to try things on: what a town and its neighbours publish, all invented."""

from importlib import resources


def sample_place() -> str:
    """Return where the sample's file is, in JSON Lines."""
    return str(resources.files(__name__).joinpath("catalogue.jsonl"))
