"""The saved page becomes the 28 tasks, and the common relatives of such a notice are read or refused."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from db.errors import NotANotice
from db.notice import clauses
from db.notice.load import plan_title, plan_year
from db.notice.parser import as_json, parse, read_notice, read_text

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture(scope="module")
def shipped():
    return read_notice(resources.path("notice", "532.txt").read_bytes())


def test_the_shipped_page_gives_six_parts_and_28_numbered_tasks(shipped):
    assert [part.number for part in shipped.parts] == [1, 2, 3, 4, 5, 6]
    assert [task.number for task in shipped.tasks] == list(range(1, 29))
    assert [sum(task.part == n for task in shipped.tasks) for n in range(1, 7)] == [0, 6, 9, 7, 4, 2]
    assert shipped.warnings == ()
    assert shipped.complete


def test_the_shipped_page_reads_to_the_character_as_the_official_text(shipped):
    official = re.sub(r"\s", "", (GOLDEN / "532_simplified.txt").read_text(encoding="utf-8"))
    printed = shipped.preamble
    for part in shipped.parts:
        printed += "一二三四五六"[part.number - 1] + "、" + part.title + part.intro
        for task in shipped.tasks:
            if task.part == part.number:
                printed += task.label + task.title + "。" + task.body + task.clause
    assert official.endswith(re.sub(r"\s", "", printed))


def test_head_of_the_shipped_page(shipped):
    assert shipped.title == "国家发展改革委关于印发《2020年新型城镇化建设和城乡融合发展重点任务》的通知"
    assert (shipped.doc_number, shipped.issuer, shipped.date) == (
        "发改规划〔2020〕532号", "国家发展改革委", "2020-04-03",
    )  # fmt: skip
    assert plan_title(shipped) == "2020年新型城镇化建设和城乡融合发展重点任务"
    assert plan_year(shipped) == 2020


def test_sentences_put_together_are_the_body(shipped):
    assert sum(len(task.sentences) for task in shipped.tasks) == 71
    for task in shipped.tasks:
        assert "".join(task.sentences) == task.body


def test_bodies_are_kept_whole(shipped):
    by_number = {task.number: task for task in shipped.tasks}
    assert by_number[8].departments == ("发展改革委", "重庆市和四川省有关部门")
    assert "文化和旅游部" in {name for task in shipped.tasks for name in task.departments}
    assert len({name for task in shipped.tasks for name in task.departments}) == 32
    assert by_number[27].departments == by_number[28].departments == ()


@pytest.mark.parametrize(
    ("file", "warning"),
    [
        ("derived_07_seed_truncated_mid17.txt", "文字中断"),
        ("derived_10_duplicate_differs.txt", "两份通知，内容不一样"),
        ("syn_12_编号错误.txt", "编号“（二）”"),
        ("syn_14_两份不同文件.txt", "农村人居环境整治"),
    ],
)
def test_doubt_is_told_with_its_place(file, warning):
    notice = read_notice((GOLDEN / "notices" / file).read_bytes())
    assert any(warning in str(doubt) and "第" in str(doubt) and doubt.line for doubt in notice.warnings)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "notice_empty"),
        (b"\x01\x00\x02\x00" * 99, "notice_binary"),
        (b"PK\x03\x04word", "notice_word_damaged"),
        (b"%PDF-1.7", "notice_is_pdf"),
        ("只是一句话。".encode(), "notice_without_tasks"),
        ((GOLDEN / "notices" / "syn_19_菜谱.txt").read_bytes(), "notice_unlike"),
        (b"\xff\xff\xff", "notice_encoding"),
    ],
)
def test_what_is_no_notice_is_refused_in_one_sentence(data, code):
    with pytest.raises(NotANotice) as refused:
        read_notice(data)
    assert refused.value.code == code
    assert str(refused.value).endswith("。")


def test_the_same_text_in_other_encodings(shipped):
    text = resources.path("notice", "532.txt").read_text(encoding="utf-8")
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        assert read_notice(text.encode(encoding)).tasks == shipped.tasks
    assert read_notice(text.replace("\n", "\r\n").encode()).tasks == shipped.tasks


@pytest.mark.parametrize("bait", ["含设区市和县级市", "联系人：王某某，电话：0000", "由妈妈负责", "2014—2020年"])
def test_a_bracket_that_names_nobody_is_no_clause(bait):
    assert clauses.read(bait) is None


def test_json_has_the_promised_keys(shipped):
    told = as_json(shipped)
    assert list(told) == ["title", "doc_number", "issuer", "date", "complete", "warnings", "parts", "tasks"]
    assert told["tasks"][4]["departments"] == ["人力资源社会保障部", "教育部", "财政部", "省级有关部门"]


@given(st.text(alphabet="（）一二三、。关于的通知负责部等1.\n 甲《》〔〕号", max_size=300))
def test_any_text_is_read_or_refused(text):
    try:
        notice = parse(text)
    except NotANotice:
        return
    assert notice.tasks


names = st.text(alphabet="甲乙丙丁戊己庚辛", min_size=2, max_size=6)


@given(st.lists(st.tuples(names, names, st.lists(names.map(lambda n: n + "局"), min_size=1, unique=True)), min_size=1))
def test_a_made_up_notice_comes_back(made_up):
    labels = "一二三四五六七八九"
    lines = ["某县关于印发《某某方案》的通知", "某政发〔2020〕1号", "一、重点任务"]
    for n, (title, body, bodies) in enumerate(made_up):
        lines.append(f"（{labels[n % 9]}）{title}。{body}。（{'、'.join(bodies)}负责）")
    notice = parse("\n".join(lines))
    told = [(task.title, task.body, list(task.departments)) for task in notice.tasks]
    assert told == [(title, body + "。", bodies) for title, body, bodies in made_up]


def test_the_source_of_a_page_may_be_pasted():
    page = "<html><body><p>安岭县关于印发重点任务的通知</p><p>（一）做好保障。（县财政局负责）</p></body></html>"
    assert [task.departments for task in read_text(page).tasks] == [("县财政局",)]
