"""How people sign in, and how everybody is signed out."""

from eclaireur.configuration import read_sign_in_secrets
from eclaireur.core.ports import Store
from eclaireur.core.sign_in import CAME_BACK, SIGNED_OUT, SignIn
from eclaireur.egress import Egress
from eclaireur.settings import Settings
from eclaireur.sign_in import OpenIdClient, Reception
from eclaireur.wiring.store import opened_store


def reception(declared: SignIn | None, store: Store, egress: Egress) -> Reception | None:
    """Return what signs people in; None where nobody does. Raises SecretMissing."""
    if declared is None:
        return None
    secret, token = read_sign_in_secrets(declared)
    provider = None
    if declared.openid is not None and secret is not None:
        provider = OpenIdClient(
            declared.openid,
            secret,
            egress,
            came_back=f"{declared.address}{CAME_BACK}",
            signed_out=f"{declared.address}{SIGNED_OUT}",
        )
    return Reception(declared, store, provider=provider, token=token)


async def end_sessions(settings: Settings) -> int:
    """Sign everybody out, of every server on the same database; return how many sessions ended.

    Raises:
        StoreUnavailable: the data directory or the database cannot be used.
    """
    async with opened_store(settings) as store:
        return await store.end_sessions()
