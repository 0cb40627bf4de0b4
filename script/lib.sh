# Shared by run and test: Debian's packages, and the Python environment in .venv.
# shellcheck shell=bash

PYTHON=${PYTHON:-python3}
missing=()

say() { # CHINESE ENGLISH
    printf '%s\n%s\n' "$1" "$2" >&2
}

want() { # DEBIAN_PACKAGE PROBE...: note the package when the probe fails
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}

installed() { # DEBIAN_PACKAGE
    dpkg-query -W -f '${Status}' "$1" | grep -q 'ok installed'
}

python_can_make_environments() {
    "$PYTHON" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'
}

want_printing() { # Notes what the card's PDF and picture need beside Python
    want libpango-1.0-0 installed libpango-1.0-0
    want libpangoft2-1.0-0 installed libpangoft2-1.0-0
    want libharfbuzz-subset0 installed libharfbuzz-subset0
    want fonts-noto-cjk chinese_font
}

chinese_font() {
    [ -n "$(fc-list :lang=zh-cn family)" ]
}

install_missing() {
    install_now && return
    say "这里不能自动安装。缺少：${missing[*]}" "They could not be installed here. Missing: ${missing[*]}"
    say "请管理员运行下面一行，然后再试：" "Ask an administrator to run this, then try again:"
    echo "    sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    exit 1
}

install_if_possible() { # CHINESE ENGLISH: what is lost without them
    install_now && return
    say "$1（缺少：${missing[*]}）" "$2 (missing: ${missing[*]})"
    missing=()
}

install_now() {
    [ ${#missing[@]} -eq 0 ] && return
    may_install || return
    say "正在安装：${missing[*]}" "Installing: ${missing[*]}"
    as_root apt-get -q update && as_root apt-get -q install -y --no-install-recommends "${missing[@]}" || return
    missing=()
}

may_install() { # Never asks for a password: a question that nobody answers would hang
    command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

as_root() {
    local env=(env DEBIAN_FRONTEND=noninteractive)
    if [ "$(id -u)" -eq 0 ]; then "${env[@]}" "$@"; else sudo -n "${env[@]}" "$@"; fi
}

need_python() { # Afterwards $PYTHON can make environments, or the script has ended
    python_can_make_environments 2>/dev/null && return
    say "需要 Python 3.11 或更新，并能建立虚拟环境（python3-venv）。" \
        "Python 3.11 or newer with venv and ensurepip (python3-venv) is needed; found: $("$PYTHON" --version 2>&1 || true)"
    exit 1
}

ready() { # LOCK: is what it names installed here?
    [ "$(cat ".venv/.$1" 2>/dev/null)" = "$(fingerprint "$1")" ]
}

fingerprint() { # The path is in it because an environment cannot be moved
    { pwd; "$PYTHON" --version; cat "$1"; } | sha256sum
}

prepare() { # LOCK [LOCK THAT IT INCLUDES...]
    ready "$1" && return
    need_python
    say "正在准备 Python 环境（第一次要几分钟）……" "Preparing the Python environment (minutes, the first time) ..."
    # Its own pip no longer starts in an environment that was moved or left half made.
    .venv/bin/pip --version >/dev/null 2>&1 || "$PYTHON" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1" || {
        say "Python 软件包没有装好。请检查网络，再运行一次。" "Installing Python packages failed. Check the network and run this again."
        exit 1
    }
    for lock in "$@"; do fingerprint "$lock" >".venv/.$lock"; done
}
