"""What everything is held against on one day: today, the county's thresholds, the calendar."""

from dataclasses import dataclass

from db.calendar import NATIONAL, Calendar

PACES = ("span", "year")  # time elapsed in the action's own span, or months ÷ 12 of the plan year
LAMPS = ("plain", "red_amber_green", "blue_amber_red")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The day, YYYY-MM-DD, and the rules by which timing, pace and lamps are told.

    `soon`: working days left at which a date is 临期. `pace_points`: percentage points ahead of or behind the time
    elapsed from which on it shows. `red_points`: points behind that are as bad as 逾期, 0 for never. `plan_year` is
    the one whose months count where `pace` is "year".
    """

    today: str
    soon: int = 5
    pace: str = "span"
    pace_points: int = 10
    red_points: int = 30
    lamps: str = "plain"
    plan_year: int = 0
    calendar: Calendar = NATIONAL
