"""The wheel, installed in a clean environment, builds a guide in an empty folder."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.acceptance

ROOT = Path(__file__).resolve().parents[2]


def test_an_installed_wheel_builds_the_shipped_guide(tmp_path: Path) -> None:
    wheels, clean, empty = tmp_path / "wheels", tmp_path / "clean", tmp_path / "empty"
    empty.mkdir()
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(wheels), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    venv.create(clean, with_pip=True)
    (wheel,) = wheels.glob("*.whl")
    install = [clean / "bin/pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt", wheel]
    subprocess.run(list(map(str, install)), check=True, capture_output=True)
    build = [str(clean / "bin/guidegen"), "build", "--region", "africa", "--language", "fr"]
    done = subprocess.run(build, cwd=empty, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = sorted(path.name for path in (empty / "build/africa").iterdir())
    assert made == ["discussion-guide-africa-fr.docx", "discussion-guide-africa-fr.pdf"]
