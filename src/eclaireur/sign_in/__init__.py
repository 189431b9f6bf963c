"""How people sign in: with a provider of OpenID Connect, or with the token of one person."""

from eclaireur.sign_in.openid import OpenIdClient
from eclaireur.sign_in.reception import Reception
from eclaireur.sign_in.transaction import Transaction

__all__ = ["OpenIdClient", "Reception", "Transaction"]
