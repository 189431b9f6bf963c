"""A third language is one file and one name: tried on a copy of the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import eclaireur

PROGRAM = Path(eclaireur.__file__).parent

WORDS = re.compile(r"^( *(?:[a-z0-9_-]+ =|\*?\[\w+\]) ?)(?=[^{\s])", re.MULTILINE)
"""Where the text of a message, or of one of its variants, begins."""

ASKED = """
import asyncio, sys
from pathlib import Path
import httpx
from eclaireur import Settings, open_assistant
from eclaireur.cli import main as command
from eclaireur.web.app import create_app

async def main():
    async with open_assistant(Settings(data=Path(sys.argv[1]))) as assistant:
        transport = httpx.ASGITransport(create_app(assistant))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            for path in ("/de/engagements", "/engagements"):
                answer = await client.get(path)
                assert answer.status_code == 200, answer.text
                print(answer.text)
            answer = await client.get("/api/v1/register", headers={"accept-language": "de"})
            print(answer.json()["uses"][0]["human_role"])

asyncio.run(main())
sys.exit(command(["--data", sys.argv[1], "--lang", "de", "ledger"]))
"""


def test_a_third_language_is_one_file_and_one_name(tmp_path: Path) -> None:
    copy = tmp_path / "eclaireur"
    # What Python has compiled serves the copy too, but for what another process is writing.
    shutil.copytree(PROGRAM, copy, ignore=shutil.ignore_patterns("*.pyc.*"))
    english = (copy / "messages" / "en.ftl").read_text("utf-8")
    german = WORDS.sub(r"\g<1>DE ", english).replace("= DE English", "= DE Deutsch")
    (copy / "messages" / "de.ftl").write_text(german, "utf-8")
    names = copy / "messages" / "__init__.py"
    source = names.read_text("utf-8")
    assert source.count('Literal["fr", "en"]') == 1
    names.write_text(source.replace('Literal["fr", "en"]', 'Literal["fr", "en", "de"]'), "utf-8")

    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", ASKED, tmp_path / "data"],
        check=False,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    pages, register, ledger, _ = ran.stdout.rsplit("\n", 3)
    assert '<html lang="de">' in pages
    assert "<h1>DE Our commitments</h1>" in pages
    assert pages.count(">DE Deutsch</a>") == 2
    assert "<h1>Nos engagements</h1>" in pages
    assert register.startswith("DE A person reads the proposal")
    assert ledger == "DE Nothing has been computed yet."
