"""What is said about periods and progress, in Simplified Chinese."""

from collections.abc import Callable

_QUARTERS, _HALVES = "一二三四", "上下"
NAMES: dict[str, Callable[[int, int], str]] = {
    "month": lambda year, number: f"{year}年{number}月",
    "quarter": lambda year, number: f"{year}年{_QUARTERS[number - 1]}季度",
    "half": lambda year, number: f"{year}年{_HALVES[number - 1]}半年",
}


def day(on: str) -> str:
    """2020年4月3日 for 2020-04-03."""
    year, month, number = map(int, on.split("-"))
    return f"{year}年{month}月{number}日"


ERRORS = {
    "period_unknown": "“{value}”不是期次，应写成2020-06、2020-Q2或2020-H1这样。",
    "period_locked": "{period}已封账，不能再改，更正请填在未封账的期次。",
    "period_locked_with": "{period}已随{by}封账，不能再改，更正请填在未封账的期次。",
    "period_before_notice": "{period}在{day}文件印发以前，没有可以填报的内容。",
    "period_not_begun": "{period}还没有开始。",
    "percent_falls": "完成率{percent}%低于上次的{was}%，请写明原因。",
    "report_empty": "还没有填写内容，完成率也没有变化。",
    "report_long": "{what}有{length}个字，最多{limit}个字。",
    "entered_after_today": "填报日期不能晚于今天。",
    "entered_before_period": "填报日期{day}早于{period}的第一天{first}。",
    "entry_unknown": "这条进展已经不在了。",
    "report_row": "第{row}行（{action}）：{why}",
    "report_twice": "“{title}”在这一批里填了两次。",
    "paste_columns": "第{row}行有{found}列，应是{wanted}列：编号、完成率、进展情况、存在问题、下一步打算。",
    "paste_empty": "里面没有要填报的行。",
    "paste_encoding": "“{name}”不是UTF-8文本，请另存为UTF-8后再试。",
    "lock_again": "{period}已经封账。",
    "lock_with": "{period}已随{by}封账，不用再封。",
    "snapshot_damaged": "{period}的封账数据已经损坏，不能重印和比较，请改用备份的副本。",
    "snapshot_none": "{period}没有封账，没有当时的数据。",
    "compare_nothing": "还没有封过账，没有可以比较的上一期。封账后，下一期就能看到变化。",
}
TEXTS = {"done": "进展情况", "trouble": "存在问题", "next": "下一步打算"}
STEPS = {
    "report": "填报{title}{period}的进展",
    "unreport": "删除{title}{period}的进展",
    "lock": "{period}封账",
}
COUNTER_ACTS = {"lock": "已封账，不能撤销。更正请在未封账的期次里补报。"}
CHECKS = {
    "entry_too_early": "行动{place}有一条进展的填报日期早于所属期次",
    "locked_without_snapshot": "{place}已封账，却没有当时的数据",
    "snapshot_hash": "{place}的封账数据被改动过，不能重印",
}

# --- comparison ---------------------------------------------------------------------------------------
NOW = "现在"
GROUPS = {
    "finished": "新增完成",
    "unfinished": "不再计为完成",
    "overdue": "新增逾期",
    "relieved": "不再逾期",
    "started": "新启动",
    "status": "办理状态变化",
    "percent": "完成率变化",
    "due": "时限变化",
    "added": "新增行动",
    "gone": "不再统计",
}

# --- command line --------------------------------------------------------------------------------------
CLI_REPORTED = "已填报{period}进展{n}条"
CLI_ALL_REPORTED = "{period}应报的都已填报"
CLI_MISSING = "{period}应报{due}项，已报{reported}项，未报{missing}项"
CLI_LOCKED = "{period}已封账，还有{missing}项未报"
CLI_OPEN, CLI_CLOSED, CLI_CLOSED_WITH = "未封账", "{day}封账", "随{by}封账"
CLI_LATE = "补报"
CLI_COMPARED = "{before}与{after}比较"
CLI_FIGURES = {"actions": "行动", "finished": "已完成", "overdue": "逾期", "percent": "完成率"}
