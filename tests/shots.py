"""Pictures of the program for people to look at: `python -m tests.shots FOLDER` (`make shots`).

First the morning of a county that starts with nothing, as README tells it; then the sample county in every look.
"""

import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from db import lifecycle, sample, tasks
from desktop.app import App, prepare
from desktop.dialogs.notice_preview import NoticePreview
from desktop.pages.start_page import StartPage
from desktop.settings import Settings
from reports.data import gather
from reports.render import export

SIZE = (1366, 736)  # 1366×768 without the title bar
ACTIONS = (
    ("摸底农民工培训需求", "县人社局", "李明", "6月底前"),
    ("开展岗前和技能提升培训3000人次", "县人社局", "刘洋", "三季度"),
    ("兑现职业培训补贴", "县财政局", "", "年底前"),
)
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
    """A quarter of the bytes: a window has few colours."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def program(folder: Path, path: Path | None = None) -> App:
    """The program in a window of the usual size."""
    settings = Settings(folder / "settings.ini")
    settings.user = "李明"
    app = App(folder, settings, sample.TODAY)
    app.start(path)
    app.window.resize(*SIZE)
    settle()
    return app


def morning(folder: Path, out: Path) -> None:
    """From the first start to the printed sheet."""
    app = program(folder)
    window = app.window
    start = window.findChild(StartPage)
    start.county.setText("安岭县")
    start.county.textEdited.emit("安岭县")
    shoot(window, out / "1-start.png")
    preview(app, out / "notice-preview.png")
    app.files.create("安岭县", "安岭县发展和改革局", 2020, None, lambda *_: None)
    page, session = app.desk.page, app.desk.session
    page.show_task(13)
    page._ask_not_applicable()
    dialog = next(dialog for dialog in window.findChildren(QDialog))
    dialog.reason.setPlainText("本县不是边境县。")
    dialog.confirmer.setText("王芳")
    shoot(window, out / "2-not-applicable.png")
    dialog.accept()
    settle()
    page.show_task(5)
    page.action_panel.start_adding()
    row = page.action_panel.add_row
    for title, lead, owner, due in ACTIONS:
        for field, text in ((row.title, title), (row.lead, lead), (row.owner, owner), (row.due, due)):
            field.setText(text)
        if title == ACTIONS[-1][0]:
            shoot(window, out / "3-breakdown.png")
        row._ask()
        settle()
    row.closed.emit()
    first = app.desk.standing.actions[page.view.task][0].id
    session.run(lifecycle.tick, [first], today=sample.TODAY)
    shoot(window, out / "4-ticked.png")
    window.close()
    app = program(folder)
    app.desk.undo()
    shoot(app.window, out / "5-undone-after-a-restart.png")
    sheet(app, folder, out / "6-sheet.png")
    app.window.close()


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
    dialog.reject()
    settle()


def sheet(app: App, folder: Path, picture: Path, page: int = 0) -> None:
    """A page of 任务分解表 as it leaves the printer."""
    session = app.desk.session
    data = gather(session.checklist, sample.TODAY, f"{sample.TODAY}T14:02:00")
    printed = export("breakdown", data, folder / "sheet.pdf", bundled_only=True)
    with pypdfium2.PdfDocument(printed.path) as document:
        document[page].render(scale=1.4).to_pil().save(picture)
    shrink(picture)


def looks(folder: Path, out: Path) -> None:
    """The sample county in light and dark, in every size of text, with its dialogs."""
    path = folder / "安岭县-2020.luoshi"
    sample.make(path).close()
    app = program(folder, path)
    task = tasks.numbered(app.desk.session.checklist, 5).id
    for mode, scale in LOOKS:
        app.look.set(mode=mode, scale=scale)
        settle()
        app.desk.page.show_task(task)
        name = f"{mode}-{round(scale * 100)}"
        shoot(app.window, out / f"tasks-{name}.png")
        acts = {key: app.acts[key].trigger for key in ("help", "settings", "holidays")} | {"user": app.desk.ask_user}
        for act, dialog in acts.items():
            dialog()
            shoot(app.window, out / f"{act}-{name}.png")
            next(d for d in app.window.findChildren(QDialog) if d.isVisible()).reject()
            settle()
    app.look.set(mode="light", scale=1.0)
    app.desk.page.show_task(task)
    app.desk.page.action_panel.start_adding()
    settle()
    app.desk.page.action_panel.add_row.due.open_calendar()
    shoot(app.window, out / "calendar.png")
    QApplication.activePopupWidget().close()
    sheet(app, folder, out / "sheet-sample.png", page=3)
    app.window.close()


def main(out: Path) -> None:
    """Write all pictures into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    application = prepare([sys.argv[0]])
    for picture in (morning, looks):
        with tempfile.TemporaryDirectory() as folder:
            picture(Path(folder), out)
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
