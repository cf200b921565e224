"""The words of 四张清单 on paper."""

NAME = "四张清单"
LINE = "任务、责任、问题、措施"
EMPTY = "清单里没有内容。"
NUMBER = "序号"
GROUP = "{title}（{n}条）"
NOTHING = "（无）"
COUNT = "共{n}条。"
