"""Full and closed disks, wrong clocks, no locale, odd paths, two builds at once: the right result, or a sentence."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from guidegen.resources.project import PACKAGE, Project
from guidegen.resources.starter import write_starter
from tests.reliability.contents import contents

FORMATS = ("docx", "html", "text")
GUIDE = "capital-city/discussion-guide-capital-city-en"
NAMES = {f"{GUIDE}.docx", f"{GUIDE}.html", f"{GUIDE}.txt", "manifest.json"}
TOPIC = "content/topics/prevention.md"
AS_A_MODULE = ("-m", "guidegen")
AT_A_TIME = """
import sys, time
now, real = float(sys.argv.pop(1)), time.gmtime
time.time, time.time_ns = lambda: now, lambda: int(now * 1e9)
time.gmtime = time.localtime = lambda seconds=None: real(now if seconds is None else seconds)
from guidegen.cli import main
main()
"""
PATHS = {"PYTHONPATH": str(PACKAGE.parent), "PATH": os.environ["PATH"]}
FULL = 20_000  # bytes: the page is larger, the words are not

Replace = Callable[[str, str, str], None]
Ended = subprocess.CompletedProcess[str]


@dataclass
class Command:
    """A build of the English guides in a process of its own, and the surroundings of that."""

    program: tuple[str, ...] = AS_A_MODULE
    formats: tuple[str, ...] = FORMATS
    environment: Mapping[str, str] | None = None
    folder: Path | None = None
    largest_file: int = resource.RLIM_INFINITY

    def arguments(self, project: str | Path, output: str | Path) -> list[str]:
        """Return the command that builds *project* into *output*."""
        formats = [word for name in self.formats for word in ("--format", name)]
        places = ["--project", str(project), "--output", str(output)]
        return [sys.executable, *self.program, "build", *places, "--jobs", "1", "--language", "en", *formats]

    def start(self, project: str | Path, output: str | Path) -> subprocess.Popen[str]:
        """Begin the build."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
        environment = {**os.environ, **PATHS} if self.environment is None else {**PATHS, **self.environment}
        return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
            self.arguments(project, output),
            env=environment,
            cwd=self.folder,
            preexec_fn=self.limit,  # noqa: PLW1509  (no threads here)
            **pipes,
        )

    def limit(self) -> None:
        """Let no file of this process grow beyond what it may have."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.largest_file, resource.RLIM_INFINITY))

    def run(self, project: str | Path, output: str | Path) -> Ended:
        """Build *project* into *output*: what goes wrong is told in sentences."""
        process = self.start(project, output)
        ended = Ended(process.args, 0, *process.communicate())
        ended.returncode = process.returncode
        assert "Traceback" not in ended.stderr
        assert "please report this" not in ended.stderr
        return ended


def built(output: Path) -> dict[str, bytes]:
    """Return the files in *output*, by path, but for what it remembers of builds."""
    found = {Path(name).relative_to(output).as_posix(): data for name, data in contents(output).items()}
    return {name: data for name, data in found.items() if not name.startswith(".cache")}


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build of the starter project gives, whatever its surroundings."""
    folder = tmp_path_factory.mktemp("right")
    write_starter(folder / "project")
    assert Command().run(folder / "project", folder / "out").returncode == 0
    assert built(folder / "out").keys() == NAMES
    return built(folder / "out")


# -- two builds at once --------------------------------------------------------------------------------------------------------


def test_builds_of_one_guide_at_once_leave_what_one_leaves(starter: Project, tmp_path: Path, right: dict[str, bytes]):
    both = [Command().start(starter.root, tmp_path / "out") for _ in range(2)]
    said = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert built(tmp_path / "out") == right


def test_builds_of_other_formats_at_once_lose_neither(starter: Project, tmp_path: Path, right: dict[str, bytes]):
    both = [Command(formats=formats).start(starter.root, tmp_path / "out") for formats in (FORMATS[:1], FORMATS[1:])]
    said = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert built(tmp_path / "out") == right


def test_builds_of_two_projects_into_one_folder_leave_whole_files(starter: Project, tmp_path: Path, right: dict[str, bytes]):
    shutil.copytree(starter.root, tmp_path / "other")
    place = tmp_path / "other" / TOPIC
    place.write_text(place.read_text(encoding="utf-8").replace("do cities", "do towns"), encoding="utf-8")
    both = [Command().start(project, tmp_path / "out") for project in (starter.root, tmp_path / "other")]
    for one in both:
        one.communicate()
    left = built(tmp_path / "out")
    Command().run(tmp_path / "other", tmp_path / "others")
    assert left in (right, built(tmp_path / "others"))


# -- disks ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def full(tmp_path: Path) -> Iterator[tuple[Path, Command, Callable[[], object]]]:
    """An output folder with little room, what builds into it, and what makes room: a disk of its own where one may mount."""
    output = tmp_path / "full"
    output.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40k", "none", output], check=False, capture_output=True).returncode:
        command = Command(largest_file=FULL)
        yield output, command, lambda: setattr(command, "largest_file", resource.RLIM_INFINITY)
        return
    yield output, Command(), lambda: subprocess.run(["mount", "-o", "remount,size=10m", output], check=True)
    subprocess.run(["umount", output], check=True)


def test_a_full_disk_is_told_and_leaves_whole_files(
    starter: Project, full: tuple[Path, Command, Callable[[], object]], right: dict[str, bytes]
):
    output, command, make_room = full
    ended = command.run(starter.root, output)
    assert (ended.returncode, "error: the file cannot be written: " in ended.stderr) == (3, True)
    left = built(output)
    assert left.items() - {"manifest.json": left.get("manifest.json")}.items() <= right.items()
    assert left.keys() < right.keys()
    make_room()
    assert command.run(starter.root, output).returncode == 0
    assert built(output) == right


def test_a_file_that_may_not_grow_is_told_and_the_former_one_stays(starter: Project, tmp_path: Path, replace: Replace):
    Command().run(starter.root, tmp_path / "out")
    before = built(tmp_path / "out")
    replace(TOPIC, "do cities", "do towns")
    ended = Command(largest_file=FULL).run(starter.root, tmp_path / "out")
    assert (ended.returncode, "File too large" in ended.stderr) == (3, True)
    after = built(tmp_path / "out")
    assert after[f"{GUIDE}.html"] == before[f"{GUIDE}.html"]
    assert after[f"{GUIDE}.txt"] != before[f"{GUIDE}.txt"]
    assert [entry["path"] for entry in json.loads(after["manifest.json"])["files"]] == [f"{GUIDE}.docx", f"{GUIDE}.txt"]


def unwritable(folder: Path) -> Path:
    """Return a folder in which nobody can write: *folder*, or, for the superuser, one of the system's own."""
    folder.mkdir()
    folder.chmod(0o555)
    return Path("/proc") if os.access(folder, os.W_OK) else folder


def test_an_output_that_nobody_may_write_in_is_told(starter: Project, tmp_path: Path):
    closed = unwritable(tmp_path / "closed")
    for output in (closed, closed / "guidegen" / "below"):
        ended = Command().run(starter.root, output)
        assert (ended.returncode, ended.stderr.count("\n")) == (3, 1)
        assert "not a folder that can be written in" in ended.stderr


def test_a_file_in_the_place_of_the_output_is_told_and_stays(starter: Project, tmp_path: Path):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    ended = Command().run(starter.root, tmp_path / "out")
    assert (ended.returncode, "not a folder that can be written in" in ended.stderr) == (3, True)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_of_a_meeting_is_told_and_stays(starter: Project, tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "capital-city").write_text("mine", encoding="utf-8")
    ended = Command().run(starter.root, tmp_path / "out")
    assert (ended.returncode, ended.stderr.count("the file cannot be written")) == (3, len(FORMATS))
    assert built(tmp_path / "out")["capital-city"] == b"mine"


def test_a_folder_in_the_place_of_a_file_is_told_and_the_others_are_built(
    starter: Project, tmp_path: Path, right: dict[str, bytes]
):
    (tmp_path / "out" / f"{GUIDE}.txt" / "mine").mkdir(parents=True)
    ended = Command().run(starter.root, tmp_path / "out")
    assert (ended.returncode, "the file cannot be written" in ended.stderr) == (3, True)
    assert built(tmp_path / "out")[f"{GUIDE}.html"] == right[f"{GUIDE}.html"]


@pytest.mark.parametrize("name", ["capital-city", f"{GUIDE}.txt"])
def test_a_link_in_the_output_is_not_followed_out_of_it(starter: Project, tmp_path: Path, name: str):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    link = tmp_path / "out" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / ("mine" if name == "capital-city" else "mine.txt"))
    ended = Command().run(starter.root, tmp_path / "out")
    assert (ended.returncode, "outside the output folder" in ended.stderr) == (3, True)
    assert built(tmp_path / "mine") == {}
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_project_that_cannot_remember_its_builds_is_built(starter: Project, tmp_path: Path, right: dict[str, bytes]):
    starter.path(".cache").write_text("mine", encoding="utf-8")
    assert Command().run(starter.root, tmp_path / "out").returncode == 0
    assert built(tmp_path / "out") == right


# -- clocks --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("now", ["0", "7258118400"], ids=["1970", "2200"])
def test_a_clock_far_off_changes_nothing(starter: Project, tmp_path: Path, right: dict[str, bytes], replace: Replace, now: str):
    command = Command(program=("-c", AT_A_TIME, now))
    assert command.run(starter.root, tmp_path / "out").returncode == 0
    assert built(tmp_path / "out") == right
    replace(TOPIC, "do cities", "do places")
    assert command.run(starter.root, tmp_path / "out").returncode == 0
    assert b"What do places need" in built(tmp_path / "out")[f"{GUIDE}.txt"]


@pytest.mark.parametrize("time", [0, 7_258_118_400], ids=["1970", "2200"])
def test_files_from_another_time_are_read_and_their_changes_seen(
    starter: Project, tmp_path: Path, right: dict[str, bytes], time: int
):
    for name in contents(starter.root):
        os.utime(name, (time, time))
    assert Command(formats=("text",)).run(starter.root, tmp_path / "out").returncode == 0
    assert built(tmp_path / "out")[f"{GUIDE}.txt"] == right[f"{GUIDE}.txt"]
    place = starter.path(TOPIC)
    place.write_text(place.read_text(encoding="utf-8").replace("do cities", "do states"), encoding="utf-8")
    os.utime(place, (time, time))
    Command(formats=("text",)).run(starter.root, tmp_path / "out")
    assert b"What do states need" in built(tmp_path / "out")[f"{GUIDE}.txt"]


# -- locales and paths ---------------------------------------------------------------------------------------------------------

ODD = [
    "a folder with  spaces",
    "دليل المناقشة",
    "指南 élève",
    "-rf",
    "%s{x}$(id)`id`;&",
    "x" * 200,
    "\udcff\udcfe",
    "a\nb\x1b[2J",
    "a'b\"c",
]


@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": "xx_XX"}], ids=str)
def test_without_a_locale_the_result_is_the_same(
    starter: Project, tmp_path: Path, right: dict[str, bytes], locale: dict[str, str]
):
    name = "دليل  المناقشة"
    starter.root.rename(tmp_path / name)
    ended = Command(environment=locale).run(tmp_path / name, tmp_path / name / "out")
    assert (ended.returncode, ended.stdout) == (0, f"3 files in {tmp_path / name / 'out'}\n")
    assert built(tmp_path / name / "out") == right


def test_without_a_locale_findings_are_told(starter: Project, tmp_path: Path, replace: Replace):
    replace(TOPIC, "## Background", "## الخلفية {.نص}")
    ended = Command(environment={"LC_ALL": "C"}).run(starter.root, tmp_path / "out")
    assert (ended.returncode, f"{TOPIC}:8" in ended.stderr) == (1, True)


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_an_odd_path_is_a_path(starter: Project, tmp_path: Path, right: dict[str, bytes], name: str):
    starter.root.rename(tmp_path / name)
    command = Command(formats=("text",), folder=tmp_path)
    assert command.run(f"./{name}", f"./{name}/{name}").returncode == 0
    assert built(tmp_path / name / name)[f"{GUIDE}.txt"] == right[f"{GUIDE}.txt"]


def test_a_relative_output_stands_in_the_current_folder(starter: Project, tmp_path: Path, right: dict[str, bytes]):
    (tmp_path / "here").mkdir()
    assert Command(folder=tmp_path / "here").run(starter.root, "a/../out").returncode == 0
    assert built(tmp_path / "here" / "out") == right


def test_a_linked_project_and_a_linked_output_are_what_they_lead_to(starter: Project, tmp_path: Path, right: dict[str, bytes]):
    (tmp_path / "link").symlink_to(starter.root)
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    assert Command().run(tmp_path / "link", tmp_path / "out").returncode == 0
    assert built(tmp_path / "real") == right


def test_an_output_inside_of_the_project_is_none_of_its_sources(starter: Project, right: dict[str, bytes]):
    for output in ("build", "content/build", "templates/build"):
        assert Command(formats=("text",)).run(starter.root, starter.path(output)).returncode == 0
        assert built(starter.path(output))[f"{GUIDE}.txt"] == right[f"{GUIDE}.txt"]
