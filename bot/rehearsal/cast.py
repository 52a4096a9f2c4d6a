"""Who is there when the rehearsal begins."""

from dataclasses import dataclass

from bot.rehearsal.memory.model import Person


@dataclass(frozen=True)
class Cast:
    """The people with a role; whoever else joins is a supporter."""

    coordinators: tuple[Person, ...] = ()
    supporters: tuple[Person, ...] = ()

    @property
    def everybody(self) -> tuple[Person, ...]:
        return (*self.coordinators, *self.supporters)
