"""The words of 逾期和临期清单."""

NAME = "逾期和临期清单"
LINE = "横表，调度会用"
EMPTY = "没有逾期、临期和滞后的行动。"
HEAD = (
    "截至{day}，逾期{overdue}项、临期（{within}个工作日内）{soon}项、滞后{slow}项，涉及{units}个单位。"
)
SECTIONS = {"overdue": "{label}、逾期（{n}项）", "soon": "{label}、临期（{n}项）", "slow": "{label}、滞后（{n}项）"}
COLUMNS = ("序号", "行动", "所属任务", "牵头单位")
OWNER, OWNER_PHONE = "责任人", "责任人/电话"
ORIGINAL, NOW = "原时限", "现时限"
MEASURE = {"overdue": "逾期天数\n（工作日）", "soon": "剩余天数\n（工作日）", "slow": "滞后\n百分点"}
PROGRESS, REASON, NOTICE = "进展情况", "原因", "督办单号"
TASK = "{number} {title}"
EXTENDED = "{due}\n第{n}次延期"
DAYS = "{days}（{workdays}）"
POINTS = "{points}\n（序时{expected}%）"
PERCENT = "完成{percent}%"
RANKING = "{label}、分牵头单位情况"
RANKED = ("序号", "牵头单位", "逾期", "临期", "滞后")
NO_LEAD = "没有牵头单位"
TOTAL = "合计"
