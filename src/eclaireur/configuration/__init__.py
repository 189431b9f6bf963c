"""`eclaireur.toml`: models and their policy, portals, and telemetry."""

from eclaireur.configuration.configuration import Configuration, TelemetrySettings
from eclaireur.configuration.keys import read_key, read_sign_in_secrets
from eclaireur.configuration.reading import Examined, examine, read_configuration

__all__ = [
    "Configuration",
    "Examined",
    "TelemetrySettings",
    "examine",
    "read_configuration",
    "read_key",
    "read_sign_in_secrets",
]
