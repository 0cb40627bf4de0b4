"""What all tests share: how property tests draw their examples."""

import os

from hypothesis import Phase, settings

FOUND = (Phase.explicit, Phase.reuse, Phase.generate)
"""A red test says so at once; looking for its smallest example takes minutes, and is asked for."""

# A slow machine is no failure. CI draws the same examples each time: red means a change.
settings.register_profile("here", deadline=None, phases=FOUND)
settings.register_profile("ci", deadline=None, phases=FOUND, derandomize=True)
settings.register_profile("shrink", deadline=None)
settings.load_profile(
    "shrink" if os.environ.get("SHRINK") else "ci" if os.environ.get("CI") else "here"
)
