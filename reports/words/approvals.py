"""Words of 延期审批表 and 销号审批表."""

EXTENSION, CLOSING = "延期审批表", "销号审批表"
EXTENSION_LINE, CLOSING_LINE = "待批的每项一张", "待销号的每项一张"
NO_EXTENSIONS = "这个范围里没有延期申请。先在行动的“延期”里登记，或在那里打印空白审批表。"
NO_CLOSINGS = "这个范围里没有待销号或已销号的行动，没有可印的审批表。"
NUMBERED = "编号：{code}　第{n}次延期"
CODED = "编号：{code}"
LINE = "{line}　期次：{period}"
TITLE = "《{title}》"
TASK = "{notice}第{n}项：{label}{title}"
DUE = "{day}（{words}）"

ITEM, SOURCE, LEAD, OTHERS = "事项", "任务来源", "牵头单位", "配合单位"
OWNER, PHONE, LEADER = "责任人", "联系电话", "责任领导"
FIRST_DUE, OLD_DUE, NEW_DUE, LONGER = "原时限", "现行时限", "申请延至", "延长"
APPLICANT, APPLIED_ON, APPLIED_LATE = "申请单位", "申请日期", "{day}（逾期后申请）"
DAYS, EARLIER = "{days}天（{workdays}个工作日）", "提前{days}天"
REASON, STANDS = "延期理由", "目前进展"
PROGRESS = "完成率{percent}%。{done}"
UNIT_SAYS, OFFICE_SAYS, LEADER_SAYS = "单位意见", "督查室意见", "领导批示"
DECIDED = {
    "approved": "同意延期至{new}。（{approver}，{day}）",
    "refused": "不同意延期。（{approver}，{day}）",
}

GOAL, DUE_ON, DONE_ON = "工作目标", "完成时限", "完成日期"
DONE_LATE = "{day}（逾期{days}天）"
RESULT, EVIDENCE, UNIT_SIGNS = "完成情况", "佐证材料", "责任单位\n（签章）"
CLAIMED = "报结人：{name}"
LEAD_SAYS, OFFICE_CHECKS, LEADER_SIGNS, CLOSED_ON = "牵头单位\n意见", "督查室\n核实", "分管领导\n审签", "销号日期"
METHODS = {"documents": "查阅资料", "phone": "电话核查", "site": "现场核实"}
TICK = "√"
VERIFIER = "核实人：{name}"
CONFIRMED = "同意销号。（{name}，{day}）"
FILE, FILE_NOTE = "{n}.{name}", "（{text}）"
EARLIER_CLOSINGS = "此前记录"
RETURNED, REOPENED = "{day}退回，{confirmer}：{reason}", "{day}重开，{confirmer}：{reason}"

CHIEF = "主要负责人（签字）：　　　　　　　"
HEAD = "负责人（签字）：　　　　　　　"
SIGNED = "签字：　　　　　　　"
STAMP = "（盖章）　　　　　　　"
DATE = "年　　月　　日　"
NO_DATE = "　　　　年　　月　　日"
