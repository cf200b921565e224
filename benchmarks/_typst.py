"""Runs in the peers' own environment: seconds typst takes for the rows in a JSON file, and its pages."""

import json
import sys
import time
from pathlib import Path

import typst

_HEAD = """#set page(paper: "a4", flipped: true, margin: (x: 20mm, top: 22mm, bottom: 24mm))
#set text(font: "GW Song", size: 10.5pt, lang: "zh", region: "CN")
#set par(justify: true)
"""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\\n", "\\u{a}")


def source(rows: dict) -> str:
    """The table in typst's language, every text a string of its own."""
    cells = []
    for name, lines in rows["parts"]:
        cells.append(f"table.cell(colspan: {len(rows['head'])}, text(font: \"GW Hei\", size: 12pt, {_quoted(name)}))")
        cells += [_quoted(text) for line in lines for text in line]
    widths = ", ".join(f"{width}mm" for width in rows["widths"])
    align = ", ".join(rows["align"])
    head = ", ".join(f"text(font: \"GW Hei\", {_quoted(name)})" for name in rows["head"])
    table = [f"table.header({head})", *cells]
    look = f"columns: ({widths}), align: ({align}), stroke: 0.4pt, inset: 3.5pt"
    return _HEAD + f"#table({look},\n" + ",\n".join(table) + ")\n"


def main(path: str, fonts: str) -> None:
    text = source(json.loads(Path(path).read_text(encoding="utf-8"))).encode()
    start = time.perf_counter()
    made = typst.compile(text, font_paths=[fonts], ignore_system_fonts=True, format="pdf", pdf_tags=False)
    print(time.perf_counter() - start)
    Path(path).with_suffix(".typst.pdf").write_bytes(made)


main(*sys.argv[1:])
