#!/usr/bin/env bash
# Everything the other targets need: Debian packages, .venv, pinned Python packages, a secret key.
# Usage: setup.sh [run|test]. Safe to repeat; touches the network only when something is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

purpose=${1:-test}
state=.state
venv_python=.venv/bin/python

check_python() {
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    echo "Python 3.11 or newer is needed; python3 here is: $(python3 --version 2>&1 || true)" >&2
    exit 1
}

# Debian's own, built with profile-guided optimisation: one that somebody built by hand, first on the PATH,
# is often not, and a fifth slower at everything here.
base_python() {
    local candidate
    for candidate in /usr/bin/python3 python3; do
        "$candidate" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        echo "$candidate"
        return
    done
    echo python3
}

make_venv() {
    "$venv_python" -m pip --version >/dev/null 2>&1 && return
    echo "setup: making .venv"
    rm -f "$state"/requirements*.sha256
    "$(base_python)" -m venv --clear .venv
}

install_pinned() {
    local file=$1 stamp wanted
    stamp=$state/$file.sha256
    wanted=$(cat requirements.txt "$file" | sha256sum)
    [ "$(cat "$stamp" 2>/dev/null || true)" = "$wanted" ] && return
    echo "setup: installing $file"
    "$venv_python" -m pip install --quiet --disable-pip-version-check -r "$file"
    echo "$wanted" >"$stamp"
}

make_secret_key() {
    [ -s "$state/secret_key" ] && return
    (umask 077 && "$venv_python" -c 'import secrets; print(secrets.token_urlsafe(50))' >"$state/secret_key")
}

mkdir -p "$state"
check_python
install_packages "$purpose"
make_venv
if [ "$purpose" = run ]; then
    install_pinned requirements.txt
else
    install_pinned requirements-dev.txt
fi
make_secret_key
