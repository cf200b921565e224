"""The words of the ledger page."""

LEDGER = "台账"
NUMBER, UNCOUNTED = "{n}项", "，另{n}项不计"
UNCOUNTED_TIP = "另有不适用或已终止的{n}项，不计入基数"
COLUMNS = {
    "code": "编号", "title": "行动", "lead": "牵头单位", "owner": "责任人", "due": "完成时限", "timing": "时限状态",
    "status": "办理状态", "percent": "完成率", "latest": "最新进展", "part": "部分", "task": "任务",
    "responsible": "责任单位", "supporting": "配合单位", "leader": "责任领导", "contact": "联系人",
    "original_due": "原时限", "extensions": "延期次数", "start": "起始", "done_on": "完成日期", "goal": "工作目标",
    "problems": "问题数", "evidence": "材料数",
}  # fmt: skip
CELL_SPOKEN = "{head}：{text}"
BLANK = "空"
EXTENDED = "延{n}次"
EXTENDED_TIP = "原时限{day}，第{n}次延期"
EXTENDED_LATE = "，过期后申请"

# --- what is asked for ---------------------------------------------------------------------------------
EVERYTHING, NOT_CLOSED, URGENT, THIS_MONTH = "全部", "未销号", "逾期和临期{n}", "本月到期"
FILTER = "筛选"
FILTER_TEXT = "筛选：行动、编号、单位、人员"
FILTER_SPOKEN = "按{head}筛选"
FILTER_SET = "按{head}筛选：{value}"
CLEAR = "清除筛选"
CLEAR_ONE = "取消“{what}”"
ANYONE = "全部"
COUNTED = "{word}　{n}"
LEADS = "{unit}牵头"
DUE_IN = "{period}到期"
MONTH, QUARTER, HALF = "{year}年{n}月", "{year}年{n}季度", "{year}年{n}半年"
HALVES = ("上", "下")
QUARTERS = ("一", "二", "三", "四")
TASK = "任务{number}"
TEXT = "“{text}”"
TIMING = {
    "overdue": "逾期", "soon": "临期", "ok": "正常", "on_time": "按期完成", "late": "逾期完成", "long_term": "长期",
    "unset": "未定", "stopped": "不再计时",
}  # fmt: skip
PACE = {"behind": "滞后", "on": "达到序时", "ahead": "超序时"}
GAPS = {"lead": "没有牵头单位", "due": "没有完成时限", "owner": "没有责任人"}
FIGURES = {
    "actions": "行动", "not_started": "未启动", "in_progress": "正在推进", "done": "已完成待销号", "closed": "已销号",
    "finished": "已完成", "overdue": "逾期", "soon": "临期", "slow": "滞后", "ahead": "超序时", "extended": "延期",
    "late_requests": "过期后申请延期", "finished_late": "逾期完成", "without_lead": "没有牵头单位",
    "without_due": "没有完成时限", "issued": "已印发", "due_today": "今天到期", "due_week": "本周还要到期",
    "due_off": "本周在休息日到期", "problems": "有问题", "uncounted": "不计入",
}  # fmt: skip

# --- how it is shown -----------------------------------------------------------------------------------
GROUP = {"part": "按部分", "lead": "按牵头单位", "": "不分组"}
CHOOSE_COLUMNS = "列"
GROUP_TIP, COLUMNS_TIP = "怎样分组", "显示哪些列"
PARENTS = "显示上级行动"
USUAL_COLUMNS = "恢复默认"
NO_PART, NO_LEAD = "不属于任何部分", "没有牵头单位"
GROUP_NUMBER, OVERDUE, SOON = "{n}项", "逾期{n}", "临期{n}"
GROUP_SPOKEN = "{title}，{n}项，逾期{overdue}，临期{soon}"

# --- when there is nothing to show -----------------------------------------------------------------------
EMPTY_HEAD, EMPTY_LINE, EMPTY_DO = "台账还是空的", "先分解任务，这里就列出每一项行动。", "分解第一项任务"
NONE_HEAD, NONE_LINE = "没有符合条件的行动", "当前筛选：{conditions}。"
