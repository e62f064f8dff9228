"""Something that is made again and again from files that are being edited: kept as it last was sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from guidegen.errors import Finding, GuidegenError, Source

Value = TypeVar("Value")


@dataclass(slots=True)
class Kept(Generic[Value]):
    """The last sound *value*, and the findings of the last attempt: none where it succeeded."""

    value: Value
    findings: tuple[Finding, ...] = ()

    def make(self, attempt: Callable[[], Value]) -> None:
        """Take what *attempt* returns, or keep the value and take the findings, whatever happens."""
        try:
            self.value, self.findings = attempt(), ()
        except GuidegenError as error:
            self.findings = error.findings
        except Exception as error:
            message = f"guidegen failed: {type(error).__name__}: {error}"
            self.findings = (Finding(Source("preview"), "internal", message, "please report this"),)
