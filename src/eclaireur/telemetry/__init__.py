"""Traces in OpenTelemetry, sent through the one way out. Nothing here loads unless asked."""

from eclaireur.telemetry.traces import open_traces

__all__ = ["open_traces"]
