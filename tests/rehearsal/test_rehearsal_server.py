"""Over real HTTP the rehearsal answers as in process, and no request makes it stumble."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.types import ASGIApp
from telegram import Bot
from telegram.error import BadRequest, NetworkError

from bot.rehearsal.api.methods import METHODS
from bot.rehearsal.cast import Cast
from bot.rehearsal.faults import Dropped, Rule
from bot.rehearsal.page.routes import Page
from bot.rehearsal.server import rehearsal_app, serving
from bot.rehearsal.telegram import REHEARSAL_TOKEN, Person, RehearsedTelegram

from .conftest import AMINA

CAST = Cast((Person(101, "지은", "김", language_code="ko"),), (AMINA,))


@pytest.fixture
async def url(telegram: RehearsedTelegram) -> AsyncIterator[str]:
    async with serving(telegram, cast=CAST) as url:
        yield url


@pytest.fixture
async def remote(url: str) -> AsyncIterator[Bot]:
    async with Bot(REHEARSAL_TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        yield bot


@pytest.fixture
async def http(url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=url) as client:
        yield client


async def test_the_library_talks_to_it_as_to_telegram(remote: Bot, telegram: RehearsedTelegram) -> None:
    sent = await remote.send_document(
        201, "서명".encode(), filename="서명.txt", caption="<b>signed</b>", parse_mode="HTML"
    )
    assert sent.document
    content = await (await remote.get_file(sent.document.file_id)).download_as_bytearray()
    poll = asyncio.create_task(remote.get_updates(timeout=20))
    telegram.says(201, "thank you")

    assert bytes(content).decode() == "서명"
    assert telegram.chat(201)[1].html == "<b>signed</b>"
    assert [update.message and update.message.text for update in await poll] == ["thank you"]
    with pytest.raises(BadRequest, match="Chat not found"):
        await remote.send_message(1, "hi")


async def test_a_foreign_token_is_refused(http: httpx.AsyncClient) -> None:
    assert (await http.get("/bot1:REHEARSAL-x/getMe")).status_code == 401
    assert (await http.get("/file/bot1:REHEARSAL-x/documents/1")).status_code == 401


async def test_parameters_arrive_in_every_form(http: httpx.AsyncClient, telegram: RehearsedTelegram) -> None:
    path = f"/bot{REHEARSAL_TOKEN}/sendMessage"
    keyboard = {"inline_keyboard": [[{"text": "Sign", "callback_data": "sign:1"}]]}
    as_text = {"chat_id": "201", "text": "안녕", "reply_markup": json.dumps(keyboard)}
    as_values = {"chat_id": 201, "text": "안녕", "reply_markup": keyboard}
    for answer in (
        await http.get(path, params=as_text),
        await http.post(path, data=as_text),
        await http.post(path, json=as_text),
        await http.post(path.replace("sendMessage", "SENDMESSAGE"), json=as_values),
    ):
        assert answer.status_code == 200, answer.text

    assert {(message.text, len(message.buttons)) for message in telegram.chat(201)[1:]} == {("안녕", 1)}


async def test_a_file_can_be_attached_under_any_name(url: str, telegram: RehearsedTelegram) -> None:
    form = aiohttp.FormData({"chat_id": "201", "document": "attach://part"})
    form.add_field("part", b"abc", filename="a.bin")
    path = f"/bot{REHEARSAL_TOKEN}/sendDocument"
    async with aiohttp.ClientSession(url) as session, session.post(path, data=form) as answer:
        assert answer.status == 200

    file = telegram.chat(201)[-1].file
    assert file is not None
    assert telegram.file(file.file_id) == b"abc"


@pytest.mark.parametrize("delivered", [False, True])
async def test_a_dropped_connection_closes_without_an_answer(
    remote: Bot, telegram: RehearsedTelegram, *, delivered: bool
) -> None:
    telegram.faults.add(Rule(Dropped(delivered=delivered), times=1))
    with pytest.raises(NetworkError):
        await remote.send_message(201, "lost?")
    await remote.send_message(201, "after")

    assert [message.text for message in telegram.chat(201)[1:]] == ["lost?", "after"][not delivered :]


async def test_other_web_sites_are_kept_out(http: httpx.AsyncClient, url: str, telegram: RehearsedTelegram) -> None:
    said = {"text": "not mine"}
    foreign: list[dict[str, str]] = [
        {"Host": "evil.example"},
        {"Host": "evil.example", "Origin": "http://evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": url, "Sec-Fetch-Site": "cross-site"},
        {},
    ]
    for headers in foreign:
        answer = await http.post("/people/201/says", json=said, headers=headers)
        assert answer.status_code == 403
    assert (await http.get("/people", headers={"Host": "evil.example"})).status_code == 403
    assert (
        await http.get(f"/bot{REHEARSAL_TOKEN}/getMe", headers={"Origin": "http://evil.example"})
    ).status_code == 403
    assert len(telegram.chat(201)) == 1

    assert (await http.post("/people/201/says", json=said, headers={"Origin": url})).status_code == 204
    assert telegram.chat(201)[-1].text == "not mine"


async def test_the_page_carries_no_inline_script_and_may_load_no_foreign_one(http: httpx.AsyncClient) -> None:
    answer = await http.get("/")
    page = answer.text

    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert page.count("<script") == page.count('<script type="module" src="/static/') == 1
    assert "style=" not in page


async def test_coordinators_come_first(http: httpx.AsyncClient) -> None:
    people = (await http.get("/people")).json()

    assert [(person["name"], person["role"]) for person in people[:2]] == [
        ("김지은", "coordinator"),
        ("Amina", "supporter"),
    ]


async def test_an_impossible_deed_is_told_and_a_senseless_form_refused(http: httpx.AsyncClient, url: str) -> None:
    deeds = [
        ("/people/201/presses", {"message": 1, "data": "sign:1"}, 409),
        ("/people/201/unblocks", {}, 409),
        ("/people/77/says", {"text": "hi"}, 404),
        ("/people/201/says", {"txt": "hi"}, 400),
        ("/people", {"name": "", "language": "en"}, 400),
        ("/crowd", {"size": 0}, 400),
        ("/faults", {"kind": "earthquake"}, 400),
    ]
    for path, body, status in deeds:
        assert (await http.post(path, json=body, headers={"Origin": url})).status_code == status, path


async def test_events_tell_of_changes_and_end_with_the_server(telegram: RehearsedTelegram) -> None:
    async with aiohttp.ClientSession() as session, serving(telegram) as url, session.get(f"{url}/events") as stream:
        first = await stream.content.readuntil(b"\n\n")
        telegram.says(201, "something new")
        second = await stream.content.readuntil(b"\n\n")

    assert (first[:6], second[:6]) == (b"data: ", b"data: ")
    assert first != second


async def test_a_bot_that_still_polls_is_let_go_when_the_server_closes(telegram: RehearsedTelegram) -> None:
    async with aiohttp.ClientSession() as session, serving(telegram) as url:
        poll = asyncio.create_task(session.get(f"{url}/bot{REHEARSAL_TOKEN}/getUpdates", params={"timeout": 50}))
        await telegram.changed()

    async with await poll as answer:
        assert await answer.json() == {"ok": True, "result": []}


@pytest.fixture(scope="module")
def app() -> ASGIApp:
    telegram = RehearsedTelegram()
    telegram.add_person(AMINA)
    telegram.says(201, "hi")
    return rehearsal_app(telegram, Page(telegram, CAST), port=8080)


def posted(app: ASGIApp, method: str, kind: str, body: bytes) -> httpx.Response:
    """Post *body* in process, where an exception of ours comes out instead of a 500."""

    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8080") as client:
            path = f"/bot{REHEARSAL_TOKEN}/{method}"
            return await client.post(path, content=body, headers={"Content-Type": kind})

    return asyncio.run(post())


KINDS = st.sampled_from(
    [
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "multipart/form-data",
        "text/plain",
        "",
    ]
)
NAMES = st.sampled_from(["chat_id", "text", "document", "reply_markup", "message_id", "message_ids", "caption", "x"])
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([201, "201", "\ud800", "@a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(), inner, max_size=3),
    max_leaves=8,
)
PART = st.builds(
    lambda name, file, value: (
        b'--b\r\nContent-Disposition: form-data; name="' + name.encode() + file + b"\r\n\r\n" + value + b"\r\n"
    ),
    NAMES,
    st.sampled_from([b'"', b'"; filename="a"', b""]),
    st.binary(max_size=20),
)
BODIES = st.one_of(
    st.binary(max_size=60),
    st.dictionaries(NAMES, JSONS, max_size=4).map(lambda value: json.dumps(value).encode()),
    st.just(b"[" * 100_000),
    st.lists(PART, max_size=3).map(lambda parts: b"".join([*parts, b"--b--\r\n"])),
    st.dictionaries(NAMES, st.text(max_size=8), max_size=4).map(
        lambda form: "&".join(f"{name}={value}" for name, value in form.items()).encode("utf-8", "surrogatepass")
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*(name for name in METHODS if name != "getUpdates"), "nonsense"]), KINDS, BODIES)
def test_no_body_makes_it_stumble(app: ASGIApp, method: str, kind: str, body: bytes) -> None:
    answer = posted(app, method, kind, body)

    assert answer.status_code in {200, 400, 403, 404, 413}
    assert answer.json()["ok"] is (answer.status_code == 200)


def test_a_body_beyond_every_limit_is_cut_off(app: ASGIApp) -> None:
    assert posted(app, "sendMessage", "application/json", b" " * 52_000_001).status_code == 413
