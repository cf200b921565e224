"""The words of the reminder at the start."""

DAY = "今天{day}，周{weekday}"
SPOKEN = "提醒：{told}"
CLOSE_TIP = "关闭（Esc）。同一天不再提醒；不要提醒，可在右上角齿轮里取消“{setting}”。"
SETTING = "打开时提醒逾期和到期"
TIPS = {
    "overdue": "在台账里看逾期的行动", "due_today": "在台账里看今天到期的行动", "due_week": "在台账里看这些行动",
    "pending": "到印发页批复", "done": "在台账里看待销号的行动", "unreported": "到进展页看谁还没有报",
}  # fmt: skip
EXPLAINED = "{told}：{tip}"
