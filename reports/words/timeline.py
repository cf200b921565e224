"""The words of 进度图."""

NAME, LINE = "进度图", "横图，A4或A3"
EMPTY = "还没有行动，画不出进度图。"
TASKS, ACTIONS, LEAD = "重点任务", "行动", "牵头单位"
STATE, DUE, PERCENT = "状态", "完成时限", "完成率"
PART = "{label}、{title}"
NO_PART = "未分部分的任务"
TOTAL = "合计"
OVERVIEW = ("部分", "任务", "行动", "已销号", "待销号", "正在推进", "未启动", "逾期", "临期", "完成率")
PERCENT_OF = "{n}%"
YEAR, MONTH = "{n}年", "{n}月"
MONTH_DAY, DAY = "{month}月{day}日", "{year}年{month}月{day}日"
TODAY = "今天{day}"
STANDING = "行动{actions}项"
UNDIVIDED, NO_VALID, NOT_APPLICABLE = "未分解", "没有有效行动", "不适用"
LONG_TERM, UNSET = "长期", "未定"
MOVED = "{original}→{due}"
CLOSED = "{day}销号"
OVERDUE, BELOW = "逾期{n}项", "下级逾期{n}项"
LABEL = "{first}　{second}"
KEYS = {
    "done": "完成部分", "rest": "未完成部分", "blank": "未启动", "due": "完成时限", "moved": "原时限→现时限（延期）",
    "closed": "销号", "today": "今天",
}  # fmt: skip
