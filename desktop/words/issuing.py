"""The words of 印发, 待完善 and 延期."""

PAGE = "印发"

# --- the page ----------------------------------------------------------------------------------------
NOT_ISSUED = "还没有印发"
ISSUED = "已印发{tasks}项任务的{actions}项行动，首次{day}"
LEFT = "，还有{actions}项行动未印发"
ISSUE_ALL, ISSUE_MORE = "印发…", "补充印发…"
ISSUE_TASK = "印发这项任务…"
GAPS = "待完善"
GAPS_COUNT = "待完善{n}处"
GAPS_LINE = "点一行就到要填的地方。补齐一项任务，就能先印发这一项。"
TASK_GAPS = "缺{n}处"
TASK_READY, TASK_ISSUED, TASK_PARTLY = "可以印发", "已印发", "{n}项未印发"
TASK_PARENT_LEFT = "上一级时限未印发"
ADVICE = "提示，不影响印发"
ADVICE_OF = {
    "unanswered": "{n}句原文还没有行动落实",
    "without_owner": "{n}项行动没有责任人",
    "without_start": "{n}项行动没有起始日期，印发时记为印发日",
}
ADVICE_FOLDED = "{what}，不影响印发"
ADVICE_SENTENCE = "任务{task}第{number}句　{text}"
READY_HEAD = "都填齐了，可以印发"
READY_LINE = "印发后原时限就定下来，以后只能通过延期改变。"
DONE_HEAD = "都已印发"
DONE_LINE = "以后新增的行动，填齐后在这里补充印发。"
NONE_READY = "还没有一项任务补齐，暂时不能印发。"
REST_NOT_READY = "其余的还没有补齐，暂时不能印发。"
TO_TASKS = "去任务页"
PENDING = "待批延期"
PENDING_NONE = "没有待批的延期申请。"
PAST = "印发记录"
PAST_NONE = "还没有印发过。"
PAST_LINE = "{day}　{scope}，{actions}项行动"
PAST_BY = "{number}{by}办理"
WHOLE, OF_TASK = "全部任务", "任务{number}"

# --- the dialog of 印发 ------------------------------------------------------------------------------
ISSUE_TITLE = "印发"
ISSUE_EXPLAIN = "印发后原时限就定下来，只能通过延期改变，不能撤销。没有起始日期的行动从印发日起算。"
ISSUE_SCOPE, ISSUE_DAY, ISSUE_NUMBER = "范围", "印发日期", "文号（可不填）"
ISSUE_NUMBER_HINT = "例如：安发改〔2020〕12号"
ISSUE_SCOPE_ALL = "全部适用的任务"
ISSUE_SCOPE_READY = "全部已补齐的{tasks}项任务（{actions}项行动）"
ISSUE_WHAT = "将印发{tasks}项任务的{actions}项行动。"
ISSUE_DEED = "印发"
ISSUE_DONE = "已{step}"

# --- 延期 --------------------------------------------------------------------------------------------
EXTENDED = "延{n}次"
EXTENDED_TIP = "原时限{day}，第{n}次延期"
ORIGINAL_LONG_TERM = "长期"
TAB = "延期"
ASK = "申请延期"
ASK_MENU = "申请延期…"
ASK_EXPLAIN = "“{title}”现在的时限是{day}。"
ASK_LATE = "“{title}”的时限是{day}，已经过了，会记为逾期后申请。"
APPLICANT, APPLIED_ON, NEW_DUE, REASON = "申请单位", "申请日期", "新时限", "理由"
NEW_DUE_HINT = "如9月底前"
REASON_HINT = "例如：建设用地指标未下达，无法按期开工。"
MEANS = "{day}，星期{weekday}，{change}"
LATER, EARLIER = "延后{n}天", "提前{n}天"
HOW = {"pending": "先登记，等批复", "approved": "已经批准"}
APPROVER, DECIDED_ON = "批准人", "批复日期"
DECIDERS = {True: APPROVER, False: "批复人"}
ASK_DEED = "登记延期"
ASKED, GRANTED = "已登记“{title}”的延期申请", "“{title}”已延到{day}"
VERDICTS = {True: "同意", False: "不同意"}
VERDICT_ACTS = {True: "同意…", False: "不同意…"}
VERDICT_TITLES = {True: "同意延期", False: "不同意延期"}
VERDICT_EXPLAIN = "“{title}”：{old}→{new}。{applicant}{applied}申请，理由：{reason}"
VERDICT_FOOT = "批复后不能撤销。"
VERDICT_DONE = {True: "“{title}”已延到{day}", False: "没有同意“{title}”延期，时限仍是{day}"}
WITHDRAW = "撤回"
WITHDRAWN = "已撤回“{title}”的延期申请"
GO_TO = "去看这项行动"

# --- the tab and the rows ----------------------------------------------------------------------------
NUMBER = "第{n}次"
CHANGE = "{old} → {new}"
BY = "{applicant}，{day}申请"
WHY = "理由：{reason}"
DECISION = {"approved": "{day}{approver}同意", "refused": "{day}{approver}不同意", "pending": "等待批复"}
LATE = "申请晚于时限"
TAB_NONE = "还没有延期。"
TAB_NOT_ISSUED = "还没有印发，时限可以直接改。"
TAB_ORIGINAL = "原时限{day}，{issued}印发"
ROW_SPOKEN = "第{n}次延期，{old}改为{new}，{by}，{decision}"
