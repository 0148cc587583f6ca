#!/usr/bin/env python3
"""Instructions of the benches `json` and `requests`, ours beside the peer's, counted by valgrind's callgrind.

For each entity that is read or written, each request that is built, each user of the pages. Unlike times they are the
same on a busy machine. Each side of each operation runs alone, some times and twice as often; the difference, which is
without what is made before, is what counts. `cargo bench --no-run` builds the program first. The table goes to standard
output as Markdown.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

WORKSPACE = pathlib.Path(__file__).resolve().parents[2]
JSON = ["read", "read-slice", "read-str", "write", "write-same"]
BUILD = ["build", "build-tuned", "into"]
PAGES = ["iter", "stream"]
CALLS = ["get", "create"]


class Case(NamedTuple):
    """A case of a bench: what it does, how often, and how many things are done each time."""

    bench: str
    operations: list[str]
    runs: int
    each: int


CASES = {
    **{
        name: Case("json", JSON, 1, 100)
        for name in ["states", "plain", "shuffled", "flatten", "levels", "family-first", "family-last"]
    },
    **{name: Case("requests", BUILD, 1000, 1) for name in ["create", "get", "list"]},
    "pages": Case("requests", PAGES, 1, 4_000),
    **{name: Case("requests", CALLS, 200, 1) for name in ["call-ureq", "call-reqwest"]},
}
OPERATIONS = JSON + BUILD + PAGES + CALLS


def build(bench: str) -> str:
    """Builds the bench; its executable."""
    command = ["cargo", "bench", "-p", "graph-entity-benches", "--bench", bench, "--no-run", "--message-format", "json"]
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


def each(program: str, name: str, side: str) -> float:
    """Instructions for an entity, a request or a user."""
    case = CASES[name]
    twice, once = (instructions(program, f"{name}-{side}", runs) for runs in (2 * case.runs, case.runs))
    return (twice - once) / case.runs / case.each


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"some of: {', '.join(CASES)}")
    parser.add_argument("--operations", nargs="+", choices=OPERATIONS, default=OPERATIONS, metavar="OPERATION")
    args = parser.parse_args()
    if unknown := set(args.cases) - set(CASES):
        parser.error(f"no such case: {', '.join(unknown)}")
    names = args.cases or list(CASES)
    programs = {bench: build(bench) for bench in {CASES[name].bench for name in names}}
    rows = [(name, operation) for name in names for operation in CASES[name].operations if operation in args.operations]
    sides = [(name, f"{side}-{operation}") for name, operation in rows for side in ("ours", "theirs")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda of: each(programs[CASES[of[0]].bench], *of), sides)
        counts = dict(zip(sides, found, strict=True))
    print("| case | operation | ours | theirs | ratio |\n| --- | --- | --- | --- | --- |")
    for name, operation in rows:
        ours, theirs = (counts[name, f"{side}-{operation}"] for side in ("ours", "theirs"))
        print(f"| {name} | {operation} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.2f} |")


if __name__ == "__main__":
    main()
