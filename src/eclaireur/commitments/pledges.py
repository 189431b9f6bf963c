"""The eight commitments: where each is kept in the code, and what checks it."""

from eclaireur.core.base import Noun


class Pledge(Noun):
    """One commitment. Its sentences are the messages `pledge-{title,meaning,how}-<code>`."""

    number: int
    code: str
    files: tuple[str, ...]
    """Where it is kept, from the root of the repository: the very files."""
    commands: tuple[str, ...]
    """What anybody who has the installation may run to check it."""


PLEDGES = (
    Pledge(
        number=1,
        code="proposes",
        files=(
            "src/eclaireur/core/suggestion.py",
            "src/eclaireur/core/provenance.py",
            "src/eclaireur/audit/checks/decisions.py",
        ),
        commands=("eclaireur audit",),
    ),
    Pledge(
        number=2,
        code="learns",
        files=(
            "src/eclaireur/ledger/learning.py",
            "src/eclaireur/ledger/trial.py",
            "src/eclaireur/core/trial.py",
        ),
        commands=("eclaireur learning", "eclaireur trial list"),
    ),
    Pledge(
        number=3,
        code="nobody",
        files=(
            "src/eclaireur/store/schema.py",
            "src/eclaireur/guards/personal_data/masking.py",
            "src/eclaireur/models/gate.py",
            "src/eclaireur/audit/checks/schema.py",
        ),
        commands=("eclaireur audit", "eclaireur mask"),
    ),
    Pledge(
        number=4,
        code="hosted",
        files=(
            "src/eclaireur/core/model.py",
            "src/eclaireur/egress/client.py",
            "src/eclaireur/web/security.py",
        ),
        commands=("eclaireur config check", "eclaireur models", "eclaireur audit"),
    ),
    Pledge(
        number=5,
        code="grounded",
        files=(
            "src/eclaireur/guards/grounding/check.py",
            "src/eclaireur/guards/writing.py",
            "src/eclaireur/tasks/short_description.py",
        ),
        commands=("eclaireur check",),
    ),
    Pledge(
        number=6,
        code="frugal",
        files=(
            "src/eclaireur/assistant/proposing.py",
            "src/eclaireur/ledger/energy.py",
            "src/eclaireur/ledger/budget.py",
        ),
        commands=("eclaireur ledger", "eclaireur audit"),
    ),
    Pledge(
        number=7,
        code="sparing",
        files=("src/eclaireur/core/switch.py", "src/eclaireur/assistant/means.py"),
        commands=("eclaireur switch list",),
    ),
    Pledge(
        number=8,
        code="open",
        files=("src/eclaireur/tasks/prompts", "src/eclaireur/representations/commitments.py"),
        commands=("eclaireur learning --json", "eclaireur export"),
    ),
)
