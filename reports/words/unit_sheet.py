"""Words of 责任单位分表."""

NAME = "责任单位分表"
LINE = "每个单位一份"
EMPTY = "还没有行动落实到单位，没有可印的分表。"
PERIOD = "期次：{period}"
LEADERLESS = "　另有{n}项行动没有牵头单位，不在各单位牵头数内。"
FIGURES = {
    "actions": "行动",
    "finished": "已完成",
    "closed": "其中已销号",
    "in_progress": "正在推进",
    "not_started": "未启动",
    "overdue": "逾期",
    "soon": "临期",
    "slow": "滞后序时",
    "extended": "延期",
    "problems": "待解决问题",
}
ROLE = "角色"
LEADS, JOINS, BOTH = "牵头", "责任和配合", "合计"
LED, JOINED = "一、牵头的行动（{n}项）", "二、责任和配合的行动（{n}项）"
COLUMNS = (
    "序号", "具体行动", "所属任务", "牵头和配合单位", "责任人", "完成时限", "进展情况", "存在问题及下一步打算", "状态",
)  # fmt: skip
TASK = "{label}{title}"
LEAD, RESPONSIBLE, SUPPORTING = "牵头：{names}", "责任：{names}", "配合：{names}"
PERCENT = "{n}%"
TROUBLE, NEXT = "问题：{text}", "下一步：{text}"
PROBLEMS = "三、需要协调解决的问题（{n}个）"
PROBLEM_COLUMNS = ("序号", "具体行动", "问题", "原因", "级别", "协调单位", "提出日期")
LEVEL = "{level}\n{meaning}"
RAISED = "{day}\n已{days}天"
SIGNERS = ("填报人", "审核人", "主要负责人")
STAMP = ("（盖章）　　　　　", "年　　月　　日　")
UNCOUNTED = "－"
SEPARATOR = "、"
