"""What a line is: a label, the title, the document's number, a date, an addressee, web chrome.

The tables name the ways these are written; a way that is missing is one line more.
"""

import re
from dataclasses import dataclass

CN = "一二三四五六七八九十百〇零"
SENTENCE_END = ("。", "！", "？", "）", "”", "；", "：", "】", "〕", "》")

# --- labels: the ways items are numbered, and how deep each stands ------------------------------------
LABELS = (
    ("chapter", 0, re.compile(rf"(第[{CN}\d]{{1,4}}(?:章|部分|篇|编))(?=[^，。]{{0,40}}$)")),
    ("part", 1, re.compile(rf"([{CN}]{{1,4}}(?:、(?![{CN}]{{1,2}}[、级线类季年月])|．|\.(?!\d)))")),
    ("bracket", 2, re.compile(rf"(（[{CN}]{{1,4}}）)[、.．]?")),
    ("article", 2, re.compile(rf"(第[{CN}]{{1,4}}条)")),
    ("figure", 3, re.compile(r"(\d{1,3}(?:[、．]|\.(?!\d)|\.(?=20\d\d年))|[⒈-⒛]|(?:任务|事项)\d{1,3}[：、.．])")),
    ("ordinal", 3, re.compile(rf"(第[{CN}]{{1,3}}[，、：])")),
    ("half", 4, re.compile(r"(\d{1,3}[)）])")),
    ("round", 4, re.compile(r"(（\d{1,3}）|[⑴-⒇])")),
    ("circle", 5, re.compile("([①-⑳㉑-㉟])")),
)  # fmt: skip


# Where, inside a line that lost its line ends, an item begins: behind a sentence, a clause or a blank.
INNER_LABEL = re.compile(rf"(?<=[。）；\s])(?=（[{CN}]{{1,3}}）|[{CN}]{{1,2}}、(?![{CN}]))")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: its style and depth, as printed, its value, and what follows it."""

    style: str
    depth: int
    printed: str
    value: int
    rest: str


def label(text: str) -> Label | None:
    """The label a line begins with."""
    for style, depth, pattern in LABELS:
        found = pattern.match(text)
        if found:
            return Label(style, depth, found[1], value(found[1]), text[found.end() :].strip())
    return None


def value(printed: str) -> int:
    """The number a label or a year means."""
    digits = re.sub(r"\D", "", printed)
    if digits:
        return int(digits[:9])
    for first, begin in (("①", 1), ("㉑", 21), ("⑴", 1), ("⒈", 1)):
        if 0 <= ord(printed[0]) - ord(first) < 20:
            return ord(printed[0]) - ord(first) + begin
    total = figure = 0
    ones = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
    for character in printed:
        if character in ones:
            figure = ones[character]
        elif character in "十百":
            total += (figure or 1) * (10 if character == "十" else 100)
            figure = 0
    return total + figure


# --- head: title, number, date, issuer, addressee ------------------------------------------------------
_KINDS = (
    "通知", "意见", "方案", "要点", "办法", "决定", "计划", "措施", "规定", "通报", "批复", "函", "公告", "细则",
    "安排", "规划", "纲要", "分工", "任务", "清单", "行动", "政策", "举措", "请示", "报告", "通告", "工作",
)  # fmt: skip
_PLAIN_KINDS = (
    "分解表", "任务", "要点", "方案", "分工", "任务清单", "重点工作", "工作计划", "行动计划", "工作安排", "责任清单",
    "一览表", "任务表", "分工表", "台账", "措施", "意见", "计划", "责任分解", "实施细则", "通知",
)  # fmt: skip
_BEHIND = re.compile(r"（[^（）]{1,16}）$")
_ORGAN = re.compile(r"[^。：；，、（）《》\d\t]{2,60}(?:[部委局办厅院府室会行署组社联司处]|集团|中心)")
_OPENS, _CLOSES = "《〈“（", "》〉”）"
TITLE_LINES, TITLE_LENGTH = 6, 200


def is_title(text: str) -> bool:
    """Whether a text is a whole title: 关于…的通知, or …分解表 without 关于."""
    bare = _BEHIND.sub("", text)
    if not 6 <= len(bare) <= TITLE_LENGTH or any(mark in bare for mark in "。；：\t") or label(bare):
        return False
    if any(bare.count(a) != bare.count(b) for a, b in zip(_OPENS, _CLOSES, strict=True)):
        return False
    if "关于" in bare:
        return bare.endswith(_KINDS) and not bare.startswith(("为", "根据", "按照", "依据", "—", "-", "《"))
    return bare.endswith(_PLAIN_KINDS) and "，" not in bare


def is_letter(title: str) -> bool:
    """Whether a title ends as that of a letter does: …的通知; such a one goes on no further."""
    return _BEHIND.sub("", title).endswith(("的通知", "的意见", "的决定", "的批复", "的函", "的通报", "的公告"))


def begins_title(text: str) -> bool:
    """Whether a title may begin with this line: it says 关于, or names who issues."""
    return "关于" in text or is_organ(text)


def is_organ(text: str) -> bool:
    """Whether a line is nothing but the names of those who issue."""
    return len(text) <= 80 and all(_ORGAN.fullmatch(piece) for piece in text.split(" ") if piece)


_NUMBER = re.compile(
    r"([^\s：，。；、（）()《》〔〕\[\]\d]{1,14})[〔\[（【(]((?:19|20)\d\d)[〕\]）】)]((?:第|特|增)?\d{1,5})号"
)
_NUMBER_SAID = re.compile(r"(?:发文字号|文件编号|发文号|文件号|公文号|文号|字号|编号)：?(?=\S)")


def number_alone(text: str) -> str | None:
    """The document's number when a line holds nothing else."""
    found = _NUMBER.fullmatch(text.strip("（）() ")) or _NUMBER.fullmatch(text)
    return _official(found) if found else None


def number_said(text: str) -> str | None:
    """The document's number behind 发文字号： or before the title, as web pages print it."""
    said = _NUMBER_SAID.search(text[:400])
    found = _NUMBER.match(text[said.end() :].strip() if said else text)
    return _official(found) if found and (said or text[found.end() :].startswith("《")) else None


def _official(found: re.Match[str]) -> str:
    return f"{found[1]}〔{found[2]}〕{found[3]}号"


_YEAR = "(?:19|20)\\d\\d|[二一][〇零○ΟOo０九一二三四五六七八]{3}"
_DAY = re.compile(rf"({_YEAR})年(\d{{1,2}}|[{CN}]{{1,3}})月(\d{{1,2}}|[{CN}]{{1,3}})日")
_DATED_BY = re.compile(r"(?:成文日期|发文日期)：?(.{4,16}?日)")
_DATE_ISO = re.compile(r"(?:成文日期|发文日期)：?(\d{4})-(\d{1,2})-(\d{1,2})")


def date_alone(text: str) -> tuple[str, str] | None:
    """The date (YYYY-MM-DD) of a line that holds only a date, or an issuer and a date; with that issuer."""
    if len(text) > 90:
        return None
    found = _DAY.search(text.strip("（）"))
    if not found or text.strip("（）")[found.end() :].strip():
        return None
    before = text.strip("（）")[: found.start()].strip()
    return (_iso(found), before) if not before or is_organ(before) else None


def date_said(text: str) -> str | None:
    """The date behind 成文日期：."""
    iso = _DATE_ISO.search(text[:600])
    if iso:
        return f"{iso[1]}-{int(iso[2]):02d}-{int(iso[3]):02d}"
    said = _DATED_BY.search(text[:600])
    found = _DAY.fullmatch(said[1]) if said else None
    return _iso(found) if found else None


def _iso(found: re.Match[str]) -> str:
    year = found[1]
    if not year.isdigit():
        ones = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")}
        year = "".join(ones.get(character, "0") for character in year)
    return f"{year}-{value(found[2]):02d}-{value(found[3]):02d}"


_ADDRESSED = re.compile(r"各|人民政府|部门|机构|单位|委员会|国务院|中央|你|厅|局")

_ANNOUNCES = re.compile(r"如下|现将|现就|意见|方案|通知|要点")


def is_addressee(text: str) -> bool:
    """Whether a line says to whom the letter goes: …各直属机构：."""
    short = text.endswith("：") and len(text) < 500 and "。" not in text
    return short and bool(_ADDRESSED.search(text)) and not _ANNOUNCES.search(text)


# --- what is no part of the notice ---------------------------------------------------------------------
# What a page tells of the notice, as 来源：….
_FIELDS = (
    "来源", "信息来源", "稿件来源", "文章来源", "发布时间", "发布日期", "浏览次数", "浏览量", "点击数", "阅读次数",
    "作者", "索引号", "主题分类", "公文种类", "发文机关", "发布机构", "标题", "主题词", "有效性", "信息分类",
    "公开方式", "公开形式", "当前位置", "您的位置", "现在位置", "所在位置", "位置",
)  # fmt: skip
# What a page offers: print, share, larger type, the way back.
_OFFERS = tuple(map(re.compile, (
    r"【?字[号体]：?.{0,20}", r".{0,6}大[\s|｜]*中[\s|｜]*小.{0,8}", r"打印.{0,12}",
    r".{0,12}(?:关闭|打印)(?:本页|窗口|此页).{0,6}", r"【.{1,12}】", r"\[.{1,8}\]", r"分享到?：?.{0,20}",
    r".{0,10}扫一扫.{0,30}", r"[回返]到?顶部", r"下载.{0,20}", r"收藏.{0,6}", r"首页.{0,60}",
    r"（?此件.{2,8}公开.{0,4}）?", r"（?(?:依申请|主动)公开）?",
)))  # fmt: skip
# After such a line, alone or with words behind a colon, nothing of the notice comes.
_ENDINGS = (
    "相关链接", "相关报道", "相关文档", "相关文件", "相关解读", "相关稿件", "政策解读", "上一篇", "下一篇",
    "责任编辑", "编辑", "版权所有", "主办", "承办", "网站地图", "联系我们", "网站标识码", "回到顶部", "返回顶部",
    "关闭窗口", "打印本页", "分享到",
    "抄送", "抄报", "主送", "分送", "印发份数",
)  # fmt: skip
_ENDS = tuple(map(re.compile, (
    r".{2,40}(?:办公室|办公厅|秘书[处科局]|综合科)\s*(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发",
    r".{0,40}ICP备.{0,60}", r".{0,10}公网安备.{0,60}", r".{0,4}扫一扫.{0,30}", r"Copyright.{0,200}", r"版权所有.{0,60}",
)))  # fmt: skip
_ANNEX = re.compile(rf"附\s?[件表录]?\s?[{CN}\d]{{0,3}}[：:]?")
_ANNEX_LIST = re.compile(rf"附\s?[件表录]?\s?[{CN}\d]{{0,3}}[：:].{{2,200}}")


def is_chrome(text: str) -> bool:
    """Whether a line belongs to the web page around the notice; a sentence never does."""
    if len(text) > 200 or text.endswith("。"):
        return False
    return text.partition("：")[0].strip() in _FIELDS or any(offer.fullmatch(text) for offer in _OFFERS)


def stops(text: str) -> bool:
    """Whether the notice is over at this line: 抄送：, 责任编辑：, 扫一扫…."""
    if len(text) > 260:
        return False
    return text.partition("：")[0].strip() in _ENDINGS or any(end.fullmatch(text) for end in _ENDS)


def closes(text: str) -> bool:
    """Whether a paragraph closes a notice: 各地区、各部门要…, 特此通知, 本通知自…."""
    return text.startswith(("各", "本通知", "本方案", "本意见", "特此", "请", "以上", "国务院办公厅", "实施中"))


def is_annex(text: str) -> bool:
    """Whether an annex begins at this line: 附件, 附件2."""
    return len(text) <= 8 and bool(_ANNEX.fullmatch(text))


def lists_annexes(text: str) -> bool:
    """Whether a line begins the list of annexes: 附件：1.…."""
    return len(text) <= 220 and bool(_ANNEX_LIST.fullmatch(text))


# --- tables and labelled lines -------------------------------------------------------------------------
ROLE_LINE = re.compile(r"[（〔【\[]?(?:牵头|主办|责任|负责|配合|协办|参与|落实|承办|实施)(?:责任)?(?:单位|部门)[：:]")
COLUMNS = (
    ("label", re.compile(r"序\s*号|编\s*号|项次|№|NO\.?")),
    ("group", re.compile(r"类\s*别|项目类别|领域|分类|工作类别|板块")),
    ("lead", re.compile(r"(?:总)?(?:牵头|主办|主责)(?:责任)?(?:单位|部门)(?:（.*）)?")),
    ("support", re.compile(r"(?:配合|协办|参与|参加|协助|协同)(?:责任)?(?:单位|部门)(?:（.*）)?")),
    ("responsible", re.compile(r"(?:责任|负责|落实|承办|实施)(?:责任)?(?:单位|部门|主体)(?:（.*）)?|分工")),
    ("due", re.compile(r".{0,6}(?:时限|期限|时间|进度安排|时间节点|进度要求|进度).{0,4}")),
    ("task", re.compile(r".{0,8}(?:任务|事项|内容|措施|举措|工作|目标|项目|要求|名称).{0,6}")),
)


def column(head: str) -> str:
    """What a column holds, told by its head; "" for what nobody needs."""
    return next((kind for kind, pattern in COLUMNS if pattern.fullmatch(head.strip())), "")


def is_table_head(cells: list[str]) -> bool:
    """Whether a row is the head of a table of tasks."""
    kinds = {column(cell) for cell in cells} if len(cells) < 20 else set()
    return "task" in kinds and bool(kinds & {"lead", "responsible"})
