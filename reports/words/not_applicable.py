"""The words of 不适用事项说明."""

NAME = "不适用事项说明"
LINE = "横表，附报告后"
EMPTY = "没有标为不适用的任务。"
SCOPE = "{tasks}项重点任务中，不适用{not_applicable}项，不计入各项统计的基数。"
COLUMNS = ("序号", "重点任务", "原文要点", "不适用理由", "确认人")
