"""The words of the action form."""

TITLE = "行动表单"
OPEN = "打开表单"
CLOSE = "关闭表单"
BACK = "返回任务{label}"
HEAD_SPOKEN = "{code}，{lamp}，{status}"
TABS = "进展、问题、材料、延期和历史"
TAB_COUNTED = "{word} {n}"
TAB_HISTORY = "历史"

# --- the lamp's word, where the head says it together with the state ------------------------------------
LAMPS = {
    "ok": "正常", "soon": "临期", "over": "逾期", "none": "未启动", "done": "待销号", "closed": "已销号",
    "na": "不适用", "cancelled": "已终止", "slow": "滞后",
}  # fmt: skip

# --- history of one action --------------------------------------------------------------------------------
HISTORY_NONE = "还没有操作记录。"
HISTORY_LIMIT = "只列最近{n}条。"
HISTORY_KINDS = {"load": "", "edit": "", "undo": "撤销：", "redo": "重做：", "clock": ""}
HISTORY_FACT = "{name}：{old} → {new}"
HISTORY_FIRST = "{name}：{new}"
HISTORY_GONE = "{name}：删去{old}"
HISTORY_FIELDS = {
    "title": "行动", "goal": "工作目标", "lead": "牵头单位", "responsible": "责任单位", "supporting": "配合单位",
    "leader": "责任领导", "owner": "责任人", "contact": "联系人", "start_on": "起始日期", "due_words": "完成时限",
    "due_on": "到期日", "due_rule": "遇休息日", "status": "办理状态", "percent": "完成率", "weight": "权重",
    "done_on": "完成日期", "answers": "落实原文", "stop_reason": "理由", "stop_confirmer": "确认人", "task": "所属任务",
}  # fmt: skip
RULES = {"none": "不调整", "next": "顺延", "previous": "提前"}

# --- fields ------------------------------------------------------------------------------------------------
FIELDS = HISTORY_FIELDS | {"start_on": "起始", "due": "完成时限"}
MORE_SHORT, MORE_FIELDS, FEWER_FIELDS = "再填{n}项", "再填：{names}", "收起空着的几项"
PACE = {"behind": "滞后{n}", "ahead": "超{n}"}
DUE_MEANS = "{day} {weekday} {countdown}"
WEEKDAY = "周{name}"
EXTENDED = "延{n}次，原时限{original}"
EXTENDED_LATE = "延{n}次（有一次过期才提出），原时限{original}"
DERIVED = "由子行动得出"
ISSUED = "{day}已印发"
STOPPED = "{reason}（{confirmer}确认）"
CLOSED_ON = "{day}销号"
DONE_ON = "{day}完成"
PERCENT_SIGN = "%"
HINTS = {"due": "如6月底前", "start_on": "如4月15日", "goal": "要达到什么"}
SAVED, NOT_SAVED = "已保存", "有一格没有保存"
MARK_DONE = "标记完成"
LEFT_BEHIND = "“{text}”没有保存：{why}"
GO_BACK = "回去改"
