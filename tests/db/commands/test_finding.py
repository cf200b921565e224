"""`find`, `reading`, `filters` and `reindex` on the command line."""

import json

import pytest

from db import connection, saved_filters
from db.__main__ import main
from db.ledger import Filter


@pytest.fixture
def run(capsys, filled):
    """A command on the sample county; gives what it printed."""

    def command(name, *arguments, code=0):
        assert main([name, str(filled), *arguments]) == code
        told = capsys.readouterr()
        assert bool(told.err) == bool(code)
        return told.err or told.out

    return command


def test_what_is_found_is_listed_by_kind(run):
    told = run("find", "xfgj", "--limit", "2").splitlines()
    assert told[0] == "行动 15"
    assert told[3] == "  另有13"
    assert told[4:] == ["单位 1", "  县发改局"]
    assert run("find", "月球", "基地") == "没有找到“月球 基地”\n"
    found = json.loads(run("find", "農民工", "--json"))
    assert found["actions"]["total"] == 3
    assert found["actions"]["hits"][0]["title"]["spans"]


def test_a_reading_is_shown_and_changed(run):
    assert run("reading", "县发改局") == "xian fa gai ju\n"
    assert run("reading", "县发改局", "xuan", "fa", "gai", "ju", "--by", "王芳") == "修改“县发改局”的拼音\n"
    assert run("reading", "县发改局") == "xuan fa gai ju\n"
    assert run("find", "xuanfa").startswith("行动 15\n")
    assert "要写4个音节" in run("reading", "县发改局", "fa gai", code=2)


def test_kept_filters_are_listed(run, filled):
    assert run("filters") == "还没有保存的筛选\n"
    checklist = connection.open(filled, by="王芳")
    saved_filters.save(checklist, "培训", Filter(text="培训"))
    checklist.close()
    assert run("filters") == '培训\t{"text": "培训"}\n'
    assert json.loads(run("filters", "--json"))[0]["name"] == "培训"


def test_an_index_is_made_anew(run, filled):
    checklist = connection.open(filled, by="王芳")
    checklist.db.conn.execute("DELETE FROM search_token")
    checklist.db.conn.commit()
    checklist.close()
    assert run("find", "xfgj").startswith("单位 1")
    assert run("reindex") == "已重建索引\n"
    assert run("find", "xfgj").startswith("行动 15")
