"""Where a character stands that no face can draw."""

TASK = "任务{n} {title}"
ACTION = "{code} {title}"
LETTERHEAD = "主送、署名、联系人"
SETTINGS = "县名和牵头单位"
NOTICE = "通知"
PARTS = "各部分的标题"
SOMEWHERE = "报告正文"
