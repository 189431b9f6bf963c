"""The HTTP door for programs: JSON, versioned, one shape for every error."""

from eclaireur.web.api.errors import is_for_api, problem_response
from eclaireur.web.api.routes import PREFIX, openapi_document, router

__all__ = ["PREFIX", "is_for_api", "openapi_document", "problem_response", "router"]
