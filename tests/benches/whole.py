#!/usr/bin/env python3
"""What the whole of Microsoft Graph costs as a crate: to import, to check, to build, and in a program's size.

By user + system time of the tool and of rustc alone: what the crate depends on is built before. `compile.py` has the
comparisons with peers.
"""

import argparse
import os
import pathlib
import re
import statistics
import sys
import tempfile

import compile as bench

# A program that reads, writes and creates a value of each type.
PROGRAM = """use std::error::Error;

use graph_entity::Collection;

fn main() -> Result<(), Box<dyn Error>> {{
    let text = std::env::args().nth(1).unwrap_or_default();
    let mut size = 0;
{uses}    println!("{{size}}");
    Ok(())
}}
"""
USE = """    let value: {path} = graph_entity::json::from_str(&text)?;
    size += graph_entity::json::to_vec(&value)?.len();
    size += Collection::<{path}>::at("x", &[]).create().request()?.body().len();
"""


def tool() -> str:
    """The release build of `cargo graph-entity`."""
    manifest = str(bench.WORKSPACE / "Cargo.toml")
    bench.output(["cargo", "build", "-q", "--release", "--manifest-path", manifest, "-p", "graph-entity-schema"])
    return str(bench.WORKSPACE / "target" / "release" / "cargo-graph-entity")


def imported(metadata: pathlib.Path, into: pathlib.Path, rounds: int) -> list[tuple[float, float]]:
    """Imports all types as often as told: CPU seconds and megabytes of each time."""
    command = [tool(), "graph-entity", "import", "--all", "--metadata", str(metadata), "--output", str(into)]
    runs = []
    for _ in range(rounds):
        pid = os.posix_spawn(command[0], command, os.environ)
        _, status, usage = os.wait4(pid, 0)
        if status != 0:
            sys.exit("the import failed")
        runs.append((usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return runs


def entities(folder: pathlib.Path) -> list[str]:
    """The paths of the entity types that are created, all of whose properties may be absent."""
    found = []
    for path in sorted(folder.rglob("*.rs")):
        inner = path.relative_to(folder).with_suffix("").parts
        parent = path.parent / "mod.rs"
        public = parent.exists() and f"pub mod {path.stem};" in parent.read_text()
        module = "::".join(["whole", "graph", *(inner if public else inner[:-1])])
        for item in re.finditer(r"#\[graph_entity\(((?:(?!\)\]\n).)*)\)\]\npub struct (\w+)", path.read_text(), re.S):
            if "abstract" not in item[1]:
                found.append(f"{module}::{item[2]}")
    return found


def program(name: str, whole: bench.Crate, paths: list[str]) -> bench.Crate:
    """A program that uses these types."""
    dependencies = [bench.graph_entity(), f'whole = {{ path = "{whole.folder}" }}']
    source = PROGRAM.format(uses="".join(USE.format(path=path) for path in paths))
    crate = bench.Crate(name, name, dependencies, source, "src/main.rs")
    return crate


def size(crate: bench.Crate, target: pathlib.Path) -> int:
    """Bytes of the stripped release build."""
    manifest = crate.folder / "Cargo.toml"
    manifest.write_text(manifest.read_text() + "\n[profile.release]\nstrip = true\n")
    bench.cargo(["build", "--release", "--offline"], crate, target)
    return (target / "release" / crate.name).stat().st_size


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("metadata", type=pathlib.Path, help="the document: https://graph.microsoft.com/v1.0/$metadata")
    parser.add_argument("--rounds", type=int, default=3, help="(default: %(default)s)")
    parser.add_argument("--types", type=int, default=200, help="types in use, for the size (default: %(default)s; 0: no sizes)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="whole-") as name:
        folder = pathlib.Path(name)
        whole = bench.Crate("whole", "the whole", [bench.graph_entity(), bench.SERDE_JSON], "pub mod graph;\n")
        whole.write(folder)
        imports = imported(args.metadata.resolve(), whole.folder / "src" / "graph", args.rounds)
        bench.progress("building what it depends on")
        bench.cargo(["check", "--offline"], whole)
        checks = [bench.recheck(whole) for _ in range(args.rounds)]
        bench.cargo(["build", "--offline"], whole)
        builds = []
        for _ in range(args.rounds):
            with open(whole.folder / whole.file, "a", encoding="utf-8") as file:
                file.write("// Changed.\n")
            builds.append(bench.cargo(["build", "--offline"], whole))
        print(f"## All types of {args.metadata.name}, {args.rounds} rounds\n")
        bench.circumstances([whole], ["graph-entity", "serde_json"])
        rows = [["`import --all`, release", *figures([cpu for cpu, _ in imports]), f"{max(mb for _, mb in imports):.0f}"]]
        for title, runs in (("`cargo check` of the crate alone", checks), ("`cargo build` of it, dev", builds)):
            rows.append([title, *figures([run.cpu for run in runs]), f"{max(run.megabytes for run in runs):.0f}"])
        bench.table(["", "min, CPU s", "median, CPU s", "peak, MB"], rows)
        if args.types:
            sizes(whole, folder, args.types)


def figures(seconds: list[float]) -> list[str]:
    """The least and the median."""
    return [f"{min(seconds):.2f}", f"{statistics.median(seconds):.2f}"]


def sizes(whole: bench.Crate, folder: pathlib.Path, count: int) -> None:
    """Bytes for each type that a program uses."""
    paths = entities(whole.folder / "src" / "graph")
    chosen = paths[:: max(1, len(paths) // count)][:count]
    few, many = program("few", whole, chosen[:1]), program("many", whole, chosen)
    target = folder / "release"
    measured = []
    for crate in (few, many):
        crate.write(folder)
        bench.progress(f"release build of a program with {len(chosen) if crate is many else 1} types")
        measured.append(size(crate, target))
    each = (measured[1] - measured[0]) / (len(chosen) - 1)
    print(f"Stripped release builds: {measured[0]} bytes with one type, {measured[1]} with {len(chosen)}: ", end="")
    print(f"**{each:.0f} bytes** for each type that is read, written and created.\n")


if __name__ == "__main__":
    main()
