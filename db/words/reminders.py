"""What is said of what presses, on screen and in a calendar file, in Simplified Chinese."""

TEXTS = {
    "overdue": "逾期{n}项", "due_today": "今天到期{n}项", "due_week": "本周还有{n}项到期", "pending": "待批延期{n}项",
    "done": "待销号{n}项", "unreported": "{period}还有{n}项未报",
}  # fmt: skip
UNTIL, UNTIL_OFF = "（至{day}）", "（至{day}，其中{off}项在休息日）"
BETWEEN = " · "
DAY = "{day} 周{weekday}"

CLI_NOTHING = "没有要提醒的。"
CLI_HEAD = ("编号", "行动", "牵头单位", "责任人", "完成时限", "提醒")
CLI_WHY = {"overdue": "逾期", "due_today": "今天到期", "due_week": "本周到期"}

# --- the calendar file ---------------------------------------------------------------------------------
CALENDAR = "{county}{year}年重点任务时限"
PRODUCT = "-//落实 Luoshi//zh-CN"
SUMMARY, SUMMARY_LED = "{code} {title}", "{code} {title}（{lead}）"
LINES = {
    "task": "任务：{task}", "lead": "牵头单位：{lead}", "supporting": "配合单位：{supporting}",
    "owner": "责任人：{owner}", "due": "完成时限：{due}", "state": "办理情况：{state}",
}  # fmt: skip
TASK = "{number} {title}"
DUE = "{words}（{day}）"
BETWEEN_NAMES = "、"
CLI_CALENDAR = "已导出{n}项时限到“{name}”"

STEPS: dict[str, str] = {}
CHECKS: dict[str, str] = {}
ERRORS = {
    "calendar_empty": "没有未完成、又有时限的行动，没有导出日历。",
    "calendar_itself": "“{name}”是正在打开的台账，不能用日历文件覆盖它。请换一个名称。",
}
