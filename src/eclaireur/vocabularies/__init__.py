"""Controlled vocabularies that an operator adds, in the formats that authorities publish."""

from eclaireur.vocabularies.read import read_vocabulary, received_vocabulary

__all__ = ["read_vocabulary", "received_vocabulary"]
