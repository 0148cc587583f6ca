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
PROGRAM = """#![allow(dead_code)]

mod graph;

use std::error::Error;

use graph_entity::Collection;

fn main() -> Result<(), Box<dyn Error>> {{
    let text = std::env::args().nth(1).unwrap_or_default();
    let mut size = 0;
{uses}    println!("{{size}}");
    Ok(())
}}
"""
USE = """    let value: graph::{name} = graph_entity::json::from_str(&text)?;
    size += graph_entity::json::to_vec(&value)?.len();
    size += Collection::<graph::{name}>::at("x", &[]).create().request()?.body().len();
"""
# The least type, for the size of all that is no type's own.
LEAST = """use graph_entity::GraphEntity;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.entity")]
pub struct Least {
    #[graph(key, read_only)]
    pub id: String,
}
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


def entities(metadata: pathlib.Path, count: int) -> list[str]:
    """Names of so many entity types, evenly from those of `microsoft.graph`."""
    own = metadata.read_text().split('<Schema Namespace="microsoft.graph"', 1)[1].split("</Schema>", 1)[0]
    names = re.findall(r'<EntityType Name="([^"]+)" BaseType="graph.entity"(?! Abstract)', own)
    return names[:: max(1, len(names) // count)][:count]


def program(name: str, source: str, profile: str) -> bench.Crate:
    """A program that uses the entity types in `source`."""
    structs = re.findall(r"#\[graph_entity\(((?:(?!\)\]\n).)*)\)\]\npub struct (\w+)", source, re.S)
    uses = "".join(USE.format(name=struct) for keys, struct in structs if "abstract" not in keys)
    dependencies = [bench.graph_entity(), bench.SERDE_JSON, f"\n[profile.release]\nstrip = true\n{profile}"]
    crate = bench.Crate(name, name, dependencies, PROGRAM.format(uses=uses), "src/main.rs")
    crate.files["src/graph.rs"] = source
    return crate


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("metadata", type=pathlib.Path, help="the document: https://graph.microsoft.com/v1.0/$metadata")
    parser.add_argument("--rounds", type=int, default=3, help="(default: %(default)s)")
    parser.add_argument("--only-sizes", action="store_true", help="nothing but the sizes")
    number = "entity types in use, for the size (default: %(default)s; 0: none)"
    parser.add_argument("--types", type=int, default=100, help=number)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="whole-") as name:
        folder = pathlib.Path(name)
        if args.only_sizes:
            return sizes(args.metadata.resolve(), folder, args.types)
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
        most = max(megabytes for _, megabytes in imports)
        rows = [["`import --all`, release", *figures([cpu for cpu, _ in imports]), f"{most:.0f}"]]
        for title, runs in (("`cargo check` of the crate alone", checks), ("`cargo build` of it, dev", builds)):
            rows.append([title, *figures([run.cpu for run in runs]), f"{max(run.megabytes for run in runs):.0f}"])
        bench.table(["", "min, CPU s", "median, CPU s", "peak, MB"], rows)
        if args.types:
            sizes(args.metadata.resolve(), folder, args.types)


def figures(seconds: list[float]) -> list[str]:
    """The least and the median."""
    return [f"{min(seconds):.2f}", f"{statistics.median(seconds):.2f}"]


def sizes(metadata: pathlib.Path, folder: pathlib.Path, count: int) -> None:
    """Bytes for each type that a program uses: entity types without relationships, and what they need."""
    command = [tool(), "graph-entity", "import", "--metadata", str(metadata), *entities(metadata, count)]
    source = bench.output(command)
    types = len(re.findall(r"^pub (?:struct|enum) ", source, re.M))
    rows = []
    profiles = [[], ["codegen-units = 1"], ["lto = true", 'opt-level = "s"', 'panic = "abort"']]
    for number, lines in enumerate(profiles):
        title = ", ".join(f"`{line}`" for line in lines) or "the default"
        measured = []
        for name, text in (("least", LEAST), ("many", source)):
            crate = program(f"{name}{number}", text, "\n".join(lines))
            crate.write(folder)
            bench.progress(f"release build: {crate.name}, {title}")
            bench.cargo(["build", "--release", "--offline"], crate)
            measured.append((crate.target / "release" / crate.name).stat().st_size)
        rows.append([title, *map(str, measured), f"{(measured[1] - measured[0]) / types:.0f}"])
    print(f"Stripped release builds of programs that read, write and create: {types} types, {count} of them named.\n")
    bench.table(["profile", "bytes with the least type", "with all", "for each type"], rows)


if __name__ == "__main__":
    main()
