"""The command line: assess a case or a stream of cases, list and check the packs."""

import os
import sys

from .commands import main

try:
    status = main(sys.argv[1:])
except BrokenPipeError:  # whoever reads the answers has had enough of them
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    status = 1
sys.exit(status)
