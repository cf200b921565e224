"""Lines to parts and tasks: the level of labels that carries the responsible bodies is the tasks' level."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from db.notice import paragraphs
from db.notice.layout import Label
from db.notice.lines import Line

# Without any clause the tasks are looked for in this order: （一）, 1., 一、, (1), ①, 第一章.
_WITHOUT_CLAUSES = (2, 3, 1, 4, 5, 0)


@dataclass(slots=True)
class Node:
    """A labelled line with the lines that follow it until the next label."""

    line: Line
    label: Label
    depth: int
    following: list[Line] = field(default_factory=list)
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[Line]:
        """Its own lines, the label taken off the first."""
        first = [Line(self.line.number, self.label.rest)] if self.label.rest else []
        return first + self.following

    def whole(self) -> list[Line]:
        """Its own lines and those below it, the labels below kept."""
        told = self.paragraphs
        for node in below(self):
            told += [node.line, *node.following]
        return told


@dataclass(slots=True)
class PartDraft:
    """A part while its lines are collected."""

    line: Line
    title: str
    intro: list[str] = field(default_factory=list)


@dataclass(slots=True)
class TaskDraft:
    """A task while its lines are collected; `part` is the part's number or None."""

    line: Line
    label: str
    value: int
    part: int | None
    heading: str
    parent: int
    paragraphs: list[Line]


@dataclass(slots=True)
class Outline:
    """Parts and tasks as the labels give them, and the lines before the first label."""

    parts: list[PartDraft]
    tasks: list[TaskDraft]
    before: list[Line]


def read(lines: Sequence[Line]) -> Outline:
    """Build the tree of labels, choose the level of the tasks, and hand every line to its part or task."""
    before, roots = _tree(lines)
    nodes = [node for root in roots for node in (root, *below(root))]
    carriers = _carriers(nodes)
    level = _level(nodes, carriers)
    outline = Outline([], [], before)
    for root in roots:
        _place(root, level, carriers, outline, "")
    return outline


def below(node: Node) -> Iterator[Node]:
    """Every node under a node, in the order of the text."""
    waiting = list(reversed(node.children))
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(one.children)


def _tree(lines: Sequence[Line]) -> tuple[list[Line], list[Node]]:
    before: list[Line] = []
    roots: list[Node] = []
    path: list[Node] = []
    labels = (line.label for line in lines)
    half_begins = any(label and (label.style, label.value) == ("half", 1) for label in labels)
    for line in lines:
        label = line.label
        if label is None:
            (path[-1].following if path else before).append(line)
            continue
        # 4) among 1. 2. 3. is a sibling; only a series that begins with 1) stands below.
        depth = 3 if label.style == "half" and not half_begins else label.depth
        node = Node(line, label, depth)
        while path and path[-1].depth >= depth:
            path.pop()
        node.parent = path[-1] if path else None
        (path[-1].children if path else roots).append(node)
        path.append(node)
    return before, roots


def _carriers(nodes: Sequence[Node]) -> set[int]:
    """The nodes (by id) whose own lines name who is responsible.

    A clause below the last of several items that have none speaks for all of them: it is their parent's.
    """
    own, first = set(), set()
    for node in nodes:
        if paragraphs.read(node.paragraphs).clauses:
            own.add(id(node))
            if paragraphs.read([Line(0, node.label.rest)]).clauses:
                first.add(id(node))
    told = set(own)
    for node in reversed(nodes):  # from the deepest up, for what was given to a parent counts there
        ids = [id(child) for child in node.children]
        if len(ids) > 1 and told.intersection(ids) == {ids[-1]} and ids[-1] not in first:
            told.discard(ids[-1])
            told.add(id(node))
    return told


def _level(nodes: Sequence[Node], carriers: set[int]) -> int:
    found = [node.depth for node in nodes if id(node) in carriers]
    if found:
        return max(sorted(set(found)), key=lambda depth: (found.count(depth), -depth))
    depths = {node.depth for node in nodes}
    return next((depth for depth in _WITHOUT_CLAUSES if depth in depths), 0)


def _place(node: Node, level: int, carriers: set[int], outline: Outline, heading: str) -> None:
    """Make a node a task, a part or a heading, or leave its words to the part it stands in."""
    under = list(below(node))
    deeper = any(one.depth == level for one in under)
    carries = id(node) in carriers
    among = any(id(one) in carriers for one in (node.parent.children if node.parent else ()))
    if node.depth == level or (not deeper and (carries or (node.depth > level and among))):
        outline.tasks.append(TaskDraft(
            node.line, node.label.printed, node.label.value, len(outline.parts) or None, heading,
            id(node.parent), node.whole(),
        ))  # fmt: skip
        return
    title, rest = paragraphs.title_and_body(paragraphs.read(node.paragraphs[:1]).texts)
    told = [rest, *(line.text for line in node.paragraphs[1:])]
    top = node.parent is None
    if top and node.depth < level:
        outline.parts.append(PartDraft(node.line, title, [text for text in told if text]))
    elif not under and outline.parts and not _task_open(outline):
        outline.parts[-1].intro += [line.text for line in (node.line, *node.following)]
    elif not under and outline.tasks:
        outline.tasks[-1].paragraphs += [node.line, *node.following]
    elif outline.parts and not _task_open(outline):
        outline.parts[-1].intro += [text for text in told if text]
    for child in node.children:
        _place(child, level, carriers, outline, "" if top else title)


def _task_open(outline: Outline) -> bool:
    """Whether the last part has tasks already."""
    return bool(outline.tasks) and outline.tasks[-1].part == len(outline.parts)


def words(lines: Iterable[Line]) -> list[str]:
    """The texts of lines."""
    return [line.text for line in lines]
