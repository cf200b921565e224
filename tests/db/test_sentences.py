"""The grammar of a notice's sentence: where its clauses part, and which of them ask for something."""

from hypothesis import given
from hypothesis import strategies as st

from db.sentences import asking, circumstance, clauses, result, slogan

TEXT = st.text(alphabet="改造管网，；。、“”（）《》以为在前提下确保", max_size=60)


def test_marks_inside_brackets_quotes_and_titles_part_nothing():
    sentence = "推进“甲，乙”建设（含丙；丁），落实《甲，乙》；办好戊。"
    assert list(clauses(sentence)) == ["推进“甲，乙”建设（含丙；丁）", "落实《甲，乙》", "办好戊"]
    assert list(clauses("甲、乙（丙、丁）、戊", "、")) == ["甲", "乙（丙、丁）", "戊"]


def test_circumstances_results_and_slogans_ask_for_nothing():
    assert circumstance("以解决新市民住房问题为主要出发点")
    assert circumstance("在防范化解地方政府债务风险的前提下")
    assert circumstance("按照依法自愿有偿原则")
    assert not circumstance("按照国土空间规划确定的经营性用途入市")
    assert result("大幅提高落户便利性")
    assert not result("大幅提高城市社区综合服务设施覆盖率")
    assert slogan("强化政策激励")
    assert not slogan("强化产业就业支撑")


def test_the_first_clause_is_no_result_for_nothing_stands_before_it():
    assert asking("提高居住证发证量和含金量，方便人口流动。") == ["提高居住证发证量和含金量"]
    assert asking("提高国土空间规划水平，加强风貌管理。") == ["提高国土空间规划水平", "加强风貌管理"]


def test_where_nothing_seems_to_ask_all_of_it_does():
    assert asking("强化政策激励，确保见效。") == ["强化政策激励，确保见效"]


@given(TEXT)
def test_a_sentence_always_asks_for_something_of_its_own(sentence):
    asked = asking(sentence)
    assert asked
    assert all(part in sentence or "，" in part for part in asked)
