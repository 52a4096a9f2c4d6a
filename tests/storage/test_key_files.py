"""A key file is read as a whole or refused in a line that shows nothing of it."""

from __future__ import annotations

import base64
import hmac
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.errors import BadSecretKey
from storage.secret_key import KEY_BYTES, MARK, SecretKey, generations_in

if TYPE_CHECKING:
    from pathlib import Path

SECRETS = st.lists(st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES), min_size=1, max_size=5, unique=True)
BETWEEN = st.sampled_from(["", "\n", "# a note\n", "  # clarion-secret-key-1:AAAA\n", "\r\n"])
in_one_place = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def line(secret: bytes) -> str:
    return MARK + base64.b64encode(secret).decode()


def refusal(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSecretKey) as refused:
        generations_in(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


@in_one_place
@given(secrets=SECRETS, between=st.lists(BETWEEN, min_size=6, max_size=6), blanks=st.sampled_from(["", " ", "\t"]))
def test_every_generation_is_read_in_order_whatever_stands_between(
    tmp_path: Path, secrets: list[bytes], between: list[str], blanks: str
) -> None:
    text = between[0] + "".join(
        f"{blanks}{line(secret)}{blanks}\n{gap}" for secret, gap in zip(secrets, between[1:], strict=False)
    )
    (tmp_path / "key").write_text(text)

    assert generations_in(tmp_path / "key") == tuple(secrets)


@in_one_place
@given(secrets=SECRETS, cut=st.data())
def test_a_file_that_was_cut_has_fewer_generations_or_none(
    tmp_path: Path, secrets: list[bytes], cut: st.DataObject
) -> None:
    text = "".join(f"{line(secret)}\n" for secret in secrets)
    (tmp_path / "key").write_text(text[: cut.draw(st.integers(0, len(text) - 2))])

    try:
        found = generations_in(tmp_path / "key")
    except BadSecretKey:
        return
    assert found == tuple(secrets[: len(found)])
    assert len(found) < len(secrets)


@in_one_place
@given(secrets=SECRETS, where=st.data(), wrong=st.sampled_from("!?_ é"))
def test_a_damaged_line_is_never_skipped(
    tmp_path: Path, secrets: list[bytes], where: st.DataObject, wrong: str
) -> None:
    text = "\n".join(map(line, secrets))
    at = where.draw(st.sampled_from([n for n, char in enumerate(text) if char != "\n"]))
    shown = refusal(tmp_path / "key", f"{text[:at]}{wrong}{text[at + 1 :]}")

    assert not [secret for secret in secrets if base64.b64encode(secret).decode()[:8] in shown]


@pytest.mark.parametrize(
    "text",
    ["", "# only a note\n", "rubbish\n", MARK, MARK + "AAAA", f"{line(bytes(32))}\nrubbish", f"{line(bytes(33))}"],
)
def test_what_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    assert "restore" in refusal(tmp_path / "key", text)


def test_a_generation_twice_is_refused(tmp_path: Path) -> None:
    text = "".join(f"{line(secret)}\n" for secret in (bytes(32), b"2" * 32, bytes(32)))
    assert "twice" in refusal(tmp_path / "key", text)


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(BadSecretKey, match="clarion init"):
        generations_in(tmp_path / "key")


def test_one_generation_is_the_key_that_it_always_was() -> None:
    """What stands in databases of before must be found: the digest as the first version made it, by hand."""
    secret = bytes(range(32))
    subkey = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"clarion digests").derive(secret)
    assert SecretKey(secret).digest("person", 7) == hmac.digest(subkey, b"person\x1f7", "sha256").hex()


@given(secrets=SECRETS, person=st.integers(1), data=st.data())
def test_a_digest_that_is_carried_over_is_the_one_that_is_looked_for(
    secrets: list[bytes], person: int, data: st.DataObject
) -> None:
    key = SecretKey(*secrets)
    generation = data.draw(st.integers(1, key.generations))

    before = key.at(generation).digest("person", person)

    assert key.carried(before, generation) == key.digest("person", person)
    assert key.seed("notes") == key.at(1).seed("notes")
    assert (before == key.digest("person", person)) == (generation == key.generations)
