"""Sentences on the command line: which are answered, linking them, whose business they are."""

import json

from db import actions, connection, counts, tasks
from tests.builders import TODAY


def read(file, reader, *more):
    checklist = connection.open(file, by="x")
    found = reader(checklist, *more)
    checklist.close()
    return found


def test_answer_says_which_sentences_an_action_answers(told, run, file):
    told("add", file, "--task", 5, "--title", "制定年度计划", "--today", TODAY)
    assert told("answer", file, "532-05-01", "--to", 2, 1) == "532-05-01 制定年度计划：落实第1、2句\n"
    assert read(file, actions.coded, "532-05-01").answers == (1, 2)
    assert told("answer", file, "532-05-01", "--to") == "532-05-01 制定年度计划：没有关联原文\n"
    assert read(file, actions.coded, "532-05-01").answers == ()
    assert run("answer", file, "532-05-01", "--to", 7) == (2, "", "任务5没有第7句。\n")


def test_level_says_whose_business_a_sentence_is(told, run, file):
    assert told("level", file, 5, 2, "national") == "任务5第2句：国家事权\n"
    assert read(file, tasks.numbered, 5).levels == ("county", "national")
    assert told("level", file, 5, 2, "auto") == "任务5第2句：县级可办\n"
    assert run("level", file, 5, 3, "county") == (2, "", "任务5没有第3句。\n")
    assert run("level", file, 5, 1, "village")[0] == 2


def test_sentences_lists_each_with_what_answers_it(told, filled):
    lines = told("sentences", filled, "--task", 4, "--today", TODAY).splitlines()
    assert lines[0].startswith("4.1  国家事权  出台国家基本公共服务标准。")
    assert lines[1].startswith("4.2  532-04-01 532-04-02  提高居住证发证量")
    assert lines[-1] == "原文落实4/4句，覆盖率100%；上级事权1句"


def test_sentences_lists_the_rows_behind_what_is_not_answered(told, filled):
    total = read(filled, counts.read, TODAY).total
    open_ones = json.loads(told("sentences", filled, "--unanswered", "--json", "--today", TODAY))
    assert len(open_ones) == total.unanswered > 0
    assert all(not line["actions"] and line["level"] in ("county", "partly") for line in open_ones)
    every = json.loads(told("sentences", filled, "--json", "--today", TODAY))
    assert len(every) == total.sentences + total.superior
    assert len(told("sentences", filled, "--unanswered", "--today", TODAY).splitlines()) == total.unanswered + 1


def test_sentences_of_a_locked_period_stand_as_they_stood(told, filled):
    before = told("sentences", filled, "--task", 5, "--period", "2020-05", "--today", TODAY)
    told("answer", filled, "532-05-02", "--to", 1, 2)
    assert told("sentences", filled, "--task", 5, "--period", "2020-05", "--today", TODAY) == before
    assert told("sentences", filled, "--task", 5, "--today", TODAY) != before
