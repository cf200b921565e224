"""What is a responsible body, and where one name ends and the next begins."""

import re

# National bodies whose names hold 和, or end unlike other bodies.
_WHOLE = frozenset((
    "工业和信息化部", "文化和旅游部", "住房和城乡建设部", "国家发展和改革委员会", "人力资源和社会保障部",
    "国家林业和草原局", "国家粮食和物资储备局", "国家铁路局", "国家体育总局", "人民银行", "中国人民银行", "开发银行",
    "国家开发银行", "农业发展银行", "进出口银行", "银保监会", "证监会", "保监会", "银监会", "金融监管总局", "国铁集团",
    "铁路总公司", "全国工商联", "全国妇联", "全国总工会", "共青团中央", "中国残联", "中国科协", "中国贸促会",
    "供销合作总社", "全国供销合作总社", "中科院", "工程院", "中央网信办", "中央编办", "中央宣传部", "外汇局",
    "海关总署", "税务总局",
    "审计署", "新华社", "三峡集团", "国家电网", "南方电网", "国家电网公司", "高法院", "高检院", "最高人民法院",
    "最高人民检察院", "最高检",
    "贸促会", "公积金中心", "各高校", "各高等院校", "各金融机构", "各商业银行", "新疆生产建设兵团",
))  # fmt: skip
# How the name of a body ends.
_ENDINGS = (
    "部", "委", "局", "办", "署", "厅", "院", "处", "科", "室", "站", "队", "组", "司", "所", "党组", "政府", "银行",
    "人行", "支行", "分行", "联社", "总社", "供销社", "新华社", "委员会", "管委会", "联席会议", "理事会", "基金会",
    "协会", "学会", "商会", "联合会", "监会", "总会", "工会", "公司", "集团", "企业", "单位", "部门", "机关", "机构",
    "中心", "工商联", "妇联", "残联", "科协", "文联", "社科联", "侨联", "贸促会", "红十字会", "团委", "党委", "纪委",
    "党校", "高校", "院校", "学校", "大学", "医院", "电网", "兵团", "法院", "检察院", "消防", "海关", "支队", "大队",
    "总队", "公安", "办事处", "居委会", "村委会", "指挥部", "电台", "电视台", "报社", "园区", "开发区", "高新区",
    "经开区",
    "新区", "示范区", "功能区", "成员单位", "运营商", "街道", "乡镇", "镇", "乡", "地区", "各地", "社区", "常委会",
    "人大",
    "政协", "共青团", "总工会", "研究院", "博物馆", "图书馆", "档案馆", "供电", "邮政", "烟草", "气象台", "政法委",
    "网信办",
    "编办", "有关方面", "各方",
)  # fmt: skip
# 各市、县（市、区） and the like: places that stand for their governments.
_PLACES = re.compile(
    r"(?:各|全)?(?:有关|相关|市辖)?(?:省|自治区|直辖市|州|盟|旗|地|市|县|区|乡|镇|街道|村|社区|开发区){1,6}"
    r"(?:（[^（）]{1,12}）)?|[^、]{2,12}(?:省|市|县|区|州)"
)
_GOVERNMENT = re.compile(r".*(?:政府|党委)(?:（[^（）]*）)?")
_BARE_PLACE = re.compile(
    r"(?:各|全)?(?:有关|相关|地级以上)?(?:省|自治区|直辖市|计划单列市|州|盟|地级市|县级市|市|县|区|乡|镇)"
    r"(?:（[^（）]*）)?"
)
# What ends in one of the endings and yet is no body.
_NO_BODY = re.compile(
    r".*(?:社会|机会|全部|内部|外部|局部|东部|中部|西部|南部|北部|干部|以上|本科|学科|专科|场所|厕所|分队|车队)"
)
_NOTES = re.compile(r"（(?:牵头|负责|配合|主办|协办)(?:单位|部门)?）")
_FRONT = re.compile(r"(?:由|以及|及|和|与|并|请|注：)")
_JOINS = ("以及", "及", "和", "与")
_PARTED = "、，；,;/／＋+|"
_DECORATION = re.compile(r"<[^<>]{0,40}>|[@=＋+\-<>*“”\"'　\s]")


def known(name: str) -> bool:
    """Whether a name looks like that of a body or of the places that answer for themselves."""
    bare = re.sub(r"（[^（）]*）$", "", _DECORATION.sub("", name))
    if not 1 < len(bare) <= 40 or _NO_BODY.fullmatch(bare):
        return False
    if bare in _WHOLE or bare.endswith(_ENDINGS):
        return True
    return bool(_PLACES.fullmatch(bare)) and (bare.startswith(("各", "全")) or len(bare) > 2)


def is_office(name: str) -> bool:
    """Whether a name is that of an office, not merely a place: 县财政局, but not 县级市."""
    return known(name) and (name in _WHOLE or name.endswith(_ENDINGS))


def names(text: str) -> list[str]:
    """The names in a list, in order; each once."""
    joined = _governments(_pieces(text))
    parted = (name for piece in joined for name in _at_joins(piece))
    bare = (_FRONT.sub("", name, count=1) if _FRONT.match(name) and known(_FRONT.sub("", name, count=1)) else name
            for name in parted)  # fmt: skip
    return list(dict.fromkeys(name for name in bare if name))


def named_lead(text: str) -> str | None:
    """The body marked （牵头） inside a list, if one is."""
    return next((piece.partition("（牵头")[0] for piece in _pieces(text) if "（牵头" in piece), None)


def without_notes(text: str) -> str:
    """The list without the roles noted behind single names."""
    return _NOTES.sub("", text)


def _pieces(text: str) -> list[str]:
    """Cut at the separators that stand outside brackets."""
    pieces, begin, depth = [], 0, 0
    for at, character in enumerate(text):
        depth += (character in "（〔<") - (character in "）〕>" and depth > 0)
        # “+县教育局” begins with what parts elsewhere: a mark at the beginning of a name parts nothing.
        if character in _PARTED and not depth and (character not in "+＋" or at > begin):
            pieces.append(text[begin:at])
            begin = at + 1
    pieces.append(text[begin:])
    return [piece.strip() for piece in pieces if piece.strip()]


def _governments(pieces: list[str]) -> list[str]:
    """Put 各市、县（市、区）人民政府 together again: places whose 政府 comes at the end of the run."""
    told: list[str] = []
    run: list[str] = []
    for piece in pieces:
        if _BARE_PLACE.fullmatch(piece):
            run.append(piece)
            continue
        if run and _GOVERNMENT.fullmatch(piece) and not piece.startswith("各"):
            told.append("、".join([*run, piece]))
        else:
            told += [*run, piece]
        run = []
    return told + run


def _at_joins(name: str) -> list[str]:
    """Cut at 和, 及, 与 where bodies stand on both sides; 和 inside a name parts nothing."""
    for join in _JOINS:
        at = name.find(join, 1)
        while at > 0 and name not in _WHOLE:
            left, right = name[:at], name[at + len(join) :]
            if len(right) > 1 and _stands_alone(left) and name.count("（", 0, at) == name.count("）", 0, at):
                return [left, *_at_joins(right)]
            at = name.find(join, at + 1)
    return [name]


def _stands_alone(left: str) -> bool:
    return left in _WHOLE or (known(left) and left.endswith((*_ENDINGS, "）"))) or left.startswith("各")
