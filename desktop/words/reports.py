"""The words of the report page: kinds, options, preview, export and print."""

PAGE = "报告"
# --- kinds -------------------------------------------------------------------------------------------
KINDS = "报告的种类"
GROUPS = {"common": "常用", "tables": "清单和表", "forms": "审批和督办"}
OVERDUE_HINT = "逾期{overdue}，临期{soon}"
UNITS_HINT = "{n}个单位"
UNDIVIDED_HINT = "{tasks}项任务，未分解{n}"
CLOSING_HINT = "待销号{n}项"
NOT_APPLICABLE_HINT = "{n}项不适用"
PROBLEMS_HINT = "{n}个问题"
KIND_SPOKEN = "{name}，{hint}"
NONE_OF_IT = "没有"

# --- options -----------------------------------------------------------------------------------------
OPTIONS = "选项"
PERIOD, AS_OF = "期次", "数据截止"
PERIOD_NOW = "{name}（本期）"
PERIOD_NONE = "本期"
PERIOD_LOCKED = "{name}　已封账"
AS_OF_NOW = "{day}\n按当前数据"
AS_OF_LOCKED = "{day}\n按封账时的数据"
SCOPE = "范围"
SCOPES = {"all": "全部任务", "part": "一个部分", "task": "一项任务", "unit": "一个单位"}
SCOPE_ACTION, SCOPE_ACTIONS = "行动{code}", "选定的{n}项行动"
SCOPE_OF = {"part": "哪个部分", "task": "哪项任务", "unit": "哪个单位"}
SEGMENTS = {
    "binding": ("版式", {"meeting": "会议版", "bound": "装订版"}),
    "size": ("纸张", {"A4": "A4", "A3": "A3"}),
    "rows": ("画到", {"tasks": "任务", "actions": "行动"}),
    "stamped": ("落款", {"yes": "盖章版", "no": "不盖章版"}),
}
SEGMENT_TIPS = {
    "binding": "会议版横排在桌上看；装订版把横表转到竖页上，与其他材料一起装订",
    "size": "A3只有会议版",
    "rows": "每行一项任务，或每行一项行动",
    "stamped": "盖章版给印章留出位置",
}
TICKS = {
    "compare": "与上期比较",
    "not_applicable": "写明不适用事项",
    "attachments": "写附件说明",
    "phones": "显示联系电话",
    "signatures": "签字栏",
    "duplex": "双面印刷",
}
TICK_TIPS = {
    "compare": "与前一次封账的数据比较",
    "not_applicable": "写明哪些任务不涉及本县",
    "attachments": "在正文后面列出附件的名称",
    "phones": "印出责任人和联系人的电话",
    "signatures": "表后留制表人、审核人、分管领导签字的一行",
    "duplex": "双页左右页边对调，打印时双面",
}
EXTRAS, ATTACHED = "合订哪些", "附件有哪些"
LETTER = {"addressee": "主送", "signer": "署名", "contact": "联系人", "phone": "电话", "cc": "抄送"}
LETTER_LOCKED = "这一期已经封账，印的是封账时的内容"

# --- the foot: what was checked ----------------------------------------------------------------------
CHECKED = "数字核对一致"
TYPED = "有手写的数字，请核对"
TYPED_LINE = "其余数字与台账一致。改过的正文里有{n}处数字是手写的，不随台账更新：{shown}。"
CHECKED_LINE = "核对{n}处，数字与台账一致。"
BETWEEN_FACES = "、"
FACES_LINE = "字体：{faces}。"
WRONG = "有{n}处数字对不上"
WRONG_LINE = "改好以前不能导出和打印。点一处，看它数的行。"
WRONG_LIST = "对不上的数字"
WRONG_REFUSED = "有{n}处数字对不上，没有导出。请先看左边列出的各处。"
SETTING = "正在排版…"
MISSING = "{n}个字没有字形，会印成〓"
MISSING_LINE = "点一个，去看它写在哪里。"
MISSING_AT = "{character}　{where}"
MISSING_TITLE = "有的字印不出来"
MISSING_EXPLAIN = "{n}个字没有一种字体有，会印成〓。可以先改成别的写法，也可以照这样导出。"
MISSING_DO, MISSING_PRINT = "照这样导出", "照这样打印"

# --- the preview -------------------------------------------------------------------------------------
PREVIEW = "预览"
VIEW = "报告预览，第{first}至{last}页，共{of}页"
VIEW_EMPTY = "报告预览"
DRAWING = "正在显示这一页…"
LARGER, SMALLER = "放大（+，或Ctrl+滚轮）", "缩小（-，或Ctrl+滚轮）"
ZOOM = "显示大小：{name}"
ZOOMS = {"page": "整页（0）", "width": "适合宽度（9）"}
ZOOM_NAMES = {"page": "整页", "width": "页宽"}
PERCENT = "{n}%"
PREVIOUS, NEXT = "上一页（PgUp）", "下一页（PgDn）"
PAGE_FIELD = "页码，输入后按回车"
PAGES = "{first}—{last}"
PAGE_ONE = "{first}"
OF_PAGES = "/ {n}页"
BACK_TO_OPTIONS, TO_PREVIEW = "选项", "预览"
EMPTY_HEAD = "这份报告暂无内容"
OTHER_KIND = "换一种报告"
FAILED_HEAD = "没有排成"
AGAIN = "再试一次"

# --- export and print --------------------------------------------------------------------------------
PRINT_ACT = "打印和导出报告"
EXPORT, PRINT, WORD = "导出PDF", "打印", "Word"
EXPORT_TIP, PRINT_TIP, WORD_TIP = "导出PDF Ctrl+E", "打印 Ctrl+P", "导出可在Word、WPS里修改的文件"
EXPORT_TITLE = "导出{name}"
FILE_NAME = "{county}-{name}-{day}"
FILE_NAME_OF = "{county}-{name}-{scope}-{day}"
KIND_OF_FILE = {".pdf": "PDF文件 (*.pdf)", ".docx": "Word文件 (*.docx)"}
EXPORTING = "正在生成{name}…"
EXPORTED = "已导出{name}，共{pages}页。"
EXPORTED_WORD = "已导出{name}，可在Word、WPS里修改。"
EXPORTED_TO = "保存在{folder}。"
NOT_DRAWN = "有{n}个生僻字没有字形，印成了〓：{characters}。"
OPEN_FILE, OPEN_FOLDER = "打开文件", "打开文件夹"
PRINTING = "正在打印{name}，第{n}页，共{of}页…"
PRINTED = "{name}已送到打印机，共{n}页。"
PRINT_CANCELLED = "已取消打印，送出了{n}页。"
PRINT_FAILED = "没有打印成，打印机没有接收。"
PRINT_FAILED_LINE = "请检查打印机是否打开、有没有纸，再试一次；也可以先导出PDF。"
BUSY = "上一份还没有完成，请稍候。"
