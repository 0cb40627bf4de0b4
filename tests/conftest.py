"""What all tests share: how property tests draw their examples."""

import os

from hypothesis import Phase, settings

FOUND = (Phase.explicit, Phase.reuse, Phase.generate)
"""A red test says so at once; looking for its smallest example takes minutes, and is asked for."""

# A slow machine is no failure. The same examples are drawn each time, so that red means a change;
# new ones are looked for when that is asked for.
settings.register_profile("same", deadline=None, phases=FOUND, derandomize=True)
settings.register_profile("new", deadline=None, phases=FOUND)
settings.register_profile("shrink", deadline=None)
settings.load_profile(
    "shrink" if os.environ.get("SHRINK") else "new" if os.environ.get("DRAW") else "same"
)
