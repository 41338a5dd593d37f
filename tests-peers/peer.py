"""What every peer in Python has in common: it says where it listens and ends when its standard input ends."""

import os
import sys
import threading


def options():
    """The arguments `name=value` after the script."""
    pairs = [argument.split("=", 1) for argument in sys.argv[1:]]
    for pair in pairs:
        if len(pair) != 2:
            raise SystemExit(f"an argument is name=value, not {pair[0]}")
    return dict(pairs)


def say(line):
    """One line for the test that started this peer."""
    print(line, flush=True)


def listening(port):
    """Tells the test that this peer is ready, and ends it with the test."""

    def watch():
        sys.stdin.read()
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
    say(f"listening {port}")
