"""The guard stops names whose form shows that they are names, and lets ordinary sentences pass."""

from __future__ import annotations

import pytest

from handlers.guard.patterns import Kind
from handlers.guard.personal_data import find_personal_data
from handlers.supporters.signing.comments import read_comment
from tests.handlers.guard_sentences import NAMED, ORDINARY


def test_the_tables_are_long_enough_to_mean_something() -> None:
    for table in (ORDINARY, NAMED):
        assert set(table) == {"en", "ko", "zh", "ja", "th"}
        assert sum(map(len, table.values())) >= 60


@pytest.mark.parametrize("language", ORDINARY)
def test_ordinary_sentences_pass(language: str) -> None:
    stopped = {text: found for text in ORDINARY[language] if (found := find_personal_data(text))}

    assert stopped == {}


@pytest.mark.parametrize("language", NAMED)
def test_a_form_that_shows_a_name_is_stopped(language: str) -> None:
    passed = [text for text in NAMED[language] if Kind.NAME not in {one.kind for one in find_personal_data(text)}]

    assert passed == []


@pytest.mark.parametrize("language", ORDINARY)
def test_ordinary_sentences_pass_together_in_one_text(language: str) -> None:
    assert find_personal_data(" ".join(ORDINARY[language])) == ()


@pytest.mark.parametrize("comment", ["Let Mr Kim go home!", "홍길동 씨를 돌려보내 주세요."])
def test_a_comment_of_a_signer_may_name_the_one_it_is_for(comment: str) -> None:
    assert read_comment(comment) == comment
