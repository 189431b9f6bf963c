"""What the processes of `processes.py` are forked from: the whole program, and what it reads once.

Masking personal data reads more than a second of words and names at its first need.
"""

import pkgutil
from importlib import import_module

# Where a forked process begins: it finds that loaded too.
import processes  # noqa: F401

import eclaireur
from eclaireur.guards.personal_data.lexicon import published

for module in pkgutil.walk_packages(eclaireur.__path__, "eclaireur."):
    if not module.name.endswith("__main__") and ".migrations." not in module.name:
        import_module(module.name)

for read in (published.given_names, published.surnames, published.communes):
    read()
for language in ("fr", "en"):
    published.word_shares(language)
