"""Due dates as a calendar file: what is open and dated, once each, under a name that stays, ringing in time."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from db import calendar_file, connection, due_dates, extensions, issuing, ledger, lifecycle, settings, tasks
from db.actions import all as all_actions
from db.calendar import NATIONAL
from db.errors import ChecklistError, RuleBroken
from db.status import FINISHED, timing
from tests.builders import TODAY, action, add, yard


def rows_of(checklist):
    return ledger.rows(tasks.all(checklist), all_actions(checklist, TODAY), settings.yardstick(checklist, TODAY))


def written(checklist, path, rows=None):
    calendar_file.write(checklist, rows_of(checklist) if rows is None else rows, path, TODAY)
    return events(path.read_bytes())


def events(content):
    return {str(event["summary"]).partition(" ")[0]: event for event in Calendar.from_ical(content).walk("VEVENT")}


def test_every_open_action_with_a_day_is_in_it_once(county, tmp_path):
    found = written(county, tmp_path / "x.ics")
    open_ones = [row.action for row in rows_of(county) if row.tally.actions and row.action.status not in FINISHED]
    wanted = [one for one in open_ones if one.due_on]
    assert sorted(found) == sorted(one.code for one in wanted)
    assert len(wanted) < len(open_ones)  # 长期坚持 has no day
    for one in wanted:
        event = found[one.code]
        assert event["dtstart"].dt == date.fromisoformat(one.due_on)
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(1)
        assert event["sequence"] == one.extensions
    assert len({str(event["uid"]) for event in found.values()}) == len(found)


def test_an_entry_says_what_it_is_of(checklist, tmp_path):
    one = add(checklist, lead="县人社局", supporting=["县财政局"], owner="李明", due="6月底前")
    event = written(checklist, tmp_path / "x.ics")["532-05-01"]
    assert str(event["summary"]) == "532-05-01 制定年度计划（县人社局）"
    assert str(event["description"]).split("\n") == [
        "任务：5 大力提升农业转移人口就业能力", "牵头单位：县人社局", "配合单位：县财政局", "责任人：李明",
        "完成时限：6月底前（2020年6月30日）", "办理情况：未启动",
    ]  # fmt: skip
    assert event["dtstamp"].dt.isoformat() == "2020-06-18T01:30:00+00:00"
    assert event["transp"] == "TRANSPARENT"
    lifecycle.tick(checklist, [one], today=TODAY)
    with pytest.raises(RuleBroken, match="没有未完成"):
        written(checklist, tmp_path / "x.ics")


def test_the_same_rows_at_the_same_moment_give_the_same_bytes(county, tmp_path):
    written(county, tmp_path / "a.ics")
    written(county, tmp_path / "b.ics")
    content = (tmp_path / "a.ics").read_bytes()
    assert content == (tmp_path / "b.ics").read_bytes()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert Calendar.from_ical(content).to_ical() == content


def test_an_action_keeps_its_name_when_its_day_moves_and_in_a_copy(checklist, tmp_path):
    one = add(checklist, lead="县人社局", owner="李明", due="6月底前")
    before = written(checklist, tmp_path / "x.ics")["532-05-01"]
    issuing.issue(checklist, TODAY, today=TODAY, only=[tasks.numbered(checklist, 5).id])
    extensions.grant(
        checklist, one, new_due="7月底前", reason="场地未定", applicant="县人社局", applied_on=TODAY, approver="王县长",
        decided_on=TODAY, today=TODAY,
    )  # fmt: skip
    after = written(checklist, tmp_path / "x.ics")["532-05-01"]
    assert (before["uid"], after["dtstart"].dt) == (after["uid"], date(2020, 7, 31))
    assert (before["sequence"], after["sequence"]) == (0, 1)
    connection.save_copy(checklist, tmp_path / "副本.luoshi")
    copy = connection.open(tmp_path / "副本.luoshi", by="王芳")
    settings.change(copy, settings.checked("安陵县", "安陵县发展和改革局", 2020))
    assert written(copy, tmp_path / "y.ics")["532-05-01"]["uid"] == before["uid"]
    copy.close()


@pytest.mark.parametrize(
    ("due", "rings"),
    [
        ("2020-07-31", "2020-07-24"),  # a Friday: 27 to 31 July are five working days
        ("2020-07-12", "2020-07-03"),  # a Sunday: 6 to 10 July are five
        ("2020-06-29", "2020-06-19"),  # 22, 23, 24, 28 and 29 June are worked, 25 to 27 are 端午
        ("2020-06-26", "2020-06-26"),  # 临期 already: on the day itself
        ("2020-06-18", "2020-06-18"), ("2020-06-17", None),
    ],
)  # fmt: skip
def test_it_rings_when_a_date_comes_near(due, rings):
    assert calendar_file.rings_on(date.fromisoformat(due), yard()) == (rings and date.fromisoformat(rings))


@given(due=st.dates(date(2020, 6, 18), date(2021, 12, 31)), soon=st.integers(0, 15))
def test_it_rings_on_a_working_day_on_which_the_date_is_near_for_the_first_time(due, soon):
    rings = calendar_file.rings_on(due, yard(soon=soon))
    if rings == due and calendar_file._workdays_before(due, soon, NATIONAL) < date.fromisoformat(TODAY):
        return  # near already
    assert NATIONAL.is_workday(rings)

    def near(day):
        one = action(due_on=due.isoformat())
        return timing(one, yard(day.isoformat(), soon=soon)).code == "soon"

    assert near(rings)
    assert not near(rings - timedelta(1))


def test_the_alarm_goes_off_at_nine_of_that_day(checklist, tmp_path):
    add(checklist, due="7月31日")
    add(checklist, "今天就到期的", due="6月18日")
    add(checklist, "已经逾期的", due="6月1日")
    found = written(checklist, tmp_path / "x.ics")
    alarms = {code: event.walk("VALARM") for code, event in found.items()}
    starts = {code: event["dtstart"].dt for code, event in found.items()}
    rings = {code: datetime.combine(starts[code], datetime.min.time()) + its[0]["trigger"].dt
             for code, its in alarms.items() if its}  # fmt: skip
    assert rings == {"532-05-01": datetime(2020, 7, 24, 9), "532-05-02": datetime(2020, 6, 18, 9)}
    assert alarms["532-05-03"] == []


def test_what_was_there_stays_when_the_new_file_cannot_be_written(checklist, tmp_path, monkeypatch):
    add(checklist, due="6月底前")
    path = tmp_path / "x.ics"
    path.write_text("原来的", encoding="utf-8")

    def full(_):
        raise OSError(28, "no space")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ChecklistError, match="磁盘已满"):
        written(checklist, path)
    assert path.read_text(encoding="utf-8") == "原来的"
    assert not list(tmp_path.glob("*.part"))


def test_the_checklist_itself_is_not_overwritten(checklist):
    add(checklist, due="6月底前")
    with pytest.raises(ChecklistError, match="不能用日历文件覆盖它"):
        written(checklist, checklist.path)
    due_dates.set_due(checklist, 1, "7月底前", today=TODAY)
