"""Words of what is printed from where it is worked on: a task's card, a unit's sheet, forms to be signed."""

PRINT = "打印"
TASK_CARD, UNIT_SHEET = "打印任务卡", "打印单位分表"
FORMS = {"task-card": "任务卡", "extension-form": "延期审批表", "closing-form": "销号审批表"}
FORM, FORM_TIP = "打印审批表", "打印审批表：先预览，再打印或导出"
EMPTY_FORM_TIP = "先预览，再打印或导出；没有申请时是空白表"
