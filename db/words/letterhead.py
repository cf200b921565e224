"""What is said about the head and foot of letters."""

ADDRESSEE = "{county}人民政府"

ERRORS = {"signer_empty": "署名不能为空，请填写落款单位。"}
STEPS = {"letterhead": "修改主送和落款"}
CHECKS: dict[str, str] = {}
