"""Relatives of the golden set, written from what such notices look like: one test, one trait of the family."""

import io

import docx
import pytest

from db.errors import NotANotice
from db.notice import clauses
from db.notice.parser import parse, read_notice, read_text

TITLE = "某市人民政府办公室关于印发2023年重点工作任务分工方案的通知"
HEAD = f"{TITLE}\n某政办发〔2023〕5号\n各县区人民政府，市政府各部门：\n某市人民政府办公室\n2023年2月1日\n"


def told(text):
    """Label, part, title and bodies of every task."""
    return [(task.label, task.part, task.title, task.departments) for task in read_text(text).tasks]


# --- responsible clauses -------------------------------------------------------------------------------

CLAUSES = {
    # what is printed: lead, responsible, support, open list, by when
    "发展改革委负责": ("", "发展改革委", "", False, ""),
    "发展改革委、财政部等负责": ("", "发展改革委 财政部", "", True, ""),
    "发展改革委牵头，国务院相关部门及各地区按职责分工负责": ("发展改革委", "国务院相关部门 各地区", "", False, ""),
    "财政部牵头，发展改革委、人民银行等按职责分工负责，6月底前完成": ("财政部", "发展改革委 人民银行", "", True, "6月底前完成"),
    "国务院各部门分别负责，年内持续推进": ("", "国务院各部门", "", False, "年内持续推进"),
    "县统计局牵头，县公安局配合": ("县统计局", "", "县公安局", False, ""),
    "县发展改革局会同有关部门负责": ("", "县发展改革局", "", True, ""),
    "省发展改革委会同省自然资源厅负责": ("", "省发展改革委 省自然资源厅", "", False, ""),
    "税务总局、财政部负责，列第一位者为牵头单位，下同": ("", "税务总局 财政部", "", False, ""),
    "商务部、海关总署，各省级人民政府按职责分工负责": ("", "商务部 海关总署 各省级人民政府", "", False, ""),
    "农业农村部和各省级人民政府负责": ("", "农业农村部 各省级人民政府", "", False, ""),
    "工业和信息化部、文化和旅游部及财政部负责": ("", "工业和信息化部 文化和旅游部 财政部", "", False, ""),
    "市住房和城乡建设局和市自然资源和规划局负责": ("", "市住房和城乡建设局 市自然资源和规划局", "", False, ""),
    "重庆市和四川省有关部门负责": ("", "重庆市和四川省有关部门", "", False, ""),
    "甲局、乙局等和各有关省级人民政府负责": ("", "甲局 乙局 各有关省级人民政府", "", True, ""),
    "省委组织部、省民政厅等13个部门按职责分工负责": ("", "省委组织部 省民政厅", "", True, ""),
    "能源局等省有关部门和各地级以上市人民政府负责": ("", "能源局 各地级以上市人民政府", "", True, ""),
    "省公安厅，各市、县（市、区）人民政府负责": ("", "省公安厅 各市、县（市、区）人民政府", "", False, ""),
    "各省（自治区、直辖市）人民政府负责": ("", "各省（自治区、直辖市）人民政府", "", False, ""),
    "市发展改革委（市粮食和储备局）、市财政局负责": ("", "市发展改革委（市粮食和储备局） 市财政局", "", False, ""),
    "县公安局/县司法局负责": ("", "县公安局 县司法局", "", False, ""),
    "责任单位：县教育局、县财政局，各乡镇人民政府": ("", "县教育局 县财政局 各乡镇人民政府", "", False, ""),
    "责任单位：县住房城乡建设局；配合单位：县财政局": ("县住房城乡建设局", "", "县财政局", False, ""),
    "牵头单位：省发展改革委；责任单位：省商务厅、省税务局": ("省发展改革委", "省商务厅 省税务局", "", False, ""),
    "牵头单位：区政府办公室，责任单位：区政府有关部门，各街道": ("区政府办公室", "区政府有关部门 各街道", "", False, ""),
    "牵头单位：市工信局；完成时限：2023年12月底": ("市工信局", "", "", False, "2023年12月底"),
    "负责部门：发展改革委、商务部；适用范围：全国": ("", "发展改革委 商务部", "", False, ""),
    "责任单位：县住建局（牵头）、县财政局": ("县住建局", "县财政局", "", False, ""),
    "市工信局、市发改委": ("", "市工信局 市发改委", "", False, ""),
    "省公安厅牵头，省发展改革委等部门参与，各市县负责落实": ("省公安厅", "各市县", "省发展改革委", True, ""),
    "县教育局牵头，责任单位：县财政局、各中小学校": ("县教育局", "县财政局 各中小学校", "", False, ""),
    "财政部、税务总局起草": ("", "财政部 税务总局", "", False, ""),
    "最高法院、最高检、公安部；2021年底前完成": ("", "最高法院 最高检 公安部", "", False, "2021年底前完成"),
}  # fmt: skip


@pytest.mark.parametrize("printed", CLAUSES)
def test_a_clause_names_its_bodies_by_role(printed):
    found = clauses.read(printed)
    assert found is not None
    lead, responsible, support, open_list, due = CLAUSES[printed]
    roles = tuple(" ".join(names) for names in (found.lead, found.responsible, found.support))
    assert (*roles, found.open_list, found.due) == (lead, responsible, support, open_list, due)


@pytest.mark.parametrize(
    "bait",
    ["含设区市和县级市", "2014—2020年", "郊", "区、市", "镇", "妈妈负责", "联系人：王某某", "以下简称“双创”", "试行", "见附件",
     "含新媒体", "爸爸洗碗", "国办发〔2020〕6号", "全部负责", "责任到人"],
)  # fmt: skip
def test_a_bracket_that_names_nobody_is_text(bait):
    assert clauses.read(bait) is None
    task = read_text(f"{HEAD}一、重点\n（一）甲项。做好乙（{bait}）工作。（县公安局负责）").tasks[0]
    assert task.body == f"做好乙（{bait}）工作。"
    assert task.departments == ("县公安局",)


def test_bodies_stand_in_the_order_printed():
    found = clauses.read("省公安厅牵头，省民政厅配合，各市县负责")
    assert found.bodies == ("省公安厅", "省民政厅", "各市县")


# --- structure -----------------------------------------------------------------------------------------


def test_figures_run_through_sub_headings_and_the_level_with_bodies_is_the_task():
    notice = read_text(
        "国务院关于促进某区发展的若干意见\n国发〔2019〕3号\n各省、自治区、直辖市人民政府：\n现提出以下意见。\n"
        "一、总体要求\n（一）指导思想。\n坚持稳中求进。\n（二）基本原则。\n坚持改革。\n"
        "二、主要任务\n（一）统筹两个市场，打造制造中心。\n1.拓展市场。推广试点。（税务总局、财政部负责，列第一位者为牵头单位，下同）\n"
        "2.提前适用。（海关总署、税务总局负责）\n（二）推动创新。\n3.建设高地。5.5公里以内适用。（商务部负责）\n"
        "三、加强领导\n各地区要高度重视。\n国务院\n2019年1月12日\n（此件公开发布）"
    )
    assert [part.title for part in notice.parts] == ["总体要求", "主要任务", "加强领导"]
    assert [(task.label, task.part) for task in notice.tasks] == [("1.", 2), ("2.", 2), ("3.", 2)]
    assert [task.lead for task in notice.tasks] == [("税务总局",), ("海关总署",), ("商务部",)]
    assert "指导思想" in notice.parts[0].intro
    assert notice.parts[2].intro == "各地区要高度重视。"
    assert (notice.issuer, notice.date, notice.warnings) == ("国务院", "2019-01-12", ())


def test_top_level_items_are_the_tasks_when_they_carry_the_bodies():
    notice = read_text(
        "国务院关于加快发展的若干意见\n国发〔2018〕42号\n一、加强设计。完善体系。（发展改革委、财政部负责）\n"
        "二、健全标准。\n（一）制定标准。\n（二）推广标准。\n做好宣传。（市场监管总局负责）\n三、强化保障。（财政部负责）"
    )
    assert [(task.label, task.title) for task in notice.tasks] == [
        ("一、", "加强设计"), ("二、", "健全标准"), ("三、", "强化保障"),
    ]  # fmt: skip
    assert notice.parts == ()
    assert notice.tasks[1].departments == ("市场监管总局",)


def test_a_measure_below_a_task_stays_with_it_and_its_clause_is_a_group():
    task = read_text(
        f"{HEAD}一、推动放权\n（一）放宽准入。（发展改革委牵头，各地区负责）\n具体措施：\n1.2019年底前修订清单。（商务部负责）\n"
        "2.清理限制。（发展改革委负责）\n（二）简化审批。（国务院办公厅负责）\n（三）优化服务。（公安部负责）"
    ).tasks[0]
    assert task.groups == (("发展改革委", "各地区"), ("商务部",), ("发展改革委",))
    assert task.body == "具体措施：\n1.2019年底前修订清单。\n2.清理限制。"


def test_four_levels_numbering_restarts_in_every_part():
    assert told(
        f"{HEAD}第一部分 经济\n一、工业\n（一）抓项目\n1.开工50个。（县发改局牵头，县工信局配合）\n2.招商20亿元。（县商务局负责）\n"
        "第二部分 民生\n二、教育\n（二）办学\n1.改善条件。（县教育局负责）"
    ) == [
        ("1.", 1, "开工50个", ("县发改局", "县工信局")), ("2.", 1, "招商20亿元", ("县商务局",)),
        ("1.", 2, "改善条件", ("县教育局",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("labels"),
    [("（一）", "（二）", "（三）"), ("1.", "2.", "3."), ("1．", "2．", "3．"), ("1、", "2、", "3、"), ("（1）", "（2）", "（3）"),
     ("1）", "2）", "3）"), ("第一，", "第二，", "第三，"), ("①", "②", "③"), ("一、", "二、", "三、"), ("⒈", "⒉", "⒊"),
     ("第一条", "第二条", "第三条"), ("任务1：", "任务2：", "任务3：")],
)  # fmt: skip
def test_every_usual_label(labels):
    lines = [f"{label}甲项工作。做好乙。（县公安局负责）" for label in labels]
    notice = read_text(HEAD + "\n".join(lines))
    assert [task.label for task in notice.tasks] == list(labels)
    assert {task.title for task in notice.tasks} == {"甲项工作"}
    assert notice.warnings == ()


def test_half_width_brackets_and_blanks_in_labels():
    assert told(f"{HEAD}一、重点\n(一)甲项.(县公安局负责)\n( 二 ) 乙项。(县 财政局 负责)")[1] == (
        "（二）", 1, "乙项", ("县财政局",),
    )  # fmt: skip


@pytest.mark.parametrize("figure", ["5.5公里管网", "1.2亿元投资", "2023年任务", "3.0版系统", "三、四线城市"])
def test_a_figure_at_the_start_of_a_line_is_no_label(figure):
    notice = read_text(f"{HEAD}一、重点\n（一）甲项。\n{figure}要完成。（县公安局负责）\n（二）乙项。（县财政局负责）")
    assert [task.label for task in notice.tasks] == ["（一）", "（二）"]
    assert notice.tasks[0].body == f"{figure}要完成。"


def test_own_lines_name_the_bodies_and_the_deadline():
    task = read_text(
        f"{HEAD}一、重点\n1.甲项工作。做好乙。\n牵头单位：市工信局\n配合单位：市财政局 市教育局\n完成时限：2023年12月底\n"
        "2.乙项工作。\n（牵头单位：市商务局；责任单位：各县区；完成时限：持续推进）"
    ).tasks
    assert (task[0].lead, task[0].support, task[0].due_words) == (("市工信局",), ("市财政局", "市教育局"), "2023年12月底")
    assert (task[1].lead, task[1].departments, task[1].due_words) == (("市商务局",), ("市商务局", "各县区"), "持续推进")
    assert task[0].body == "做好乙。"


@pytest.mark.parametrize("marks", ["（）", "〔〕", "【】", "[]"])
def test_any_bracket_may_hold_the_clause(marks):
    text = f"{HEAD}一、重点\n1.甲项。做好乙。{marks[0]}牵头单位：区司法局；责任单位：区政府有关部门{marks[1]}\n2.丙项。（县公安局负责）"
    assert read_text(text).tasks[0].departments == ("区司法局", "区政府有关部门")


def test_more_than_a_hundred_tasks():
    lines = [f"{n}.第{n}项工作。做好它。（县公安局负责）" for n in range(1, 121)]
    notice = read_text(HEAD + "\n".join(lines))
    assert len(notice.tasks) == 120
    assert notice.warnings == ()


def test_what_stands_below_a_clause_in_the_heading_is_the_tasks_body():
    tasks = read_text(f"{HEAD}一、抓项目（责任单位：县发改局）\n1.开工50个。\n二、抓企业（责任单位：县工信局）\n1.培育10家。").tasks
    assert [(task.title, task.body) for task in tasks] == [("抓项目", "1.开工50个。"), ("抓企业", "1.培育10家。")]
    tasks = read_text(f"{HEAD}（一）甲项（责任单位：县发改局）\n做好乙。\n（二）丙项（责任单位：县工信局）\n做好丁。").tasks
    assert [task.body for task in tasks] == ["做好乙。", "做好丁。"]


@pytest.mark.parametrize(
    "line",
    ["承办好各类赛事。", "主办单位：市体育局", "政策解读要跟上。", "首页要设专栏。", "打印设备要更新。", "编辑出版一批读物。", "位置偏远的村要优先。"],
)
def test_lines_that_only_begin_like_a_web_page_stay(line):
    notice = read_text(f"{HEAD}一、重点\n（一）甲项。\n{line}\n做好乙。（县公安局负责）\n（二）丙项。（县财政局负责）")
    assert len(notice.tasks) == 2
    said = notice.tasks[0].body + "".join(notice.tasks[0].departments)
    assert line.removeprefix("主办单位：") in said


# --- the letter around the tasks -----------------------------------------------------------------------


def test_a_letter_with_items_of_its_own_is_not_the_plan():
    notice = read_text(
        "市人民政府办公厅关于印发2020年目标任务责任分解方案的通知\n某政办〔2020〕1号\n各区人民政府，各有关单位：\n"
        "一、压实责任。各责任单位要加强领导。\n二、加强统筹。\n某市人民政府办公厅\n2020年1月17日\n2020年目标任务责任分解方案\n"
        "一、稳中求进\n（一）增长7.5%左右。\n责任单位：市发改委，市统计局"
    )
    assert [(task.label, task.departments) for task in notice.tasks] == [("（一）", ("市发改委", "市统计局"))]
    assert [part.title for part in notice.parts] == ["稳中求进"]
    assert notice.complete


def test_what_follows_the_last_clause_belongs_to_no_task():
    notice = read_text(
        f"{HEAD}一、重点\n（一）甲项。做好乙。（县公安局负责）\n各地区、各部门要高度重视，抓好落实。\n附件：1.分解表\n2.名单\n"
        "抄送：市委办公室。\n某市人民政府办公室 2023年2月1日印发"
    )
    assert [task.body for task in notice.tasks] == ["做好乙。"]
    assert notice.complete


@pytest.mark.parametrize(
    "lines",
    [
        ("某市人民政府办公室", "关于印发2023年重点工作", "任务分工方案的通知"),
        (TITLE,),
        ("某市人民政府办公室关于印发2023年", "重点工作任务分工方案的通知"),
    ],
)
def test_a_title_over_several_lines(lines):
    chrome = "首页 > 政府公报\n发布时间：2023-02-03 来源：市政府办 字号：[大 中 小]\n"
    text = HEAD.replace(TITLE, "\n".join(lines))
    assert read_text(f"{chrome}{text}一、重点\n（一）甲项。（县公安局负责）").title == TITLE


def test_issuers_of_a_joint_notice_stay_apart():
    notice = read_text(
        "中共某县委办公室　某县人民政府办公室\n关于印发《某县2023年工作要点》的通知\n某办发〔2023〕5号\n各乡镇：\n一、重点\n1.甲项。（县公安局负责）"
    )
    assert notice.title == "中共某县委办公室 某县人民政府办公室关于印发《某县2023年工作要点》的通知"
    assert notice.issuer == "中共某县委办公室 某县人民政府办公室"


@pytest.mark.parametrize(
    ("printed", "date"),
    [("2020年4月3日", "2020-04-03"), ("2020 年 4 月 3 日", "2020-04-03"), ("二〇二〇年四月三日", "2020-04-03"),
     ("二○○九年十月二十九日", "2009-10-29")],
)  # fmt: skip
def test_dates_as_they_are_written(printed, date):
    assert read_text(f"{HEAD.replace('2023年2月1日', printed)}一、重点\n（一）甲项。（县公安局负责）").date == date


@pytest.mark.parametrize("printed", ["某政办发〔2023〕5号", "某政办发[2023]5号", "某政办发(2023)5号", "发文字号：某政办发〔2023〕5号"])
def test_the_number_is_told_in_the_official_brackets(printed):
    text = HEAD.replace("某政办发〔2023〕5号", printed) + "一、重点\n（一）甲项。（县公安局负责）"
    assert read_text(text).doc_number == "某政办发〔2023〕5号"


def test_a_number_quoted_in_the_text_is_not_the_notices_own():
    text = "关于做好工作的通知\n各县：\n根据《省政府通知》（某政发〔2022〕1号）要求，安排如下。\n一、重点\n（一）甲项。（县公安局负责）"
    assert read_text(text).doc_number is None


# --- doubt ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "line", "words"),
    [
        ("（一）甲项。（县公安局负责）\n（一）乙项。（县公安局负责）", 8, "编号“（一）”"),
        ("（一）甲项。（县公安局负责）\n（三）乙项。（县公安局负责）", 8, "编号“（三）”"),
        ("（一）甲项。做好。（县公安局负责）\n（二）乙项。完善污水", 8, "文字中断"),
        ("（一）甲项。做好。（县公安局负责）\n（二）乙项。做好。（某某同志负责）", 8, "某某同志负责"),
    ],
)
def test_doubt_has_its_line_and_words(tail, line, words):
    doubts = read_text(f"{HEAD}一、重点\n{tail}").warnings
    assert [doubt.line for doubt in doubts if words in str(doubt)] == [line]


def test_taiwan_vocabulary_is_left_alone_and_told():
    text = f"{HEAD}一、重點\n（一）最佳化營商環境。完善網際網路平臺和資訊系統，規範辦理程式。（縣公安局負責）"
    notice = read_text(text.replace("关于", "關於").replace("县", "縣").replace("务", "務").replace("办", "辦"))
    assert notice.tasks[0].title == "最佳化营商环境"
    assert "最佳化、网际网路、资讯、程式" in str(notice.warnings[-1])


# --- pages, Word files, Markdown, pastes ----------------------------------------------------------------

PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>站名</title><script>var a="（九）假任务。（县公安局负责）";</script></head>
<body><div><a>首页</a> &gt; <a>公报</a></div><h1>{TITLE}</h1><div>发布时间：2023-02-03&nbsp;字号：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div style="display:none">（八）隐藏任务。（县公安局负责）</div>
<div><p align=center>某市人民政府办公室关于印发<br/>2023年重点工作任务分工方案的通知</p><p>某政办发[2023]5号</p><p>各县区人民政府：</p>
<p>一、重点</p><p>1.&nbsp;甲项。做好&ldquo;乙&rdquo;。（责任单位：市工信局、<b>市发改委</b>）</p><p>2.&ensp;丙项。（市教育局牵头，市财政局配合）</p></div>
<div>扫一扫在手机打开当前页</div><ul><li>某市人民政府关于表彰先进的决定</li></ul><div>主办：某市人民政府 某ICP备0500号</div></body></html>"""
TASKS = [("1.", 1, "甲项", ("市工信局", "市发改委")), ("2.", 1, "丙项", ("市教育局", "市财政局"))]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_saved_page(encoding):
    notice = read_notice(PAGE.encode(encoding))
    assert [(task.label, task.part, task.title, task.departments) for task in notice.tasks] == TASKS
    assert (notice.title, notice.doc_number) == (TITLE, "某政办发〔2023〕5号")
    assert notice.complete
    assert notice.warnings == ()


TABLE = [
    ["序号", "类别", "工作任务", "工作内容", "牵头单位", "配合单位", "完成时限"],
    ["1", "工业", "抓项目", "开工50个。", "县发改局", "县工信局、县财政局", "12月底"],
    ["2", "工业", "抓企业", "培育10家。", "县工信局", "各乡镇", "全年"],
]


def check_table(notice):
    assert [(t.label, t.title, t.body, t.lead, t.support, t.due_words, t.heading) for t in notice.tasks] == [
        ("1", "抓项目", "开工50个。", ("县发改局",), ("县工信局", "县财政局"), "12月底", "工业"),
        ("2", "抓企业", "培育10家。", ("县工信局",), ("各乡镇",), "全年", "工业"),
    ]


def test_a_table_of_tasks_on_a_page():
    head, first, second = TABLE
    cells = "".join(f"<td rowspan=2>{cell}</td>" if cell == "工业" else f"<td><p>{cell}</p></td>" for cell in first)
    rows = ["".join(f"<th>{cell}</th>" for cell in head), cells, "".join(f"<td>{c}</td>" for c in second if c != "工业")]
    table = "".join(f"<tr>{row}</tr>" for row in rows).replace("县工信局、县财政局", "县工信局</p><p>县财政局")
    check_table(read_notice(f"<html><body><p>某县2021年重点工作任务分解表</p><table>{table}</table></body></html>".encode()))


def word_file(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_a_word_file_with_a_table():
    document = docx.Document()
    document.add_paragraph("某县2021年重点工作任务分解表")
    table = document.add_table(rows=3, cols=7)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    check_table(read_notice(word_file(document)))


def test_a_word_file_with_paragraphs_and_a_wrong_name():
    document = docx.Document()
    for line in (HEAD + "一、重点\n（一）甲项。做好乙。（县公安局负责）").split("\n"):
        document.add_paragraph(line)
    notice = read_notice(word_file(document))
    assert (notice.title, notice.tasks[0].departments) == (TITLE, ("县公安局",))


def test_numbers_that_word_counts_by_itself_are_read():
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("一、重点")
    for line in ("甲项。做好乙。（县公安局负责）", "丙项。（县财政局负责）"):
        document.add_paragraph(line, style="List Number")
    assert [(task.label, task.title) for task in read_notice(word_file(document)).tasks] == [("1.", "甲项"), ("2.", "丙项")]


def test_markdown():
    text = f"# {TITLE}\n\n**某政办发〔2023〕5号**\n\n## 一、重点\n\n1\\. 甲项。（市工信局、市发改委）\n\n2\\. **丙项。**（市教育局牵头，市财政局配合）"
    assert told(text) == TASKS


def test_a_paste_that_lost_its_line_ends():
    text = f"{HEAD}一、重点 （一）甲项。做好乙。（县公安局负责） （二）丙项。做好丁。（县财政局负责）".replace("\n", " ")
    assert [task[2:] for task in told(text)] == [("甲项", ("县公安局",)), ("丙项", ("县财政局",))]


@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_cut_inside_a_character_is_read_and_told(cut):
    data = f"{HEAD}一、重点\n（一）甲项。做好乙。（县公安局负责）\n（二）丙项。完善污水收".encode()
    notice = read_notice(data[:-cut])
    assert not notice.complete
    assert len(notice.tasks) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b" " * (20 * 1024 * 1024 + 1), "notice_too_big"),
        (("一" * 300_001).encode(), "notice_too_long"),
        (b"PK\x03\x04" + b"\0" * 200, "notice_word_damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 200, "notice_is_word"),
        (b"<html></html>", "notice_empty"),
        ("通知\n".encode("cp950") + "各縣市政府,關於辦理重點工作的通知,請各單位落實責任,推進發展。".encode("cp950") * 20, "notice_big5"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refused_at_once_in_one_sentence(data, code):
    with pytest.raises(NotANotice) as refused:
        read_notice(data)
    assert refused.value.code == code


def test_utf_16_without_its_mark():
    text = HEAD + "一、重点\n（一）甲项。做好乙。（县公安局负责）"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read_notice(text.encode(encoding)).title == TITLE


def test_a_notice_of_one_task_is_a_notice():
    assert [task.title for task in parse(f"{HEAD}（一）甲项。（县公安局负责）").tasks] == ["甲项"]
