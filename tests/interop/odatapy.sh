#!/usr/bin/env bash
# Installs odatapy in a virtual environment, starts it, runs a client against it and stops it. Exits with the client's code.
#
#     tests/interop/odatapy.sh                  the client of this repository
#     tests/interop/odatapy.sh COMMAND ARGS…    another: it finds the server in $GRAPH_ENTITY_INTEROP_URL
#
# ODATAPY_ARGS goes to server.py (`--page-size 3`, `--odata-version 4.01`). Needs python3 (3.10 or later) with venv and pip.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here/../.."

CLIENT=(cargo run -q -p graph-entity-tests --example interop_odatapy)
[ $# -gt 0 ] && CLIENT=("$@")

# Some machines have a proxy for all that is not local.
export NO_PROXY="${NO_PROXY:-},127.0.0.1,localhost" no_proxy="${no_proxy:-},127.0.0.1,localhost"

work="${CARGO_TARGET_DIR:-target}/interop"
mkdir -p "$work"
work="$(cd "$work" && pwd)"
venv="$work/odatapy-venv"
requirements="$here/odatapy/requirements.txt"

install() {
    # Installed from these very requirements, by this Python, in full: the copy is made last.
    if [ -x "$venv/bin/python" ] && "$venv/bin/python" -c '' 2>/dev/null && cmp -s "$requirements" "$venv/requirements.txt"; then
        return
    fi
    if ! command -v python3 >/dev/null; then
        echo "odatapy.sh needs python3 with venv and pip. On Debian: apt-get install python3 python3-venv" >&2
        return 1
    fi
    if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
        echo "odatapy.sh needs Python 3.10 or later; this is $(python3 --version)" >&2
        return 1
    fi
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        echo "python3 is here, but without venv and ensurepip. On Debian: apt-get install python3-venv" >&2
        return 1
    fi
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$requirements"
    cp "$requirements" "$venv/requirements.txt"
}

run="$(mktemp -d "$work/odatapy.XXXXXX")"
client=
server=
finish() {
    local code=$? pid
    trap - EXIT
    for pid in $client $server; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    if [ "$code" -ne 0 ] && [ -s "$run/log" ]; then
        printf '\n-- log of the server\n' >&2
        cat "$run/log" >&2
    fi
    rm -rf "$run"
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

install

# The server stops when its standard input is closed: also if this script is killed.
mkfifo "$run/stdin"
exec 9<>"$run/stdin"
# shellcheck disable=SC2086 # words
"$venv/bin/python" -u "$here/odatapy/server.py" ${ODATAPY_ARGS:-} <"$run/stdin" >"$run/out" 2>"$run/log" 9>&- &
server=$!

url=
for _ in $(seq 300); do
    url="$(sed -n 's/^listening on //p' "$run/out")"
    [ -n "$url" ] && break
    if ! kill -0 "$server" 2>/dev/null; then
        echo "odatapy did not start" >&2
        exit 1
    fi
    sleep 0.1
done
if [ -z "$url" ]; then
    echo "odatapy did not start within 30 seconds" >&2
    exit 1
fi

export GRAPH_ENTITY_INTEROP_URL="$url"
# In the background, so that a signal is not kept until it ends.
"${CLIENT[@]}" 9>&- &
client=$!
code=0
wait "$client" || code=$?
client=
exit "$code"
