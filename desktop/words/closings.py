"""The words of 销号, 退回, 重开, 终止 and 恢复."""

# --- acts: menu and tooltip --------------------------------------------------------------------------
CLOSE, SEND_BACK, REOPEN = "销号…", "退回…", "重开…"
STOP, MARK_NOT_APPLICABLE, RESUME = "终止…", "标为不适用…", "恢复"
MOVE, OUT_OF_COUNT = "移动", "终止、不适用"
ONLY_WAITING = "待销号"

# --- dialogs -----------------------------------------------------------------------------------------
TITLES = {
    "close": "销号", "send_back": "退回", "reopen": "重开", "cancelled": "终止", "not_applicable": "标为不适用",
    "resume": "恢复",
}  # fmt: skip
EXPLAIN = {
    "close": "核实{what}确已办完。",
    "send_back": "{what}没有真正办完：退回后继续推进，时限照算。",
    "reopen": "{what}已销号：重开后继续推进，时限照算。",
    "cancelled": "{what}不再办理，也不再统计；已有的内容保留。",
    "not_applicable": "{what}与本县无关，不再统计；已有的内容保留。",
    "resume": "{what}{status}：恢复后照原样继续，重新计入。",
}
FEET = {
    "close": "记为已销号，不能撤销，要改只能重开。",
    "send_back": "退回后不能撤销，办完再报结。",
    "reopen": "重开后不能撤销，办完再销号。",
    "cancelled": "随时可以恢复。",
    "not_applicable": "随时可以恢复。",
    "resume": "",
}
HINTS = {
    "send_back": "例如：现场看到还有两处没有完工。",
    "reopen": "例如：回访发现补贴没有发放到位。",
    "cancelled": "例如：上级取消了这项试点。",
    "not_applicable": "例如：本县没有铁路专用线。",
}
TOLD = {
    "close": "已销号{what}", "send_back": "已退回{what}", "reopen": "已重开{what}", "cancelled": "已终止{what}",
    "not_applicable": "已把{what}标为不适用", "resume": "已恢复{what}",
}  # fmt: skip
ONE, MANY = "“{title}”", "“{title}”等{n}项行动"
DEED_MANY = "{deed}{n}项"
METHOD, VERIFIER, CONFIRMER, DECIDED_ON, REASON = "核实方式", "核实人", "确认人", "日期", "理由"
METHODS = {"documents": "查阅资料", "phone": "电话", "site": "现场"}
CONFIRMER_HINT = "不能是报结人"
CLAIM = "{day}完成（{timing}），{by}"
CLAIM_UNTIMED = "{day}完成，{by}"
CLAIM_OF = "{title}：{claim}"
CLAIMED_BY, NOBODY_CLAIMED = "{name}报结", "没有记下报结人"
CLAIMS_MORE = "另有{n}项"
CLAIMANT = "报结人"
DONE_ON_TITLE = "完成日期和报结人"
STOPPED = "{day}{status}，{confirmer}确认。理由：{reason}"

# --- what was decided before -------------------------------------------------------------------------
RECORDS = "销号记录"
RECORD = {
    "approved": "{day}销号：{claim}，{verifier}{method}核实，{confirmer}确认。",
    "returned": "{day}退回：{claim}，{confirmer}确认。理由：{reason}",
    "reopened": "{day}重开：{confirmer}确认。理由：{reason}",
}
RETURNED = "退回或重开{n}次"
STOPPED_WHY = "理由：{reason}，{confirmer}确认"
