#!/usr/bin/env python3
"""What graph-entity costs to compile, beside its peers, in CPU seconds.

All sides of a comparison are measured in one run, interleaved, by user + system time of cargo and all that it starts:
the ratio holds on a busy machine too. Crates are written into a temporary folder (`TMPDIR` chooses where) and depend
on the workspace that this file is in. Tables go to standard output as Markdown, progress to standard error.
"""

import argparse
import datetime
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field

WORKSPACE = pathlib.Path(__file__).resolve().parents[2]

# Dependencies of the peers; the versions of what the workspace uses too are those of its Cargo.lock.
SERDE = 'serde = { version = "1.0.225", features = ["derive"] }'
SERDE_CORE = 'serde_core = { version = "1.0.225", default-features = false, features = ["std"] }'
SERDE_JSON = 'serde_json = "1.0.145"'
BON = 'bon = "3.10"'
REQWEST = 'reqwest = { version = "0.13", features = ["json"] }'
TOKIO = 'tokio = { version = "1.48", features = ["rt"] }'
GRAPH_RS_SDK = 'graph-rs-sdk = "3.0"'


# --- The crates that are compiled ------------------------------------------------------------------------------------


@dataclass
class Crate:
    """A crate to compile: its name, dependencies and source."""

    name: str
    title: str
    dependencies: list[str]
    source: str
    file: str = "src/lib.rs"
    # Other files: their path and what is in them.
    files: dict[str, str] = field(default_factory=dict)
    folder: pathlib.Path = field(default_factory=pathlib.Path)

    def write(self, parent: pathlib.Path) -> None:
        """Writes the crate below `parent` and fetches what it depends on."""
        self.folder = parent / self.name
        manifest = f'[package]\nname = "{self.name}"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n'
        manifest += "\n".join(self.dependencies) + "\n\n[workspace]\n"
        (self.folder / "src").mkdir(parents=True)
        (self.folder / "Cargo.toml").write_text(manifest)
        (self.folder / "Cargo.lock").write_text((WORKSPACE / "Cargo.lock").read_text())
        (self.folder / self.file).write_text(self.source)
        for name, text in self.files.items():
            (self.folder / name).write_text(text)
        cargo(["fetch", "--target", host()], self)

    @property
    def target(self) -> pathlib.Path:
        """Where it is built."""
        return self.folder / "target"


def graph_entity(*features: str) -> str:
    """The dependency on the workspace's runtime."""
    listed = ", ".join(f'"{feature}"' for feature in features)
    return f'graph-entity = {{ path = "{WORKSPACE / "runtime"}", features = [{listed}] }}'


# Ten fields: a key that the service sets, three that are required, six that are not.
FIELDS = [
    ("id", "String"),
    ("first_count", "i32"),
    ("second_count", "i32"),
    ("user_name", "String"),
    ("display_name", "Option<String>"),
    ("size", "Option<i32>"),
    ("is_enabled", "Option<bool>"),
    ("description", "Option<String>"),
    ("total", "Option<i64>"),
    ("tags", "Option<Vec<String>>"),
]

# The same calls on both sides.
SETTERS = """.first_count(1)
        .second_count(2)
        .user_name("user")
        .display_name("name")
        .size(3)
        .is_enabled(true)
        .description("text")
        .total(4)
        .tags(vec![String::from("tag")])"""

# Each crate is a library of public types; its functions are private, so that one that is not called is an error.
HEAD = "#![deny(warnings, unused)]\n"


def structs(count: int, derives: str, below: Callable[[int], str], on_field: Callable[[str, str], str]) -> str:
    """`count` structs; `below(index)` are the attributes below the derive, `on_field(name, type)` those of a field."""
    text = ""
    for index in range(count):
        fields = "".join(f"{on_field(name, ty)}    pub {name}: {ty},\n" for name, ty in FIELDS)
        text += f"\n#[derive({derives})]\n{below(index)}pub struct Entity{index} {{\n{fields}}}\n"
    return text


def uses(count: int, use: Callable[[int], str]) -> str:
    """A function for each type that uses all of it, and one that calls them all."""
    head = "() -> Result<Vec<u8>, Box<dyn Error>>"
    text = "".join(f"\nfn use_{index}{head} {{\n{use(index)}}}\n" for index in range(count))
    calls = "".join(f"    use_{index}()?;\n" for index in range(count))
    return f"{text}\npub fn run() -> Result<(), Box<dyn Error>> {{\n{calls}    Ok(())\n}}\n"


def empty(count: int) -> Crate:
    """The structs alone, with std's derives: what is subtracted from the others."""
    source = HEAD + structs(count, "Debug, Clone, PartialEq", lambda _: "", lambda *_: "")
    return Crate("empty", "std derives only", [], source)


def ours(count: int, key: str = "", feature: str = "") -> Crate:
    """Entities: each one's create request is built, and each is read and written. `key` is one more above each."""
    head = (
        "use std::error::Error;\n\nuse graph_entity::GraphEntity;\nuse serde_core::Serialize;\n"
        "use serde_core::de::DeserializeOwned;\n\n"
        "fn json<T: Serialize + DeserializeOwned>(json: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {\n"
        "    Ok(serde_json::to_vec(&serde_json::from_slice::<T>(json)?)?)\n}\n"
    )
    entities = structs(
        count,
        "Debug, Clone, PartialEq, GraphEntity",
        lambda index: f'#[graph_entity(odata = "bench.entity{index}", collection = "entities{index}"{key})]\n',
        lambda name, _: "    #[graph(key, read_only)]\n" if name == "id" else "",
    )

    def use(index: int) -> str:
        return (
            f"    let request = Entity{index}::collection()\n        .create()\n"
            f"        {SETTERS}\n        .request()?;\n"
            f"    json::<Entity{index}>(request.body())\n"
        )

    dependencies = [graph_entity(*([feature] if feature else [])), SERDE_CORE, SERDE_JSON]
    return Crate("ours", "graph-entity", dependencies, HEAD + head + entities + uses(count, use))


# As the metadata has the types of `FIELDS`.
EDM = {"String": "Edm.String", "i32": "Edm.Int32", "i64": "Edm.Int64", "bool": "Edm.Boolean"}


def slice_of(count: int) -> str:
    """A slice of the metadata with `count` of the entities."""
    types = ""
    for index in range(count):
        types += f'<EntityType Name="entity{index}">\n<Key><PropertyRef Name="id"/></Key>\n'
        for name, ty in FIELDS:
            first, *rest = name.split("_")
            wire = first + "".join(word.capitalize() for word in rest)
            item = ty.removeprefix("Option<").removeprefix("Vec<").rstrip(">")
            edm = f"Collection({EDM[item]})" if "Vec" in ty else EDM[item]
            nullable = "" if ty.startswith("Option") else ' Nullable="false"'
            types += (
                f'<Property Name="{wire}" Type="{edm}"{nullable}>\n'
                f'<Annotation Term="Org.OData.Core.V1.Description" String="What {wire} is, in a sentence or two."/>\n'
                "</Property>\n"
            )
        types += "</EntityType>\n"
    return (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">\n<edmx:DataServices>\n'
        f'<Schema Namespace="bench" xmlns="http://docs.oasis-open.org/odata/ns/edm">\n{types}</Schema>\n'
        "</edmx:DataServices>\n</edmx:Edmx>\n"
    )


def compared(count: int, types: int, name: str, title: str, key: str = ', schema = "graph.xml"') -> Crate:
    """The entities, compared with a slice that has `types` of them."""
    crate = ours(count, key, "schema")
    crate.name, crate.title = name, title
    crate.files = {"graph.xml": slice_of(types)} if key else {}
    return crate


def peer(count: int) -> Crate:
    """The same with serde_derive and bon: each value is built by its builder, and each is read and written."""
    head = (
        "use std::error::Error;\n\nuse serde::de::DeserializeOwned;\nuse serde::{Deserialize, Serialize};\n\n"
        "fn json<T: Serialize + DeserializeOwned>(value: &T) -> Result<Vec<u8>, Box<dyn Error>> {\n"
        "    Ok(serde_json::to_vec(&serde_json::from_slice::<T>(&serde_json::to_vec(value)?)?)?)\n}\n"
    )

    def on_field(name: str, ty: str) -> str:
        if name == "id":
            return "    #[builder(skip)]\n"
        return "    #[builder(into)]\n" if ty in ("String", "Option<String>") else ""

    entities = structs(
        count,
        "Debug, Clone, PartialEq, Serialize, Deserialize, bon::Builder",
        lambda _: '#[serde(rename_all = "camelCase")]\n',
        on_field,
    )

    def use(index: int) -> str:
        return (
            f"    let value = Entity{index}::builder()\n        {SETTERS}\n        .build();\n"
            f"    json::<Entity{index}>(&value)\n"
        )

    dependencies = [SERDE, SERDE_JSON, BON]
    return Crate("peer", "serde_derive + bon", dependencies, HEAD + head + entities + uses(count, use))


def complexes(count: int) -> Crate:
    """The same as complex types: each one's builder is used as a value, and each is read and written."""
    head = (
        "use std::error::Error;\n\nuse graph_entity::model::Value;\nuse graph_entity::{GraphComplex, IntoValue};\nuse serde_core::Serialize;\n"
        "use serde_core::de::DeserializeOwned;\n\n"
        "fn json<T: Value + Serialize + DeserializeOwned>(_: impl IntoValue<T>) -> Result<Vec<u8>, Box<dyn Error>> {\n"
        '    Ok(serde_json::to_vec(&serde_json::from_slice::<T>(b"{}")?)?)\n}\n'
    )
    types = structs(
        count,
        "Debug, Clone, PartialEq, GraphComplex",
        lambda index: f'#[graph_complex(odata = "bench.entity{index}")]\n',
        lambda name, _: "    #[graph(read_only)]\n" if name == "id" else "",
    )

    def use(index: int) -> str:
        return f"    json::<Entity{index}>(Entity{index}::draft()\n        {SETTERS})\n"

    dependencies = [graph_entity(), SERDE_CORE, SERDE_JSON]
    return Crate("complexes", "graph-entity, complex types", dependencies, HEAD + head + types + uses(count, use))


# Ten members: what both sides name by the same rule.
MEMBERS = [
    "Unknown",
    "Compliant",
    "Noncompliant",
    "Conflict",
    "Error",
    "InGracePeriod",
    "ConfigManager",
    "NotApplicable",
    "NotAssigned",
    "Pending",
]


def enums(count: int, derives: str, below: Callable[[int], str], last: str = "") -> str:
    """`count` enums; `last` is a variant that comes after the members."""
    members = "".join(f"    {member},\n" for member in MEMBERS)
    return "".join(
        f"\n#[derive({derives})]\n{below(index)}pub enum Enum{index} {{\n{members}{last}}}\n" for index in range(count)
    )


def empty_enums(count: int) -> Crate:
    """The enums alone, with std's derives."""
    source = HEAD + enums(count, "Debug, Clone, PartialEq", lambda _: "")
    return Crate("empty-enums", "std derives only", [], source)


def our_enums(count: int) -> Crate:
    """Enums that keep what they do not name: each is read and written."""
    head = (
        "use std::error::Error;\n\nuse graph_entity::GraphEnum;\nuse serde_core::Serialize;\n"
        "use serde_core::de::DeserializeOwned;\n\n" + READ_AND_WRITE
    )
    types = enums(
        count,
        "Debug, Clone, PartialEq, GraphEnum",
        lambda index: f'#[graph_enum(odata = "bench.enum{index}")]\n',
        "    #[graph(unrecognized)]\n    Unrecognized(String),\n",
    )
    dependencies = [graph_entity(), SERDE_CORE, SERDE_JSON]
    return Crate("our-enums", "graph-entity", dependencies, HEAD + head + types + uses(count, use_enum))


def peer_enums(count: int) -> Crate:
    """The same members with serde_derive: each is read and written."""
    head = (
        "use std::error::Error;\n\nuse serde::de::DeserializeOwned;\nuse serde::{Deserialize, Serialize};\n\n"
        + READ_AND_WRITE
    )
    derives = "Debug, Clone, PartialEq, Serialize, Deserialize"
    types = enums(count, derives, lambda _: '#[serde(rename_all = "camelCase")]\n')
    return Crate("peer-enums", "serde_derive", [SERDE, SERDE_JSON], HEAD + head + types + uses(count, use_enum))


READ_AND_WRITE = """fn json<T: Serialize + DeserializeOwned>(json: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(serde_json::to_vec(&serde_json::from_slice::<T>(json)?)?)
}
"""


def use_enum(index: int) -> str:
    """Reads and writes an enum."""
    return f'    json::<Enum{index}>(b"\\"pending\\"")\n'


STATE = """pub struct State {
    KEYpub id: String,
    pub success_device_count: i32,
    pub error_device_count: i32,
    pub user_principal_name: String,
}
"""

OUR_PROGRAM = (
    HEAD
    + """use graph_entity::GraphEntity;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.deviceManagementScriptUserState",
    version = "beta",
    collection = "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates"
)]
"""
    + STATE.replace("KEY", "#[graph(key, read_only)]\n    ")
    + """
fn main() -> Result<(), graph_entity::Error> {
    let request = State::in_device_shell_script("3f5a")
        .create()
        .success_device_count(2)
        .error_device_count(0)
        .user_principal_name("user@contoso.com")
        .request()?;
    println!("{}", String::from_utf8_lossy(request.body()));
    Ok(())
}
"""
)

PEER_STRUCT = (
    "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]\n"
    + '#[serde(rename_all = "camelCase")]\n'
    + STATE.replace("KEY", "#[serde(skip_serializing)]\n    ")
    + """
fn state() -> State {
    State {
        id: String::new(),
        success_device_count: 2,
        error_device_count: 0,
        user_principal_name: String::from("user@contoso.com"),
    }
}
"""
)

SERDE_PROGRAM = (
    HEAD
    + "use serde::{Deserialize, Serialize};\n\n"
    + PEER_STRUCT
    + """
fn main() -> serde_json::Result<()> {
    println!("{}", serde_json::to_string(&state())?);
    Ok(())
}
"""
)

# Sends if it is called with an address; the build is the same.
REQWEST_PROGRAM = (
    HEAD
    + "use serde::{Deserialize, Serialize};\n\n"
    + PEER_STRUCT
    + """
fn request(client: &reqwest::Client, base: &str) -> reqwest::Result<reqwest::Request> {
    let path = "beta/deviceManagement/deviceShellScripts/3f5a/userRunStates";
    client.post(format!("{base}/{path}")).bearer_auth("token").json(&state()).build()
}

async fn send(client: &reqwest::Client, request: reqwest::Request) -> reqwest::Result<State> {
    client.execute(request).await?.error_for_status()?.json().await
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = reqwest::Client::new();
    let base = std::env::args().nth(1);
    let request = request(&client, base.as_deref().unwrap_or("https://localhost"))?;
    let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    println!("{}", String::from_utf8_lossy(body));
    if base.is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        println!("{:?}", runtime.block_on(send(&client, request))?);
    }
    Ok(())
}
"""
)

# The SDK does not know the collection of the others; this one is beside it.
SDK_PROGRAM = (
    HEAD
    + "use graph_rs_sdk::GraphClient;\nuse serde::{Deserialize, Serialize};\n\n"
    + PEER_STRUCT
    + """
async fn send(mut client: GraphClient) -> Result<State, Box<dyn std::error::Error>> {
    let management = client.beta().device_management();
    let response = management.create_device_management_partners(&state()).send().await?;
    Ok(response.error_for_status()?.json().await?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", serde_json::to_string(&state())?);
    if let Some(token) = std::env::args().nth(1) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        println!("{:?}", runtime.block_on(send(GraphClient::new(token)))?);
    }
    Ok(())
}
"""
)


def program(name: str, title: str, dependencies: list[str], source: str = OUR_PROGRAM) -> Crate:
    """A program that prints the body of a create request."""
    return Crate(name, title, dependencies, source, "src/main.rs")


def programs() -> list[Crate]:
    """The programs of `clean`."""
    return [
        program("a", "graph-entity, no transport", [graph_entity()]),
        program("b", "serde_derive + serde_json", [SERDE, SERDE_JSON], SERDE_PROGRAM),
        program("c", "graph-entity, ureq + rustls", [graph_entity("ureq", "rustls")]),
        program("d", "graph-entity, reqwest without TLS", [graph_entity("reqwest")]),
        program("e", "graph-entity, ureq without TLS", [graph_entity("ureq")]),
        program("f", "reqwest with its defaults + serde_derive", [REQWEST, SERDE, TOKIO], REQWEST_PROGRAM),
    ]


def slow_programs() -> list[Crate]:
    """Those of `clean --all` beside the others."""
    return [
        program("g", "graph-entity, reqwest + rustls", [graph_entity("reqwest", "rustls")]),
        program("h", "graph-rs-sdk", [GRAPH_RS_SDK, SERDE, SERDE_JSON, TOKIO], SDK_PROGRAM),
    ]


# --- Running cargo ---------------------------------------------------------------------------------------------------


@dataclass
class Run:
    """What a run of cargo cost and printed. The memory is that of the largest process."""

    cpu: float
    megabytes: float
    log: str


def environment(target: pathlib.Path) -> dict[str, str]:
    """The caller's environment without what changes how cargo builds, and with the workspace's toolchain."""
    changes = ("RUSTFLAGS", "RUSTC", "RUSTC_WRAPPER", "CARGO_ENCODED_RUSTFLAGS")
    prefixes = ("CARGO_BUILD_", "CARGO_PROFILE_")
    env = {name: value for name, value in os.environ.items() if name not in changes and not name.startswith(prefixes)}
    env.setdefault("RUSTUP_TOOLCHAIN", toolchain())
    return env | {"CARGO_TARGET_DIR": str(target), "CARGO_INCREMENTAL": "0", "CARGO_TERM_COLOR": "never"}


def toolchain() -> str:
    """The channel that the workspace is pinned to: its file does not reach the temporary folder."""
    return tomllib.loads((WORKSPACE / "rust-toolchain.toml").read_text())["toolchain"]["channel"]


def cargo(arguments: list[str], crate: Crate, target: pathlib.Path | None = None) -> Run:
    """Runs cargo in the crate's folder, and ends the script if that fails."""
    command = ["cargo", *arguments]
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            command, cwd=crate.folder, env=environment(target or crate.target), stdout=log, stderr=subprocess.STDOUT
        )
        # What `resource.getrusage` tells of all children, for this one and its own.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        text = log.read()
    if process.returncode != 0:
        sys.exit(f"{text}\n`{shlex.join(command)}` failed in `{crate.name}` ({crate.title})")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def output(command: list[str]) -> str:
    """What a command prints."""
    env = environment(WORKSPACE / "target")
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout


def host() -> str:
    """The triple that is compiled for."""
    return next(line.split()[1] for line in output(["rustc", "-vV"]).splitlines() if line.startswith("host:"))


def interleaved(crates: list[Crate], rounds: int, measure: Callable[[Crate], Run]) -> dict[str, list[Run]]:
    """Measures each crate once a round, every other round from the back."""
    runs: dict[str, list[Run]] = {crate.name: [] for crate in crates}
    for number in range(rounds):
        for crate in crates if number % 2 == 0 else reversed(crates):
            run = measure(crate)
            runs[crate.name].append(run)
            progress(f"round {number + 1} of {rounds}: {crate.title}: {run.cpu:.2f} s")
    return runs


# --- What is printed -------------------------------------------------------------------------------------------------


def progress(text: str) -> None:
    """Says what is being done."""
    print(text, file=sys.stderr, flush=True)


def table(head: list[str], rows: list[list[str]]) -> None:
    """Prints a Markdown table."""
    for row in [head, ["---"] * len(head), *rows]:
        print(f"| {' | '.join(row)} |")
    print()


def circumstances(crates: list[Crate], names: list[str]) -> None:
    """Prints date, processor, compiler, and the versions of the crates that are compared."""
    versions = set()
    for crate in crates:
        for package in tomllib.loads((crate.folder / "Cargo.lock").read_text())["package"]:
            if package["name"] in names:
                versions.add(f"{package['name']} {package['version']}")
    print(f"{datetime.date.today()}, {processor()}, {output(['rustc', '-V']).strip()}; {', '.join(sorted(versions))}\n")


def processor() -> str:
    """The model of the processor."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return "unknown processor"


def times(runs: list[Run]) -> list[str]:
    """Least and median CPU seconds."""
    return [f"{min(run.cpu for run in runs):.2f}", f"{median(runs):.2f}"]


def median(runs: list[Run]) -> float:
    """The median of the CPU seconds."""
    return statistics.median(run.cpu for run in runs)


# --- The parts -------------------------------------------------------------------------------------------------------


def check(args: argparse.Namespace) -> None:
    """`cargo check` of many types: entities and complex types with builders, and enums."""
    types = [empty(args.n), ours(args.n), complexes(args.n), peer(args.n)]
    members = [empty_enums(args.n), our_enums(args.n), peer_enums(args.n)]
    crates = types + members
    with tempfile.TemporaryDirectory(prefix="compile-") as folder:
        for crate in crates:
            crate.write(pathlib.Path(folder))
            progress(f"{crate.title}: building what it depends on")
            cargo(["check", "--offline"], crate)
        runs = interleaved(crates, args.rounds, recheck)
        print(f"## `cargo check` of {args.n} ten-field types with builders, {args.rounds} rounds\n")
        circumstances(crates, ["graph-entity", "serde_core", "serde_json", "serde_derive", "bon"])
    costs(types, runs, args.n)
    print(f"## `cargo check` of {args.n} enums of {len(MEMBERS)} members, {args.rounds} rounds\n")
    costs(members, runs, args.n)


def costs(crates: list[Crate], runs: dict[str, list[Run]], count: int) -> None:
    """Prints what each crate costs beyond the first, and the ratios to the last."""
    base, *others = crates
    least = median(runs[base.name])
    rows = []
    for crate in crates:
        own = median(runs[crate.name]) - least
        memory = statistics.median(run.megabytes for run in runs[crate.name])
        rows.append([crate.title, *times(runs[crate.name]), f"{own:.2f}", f"{own / count * 1e3:.2f}", f"{memory:.0f}"])
    table(["", "min, CPU s", "median, CPU s", "without the std derives", "ms a type", "rustc's peak, MB"], rows)
    *ours, peer = others
    for crate in ours:
        ratio = (median(runs[crate.name]) - least) / (median(runs[peer.name]) - least)
        spread = ratios(*(runs[side.name] for side in (base, crate, peer)))
        print(f"**{ratio:.3f}** of {peer.title}: {crate.title}, the medians without the std derives. {spread}\n")


def ratios(base: list[Run], ours: list[Run], peer: list[Run]) -> str:
    """Says how far the ratio lies apart by single rounds."""
    rounds = zip(base, ours, peer, strict=True)
    by_round = sorted((ours.cpu - base.cpu) / (peer.cpu - base.cpu) for base, ours, peer in rounds)
    return f"By single rounds {by_round[0]:.3f} to {by_round[-1]:.3f}."


def schema(args: argparse.Namespace) -> None:
    """What the comparison with the metadata adds to `cargo check`. The least crates tell what a first parse costs."""
    off, on, least_on = ours(args.n), compared(args.n, 0, "on", "feature `schema`, no slice", ""), ours(1, "", "schema")
    least_on.name, least_on.title = "least-on", "one type, no slice"
    slices = [
        compared(args.n, args.n, "slice", f"a slice of {args.n} types"),
        compared(args.n, args.whole, "whole", f"a slice of {args.whole} types"),
    ]
    least = [
        compared(1, args.n, "least-slice", f"one type, a slice of {args.n} types"),
        compared(1, args.whole, "least-whole", f"one type, a slice of {args.whole} types"),
    ]
    crates = [off, on, *slices, least_on, *least]
    with tempfile.TemporaryDirectory(prefix="compile-") as folder:
        for crate in crates:
            crate.write(pathlib.Path(folder))
            progress(f"{crate.title}: building what it depends on")
            cargo(["check", "--offline"], crate)
        runs = interleaved(crates, args.rounds, recheck)
        print(f"## `cargo check` of {args.n} ten-field types, compared with the metadata, {args.rounds} rounds\n")
        circumstances(crates, ["graph-entity", "quick-xml"])
        rows = []
        for crate in crates:
            size = len(crate.files.get("graph.xml", "")) // 1000
            memory = statistics.median(run.megabytes for run in runs[crate.name])
            rows.append([crate.title, f"{size}", *times(runs[crate.name]), f"{memory:.0f}"])
    table(["", "slice, KB", "min, CPU s", "median, CPU s", "rustc's peak, MB"], rows)
    without = median(runs[on.name])
    print(f"The feature without a slice: {median(runs[off.name]):.2f} s to {without:.2f} s.\n")
    for crate, one in zip(slices, least, strict=True):
        first = median(runs[one.name]) - median(runs[least_on.name])
        more = median(runs[crate.name]) - without - first
        share = more / median(runs[crate.name])
        print(f"**{share:.1%}** of the check: {crate.title}; {more:.2f} s, and the first parse {first:.2f} s apart.\n")


def recheck(crate: Crate) -> Run:
    """Checks the crate after a change of a comment, and nothing that it depends on."""
    with open(crate.folder / crate.file, "a", encoding="utf-8") as file:
        file.write("// Changed.\n")
    run = cargo(["check", "--offline"], crate)
    built = [line.split()[1] for line in run.log.splitlines() if line.split()[:1] in (["Checking"], ["Compiling"])]
    if built != [crate.name]:
        sys.exit(f"{run.log}\nonly `{crate.name}` should have been checked")
    return run


def clean(args: argparse.Namespace) -> None:
    """`cargo build` of small programs and all that they depend on."""
    crates = [crate for crate in programs() if not args.only or crate.name in args.only]
    slow = [crate for crate in slow_programs() if args.all or crate.name in (args.only or "")]
    with tempfile.TemporaryDirectory(prefix="compile-") as folder:
        for crate in crates + slow:
            crate.write(pathlib.Path(folder))
        runs = interleaved(crates, args.rounds, rebuild) | interleaved(slow, 1, rebuild)
        once = f" ({' and '.join(crate.name for crate in slow)} once)" if slow else ""
        print(f"## Clean `cargo build` of a small program, {args.rounds} rounds{once}\n")
        named = ["graph-entity", "graph-rs-sdk", "reqwest", "rustls", "serde_derive", "serde_json", "tokio", "ureq"]
        circumstances(crates + slow, named)
        rows = [[crate.name, crate.title, *times(runs[crate.name]), *tree(crate)] for crate in crates + slow]
    table(["", "", "min, CPU s", "median, CPU s", "crates in the tree", "serde_derive"], rows)


def rebuild(crate: Crate) -> Run:
    """Builds the program into a new folder, and makes sure that it does what it is for."""
    with tempfile.TemporaryDirectory(dir=crate.folder) as target:
        run = cargo(["build", "--offline"], crate, pathlib.Path(target))
        printed = output([str(pathlib.Path(target) / "debug" / crate.name)])
    if '"successDeviceCount":2,"errorDeviceCount":0,"userPrincipalName":"user@contoso.com"}' not in printed:
        sys.exit(f"`{crate.name}` ({crate.title}) printed {printed}")
    return run


def tree(crate: Crate) -> list[str]:
    """How many crates the program is made of, itself included, and whether serde_derive is among them."""
    arguments = ["tree", "--offline", "--edges", "normal", "--prefix", "none", "--no-dedupe"]
    crates = set(cargo(arguments, crate).log.splitlines()) - {""}
    return [str(len(crates)), "yes" if any(line.startswith("serde_derive ") for line in crates) else "no"]


FEATURES = ["azure", "chrono", "jiff", "reqwest", "schema", "time", "tracing", "ureq", "uuid"]


def features(args: argparse.Namespace) -> None:
    """`cargo build` of an empty program with each feature, beside one without."""
    chosen = args.features or FEATURES
    source = "fn main() {\n    println!(\"ready\");\n}\n"
    crates = [
        Crate("core", "without", [graph_entity()], source, "src/main.rs"),
        *(Crate(f"with-{name}", f"`{name}`", [graph_entity(name)], source, "src/main.rs") for name in chosen),
    ]
    with tempfile.TemporaryDirectory(prefix="compile-") as folder:
        for crate in crates:
            crate.write(pathlib.Path(folder))
        runs = interleaved(crates, args.rounds, rebuild_empty)
        print(f"## What each feature adds to a clean `cargo build`, {args.rounds} rounds\n")
        circumstances(crates, ["graph-entity", "azure_core", "reqwest", "tracing", "ureq"])
        core, crates_of_core = median(runs["core"]), int(tree(crates[0])[0])
        rows = [
            [
                crate.title,
                *times(runs[crate.name]),
                f"{median(runs[crate.name]) - core:.2f}",
                str(int(tree(crate)[0]) - crates_of_core),
                tree(crate)[1],
            ]
            for crate in crates
        ]
    table(["", "min, CPU s", "median, CPU s", "more, CPU s", "more crates", "serde_derive"], rows)


def rebuild_empty(crate: Crate) -> Run:
    """Builds the program into a new folder."""
    with tempfile.TemporaryDirectory(dir=crate.folder) as target:
        return cargo(["build", "--offline"], crate, pathlib.Path(target))


def tokens(_: argparse.Namespace) -> None:
    """How the size of the derive's output is counted."""
    print("Leaf tokens of what the derive writes are counted by a test of the macro crate:\n")
    print("    cargo test -p graph-entity-macros tokens -- --ignored --nocapture\n")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(required=True, metavar="PART")
    part = parts.add_parser("check", help="`cargo check` of many types, against serde_derive and bon")
    part.add_argument("--n", type=int, default=400, help="how many types (default: %(default)s)")
    part.add_argument("--rounds", type=int, default=5, help="(default: %(default)s)")
    part.set_defaults(run=check)
    part = parts.add_parser("schema", help="what the comparison with the metadata adds to `cargo check`")
    part.add_argument("--n", type=int, default=400, help="how many types (default: %(default)s)")
    part.add_argument("--whole", type=int, default=3822, help="types in the large slice (default: %(default)s)")
    part.add_argument("--rounds", type=int, default=5, help="(default: %(default)s)")
    part.set_defaults(run=schema)
    part = parts.add_parser("clean", help="clean `cargo build` of small programs")
    part.add_argument("--rounds", type=int, default=3, help="(default: %(default)s)")
    part.add_argument("--only", metavar="LETTERS", help="only some of the programs, such as `abf`")
    part.add_argument("--all", action="store_true", help="also reqwest + rustls and graph-rs-sdk: very slow")
    part.set_defaults(run=clean)
    part = parts.add_parser("features", help="what each feature adds to a clean `cargo build`")
    part.add_argument("features", nargs="*", metavar="FEATURE", help=f"some of: {', '.join(FEATURES)}")
    part.add_argument("--rounds", type=int, default=3, help="(default: %(default)s)")
    part.set_defaults(run=features)
    parts.add_parser("tokens", help="how the derive's output is counted").set_defaults(run=tokens)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
