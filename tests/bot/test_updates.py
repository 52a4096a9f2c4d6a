"""Chats go on beside each other; within a chat one thing happens after another."""

from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Chat, Message, Update

from bot.updates import InOrderWithinChat


def message(number: int, chat: int) -> Update:
    return Update(number, Message(number, None, Chat(chat, Chat.PRIVATE)))  # type: ignore[arg-type]


async def after_each() -> None:
    await asyncio.sleep(0)


@settings(deadline=None)
@given(chats=st.lists(st.integers(1, 4), max_size=30), pauses=st.lists(st.integers(0, 3), min_size=30, max_size=30))
async def test_each_chat_is_served_in_the_order_of_coming(chats: list[int], pauses: list[int]) -> None:
    processor = InOrderWithinChat(after_each, lambda *_: None)
    done: list[tuple[int, int]] = []

    async def work(number: int, chat: int) -> None:
        for _ in range(pauses[number]):
            await asyncio.sleep(0)
        done.append((chat, number))

    await asyncio.gather(
        *(processor.process_update(message(number, chat), work(number, chat)) for number, chat in enumerate(chats))
    )

    for chat in set(chats):
        assert [number for of, number in done if of == chat] == [n for n, of in enumerate(chats) if of == chat]
    assert len(done) == len(chats)


async def test_a_flooding_chat_holds_up_nobody_else() -> None:
    processor = InOrderWithinChat(after_each, lambda *_: None)
    stuck = asyncio.Event()
    flood = [asyncio.create_task(processor.process_update(message(n, 1), stuck.wait())) for n in range(500)]
    await asyncio.sleep(0)

    answered = asyncio.Event()

    async def answer() -> None:
        answered.set()

    await asyncio.wait_for(processor.process_update(message(501, 2), answer()), 5)
    assert answered.is_set()
    stuck.set()
    await asyncio.gather(*flood)


async def test_an_update_that_fails_lets_the_next_one_of_its_chat_through() -> None:
    processor = InOrderWithinChat(after_each, lambda *_: None)

    async def fail() -> None:
        raise RuntimeError

    results = await asyncio.gather(
        processor.process_update(message(1, 1), fail()),
        processor.process_update(message(2, 1), after_each()),
        return_exceptions=True,
    )
    assert isinstance(results[0], RuntimeError)
    assert results[1] is None
