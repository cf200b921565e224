"""Where 100 % has been reported: the offer to mark the action done, which nobody's percent does by itself."""

from db import lifecycle
from db.actions import Action
from db.status import FINISHED
from desktop import wording, words
from desktop.pages.page import Context


def offer_done(context: Context, action_id: int) -> None:
    """Offer 标记完成 for an action at 100 % that is not done."""
    found: list[Action] = [a for its in context.standing.actions.values() for a in its if a.id == action_id]
    for action in found:
        if action.percent == 100 and action.status not in FINISHED:
            text = words.OFFER_DONE.format(title=wording.clipped(action.title))
            context.say(text, words.MARK_DONE, lambda chosen=action.id: _mark(context, chosen))


def _mark(context: Context, action_id: int) -> None:
    context.session.run(lifecycle.set_status, [action_id], "done", today=context.session.today())
