"""The files that run it: what they take exists, and they give no more than is needed."""

import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from ruamel.yaml import YAML

from eclaireur.configuration import examine

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = YAML(typ="safe").load(ROOT / "compose.yaml")
UNIT = ROOT / "deploy" / "eclaireur.service"

MOST_EXPOSED = 20
"""Of `systemd-analyze security`, in tenths: 0 is exposed to nothing, 100 to everything."""


def test_the_image_is_built_from_what_the_build_is_given() -> None:
    text = (ROOT / "Containerfile").read_text().partition("\nFROM")[2].partition("\nFROM")[0]
    copied = [
        source
        for line in re.findall(r"^COPY (?!--)(.*)$", text, re.MULTILINE)
        for source in line.split()[:-1]
    ]
    assert "src" in copied
    given = (ROOT / ".dockerignore").read_text().split("\n")
    for source in copied:
        assert (ROOT / source).exists()
        assert any(fnmatch(source, line[1:]) for line in given if line.startswith("!"))


def test_a_wheel_holds_all_that_it_serves_and_speaks(tmp_path: Path) -> None:
    building = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(building, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    held = set(ZipFile(wheel).namelist())
    for name in (
        "web/static/vendor/htmx.min.js",
        "web/templates/base.html",
        "messages/fr.ftl",
        "store/migrations/script.py.mako",
        "sample/catalogue.jsonl",
    ):
        assert f"eclaireur/{name}" in held


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_container_has_no_more_rights_than_it_needs(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))
    assert service["read_only"] if name != "database" else "ports" not in service


def test_no_secret_is_in_what_runs_it() -> None:
    assert all(set(each) == {"file"} for each in COMPOSE["secrets"].values())
    for name, service in COMPOSE["services"].items():
        for variable, value in service["environment"].items():
            is_file = str(value).startswith("/")
            assert is_file or not re.search("PASS|KEY|SECRET|TOKEN", variable), (name, variable)


def test_the_configuration_of_the_example_is_one() -> None:
    examined = examine(ROOT / "deploy" / "eclaireur.toml")
    assert examined.problems == ()
    assert examined.configuration is not None
    sign_in = examined.configuration.sign_in
    assert sign_in is not None
    assert sign_in.openid is not None
    place = sign_in.openid.secret.file
    assert place is not None
    assert place.name in COMPOSE["services"]["eclaireur"]["secrets"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
def test_the_unit_is_one_and_is_exposed_to_little(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    # The program is not in /opt here, which systemd would say.
    text = UNIT.read_text().replace("/opt/eclaireur/bin/eclaireur", sys.executable)
    unit.write_text(text)
    for arguments in (
        ["verify", unit],
        ["security", "--offline=yes", f"--threshold={MOST_EXPOSED}", unit],
    ):
        ran = subprocess.run(
            ["systemd-analyze", "--no-pager", *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout + ran.stderr
