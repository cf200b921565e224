"""Pictures of the program for people to look at: `python -m tests.shots FOLDER` (`make shots`).

First the morning of a county that starts with nothing, as README tells it; then what comes in the year after it;
then the sample county in every look.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QScrollArea, QWidget

from db import sample, tasks, units
from db.actions import Action
from db.lists import KINDS
from desktop.app import App, prepare
from desktop.dialogs.notice_preview import NoticePreview
from desktop.models.progress_rows import Column
from desktop.pages.reports_page import ReportsPage
from desktop.pages.start_page import StartPage
from desktop.pages.tasks_page import TasksPage
from desktop.pages.which_tasks_page import WhichTasksPage
from desktop.settings import Settings
from desktop.words import rules
from reports.data import gather
from reports.kinds import KINDS as KINDS_OF_REPORT
from reports.render import export
from reports.tieout import Disagreement, DoesNotTieOut

SIZE = (1366, 736)  # 1366×768 without the title bar
ADDED = ("摸底农民工培训需求", "县人社局", "李明", "6月底前")
PASTED = (
    "序号\t重点任务\t具体措施\t牵头单位\t配合单位\t责任人\t完成时限\n"
    "5\t大力提升农业转移人口就业能力\t摸底农民工培训需求\t人社局\t教育局、财政局\t李明\t2020.6.30\n"
    "\t\t开展岗前和技能提升培训3000人次\t\t\t刘洋\t44104\n"
    "\t\t兑现职业培训补贴\t\t\t王芳\t2020.11.31\n"
    "29\t推进城镇老旧小区改造\t改造小区12个\t住建局\t\t赵磊\t年底前\n"
)
OFTEN = 192  # of the 256 colours of a picture
SMALLEST = (900, 560)
DIALOGS = ("help", "settings", "holidays", "applicability", "phrases")
BOTH_PAGES, BOTH_DIALOGS = (1.0, 1.5), (1.0, 2.0)  # the sizes of text the ledger and the dialogs are shown in
LOOKS = (("light", 1.0), ("dark", 1.0), ("light", 1.25), ("light", 1.5), ("light", 2.0))


def settle() -> None:
    """Let everything be laid out, painted and freed that waits for it."""
    for _ in range(5):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shoot(window: QWidget, path: Path) -> None:
    """The window with the dialog or popup over it, where the user would see it."""
    settle()
    picture = window.grab()
    over = QApplication.activePopupWidget() or next(
        (dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None
    )
    if over is not None:
        inner = over.grab()
        place = QPoint((window.width() - over.width()) // 2, (window.height() - over.height()) // 2)
        if over is QApplication.activePopupWidget():
            place = window.mapFromGlobal(over.mapToGlobal(QPoint()))
        painter = QPainter(picture)
        painter.drawRect(place.x() - 1, place.y() - 1, inner.width() + 1, inner.height() + 1)
        painter.drawPixmap(place, inner)
        painter.end()
    picture.save(str(path))
    shrink(path)


def shrink(path: Path) -> None:
    """A third of the bytes: the colours that are there most often stay as they are, the others come near."""
    with Image.open(path) as picture:
        whole = picture.convert("RGB")
    often = sorted(whole.getcolors(whole.width * whole.height), reverse=True)[:OFTEN]
    seldom = whole.quantize(256 - OFTEN, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).getpalette()
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for _, colour in often for channel in colour] + seldom)
    whole.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)


def shoot_dialog(window: QWidget, path: Path) -> None:
    """The dialog that is open over the window, which is then left."""
    shoot(window, path)
    leave(window, open_dialog(window))


def leave(window: QWidget, dialog: QDialog) -> None:
    """Put a dialog away; the keys go to the window again, for which there is no window manager here."""
    dialog.reject()
    window.activateWindow()
    settle()


def open_dialog(window: QWidget) -> QDialog:
    """The dialog in front."""
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def program(folder: Path, path: Path | None = None) -> App:
    """The program in a window of the usual size."""
    settings = Settings(folder / "settings.ini")
    settings.user = "李明"
    app = App(folder, settings, sample.TODAY)
    app.start(path)
    app.window.resize(*SIZE)
    app.window.activateWindow()
    QTest.qWaitForWindowActive(app.window)  # keys and shortcuts go to it
    settle()
    return app


def sample_program(folder: Path, *, draft: bool = False) -> App:
    """The program with the sample county open; a draft has not been issued."""
    path = folder / ("安岭县-2020-未印发.luoshi" if draft else "安岭县-2020.luoshi")
    sample.make(path, draft=draft).close()
    return program(folder, path)


def morning(folder: Path, out: Path) -> None:
    """From the first start to the printed sheet."""
    app = program(folder)
    window = app.window
    start = window.findChild(StartPage)
    start.county.setText("安岭县")
    start.county.textEdited.emit("安岭县")
    shoot(window, out / "1-start.png")
    preview(app, out / "notice-preview.png")
    which_tasks(app, out)
    divide(app, out / "2-broken-down.png")
    by_hand(app, out / "3-breakdown.png")
    sheet(app, folder, out / "6-sheet.png")
    window.close()


def which_tasks(app: App, out: Path) -> None:
    """The questions about the county half answered, and what they propose; with it the work begins."""
    app.window.findChild(StartPage)._ask()
    settle()
    page = app.window.findChild(WhichTasksPage)
    for row, key in zip(page.form.questions.rows, "NNNNNNNYN", strict=False):
        QTest.keyClick(row.answer, getattr(Qt.Key, f"Key_{key}"))
    shoot(app.window, out / "1-which-tasks.png")
    page.form.confirm(True)
    page.form.confirmer.setText("王芳")
    shoot(app.window, out / "1-which-tasks-confirmed.png")
    page.main.click()
    settle()


def divide(app: App, picture: Path) -> None:
    """Every task divided as it is proposed, and one of them as it stands then."""
    app.desk.page.break_down()
    settle()
    while any(dialog.isVisible() for dialog in app.window.findChildren(QDialog)):
        open_dialog(app.window).accept()
        settle()
    app.window.activateWindow()
    app.desk.go("tasks", task=tasks.numbered(app.desk.session.checklist, 4).id)
    shoot(app.window, picture)


def by_hand(app: App, picture: Path) -> None:
    """One more action, typed."""
    page = app.desk.page
    page.show_task(5)
    page.action_panel.start_adding(answers=1)
    app.window.toast.hide()  # what was said of the picture before
    row = page.action_panel.add_row
    for field, text in zip((row.title, row.lead, row.owner, row.due), ADDED, strict=True):
        field.setText(text)
    shoot(app.window, picture)
    row.closed.emit()


def preview(app: App, picture: Path) -> None:
    """What is read out of a notice somebody saved, with the reader's doubts."""
    file = Path(__file__).parent / "golden" / "notices" / "syn_12_编号错误.txt"
    app._other_notice("text")
    settle()
    next(dialog for dialog in app.window.findChildren(QDialog) if dialog.isVisible()).reject()
    app._notices.read_file(file)
    while app.window.findChild(NoticePreview) is None:
        settle()
    dialog = app.window.findChild(NoticePreview)
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0).child(1))
    shoot(app.window, picture)
    leave(app.window, dialog)


def sheet(app: App, folder: Path, picture: Path, page: int = 0) -> None:
    """A page of 任务分解表 as it leaves the printer."""
    session = app.desk.session
    data = gather(session.checklist, sample.TODAY, f"{sample.TODAY}T14:02:00")
    printed = export("breakdown", data, folder / "sheet.pdf", bundled_only=True)
    with pypdfium2.PdfDocument(printed.path) as document:
        document[page].render(scale=1.4).to_pil().save(picture)
    shrink(picture)


def from_elsewhere(folder: Path, out: Path) -> None:
    """Rows of a spreadsheet and another county's breakdown, looked through before they come in."""
    other = folder / "邻县"
    other.mkdir()
    sample.make(other / "安岭县-2020.luoshi").close()
    app = program(folder)
    app.files.create("青河县", "青河县发展和改革局", 2020, None, lambda *_: None)
    page = app.desk.page
    page.show_task(5)
    page._pasting.take(PASTED, 5)
    shoot_dialog(app.window, out / "paste-rows.png")
    page._borrowing.borrow(other / "安岭县-2020.luoshi", 5)
    shoot_dialog(app.window, out / "borrow.png")
    app.window.close()


def drafts(folder: Path, out: Path) -> None:
    """What is proposed for a task of a new county, in every look a dialog has to stand."""
    app = program(folder)
    app.files.create("安岭县", "安岭县发展和改革局", 2020, None, lambda *_: None)
    for mode, scale, size in (*((mode, scale, SIZE) for mode, scale in LOOKS), ("light", 1.0, SMALLEST)):
        app.look.set(mode=mode, scale=scale)
        app.window.resize(*size)
        settle()
        app.desk.go("tasks", task=tasks.numbered(app.desk.session.checklist, 4).id, break_down=True)
        name = "smallest" if size == SMALLEST else f"{mode}-{round(scale * 100)}"
        shoot_dialog(app.window, out / f"drafts-{name}.png")
    app.window.close()


def issuing(folder: Path, out: Path) -> None:
    """Several actions are changed at once; what is complete goes out; the rest stays in the list behind the dialog."""
    app = sample_program(folder, draft=True)
    many(app, out / "bulk.png")
    app.desk.go("issue")
    app.desk.page.ask_issue()
    shoot_dialog(app.window, out / "issue-dialog.png")
    app.window.close()


def many(app: App, picture: Path) -> None:
    """One state for all actions of a task, with what it does to each of them."""
    panel = choose(app, lambda one: one.code == "532-05-01").action_panel
    panel.table.selectAll()
    panel.many.do("status", panel.table.selected())
    settle()
    value = open_dialog(app.window)._current()
    value.setCurrentIndex(value.findData("done"))
    shoot_dialog(app.window, picture)


def year(folder: Path, out: Path) -> None:
    """What comes after the breakdown: a page or a dialog a picture."""
    app = sample_program(folder)
    desk, window = app.desk, app.window
    shoot(window, out / "reminder.png")
    search(app, out / "search.png")
    desk.go("issue")
    shoot(window, out / "issue.png")
    extension(app, out / "extension.png")
    evidence(app, out / "evidence.png")
    quick_entry(app, out / "progress.png")
    desk.page.head.lock.click()
    shoot_dialog(window, out / "lock-period.png")
    desk.page.head.compare.click()
    shoot_dialog(window, out / "comparison.png")
    desk.go("problems")
    shoot(window, out / "problems.png")
    closing(app, out / "closing.png")
    desk.go("ledger", figure="overdue")
    shoot(window, out / "ledger-overdue.png")
    lists(app, out)
    desk.go("units", unit=units.named(desk.session.checklist, "县人社局").id)
    shoot(window, out / "units.png")
    desk.go("units", body="人民银行")
    shoot(window, out / "bodies.png")
    app.acts["settings"].trigger()
    open_dialog(window).tabs.setCurrentIndex(list(rules.SECTIONS).index("lamps"))
    shoot_dialog(window, out / "lamps.png")
    calendar(app, out / "calendar.png")
    sheet(app, folder, out / "sheet-sample.png", page=3)
    window.close()


def search(app: App, picture: Path) -> None:
    """What a unit's initials find."""
    box = app.desk.search
    box.setFocus()
    QTest.keyClicks(box, "xrsj")
    shoot(app.window, picture)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    settle()


def lists(app: App, out: Path) -> None:
    """The four lists, each of them a view of the same actions."""
    for kind in KINDS:
        app.desk.go("lists", list=kind)
        shoot(app.window, out / f"list-{kind}.png")


def extension(app: App, picture: Path) -> None:
    """An action whose date was issued, and another date asked for."""
    page = choose(app, lambda one: one.code == "532-05-02")
    page.action_panel.commands.actions["extend"].trigger()
    settle()
    dialog = open_dialog(app.window)
    dialog.new_due.setText("9月底前")
    dialog.reason.setPlainText("实训场地改造推迟，两个班排不开。")
    shoot_dialog(app.window, picture)


def evidence(app: App, picture: Path) -> None:
    """The files an action rests on, in its form."""
    page = choose(app, lambda one: one.evidence > 0)
    page.form.form.tabs.turn("evidence")
    settle()
    bar = page.form.form.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    shoot(app.window, picture)


def quick_entry(app: App, picture: Path) -> None:
    """A row of the progress table being filled in."""
    app.desk.go("progress")
    settle()
    table = app.desk.page.table
    table.setCurrentIndex(table.currentIndex().siblingAtColumn(Column.DONE))
    QTest.keyClick(table, Qt.Key.Key_F2)
    settle()
    editor = table.viewport().findChild(QPlainTextEdit)
    editor.setPlainText("现场已核查，两处问题正在整改")
    shoot(app.window, picture)
    editor.clear()
    editor.findChild(QPushButton).click()
    shoot(app.window, picture.with_name("phrases.png"))
    QApplication.activePopupWidget().close()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()


def closing(app: App, picture: Path) -> None:
    """What was reported done is confirmed by somebody else."""
    page = choose(app, lambda one: one.leaf and one.status == "done")
    page.action_panel.commands.actions["close"].trigger()
    settle()
    dialog = open_dialog(app.window)
    dialog.fields["method"].buttons["site"].setChecked(True)
    for name, person in (("verifier", "刘洋"), ("confirmer", "王芳")):
        dialog.fields[name].setText(person)
    dialog.fields["confirmer"].setFocus()
    shoot_dialog(app.window, picture)


def calendar(app: App, picture: Path) -> None:
    """A due date picked, with the days off and the days made up for."""
    app.desk.go("tasks")
    app.desk.page.action_panel.start_adding()
    settle()
    app.desk.page.action_panel.add_row.due.open_calendar()
    shoot(app.window, picture)
    QApplication.activePopupWidget().close()
    app.desk.page.action_panel.add_row.closed.emit()
    settle()


def choose(app: App, fits: Callable[[Action], bool]) -> TasksPage:
    """The tasks page at the first action that fits."""
    every = (action for its in app.desk.standing.actions.values() for action in its)
    action = next(action for action in every if fits(action))
    app.desk.go("tasks", task=action.task, action=action.id)
    settle()
    return app.desk.page


def looks(folder: Path, out: Path) -> None:
    """The sample county in light and dark, in every size of text, in a small window."""
    app = sample_program(folder)
    window = app.window
    task = tasks.numbered(app.desk.session.checklist, 5).id
    for mode, scale in LOOKS:
        app.look.set(mode=mode, scale=scale)
        settle()
        name = f"{mode}-{round(scale * 100)}.png"
        app.desk.go("tasks", task=task)
        shoot(window, out / f"tasks-{name}")
        if scale in BOTH_PAGES:
            app.desk.go("ledger")
            shoot(window, out / f"ledger-{name}")
        for act in DIALOGS if mode == "light" and scale in BOTH_DIALOGS else ():
            app.acts[act].trigger()
            shoot_dialog(window, out / f"{act}-{name}")
    app.look.set(mode="light", scale=1.0)
    window.resize(*SMALLEST)
    settle()
    app.desk.go("tasks", task=task)
    shoot(window, out / "tasks-smallest.png")
    app.acts["help"].trigger()
    shoot_dialog(window, out / "help-smallest.png")
    window.close()


def reports(folder: Path, out: Path) -> None:
    """The report page: a letter, a table in the dark, in a small window, nothing to print, figures that disagree."""
    app = sample_program(folder)
    window = app.window
    for kind in ("narrative", "ledger", "overdue", "timeline"):
        if kind in KINDS_OF_REPORT:
            report(app, kind)
            shoot(window, out / f"reports-{kind}.png")
    app.look.set(mode="dark")
    report(app, "breakdown")
    shoot(window, out / "reports-dark.png")
    app.look.set(mode="light")
    page = report(app, "breakdown")
    page.preview.show_nothing("没有逾期和临期的行动，不用出清单。")
    shoot(window, out / "reports-empty.png")
    page._fail(DoesNotTieOut((Disagreement("任务5的逾期：报告里是3，台账里是2。", "overdue"),
                              Disagreement("全县的已完成是66，各部分相加是65。", "finished"))))  # fmt: skip
    shoot(window, out / "reports-disagreement.png")
    app.look.set(scale=1.5)
    report(app, "breakdown")
    shoot(window, out / "reports-150.png")
    app.look.set(scale=1.0)
    window.resize(*SMALLEST)
    report(app, "breakdown")
    shoot(window, out / "reports-smallest.png")
    window.close()


def report(app: App, kind: str) -> ReportsPage:
    """The report page with a kind all of whose pages in view are drawn."""
    app.desk.go("reports", kind=kind)
    page, view = app.desk.page, app.desk.page.preview.view
    settle()
    while page._soon.isActive() or page._proofs.busy or view._opening or set(view._in_view()) - view._shown.keys():
        settle()
    return page


def main(out: Path) -> None:
    """Write all pictures into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        application = prepare([sys.argv[0], "-platform", f"offscreen:configfile={screen(Path(folder))}"])
    for picture in (morning, drafts, from_elsewhere, issuing, year, reports, looks):
        with tempfile.TemporaryDirectory() as folder:
            picture(Path(folder), out)
    application.quit()


def screen(folder: Path) -> Path:
    """A screen the window has room on: lists that open are kept within it."""
    wide, high = SIZE
    one = {"name": "screen", "x": 0, "y": 0, "width": wide, "height": high, "logicalDpi": 96, "logicalBaseDpi": 96,
           "dpr": 1}  # fmt: skip
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
    return file


if __name__ == "__main__":
    main(Path(sys.argv[1]))
