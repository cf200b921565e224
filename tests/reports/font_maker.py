"""Font files that are not ours to ship, made of those that are: other names, other rights, other outlines."""

import struct

import resources


def font(source="GWHei", *, family="", full="", postscript="", style="Regular", rights=None, outlines=None):
    """A bundled face under other names, its table of names in front; `rights` is its fsType."""
    content = resources.path("fonts", f"{source}.ttf").read_bytes()
    tables = _tables(content)
    tables[b"name"] = _names({1: family, 2: style, 4: full or family, 6: postscript or "Made-Regular"})
    if rights is not None:
        os2 = tables[b"OS/2"]
        tables[b"OS/2"] = os2[:8] + struct.pack(">H", rights) + os2[10:]
    return _file(outlines or content[:4], tables, 0)


def collection(*fonts):
    """Several fonts in one file."""
    head = 12 + 4 * len(fonts)
    places, body = [], b""
    for one in fonts:
        places.append(head + len(body))
        body += _file(one[:4], _tables(one), places[-1])
    return b"ttcf" + struct.pack(f">II{len(fonts)}I", 0x10000, len(fonts), *places) + body


def _tables(content):
    count = struct.unpack(">H", content[4:6])[0]
    rows = (struct.unpack(">4sIII", content[12 + 16 * n : 28 + 16 * n]) for n in range(count))
    return {tag: content[offset : offset + length] for tag, _, offset, length in rows}


def _file(kind, tables, begin):
    first = sorted(tables, key=lambda tag: tag != b"name")
    place, rows, body = begin + 12 + 16 * len(tables), {}, b""
    for tag in first:
        content = tables[tag] + b"\0" * (-len(tables[tag]) % 4)
        rows[tag] = struct.pack(">4sIII", tag, 0, place + len(body), len(tables[tag]))
        body += content
    directory = b"".join(rows[tag] for tag in sorted(rows))
    return kind + struct.pack(">HHHH", len(tables), 0, 0, 0) + directory + body


def _names(said):
    """In the language of China, the PostScript name in English, as the fonts of Windows have them."""
    rows, text = b"", b""
    for kind, words in sorted(said.items()):
        encoded = words.encode("utf-16-be")
        rows += struct.pack(">6H", 3, 1, 0x0409 if kind == 6 else 0x0804, kind, len(encoded), len(text))
        text += encoded
    return struct.pack(">HHH", 0, len(said), 6 + len(rows)) + rows + text
