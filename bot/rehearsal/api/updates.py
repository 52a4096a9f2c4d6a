"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo, answerCallbackQuery: how the bot hears of people."""

import asyncio
import re
from dataclasses import replace

from bot.rehearsal.api.answers import bad_request, conflict
from bot.rehearsal.api.calls import AnswerCallbackQuery, DeleteWebhook, GetUpdates, Nothing, SetWebhook
from bot.rehearsal.api.exchange import Exchange
from bot.rehearsal.memory.changes import (
    AlertShown,
    AllowedUpdatesSet,
    Change,
    QueryKept,
    UpdatesConfirmed,
    WebhookSet,
)
from bot.rehearsal.memory.memory import Memory
from bot.rehearsal.memory.model import JSON, Alert, Webhook
from bot.rehearsal.memory.shapes import update_json
from bot.rehearsal.text.units import utf16_length

_POLL_MAX = 50  # seconds
_BATCH_MAX = 100
_UPDATE_LIFE = 24 * 3600  # seconds
_QUERY_LIFE = 60  # seconds
_ALERT_MAX = 200
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(exchange: Exchange, call: GetUpdates) -> list[JSON]:
    """Hand over what is pending, or wait for it; an offset confirms everything before it."""
    memory = exchange.memory
    exchange.end_polls()
    me = exchange.latest_poll = object()
    _remember_wanted(memory, call.allowed_updates)
    _confirm(memory, call.offset)
    limit = call.limit if 1 <= call.limit <= _BATCH_MAX else _BATCH_MAX
    deadline = asyncio.get_running_loop().time() + min(max(call.timeout, 0), _POLL_MAX)
    try:
        async with asyncio.timeout_at(deadline):
            await _something_pending(exchange, me)
    except TimeoutError:
        return []
    return [update_json(update) for update in list(memory.world.updates.values())[:limit]]


async def set_webhook(exchange: Exchange, call: SetWebhook) -> bool:
    """Set where updates would go. The rehearsal keeps them: it calls nobody."""
    memory = exchange.memory
    if call.url and not call.url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if call.secret_token is not None and not _SECRET.fullmatch(call.secret_token):
        raise bad_request("secret token contains unallowed characters")
    _remember_wanted(memory, call.allowed_updates)
    memory.record(
        WebhookSet(Webhook(call.url, call.max_connections)), *_dropped(memory, drop=call.drop_pending_updates)
    )
    return True


async def delete_webhook(exchange: Exchange, call: DeleteWebhook) -> bool:
    memory = exchange.memory
    memory.record(WebhookSet(Webhook()), *_dropped(memory, drop=call.drop_pending_updates))
    return True


async def get_webhook_info(exchange: Exchange, _call: Nothing) -> JSON:
    memory = exchange.memory
    world = memory.world
    info: JSON = {
        "url": world.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if world.webhook.url:
        info["max_connections"] = world.webhook.max_connections
    if world.webhook.url and world.updates:
        info |= {"last_error_date": memory.date, "last_error_message": "The rehearsal delivers to no webhook"}
    if world.allowed_updates:
        info["allowed_updates"] = list(world.allowed_updates)
    return info


async def answer_callback_query(exchange: Exchange, call: AnswerCallbackQuery) -> bool:
    """Stop the waiting of a pressed button, and show a text if there is one."""
    if utf16_length(call.text) > _ALERT_MAX:
        raise bad_request("MESSAGE_TOO_LONG")
    memory = exchange.memory
    query = memory.world.queries.get(call.callback_query_id)
    if query is None or query.answered or memory.date - query.date > _QUERY_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    changes: list[Change] = [QueryKept(replace(query, answered=True))]
    if call.text:
        changes.append(AlertShown(query.person_id, Alert(query.id, call.text, call.show_alert)))
    memory.record(*changes)
    return True


async def _something_pending(exchange: Exchange, me: object) -> None:
    memory = exchange.memory
    while True:
        if memory.world.webhook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        if exchange.latest_poll not in {me, None}:
            raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        _forget_old(memory)
        if memory.world.updates or exchange.latest_poll is None:
            return
        await memory.changed(memory.revision)


def _remember_wanted(memory: Memory, kinds: list[str] | None) -> None:
    if kinds is not None and tuple(kinds) != memory.world.allowed_updates:
        memory.record(AllowedUpdatesSet(tuple(kinds)))


def _confirm(memory: Memory, offset: int) -> None:
    """Forget what lies before *offset*; a negative one counts from the end."""
    pending = list(memory.world.updates)
    before = pending[offset:][0] if offset < 0 and pending else offset
    if pending and before > pending[0]:
        memory.record(UpdatesConfirmed(before))


def _forget_old(memory: Memory) -> None:
    old = [number for number, update in memory.world.updates.items() if memory.date - update.date > _UPDATE_LIFE]
    if old:
        memory.record(UpdatesConfirmed(old[-1] + 1))


def _dropped(memory: Memory, *, drop: bool) -> tuple[UpdatesConfirmed, ...]:
    return (UpdatesConfirmed(memory.world.last_update_id + 1),) if drop else ()
