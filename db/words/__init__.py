"""Every word the checklist layer says, in Simplified Chinese."""

from collections.abc import Sequence

from db.words import (
    answers,
    applicability,
    bulk,
    closings,
    counterparts,
    drafts,
    finding,
    issuing,
    ledger,
    letterhead,
    lists,
    narrative,
    pasting,
    periods,
    phrases,
    problems,
    reminders,
    rules,
    supervision,
    units,
)

# --- errors: one sentence for what happened, one for the way on ------------------------------------
NOBODY = "未具名"

ERRORS = {
    "not_a_checklist": "“{name}”不是落实台账文件，没有改动它。请选择扩展名为 .luoshi 的文件。",
    "file_locked": "“{name}”正被另一个窗口或另一台电脑打开。请先在那边关闭，再试一次。",
    "file_too_new": "“{name}”是用更新版本的落实建立的，没有改动它。请先升级本程序。",
    "file_damaged": "“{name}”已经损坏，没有改动它。请改用另存的副本。",
    "disk_failed": "读写“{name}”时磁盘出错，这一步没有保存。请检查磁盘或U盘后再试。",
    "file_read_only": "“{name}”是只读的，不能保存。请去掉只读属性，或复制到可以写入的文件夹再打开。",
    "file_unreachable": "打不开“{name}”，文件不在那里或不允许访问。请检查文件夹后再试。",
    "file_exists": "“{name}”已经存在，没有覆盖它。请换一个名称或文件夹。",
    "disk_full": "磁盘已满，这一步没有保存，原有内容没有变。请清理磁盘后再试。",
    "sqlite_too_old": "本机的SQLite是{version}，需要3.37以上，请用随程序附带的版本。",
    "stale_edit": "这一步之后内容又有变化，不能再{verb}，没有改动任何内容。",
    "nothing_to_undo": "没有可以撤销的操作。",
    "nothing_to_redo": "没有可以重做的操作。",
    "title_empty": "行动名称不能为空。",
    "title_long": "行动名称有{length}个字，最多{limit}个字。",
    "name_long": "名称有{length}个字，最多{limit}个字。",
    "percent_range": "完成率应是0到100的整数，不能是“{value}”。",
    "status_unknown": "没有“{value}”这种办理状态。",
    "status_unsettable": "办理状态不能直接改为“{value}”，只能改为未启动、正在推进或已完成待销号。",
    "status_derived": "“{title}”有子行动，办理状态和完成率由子行动得出，请改子行动。",
    "frozen": "任务{number}已标为不适用，其行动不能修改。请先恢复适用。",
    "too_deep": "行动最多分三级，不能再往下分。",
    "move_circular": "不能把行动移到它自己的子行动里。",
    "undo_barred": "{why}",
    "busy": "正在保存上一步，请等它完成再改。",
    "clock_back": "电脑日期是{today}，早于上次保存的{last}，这一步没有保存。请先核对电脑日期。",
    "two_units": "牵头单位只能有一个，已有“{first}”，其余请填为责任单位或配合单位。",
    "two_persons": "这里只能填一个人，已有“{first}”。",
    "lead_needed": "已印发或已销号的行动不能没有牵头单位，请直接改填接手的单位。",
    "unit_leads": "“{name}”已是牵头单位，不用再填。",
    "unit_renamed": "“{name}”到{until}为止，之后是“{now}”，请填新名称。",
    "unit_gone": "“{name}”只到{until}为止，现在没有这个单位了。",
    "unit_not_yet": "“{name}”从{since}起才有。",
    "person_gone": "“{name}”任职到{until}为止。",
    "person_not_yet": "“{name}”从{since}起任职。",
    "goal_long": "工作目标有{length}个字，最多{limit}个字。",
    "weight_range": "权重应是1到{limit}的整数，不能是“{value}”。",
    "due_issued": "这项行动{day}已印发，时限只能通过延期改变。",
    "start_no_day": "起始日期要写明哪一天。",
    "start_after_due": "起始日期{start}晚于完成时限{due}。",
    "percent_reported": "上次已填报到{was}%，低于它要在填写进展里说明原因。",
    "closed_first_reopen": "“{title}”已销号，要改请先重开。",
    "stopped_first_resume": "“{title}”{status}，要改请先恢复。",
    "stop_done": "“{title}”已经完成，不用终止。",
    "not_stopped": "“{title}”没有终止，也没有标为不适用。",
    "no_child_here": "“{title}”{status}，不能再往下分。",
    "delete_issued": "“{title}”已印发，不能删除，可以终止并写明理由。",
    "delete_decided": "“{title}”有销号、退回、重开或终止的记录，不能删除，可以终止并写明理由。",
    "delete_extended": "“{title}”有延期记录，不能删除，可以终止并写明理由。",
    "delete_locked": "“{title}”的进展已经封账，不能删除，可以终止并写明理由。",
    "reason_missing": "请写明理由。",
    "choice_unknown": "没有“{value}”这个选项。",
    "soon_range": "临期天数应在{least}到{most}个工作日之间。",
    "points_range": "百分点应在{least}到{most}之间。",
    "reason_empty": "请写明不适用的理由。",
    "reason_long": "理由有{length}个字，最多{limit}个字。",
    "confirmer_empty": "请填写确认人。",
    "done_after_today": "完成日期不能晚于今天。",
    "not_done": "“{title}”还没有完成，不能填写完成日期。",
    "date_invalid": "“{value}”不是有效的日期，应写成2020-06-30这样。",
    "county_empty": "请填写县（市、区）名称。",
    "lead_unit_empty": "请填写牵头单位。",
    "year_range": "计划年度应在2000年到2099年之间。",
    "task_unknown": "没有编号为{number}的任务。",
    "sample_small": "示例县至少要有{fewest}项行动。",
    "action_unknown": "这项行动已经不在了。",
    "code_unknown": "没有编号为“{value}”的行动。",
}

# --- names of steps, kept in the file's history; {title} is made by `quoted` ---------------------------
STEPS = {
    "load": "建立清单",
    "add": "新增行动{title}",
    "add_child": "新增子行动{title}",
    "rename": "修改行动名称为{title}",
    "delete": "删除行动{title}",
    "move": "移动行动{title}",
    "lead": "修改{title}的牵头单位",
    "responsible": "修改{title}的责任单位",
    "supporting": "修改{title}的配合单位",
    "leader": "修改{title}的责任领导",
    "owner": "修改{title}的责任人",
    "contact": "修改{title}的联系人",
    "task_leader": "修改任务{number}的责任领导",
    "task_owner": "修改任务{number}的责任人",
    "task_contact": "修改任务{number}的联系人",
    "goal": "修改{title}的工作目标",
    "weight": "修改{title}的权重",
    "due": "修改{title}的完成时限",
    "due_rule": "修改{title}遇休息日的处理",
    "start_on": "修改{title}的起始日期",
    "percent": "修改{title}的完成率",
    "status": "{title}改为{status}",
    "done": "标记完成{title}",
    "undone": "取消完成{title}",
    "done_on": "修改{title}的完成日期",
    "cancelled": "终止{title}",
    "action_not_applicable": "{title}标为不适用",
    "resume": "恢复{title}",
    "not_applicable": "任务{number}标为不适用",
    "applicable": "任务{number}恢复适用",
    "settings": "修改设置",
}
# A step that nothing before it can be taken back over: what to do instead of undoing it.
COUNTER_ACTS: dict[str, str] = {}
_TITLE_SHOWN = 24


def quoted(titles: Sequence[str]) -> str:
    """The thing a step was done to, short enough for a tooltip: “…”, or “…”等3项 for several."""
    if not titles:
        return ""
    first = titles[0] if len(titles[0]) <= _TITLE_SHOWN else titles[0][:_TITLE_SHOWN] + "…"
    return f"“{first}”" + (f"等{len(titles)}项" if len(titles) > 1 else "")


UNDO, REDO = "撤销", "重做"

STATUS = {
    "not_started": "未启动",
    "in_progress": "正在推进",
    "done": "已完成待销号",
    "closed": "已销号",
    "not_applicable": "不适用",
    "cancelled": "已终止",
}

# --- deadlines ---------------------------------------------------------------------------------------
ERRORS |= {
    "due_month": "没有{month}月，请改成1—12月。",
    "due_day": "{month}月没有{day}日，最后一天是{last}日。",
    "due_unreadable": "看不懂“{words}”，可写成“6月底前”“15个工作日内”或“2020-6-30”。",
    "due_count": "天数应是1到{limit}，不能是{count}。",
    "due_long": "完成时限有{length}个字，最多{limit}个字。",
}

# --- reading the yearly notice on holidays ------------------------------------------------------------
ERRORS |= {
    "holiday_none": "没有读到放假或上班的日期，请粘贴放假安排的通知，或每行写一天，如“2027-01-01 休”。",
    "holiday_long": "文字超过{limit}字，不像是放假安排的通知，请只粘贴通知的正文。",
    "holiday_unread": "看不懂“{words}”里的日期，请写成“1月1日至3日放假”这样。",
    "holiday_unsaid": "“{words}”没有说明是放假还是上班。",
    "holiday_year": "“{words}”没有写明是哪一年，请在前面加上年份，如“2027年”。",
    "holiday_day": "没有“{words}”这一天，请核对月份和日期。",
    "holiday_weekday": "“{words}”与星期对不上，{day}是星期{weekday}，请核对年份和日期。",
    "holiday_order": "“{words}”的结束日期早于开始日期，请核对。",
    "holiday_range": "“{words}”有{days}天，一次放假最多{limit}天，请核对起止日期。",
    "holiday_work": "“{words}”写的是上班，但{day}本来就是工作日，也没有放假，请核对。",
    "holiday_extends": "“{words}”没有说从哪一天接着放假，请连同原来的通知一起粘贴。",
}
WEEKDAYS = "一二三四五六日"

# --- reading a notice --------------------------------------------------------------------------------
ERRORS |= {
    "notice_empty": "文件是空的，里面没有文字。",
    "notice_binary": "这不是文本文件，读不出文字。请另存为文本后再试。",
    "notice_is_word": "这是旧版Word文件，请先另存为.docx或纯文本（.txt）再试。",
    "notice_word_damaged": "Word文件打不开，可能已经损坏，请另存为纯文本（.txt）再试。",
    "notice_big5": "疑似Big5编码的繁体文本。如确是Big5，请选定这种编码再读。",
    "notice_too_big": "文件超过20MB，不像是一份通知，没有读。",
    "notice_too_long": "文字超过300000字，不像是一份通知，没有读。",
    "notice_too_many_lines": "文字超过{limit}行，不像是一份通知，没有读。",
    "notice_is_pdf": "这是PDF文件，请先复制其中的文字，存为纯文本（.txt）再试。",
    "notice_encoding": "认不出文件的文字编码。请另存为UTF-8编码的文本后再试。",
    "notice_without_tasks": "没有找到带编号的任务，这不像是一份任务通知。",
    "notice_unlike": "没有找到通知的标题和负责单位，这不像是一份任务通知。",
}
NOTICE_CUT = "第{line}行“{words}”之后文字中断，文件可能不完整。"
NOTICE_COPIES_DIFFER = "文件里有两份通知，内容不一样，已采用第一份（第{line}行起是第二份）。"
NOTICE_SECOND = "文件里还有另一份通知“{title}”（第{line}行），没有读入。"
NOTICE_NUMBERING = "第{line}行的编号“{label}”与前后不衔接，任务都已保留。"
NOTICE_WITHOUT_BODIES = "各项任务都没有写明负责单位。"
NOTICE_WITHOUT_TITLE = "没有找到通知的标题，请在建立清单前补上。"
NOTICE_CLAUSE_UNREAD = "第{line}行的“{words}”像是责任分工，但读不出单位，已留在正文里。"
NOTICE_ANNEX_UNREAD = "第{line}行起的另一部分里也有任务，没有读入。"
NOTICE_TAIWAN = "第{line}行起有台湾用语（{words}），没有改动，请核对。"

# --- db check ----------------------------------------------------------------------------------------
CHECKS = {
    "integrity": "文件内部损坏：{place}",
    "foreign_keys": "表{place}里有记录指向不存在的内容",
    "task_numbers": "“{place}”的任务编号不连续",
    "tasks_of_532": "532号文应有28项任务，实有{place}项",
    "not_applicable": "任务{place}不适用，却没有理由或确认人",
    "done_without_date": "行动{place}已完成，却没有完成日期或完成率不是100",
    "not_started_percent": "行动{place}未启动，完成率却不是0",
    "two_leads": "行动{place}有两个牵头单位",
    "parent_elsewhere": "行动{place}与上一级不在同一项任务里",
    "too_deep": "行动{place}超过三级",
    "circle": "行动{place}不在任何一级之下",
    "same_place": "行动{place}与同级的另一项位置相同",
    "date_shape": "行动{place}的完成时限或完成日期不是有效的日期",
    "code_shape": "行动{place}的编号不合规",
    "sums": "各状态之和与行动总数{place}不符",
    "step_unreadable": "第{place}步的记录读不出来",
}

# --- command line ------------------------------------------------------------------------------------
CLI_CREATED = "已建立{path}，{tasks}项任务"
CLI_ADDED = "已新增{code} {title}"
CLI_DUE = "{code} {title}：{words} {on}"
CLI_SOUND = "没有发现问题"
CLI_UNDONE, CLI_REDONE = "已撤销：{label}", "已重做：{label}"
CLI_HEAD = ("", "任务", "涉及", "未分解", "行动", "已完成", "推进", "未启动", "逾期", "临期", "完成率", "原文落实")
CLI_TOTAL = "合计"
KINDS = {"load": "", "edit": "", "undo": "撤销：", "redo": "重做：", "clock": ""}
CLOCK_ACCEPTED = "确认电脑日期没错"

# --- each subject's own words ------------------------------------------------------------------------
for _subject in (
    answers, applicability, bulk, closings, counterparts, drafts, finding, issuing, ledger, letterhead, lists,
    narrative, pasting, periods, phrases, problems, reminders, rules, supervision, units,
):  # fmt: skip
    ERRORS |= _subject.ERRORS
    STEPS |= _subject.STEPS
    COUNTER_ACTS |= getattr(_subject, "COUNTER_ACTS", {})
    CHECKS |= _subject.CHECKS
