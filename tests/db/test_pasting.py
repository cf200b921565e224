"""Rows of another table become actions: what is recognised, what is refused and why, and all of it in one step."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import actions, names, pasted_cells, pasting, steps, tasks, units
from db.errors import RuleBroken
from db.pasting import GOOD, THERE, WRONG
from tests.builders import TODAY, add, refused, rows

LEDGER = (
    "安岭县2020年新型城镇化重点任务分解表\t\t\t\t\t\t\t\n"
    "序号\t重点任务\t具体措施\t工作目标\t牵头单位\t责任（配合）单位\t完成时限\t备注\n"
    "二、提高农业转移人口市民化质量\t\t\t\t\t\t\t\n"
    '1\t督促城区常住人口300万以下城市全面取消落户限制\t"修订落户办法，\n""零门槛""落户"\t全面放开\t县公安局\t'
    "县发改局、县人社局\t2020.6.30\t\n"
    "\t\t开展政策宣传　\t\t\t\t44012\t\n"
    "5\t（五）大力提升农业转移人口就业能力\t1.制定培训计划；\t3000人次\t县人社局、县教育局\t县财政局\t６月３０日\t待定\n"
    "\t\t摸底培训需求\t\t\t\t2020.6.31\t\n"
    "33\t建设月球基地\t选址\t\t\t\t年底前\t\n"
    "\t\t\t\t县公安局\t\t年底前\t\n"
    "合计：6项\t\t\t\t\t\t\t\n"
)


def read(checklist, text, **more):
    return pasting.read(checklist, text, today=TODAY, **more)


def accept(checklist, pasted, **more):
    return pasting.accept(checklist, pasted, today=TODAY, **more)


def why(pasted):
    return {row.line: row.why for row in pasted.wrong}


# --- cells ---------------------------------------------------------------------------------------------


@given(st.lists(st.lists(st.text("甲乙 \"\t\n，a=-", max_size=6), min_size=1, max_size=4), min_size=1, max_size=5))
def test_a_table_comes_back_as_it_went_out(table):
    width = max(map(len, table))
    told = [tuple(cell.strip() for cell in (*row, *[""] * (width - len(row)))) for row in table]
    again = pasted_cells.table(pasted_cells.text(told))
    filled = [row for row in told if any(row)]
    assert [tuple(filter(None, row)) for row in again if any(row)] == [tuple(filter(None, row)) for row in filled]
    assert all(len(row) == len(again[0]) for row in again)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_break_ends_a_row(end):
    assert pasted_cells.table(f"甲\t乙{end}丙\t丁{end}") == [("甲", "乙"), ("丙", "丁")]


def test_a_quotation_mark_that_is_not_closed_is_one():
    assert pasted_cells.table('"人地钱挂钩"配套\t甲\n"乙\t丙') == [('"人地钱挂钩"配套', "甲"), ('"乙', "丙")]


# --- a ledger as they are ----------------------------------------------------------------------------


def test_a_real_ledger_is_understood(checklist):
    pasted = read(checklist, LEDGER)
    assert pasted.keys == ("number", "task", "title", "goal", "lead", "responsible", "due", "")
    assert pasted.merged == ("lead", "responsible")
    first, second, third = pasted.good
    assert (first.number, first.new.title, first.new.goal) == (1, '修订落户办法， "零门槛"落户', "全面放开")
    assert (first.new.lead, first.new.responsible, first.due_on) == ("县公安局", ("县发改局", "县人社局"), "2020-06-30")
    assert (second.number, second.new.title, second.new.lead) == (1, "开展政策宣传", "县公安局")
    assert second.due_on == "2020-06-30", "an Excel serial"
    assert (third.number, third.new.title, third.new.lead) == (5, "制定培训计划", "县人社局")
    assert third.new.responsible == ("县教育局", "县财政局")
    assert third.notes == ("“县人社局”牵头，其余1个为责任单位",)
    assert third.due_on == "2020-06-30", "full-width digits"
    assert why(pasted) == {
        7: "6月没有31日，最后一天是30日。", 8: "清单里没有任务“建设月球基地”。", 9: "清单里没有任务“建设月球基地”。",
    }  # fmt: skip
    assert pasted.new_units == ("县公安局", "县人社局", "县教育局", "县财政局")


def test_what_can_be_taken_comes_in_as_one_step(checklist):
    before = rows(checklist)
    changes = accept(checklist, read(checklist, LEDGER))
    assert changes.label == "从表格粘贴3项行动"
    plan, = actions.of_task(checklist, 5)
    assert (plan.code, plan.title, plan.lead, plan.responsible) == (
        "532-05-01", "制定培训计划", "县人社局", ("县教育局", "县财政局"),
    )  # fmt: skip
    after = rows(checklist)
    steps.undo(checklist)
    assert rows(checklist) == before
    steps.redo(checklist)
    assert rows(checklist) == after


def test_what_is_there_is_named_and_not_taken_again(checklist):
    pasted = read(checklist, LEDGER)
    accept(checklist, pasted)
    refused(checklist, "pasted_nothing", pasting.accept, pasted, today=TODAY)
    again = read(checklist, LEDGER)
    assert [(row.state, row.why) for row in again.there] == [
        (THERE, "已有532-01-01"), (THERE, "已有532-01-02"), (THERE, "已有532-05-01"),
    ]  # fmt: skip
    refused(checklist, "pasted_nothing", pasting.accept, again, today=TODAY)
    accept(checklist, again, again=True)
    assert [action.code for action in actions.of_task(checklist, 5)] == ["532-05-01", "532-05-02"]


def test_the_same_row_twice_in_a_table_comes_once(checklist):
    pasted = read(checklist, "开展宣传\n摸底\n开展 宣传。\n", task=5)
    assert [(row.state, row.why) for row in pasted.rows] == [(GOOD, ""), (GOOD, ""), (THERE, "与第1行相同")]


def test_an_extra_sheet_of_only_rejects_goes_back_with_its_reasons(checklist):
    pasted = read(checklist, LEDGER)
    table = pasting.rejects(pasted)
    assert table[0][-1] == "问题"
    assert [row[-1] for row in table[1:]] == [row.why for row in pasted.wrong]
    mended = pasted_cells.text(table).replace("2020.6.31", "2020.6.30")
    assert [row.new.title for row in read(checklist, mended, task=5).good] == ["摸底培训需求"]


# --- which task ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    ["5", "５", "5.0", "（五）", "(五)", "五", "任务5", "第五项", "532-05", "532-05-03",
     "大力提升农业转移人口就业能力",
     "（五）大力提升农业转移人口就业能力。",
     "5.大力提升农业转移人口就业能力", "5 就业能力", "提升农业转移人口就业能力"],
)  # fmt: skip
def test_a_task_is_known_by_all_its_names(checklist, said):
    row, = read(checklist, f"任务\t行动\t牵头单位\n{said}\t做事\t县人社局").rows
    assert (row.state, row.number) == (GOOD, 5)


@pytest.mark.parametrize("said", ["0", "29", "三十", "532-29", "就业", "（六）大力提升农业转移人口就业能力的建议"])
def test_what_names_no_task_or_another_is_not_guessed(checklist, said):
    row, = read(checklist, f"任务\t行动\t牵头单位\n{said}\t做事\t县人社局").rows
    assert row.state == WRONG or (said.startswith("（六）") and row.number == 5)


def test_rows_without_a_task_belong_to_the_one_in_view(checklist):
    text = "行动\t牵头单位\n做事\t县人社局"
    assert why(read(checklist, text)) == {2: "没有写属于哪项任务。"}
    row, = read(checklist, text, task=tasks.numbered(checklist, 7).id).rows
    assert (row.state, row.number) == (GOOD, 7)


def test_a_list_of_titles_may_name_its_tasks_in_between(checklist):
    pasted = read(checklist, "1.甲事\n（六）加大“人地钱挂钩”配套政策的激励力度\n（1）乙事；\n②丙事\n", task=5)
    assert [(row.number, row.new.title) for row in pasted.rows] == [(5, "甲事"), (6, "乙事"), (6, "丙事")]


def test_a_frozen_task_takes_nothing(checklist):
    tasks.mark_not_applicable(checklist, 13, "不是边境县", "王芳")
    assert why(read(checklist, "任务\t行动\n13\t做事\n5\t做事")) == {
        2: "任务13已标为不适用，其行动不能修改。请先恢复适用。",
    }


def test_a_number_beside_an_empty_task_speaks_for_it_where_the_others_agree(checklist):
    head, title = "序号\t重点任务\t措施\n", "大力提升农业转移人口就业能力"
    assert [row.number for row in read(checklist, f"{head}5\t{title}\t甲\n\t\t乙\n6\t\t丙").good] == [5, 5, 6]
    assert [row.number for row in read(checklist, f"{head}1\t{title}\t甲\n2\t\t乙").good] == [5, 5]


def test_numbers_of_rows_are_not_numbers_of_tasks(checklist):
    pasted = read(checklist, "序号\t工作任务\t牵头单位\n1\t甲事\t县人社局\n2\t乙事\t县人社局", task=5)
    assert pasted.keys == ("number", "title", "lead")
    assert {row.number for row in pasted.good} == {5}


# --- columns ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ("任务编号\t行动\t责任单位\t完成时间", ("task", "title", "lead", "due")),
        ("序号\t主要任务\t工作措施\t牵头领导\t牵头单位\t配合单位\t联系人\t时间节点",
         ("number", "task", "title", "leader", "lead", "supporting", "owner", "due")),
        ("事项名称\t责任单位\t责任人\t联系人/电话\t办结时限\t年度目标",
         ("title", "lead", "owner", "contact", "due", "goal")),
        ("编 号\t行动\t任务\t牵头单位\t责任人\t完成时限\t时限状态",
         ("number", "title", "task", "lead", "owner", "due", "")),
    ],
)  # fmt: skip
def test_heads_are_known_as_ledgers_have_them(checklist, head, keys):
    body = "\t".join("5" if key == "task" else "" for key in keys)
    assert read(checklist, f"{head}\n{body}甲", keys=None).keys == keys


def test_a_head_of_two_lines_is_one(checklist):
    head = "任务\t具体措施\t责任单位\t\t完成时限\n\t\t牵头单位\t配合单位\t\n"
    pasted = read(checklist, head + "5\t甲\t县人社局\t县财政局\t年底前")
    assert pasted.keys == ("task", "title", "lead", "supporting", "due")
    assert pasted.good[0].new.supporting == ("县财政局",)


def test_without_a_head_the_columns_are_told_by_what_stands_in_them(checklist):
    pasted = read(
        checklist, "1\t制定培训计划\t县人社局\t李明\t6月底前\n2\t摸底\t县教育局、县财政局\t王芳\t2020/6/30", task=5
    )
    assert pasted.keys == ("number", "title", "lead", "owner", "due")
    assert [row.due_on for row in pasted.good] == ["2020-06-30", "2020-06-30"]


def test_the_user_says_what_a_column_is(checklist):
    text = "甲方案\t乙说明\n丙方案\t丁说明"
    pasted = read(checklist, text, task=5, keys=["goal", "title"])
    assert [(row.new.title, row.new.goal) for row in pasted.good] == [("乙说明", "甲方案"), ("丁说明", "丙方案")]


def test_a_head_that_comes_again_on_the_next_page_is_no_row(checklist):
    pasted = read(checklist, "任务\t行动\n5\t甲\n任务\t行动\n6\t乙")
    assert [(row.number, row.new.title) for row in pasted.rows] == [(5, "甲"), (6, "乙")]


def test_a_head_of_two_lines_that_comes_again_is_no_row_nor_the_title_above_it(checklist):
    head = "安岭县任务分解表\t\t\t\t\n任务\t具体措施\t责任单位\t\t完成时限\n\t\t牵头单位\t配合单位\t\n"
    pasted = read(checklist, head + "5\t甲\t县人社局\t\t年底前\n" + head + "6\t乙\t县教育局\t\t年底前")
    assert [(row.line, row.number, row.new.title, row.state) for row in pasted.rows] == [
        (4, 5, "甲", GOOD), (8, 6, "乙", GOOD),
    ]  # fmt: skip


# --- what stands in the cells --------------------------------------------------------------------------------


def test_a_bureau_every_county_has_is_named_as_here_though_nobody_has_used_it_yet(checklist):
    text = "行动\t牵头单位\n甲\t人社局\n乙\t县人力资源和社会保障局\n丙\t扶贫开发中心\n丁\t安岭县发改局"
    pasted = read(checklist, text, task=5)
    assert [row.new.lead for row in pasted.good] == ["县人社局", "县人社局", "扶贫开发中心", "县发改局"]
    assert pasted.new_units == ("县人社局", "扶贫开发中心")


def test_units_are_known_without_the_name_of_the_county(checklist):
    add(checklist, lead="县人社局")
    for said in ("人社局", "县人社局", "安岭县人社局", " 县人社局 "):
        pasted = read(checklist, f"行动\t牵头单位\n做事\t{said}", task=5)
        assert (pasted.good[0].new.lead, pasted.new_units) == ("县人社局", ())


@pytest.mark.parametrize(
    ("said", "lead", "responsible", "supporting"),
    [
        ("县人社局、县教育局", "县人社局", ("县教育局",), ()),
        ("县人社局\n县教育局", "县人社局", ("县教育局",), ()),
        ("县人社局 县教育局", "县人社局", ("县教育局",), ()),
        ("牵头单位：县人社局；配合单位：县教育局、县财政局", "县人社局", (), ("县教育局", "县财政局")),
        ("县教育局、县人社局（牵头）", "县人社局", ("县教育局",), ()),
        ("县人社局等", "县人社局", (), ()),
    ],
)
def test_several_units_in_a_cell(checklist, said, lead, responsible, supporting):
    cell = '"' + said + '"'
    new = read(checklist, f"行动\t牵头单位\n做事\t{cell}", task=5).good[0].new
    assert (new.lead, new.responsible, new.supporting) == (lead, responsible, supporting)


@pytest.mark.parametrize(
    ("cell", "title"),
    [("修订办法，\n全面放开", "修订办法，全面放开"), ("建设5G\n基站", "建设5G 基站"), ("甲\r\n乙", "甲乙")],
)
def test_a_line_that_goes_on_in_its_cell_is_one(checklist, cell, title):
    assert read(checklist, f'行动\t牵头单位\n"{cell}"\t县人社局', task=5).good[0].new.title == title


@pytest.mark.parametrize("blank", ["无", "—", "——", "暂无", "待定", "/", "-", "－", "\\", " 无 ", "…"])
def test_a_cell_that_says_there_is_none_is_empty(checklist, blank):
    text = f"行动\t牵头单位\t配合单位\t责任人\t完成时限\t工作目标\n做事\t县人社局\t{blank}\t{blank}\t{blank}\t{blank}"
    pasted = read(checklist, text + f"\n办事\t{blank}\t县教育局、{blank}\t李明\t年底前\t", task=5)
    first, second = (row.new for row in pasted.good)
    assert (first.lead, first.supporting, first.owner, first.due, first.goal) == ("县人社局", (), "", "", "")
    assert (second.lead, second.supporting, second.owner) == ("", ("县教育局",), "李明")
    assert pasted.new_units == ("县人社局", "县教育局")
    accept(checklist, pasted)
    assert not {"无", blank.strip()} & {*names.units(checklist), *names.persons(checklist)}


def test_a_cell_that_says_there_is_none_does_not_take_the_one_above(checklist):
    text = "任务\t行动\t配合单位\n5\t甲\t县财政局\n\t乙\t\n6\t丙\t无\n\t丁\t\n"
    pasted = read(checklist, text)
    assert [row.new.supporting for row in pasted.good] == [("县财政局",), ("县财政局",), (), ()]


def test_a_row_of_nothing_but_dashes_is_none_and_a_title_of_one_is_missing(checklist):
    pasted = read(checklist, "行动\t牵头单位\n甲\t县人社局\n—\t—\n/\t县教育局", task=5)
    assert why(pasted) == {4: "没有写要办什么事。"}
    assert [row.new.title for row in pasted.good] == ["甲"]


def test_columns_without_a_head_are_told_though_some_cells_are_dashes(checklist):
    rows_ = [f"办{n}号事\t县人社局\t{'年底前' if n % 2 else '/'}\t{'李明' if n % 2 else '无'}" for n in range(6)]
    assert read(checklist, "\n".join(rows_), task=5).keys == ("title", "lead", "due", "owner")


@pytest.mark.parametrize("title", ["=甲", "+乙", "-丙", "@丁", "＝戊", "'己"])
def test_what_was_protected_from_being_worked_out_comes_back_as_it_was(checklist, title):
    protected = title if title[0] == "'" else "'" + title
    assert read(checklist, f"行动\t牵头单位\n{protected}\t县人社局", task=5).good[0].new.title == title


def test_who_leads_is_not_said_twice(checklist):
    text = "行动\t牵头单位\t责任单位\t配合单位\n做事\t县人社局\t县人社局、县教育局\t县教育局、县财政局"
    accept(checklist, read(checklist, text, task=5))
    made, = actions.of_task(checklist, 5)
    assert (made.lead, made.responsible, made.supporting) == ("县人社局", ("县教育局",), ("县财政局",))


def test_persons_come_without_their_telephones(checklist):
    text = "行动\t牵头领导\t责任人\t联系人及电话\n做事\t赵磊\t李明、王芳\t刘洋 0551-6123456"
    pasted = read(checklist, text, task=5)
    assert pasted.good[0].notes == ("责任人只能填一位，取“李明”",)
    accept(checklist, pasted)
    made, = actions.of_task(checklist, 5)
    assert (made.leader, made.owner, made.contact) == ("赵磊", "李明", "刘洋")


@pytest.mark.parametrize(
    ("head", "cell", "sentence"),
    [
        ("完成时限", "2020.13.1", "没有13月"),
        ("完成时限", "尽快", "看不懂“尽快”"),
        ("牵头单位", "县" + "长" * 60 + "局", "名称有62个字"),
        ("工作目标", "多" * 501, "工作目标有501个字"),
        ("责任人", "长" * 61, "名称有61个字"),
    ],
)
def test_what_cannot_stand_is_refused_in_one_sentence(checklist, head, cell, sentence):
    row, = read(checklist, f"行动\t{head}\n做事\t{cell}", task=5).wrong
    assert sentence in row.why
    assert row.why.endswith("。")
    assert row.why.count("。") == 1


def test_a_row_without_a_title_and_one_too_long_are_refused(checklist):
    pasted = read(checklist, f"任务\t行动\t牵头单位\n5\t\t县人社局\n5\t{'长' * 501}\t县人社局")
    assert why(pasted) == {2: "没有写要办什么事。", 3: "行动名称有501个字，最多500个字。"}


def test_a_unit_that_was_abolished_is_refused_by_name(checklist):
    units.add(checklist, "县物价局")
    units.end(checklist, names.find_unit(checklist.db, "县物价局"), "2019-12-31")
    pasted = read(checklist, "行动\t牵头单位\n做事\t物价局", task=5)
    assert why(pasted) == {2: "“县物价局”只到2019年12月31日为止，现在没有这个单位了。"}


# --- levels -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["{}", "532-05-0{}"])
def test_a_number_with_a_point_stands_under_the_one_without(checklist, form):
    lines = [f"{form.format(number)}\t{title}" for number, title in
             (("1", "甲"), ("1.1", "乙"), ("1.1.1", "丙"), ("2", "丁"), ("7.1", "戊"))]  # fmt: skip
    accept(checklist, read(checklist, "序号\t行动\n" + "\n".join(lines), task=5))
    made = actions.of_task(checklist, 5)
    assert [(action.title, action.depth) for action in made] == [("甲", 1), ("乙", 2), ("丙", 3), ("丁", 1), ("戊", 1)]


def test_below_a_row_that_is_there_the_new_ones_are_added_to_it(checklist):
    add(checklist, title="甲")
    pasted = read(checklist, "序号\t行动\n1\t甲\n1.1\t乙", task=5)
    assert [row.state for row in pasted.rows] == [THERE, GOOD]
    accept(checklist, pasted)
    assert [(action.code, action.title) for action in actions.of_task(checklist, 5)] == [
        ("532-05-01", "甲"), ("532-05-01.1", "乙"),
    ]  # fmt: skip


def test_below_a_row_that_cannot_be_taken_nothing_can(checklist):
    pasted = read(checklist, "序号\t行动\t完成时限\n1\t甲\t2020.6.31\n1.1\t乙\t年底前", task=5)
    assert why(pasted)[3] == "它的上一级第2行不能导入。"


def test_below_a_row_that_stood_further_up_the_new_ones_are_added_to_that_one(checklist):
    pasted = read(checklist, "序号\t行动\n1\t甲\n2\t甲\n2.1\t乙", task=5)
    assert [row.state for row in pasted.rows] == [GOOD, THERE, GOOD]
    accept(checklist, pasted)
    assert [(action.code, action.title) for action in actions.of_task(checklist, 5)] == [
        ("532-05-01", "甲"), ("532-05-01.1", "乙"),
    ]  # fmt: skip


def test_a_row_too_deep_is_told_by_its_line_and_the_others_are_taken(checklist):
    top = add(checklist, title="甲")
    add(checklist, title="乙", parent=top)
    pasted = read(checklist, "序号\t行动\n1\t乙\n1.1\t丙\n1.1.1\t丁\n1.1.1.1\t戊\n2\t己", task=5)
    assert [row.state for row in pasted.rows] == [THERE, GOOD, WRONG, WRONG, GOOD]
    assert why(pasted) == {4: "行动最多分三级，不能再往下分。", 5: "它的上一级第4行不能导入。"}
    accept(checklist, pasted)
    assert [(action.title, action.depth) for action in actions.of_task(checklist, 5)] == [
        ("甲", 1), ("乙", 2), ("丙", 3), ("己", 1),
    ]  # fmt: skip


def test_a_repeated_row_is_as_deep_as_the_first(checklist):
    lines = ("1\t甲", "1.1\t乙", "1.1.1\t丙", "2\t丙", "2.1\t丁")
    pasted = read(checklist, "序号\t行动\n" + "\n".join(lines), task=5)
    assert [row.state for row in pasted.rows] == [GOOD, GOOD, GOOD, THERE, WRONG]


def test_below_what_came_in_meanwhile_the_rest_is_added_to_it(checklist):
    pasted = read(checklist, "序号\t行动\n1\t甲\n1.1\t乙", task=5)
    add(checklist, title="甲")
    accept(checklist, pasted)
    assert [(action.title, action.depth) for action in actions.of_task(checklist, 5)] == [("甲", 1), ("乙", 2)]


# --- bad input ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\0", "\t\t\t"])
def test_an_empty_clipboard_is_said_to_be_empty(checklist, text):
    refused(checklist, "pasted_empty", pasting.read, text, today=TODAY)


def test_more_than_anybody_pastes_is_refused(checklist):
    refused(checklist, "pasted_long", pasting.read, "甲\n" * 10_001, today=TODAY)
    assert len(read(checklist, "甲\n" * 10_000, task=5).rows) == 10_000


def test_five_thousand_bad_rows_are_told_at_once_and_leave_no_trace(checklist):
    lines = [f"{n % 40 + 29}\t行动{n}\t县某{n % 50}局\t2020.{n % 12 + 1}.3{n % 2 + 2}" for n in range(5000)]
    before, began = rows(checklist), time.process_time()
    pasted = read(checklist, "任务\t行动\t牵头单位\t完成时限\n" + "\n".join(lines))
    assert time.process_time() - began < 5, "it takes a fraction of a second"
    assert len(pasted.wrong) == 5000
    assert all(row.why.endswith("。") and row.why.count("。") == 1 for row in pasted.wrong)
    refused(checklist, "pasted_nothing", pasting.accept, pasted, today=TODAY)
    assert rows(checklist) == before


def test_who_stops_it_has_changed_nothing(checklist):
    pasted = read(checklist, "\n".join(f"行动{n}" for n in range(120)), task=5)
    heard = []

    def tell(done, of):
        heard.append((done, of))
        return done < 100

    refused(checklist, "pasted_kept", pasting.accept, pasted, today=TODAY, tell=tell)
    assert heard == [(0, 120), (50, 120), (100, 120)]
    with pytest.raises(RuleBroken):
        steps.undo(checklist)


CELL = st.text("5五任务行动牵头单位年底前6月31日.-、\"\t\n（） ", max_size=8)


@given(st.lists(st.lists(CELL, max_size=5), max_size=6))
def test_every_row_is_taken_whole_or_told_why_not(checklist, table):
    pasted = read(checklist, pasted_cells.text([*table, ["做事"]]), task=5)
    assert all(row.why for row in pasted.rows if row.state != GOOD)
    if pasted.good:
        changes = accept(checklist, pasted)
        assert len(changes.touches("action")) == len(pasted.good)
        steps.undo(checklist)
