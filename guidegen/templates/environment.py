"""The Jinja environment: sandboxed, strict, and with every element of a template knowing its own line."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.ext import Extension
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.resources.files import read_template
from guidegen.resources.project import Project
from guidegen.templates.filters import finalize

TOO_MUCH = "the template writes more than a guide can hold"
GUIDE = "guide/guide.xml.j2"
OPENING_TAG = re.compile(r"(<[a-z][a-z-]*)(?=[\s/>])")


class PlaceElements(Extension):
    """Gives each element written in a guide template the attribute ``template="path:line"``.

    So a line of a template survives loops, macros, includes and inheritance, and a fault in the markup is told with it.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  (Jinja's signature)
        """Return the template text *source* with the places of its elements."""
        if name is None or not name.endswith(".xml.j2"):
            return source
        lines = source.split("\n")
        placed = (_place(line, f"templates/{name}:{number}") for number, line in enumerate(lines, 1))
        return "\n".join(placed)


def _place(line: str, place: str) -> str:
    return OPENING_TAG.sub(rf'\1 template="{place}"', line)


class CompiledTemplates(BytecodeCache):
    """Keeps the code of the templates that this process compiled; Jinja compiles a template anew when its text has changed."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code kept for *bucket* into it, if there is any."""
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of *bucket*."""
        self.code[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledTemplates()


LONGEST_PAGE = 20_000_000
MOST_REPEATS = 10_000
FILLING = {"center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map"}


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which a template calls the methods of texts, lists, mappings and of Jinja's own things only.

    Those of the content's values reach further: pydantic's records read files and unpickle, dates know the clock. What makes
    much of little is refused: powers, large repetitions and fillings.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.kinds: dict[tuple[type, str], tuple[bool, bool]] = {}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what *operator* makes of *left* and *right*. Raises SecurityError where that may be much."""
        numbers = [number for number in (left, right) if isinstance(number, int | float)]
        if (
            operator == "**"
            or isinstance(left if operator == "%" else "", str)
            or max(map(abs, numbers), default=0) > MOST_REPEATS
        ):
            raise SecurityError(f"{operator} is not used here with such values")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> None:
        """Return nothing in the place of a text's ``format``: it is not used here."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may see the attribute *attr* of *obj*, which is *value*."""
        safe, known = self._by_kind(obj, attr)
        return safe and (known or not callable(value))

    def _by_kind(self, obj: Any, attr: str) -> tuple[bool, bool]:
        """Return whether *attr* of things like *obj* may be seen, and whether their methods may; found out once for each kind."""
        key = type(obj), attr
        if key not in self.kinds:
            if len(self.kinds) == MOST_REPEATS:
                self.kinds.clear()
            known = isinstance(obj, str | Mapping | list | tuple) or type(obj).__module__.startswith("jinja2.")
            self.kinds[key] = super().is_safe_attribute(obj, attr, None) and attr not in FILLING, known
        return self.kinds[key]


def environment(project: Project, filters: Mapping[str, Callable[..., Any]]) -> Sandbox:
    """Return the environment of *project*'s templates with *filters* for printing values."""
    made = Sandbox(
        loader=FunctionLoader(lambda name: _load(project, name)),
        extensions=[PlaceElements],
        bytecode_cache=COMPILED,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    for name in FILLING | {"indent"}:
        made.filters.pop(name, None)
    made.filters.update(filters)
    return made


def _load(project: Project, name: str) -> tuple[str, str, None] | None:
    inside = Path(name).as_posix() == name and ".." not in Path(name).parts and not Path(name).is_absolute()
    if not inside or not project.template_path(name).is_file():
        return None
    return read_template(project, name), f"templates/{name}", None


def guide_template(project: Project, meeting: str) -> str:
    """Return the name of the template of *meeting*'s guides: its own where it has one, else the common one."""
    own = f"meetings/{meeting}/guide.xml.j2"
    return own if project.template_path(own).is_file() else GUIDE


def render(jinja: Sandbox, name: str, context: Mapping[str, Any]) -> str:
    """Return the template *name* rendered with *context*. Raises GuidegenError with the template's file and line."""
    try:
        return _whole(jinja.get_template(name).generate(context))
    except TemplateSyntaxError as error:
        place = Source(f"templates/{error.name or name}", error.lineno)
        raise GuidegenError([Finding(place, "template-syntax", error.message or "not a valid template")]) from None
    except TemplateNotFound as error:
        raise GuidegenError([Finding(_place_of(error, name), "template-missing", f"there is no template {error}")]) from None
    except MemoryError:
        raise GuidegenError([Finding(Source(f"templates/{name}"), "template", TOO_MUCH)]) from None
    except (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise GuidegenError([Finding(_place_of(error, name), "template", str(error))]) from None


def _whole(parts: Iterable[str]) -> str:
    """Return *parts* as one text. Raises MemoryError where they are more than any guide has."""
    kept: list[str] = []
    length = 0
    for part in parts:
        kept.append(part)
        length += len(part)
        if length > LONGEST_PAGE:
            raise MemoryError
    return "".join(kept)


def _place_of(error: BaseException, name: str) -> Source:
    """Return the innermost template line that *error* passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame for frame in frames if frame.filename.startswith("templates/")]
    return Source(lines[-1].filename, lines[-1].lineno or 0) if lines else Source(f"templates/{name}")
