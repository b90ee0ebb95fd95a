"""The report as one page of HTML that needs nothing else: no request goes out from it, and it reads without scripts.

Scripts only filter and draw the failures, from JSON in the page. Whatever came from outside is escaped.
"""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

import orjson

from eval.report.charts import Row, bars, matrix, whiskers
from eval.report.content import Report, kind_of
from eval.report.opinion import opinion_lines
from eval.report.prose import html_of
from eval.report.words import GROUPS, KINDS, LANGUAGES, TITLES, class_name, percent
from eval.scores import Kind, Measure

_HERE = Path(__file__).resolve().parent
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_TILES = (Measure.RIGHT, Measure.CITATION_PRECISION, Measure.OVER_REFUSAL, Measure.HALLUCINATION)
_WEAKEST = 8
_CUT = 12


def report_html(report: Report) -> str:
    """The whole page."""
    body = "".join(_sections(report))
    made = report.record.made
    title = f"Evaluation of {made.system}, {made.choice.gated_as}"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(title)}</title>'
        f"<style>{(_HERE / 'page.css').read_text(encoding='utf-8')}</style></head>"
        f"<body>{body}<script>{(_HERE / 'page.js').read_text(encoding='utf-8')}</script></body></html>\n"
    )


def _sections(report: Report) -> Iterator[str]:
    yield _header(report)
    yield "<main>"
    yield _weakest(report)
    yield _measures(report)
    yield _classes(report)
    yield _gates(report)
    yield _baselines(report)
    yield _checker(report)
    yield _opinion(report)
    yield _failures(report)
    yield "</main>"
    yield _made_with(report)


def _header(report: Report) -> str:
    record, made = report.record, report.record.made
    right = report.total.measured[Measure.RIGHT]
    links = [("weakest", "Weakest classes"), ("measures", "All measures"), ("classes", "By class"), ("failures", "Failures")]
    links += [("baselines", "Baselines")] if report.extras.standings else []
    links += [("checker", "The checker")] if report.extras.meta else []
    links += [("opinion", "A model's opinion")] if report.record.opinion else []
    links += [("made", "How it was made")]
    nav = "".join(f'<a href="#{anchor}">{name}</a>' for anchor, name in links)
    return (
        f"<header><div><h1>Evaluation of the {escape(made.system)}: {percent(right.value)} right</h1>"
        f'<p class="lead">{right.n} questions of {escape(_chosen(made.choice.gated_as))}; {_held(made.holdings)}. '
        f"{escape(record.started[:16].replace('T', ' '))} UTC.</p>{_tiles(report)}<nav>{nav}</nav></div></header>"
    )


def _tiles(report: Report) -> str:
    held = [measure for measure in _TILES if measure in report.total.measured]
    tiles = ""
    for measure in held:
        found, (title, meaning) = report.total.measured[measure], TITLES[measure]
        tiles += (
            f'<div class="tile"><span class="name">{escape(title)}</span><b>{percent(found.value)}</b>'
            f"<span>{percent(found.low)} to {percent(found.high)}, n = {found.n}</span><span>{escape(meaning)}</span></div>"
        )
    return f'<div class="tiles">{tiles}</div>'


def _weakest(report: Report) -> str:
    rows = [
        Row(name=f"{_kind(one.kind)}: {class_name(one.kind, one.name)}", found=one.measured[Measure.RIGHT])
        for one in report.overview[:_WEAKEST]
    ]
    wrong = bars(report.wrongs, sum(count for _, count in report.wrongs)) if report.wrongs else "<p>Nothing.</p>"
    return (
        '<h2 id="weakest">Weakest classes, and what goes wrong</h2>'
        '<p class="note">Share of outcomes that are right, with its 95 % interval; then what is wrong with the others.</p>'
        f'<div class="grid"><section>{whiskers(rows)}</section><section>{wrong}</section></div>'
    )


def _measures(report: Report) -> str:
    total = report.total.measured
    groups = ""
    for group, measures in GROUPS.items():
        rows = [
            Row(name=TITLES[measure][0], found=total[measure], what=TITLES[measure][1], less=measure.lower_is_better)
            for measure in measures
            if measure in total
        ]
        groups += f"<section><h3>{group}</h3>{whiskers(rows)}</section>" if rows else ""
    note = "Over all questions to which a measure applies. In red, less is better. Whiskers are 95 % intervals."
    return f'<h2 id="measures">All measures</h2><p class="note">{note}</p><div style="display:grid;gap:2rem">{groups}</div>'


def _classes(report: Report) -> str:
    plots = ""
    for kind, title in KINDS.items():
        rows = [Row(name=class_name(kind, one.name), found=one.measured[Measure.RIGHT]) for one in report.of(kind)]
        plots += f"<section><h3>{title}</h3>{whiskers(rows)}</section>" if rows else ""
    return (
        '<h2 id="classes">Right, by class</h2><p class="note">Weakest first. Questions that need several instruments count '
        f'with each.</p><div class="grid">{plots}</div>'
        f'<h3 style="margin-top:2.5rem">By type and language</h3><div class="scroll">{matrix(report.cells)}</div>'
    )


def _gates(report: Report) -> str:
    gates = report.extras.gates
    if gates is None:
        return ""
    said = "".join(_check(str(fault), holds=False) for fault in gates) or _check("every gate", holds=True)
    return f'<h2 id="gates">Gates</h2><ul class="checks">{said}</ul>'


def _baselines(report: Report) -> str:
    extras = report.extras
    if not extras.standings:
        return ""
    shown = (Measure.RIGHT, Measure.CITATION_PRECISION, Measure.NDCG, Measure.NUGGETS_STRICT, Measure.HALLUCINATION)
    heads = "".join(f'<th class="num">{TITLES[measure][0]}</th>' for measure in shown)
    lines = "".join(
        f"<tr><th>{escape(one.system.replace('_', ' '))}</th>"
        + "".join(f'<td class="num">{percent(one.measures[m]) if m in one.measures else "–"}</td>' for m in shown)
        + "</tr>"
        for one in extras.standings
    )
    checks = "".join(_check(one.what, holds=one.holds) for one in extras.expectations)
    return (
        '<h2 id="baselines">Baselines</h2><p class="note">A measure that ranked chance beside the assistant would measure '
        "nothing. Over the smoke set.</p>"
        f'<div class="scroll"><table><thead><tr><th></th>{heads}</tr></thead><tbody>{lines}</tbody></table></div>'
        f'<ul class="checks many">{checks}</ul>'
    )


def _checker(report: Report) -> str:
    if not report.extras.meta:
        return ""
    note = "How often the checker catches an error that was put in on purpose, and how often it cries wolf."
    prose = html_of(report.extras.meta)
    return f'<h2 id="checker">The checker, checked</h2><p class="note">{note}</p><div class="prose">{prose}</div>'


def _opinion(report: Report) -> str:
    opinion = report.record.opinion
    if opinion is None:
        return ""
    prose = html_of("\n".join(opinion_lines(opinion, report.record.made.llm)))
    return f'<h2 id="opinion">A model\'s opinion</h2><div class="prose">{prose}</div>'


def _failures(report: Report) -> str:
    wrongs = [what for what, _ in report.wrongs]
    fields = (
        ("type", "Type", [(name, class_name(Kind.TYPE, name)) for name in sorted(report.cells)]),
        (
            "language",
            "Language",
            [(code, LANGUAGES[code]) for code in LANGUAGES if any(code in row for row in report.cells.values())],
        ),
        ("dataset", "Question set", [(name, name) for name in sorted({one.dataset for one in report.failures})]),
        ("wrong", "What is wrong", [(what, what) for what in wrongs]),
    )
    selects = "".join(
        f'<label>{title}<select name="{name}"><option value="">all</option>{_options(values)}</select></label>'
        for name, title, values in fields
    )
    data = [orjson.loads(orjson.dumps(one)) | {"wrong": kind_of(one.fault)} for one in report.failures]
    return (
        '<h2 id="failures">Failures</h2><p class="note">Every outcome that is not right. <mark class="needed">Needed</mark> '
        'provisions and those that <mark class="allowed">would also do</mark> are marked among what was cited and found. '
        "Words of official texts are cut to their first ten.</p>"
        f'<form>{selects}<label>Words<input name="text" type="search" placeholder="question, id, provision"></label></form>'
        '<p id="count" role="status"><noscript>The list needs scripts; report.md and report.json have it too.</noscript></p>'
        '<div id="list"></div><button id="more" type="button" hidden>Show more</button>'
        f'<script type="application/json" id="failures-data">{_embedded(data)}</script>'
    )


def _made_with(report: Report) -> str:
    record, made, around = report.record, report.record.made, report.record.surroundings
    changed = ", with changes that are not committed" if around.dirty else ""
    rows = [
        ("Run", record.id),
        ("Commit", f"{around.commit}{changed}"),
        ("Corpus version", f"{made.corpus_version} ({_held(made.holdings)})"),
        ("Index", made.index[:_CUT]),
        ("Embedder", made.embedder),
        ("Language model", made.llm or "none"),
        ("Code", made.code[:_CUT]),
        ("Outcomes", f"{record.outcomes_sha256[:_CUT]}; {record.cached} of {record.asked} were known before"),
        ("Question sets", ", ".join(f"{name} {digest[:8]}" for name, digest in made.datasets.items())),
        ("Python", f"{around.python} on {around.platform}"),
        ("Packages", ", ".join(f"{name} {version}" for name, version in around.packages.items())),
    ]
    facts = "".join(f"<tr><th>{name}</th><td><code>{escape(value)}</code></td></tr>" for name, value in rows)
    stages = "".join(
        f'<tr><th>{escape(name)}</th><td class="num">{one.median:.1f}</td><td class="num">{one.p95:.1f}</td>'
        f'<td class="num">{one.total / 1000:.1f}</td></tr>'
        for name, one in record.stages_ms.items()
    )
    return (
        '<main><h2 id="made">How it was made</h2><div class="grid">'
        f"<section><h3>Made with</h3><table><tbody>{facts}</tbody></table></section>"
        '<section><h3>Milliseconds a question</h3><div class="scroll">'
        '<table><thead><tr><th>stage</th><th class="num">median</th>'
        f'<th class="num">95th percentile</th><th class="num">all, in seconds</th></tr></thead><tbody>{stages}</tbody></table>'
        "</div></section></div></main>"
        "<footer><div>Made by <code>python -m eval report</code>. Nothing in this page goes out.</div></footer>"
    )


def _check(what: str, *, holds: bool) -> str:
    mark = "holds" if holds else "fails"
    return f'<li><span class="{mark}">{mark}</span>{escape(what)}</li>'


def _options(values: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<option value="{escape(value)}">{escape(name)}</option>' for value, name in values)


def _embedded(data: object) -> str:
    """JSON that cannot end the script element that it stands in."""
    return orjson.dumps(data).decode().replace("<", "\\u003c").replace("&", "\\u0026")


def _kind(kind: Kind) -> str:
    return {Kind.TYPE: "type", Kind.LANGUAGE: "language", Kind.INSTRUMENT: "instrument", Kind.DATASET: "set"}.get(
        kind, kind.value
    )


def _chosen(name: str) -> str:
    told = {"smoke": "the smoke set", "all": "all sets", "dev": "the dev split", "test": "the test split"}
    whole, comma, narrowed = name.partition(",")
    return f"{told.get(whole, whole)}{comma}{narrowed}"


def _held(holdings: str) -> str:
    told = {"official": "official texts are held", "digests": "no official texts are held, digests serve in their place"}
    return told.get(holdings, "official texts are held of some instruments only")
