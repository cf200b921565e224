"""Take turns, take medians, hold the ratio against what is promised."""

from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

Measure = Callable[[], Sequence[float]]


def seconds(act: Callable[[], object]) -> list[float]:
    """How long one call takes, as the only figure of a measurement."""
    start = perf_counter()
    act()
    return [perf_counter() - start]


def in_turn(rounds: int, *measures: Measure, warm: int = 1) -> list[list[float]]:
    """The medians of every measurement's figures over `rounds`.

    Each round takes every measurement once, so that a machine that gets busier does so for all of them; every
    other round takes them backwards. The first `warm` rounds are not counted.
    """
    taken: list[list[Sequence[float]]] = [[] for _ in measures]
    for turn in range(warm + rounds):
        order = range(len(measures)) if turn % 2 == 0 else reversed(range(len(measures)))
        for place in order:
            figures = measures[place]()
            if turn >= warm:
                taken[place].append(figures)
    return [[median(column) for column in zip(*its, strict=True)] for its in taken]


def told(name: str, ours: float, floor: float, unit: str, promise: float) -> bool:
    """Print one line; whether the promise is kept."""
    ratio = ours / floor
    kept = ratio <= promise
    verdict = "kept" if kept else "BROKEN"
    print(f"{name}: {ours:.2f} {unit} / floor {floor:.2f} {unit} = {ratio:.2f} (promised <= {promise}: {verdict})")
    return kept
