"""Words of the window about 督办通知单."""

from db.words import supervision as told

LEVELS_MEAN, STATES, KINDS, CYCLES = told.LEVELS_MEAN, told.STATES, told.KINDS, told.CYCLES
MARKS = {"blue": "○", "yellow": "▲", "red": "■"}
LEVEL = "{mark} {word}"

PAGE = "督办"
TABS = {"proposals": "要督办的单位", "register": "登记簿"}
TABS_NAME = "督办的两张表"

# --- whom to supervise ----------------------------------------------------------------------------------
PROPOSALS = "要督办的单位和行动"
COLUMNS = ("单位、行动", "级别、时限", "完成时限", "督办单")
COUNTED = "{units}个单位，勾选了{n}个"
LATE, SOON = "逾期{n}项", "临期{n}项"
BETWEEN = "、"
UNDER = "{number} {state}"
SEND, SEND_MANY = "发出督办单…", "发出{n}份督办单…"
ALL, PREVIEW = "全选", "预览"
NUMBERING = "编号格式…"
URGE_FIRST = "这些行动的督办单还没有反馈，可在登记簿里催办。"
EMPTY_HEAD, EMPTY_LINE = "没有要督办的单位", "没有单位牵头的行动逾期或临期。发出过的督办单在登记簿里。"
TO_REGISTER = "看登记簿"

# --- the register ----------------------------------------------------------------------------------------
REGISTER = "督办登记簿"
REGISTER_COLUMNS = ("编号", "级别", "单位", "督办事项", "发出", "反馈时限", "状态", "反馈")
FILTER_STATE, ANY_STATE, OPEN = "看哪些督办单", "全部督办单", "没有反馈的"
FILTER_UNIT, ANY_UNIT = "单位", "各单位"
NUMBER = "{n}份"
ITEMS = "{first}等{n}项"
URGES, URGED = "催办{number}", "已由{number}催办"
VOID_WHY = "{day}作废：{reason}"
REPLIED = "{day}：{reply}"
PAGES = "导出登记簿…"
REPLY, UNREPLY, URGE, VOID, REPRINT, GO = "登记回复…", "取消回复", "催办…", "作废…", "导出PDF…", "去第一项行动"
MORE = "对选中的督办单"
REGISTER_EMPTY_HEAD = "还没有发出过督办单"
REGISTER_EMPTY_LINE = "在“要督办的单位”里勾选，发出后编号登记在这里，作废的也留着。"
FILTERED_HEAD, FILTERED_LINE = "没有符合条件的督办单", "换一个条件，或看全部督办单。"
CLEAR_FILTERS = "看全部督办单"
TO_PROPOSALS = "看要督办的单位"

# --- what is said afterwards -------------------------------------------------------------------------------
SENT, SENT_MANY = "已发出{number}", "已发出{number}等{n}份"
EXPORT = "导出PDF"
VOIDED, ANSWERED, UNANSWERED = "{number}已作废", "已登记{number}的回复", "已取消{number}的回复"

# --- dialogs ---------------------------------------------------------------------------------------------
SEND_TITLE, SEND_TITLE_MANY, URGE_TITLE = "发出督办通知单", "发出{n}份督办通知单", "催办{number}"
SEND_EXPLAIN = "{unit}，{n}项"
MANY_EXPLAIN = "{units}。级别和要求按各单位的情况写，下面填的各份相同。"
MORE_UNITS = "{units}等{n}个单位"
SEND_FOOT = "发出时编号，从{number}开始；编号后不能撤销，只能作废。"
SEND_DEED, URGE_DEED = "编号并发出", "编号并催办"
FIELDS = {
    "level": "级别", "reply_by": "反馈时限", "request": "要求", "instruction": "批示领导", "cycle": "反馈周期",
    "signer": "署名", "contact": "联系人", "phone": "电话", "cc": "抄送",
}  # fmt: skip
INSTRUCTION_HINT = "例如：周建国副县长：请抓紧办理。"
VOID_TITLE, VOID_LINE = "作废{number}", "作废的督办单留在登记簿里，编号不再使用。"
VOID_REASON, VOID_DEED = "作废的理由", "作废"
REPLY_TITLE, REPLY_DEED = "登记{number}的回复", "登记"
REPLY_EXPLAIN = "{unit}，{n}项，应于{day}前反馈"
REPLIED_ON, REPLY_TEXT, REPLY_HINT = "反馈日期", "反馈内容", "照回执写办理情况、存在问题和预计完成时间。"
TEMPLATE_TITLE = "督办单编号的格式"
TEMPLATE_LINE = "“{年}”填年份，“{序}”填当年的序号，例如“督办{年}-{序}”。已发出的编号不变。"
TEMPLATE, TEMPLATE_DEED = "编号格式", "保存"
PREVIEW_TITLE = "预览督办通知单"
