"""Words of the report's paragraphs that people put differently: figures that may stand in them, refusals, steps."""

# What stands between braces in a paragraph and is told anew each time; by what it is told from.
FIGURES = {
    "tasks": "任务总数", "applicable": "涉及", "not_applicable": "不适用", "divided": "已分解", "undivided": "未分解",
    "actions": "行动", "finished": "已完成", "done": "待销号", "closed": "已销号", "in_progress": "正在推进",
    "not_started": "未启动", "overdue": "逾期", "soon": "临期", "slow": "滞后", "ahead": "超前", "extended": "延期",
    "finished_late": "逾期完成", "problems": "未解决问题", "percent": "完成率",
    "finished_share": "已完成占比", "in_progress_share": "正在推进占比", "not_started_share": "未启动占比",
    "rounding": "四舍五入说明",
    "county": "本县", "day": "截止日期", "period": "期次", "next_period": "下一期", "soon_days": "临期天数",
    "before": "上期", "before_day": "上期截止日期", "before_finished": "上期已完成", "before_overdue": "上期逾期",
    "came_finished": "新增完成", "came_unfinished": "不再计为完成", "came_started": "新启动",
    "came_overdue": "新增逾期", "came_relieved": "消除逾期", "came_added": "新增行动", "came_gone": "不再统计",
}  # fmt: skip
# Those of the part or the task a paragraph is about; they may stand in its paragraphs alone.
OF_PART = {
    "applicable": "本部分任务", "actions": "本部分行动", "finished": "本部分已完成", "closed": "本部分已销号",
    "in_progress": "本部分正在推进", "not_started": "本部分未启动", "overdue": "本部分逾期", "percent": "本部分完成率",
}  # fmt: skip
OF_TASK = {
    "actions": "本任务行动", "finished": "本任务已完成", "closed": "本任务已销号", "in_progress": "本任务正在推进",
    "not_started": "本任务未启动", "overdue": "本任务逾期", "percent": "本任务完成率",
}  # fmt: skip
# Every place a paragraph may stand at, {n} being a part's or a task's number in the notice.
PLACES = {
    "title": "标题",
    "opening": "开头",
    "general": "一级标题“总体情况”",
    "general.tasks": "总体情况的任务和行动",
    "general.timing": "总体情况的时限和进度",
    "general.compared": "总体情况的较上期",
    "general.not_applicable": "总体情况的不适用事项",
    "work": "一级标题“主要做法和进展”",
    "work.none": "主要做法和进展的说明",
    "part": "第{n}部分的标题",
    "part.figures": "第{n}部分的概况",
    "task": "任务{n}的进展",
    "trouble": "一级标题“存在问题”",
    "trouble.none": "存在问题的说明",
    "trouble.overdue": "存在问题的逾期事项",
    "trouble.slow": "存在问题的滞后事项",
    "trouble.level": "存在问题的{n}级问题",
    "trouble.reported": "存在问题的各单位反映",
    "next": "一级标题“下一步工作”",
    "next.due": "下一步工作的近期到期事项",
    "next.overdue": "下一步工作的逾期事项",
    "next.trouble": "下一步工作的协调问题",
    "next.plans": "下一步工作的各单位打算",
    "next.divide": "下一步工作的任务分解",
    "next.closing": "下一步工作的销号",
    "next.none": "下一步工作的说明",
    "attachments": "附件说明",
}
BETWEEN = "、"

ERRORS = {
    "narrative_locked": "{period}已封账，报告正文不能再改。请换一个未封账的期次。",
    "narrative_long": "这一段有{length}个字，最多{limit}个字。",
    "figure_unknown": "“{names}”还空着，或不是可以自动填的数字：请改成文字，或换成“插入数字”里有的名称。",
    "place_unknown": "没有“{place}”这一段，请用list查看各段的位置。",
    "narrative_untouched": "这一段没有改过，本来就是自动文字。",
}
STEPS = {
    "narrative": "修改{period}报告的{place}",
    "narrative_restore": "恢复{period}报告{place}的自动文字",
}
CHECKS: dict[str, str] = {}

# --- command line ------------------------------------------------------------------------------------
CLI_EDIT = "{place}　{name}\n{text}"
CLI_NO_EDITS = "{period}的报告正文没有改过，各段都是自动文字。"
CLI_OMITTED = "（不印这一段）"
CLI_PLACES = "可以改的位置："
