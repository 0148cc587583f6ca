#!/usr/bin/env python3
"""Instructions for each entity of the bench `json`, ours beside serde_derive's, counted by valgrind's callgrind.

Unlike times they are the same on a busy machine. Each side of each operation runs alone, once and twice; the
difference, which is without the making of the page, is what counts. `cargo bench --no-run` builds the program first.
The table goes to standard output as Markdown.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

WORKSPACE = pathlib.Path(__file__).resolve().parents[2]
CASES = ["states", "plain", "shuffled", "flatten", "levels", "family-first", "family-last"]
OPERATIONS = ["read", "read-slice", "read-str", "write", "write-same"]
ENTITIES = 1000


def build() -> str:
    """Builds the bench; its executable."""
    command = ["cargo", "bench", "-p", "graph-entity-tests", "--bench", "json", "--no-run", "--message-format", "json"]
    log = subprocess.run(command, cwd=WORKSPACE, check=True, stdout=subprocess.PIPE, text=True).stdout
    messages = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    return next(message["executable"] for message in messages if message.get("executable"))


def instructions(program: str, side: str, runs: int) -> int:
    """How many instructions the program takes for so many runs of a side."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, f"only-{side}", str(runs)]
    log = subprocess.run(command, check=False, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", log.stderr)
    if log.returncode != 0 or not found:
        sys.exit(f"{log.stderr}\n`only-{side}` failed")
    return int(found[1])


def each(program: str, side: str) -> float:
    """Instructions for an entity."""
    return (instructions(program, side, 2) - instructions(program, side, 1)) / ENTITIES


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"some of: {', '.join(CASES)}")
    parser.add_argument("--operations", nargs="+", choices=OPERATIONS, default=OPERATIONS, metavar="OPERATION")
    args = parser.parse_args()
    if unknown := set(args.cases) - set(CASES):
        parser.error(f"no such case: {', '.join(unknown)}")
    program = build()
    rows = [(case, operation) for case in args.cases or CASES for operation in args.operations]
    sides = [f"{case}-{side}-{operation}" for case, operation in rows for side in ("ours", "theirs")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counts = dict(zip(sides, pool.map(lambda side: each(program, side), sides), strict=True))
    print("| case | operation | ours | theirs | ratio |\n| --- | --- | --- | --- | --- |")
    for case, operation in rows:
        ours, theirs = (counts[f"{case}-{side}-{operation}"] for side in ("ours", "theirs"))
        print(f"| {case} | {operation} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.2f} |")


if __name__ == "__main__":
    main()
