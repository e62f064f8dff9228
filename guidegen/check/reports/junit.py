"""The report as JUnit XML, which most servers of continuous integration read: a test case for each finding and each kept rule."""

from __future__ import annotations

import re

from lxml import etree

from guidegen.check.configuration import Verdict
from guidegen.check.documentation import rule_groups
from guidegen.errors import Finding, Severity

SUITE = "guidegen.check"
# Groups of rules that other commands check.
NOT_CHECKED = {"Preview", "Output", "Machine"}
# What XML 1.0 cannot hold (2.2).
NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(verdict: Verdict) -> str:
    """Return *verdict* as JUnit XML: errors fail, warnings pass with their words, what is ignored or unchecked is skipped."""
    told = {finding.rule for finding in verdict.findings} | {finding.rule for finding, _ in verdict.ignored}
    suite = etree.Element("testsuite", name=SUITE)
    for finding in verdict.findings:
        _case(suite, finding)
    for finding, reason in verdict.ignored:
        etree.SubElement(_named(suite, finding), "skipped", message=_clean(reason))
    for name in verdict.unchecked:
        case = etree.SubElement(suite, "testcase", classname=SUITE, name=name)
        etree.SubElement(case, "skipped", message=f"{name} was not checked")
    for group, rules in rule_groups().items():
        for rule in rules if group not in NOT_CHECKED and group.lower() not in verdict.unchecked else ():
            if rule not in told:
                etree.SubElement(suite, "testcase", classname=SUITE, name=rule)
    for name, path in {"tests": "testcase", "failures": "testcase/failure", "skipped": "testcase/skipped"}.items():
        suite.set(name, str(len(suite.findall(path))))
    suite.set("errors", "0")
    root = etree.Element("testsuites")
    root.append(suite)
    return etree.tostring(root, pretty_print=True, encoding="unicode").rstrip("\n")


def _named(suite: etree._Element, finding: Finding) -> etree._Element:
    place = finding.source
    case = etree.SubElement(suite, "testcase", classname=f"{SUITE}.{finding.rule}", name=_clean(f"{place} {finding.message}"))
    case.set("file", _clean(place.path))
    if place.line:
        case.set("line", str(place.line))
    return case


def _case(suite: etree._Element, finding: Finding) -> None:
    case = _named(suite, finding)
    if finding.severity is Severity.ERROR:
        etree.SubElement(case, "failure", type=finding.rule, message=_clean(finding.message)).text = _clean(str(finding))
    else:
        etree.SubElement(case, "system-out").text = _clean(str(finding))


def _clean(text: str) -> str:
    return NO_CHARACTER.sub("\ufffd", text)
