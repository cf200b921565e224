"""Titles cut from a sentence: verb phrases of one line, cut nowhere they would not make sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import tasks, titles
from db.titles import LIMIT, clipped, of_sentence, watched

PAIRS = ("“”", "（）", "《》")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("以解决新市民住房问题为主要出发点，完善住房保障体系。", ["完善住房保障体系"]),
        ("以轨道交通为重点健全综合交通网络。", ["健全综合交通网络"]),
        ("运用信息化手段建设便捷高效的公共服务平台。", ["建设便捷高效的公共服务平台"]),
        ("在防范债务风险的前提下，完善投融资工具。", ["完善投融资工具"]),
        ("实施全民健康保障工程、全民健身提升工程。", ["实施全民健康保障工程", "实施全民健身提升工程"]),
        ("健全停车场、智慧快件箱、社区菜市场等便民设施。", ["健全停车场、智慧快件箱、社区菜市场等便民设施"]),
        ("按照依法自愿有偿原则，探索其转让上述权益的具体办法。", ["探索转让上述权益的具体办法"]),
        ("开展岗前培训，并按规定给予培训补贴。", ["开展岗前培训", "按规定给予培训补贴"]),
        ("市县级政府要将各项任务落实到事，确保任务落地生效。", ["将各项任务落实到事"]),
        ("加快养老保险全国统筹进度，做好转移接续。", ["做好转移接续"]),
        ("甲要求乙；丙要求丁。", ["甲要求乙", "丙要求丁"]),
        ("鼓励金融机构按照市场化原则，对企业综合授信，增加贷款。", ["鼓励金融机构对企业综合授信", "增加贷款"]),
    ],
)
def test_the_verb_phrase_remains(sentence, expected):
    assert of_sentence(sentence) == expected


def test_what_others_issue_is_named_as_long_as_there_is_room():
    assert watched("出台国家基本公共服务标准。", 23) == "国家基本公共服务标准出台"
    assert watched("修改土地管理法实施条例并完善配套制度，分步实现。", 23) == "土地管理法实施条例修改"
    assert watched("启动新一轮农村宅基地制度改革试点。", 23) == "新一轮农村宅基地制度改革试点部署"
    assert watched("出台国家基本公共服务标准。", 5) == ""
    assert watched("省级部门要做好调度。", 23) == ""


def test_a_title_too_long_ends_where_one_of_its_parts_does():
    long = "改造" + "、".join("甲乙丙丁（戊、己）" for _ in range(8))
    assert clipped(long).endswith("（戊、己）")
    assert len(clipped(long)) <= LIMIT
    assert clipped("改" * 60) == "改" * (LIMIT - 1) + "…", "no place to cut: it is said that something is missing"


def test_every_sentence_of_the_notice_gives_titles_of_one_line(checklist):
    for task in tasks.all(checklist):
        for sentence in task.sentences:
            cut = of_sentence(sentence)
            assert cut
            assert len(cut) == len(set(cut))
            for title in cut:
                assert 4 <= len(title) <= LIMIT, title
                assert title[-1] not in "，、；。的…"
                assert all(title.count(left) == title.count(right) for left, right in PAIRS), title


@given(st.text(alphabet="推进实施完善甲乙丙丁，；。、“”（）《》的和以为在等其", max_size=200))
def test_no_words_break_it(sentence):
    cut = of_sentence(sentence)
    assert len(cut) == len(set(cut))
    assert all(len(title) <= titles.LIMIT for title in cut)
