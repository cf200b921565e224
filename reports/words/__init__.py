"""Every word the paper says, in Simplified Chinese."""

ERRORS = {
    "read_only": "不能写入“{name}”。请换一个文件夹，或关闭正在打开它的程序后再试。",
    "folder_gone": "要放“{name}”的文件夹不在了，没有生成报告。请换一个文件夹。",
    "disk_full": "磁盘已满，没有生成“{name}”。请清理磁盘后再试。",
    "onto_itself": "“{name}”是台账文件，不能用报告覆盖它。请换一个文件名。",
    "scope_empty": "这个范围里没有任务，没有生成报告。请换一个部分、任务或单位。",
    "closed_with": "{period}已随{by}封账，当时的情况存在{by}里，请把期次改为{by}。",
    "nothing": "{why}",
    "figures_differ": "数字核对不一致，没有生成报告：{first}{more}",
    "no_word": "{name}只能生成PDF，请把扩展名改为 .pdf。",
    "kind_unknown": "没有“{kind}”这种报告。",
    "date_invalid": "“{value}”不是日期，应写成2020-06-18。",
}

STATUS = {
    "not_started": "○ 未启动",
    "in_progress": "● 正在推进",
    "done": "✓ 待销号",
    "closed": "✓ 已销号",
    "not_applicable": "－ 不适用",
    "cancelled": "× 已终止",
}
OVERDUE, SOON = "■ 逾期", "▲ 临期"
CONTINUED = "（续）"
DATE = "{year}年{month}月{day}日"
PROGRAM = "落实"  # the creator's name in a PDF
PAGE_NUMBER = "— {n} —"
ATTACHMENT = "附件{n}"
ATTACHED = "{label}　{title}"
ATTACHMENTS, ATTACHMENT_NUMBER, COPIES = "附件：", "{n}.", "抄送："
TITLE = "{county}{plan}{name}"
TITLE_OF = "{title}（{scope}）"
PART_NAME, TASK_NAME = "{title}", "任务{n}"

# --- 任务分解表、工作台账 ----------------------------------------------------------------------------------
TASKS = "任务"
BREAKDOWN = "任务分解表"
BREAKDOWN_LINE = "横表，印发用"
LEDGER = "工作台账"
LEDGER_LINE = "横表，含进展"
YEAR, AND = "年", "、"  # a line of days or of names ends there rather than elsewhere
TASK_COLUMNS = ("序号", "重点任务", "具体行动")
LEAD, OTHERS, OWNER, DUE, STATE = "牵头单位", "配合单位", "责任人", "完成时限", "状态"
PROGRESS, TROUBLE = "进展情况", "存在问题及下步打算"
PERCENT = "完成{percent}%"
STOPPED = "{status}：{reason}（{confirmer}确认）"
IN_THE_WAY, NEXT = "问题：{text}", "下步：{text}"
BASIS = "依据：《{title}》（{number}）"
BASIS_PLAIN = "依据：《{title}》"
AS_OF = "数据截止日期：{day}"
GENERATED = "生成时间：{day} {time}"
PART = "{label}、{title}"
UNDIVIDED = "未分解"
NOT_APPLICABLE = "不适用：{reason}（{confirmer}确认）"
SCOPE = "{tasks}项重点任务中，涉及我县{applicable}项（不适用{not_applicable}项）。"
TOTALS = (
    "合计　任务{tasks}项，涉及{applicable}项，不适用{not_applicable}项，未分解{undivided}项；行动{actions}项："
    "已完成{finished}项（其中已销号{closed}项），正在推进{in_progress}项，未启动{not_started}项；"
    "其中逾期{overdue}项，临期{soon}项。"
)
FOOTNOTE = (
    "注：1.不适用{not_applicable}项任务不计入基数。2.行动按最末一级统计，有子行动的不重复计算。3.{basis}。"
)
NOTE = "注：{basis}。"
DATA_NOW, DATA_OF = "按当前数据生成", "按{period}封账时的数据生成"
SIGNATURES = ("制表人：", "审核人：", "分管领导：")
EXTENDED = "{due}\n原{original}\n延{n}次"  # a column too narrow for brackets
MONTH_DAY = "{month}月{day}日"
MOVED = "{due}\n实为{day}"  # off a day nobody works
RESPONSIBLE, SUPPORTING = "责任：{names}", "配合：{names}"
