"""Words of 任务卡."""

NAME = "任务卡"
LINE = "每项任务一页"
HEAD = "{county}重点任务卡（第{n}项）"
EMPTY = "文件里没有任务，没有可印的任务卡。"
PERIOD = "期次：{period}"
MARK = "{label}{title}"
TEXT = "{label}{title}。{body}{clause}"
PART = "{label}、{title}"
NONE = "无"

TASK, OF_PART, ORIGINAL, BODIES, PEOPLE = "任务", "所属部分", "文件原文", "责任主体", "责任人员"
APPLIES, PROGRESS, ACTIONS, LATEST = "适用情况", "完成进度", "行动", "最新进展"
PROBLEMS, EXTENSIONS, EVIDENCE, CLOSINGS = "存在问题", "时限调整", "佐证材料", "销号记录"

BODY, BODY_ONLY, BODIES_SEP = "{body}→{unit}", "{body}", "；"
ROLES = {"leader": "责任领导：{name}", "owner": "责任人：{name}", "contact": "联系人：{name}"}
ROLES_SEP = "　"
PHONED = "{name}（{phone}）"
APPLICABLE, NOT_APPLICABLE = "适用", "不适用。理由：{reason}。确认人：{confirmer}。"
STANDS = (
    "行动{actions}项：已完成{finished}项（其中已销号{closed}项），正在推进{in_progress}项，未启动{not_started}项；"
    "其中逾期{overdue}项，临期{soon}项，滞后{slow}项。"
)
STATES = {"undivided": "未分解", "no_valid": "没有有效行动", "not_applicable": "不适用，不计入基数"}
COLUMNS = ("编号", "具体行动", "牵头单位", "责任人", "完成时限", "完成率", "状态")
PERCENT = "{n}%"

REPORTED = "{code}　{done}（{period}，{percent}%）"
PROBLEM = "{code}　{text}{cause}（{level}，{meaning}；{day}提出，{stands}）"
CAUSE = "；原因：{text}"
OPEN, SOLVED = "已{days}天", "{day}已解决：{solution}"
EXTENSION = "{code}　原时限{old}→现时限{new}，{reason}（{day}{approver}批准{late}）"
REFUSED = "{code}　申请由{old}延至{new}，{reason}（{day}{approver}不同意{late}）"
PENDING = "{code}　申请由{old}延至{new}，{reason}（{day}{applicant}申请，待批{late}）"
LATE = "，逾期后申请"
FILE = "{code}　{name}{note}（{day}）"
NOTE = "，{text}"
CLOSED = "{code}　{day}销号，{method}核实，核实人{verifier}，确认人{confirmer}"
RETURNED = "{code}　{day}退回，{confirmer}：{reason}"
REOPENED = "{code}　{day}重开，{confirmer}：{reason}"
