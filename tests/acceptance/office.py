"""LibreOffice, with the fonts that set-up installs in place of those that DOCX names."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "fonts.conf"


def convert(files: Iterable[Path], target: str, folder: Path) -> None:
    """Let LibreOffice write *files* into *folder* in the format *target*, with a profile of its own."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing"
    with tempfile.TemporaryDirectory() as profile:
        home = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [soffice, home, "--headless", "--convert-to", target, "--outdir", str(folder), *map(str, files)]
        environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=900)
