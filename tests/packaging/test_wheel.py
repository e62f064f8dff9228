"""The wheel holds what the checkout holds, and builds guides from it in an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ("content", "locales", "templates")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the files of the checkout."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("guidegen", *DATA, "setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        (source / name).symlink_to(ROOT / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = target.glob("*.whl")
    return made


def wanted_files() -> set[str]:
    """The names that the wheel must hold: the code as it is, the data folders inside the package."""
    own = [path for suffix in ("py", "json", "yaml") for path in (ROOT / "guidegen").rglob(f"*.{suffix}")]
    code = {path.relative_to(ROOT).as_posix() for path in own} | {"guidegen/py.typed"}
    data = {path.relative_to(ROOT).as_posix() for name in DATA for path in (ROOT / name).rglob("*") if path.is_file()}
    return code | {f"guidegen/_shipped/{name}" for name in data}


def test_the_wheel_holds_the_files_of_the_checkout(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == wanted_files()


def test_the_wheel_builds_a_guide_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "guidegen", "build", "--region", "africa", "--language", "fr", "--format", "docx"]
    done = subprocess.run(command, cwd=empty, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    manifest = json.loads((empty / "build/manifest.json").read_text())
    assert [entry["path"] for entry in manifest["files"]] == ["africa/discussion-guide-africa-fr.docx"]
    assert (empty / "build/africa/discussion-guide-africa-fr.docx").is_file()
