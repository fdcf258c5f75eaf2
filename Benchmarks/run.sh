#!/bin/sh
# Cold and warm times of rendering the AMIA deck, and of the C peer of ../shared/bench on its own four
# pages, in one run. Cold: a whole process, median of nine after one. Needs hyperfine and jq.
set -eu
cd "$(dirname "$0")/.."
lamina=.build/release/lamina
[ -x "$lamina" ] || { echo "Run make deck first." >&2; exit 1; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

cold() { # NAME COMMAND
    hyperfine -N -w 1 -r 9 --export-json "$out/times.json" "$2" >/dev/null 2>&1
    jq -r --arg name "$1" '.results[0] | "\($name): \(.median * 1000 | round) ms (\(.min * 1000 | round)-\(.max * 1000 | round))"' "$out/times.json"
}
echo "== cold"
cold "lamina --version" "$lamina --version"
cold "lamina check" "$lamina check Decks/amia"
cold "lamina pdf" "$lamina render Decks/amia --format pdf --quiet -o $out/deck"
cold "lamina both" "$lamina render Decks/amia --quiet -o $out/deck"

peer=../shared/bench/peers/c
if [ -d "$peer" ]; then
    cp -r ../shared/bench/peers "$out/peers" && chmod -R u+w "$out/peers"
    make -s -C "$out/peers/c" deck_pango >/dev/null 2>&1 && cd "$out/peers" && {
        cold "C Pango, 4 pages, pdf" "c/deck_pango pdf $out"
        cold "C Pango, 4 pages, both" "c/deck_pango both $out -e isal"
        cd - >/dev/null
    }
fi

echo "== warm, in one process"
swift build -c release --package-path Benchmarks --scratch-path .build-benchmarks --static-swift-stdlib -Xswiftc -use-ld=lld >/dev/null
.build-benchmarks/release/DeckBench Decks/amia 9

echo "== long lines"
.build-benchmarks/release/LineBench 5

echo "== a map of many areas"
.build-benchmarks/release/MapBench 5

echo "== a large table"
.build-benchmarks/release/TableBench "$out/table" 9
export XDG_CACHE_HOME="$out/cache"
cold "lamina check, tables and answers from the cache" "$lamina check $out/table/deck"
cold "sqlite3, import and two queries" "sqlite3 :memory: '.mode csv' '.import $out/table/deck/exports.csv exports' 'SELECT sum(units) FROM exports' 'SELECT destination, sum(units) AS n FROM exports GROUP BY destination ORDER BY n DESC'"

echo "== a thousand decks in one worker; what decks, slides, marks and rows cost"
python3 Benchmarks/soak.py "$lamina"

echo "== PNG, four pages"
.build-benchmarks/release/PNGBench Benchmarks/four-pages 9
