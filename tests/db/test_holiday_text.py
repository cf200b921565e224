"""The yearly notice on holidays as officials paste it, held against the calendar of the years that were."""

from datetime import date, timedelta

import pytest
from chinese_calendar.constants import holidays, workdays
from hypothesis import example, given
from hypothesis import strategies as st

from db.errors import RuleBroken
from db.holiday_text import LIMIT, read

OPENING = """国务院办公厅关于{year}年
部分节假日安排的通知
国办发明电〔{before}〕12号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将{year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
"""
CLOSING = """
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置。
国务院办公厅
{before}年11月22日
（此件公开发布）"""
LATER_2019 = """
国务院办公厅关于调整2019年劳动节假期安排的通知
一、2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
国务院办公厅
2019年3月21日"""
LATER_2020 = """
国务院办公厅关于延长2020年春节假期的通知
一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。
三、因疫情防控不能休假的职工，应根据《中华人民共和国劳动法》规定安排补休，未休假期的工资报酬应按照有关政策保障落实。
国务院办公厅
2020年1月26日"""
# The days as the State Council announced them; the notices of 2019 and 2020 were amended within the year.
YEARS = {
    2008: (
        "一、元旦：2007年12月30日－2008年1月1日放假，共3天。其中，1月1日（星期二）为法定节假日，12月30日（星期日）为公休日，"
        "12月29日（星期六）公休日调至12月31日（星期一），12月29日（星期六）上班。\n"
        "二、春节：2月6日—12日（农历除夕至正月初六）放假，共7天。其中，2月6日（除夕）、2月7日（春节）、2月8日（正月初二）为法定节假日，"
        "2月9日（星期六）、2月10日（星期日）照常公休，2月2日（星期六）、2月3日（星期日）两个公休日调至2月11日（星期一）、"
        "2月12日（星期二），2月2日（星期六）、2月3日（星期日）上班。\n"
        "三、清明节：4月4日—6日放假，共3天。\n"
        "四、“五一”国际劳动节：5月1日—3日放假，共3天。其中，5月1日为法定节假日，5月3日（星期六）为公休日，"
        "5月4日（星期日）公休日调至5月2日（星期五），5月4日（星期日）上班。\n"
        "五、端午节：6月7日—9日放假，共3天。\n六、中秋节：9月13日—15日放假，共3天。\n"
        "七、国庆节：9月29日—10月5日放假，共7天。9月27日（星期六）、9月28日（星期日）上班。"
    ),
    2015: (
        "一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。\n"
        "二、春节：2月18日至24日放假调休，共7天。2月15日（星期日）、2月28日（星期六）上班。\n"
        "三、清明节：4月5日放假，4月6日（星期一）补休。\n四、劳动节：5月1日放假，与周末连休。\n"
        "五、端午节：6月20日放假，6月22日（星期一）补休。\n六、中秋节：9月27日放假。\n"
        "七、国庆节：10月1日至7日放假调休，共7天。10月10日（星期六）上班。\n"
        "抗战胜利纪念日：9月3日至5日放假调休，共3天。9月6日（星期日）上班。"  # announced in May of that year
    ),
    2019: (
        "一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。\n"
        "二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。\n"
        "三、清明节：4月5日放假，与周末连休。\n四、劳动节：5月1日放假。\n五、端午节：6月7日放假，与周末连休。\n"
        "六、中秋节：9月13日放假，与周末连休。\n"
        "七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。"
    ),
    2020: (
        "一、元旦：2020年1月1日放假，共1天。\n"
        "二、春节：1月24日至30日放假调休，共7天。1月19日（星期日）、2月1日（星期六）上班。\n"
        "三、清明节：4月4日至6日放假调休，共3天。\n"
        "四、劳动节：5月1日至5日放假调休，共5天。4月26日（星期日）、5月9日（星期六）上班。\n"
        "五、端午节：6月25日至27日放假调休，共3天。6月28日（星期日）上班。\n"
        "六、国庆节、中秋节：10月1日至8日放假调休，共8天。9月27日（星期日）、10月10日（星期六）上班。"
    ),
    2023: (
        "一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n"
        "二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。\n"
        "三、清明节：4月5日放假，共1天。\n"
        "四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。\n"
        "五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。\n"
        "六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。"
    ),
    2024: (
        "一、元旦：1月1日放假，与周末连休。\n"
        "二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。"
        "鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。\n"
        "三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。\n"
        "四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。\n"
        "五、端午节：6月10日放假，与周末连休。\n六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。\n"
        "七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。"
    ),
    2025: (
        "一、元旦：1月1日（周三）放假1天，不调休。\n"
        "二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。\n"
        "三、清明节：4月4日（周五）至6日（周日）放假，共3天。\n"
        "四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。\n"
        "五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。\n"
        "六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。"
    ),
    2026: (
        "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n"
        "二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。\n"
        "三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n"
        "四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n"
        "五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n"
        "七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。"
    ),
}  # fmt: skip
LATER = {2019: LATER_2019, 2020: LATER_2020}


def notice(year):
    whole = OPENING + YEARS[year] + CLOSING
    return whole.format(year=year, before=year - 1) + LATER.get(year, "")


def differing(off, work, year):
    """What is unlike Monday to Friday in a year: weekdays off, weekend days worked."""
    return (
        {day for day in off if day.year == year and day.weekday() < 5},
        {day for day in work if day.year == year and day.weekday() >= 5},
    )


def told(pasted):
    return [(day.isoformat(), kind) for day, kind, _ in pasted.days]


def held(pasted, year):
    by_kind = {kind: [day for day, said, _ in pasted.days if said == kind] for kind in ("off", "work")}
    return differing(by_kind["off"], by_kind["work"], year)


@pytest.mark.parametrize("year", YEARS)
def test_the_notices_of_past_years_give_the_calendar_of_those_years(year):
    pasted = read(notice(year))
    assert pasted.year == year
    assert held(pasted, year) == differing(holidays, workdays, year)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("broken", [" ", "", "\n\n", "\u00a0\n\u3000\u3000"], ids=repr)
def test_line_breaks_do_not_matter(year, broken):
    text = notice(year).replace("12号\n", "12号。").replace("的通知\n", "的通知。")
    assert told(read(text.replace("\n", broken))) == told(read(notice(year)))


@pytest.mark.parametrize("before", ["（", "、", "至"])
def test_a_line_of_a_pdf_may_break_within_a_sentence(before):
    text = notice(2025)
    assert read(text.replace(before, before + "\n")).days == read(text).days
    assert read(text.replace(before, "\n" + before)).days == read(text).days


def test_full_width_figures_and_half_width_marks_are_the_same():
    text = notice(2026)
    wide = text.translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    assert read(wide) == read(text)
    assert read(text.translate(str.maketrans("（），：", "(),:"))) == read(text)


def test_the_days_have_the_name_of_their_holiday():
    names = {day.isoformat(): name for day, _, name in read(notice(2025)).days}
    assert names["2025-01-01"] == "元旦"
    assert names["2025-02-08"] == "春节"
    assert names["2025-10-11"] == "国庆节、中秋节"


def test_the_longer_spring_festival_of_2020_takes_the_work_day_back():
    days = dict(told(read(notice(2020))))
    assert {name for day, _, name in read(notice(2020)).days if day < date(2020, 2, 3)} == {"元旦", "春节"}
    assert {days[f"2020-{day}"] for day in ("01-31", "02-01", "02-02")} == {"off"}
    assert "2020-02-03" not in days
    assert dict(told(read(notice(2020).replace(LATER_2020, ""))))["2020-02-01"] == "work"


def test_days_of_another_year_keep_it():
    days = told(read(notice(2019)))
    assert days[:4] == [("2018-12-29", "work"), ("2018-12-30", "off"), ("2018-12-31", "off"), ("2019-01-01", "off")]
    assert told(read("关于2027年放假安排\n元旦：2026年12月31日至1月2日放假"))[-1] == ("2027-01-02", "off")
    assert told(read("关于2028年放假安排\n元旦：12月31日至1月2日放假"))[0] == ("2027-12-31", "off")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2027-01-01 休", [("2027-01-01", "off")]),
        ("2027/1/1 休\n2027.1.9 班", [("2027-01-01", "off"), ("2027-01-09", "work")]),
        ("2027年\n1月1日 放假\n1月9日 上班", [("2027-01-01", "off"), ("2027-01-09", "work")]),
        ("2027年安排\n1月1-2日休；1月9日补班", [("2027-01-01", "off"), ("2027-01-02", "off"), ("2027-01-09", "work")]),
        ("放假：2027年1月1日；上班：1月9日", [("2027-01-01", "off"), ("2027-01-09", "work")]),
        ("2027年元旦：1月1日，共1天", [("2027-01-01", "off")]),
        ("2027年1月1日（元旦）全县机关事业单位干部职工放假", [("2027-01-01", "off")]),
        ("2027年10月1日放假，10月9日调休上班", [("2027-10-01", "off"), ("2027-10-09", "work")]),
        ("2027年1月1日放假，1月4日不放假", [("2027-01-01", "off")]),
        ("2027年1月1日至2日放假。1月2日上班。", [("2027-01-01", "off"), ("2027-01-02", "work")]),
        ("2027年1月1日至4日放假。1月4日上班。", [("2027-01-01", "off"), ("2027-01-02", "off"), ("2027-01-03", "off"),
                                       ("2027-01-04", "work")]),
        ("2028年2月29日放假", [("2028-02-29", "off")]),
    ],
)  # fmt: skip
def test_plain_lists_are_read(text, days):
    assert told(read(text)) == days


def test_a_line_of_a_list_is_named_by_what_stands_in_it():
    assert [name for *_, name in read("2027-01-01 休（元旦）\n2027-01-02 休").days] == ["元旦", ""]


def test_a_year_the_text_does_not_say_is_given():
    pasted = read("1月1日 放假\n1月9日 上班", 2027)
    assert (pasted.year, told(pasted)) == (None, [("2027-01-01", "off"), ("2027-01-09", "work")])
    assert read(notice(2025), 2027) == read(notice(2025))


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("", "holiday_none", "没有读到"), ("今天天气很好", "holiday_none", "没有读到"),
        ("国务院办公厅\n2024年11月12日", "holiday_none", "没有读到"),
        ("根据2024年11月10日修订的放假办法，自2025年1月1日起，全体公民放假的假日增加2天。", "holiday_none", "没有读到"),
        ("1月1日放假", "holiday_year", "1月1日"),
        ("2027年2月29日放假", "holiday_day", "2027年2月29日"), ("2027年13月1日放假", "holiday_day", "2027年13月1日"),
        ("0000-01-01 休", "holiday_day", "0000-01-01"),
        ("2027年1月3日至1日放假", "holiday_order", "1月3日至1日"),
        ("2027年1月1日至12月31日放假", "holiday_range", "365天"),
        ("2027年1月4日（周一）上班", "holiday_work", "2027年1月4日"),
        ("2027年1月1日（周三）放假", "holiday_weekday", "星期五"),
        ("2027-01-01", "holiday_unsaid", "2027-01-01"),
        ("2027年安排\n元旦：1月1日至3日", "holiday_unsaid", "1月1日至3日"),
        ("2027年安排\n元旦1月1日至3日", "holiday_unsaid", "1月1日至3日"),
        ("2027年放假安排\n10.1-7放假", "holiday_unread", "10.1-7放假"), ("2027年3日放假", "holiday_unread", "3日"),
        ("延长2020年春节假期至2月2日", "holiday_extends", "2月2日"),
        ("元" * (LIMIT + 1), "holiday_long", str(LIMIT)),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_told_with_its_words(text, code, named):
    with pytest.raises(RuleBroken) as error:
        read(text)
    assert (error.value.code, error.value.field) == (code, "text")
    assert named in str(error.value)
    assert len(str(error.value)) < 90


DAYS = st.dates(date(2027, 1, 5), date(2027, 12, 20))


@given(DAYS, st.integers(0, 8), st.sampled_from(["至", "到", "-", "—", "～"]), st.booleans())
def test_a_made_up_holiday_comes_back(first, more, to, short):
    last = first + timedelta(more)
    end = f"{last.day}日" if short and last.month == first.month else f"{last.month}月{last.day}日"
    pasted = read(f"2027年放假安排\n一、端午节：{first.month}月{first.day}日{to}{end}放假调休，共{more + 1}天。")
    assert told(pasted) == [((first + timedelta(n)).isoformat(), "off") for n in range(more + 1)]


PIECES = st.sampled_from([
    "2027年", "元旦", "春节：", "一、", "1月1日", "2月30日", "3日", "10.1", "-", "至", "（周五）",
    "（", "）", "、", "，", "。", "\n", " ", "放假", "调休", "上班", "不", "共3天", "休", "班", "起",
    "延长春节假期至", "2026-12-31", "鼓励", "：", "的", "《", "》",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
@example("（" * LIMIT)
@example("1月1日、" * (LIMIT // 5))
@example("1" * LIMIT)
@example("一、" * (LIMIT // 2))
@example("元" * LIMIT)
@example("《〈" * (LIMIT // 2))
def test_any_text_is_read_or_refused(text):
    try:
        days = read(text).days
    except RuleBroken as refused:
        days, field = (), refused.field
    else:
        field = "text" if days else None
    assert field == "text"
    assert [day for day, *_ in days] == sorted({day for day, *_ in days})
