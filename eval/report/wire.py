"""The report as JSON, for programs: `report.json`."""

import orjson

from eval.report.content import Report


def report_json(report: Report) -> bytes:
    """All of a report as one JSON object."""
    return orjson.dumps(report, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS)
