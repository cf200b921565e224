"""What is said where figures do not agree."""

FIGURES = {
    "tasks": "任务数", "applicable": "涉及任务数", "not_applicable": "不适用任务数", "undivided": "未分解任务数",
    "actions": "行动数", "not_started": "未启动数", "in_progress": "正在推进数", "done": "待销号数",
    "closed": "已销号数", "finished": "已完成数", "overdue": "逾期数", "soon": "临期数", "slow": "滞后数",
    "ahead": "超前数", "extended": "延期数", "late_requests": "超期申请延期数", "finished_late": "逾期完成数",
    "without_lead": "无牵头单位数", "without_due": "未定时限数", "issued": "已印发数", "due_today": "今天到期数",
    "due_week": "本周到期数", "due_off": "到期在休息日数", "problems": "未解决问题数", "uncounted": "不计数的行动数",
}  # fmt: skip
HANGING = {
    "extensions": "已批准的延期", "problems": "未解决的问题", "evidence": "佐证材料", "closings": "销号记录",
    "percent": "完成率",
}  # fmt: skip
TOTAL, TASK, PART, NO_PART = "总计", "任务{n}", "“{title}”", "不在各部分中的任务"
OF_TASKS, OF_PARTS, OF_LEADS = "各任务相加", "各部分相加", "各牵头单位相加"
OF_STATES, OF_DONE, OF_APPLICABLE = "各状态相加", "待销号与已销号相加", "涉及与不适用相加"
OF_CHANGES, OF_COMPARED = "上期加减变动", "与上期相比的本期"
ROWS = "{where}的{figure}是{told}，逐行点数是{there}。"
SUM = "{where}的{figure}是{told}，{of}是{there}。"
RECORDS = "行动“{title}”的{what}应是{told}，记录中是{there}。"
MORE = "另有{n}处。"
# By figure the groups of actions that came to it and that left it.
CHANGES = {"finished": ("finished", "unfinished"), "overdue": ("overdue", "relieved"), "actions": ("added", "gone")}
