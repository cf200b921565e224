"""What is said about the ledger: how a date stands, and what the command line prints of it."""

TIMING = {
    "overdue": "逾期", "soon": "临期", "ok": "正常", "on_time": "按期完成", "late": "逾期完成", "long_term": "长期",
    "stopped": "不再计时",
    "unset": "未定", "": "",
}  # fmt: skip
PACE = {"behind": "滞后", "on": "达到序时", "ahead": "超序时", "": ""}
CLI_HEAD = (
    "编号", "行动", "任务", "牵头单位", "责任人", "完成时限", "时限状态", "天数", "办理状态", "完成率", "最新进展",
)  # fmt: skip

STEPS: dict[str, str] = {}
CHECKS: dict[str, str] = {}
ERRORS = {
    "filter_unknown": "没有“{value}”这个筛选条件，可用：{known}。",
}
