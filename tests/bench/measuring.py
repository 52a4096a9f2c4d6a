"""What a lane measures of itself: time, processor time, memory."""

from __future__ import annotations

import resource
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTES_OF_RSS = 1 if sys.platform == "darwin" else 1024


@dataclass
class Effort:
    """What a stretch of a lane took, in seconds; zero until it is over.

    Attributes:
        processor: User and system time of the whole process, with all its threads.
    """

    seconds: float = 0.0
    processor: float = 0.0


@contextmanager
def measured() -> Iterator[Effort]:
    """Measure what is done in the block."""
    effort = Effort()
    begin, processor = time.perf_counter(), time.process_time()
    yield effort
    effort.seconds, effort.processor = time.perf_counter() - begin, time.process_time() - processor


def peak_memory() -> int:
    """Return the most memory that this process ever held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_RSS
