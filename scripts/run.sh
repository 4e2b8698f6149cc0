#!/usr/bin/env bash
# Database, catalogue, demo, then the server with the worker beside it; when one ends, both end.
set -euo pipefail
cd "$(dirname "$0")/.."

port=${PORT:-8000}
python=.venv/bin/python
export THIDUAKT_DEMO=1 SECRET_KEY=${SECRET_KEY:-$(cat .state/secret_key)}
export SITE_URL=${SITE_URL:-http://127.0.0.1:$port}

"$python" manage.py migrate --verbosity 0
"$python" manage.py load_catalogue
"$python" manage.py seed_demo

"$python" manage.py seed_demo --accounts
printf '\n%s   (Ctrl-C: dừng)\n\n' "$SITE_URL"

pids=()
# In the background bash makes children ignore Ctrl-C, so this shell passes the end on.
stop() {
    trap - EXIT INT TERM HUP
    kill "${pids[@]}" 2>/dev/null || true
    wait "${pids[@]}" 2>/dev/null || true
}
trap stop EXIT
trap 'stop; exit 0' INT TERM HUP

"$python" manage.py work &
pids+=($!)
.venv/bin/gunicorn thiduakt.wsgi --bind "127.0.0.1:$port" --workers 2 --log-level warning &
pids+=($!)
wait -n "${pids[@]}"
