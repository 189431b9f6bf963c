"""`python -m eclaireur` is the command `eclaireur`."""

import sys

from eclaireur.cli import main

sys.exit(main())
