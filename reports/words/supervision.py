"""What 督办通知单 and 督办登记簿 say on paper."""

NOTICES = "督办通知单"
NOTICES_LINE = "逐个单位，附回执"
REGISTER = "督办登记簿"
REGISTER_LINE = "横表，作废的也在内"
NOTHING = "没有要印的督办单：还没有发出，或者都已反馈、作废。"
NOTHING_SENT = "还没有发出过督办单。"

NUMBER, NO_NUMBER = "编号：{number}", "编号：（待编）"
VOID = "作废"
VOID_NUMBER = "编号：{number}（作废）"
TO = "{unit}："
COLUMNS = ("序号", "督办事项", "任务来源", "牵头/配合", "交办时间", "完成时限", "逾期天数", "办理要求")
SUPPORTED = "{lead}\n配合：{supporting}"
LATE = "{days}天\n{workdays}工作日"
LEFT = "剩{days}天"
LAST_DAY = "今天到期"
NONE = "—"
INSTRUCTION, REPLY_BY, CYCLE, CONTACT, PHONE = "批示领导", "反馈时限", "反馈周期", "联系人", "电话"
BEFORE = "{day}前"
MARK = "{number} {unit}"

# --- 回执 --------------------------------------------------------------------------------------------
SLIP = "督办事项办理情况回执"
SLIP_NUMBER = "督办通知单编号：{number}"
SLIP_NO_NUMBER = "督办通知单编号：（待编）"
SLIP_COLUMNS = ("序号", "督办事项", "办理情况", "存在问题", "预计完成时间")
SLIP_SIGNED = ("经办人", "联系电话", "主要负责人签字", "盖章")
SLIP_UNIT = "反馈单位"
SLIP_NOTE = "请于{day}前反馈；须经主要负责人签字并加盖单位公章。事项较多的可另附材料。"
SLIP_DAY = "年　　月　　日"

# --- 督办登记簿 ----------------------------------------------------------------------------------------
REGISTER_LEVELS = {"blue": "○ 蓝色", "yellow": "▲ 黄色", "red": "■ 红色"}
REGISTER_COLUMNS = ("编号", "级别", "承办单位", "督办内容", "发出日期", "反馈时限", "反馈情况", "状态")
CONTENT = "{place}.{title}（{code}）"
URGES = "催办{number}"
REPLIED = "{day}反馈：{reply}"
VOID_WHY = "{day}作废：{reason}"
URGED = "已由{number}催办"
REGISTER_TOTALS = (
    "合计　发出{all}份：蓝色{blue}份、黄色{yellow}份、红色{red}份；"
    "其中已反馈{replied}份，待反馈{waiting}份，超期未反馈{late}份，已催办{urged}份，作废{void}份。"
)
REGISTER_SCOPE = "作废的编号不再使用，仍列入登记簿。"
