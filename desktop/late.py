"""The one place where parts of the program are imported late: what is not on the first page must not slow the start."""

import importlib
from typing import Any

# What brings much along (ReportLab, OpenCC, the reading of notices), and what is only shown when asked for.
PARTS = {
    "desk": "desktop.desk:Desk",
    "tasks page": "desktop.pages.tasks_page:TasksPage",
    "progress page": "desktop.pages.progress_page:ProgressPage",
    "progress tab": "desktop.forms.progress_tab:ProgressTab",
    "progress dialog": "desktop.dialogs.progress:ProgressDialog",
    "lock period": "desktop.dialogs.lock_period:LockPeriod",
    "comparison": "desktop.dialogs.comparison:ComparisonDialog",
    "task people": "desktop.dialogs.task_people:ask",
    "units page": "desktop.pages.units_page:UnitsPage",
    "lists page": "desktop.pages.lists_page:ListsPage",
    "ledger page": "desktop.pages.ledger_page:LedgerPage",
    "reminding": "desktop.reminding:Reminding",
    "start": "desktop.pages.start_page:StartPage",
    "first start": "desktop.first_start:FirstStart",
    "guide": "db.applicability:for_new",
    "phrases": "desktop.dialogs.phrases:PhrasesDialog",
    "phrase book": "desktop.phrase_book:PhraseBook",
    "applicability": "desktop.dialogs.applicability:ask",
    "help": "desktop.dialogs.help:HelpDialog",
    "user": "desktop.dialogs.user_name:UserNameDialog",
    "not applicable": "desktop.dialogs.not_applicable:NotApplicableDialog",
    "ask existing": "desktop.dialogs.ask_path:ask_existing",
    "ask new": "desktop.dialogs.ask_path:ask_new",
    "settings": "desktop.dialogs.settings:SettingsDialog",
    "holidays": "desktop.dialogs.holidays:HolidaysDialog",
    "paste acts": "desktop.pages.paste_acts:PasteActs",
    "borrow acts": "desktop.pages.borrow_acts:BorrowActs",
    "paste holidays": "desktop.dialogs.paste_holidays:PasteHolidays",
    "claimants": "db.closings:people",
    "closing acts": "desktop.pages.closing_acts:ClosingActs",
    "breakdown acts": "desktop.breakdown_acts:BreakdownActs",
    "bulk acts": "desktop.bulk_acts:BulkActs",
    "extension acts": "desktop.extension_acts:ExtensionActs",
    "ledger filter": "db.ledger:Filter",
    "ask words": "desktop.dialogs.ask_words:AskWords",
    "ask fields": "desktop.dialogs.ask_fields:AskFields",
    "closing": "desktop.dialogs.closing:ClosingDialog",
    "resume": "desktop.dialogs.closing:ResumeDialog",
    "calendar": "desktop.widgets.date_popup:DatePopup",
    "error": "desktop.widgets.error_bubble:ErrorBubble",
    "new checklist": "db.checklists:create_from",
    "notices": "desktop.notices:Notices",
    "plan year": "db.notice.load:plan_year",
    "calendar export": "desktop.calendar_export:CalendarExport",
    "export": "desktop.exports:Exporter",
    "action form": "desktop.forms.action_form:ActionForm",
    "history tab": "desktop.forms.history_tab:HistoryTab",
    "extension tab": "desktop.forms.extension_tab:ExtensionTab",
    "extension": "desktop.dialogs.extension:ExtensionDialog",
    "extension decision": "desktop.dialogs.extension:DecisionDialog",
    "issue page": "desktop.pages.issue_page:IssuePage",
    "issue": "desktop.dialogs.issue:IssueDialog",
    "problems page": "desktop.pages.problems_page:ProblemsPage",
    "problem": "desktop.dialogs.problem:ProblemDialog",
    "solve problem": "desktop.dialogs.problem:SolveDialog",
    "problems tab": "desktop.forms.problems_tab:ProblemsTab",
    "evidence tab": "desktop.forms.evidence_tab:EvidenceTab",
    "evidence check": "desktop.evidence_check:EvidenceCheck",
    "ask several": "desktop.dialogs.ask_path:ask_several",
    "self-test": "desktop.selftest:run",
}


def late(name: str) -> Any:
    """A part by its name in PARTS, imported when it is first wanted."""
    module, _, attribute = PARTS[name].partition(":")
    return getattr(importlib.import_module(module), attribute)
