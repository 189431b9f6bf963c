"""Every benchmark, one after the other: `make bench`.

Each runs in a process of its own, so that its peak of memory is its own.
"""

import subprocess
import sys
from pathlib import Path

NAMES = sorted(
    place.stem for place in Path(__file__).parent.glob("*.py") if not place.stem.startswith("_")
)


def main() -> None:
    failed = []
    for name in NAMES:
        print(f"\n## {name}\n", flush=True)
        ran = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False)  # noqa: S603
        if ran.returncode:
            failed.append(name)
    if failed:
        sys.exit(f"Failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
