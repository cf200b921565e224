"""What is said about the four lists, in Simplified Chinese."""

NAMES = {"tasks": "任务清单", "duties": "责任清单", "problems": "问题清单", "measures": "措施清单"}
SHORT = {"tasks": "任务", "duties": "责任", "problems": "问题", "measures": "措施"}
# What the lines of a list are put together by: the first column where there are no heads of groups.
GROUPED = {"tasks": "重点任务", "duties": "责任单位", "problems": "协调级别", "measures": "重点任务"}
COLUMNS = {
    "code": "编号", "title": "行动", "goal": "工作目标", "lead": "牵头单位", "owner": "责任人", "leader": "责任领导",
    "contact": "联系人", "due": "完成时限", "timing": "时限状态", "state": "办理情况", "role": "承担",
    "problem": "问题", "cause": "原因", "category": "类别", "unit": "协调单位", "raised": "提出日期",
    "days": "已有天数", "solution": "解决情况", "measure": "措施", "source": "来源",
}  # fmt: skip
ROLES = {"lead": "牵头", "responsible": "责任", "supporting": "配合", "none": "缺牵头"}
TASK = "{number} {title}"
LEVEL = "{level} {meaning}"
NO_LEAD = "没有牵头单位"
STATE = "{status} {percent}%"
NO_ACTION = {"undivided": "未分解", "no_valid": "无有效行动"}
OPEN = "未解决"
SOLVED = "{day}解决：{solution}"
DAYS, DAYS_NONE, DAYS_STOOD = "{n}天", "今天提出", "用了{n}天"
NEXT, TAKEN = "{period}下一步打算", "{day}已解决"

STEPS: dict[str, str] = {}
CHECKS: dict[str, str] = {}
ERRORS = {
    "list_unknown": "没有“{value}”这张清单，可选：{known}。",
}
CLI_NONE = "这张清单里没有内容。"
