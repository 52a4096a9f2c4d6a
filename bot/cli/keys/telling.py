"""What the commands for keys on the server print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.people.coordinators import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from storage.sealing import Recipient, Recipients
    from storage.tips.keys.epochs import Answered, Epoch
    from storage.tips.keys.states import EpochState

_OWNER = f"{Role.OWNER}-"  # how the alias of every owner begins


def told_change(deed: str, whose: Recipient, named: Recipients) -> str:
    """Tell who was added to the list or retired from it."""
    done = "Added" if deed == "add_key" else "Retired"
    return f"{done} {whose.name}. The list is {named.digest} now. All owners are told, by the running program."


def told_answer(answered: Answered) -> str:
    """Tell what giving a word back led to."""
    if answered.begun:
        return f"{answered.alias} was the last one: epoch {answered.epoch} has begun."
    return f"{answered.alias} has opened the canary. Still missing: {', '.join(answered.missing)}."


def told_keys(named: Recipients, states: Iterable[EpochState], current: Epoch | None, aliases: Collection[str]) -> str:
    """Tell how the keys stand; *aliases* are those of coordinators."""
    keys = "1 key" if len(named.members) == 1 else f"{len(named.members)} keys"
    lines = [f"The list names {keys}, {named.digest}:"]
    for member in named.members:
        lines += _member(member, aliases)
    by_state = {state.state: state for state in states}
    lines += ["", *_epochs(by_state)]
    followed = {state.digest for state in by_state.values()}
    if current is None or current.recipients.digest != named.digest:
        lines.append("The list and the epoch differ: " + _what_to_do(named, followed))
    if current is None or not current.recipients.enough:
        lines.append("Intake is closed: two keys are needed whose owners have opened a canary.")
    return "\n".join(lines)


def _member(member: Recipient, aliases: Collection[str]) -> Iterator[str]:
    yield f"  {member.name}  {member.public}"
    if member.signer is None:
        yield "    no signing key: replies and ratings from this machine are not taken"
    else:
        yield f"    signs with {member.signer.fingerprint}"
    if member.alias not in aliases:
        at_the_start = " (owners get theirs at the first start)" if member.alias.startswith(_OWNER) else ""
        yield f"    no coordinator has this alias{at_the_start}: replies and ratings are not taken"


def _epochs(states: dict[str, EpochState]) -> Iterator[str]:
    if current := states.get("current"):
        day = current.begun_at.date().isoformat() if current.begun_at else "-"
        yield f"Epoch {current.number} since {day} (UTC), {current.digest}: {_names(current)}."
    else:
        yield "There is no current epoch."
    if proposed := states.get("proposed"):
        missing = ", ".join(proposed.missing)
        yield f"Epoch {proposed.number} is proposed, {proposed.digest}: {_names(proposed)}. Not opened yet: {missing}."


def _names(state: EpochState) -> str:
    return ", ".join(member.name for member in state.members) or "nobody"


def _what_to_do(named: Recipients, followed: Collection[str]) -> str:
    if not named.members:
        return "add keys with `clarion keys add`."
    if named.digest in followed:
        return "everybody who is missing opens a canary and gives its word back (/keys in the chat)."
    return "start Clarion, which proposes an epoch, or propose one with `clarion keys rotate`."
