#!/usr/bin/env bash
# Installs the official Graph client for JavaScript by npm and runs it against the emulator over TLS. Exits with 0 if each
# step is as it should be. Needs Node 18 or later, with npm.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/javascript"
cd "$here/../../.."

# Some machines have a proxy for all that is not local.
export NO_PROXY="${NO_PROXY:-},127.0.0.1,localhost" no_proxy="${no_proxy:-},127.0.0.1,localhost"

work="${CARGO_TARGET_DIR:-target}/interop/javascript"
mkdir -p "$work"
work="$(cd "$work" && pwd)"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "javascript.sh needs Node 18 or later with npm. On Debian: apt-get install nodejs npm" >&2
    exit 1
fi
# `fetch` is Node's own since then.
if ! node -e 'process.exit(process.versions.node.split(".")[0] < 18 ? 1 : 0)'; then
    echo "javascript.sh needs Node 18 or later; this is $(node --version)" >&2
    exit 1
fi

rm -rf "$work/steps"
cp -R "$here"/*.mjs "$here"/package.json "$here"/steps "$work/"
# Installed from this very lock file, in full: the copy is made last.
if ! cmp -s "$here/package-lock.json" "$work/installed.json"; then
    cp "$here/package-lock.json" "$work/"
    npm ci --prefix "$work" --no-audit --no-fund --loglevel=error
    cp "$here/package-lock.json" "$work/installed.json"
fi

exec cargo run -q -p graph-entity-tests --example interop_javascript -- "$work"
