"""A report as one HTML file: it needs no network and no script, can be printed on A4, and read aloud."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from data.reports.blocks import BLOCKS, Block, Column, duration, written
from data.reports.charts import Chart, Series, svg
from data.reports.definitions import DEFINITIONS, Definition
from data.reports.figures import Figures
from data.reports.headings import GROUPS, TOTAL, Headed, lines, title
from data.reports.report import Report
from data.texts import Words, mark, right_to_left

MINUTE = 60
TOLD = mark("A bar for each group. The same figures are in the tables below.")


def page(report: Report, say: Words) -> str:
    """The report in the language of `say`."""
    tables = (part for number, block in enumerate(BLOCKS) for part in _table(report, block, f"block{number}", say))
    return whole(report, [*_charts(report, say), *tables, *explained(DEFINITIONS, say)], say)


def whole(report: Headed, body: Iterable[str], say: Words) -> str:
    """A file with what every report says of itself, and then the `body`."""
    direction = "rtl" if right_to_left(say.language) else "ltr"
    return "\n".join([
        f'<!DOCTYPE html>\n<html lang="{say.language}" dir="{direction}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title(report, say))}</title>",
        f"<style>\n{files(__package__ or '').joinpath('page.css').read_text('utf-8')}</style>\n</head>\n<body>\n<main>",
        f"<h1>{escape(title(report, say))}</h1>",
        *(f"<p>{escape(line)}</p>" for line in lines(report, say)),
        *body,
        "</main>\n</body>\n</html>\n",
    ])  # fmt: skip


def _charts(report: Report, say: Words) -> Iterator[str]:
    for chart in charts(report, say):
        yield f"<figure>\n<figcaption>{escape(chart.title)}</figcaption>\n{svg(chart)}\n</figure>"


def charts(report: Report, say: Words) -> tuple[Chart, ...]:
    """Arrivals, waits, and the share within target."""
    labels = [group.name for group in report.groups]

    def series(heading: str, figure: str) -> Series:
        return Series(say(heading), [group.figures[figure] for group in report.groups])

    told = say(TOLD)
    return (
        Chart("arrivals", say(mark("Arrivals")), told, labels, (series(mark("arrived"), "arrived"),), _count),
        Chart(
            "waits",
            say(mark("Waiting time, in minutes and seconds")),
            told,
            labels,
            (series(mark("mean"), "wait_mean_s"), series("P90", "wait_p90_s")),
            duration,
            MINUTE,
        ),
        Chart(
            "target",
            say(mark("Share within target")),
            told,
            labels,
            (series(mark("in target"), "within_target_share"),),
            lambda share: say(mark("{n} %"), n=round(100 * share)),
            0.01,
        ),
    )


def _count(value: float) -> str:
    return f"{value:g}"


def _table(report: Report, block: Block, key: str, say: Words) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(say(column.heading))}</th>' for column in block.columns)
    yield f'<section aria-labelledby="{key}">\n<h2 id="{key}">{escape(say(block.title))}</h2>\n<table>'
    yield f"<caption>{escape(say(block.title))}</caption>"
    yield f'<thead><tr><th scope="col">{escape(say(GROUPS[report.by]))}</th>{heads}</tr></thead>\n<tbody>'
    for group in report.groups:
        yield _row(group.name, group.figures, block, say)
    yield f"</tbody>\n<tfoot>\n{_row(say(TOTAL), report.total, block, say)}\n</tfoot>\n</table>\n</section>"


def _row(name: str, figures: Figures, block: Block, say: Words) -> str:
    cells = "".join(_cell(figures, column, say) for column in block.columns)
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'


def _cell(figures: Figures, column: Column, say: Words) -> str:
    value, text = figures[column.figure], escape(written(figures, column, say))
    return f"<td>{text}</td>" if value is None else f'<td><data value="{value}">{text}</data></td>'


def explained(definitions: Iterable[Definition], say: Words) -> Iterator[str]:
    """What the figures are."""
    yield f'<section aria-labelledby="definitions">\n<h2 id="definitions">{escape(say(mark("Definitions")))}</h2>\n<dl>'
    for definition in definitions:
        yield f"<dt>{escape(say(definition.figure))}</dt><dd>{escape(say(definition.text))}</dd>"
    yield "</dl>\n</section>"
