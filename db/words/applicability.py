"""What is said about which tasks concern the county."""

ERRORS = {
    "applicability_none": "这份通知没有配套的适用性问题，请在任务页逐项标为不适用。",
    "applicability_nothing": "没有选中任何任务，回答也没有变，没有改动任何内容。",
    "question_unknown": "没有编号为“{value}”的问题。",
    "reply_unreadable": "看不懂“{value}”，请写成“问题=yes”或“问题=no”。",
    "not_proposed": "任务{number}不在建议之列，请用leave-out写明理由。",
}
STEPS = {
    "applicability": "适用性向导：不适用{out}项，恢复适用{back}项",
    "applicability_out": "适用性向导：不适用{out}项",
    "applicability_back": "适用性向导：恢复适用{back}项",
    "replies": "修改适用性问题的回答",
}
CHECKS: dict[str, str] = {}

# --- command line ------------------------------------------------------------------------------------
CLI_REPLIES = {None: "未答", True: "是", False: "否"}
CLI_QUESTION = "{id}　{text}{reply}"
CLI_PROPOSAL = "{tick} 任务{number} {short}：{what}。{reason}"
CLI_TICKS = {True: "✓", False: "○"}
CLI_WHAT = {False: "拟不适用", True: "拟恢复适用"}
CLI_NO_PROPOSALS = "没有建议。"
