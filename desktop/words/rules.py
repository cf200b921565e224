"""Words of the rules things are judged by: settings, days off, pace, the clock."""

# --- 序时 --------------------------------------------------------------------------------------------
EXPECTED = "序时{n}%"
BEHIND, AHEAD = "▼滞后{n}", "超{n}"
PACE_SPOKEN = {"behind": "序时{expected}%，滞后{n}个百分点", "on": "序时{expected}%，与时间进度相当",
               "ahead": "序时{expected}%，超前{n}个百分点"}  # fmt: skip
FAR_BEHIND = "严重滞后"

# --- dates -------------------------------------------------------------------------------------------
MOVED = {"next": "{stated}{day}，顺延至{due}", "previous": "{stated}{day}，提前到{due}"}
MOVED_SHORT = {"next": "顺延", "previous": "提前"}
ON_WEEKDAY, ON_DAY_OFF = "周{weekday}", "放假"
YEAR_UNKNOWN = "{year}年放假安排还没录入，暂按周一至周五计算"
DUE_RULE = "遇休息日"
DUE_RULES = {"none": "不调整", "next": "顺延到下一个工作日", "previous": "提前到上一个工作日"}

# --- settings ----------------------------------------------------------------------------------------
SETTINGS_ASK = "设置…"
SETTINGS_TITLE = "设置"
SETTINGS_LINE = "只管这份台账；改了可以撤销。"
SECTIONS = {"county": "县", "due": "时限", "pace": "序时", "lamps": "信号灯", "rhythm": "期次"}
COUNTY_LINE = "会印在表上；文件的名称不跟着变。"
SOON, SOON_LINE = "临期（个工作日）", "剩下的工作日不超过这个数，就算临期。到期当天填0。"
DUE_RULE_LINE = (
    "完成时限遇休息日怎么办，每项行动各自规定：不调整、顺延到下一个工作日（法定期限），或提前到上一个工作日（报送时间）。"
    "在行动的“更多操作”里选“遇休息日”。"
)
HOLIDAYS_ASK = "节假日…"
PACE = "序时口径"
PACES = {"span": "按行动起止时间", "year": "按月份"}
PACE_LINES = {
    "span": "从起始日期（没填就从印发日）到完成时限，过了百分之几；还没印发的不计算。",
    "year": "计划年度过了几个整月，除以12：11月底是92%。",
}
PACE_POINTS, PACE_POINTS_LINE = "超前、滞后（个百分点）", "完成率比序时多或少这么多，才显示超前或滞后。"
LAMPS = "信号灯"
LAMP_PRESETS = {"plain": "素色", "red_amber_green": "红黄绿", "blue_amber_red": "蓝黄红"}
LAMP_LINES = {
    "plain": "只看时限，滞后不亮灯。",
    "red_amber_green": "滞后亮黄灯，滞后太多亮红灯。",
    "blue_amber_red": "临期亮蓝灯，滞后亮黄灯，逾期亮红灯。",
}
LAMP_SAMPLES = {"ok": "正常", "soon": "临期", "slow": "滞后", "over": "逾期"}
RED_POINTS, RED_POINTS_LINE = "红灯（个百分点）", "红黄绿：滞后超过这么多就亮红灯；填0不用。"
RHYTHM, RHYTHM_LINE = "填报周期", "进展多久填报一次；已经填报和封账的期次不变。"
RHYTHMS = {"month": "每月", "quarter": "每季度", "half": "每半年"}

# --- days off ----------------------------------------------------------------------------------------
HOLIDAYS_TITLE = "节假日"
HOLIDAYS_LINE = "点一天改成休、班或照常，改了就已保存。有顺延或提前的时限同时跟着变，已印发的不变。"
YEAR_HEAD = "{year}年"
PREVIOUS_YEAR, NEXT_YEAR = "上一年", "下一年"
YEAR_SOURCES = {"own": "手工录入", "built-in": "程序自带"}
PASTE_ASK, FORGET = "从通知粘贴…", "恢复默认"
FORGET_TIP = "不要手工录入的，改回程序自带的安排"
MONTH_HEAD = "{n}月"
YEAR_SHEET = "{year}年各月"
DAY_OFF, DAY_WORK, DAY_ORDINARY, DAY_WEEKEND = "休", "班", "照常上班", "周末"
DAY_TOLD = "{day} 周{weekday}，{name}{kind}。"
DAY_KEYS = "方向键移动，空格更改。"
PASTE_TITLE = "从通知粘贴"
PASTE_LINE = "粘贴国务院办公厅当年的放假通知，整年的安排会被替换。"
PASTE_FIELD = "通知全文"
PASTE_DEED = "录入"
PASTE_READ = "读到的安排"
PASTE_NOTHING = "粘贴后在这里核对读到的日子。"
PASTE_SUM = "{year}年：休{off}天，班{work}天"
PASTE_BESIDE = "{year}年同时改：{days}"
PASTE_RUNS, PASTE_UNNAMED = "{name}：{days}", "未写名称"
DAY_ENDS = "{day}日"
DAY_RUN, DAY_ALONE = "{first}至{last}{kind}", "{first}{kind}"

# --- the clock ---------------------------------------------------------------------------------------
CLOCK_FIRST = "电脑日期是{today}，早于上次保存的{last}。已保存的内容都在，现在的修改不会保存。"
CLOCK_NEXT = "电脑日期错了，请先改对再用。日期没错（上次保存时才是错的），就点右边的按钮。"
CLOCK_ACCEPT = "日期没错，继续"
CLOCK_ACCEPTED = "好，可以接着修改了"
