"""What is said about rows pasted from a spreadsheet, and about what another county's file has."""

ERRORS = {
    "pasted_empty": "剪贴板里没有文字。请先在表格里选中几行，复制后再来粘贴。",
    "pasted_long": "一次最多粘贴{limit}行，请分几次粘贴。",
    "pasted_nothing": "没有可以导入的行，清单没有变。",
    "pasted_no_task": "没有写属于哪项任务。",
    "pasted_task": "清单里没有任务“{value}”。",
    "pasted_title": "没有写要办什么事。",
    "pasted_above": "它的上一级第{line}行不能导入。",
    "pasted_kept": "导入到一半取消了，清单没有变。",
    "borrow_same": "“{name}”就是现在打开的清单，请选另一个县的文件。",
    "borrow_unfinished": "“{name}”上次没有正常关闭，请先用落实打开它一次，关闭后再来借鉴。",
    "borrow_nothing": "没有选中要借鉴的行动，清单没有变。",
}
STEPS = {
    "paste": "从表格粘贴{n}项行动",
    "borrow": "从“{county}”借鉴{n}项行动",
}
CHECKS: dict[str, str] = {}

# --- remarks on a row that can be taken all the same -----------------------------------------------------
LEADS_FIRST = "“{lead}”牵头，其余{n}个为责任单位"
FIRST_PERSON = "责任人只能填一位，取“{name}”"
NEW_UNITS = "新单位：{names}"
THERE = "已有{code}"
TWICE = "与第{line}行相同"
WHY = "问题"

# What a column may be, in the order it is offered.
COLUMNS = {
    "": "不导入", "title": "行动", "task": "任务", "lead": "牵头单位", "responsible": "责任单位",
    "supporting": "配合单位", "owner": "责任人", "leader": "责任领导", "contact": "联系人", "due": "完成时限",
    "goal": "工作目标", "number": "序号",
}  # fmt: skip

# --- command line ------------------------------------------------------------------------------------
CLI_SUM = "识别出{rows}行：可以导入{good}行，已有{there}行，有问题{wrong}行"
CLI_COLUMN = "第{n}列“{head}” → {word}"
CLI_NO_HEAD = "第{n}列 → {word}"
CLI_ROW = "第{line}行　{title}　{why}"
CLI_LEFT = "没有导入。确认无误后加上 --do 导入可以导入的行。"
CLI_BORROW_SUM = "“{county}”：{notice}，可以借鉴{good}项行动，已有{there}项"
CLI_BORROW_TASK = "任务{number} {title}"
CLI_BORROW_ROW = "{indent}{title}　{lead}　{due}　{note}"
CLI_INDENT = "　"
CLI_BORROW_LEFT = "没有导入。确认无误后加上 --do 借鉴这些行动。"
SAME_NOTICE, OTHER_NOTICE = "同一份通知", "对方的通知是“{title}”，按任务名称对应"
NOT_TICKED = "对方已终止或不适用"
LEFT_OUT = "没有带入对方的“{names}”"
NO_DUE = "完成时限“{words}”没有带入"
