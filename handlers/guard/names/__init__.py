"""Names of third persons, where their form shows that they are names: after a title, or after "named".

A bare name looks like any other words, so most pass, and the screen asks to look for them. A form that shows a name is
stopped, also where only a family name stands ("Mr Kim", 王先生): in a small place that is enough to find somebody. It
is stopped for officers and officials of any rank as well, who could otherwise tell who spoke of them; coordinators can
ask for such a name through /inbox. What passes are heads of state and of government, by office ("President Park") or by
name if they rule where tips come from: no private person is found by them, and tips that speak of them are common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.guard.names.chinese import CHINESE
from handlers.guard.names.english import ENGLISH
from handlers.guard.names.japanese import JAPANESE
from handlers.guard.names.korean import KOREAN
from handlers.guard.names.thai import THAI
from handlers.guard.writing import any_of

if TYPE_CHECKING:
    import re

RULERS = any_of(
    r"\bkim\s(?:jong|il|yo|ju)[\s-]?(?:un|il|sung|jong|ae)\b|\bxi\sjin-?ping\b|\bputin\b",
    r"김(?:정은|정일|일성|여정|주애)(?:\s?(?:동지|위원장|원수|수령|장군|대원수|주석))?님?|시진핑|푸틴|김씨\s?(?:일가|왕조|정권)",
    r"金(?:正恩|正日|日成|与正|與正)|[习習]近平|普京|プーチン|คิม\s?จอง\s?อึน|สี\s?จิ้นผิง|ปูติน",
)
"""Who rules where tips come from; taken out before names are looked for."""

NAME: re.Pattern[str] = any_of(*ENGLISH, *KOREAN, *CHINESE, *JAPANESE, *THAI)
"""Forms that show a name, in the five languages in which most tips come."""
