"""Words of the rules things are judged by: settings, days off, pace, the clock."""

# --- 序时 --------------------------------------------------------------------------------------------
EXPECTED = "序时{n}%"
BEHIND, AHEAD = "▼滞后{n}", "超{n}"
PACE_SPOKEN = {"behind": "序时{expected}%，滞后{n}个百分点", "on": "序时{expected}%，与时间进度相当",
               "ahead": "序时{expected}%，超前{n}个百分点"}  # fmt: skip
FAR_BEHIND = "严重滞后"

# --- dates -------------------------------------------------------------------------------------------
MOVED = {"next": "{stated}{day}，顺延至{due}", "previous": "{stated}{day}，提前到{due}"}
MOVED_SHORT = {"next": "顺延", "previous": "提前"}
ON_WEEKDAY, ON_DAY_OFF = "周{weekday}", "放假"
YEAR_UNKNOWN = "{year}年放假安排还没录入，暂按周一至周五计算"
DUE_RULE = "遇休息日"
DUE_RULES = {"none": "不调整", "next": "顺延到下一个工作日", "previous": "提前到上一个工作日"}
