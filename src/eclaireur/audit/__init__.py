"""Whether an installation keeps its commitments, with the evidence. No server has to run."""

from eclaireur.audit.audit import audit
from eclaireur.audit.inspected import Inspected

__all__ = ["Inspected", "audit"]
