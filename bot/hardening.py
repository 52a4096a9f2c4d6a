"""Keeps what the program has in memory off the disk, as far as the program itself can (security §1).

Swap is the operator's: the unit in `deploy/` forbids it.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys

PRIVATE = 0o077  # what the program writes, its own user alone reads
PR_SET_DUMPABLE = 4  # prctl(2)


def keep_off_disk() -> None:
    """Write files for the own user alone, and leave no image of the memory, whether it crashes or is looked into.

    Raises:
        OSError: If the system refuses.
    """
    os.umask(PRIVATE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A core that is piped to a collector has no limit; and other programs of the same user are kept from the memory.
    if sys.platform == "linux" and ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
