"""How a due date stands, short enough for a column, in Simplified Chinese."""

TODAY, TOMORROW = "今天到期", "明天到期"
TIMING = {
    "ok": "剩{days}天", "soon": "剩{days}天", "overdue": "逾期{days}天", "on_time": "按期完成",
    "late": "逾期{days}天完成", "long_term": "长期", "unset": "未定", "stopped": "不再计时", "": "",
}  # fmt: skip
