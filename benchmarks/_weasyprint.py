"""Runs in the peers' own environment: seconds WeasyPrint takes for the rows in a JSON file, and its pages."""

import json
import logging
import sys
import time
from html import escape
from pathlib import Path

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

_STYLE = """@page { size: 297mm 210mm; margin: 22mm 20mm 24mm }
@font-face { font-family: Song; src: url(%(fonts)s/GWSong.ttf) }
@font-face { font-family: Hei; src: url(%(fonts)s/GWHei.ttf) }
body { font: 10.5pt/1.35 Song; margin: 0 }
table { border-collapse: collapse; table-layout: fixed; width: 257mm }
td, th { border: 0.4pt solid; padding: 3pt 3.5pt; text-align: center }
th { font: 10.5pt Hei }
.left { text-align: justify }
.band { font: 12pt Hei; text-align: left }
"""


def source(rows: dict, fonts: str) -> str:
    """The table in HTML."""
    sides = [f' class="{align}"' if align == "left" else "" for align in rows["align"]]
    lines = []
    for name, its in rows["parts"]:
        lines.append(f'<tr><td class="band" colspan="{len(sides)}">{escape(name)}</td></tr>')
        for line in its:
            cells = (
                f"<td{side}>{escape(text).replace(chr(10), '<br>')}</td>"
                for side, text in zip(sides, line, strict=True)
            )
            lines.append(f"<tr>{''.join(cells)}</tr>")
    widths = "".join(f'<col style="width: {width}mm">' for width in rows["widths"])
    head = "".join(f"<th>{escape(name)}</th>" for name in rows["head"])
    style = _STYLE % {"fonts": Path(fonts).resolve().as_uri()}
    return (
        f'<html lang="zh-CN"><style>{style}</style><body><table><colgroup>{widths}</colgroup>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table></body></html>"
    )


def main(path: str, fonts: str) -> None:
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    text = source(json.loads(Path(path).read_text(encoding="utf-8")), fonts)
    start = time.perf_counter()
    made = HTML(string=text).write_pdf(font_config=FontConfiguration())
    print(time.perf_counter() - start)
    Path(path).with_suffix(".weasyprint.pdf").write_bytes(made)


main(*sys.argv[1:])
