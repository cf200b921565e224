"""What the columns of a pasted table are: told by a head line as real ledgers have it, else by what stands in them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from db.names import BETWEEN
from db.pasted_cells import Cells
from db.text import says_nothing

KEYS = (
    "number", "task", "title", "goal", "lead", "responsible", "supporting", "leader", "owner", "contact", "due",
)  # fmt: skip
_HEAD_ROWS, _LONGEST_HEAD, _LOOKED_AT = 6, 16, 200
_HEADS = tuple((key, re.compile(pattern)) for key, pattern in (
    ("number", r"序号|编号|行动编号|编码|No\.?"),
    ("leader", r"(责任|牵头|分管|包抓|包联|挂钩|主管|挂帅)?(县级?|市|区)?领导(同志)?"),
    ("lead", r"(总?牵头|主办|主责)(责任)?(单位|部门|科室)?"),
    ("supporting", r"(责任)?(配合|协办|协同|参与|参加|协助)(责任)?(单位|部门|科室)?"),
    ("responsible", r"(主要|具体)?(责任|承办|落实|实施)(主体|单位|部门|科室)|责任分工|单位|部门"),
    ("owner", r"(直接|具体|第一)?责任人员?|经办人员?|负责(人|同志)|承办人员?"),
    ("contact", r"联(系|络)(人|员)"),
    ("due", r"(计划|拟|要求)?(完成|办结|办理|整改|截止|工作|推进)?(时间节点|时限|时间|期限|日期|节点)"
            r"(要求|节点|进度|安排)?"),
    ("goal", r"(工作|年度|预期|主要|阶段性?|量化|考核)*(目标|指标|成果|成效|目标任务|目标要求)"),
    ("title", r"(具体|工作|主要|落实|推进|重点)*(措施|举措|行动|事项|内容)(名称|内容|事项)?|子任务|分解任务|"
              r"具体(任务|工作)(安排)?|行动(名称|事项|项)"),
    ("task", r"任务(编号|序号|名称|号)?|(重点|主要|工作|所属|年度|对应|分解)+(任务|工作)(名称|内容)?|任务内容"),
))  # fmt: skip
_NUMBERING = re.compile(r"\d{1,4}(\.\d{1,2}){0,2}|\d+-\d+(-\d+(\.\d+)*)?")
_UNIT = re.compile(r".{1,18}(局|委|办|厅|院|镇|乡|街道|政府|公司|部|银行|支行|集团|大队|总队|所|会|站|中心|社|处)")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{2,12}·[\u4e00-\u9fff]{2,12}")


@dataclass(frozen=True, slots=True)
class Layout:
    """What every column is (one of KEYS, "" for what is left out), what stands above them, the first row under it."""

    keys: tuple[str, ...]
    heads: Cells
    first: int


@dataclass(frozen=True, slots=True)
class Known:
    """What a county knows: whether a text names one of its tasks, one of its units, a day."""

    task: Callable[[str], bool]
    unit: Callable[[str], bool]
    due: Callable[[str], bool]


def layout(rows: Sequence[Cells], known: Known) -> Layout:
    """The most likely meaning of every column."""
    width = len(rows[0]) if rows else 0
    at = next((n for n, row in enumerate(rows[:_HEAD_ROWS]) if _is_head(row)), None)
    if at is None:
        body = rows[:_LOOKED_AT]
        return Layout(_by_content([_said(body, n) for n in range(width)], known), ("",) * width, 0)
    heads, first = rows[at], at + 1
    if first < len(rows) and _is_head(rows[first], below=True):  # 责任单位 over 牵头 and 配合
        heads, first = tuple(low or high for high, low in zip(heads, rows[first], strict=True)), first + 1
    body = rows[first : first + _LOOKED_AT]
    keys = _settled([_key(head) for head in heads], body, known)
    return Layout(tuple(keys), heads, first)


def with_keys(found: Layout, keys: Sequence[str]) -> Layout:
    """The same table with its columns as somebody says they are; missing ones are left out."""
    return replace(found, keys=tuple((*keys, *[""] * len(found.keys))[: len(found.keys)]))


def _key(head: str) -> str:
    plain = re.sub(r"[\s*＊:：]|[（(【\[].*?[)）】\]]", "", unicodedata.normalize("NFKC", head))
    for said in (plain, re.split(r"[/、和及与]", plain)[0]):
        for key, pattern in _HEADS:
            if said and pattern.fullmatch(said):
                return key
    return ""


def _is_head(row: Cells, *, below: bool = False) -> bool:
    """Whether a row names columns: two of them, or the only one there is; `below` another head all that it holds."""
    filled = [cell for cell in row if cell]
    known = {_key(cell) for cell in filled if len(cell) <= _LONGEST_HEAD} - {""}
    if below:
        return len(known) > 1 and all(map(_key, filled))
    return len(known) > 1 or (len(row) == 1 and bool(known))


def _settled(keys: list[str], body: Sequence[Cells], known: Known) -> list[str]:
    """Every key once; a task is what names tasks, and an action is what is left of 任务 and 工作任务."""
    columns = [_said(body, n) for n in range(len(keys))]
    named = [n for n, key in enumerate(keys) if key == "task"]
    names = max(named, key=lambda n: _share(columns[n], known.task), default=None)
    if names is not None and "title" not in keys:
        others = [n for n in named if n != names]
        if not others and _share(columns[names], known.task) < 0.5:
            others, names = [names], None
        if others:
            keys[max(others, key=lambda n: _length(columns[n]))] = "title"
    keys = ["" if key == "task" and n != names else key for n, key in enumerate(keys)]
    if "lead" not in keys and "responsible" in keys:
        keys[keys.index("responsible")] = "lead"
    if "owner" not in keys and "contact" in keys:
        keys[keys.index("contact")] = "owner"
    if "task" not in keys and "number" in keys and _numbers_tasks(keys.index("number"), keys, body, known):
        keys[keys.index("number")] = "task"
    if "title" not in keys:
        free = [n for n, key in enumerate(keys) if not key and columns[n]]
        if free:
            keys[max(free, key=lambda n: _length(columns[n]))] = "title"
    return ["" if key in keys[:n] else key for n, key in enumerate(keys)]


def _numbers_tasks(column: int, keys: Sequence[str], body: Sequence[Cells], known: Known) -> bool:
    """序号 numbers tasks, not rows, where its cells are merged or come again."""
    title = keys.index("title") if "title" in keys else None
    cells = [row[column] for row in body if title is None or row[title]]
    said = [cell for cell in cells if cell]
    fewer = 0 < len(set(said)) < len(cells)
    return fewer and not any("." in cell or "-" in cell for cell in said) and _share(said, known.task) > 0.9


def _by_content(columns: Sequence[Sequence[str]], known: Known) -> tuple[str, ...]:
    keys = [""] * len(columns)

    def take(key: str, fits: Callable[[str], bool], least: float) -> None:
        for n, cells in enumerate(columns):
            if not keys[n] and cells and _share(cells, fits) >= least:
                keys[n] = key
                return

    if len(columns) > 1 and columns[0] and _share(columns[0], lambda cell: bool(_NUMBERING.fullmatch(cell))) > 0.8:
        keys[0] = "task" if len(set(columns[0])) < max(map(len, columns)) and _share(columns[0], known.task) > 0.9 \
            and not any("." in cell for cell in columns[0]) else "number"  # fmt: skip
    if "task" not in keys and len(columns) > 1:
        take("task", lambda cell: not cell.isdigit() and known.task(cell), 0.5)
    take("due", lambda cell: not _small(cell) and known.due(cell), 0.6)
    for key in ("lead", "supporting"):
        take(key, lambda cell: all(_is_unit(name, known) for name in BETWEEN.split(cell) if name.strip()), 0.6)
    left = sum(not key for n, key in enumerate(keys) if columns[n])
    if {"lead", "due"} & set(keys) and left > 1:  # one of them is what is to be done
        take("owner", lambda cell: bool(_PERSON.fullmatch(cell)), 0.8)
    free = [n for n, key in enumerate(keys) if not key and columns[n]]
    if free:
        keys[max(free, key=lambda n: _length(columns[n]))] = "title"
    return tuple(keys)


def _said(body: Sequence[Cells], column: int) -> list[str]:
    return [row[column] for row in body if not says_nothing(row[column])]


def _is_unit(name: str, known: Known) -> bool:
    return known.unit(name) or bool(_UNIT.fullmatch(name.strip()))


def _small(cell: str) -> bool:
    """A number of a list or a percent, not a day."""
    return bool(re.fullmatch(r"\d{1,4}|\d\.\d", cell))


def _share(cells: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def _length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0
