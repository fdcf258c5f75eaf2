#!/usr/bin/env bash
# Fuzzes what reads input: run.sh [SECONDS] [FUZZER…], all of them for 60 seconds each where nothing is said. What is found stands
# in Tests/Fuzz/found; a case that was mended becomes a test where the reader is tested. What the fuzzers learn stays in .corpus.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}
shift || true
fuzzers=("$@")
((${#fuzzers[@]})) || fuzzers=(FormatFuzz TableFuzz BoundaryFuzz DeckFuzz)
export LAMINA_ROOT=$PWD/../.. SWIFT_BACKTRACE=enable=no

# Instrumented: the branches that an input takes tell libFuzzer which inputs are worth changing further.
for fuzzer in "${fuzzers[@]}"; do
    swift build -c release --scratch-path ../../.build-fuzz --product "$fuzzer" -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld >build.log 2>&1 || {
        cat build.log >&2
        exit 1
    }
done
rm -f build.log

seeds() {
    case $1 in
    FormatFuzz)
        local number=1
        for format in ',' ',.1%' '$,.2f' '+.3s' 'k' 'K' "05d" "~e" "'unidades'" '%d/%m/%Y' '%b %Y' '%-d de %B' '%Y-T%q'; do
            printf '%s\n\x40\x5e\xdd\x2f\x1a\x9f\xbe\x77' "$format" >"$2/format-$number"
            ((number += 1))
        done
        ;;
    TableFuzz)
        printf '\0a,n,x,d\nuno,1,1.5,2024-01-01\n"dos, ""y""",,-2e3,\n' >"$2/csv"
        printf '\2a;n;x\nuno;1.000;1,5\n' >"$2/semicolon"
        printf '\4ignored\na\tn\nuno\tND\n' >"$2/tab"
        printf '\1[{"a":"uno","n":1,"x":1.5,"d":"2024-01-01"},{"n":null}]' >"$2/json"
        ;;
    BoundaryFuzz) cp ../../Decks/*/*.geojson ../../Decks/*/*.topojson "$2" 2>/dev/null || true
        printf '%s' '{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"k":"a","n":1},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[0,9],[9,9],[0,0]],[[1,2],[2,2],[1,3],[1,2]]]]}}]}' >"$2/geo"
        printf '%s' '{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[0,0]},"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,-2]],"properties":{"k":"a"}}]}},"arcs":[[[0,0],[9,0],[0,9]],[[0,0],[9,9]]]}' >"$2/topo"
        ;;
    DeckFuzz)
        local deck
        for deck in ../../Decks/*/deck.yaml ../Fixtures/small/deck.yaml; do
            # Large decks are cut to what a fuzzer can turn over quickly.
            head -c 4000 "$deck" >"$2/$(basename "$(dirname "$deck")")"
        done
        awk '/^```yaml/ {number++; file=sprintf("%s/reference-%03d", folder, number); print "title: T\nlanguage: es-MX\nperiod: 2024-S1\ntables: {ventas: {file: ventas.csv, columns: {unidades: integer}}}\nslides:\n  - id: a\n    title: A\n    body:" >file; inside=1; next}
            /^```/ {inside=0} inside {print "      " $0 >file}' folder="$2" ../../Decks/README.md
        ;;
    esac
}

# Words that a format knows, for libFuzzer to put together.
words() {
    case $1 in
    DeckFuzz) grep -oh '`[a-z][a-z-]*`' ../../Decks/README.md | sort -u | sed 's/`\(.*\)`/"\1: "/' ;;
    BoundaryFuzz) printf '"%s"\n' Feature FeatureCollection Polygon MultiPolygon GeometryCollection Topology arcs objects transform \
        coordinates properties geometry null bbox ;;
    FormatFuzz) printf '"%s"\n' % , .1 ~s '\x0a' %d %B %Y "'u'" $ + - '(' e g r p k K ;;
    TableFuzz) printf '"%s"\n' , ';' '\x22' '\x0d\x0a' status missing official 2024-01-01 1.5 -0 1e308 ;;
    esac
}

failed=0
mkdir -p found
for fuzzer in "${fuzzers[@]}"; do
    mkdir -p ".corpus/$fuzzer" ".corpus/$fuzzer-seeds"
    seeds "$fuzzer" ".corpus/$fuzzer-seeds"
    words "$fuzzer" >".corpus/$fuzzer.dict"
    echo "== $fuzzer, $seconds s"
    # In memory, and of this run alone: several may go on beside each other.
    LAMINA_FUZZ=$(mktemp -d /dev/shm/lamina-fuzz.XXXXXX)
    export LAMINA_FUZZ
    # The program's words on the streams are of no interest; libFuzzer's last ones are.
    if ! ../../.build-fuzz/release/"$fuzzer" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=6000 \
        -artifact_prefix="found/$fuzzer-" -dict=".corpus/$fuzzer.dict" -print_final_stats=1 -verbosity=1 ".corpus/$fuzzer" ".corpus/$fuzzer-seeds" \
        >"found/$fuzzer.log" 2>&1; then
        failed=1
        tail -n 25 "found/$fuzzer.log" >&2
    fi
    grep -E 'number_of_executed_units|average_exec_per_sec|new_units_added|peak_rss_mb' "found/$fuzzer.log" || true
    rm -rf "$LAMINA_FUZZ"
done
if ((failed)); then
    echo "The fuzzers found something: see Tests/Fuzz/found" >&2
    exit 1
fi
echo "The fuzzers found nothing in $seconds s each."
