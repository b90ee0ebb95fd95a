"""The report as JUnit XML, for build servers: a suite for each type of question and one for the gates."""

import re
from collections import defaultdict
from xml.etree import ElementTree as ET

from eval.report.content import Report, Shown

_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold; questions that try to break things hold it."""


def junit_xml(report: Report) -> bytes:
    """One test case for each outcome, failed where it is not right."""
    types = {item: name for name, items in report.keys_by_type.items() for item in items}
    failures = {one.key: one for one in report.failures}
    suites = defaultdict[str, list[ET.Element]](list)
    for key, name in types.items():
        suites[name].append(_case(key, name, failures.get(key)))
    root = ET.Element("testsuites", name=report.record.id)
    for name, cases in sorted(suites.items()):
        _suite(root, name, cases)
    if report.extras.gates is not None:
        cases = [_failed(ET.Element("testcase", classname="gates", name=f.gate), f.why) for f in report.extras.gates]
        _suite(root, "gates", cases or [ET.Element("testcase", classname="gates", name="all gates")])
    ET.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode()


def _suite(root: ET.Element, name: str, cases: list[ET.Element]) -> None:
    failed = sum(case.find("failure") is not None for case in cases)
    suite = ET.SubElement(root, "testsuite", name=name, tests=str(len(cases)), failures=str(failed), errors="0")
    suite.extend(cases)


def _case(key: str, name: str, failure: Shown | None) -> ET.Element:
    case = ET.Element("testcase", classname=name, name=key)
    if failure is None:
        return case
    lines = [failure.question, f"needed: {', '.join(failure.needed)}", f"cited: {', '.join(failure.cited)}"]
    return _failed(case, failure.fault, "\n".join(lines))


def _failed(case: ET.Element, message: str, text: str = "") -> ET.Element:
    ET.SubElement(case, "failure", message=_UNPRINTABLE.sub("\ufffd", message)).text = _UNPRINTABLE.sub("\ufffd", text)
    return case
