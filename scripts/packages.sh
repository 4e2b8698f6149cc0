# Debian packages: which are needed, which are missing, how they get in. Sourced by setup.sh.

packages_run="python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-croscore poppler-utils"
packages_test="$packages_run postgresql chromium-headless-shell"

missing_packages() {
    local name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || echo "$name"
    done
}

# The empty word, `sudo`, or a failure when neither root nor sudo is there.
as_root() {
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null && echo sudo
}

stop_with_line() {
    printf 'Some system packages are missing. Run this line, then start again:\n\n    %s\n\n' "$1" >&2
    exit 1
}

# The whole browser does for the tests what its shell does, only slower.
can_do_without() {
    [ "$1" = chromium-headless-shell ] && [ -z "$(missing_packages chromium)" ]
}

apt_line() {
    echo "${1}apt-get update && ${1}apt-get install -y --no-install-recommends $2"
}

# install_packages run|test
install_packages() {
    local wanted missing root
    command -v dpkg-query >/dev/null || {
        echo "setup: not Debian; make sure these are here: pango, harfbuzz-subset, Tinos, poppler, PostgreSQL, Chromium" >&2
        return
    }
    wanted=packages_$1
    # shellcheck disable=SC2086
    missing=$(missing_packages ${!wanted})
    missing=${missing//$'\n'/ }
    [ -z "$missing" ] && return
    root=$(as_root) || {
        can_do_without "$missing" && return
        stop_with_line "su -c '$(apt_line "" "$missing")'"
    }
    echo "setup: installing $missing" >&2
    # shellcheck disable=SC2086
    $root apt-get update -q=2 &&
        $root env DEBIAN_FRONTEND=noninteractive apt-get install -q=2 -y --no-install-recommends $missing >/dev/null ||
        can_do_without "$missing" ||
        stop_with_line "$(apt_line "${root:+sudo }" "$missing")"
}
