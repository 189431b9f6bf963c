"""Timing and quality, on real data. Some measure what the servers of the tests serve."""

import sys
from pathlib import Path

# Where pytest looks too.
sys.path.append(str(Path(__file__).parents[1] / "tests" / "contract"))
