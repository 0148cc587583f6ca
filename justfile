# What is done often, each one line. `just` lists them.

default:
    @just --list

# The main job: creates a user run state under each parent, over real HTTP.
run:
    cargo run --example create_user_run_state

# All tests.
test:
    cargo test --workspace

# A hundred thousand requests against a service that fails now and then: nothing lost, nothing doubled.
soak:
    cargo run -p graph-entity-tests --example soak -- --requests 100000

# The same for an hour.
soak-hour:
    cargo run --release -p graph-entity-tests --example soak -- --minutes 60

# What CI runs.
ci:
    bash .ci/run

fmt:
    cargo fmt --all

lint:
    cargo clippy --workspace --all-targets -- -D warnings

# The docs, as docs.rs builds them.
docs:
    .ci/docs

# The published crates, packaged and built as the registry would get them. Nothing is uploaded.
publish-check:
    .ci/packages

# Each feature alone; `just features --pairs` is any two of the runtime's.
features *ARGS:
    .ci/features {{ARGS}}

# What is gone or changed in the public API since the last release, or since a git revision.
semver *REVISION:
    .ci/semver {{REVISION}}

# With the least versions of the dependencies.
minimal-versions:
    .ci/minimal-versions

# Accepts the messages and expansions as they are now. Read the diff.
bless:
    TRYBUILD=overwrite cargo test -p graph-entity-tests --test ui
    UPDATE_EXPECT=1 cargo test -p graph-entity-macros

# What it costs, peers included: all parts, or those that are named. Writes BENCHMARKS.md and its charts.
bench *PARTS:
    cargo run --release -p graph-entity-benches -- {{PARTS}}

# Compares a few figures with tests/benches/budget.toml, as CI does; `--set` writes them into it.
budget *SET:
    cargo run -q -p graph-entity-benches -- budget {{SET}}

# Reading and writing, beside serde_derive: all cases, or those that are named.
bench-json *CASES:
    cargo bench -p graph-entity-json-benches --bench json -- {{CASES}}

# Requests: building, whole calls, paging. All cases, or those that are named.
bench-requests *CASES:
    cargo bench -p graph-entity-benches --bench requests -- {{CASES}}

# The upload of a gigabyte over loopback, beside the same by hand.
bench-uploads *MIB:
    cargo bench -p graph-entity-benches --bench uploads -- {{MIB}}

# The same by allocations.
bench-allocations:
    cargo bench -p graph-entity-json-benches --bench allocations

# The same by instructions, under valgrind.
bench-instructions *CASES:
    cargo run --release -p graph-entity-benches -- instructions {{CASES}}

# The whole of Graph as a crate: to import, to check, to build, and in a program's size.
bench-whole METADATA="../shared/csdl/graph-v1.0.csdl":
    cargo run --release -p graph-entity-benches -- whole {{METADATA}}

# Tokens of the derive's output.
bench-tokens:
    cargo test -p graph-entity-macros tokens -- --ignored --nocapture

# The whole of Graph as a crate: imports all types of the metadata and compiles them, without a warning.
import-all METADATA="../shared/csdl/graph-v1.0.csdl":
    bash schema/tests/compile/run {{METADATA}}

# The samples of the reference through all imported types: of v1.0's rows 99.5 % have to pass; what fails is printed.
import-corpus METADATA="../shared/csdl/graph-v1.0.csdl": (import-all METADATA)
    cd tests/graph && cargo test --target-dir ../../target/graph -- --nocapture

# Licences and sources of the tree.
deny:
    cargo deny check licenses bans sources
