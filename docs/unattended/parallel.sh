#!/bin/sh
# Renders the decks of a file of jobs in shards, with GNU parallel, on this machine or on several over ssh.
#
#   parallel.sh jobs.yaml out 6                           six shards, as many at once as there are cores
#   parallel.sh jobs.yaml out 6 -j2                       two at once
#   parallel.sh --resume jobs.yaml out 6                  after a failure: only the shards that failed or never ran
#   parallel.sh jobs.yaml out 60 --sshlogin 8/a,8/b --workdir .        eight at once on each of the hosts a and b
#
# --resume believes out.joblog, which names shards and not what is in them: resume with the same jobs, the same figures
# and the same number. When anything has changed, leave it out: lamina itself skips the decks that are up to date.
# Hosts need the same paths (shared storage), and lamina in the PATH of a plain ssh command, or LAMINA with its path. The
# form with hosts is not tested over a network.
#
# Prints lamina's log, one JSON object a line. Ends with 0 when all decks are there and good, with 1 when not, and says
# on standard error which.
mode=
[ "${1-}" != --resume ] || { mode=--resume-failed; shift; }
[ $# -ge 3 ] || { echo 'usage: parallel.sh [--resume] JOBS OUT SHARDS [OPTION OF PARALLEL...]' >&2; exit 64; }
jobs=$1 out=${2%/} shards=$3
shift 3

# --termseq: when parallel is told to stop, lamina has a second to put its work away.
seq 0 $((shards - 1)) | parallel --quote --joblog "$out.joblog" $mode --termseq TERM,1000,KILL,100 "$@" \
    "${LAMINA:-lamina}" batch "$jobs" -o "$out" --shard "{}/$shards" --log-format json
failed=$?

"${LAMINA:-lamina}" batch --status "$out" || exit
[ $failed -eq 0 ] || { echo "all decks are good, but a shard ended badly: see $out.joblog" >&2; exit 1; }
