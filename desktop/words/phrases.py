"""Words of the window about phrases for narrative text."""

from db.words import phrases as told

USES = told.USES
PHRASES = "常用语"
TIP = "插入常用语 Alt+↓"
SEARCH = "输几个字查找"
LIST = "常用语，回车插入"
NONE_FOUND = "没有找到，按管理常用语可以新增。"
NONE_YET = "还没有常用语，按管理常用语可以恢复默认的或新增。"
MANAGE = "管理常用语…"
SPOKEN = "{use}：{text}"

TITLE = "管理常用语"
LINE = "填报进展、登记问题和写理由时，按Alt+↓插入。每一处修改马上保存，可以撤销。"
EDIT_LIST = "常用语清单"
ADD, REMOVE, UP, DOWN, RESTORE = "新增", "删除", "上移", "下移", "恢复默认"
TIP_REMOVE, TIP_UP, TIP_DOWN, TIP_ADD = "删除 Delete", "上移 Alt+↑", "下移 Alt+↓", "新增 Ctrl+N"
TEXT, USE, PREVIEW = "内容", "用于", "插入后"
TEXT_LINE = "回车保存。花括号里的是占位：知道的自动填上，其余的插入后由您填。"
INSERT_PLACEHOLDER = "插入占位"
FILLED_HEAD, LEFT_HEAD = "自动填上", "插入后由您填"
NEW = "新的一句"
PLACEHOLDER = told.PLACEHOLDER
PLACEHOLDERS_FILLED, PLACEHOLDERS_LEFT = tuple(told.FILLED.values()), told.LEFT
