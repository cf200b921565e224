"""The words of 期间对比表."""

NAME = "期间对比表"
LINE = "横表，与上次封账比较"
EMPTY = "还没有封过账，没有可以比较的上一期。"
SPAN = "上期：{before}（截至{before_day}）；本期：{after}（截至{after_day}）。"
THEN, NOW, CHANGE = "上期", "本期", "增减"
FIGURES_CAPTION, LAW_CAPTION, GROUP_CAPTION = "一、各项数字", "二、增减核对", "{label}、{name}（{n}项）"
FIGURE, TOTAL = "指标", "合计"
FIGURES = {
    "applicable": "涉及任务", "not_applicable": "不适用任务", "undivided": "未分解任务", "actions": "行动",
    "finished": "已完成", "closed": "其中已销号", "in_progress": "正在推进", "not_started": "未启动", "overdue": "逾期",
    "soon": "临期", "slow": "滞后", "extended": "延期", "problems": "未解决问题", "percent": "完成率（%）",
}  # fmt: skip
NO_PART = "不分部分"
MORE, SAME, LESS = "+{n}", "0", "-{n}"
# Figure: what came to it and what left it.
LAW = ("指标", "上期", "新增", "减少", "本期")
COLUMNS = ("序号", "行动", "所属任务", "牵头单位", "上期", "本期")
TASK = "{number} {title}"
PERCENT = "{percent}%"
NONE = "—"
STATUS = "{status}\n{percent}%"
