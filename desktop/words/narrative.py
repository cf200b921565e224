"""Words of the window about the paragraphs of the 落实情况报告."""

TITLE, LINE = "编辑正文", "带底色的是数字，随台账更新。离开一段时就保存，可以按Ctrl+Z撤销。"
LINE_LOCKED = "{period}已封账，报告正文不能再改。"
OPEN, OPEN_LINE = "编辑正文", "正文可改，数字随台账更新。"
OPEN_WHOLE = "只能编辑全部范围的报告。"
LIST = "报告的各段"
FIGURE_TIP = "{name}，随台账更新"
NOTHING = "〔{name}〕"
NOT_PRINTED = "不印"
NOT_PRINTED_TEXT = "{place}（不印）"
CHANGED = "已改"
SPOKEN = "{place}，{text}"
INSERT, INSERT_TIP = "插入数字", "插入一个随台账更新的数字"
PHRASES, PHRASES_TIP = "常用语", "插入常用语 Alt+↓"
RESTORE, RESTORE_TIP = "恢复自动文字", "这一段恢复为按台账自动写的文字"
OMIT, OMIT_TIP = "不印这一段", "清空这一段，报告里就没有它"
FIGURE = "{name}　{value}"
NOTE_AUTOMATIC, NOTE_CHANGED = "自动文字，按台账写成。", "您改过的文字，只用于{period}的报告。"
NOTE_EMPTY = "这一段现在不印；写上文字就会印出来。"
GROUPS = {
    "任务和行动": (
        "tasks", "applicable", "not_applicable", "divided", "undivided", "actions", "finished", "finished_share",
        "closed", "done", "in_progress", "in_progress_share", "not_started", "not_started_share", "percent", "rounding",
    ),
    "时限和进度": ("overdue", "soon", "soon_days", "slow", "ahead", "extended", "finished_late", "problems"),
    "较上期": (
        "before", "before_day", "before_finished", "before_overdue", "came_finished", "came_unfinished",
        "came_started", "came_overdue", "came_relieved", "came_added", "came_gone",
    ),
    "日期和名称": ("day", "period", "next_period", "county"),
}  # fmt: skip
GROUP_OWN = {"part": "本部分", "task": "本任务"}
