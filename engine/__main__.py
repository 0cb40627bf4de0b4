"""The command line: assess a case or a stream of cases, list and check the packs."""

import sys

from .commands import main

sys.exit(main(sys.argv[1:]))
