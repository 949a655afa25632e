#!/usr/bin/env bash
# Makes this machine able to run the system ("run") or to check it ("test"). Does only what is missing; safe to repeat.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:?run or test}
python=${PYTHON:-python3}
venv=${VENV:-.venv}

step() { printf '\033[1m▸ %s\033[0m\n' "$*"; }
stop() { printf '\n%s\n' "$*" >&2; exit 1; }

command -v "$python" >/dev/null || stop "Python 3.11 or newer is needed and '$python' was not found: apt-get install python3, or say make PYTHON=/path/to/python3."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Python 3.11 or newer is needed; '$python' is $("$python" -V 2>&1). Say make PYTHON=/path/to/a/newer/python3."

# --- what the operating system must bring: asked of the system itself, so that it need not be Debian's package ----
has_library() { "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null; }
has_program() { local name; for name in "$@"; do command -v "$name" >/dev/null && return; done; return 1; }
has_chinese_font() { has_program fc-list && [ -n "$(fc-list :lang=zh-cn file 2>/dev/null)" ]; }

missing=()
need() { local package=$1; shift; "$@" || missing+=("$package"); }

[ -x "$venv/bin/python" ] || need "python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv" "$python" -c 'import ensurepip' 2>/dev/null
need libpango-1.0-0 has_library libpango-1.0.so.0
need libpangoft2-1.0-0 has_library libpangoft2-1.0.so.0
need libharfbuzz-subset0 has_library libharfbuzz-subset.so.0
if [ "$purpose" = test ]; then
    need redis-server has_program redis-server
    need poppler-utils has_program pdftotext
    need gettext has_program xgettext
    need fontconfig has_program fc-list
    need fonts-noto-cjk has_chinese_font
    need softhsm2 has_program softhsm2-util
    # Ubuntu calls it chromium-browser and brings it as a snap.
    chromium=chromium
    grep -qs '^ID=ubuntu' /etc/os-release && chromium=chromium-browser
    [ -n "${CHROMIUM:-}" ] || need "$chromium" has_program chromium chromium-browser google-chrome
fi

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    else return 1
    fi
}
install_missing() {
    [ "${APT:-yes}" = yes ] && command -v apt-get >/dev/null || return 1
    export DEBIAN_FRONTEND=noninteractive
    as_root true || return 1
    step "Installing from the distribution: ${missing[*]}"
    # An index that cannot be refreshed may still do.
    as_root apt-get -qq update || true
    as_root apt-get -qq install --yes --no-install-recommends "${missing[@]}" >/dev/null
}
if [ ${#missing[@]} -gt 0 ]; then
    install_missing || stop "These packages are missing and could not be installed from here; please run, as root: apt-get install ${missing[*]}"
fi

# --- Python packages, each with the hash in the lock ---------------------------------------------------------------
lock=requirements.txt
[ "$purpose" = test ] && lock=requirements-dev.txt
digest() { cat requirements.txt requirements-dev.txt | sha256sum | cut -d' ' -f1; }
stamp="$venv/.installed-$(digest)"

# The test lock contains the other one: whoever has it needs nothing more to run.
if ! { "$venv/bin/python" -c '' 2>/dev/null && { [ -e "$stamp-test" ] || [ -e "$stamp-$purpose" ]; }; }; then
    if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
        step "Making the virtual environment $venv with $("$python" -V 2>&1)"
        "$python" -m venv --clear "$venv"
    fi
    step "Installing the Python packages of $lock (a minute or two the first time)"
    rm -f "$venv"/.installed-*
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --requirement "$lock" ||
        stop "The Python packages could not be installed. Is there a way to a package index? Then run the same command again: what is done stays done."
    touch "$stamp-$purpose"
fi

step "Compiling the translations"
"$venv/bin/python" -m scripts.translations compile
