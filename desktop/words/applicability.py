"""Words of the window about which tasks concern the county."""

ASK = "适用性向导…"
TITLE = "适用性向导"
STEPS = ("本县名称", "哪些任务适用")
STEP_SPOKEN = "第{n}步，共{of}步：{name}"
HEAD = "{n}个问题，先把不相干的任务放到一边"
LINE = "只是提出建议：不适用要写明理由、有人确认，随时可以改回来。"
HEAD_CONFIRM = "逐项确认哪些任务不适用"
LINE_CONFIRM = "勾上的标为不适用，不计入基数；理由可以改，不勾的照常统计。"
OF_ALL = "{n}项任务"
APPLICABLE, LEFT_OUT = "涉及{n}", "拟不适用{n}"
YES, NO = "是", "否"
ANSWERS = {True: YES, False: NO, None: "未答"}
KEYS = "键盘：Y或←是，N或→否，↑↓换题，Del清除。"
ALSO = "不用问的{tasks}，下一步一并列出。"
ALSO_ONE = "第{number}项“{short}”"
OF_TASK = "第{number}项 {short}"
EFFECTS = {"leave": "拟不适用", "ask": "待您定", "applies": "适用", "restore": "拟恢复适用", "out": "已不适用", "": ""}
ROW_SPOKEN = "{question}{answer}"
ROW_EFFECT = "{effect}，{task}"

TICK = "第{number}项 {short}"
TICK_RESTORE = "第{number}项 {short}：恢复适用"
WAS = "原理由：{reason}"
REASON = "第{number}项不适用的理由"
CONFIRMER = "确认人"
CONFIRMER_LINE = "谁定的写谁，会印在分解表里。"
NO_PROPOSALS = "按这些回答，没有要标为不适用的任务。"

BACK, NEXT, SKIP, BEGIN, CONFIRM = "上一步", "下一步", "跳过，以后再选", "开始使用", "确认"
FOOT = "每一项都可以在任务页恢复适用。"
DONE = "已标为不适用{out}项"
DONE_BACK = "已恢复适用{back}项"
DONE_BOTH = "已标为不适用{out}项，恢复适用{back}项"
DONE_KEPT = "已记下回答"
NO_GUIDE = "这份通知没有配套的适用性问题，建好后在任务页逐项标为不适用。"

HINTS = {
    "usually_not": "通常不适用：{reason}",
    "conditional": "看条件：{reason}",
    "partly": "部分适用：{reason}",
}
FIGURES = "{all}&nbsp;&nbsp;&nbsp;<b>{applicable}</b>&nbsp;&nbsp;&nbsp;{out}"
