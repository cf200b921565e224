"""The words beside lamps and bars."""

LAMPS = {
    "ok": "正常", "soon": "临期", "over": "逾期", "none": "未启动", "done": "待销号", "closed": "已销号",
    "na": "不适用", "undivided": "未分解", "cancelled": "已终止", "slow": "滞后",
}  # fmt: skip
FAR_BEHIND = "严重滞后"  # what burns red without being overdue
STANDINGS = {"closed": "已销号", "done": "待销号", "in_progress": "正在推进", "not_started": "未启动"}
COUNTED = "{name}{n}项"
PERCENT, EXPECTED = "{n}%", "序时{n}%"
BEHIND, AHEAD = "滞后{n}", "超{n}"
