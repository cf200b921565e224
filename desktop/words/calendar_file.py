"""The words of the export of due dates to a calendar."""

EXPORT = "导出日历（.ics）…"
EXPORT_TIP = "把列出的时限导出到日历文件，在手机或电脑的日历里打开"
NAME = "{county}{year}年重点任务时限.ics"
KIND = "日历文件 (*.ics)"
DONE = "已导出{n}项时限到日历文件。"
DONE_LINE = "保存在{folder}。用日历程序打开它；时限变了再导出、再打开，同一项会更新，不会重复。"
NOTHING = "没有未完成、又有时限的行动，没有导出"
