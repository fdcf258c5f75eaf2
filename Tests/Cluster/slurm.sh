#!/usr/bin/env bash
# Renders 40 decks on a real Slurm of four nodes, all on this machine, with the scripts of docs/unattended, and kills a
# node while it draws; then with GNU parallel, where a shard fails and is resumed. Both give what one machine gives.
#
# Usage: slurm.sh [LAMINA]
# KEEP=1 leaves its folder, with all logs, behind.
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/../.." && pwd)
source "$root/Tests/Cluster/until_true.sh"
lamina=$(realpath "${1:-$root/.build/release/lamina}")
scripts=$root/docs/unattended
readonly decks=40 nodes=4 victim=n2
readonly patience=120 # seconds for the array: one that takes longer hangs

fail() { printf 'cluster: %s\n' "$@" >&2; exit 1; }
say() { printf 'cluster: %3d s  %s\n' "$SECONDS" "$*"; }

[[ -x $lamina ]] || fail "there is no program at $lamina: run make deck"
PATH=$PATH:/usr/sbin:/sbin
for tool in slurmctld:slurm-wlm slurmd:slurm-wlm sbatch:slurm-wlm munged:munge parallel:parallel python3:python3 \
    pgrep:procps; do
    command -v "${tool%:*}" >/dev/null || fail "${tool%:*} is missing: install Debian's ${tool#*:}"
done
# A scheduler that this may run under is not the one that is tested.
while read -r name; do unset "$name"; done < <(compgen -e | grep -E \
    -e '^(SLURMD?|SBATCH|SQUEUE|SINFO|SCONTROL|LAMINA|AWS_BATCH)_|^PARALLEL' \
    -e '^(JOB_COMPLETION_INDEX|SGE_TASK_ID|PBS_ARRAY_INDEX)$')

work=$(mktemp -d "${TMPDIR:-/tmp}/lamina-cluster.XXXXXX")
chmod 755 "$work" # munge wants its socket where all may reach it
mkdir "$work"/{munge,state,run,submit,marks}
export PARALLEL_HOME=$work/parallel-home SLURM_CONF=$work/slurm.conf
declare -A daemon=()

# ours: the processes that work in the test's folder. The daemons are started there, and what keeps and makes the tasks
# of Slurm, which are no children of this script, has it from them.
ours() {
    local process folder
    for process in /proc/[0-9]*; do
        folder=$(readlink "$process/cwd" 2>/dev/null) || continue
        [[ $folder == "$work" || $folder == "$work"/* ]] && echo "${process#/proc/}"
    done
    return 0
}
end() {
    local code=$? signal left
    trap - EXIT
    for signal in TERM KILL; do
        for _ in {1..20}; do
            mapfile -t left < <(ours)
            ((${#left[@]})) || break 2
            kill -"$signal" "${left[@]}" 2>/dev/null || true
            sleep 0.1
        done
    done
    if [[ -n ${KEEP-} ]]; then
        echo "cluster: all logs are in $work" >&2
    else
        ((code == 0)) || tail -n 15 "$work/slurmctld.log" 2>/dev/null >&2 || true
        rm -rf "$work"
    fi
    exit "$code"
}
trap end EXIT
trap 'exit 1' HUP INT TERM

# The decks: copies of one, each with a title of its own, over five quarters.
{
    echo 'jobs:'
    for ((i = 0; i < decks; i++)); do
        deck=$(printf '%02d' "$i")
        mkdir -p "$work/decks/$deck"
        cp -r "$root/Decks/ventas"/{deck.yaml,data} "$work/decks/$deck/"
        sed -i "s/^title: .*/title: \"Ventas, edición $deck: {{period}}\"/" "$work/decks/$deck/deck.yaml"
        quarters=(2023-T1 2023-T2 2023-T3 2023-T4 2024-T1)
        echo "  - { id: ventas-$deck, deck: decks/$deck, output: mexico/$deck, period: ${quarters[i % 5]} }"
    done
} >"$work/jobs.yaml"

# expect_same FOLDER: its outputs are those of the reference, byte for byte, with nothing missing and nothing left over.
expect_same() {
    diff -rq -x .lamina -x 'batch*.json' -x health.json "$work/reference" "$1" >"$work/differences" || {
        sed "s|$work/||g" "$work/differences" | head -20 >&2
        fail "$(basename "$1") differs from what one machine gives"
    }
}
# count FILE... : how often each deck was given each status, as lines "ID STATUS TIMES".
count() {
    python3 - "$@" <<'PYTHON'
import collections, json, sys
seen = collections.Counter()
for name in sys.argv[1:]:
    for line in open(name, encoding="utf-8"):
        entry = json.loads(line)
        if entry.get("event") == "deck":
            seen[entry["id"], entry["status"]] += 1
for (deck, status), times in sorted(seen.items()):
    print(deck, status, times)
PYTHON
}
# expect_once FILE [DECK]: in the answer of `count`, each deck is rendered exactly once, and none has failed. DECK is the
# one that was killed: its first try may have brought it to its place without a chance to say so.
expect_once() {
    local i deck line
    ! grep ' failed ' "$1" >&2 || fail 'decks failed'
    for ((i = 0; i < decks; i++)); do
        deck=ventas-$(printf '%02d' "$i")
        line=$(grep "^$deck rendered" "$1") || line="$deck rendered 0"
        [[ $line == "$deck rendered 1" ]] && continue
        [[ $deck == "${2-}" ]] && grep -q "^$deck skipped 1$" "$1" && continue
        fail "in the logs: $line times, not once"
    done
}

# One machine.
before=$(date +%s%N)
"$lamina" batch "$work/jobs.yaml" -o "$work/reference" --jobs 1 --log-format json >"$work/reference.jsonl" ||
    fail "lamina failed on one machine with exit code $?"
each=$((($(date +%s%N) - before) / 1000000 / decks)) # milliseconds
count "$work/reference.jsonl" >"$work/count"
expect_once "$work/count"
files=$(find "$work/reference/mexico" -type f | wc -l)
say "one machine: $decks decks, $files files, $each ms a deck"

# Slurm, with ports that are free.
host=$(hostname -s)
user=$(id -un)
read -ra ports < <(python3 -c '
import socket, sys
sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for each in sockets:
    each.bind(("127.0.0.1", 0))
print(*[each.getsockname()[1] for each in sockets])' $((nodes + 1)))
cat >"$SLURM_CONF" <<CONF
ClusterName=lamina
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${ports[nodes]}
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CredType=cred/munge
# A task that lost its node may start again when its old permission has run out: 120 seconds by default.
AuthInfo=socket=$work/munge/socket,cred_expire=10
CommunicationParameters=NoInAddrAny
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/run/%n
SlurmctldPidFile=$work/run/slurmctld.pid
SlurmdPidFile=$work/run/%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/%n.log
JobCompType=jobcomp/filetxt
JobCompLoc=$work/finished.log
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=2
ReturnToService=2
# A node that is silent for this long is down.
SlurmdTimeout=6
MessageTimeout=5
KillWait=3
DefMemPerCPU=500
$(for ((i = 0; i < nodes; i++)); do
    echo "NodeName=n$((i + 1)) NodeHostname=$host NodeAddr=127.0.0.1 Port=${ports[i]} CPUs=1 RealMemory=1000"
done)
PartitionName=decks Nodes=n[1-$nodes] Default=YES State=UP
CONF
echo 'CgroupAutomount=no' >"$work/cgroup.conf"

# start NAME PROGRAM...: from the test's folder.
start() {
    local name=$1
    shift
    (cd "$work" && exec "$@" </dev/null >"$work/$name.out" 2>&1) &
    daemon[$name]=$!
    disown # bash shall say nothing of the one that is killed
}
head -c 128 /dev/urandom >"$work/munge/key"
chmod 600 "$work/munge/key"
start munged munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" \
    --pid-file="$work/munge/pid" --log-file="$work/munged.log" --seed-file="$work/munge/seed"
until_true 10 test -S "$work/munge/socket" || fail 'munged does not start'
start slurmctld slurmctld -D
for ((i = 1; i <= nodes; i++)); do
    mkdir "$work/run/n$i"
    start "n$i" slurmd -D -N "n$i"
done
are_idle() { [[ $(sinfo -h -t idle -o %D 2>/dev/null) == "$nodes" ]]; }
until_true 30 are_idle || { sinfo -N >&2 || true; fail 'the nodes do not come up'; }
say "Slurm is up: $(sinfo -V), $nodes nodes"

# What the tasks run instead of lamina: it starts lamina, and on one node it stops the first one in the middle of its
# work, together with the process that draws for it, so that the kill certainly hits a task that has begun.
cat >"$work/lamina" <<'TASK'
#!/usr/bin/env bash
echo "${SLURMD_NODENAME-} ${SLURM_RESTART_COUNT:-0}" >>"$MARKS/task-${SLURM_ARRAY_TASK_ID:-status}"
[[ ${SLURMD_NODENAME-} == "$VICTIM" ]] || exec "$REAL" "$@"
"$REAL" "$@" &
lamina=$!
for _ in {1..100}; do
    mapfile -t helpers < <(pgrep -P $lamina)
    ((${#helpers[@]} == 0)) && kill -0 $lamina 2>/dev/null || break
    sleep 0.01
done
sleep "$DELAY"
if kill -STOP $lamina "${helpers[@]}" 2>/dev/null; then
    echo "$$ $PPID $SLURM_ARRAY_TASK_ID $lamina ${helpers[*]}" >"$MARKS/held.new"
    mv "$MARKS/held.new" "$MARKS/held"
fi
wait $lamina
TASK
chmod +x "$work/lamina"
export LAMINA=$work/lamina REAL=$lamina MARKS=$work/marks VICTIM=$victim
DELAY=$(printf '0.%03d' $((each > 2000 ? 500 : each / 4)))
export DELAY

started=$SECONDS
cd_submit() (cd "$work/submit" && exec "$@")
array=$(cd_submit sbatch --parsable --array=0-$((decks - 1))%$nodes "$scripts/slurm-array.sh" "$work/jobs.yaml" "$work/slurm")
status=$(cd_submit sbatch --parsable --dependency=afterany:"$array" "$scripts/slurm-status.sh" "$work/slurm")

# The node is lost: its daemon, what watches over the task, and the task.
until_true 60 test -e "$work/marks/held" || fail "no task on $victim was caught in the middle"
read -ra held <"$work/marks/held"
task=${held[0]} keeper=${held[1]} index=${held[2]} drawing=${held[3]} helpers=("${held[@]:4}")
[[ $(ps -o stat= -p "$drawing") == T* ]] || fail "the task on $victim had ended before the kill"
[[ $(ps -o comm= -p "$keeper") == slurmstepd* ]] || fail "process $keeper is not the keeper of task $index"
kill -KILL "${daemon[$victim]}" "$keeper"
kill -KILL -- "-$(ps -o pgid= -p "$task" | tr -d ' ')"
killed=ventas-$(printf '%02d' "$index")
# Those that nobody has buried yet (Z) are gone, too.
are_gone() { ! ps -o stat= "$task" "$drawing" "${helpers[@]}" | grep -qv '^Z'; }
until_true 5 are_gone || fail "processes of the killed task are still there"
done_then=$(find "$work/slurm" -path '*/mexico/*' -name '*.pdf' 2>/dev/null | wc -l)
say "killed node $victim while it drew $killed; $done_then PDFs were there"

is_over() { [[ -z $(squeue -h -j "$array,$status" 2>/dev/null) ]]; }
until_true $patience is_over || { squeue >&2; sinfo -N >&2; fail "the array is not done after $patience seconds"; }
took=$((SECONDS - started))

# The last step agrees that all is good, asked by Slurm and asked again.
[[ $(awk "/JobId=$status /" "$work/finished.log") == *JobState=COMPLETED* ]] || {
    cat "$work/submit/lamina-status-$status.err" >&2
    fail 'the job with --status did not end well'
}
"$lamina" batch --status "$work/slurm" || fail "--status ended with $?"
[[ -s $work/slurm/batch.json ]] || fail '--status wrote no batch.json'
# The lost task was started again, elsewhere; the others once.
tries=$(tr '\n' ' ' <"$work/marks/task-$index")
[[ $tries =~ ^"$victim 0 "n[0-9]" 1 "$ && $tries != *"$victim 1"* ]] || fail "the tries of the killed task: $tries"
[[ $(cat "$work"/marks/task-[0-9]* | wc -l) == $((decks + 1)) ]] || fail 'other tasks were started twice'
count "$work"/submit/lamina-"$array"_*.jsonl >"$work/count"
expect_once "$work/count" "$killed"
expect_same "$work/slurm"
# Who comes later finds nothing to do.
"$lamina" batch "$work/jobs.yaml" -o "$work/slurm" --log-format json >"$work/again.jsonl" || fail "the run after it: $?"
count "$work/again.jsonl" >"$work/count"
[[ $(grep -c ' skipped 1$' "$work/count") == "$decks" ]] || fail 'a later run did not skip all decks'
say "Slurm: $decks decks in $took s, each rendered once, $killed on its second try; the bytes are those of one machine"

# GNU parallel: a deck cannot be made, its shard fails and is resumed, the other shards are not started again.
LAMINA=$lamina
readonly shards=6 broken=07
run_parallel() { (cd "$work" && "$scripts/parallel.sh" "$@" jobs.yaml parallel $shards -j2); }
mv "$work/decks/$broken/data" "$work/data-away"
code=0
run_parallel >"$work/parallel.jsonl" 2>"$work/parallel.err" || code=$?
[[ $code == 1 ]] || { cat "$work/parallel.err" >&2; fail "parallel.sh with a broken deck ended with $code"; }
grep -q "ventas-$broken" "$work/parallel.err" || fail 'parallel.sh does not say which deck is missing'
mv "$work/data-away" "$work/decks/$broken/data"
run_parallel --resume >>"$work/parallel.jsonl" 2>"$work/parallel.err" ||
    { cat "$work/parallel.err" >&2; fail 'parallel.sh --resume failed'; }
tried=$(awk 'NR > 1 { codes[$1] = codes[$1] " " $7 } END { for (i = 1; i <= '$shards'; i++) printf "%s;", codes[i] }' \
    "$work/parallel.joblog")
[[ $tried == ' 0; 1 0; 0; 0; 0; 0;' ]] || fail "the exit codes of the shards in the joblog: $tried"
count "$work/parallel.jsonl" >"$work/count"
[[ $(grep ' failed ' "$work/count") == "ventas-$broken failed 1" ]] || fail 'another deck than the broken one failed'
sed -i '/ failed /d' "$work/count"
expect_once "$work/count"
expect_same "$work/parallel"
say "GNU parallel: shard 1 of $shards failed and was resumed alone; the bytes are those of one machine"

echo "cluster: passed in $SECONDS s: $decks decks once each, on Slurm with a node killed and with GNU parallel"
