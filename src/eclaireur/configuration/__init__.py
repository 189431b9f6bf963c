"""`eclaireur.toml`: the models that may serve, and the policy they must satisfy."""

from eclaireur.configuration.configuration import Configuration
from eclaireur.configuration.keys import read_key
from eclaireur.configuration.reading import Examined, examine, read_configuration

__all__ = ["Configuration", "Examined", "examine", "read_configuration", "read_key"]
