#!/bin/sh
# Checks that a deck renders to the same bytes whatever the time zone, language, home, file mode mask
# and working folder are.
#
# Usage: same_bytes.sh [LAMINA [DECK]]
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
lamina=$(realpath "${1:-$root/.build/release/lamina}")
deck=$(realpath "${2:-$root/Decks/amia}")
[ -x "$lamina" ] || { echo "bytes: there is no program at $lamina: run make deck" >&2; exit 1; }
[ -d "$deck" ] || { echo "bytes: there is no deck at $deck" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/home" "$work/elsewhere"

# Both runs start from an empty environment, so that the caller's cannot favour one of them.
render() (
    folder=$1 mask=$2 output=$3
    shift 3
    cd "$folder"
    umask "$mask"
    {
        env -i PATH="$PATH" "$@" "$lamina" render "$deck" -o "$output" --format pdf,png,svg &&
        env -i PATH="$PATH" "$@" "$lamina" email "$deck" -o "$output/mail.eml" --attach-pdf \
            --from 'Señora <a@example.mx>' --to b@example.mx
    } >"$output.log" 2>&1 || {
        echo "bytes: lamina failed with exit code $?:" >&2
        cat "$output.log" >&2
        exit 1
    }
)
render "$root" 022 "$work/first" TZ=UTC LANG=C LC_ALL=C HOME="${HOME:-/}"
# A second later, in case a clock has found its way into a file.
sleep 1
render "$work/elsewhere" 077 "$work/second" TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8 \
    LC_ALL=tr_TR.UTF-8 LC_NUMERIC=de_DE.UTF-8 HOME="$work/home" XDG_CACHE_HOME="$work/home/cache" \
    COLUMNS=40 TERM=dumb

files=$(find "$work/first" -type f | wc -l)
[ "$files" -gt 0 ] || { echo "bytes: lamina wrote no file" >&2; exit 1; }
diff -rq "$work/first" "$work/second" >"$work/differences" || {
    sed "s|$work/||g; s|^|bytes: |" "$work/differences" >&2
    exit 1
}
echo "bytes: the same in all $files files"
