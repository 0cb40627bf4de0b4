"""What all tests share: how property tests draw their examples."""

import os

from hypothesis import settings

# A slow machine is no failure. CI draws the same examples each time: red means a change.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
