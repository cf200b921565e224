"""Words of the progress page, of closing a period, and of what changed since the last."""

PAGE = "进展"
PREVIOUS, NEXT = "上一期", "下一期"
PERIODS = "{period}，点击换一期"
DUE, REPORTED, MISSING = "应报{n}", "已报{n}", "未报{n}"
FIGURES = {"due": DUE, "reported": REPORTED, "missing": MISSING}
FIGURE_TIPS = {
    "due": "显示这一期该填报的全部行动", "reported": "只看已经填报的，含已完成的", "missing": "只看还没有填报的",
}  # fmt: skip
COMPARE = "与上期比较"
LOCK = "封账…"
BY_PART, BY_UNIT = "按部分", "按单位"
ALL_UNITS = "全部单位"
UNIT_FILTER = "只看一个牵头单位"
NO_LEAD = "未定牵头单位"
NO_PART = "其他任务"
GROUP_FIGURES = "已报{reported}/{n}"

COLUMNS = ("行动", "牵头单位", "完成时限", "上期", "本期", "进展情况", "存在问题", "下一步打算", "填报人")
PERCENT, PLUS, LESS = "{n}%", "+{n}", "−{n}"
NOT_YET = "未报"
LATE = "补报"
KEYS = "直接输入就能填。Tab到下一格，回车到下一行，Ctrl+回车与上一行相同，可从Excel粘贴。"
SPOKEN = "{code} {title}，{lead}，{state}，{percent}%，{done}"
SPOKEN_REPORTED, SPOKEN_MISSING = "已报", "未报"
SETTLED = "已完成，不用填报"
FIXED_CLOSED = "{period}已封账，不能改。更正请填在以后的期次。"
FIXED_SUMMARY = "{period}看的是{rhythm}填报的内容，要改请到各期。"
FIXED_STOPPED = "这项行动已停办或已分解，不能填报。"
BY_RHYTHM = {"month": "按月", "quarter": "按季度", "half": "按半年"}
SUMMARY = "{rhythm}填报的内容，每项取最近一期；要改请到各期。"
SAID_IN = "填在{period}"
REASON = "低于上次的{was}%的原因"
REASON_WANTED = "低于上次的{was}%，请写明原因。按Esc放弃。"
REASON_TOLD = "下降原因：{reason}"
PASTED = "已填报{n}项"

CLOSED = "{period}已于{day}封账，只能看，不能改。更正请填在以后的期次；重印用右上角导出旁的菜单。"
CLOSED_WITH = "{period}已随{by}于{day}封账，只能看，不能改。更正请填在以后的期次。"
DAMAGED = "这一期当时的数据读不出来"
EMPTY_HEAD = {
    "due": "这一期没有该填报的行动",
    "reported": "这一期还没有人填报",
    "missing": "都报齐了",
}
EMPTY_LINE = {
    "due": "先在任务页把任务分解成行动；已经完成的行动不用再报。",
    "reported": "在表里直接输入完成率和进展情况。",
    "missing": "这一期该报的行动都已经填报。",
}
SHOW_ALL = "显示全部"

# --- closing a period ----------------------------------------------------------------------------------
LOCK_TITLE = "{period}封账"
LOCK_DEED = "封账"
LOCK_EXPLAIN = "封账以后不能撤销，更正请填在以后的期次。"
LOCK_WHAT = "{period}（{first}至{last}）的进展{entries}条，从此不能改、不能删，也不能再补。"
LOCK_INSIDE = "其中各月、各季度一并封账。"
LOCK_SNAPSHOT = (
    "今天的全部数据另存一份：行动{actions}项，已完成{finished}项，逾期{overdue}项。"
    "以后重印这一期的表、与下一期比较，都用这一份。"
)
LOCK_EARLY = "{period}到{last}才结束，现在封账，之后的进展只能填到下一期。"
LOCK_MISSING = "还有{n}项未报："
LOCK_MISSING_UNIT = "{unit}{n}项"
LOCK_MISSING_MORE = "等{n}个单位"
LOCK_ALL_REPORTED = "应报的都已填报。"
LOCKED = "{period}已封账"

# --- comparison ------------------------------------------------------------------------------------------
COMPARE_TITLE = "与上期比较"
COMPARE_SIDES = "{before}（{before_day}）→ {after}（{after_day}）"
NOW = "现在"
COMPARE_FIGURES = {"actions": "行动", "finished": "已完成", "overdue": "逾期", "percent": "完成率"}
COMPARE_COLUMNS = ("行动", "牵头单位", "变化")
COMPARE_GROUP = "{name}　{n}项"
COMPARE_SAME = "两期之间没有变化。"
COMPARE_FOOT = "双击一行，或按回车，到那项行动。"
FROM_TO = "{before} → {after}"
NONE = "无"
ADDED = "新列入"
DUE_AT = "时限{due}"
GONE = {"cancelled": "已终止", "not_applicable": "不适用"}
GONE_WITH_TASK, GONE_AWAY = "所在任务不适用", "已删除或已分解"

# --- one entry -------------------------------------------------------------------------------------------
TAB = "进展"
REPORT = "填写进展"
REPORT_EXPLAIN = "{code} {title}"
REPORT_DEED = "保存"
FIELDS = {
    "period": "期次", "percent": "完成率（%）", "done": "进展情况", "trouble": "存在问题", "next": "下一步打算",
    "reason": "完成率下降的原因", "reporter": "填报人", "reviewer": "审核人", "entered_on": "填报日期",
}  # fmt: skip
NO_OPEN_PERIOD = "{period}已封账，{day}起可填{next}。"
OLDER_OPEN = "要补报，请选期次。"
ENTRY_TROUBLE, ENTRY_NEXT, ENTRY_REASON = "问题：{text}", "下一步：{text}", "下降原因：{text}"
ENTRY_REVIEWED = "{name}审核"
EMPTY_TAB = "还没有填写进展。"
EMPTY_TAB_AT = "还没有填写进展，现在的{n}%未填报。"
NOT_REPORTED = "现在的{n}%未填报，{period}填的是{was}%。"
EDIT_ENTRY = "修改{period}的进展，右键删除"
REMOVE_ENTRY = "删除{period}的填报"
ENTRY_REMOVED = "已删除{period}的填报"
ENTRY_CLOSED = "{period}已封账，不能改"

# --- export ------------------------------------------------------------------------------------------------
