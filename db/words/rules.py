"""Words of the rules things are judged by: the yearly calendar of days off, the settings, the clock."""

ERRORS = {
    "calendar_year_range": "年份应在{least}年到{most}年之间。",
    "calendar_year_missing": "文字里没有写明是哪一年的放假安排，请先选年份。",
    "calendar_other_year": "文字说的是{year}年，读到的日子却都不在这一年，没有改动。请核对年份。",
}
STEPS = {
    "calendar_day": "修改{day}的放假安排",
    "calendar_year": "录入{year}年放假安排",
    "calendar_forget": "恢复{year}年的默认放假安排",
}
CHECKS: dict[str, str] = {}
DAY_KINDS = {"off": "休", "work": "班"}
CLI_SETTINGS = {
    "county": "县名", "lead_unit": "牵头单位", "plan_year": "计划年度", "rhythm": "填报周期", "soon": "临期工作日",
    "pace": "序时口径", "pace_points": "序时百分点", "red_points": "严重滞后百分点", "lamps": "信号灯",
}  # fmt: skip
CLI_YEAR = {
    "own": "{year}年，手工录入",
    "built-in": "{year}年，程序自带",
    "unknown": "{year}年放假安排还没录入，暂按周一至周五计算",
}
CLI_CLOCK = "电脑日期{today}，上次保存{last}"
CLI_CLOCK_GOOD = "电脑日期没有问题"
