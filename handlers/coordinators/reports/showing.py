"""The reports of a broadcast, whenever a coordinator asks for them: the chart, and the counts as a file.

[Chart] ──► a picture, told in words below it
[Counts as a file] ──► CSV
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import InputFile

from handlers.asking import answer, on, person_of, pressed
from handlers.coordinators.named import number_in
from handlers.coordinators.reports.charts import PICTURE, Reader, broadcast_chart
from handlers.coordinators.reports.counting import counts_file
from handlers.coordinators.roles import Duty, trusted_with
from storage.letters.reports.course import has_letters
from storage.letters.reports.progress import progress

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context
    from storage.letters.reports.progress import Progress
    from storage.people.coordinators import Coordinator


@trusted_with(Duty.SEND, Duty.READ_STATISTICS)
async def send_chart(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Send the picture as it is now."""
    if (reached := await _named_broadcast(update, context)) is not None:
        services = context.services
        reader = Reader(services.texts, context.language, services.now_here())
        chart = await broadcast_chart(services.db, reached, reader)
        await context.bot.send_photo(person_of(update).id, chart.png, filename=PICTURE, caption=chart.caption)


@trusted_with(Duty.SEND, Duty.READ_STATISTICS)
async def send_counts(update: Update, context: Context, _coordinator: Coordinator) -> None:
    """Send the counts as they are now."""
    if (reached := await _named_broadcast(update, context)) is not None:
        services = context.services
        file = await counts_file(services.db, reached, services.texts, context.language)
        document = InputFile(file.content, filename=file.name)
        await context.bot.send_document(person_of(update).id, document, caption=file.caption)


async def _named_broadcast(update: Update, context: Context) -> Progress | None:
    """Return the broadcast of the pressed button; say that the button is stale if there is none with letters."""
    db, number = context.services.db, number_in(pressed(update), 0)
    if number is None or not await has_letters(db, number):
        await answer(update, context, "button-stale")
        return None
    await answer(update, context)
    return await progress(db, number)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [on("chart", send_chart), on("counts", send_counts)]
