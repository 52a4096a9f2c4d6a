"""What is to be done: being told of it, looking at it, having done it, putting it off.

the clock ──► a task is due: a message to everybody who records ──[Done]──► it is closed
                                                                └──[In a week | In a month]──► told again then
/tasks ──► all that is open, what is due first ──[one of them]──► the same message
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.asking import answer, button, on, pressed, show
from handlers.coordinators.calendar.task_texts import MONTH, WEEK, facts_of, task_rows, task_text, task_title
from handlers.coordinators.named import number_in, words_of
from handlers.coordinators.roles import Duty, trusted_with
from handlers.coordinators.telling import tell_all
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.pages import page_of
from handlers.texts import Markup
from storage.errors import NoSuchTask
from storage.timeline.tasks import done, due_tasks, find_task, open_tasks, snooze, told

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Bot, InlineKeyboardButton, Update

    from handlers.asking import Rows
    from handlers.context import Context, Services
    from handlers.coordinators.calendar.task_texts import Facts
    from storage.people.coordinators import Coordinator
    from storage.timeline.tasks import Task

log = logging.getLogger(__name__)

LISTED_MAX = 20  # tasks in one message
TITLE_MAX = 60  # characters of a task's title on a button


async def tell_due_tasks(services: Services, bot: Bot) -> None:
    """Tell everybody who records of each task that has become due, by day; again, where nobody could be reached."""
    if services.now_here().hour < services.policy.digest_hour:
        return
    for task in await due_tasks(services.db, services.now()):
        if reached := await _tell(services, bot, await facts_of(services.db, task)):
            await told(services.db, task, services.now())
            log.info("%d coordinators were told of task %d", reached, task.id)


async def _tell(services: Services, bot: Bot, facts: Facts) -> int:
    def write(language: str) -> tuple[str, Rows]:
        return task_text(facts, services.texts, language), task_rows(facts, services.texts, language)

    return await tell_all(services, bot, Duty.RECORD, write)


@trusted_with(Duty.RECORD)
async def list_tasks(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """List what is open: what is due first, then what was put off."""
    await answer(update, context)
    tasks = await open_tasks(context.services.db)
    if not tasks:
        await show(update, context, context.say("tasks-none"))
        return
    page = page_of(tasks, "".join(words_of(update, context)[:1]), LISTED_MAX)
    listed = [await facts_of(context.services.db, task) for task in page.shown]
    blocks = [context.say("tasks-heading", count=len(tasks)), *(_line(context, facts) for facts in listed)]
    rows = [[button(_short(_title(context, facts)), "task", facts.task.id)] for facts in listed]
    rows.append(page.turning(context, "tasks"))
    await show(update, context, fitted(map(Markup, blocks)), [row for row in rows if row])


@trusted_with(Duty.RECORD)
async def show_task(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Show one task with its buttons."""
    task = await _pressed(update, context)
    if task is None:
        return
    await answer(update, context)
    services, facts = context.services, await facts_of(context.services.db, task)
    rows = [*task_rows(facts, services.texts, context.language), [_to_all(context)]]
    await show(update, context, task_text(facts, services.texts, context.language), rows)


@trusted_with(Duty.RECORD)
async def take_done(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Close the task."""
    task = await _pressed(update, context)
    if task is None:
        return
    services = context.services
    await done(services.db, task.id, coordinator, services.now())
    await _show_closed(update, context, task, "tasks-was-done")


@trusted_with(Duty.RECORD)
async def take_snooze(update: Update, context: Context, coordinator: Coordinator) -> None:
    """Put the task off, for as long as one of its buttons says."""
    task, days = await _pressed(update, context), number_in(pressed(update), 1)
    if task is None or days not in {WEEK, MONTH}:
        await answer(update, context, "button-stale")
        return
    services = context.services
    await snooze(services.db, task.id, days, coordinator, services.now())
    await _show_closed(update, context, await find_task(services.db, task.id), "tasks-was-put-off")


async def _pressed(update: Update, context: Context) -> Task | None:
    """Return the task of the pressed button, or say that there is nothing left to be done about it."""
    try:
        return await find_task(context.services.db, number_in(pressed(update), 0) or 0)
    except NoSuchTask:
        await answer(update, context, "tasks-gone")
        return None


async def _show_closed(update: Update, context: Context, task: Task, key: str) -> None:
    await answer(update, context)
    title = _title(context, await facts_of(context.services.db, task))
    text = context.say(key, title=title, day=_day(context, task.due_at))
    await show(update, context, text, [[_to_all(context)]])


def _line(context: Context, facts: Facts) -> str:
    title, due = _title(context, facts), facts.task.due_at
    if due <= context.services.now():
        return context.say("tasks-line", title=title)
    return context.say("tasks-line-put-off", title=title, day=_day(context, due))


def _title(context: Context, facts: Facts) -> str:
    return task_title(facts, context.services.texts, context.language)


def _day(context: Context, moment: datetime) -> str:
    return day_text(moment.astimezone(context.services.policy.timezone).date(), context.language)


def _short(title: str) -> str:
    return title if len(title) <= TITLE_MAX else f"{title[:TITLE_MAX].rstrip()}…"


def _to_all(context: Context) -> InlineKeyboardButton:
    return button(context.label("tasks-all"), "tasks")


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [
        CommandHandler("tasks", list_tasks),
        on("tasks", list_tasks),
        on("task", show_task),
        on("task-done", take_done),
        on("task-snooze", take_snooze),
    ]
