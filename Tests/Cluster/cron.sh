#!/usr/bin/env bash
# Runs the commands of docs/unattended/crontab, and two batches that overlap, from a real cron daemon, and looks at what
# each got for an environment, what it made, printed and ended with, and what cron mails of it.
#
# Usage: cron.sh [LAMINA]
# KEEP=1 leaves its folder, with all that was recorded, behind.
#
# Needs root. The daemon runs in namespaces of its own (mounts, processes) with its own empty tables of jobs: the
# machine's own jobs do not run, nobody's crontab is touched, and a daemon of the machine does not see this one's.
set -euo pipefail
export LC_ALL=C
unset SOURCE_DATE_EPOCH LAMINA_WORKER_FAULT XDG_CACHE_HOME

root=$(cd "$(dirname "$0")/../.." && pwd)
source "$root/Tests/Cluster/until_true.sh"
readonly example=$root/docs/unattended/crontab
readonly patience=60 # seconds for the jobs: those that take longer hang

fail() { printf 'cron: %s\n' "$@" >&2; exit 1; }
say() { printf 'cron: %3d s  %s\n' "$SECONDS" "$*"; }

# Outside: everything happens in a process of its own, that takes all others with it when it ends.
if [[ ${1-} != --inside ]]; then
    lamina=$(realpath "${1:-$root/.build/release/lamina}")
    [[ -x $lamina ]] || fail "there is no program at $lamina: run make deck"
    ((EUID == 0)) || fail 'needs root, to whom the tables of cron belong'
    PATH=$PATH:/usr/sbin:/sbin
    for tool in cron:cron crontab:cron unshare:util-linux flock:util-linux pgrep:procps; do
        command -v "${tool%:*}" >/dev/null || fail "${tool%:*} is missing: install Debian's ${tool#*:}"
    done
    apart=(unshare --mount --propagation private --pid --fork --kill-child --mount-proc)
    "${apart[@]}" true || fail 'the system gives no namespaces for mounts and processes, or gives them to others'
    work=$(mktemp -d "${TMPDIR:-/tmp}/lamina-cron.XXXXXX")
    chmod 755 "$work"
    inside=
    end() {
        local code=$?
        trap - EXIT
        [[ -z $inside ]] || { kill -KILL "$inside"; wait "$inside"; } 2>/dev/null || true
        if [[ -n ${KEEP-} ]]; then echo "cron: what was recorded is in $work" >&2; else rm -rf "$work"; fi
        exit "$code"
    }
    trap end EXIT
    trap 'exit 1' HUP INT TERM
    "${apart[@]}" "$0" --inside "$lamina" "$work" &
    inside=$!
    wait "$inside"
    inside=
    exit
fi
lamina=$2 work=$3
cd "$work"
mkdir srv srv/{decks,out,log,out/stale} jobs mails

# Nothing of the machine's own: its jobs, the daemon's lock, settings that PAM adds to the environment of jobs.
mount -t tmpfs tmpfs /run
mkdir -p /run/lock /run/sbin /run/own-sbin /etc/cron.d
mount -t tmpfs tmpfs /etc/cron.d
: >empty
for file in /etc/crontab /etc/anacrontab /etc/environment /etc/default/locale; do
    [[ ! -e $file ]] || mount --bind empty "$file"
done
mount -t tmpfs tmpfs /var/spool/cron
mkdir -m 1730 /var/spool/cron/crontabs
chgrp crontab /var/spool/cron/crontabs
# The mail server: both cron and lamina find it where Debian has it, and it files what it is given.
mount --bind /usr/sbin /run/sbin
ln -s /run/sbin/* /run/own-sbin/
rm -f /run/own-sbin/sendmail
cat >/run/own-sbin/sendmail <<SERVER
#!/bin/sh
[ "\$1" = -t ] && kind=sent || kind=cron
cat >"\$(mktemp "$work/mails/\$kind.XXXXXX")"
SERVER
chmod 755 /run/own-sbin/sendmail
mount --bind /run/own-sbin /usr/sbin

# The decks: those of the example's jobs, one of which is broken.
for deck in ventas a b c broken mail; do
    mkdir "srv/decks/$deck"
    cp -r "$root/Decks/ventas"/{deck.yaml,data} "srv/decks/$deck/"
done
sed -i 's/SELECT sum(units)/SELECT sum(pieces)/' srv/decks/broken/deck.yaml
cat >>srv/decks/mail/deck.yaml <<'MAIL'
mail:
  from: prensa@example.mx
  to: [ana@example.mx]
  parts:
    - paragraph: "{{total}} unidades en {{period}}."
MAIL
cat >srv/decks/jobs.yaml <<'JOBS'
jobs:
  - { id: a, deck: a }
  - { id: b, deck: b, period: 2023-T4 }
  - { id: c, deck: c, period: 2023-S1 }
JOBS
printf 'jobs: [{ id: a, deck: a }, { id: broken, deck: broken }]\n' >srv/decks/nightly.yaml
printf 'jobs: [{ id: mail, deck: mail }]\n' >srv/decks/mail.yaml

# By hand, in the caller's environment.
"$lamina" render srv/decks/ventas -o reference/ventas --quiet || fail "lamina failed by hand with exit code $?"
"$lamina" batch "$work/srv/decks/jobs.yaml" -o reference/decks || fail "lamina failed by hand with exit code $?"

# What cron runs as the shell: it records what a job gets, prints and ends with, and prints it again, for cron.
cat >shell <<SHELL
#!/bin/sh
job=$work/jobs/\${2##*# }
tr '\\0' '\\n' <"/proc/\$\$/environ" | sort >"\$job.env"
pwd >"\$job.pwd"
SHELL=/bin/sh /bin/sh "\$@" >"\$job.out" 2>"\$job.err"
code=\$?
cat "\$job.out"
cat "\$job.err" >&2
echo "\$code" >"\$job.code"
exit "\$code"
SHELL
chmod 755 shell

# The crontab: the example's settings and commands as they stand, with the paths of here, all in the same minute.
when=$(date -d '+5 seconds' +%s)
when=$((when - when % 60 + 60))
minute=$(env -u TZ date -d "@$when" '+%-M %-H %-d %-m *')
mapfile -t settings < <(grep -E '^[A-Z_]+=' "$example")
mapfile -t commands < <(sed -nE "s|^[0-9][^ ]*( +[^ ]+){4} +||p" "$example" |
    sed "s|/usr/local/bin/lamina|$lamina|g; s|/srv/|$work/srv/|g")
names=(deck decks nightly mail age)
((${#commands[@]} == ${#names[@]})) || fail "the example has ${#commands[@]} commands, not ${#names[@]}"
age=${commands[4]}
commands[4]=${age//out\/decks/out\/stale}
touch -d '26 hours ago' srv/out/stale/health.json
for number in 1 2; do
    names+=("overlap-$number" "quiet-$number")
    commands+=("LAMINA_WORKER_FAULT=hang=b $lamina batch $work/srv/decks/jobs.yaml -o $work/srv/out/overlap --time-limit 10"
        "LAMINA_WORKER_FAULT=hang=b ${commands[1]//out\/decks/out\/quiet} --time-limit 10")
done
{
    printf '%s\n' "SHELL=$work/shell" "${settings[@]}"
    for i in "${!names[@]}"; do echo "$minute ${commands[i]} # ${names[i]}"; done
} >table
crontab table || fail "crontab does not take the example's lines"
env -i PATH=/usr/bin:/bin "$(command -v cron)" -f &
daemon=$!
say "cron waits for $(date -d "@$when" +%T), with ${#names[@]} jobs"
sleep $((when - $(date +%s)))
has_all() { local done=(jobs/*.code); ((${#done[@]} == ${#names[@]})) && ! pgrep -P $daemon >/dev/null; }
until_true $patience has_all ||
    fail "after $patience seconds these jobs are done: $(cd jobs && echo *.code)" "$(ps -eo pid,ppid,args)"
kill "$daemon"
say 'all jobs are done'

problems=0
wrong() { printf 'cron: wrong: %s\n' "$@" >&2; problems=$((problems + 1)); }
code() { cat "jobs/$1.code"; }
# expect_code JOB CODE
expect_code() { [[ $(code "$1") == "$2" ]] || wrong "$1 ended with $(code "$1"), not $2: $(head -c 600 "jobs/$1.err")"; }
mail_of() { grep -lE "^Subject: .* # $1\$" mails/cron.* 2>/dev/null; }

# The environment: these and nothing else.
home=$(getent passwd "$EUID" | cut -d: -f6)
printf '%s\n' "HOME=$home" "LOGNAME=$(id -un)" PATH=/usr/bin:/bin "SHELL=$work/shell" "${settings[@]//\"/}" | sort >expected
for job in "${names[@]}"; do
    cmp -s expected "jobs/$job.env" || wrong "the environment of $job:" "$(diff expected "jobs/$job.env" || true)"
    [[ $(cat "jobs/$job.pwd") == "$home" ]] || wrong "$job ran in $(cat "jobs/$job.pwd")"
done

# Success prints nothing, and nothing is mailed.
for job in deck decks mail; do
    expect_code "$job" 0
    [[ ! -s jobs/$job.out && ! -s jobs/$job.err ]] || wrong "$job printed: $(cat "jobs/$job".{out,err} | head -c 600)"
done
# The bytes are those of a run by hand, and who comes by hand later finds nothing to do.
diff -r reference/ventas srv/out/ventas >differences || wrong 'the deck differs from that by hand:' "$(cat differences)"
diff -r -x health.json -x .lamina reference/decks srv/out/decks >differences ||
    wrong 'the batch differs from that by hand:' "$(cat differences)"
[[ -s srv/out/decks/health.json ]] || wrong 'the batch left no health.json'
files=$(find srv/out/ventas srv/out/decks -type f ! -path '*/.lamina/*' | wc -l)
"$lamina" batch "$work/srv/decks/jobs.yaml" -o srv/out/decks --log-format json >again || wrong "by hand afterwards: $?"
[[ $(grep -c '"status":"skipped"' again) == 3 ]] || wrong 'by hand, the decks that cron made were made again'

# A broken deck: its errors are mailed, the log and the other decks are there.
expect_code nightly 1
[[ ! -s jobs/nightly.out ]] || wrong "nightly printed: $(head -c 600 jobs/nightly.out)"
for words in 'deck “broken” failed' "$work/srv/decks/broken/deck.yaml:18:10: error: " 'no such column: pieces' \
    '2 decks: 1 rendered, 1 failed'; do
    grep -qF "$words" jobs/nightly.err || wrong "the errors of nightly lack “$words”: $(head -c 600 jobs/nightly.err)"
done
log=(srv/log/nightly-*.jsonl)
[[ $(tail -n 1 "${log[0]}") == *'"rendered":1,"skipped":0,"failed":1,"unfinished":0}' ]] || wrong 'the log of nightly'
[[ -s srv/out/nightly/a/a.pdf && ! -e srv/out/nightly/health.json ]] || wrong 'what a batch leaves that failed in part'

# Two at once: one works (and fails, as its deck hangs), the other ends with 75; with flock it says nothing.
for pair in overlap quiet; do
    codes=$(printf '%s\n' "$(code $pair-1)" "$(code $pair-2)" | sort -n | xargs)
    case $pair in overlap) expected='1 75' ;; quiet) expected='1 1' ;; esac
    [[ $codes == "$expected" ]] || wrong "the codes of two at once ($pair): $codes, not $expected"
    [[ $(cat jobs/$pair-?.err | grep -c 'took longer than 10 s') == 1 ]] || wrong "not just one of the two ($pair) worked"
    ! grep -q . jobs/$pair-?.out || wrong "$pair printed"
    for number in 1 2; do
        [[ $(code $pair-$number) != 75 ]] || busy=$pair-$number
        [[ -s jobs/$pair-$number.err ]] || silent=$pair-$number
    done
done
[[ $(head -n 1 "jobs/${busy:-none}.err") == "error: another batch is writing to \`$work/srv/out/overlap\` (process "*", since "* ]] ||
    wrong 'what the batch says that came second'
[[ ${silent-} == quiet-* ]] || wrong 'with flock, the batch that came second said something'

# The age of health.json: old, and as it is now.
expect_code age 0
[[ $(cat jobs/age.out) == *'no batch has gone well for 25 hours' ]] || wrong 'an old health.json is not told'
[[ -z $(env -i PATH=/usr/bin:/bin /bin/sh -c "$age" 2>&1) ]] || wrong 'a fresh health.json is told'

# What cron mails: all that was printed, in an encoding that is said; of nothing, nothing.
for job in "${names[@]}"; do
    mail=$(mail_of "$job") || mail=
    if [[ -s jobs/$job.out || -s jobs/$job.err ]]; then
        [[ $(wc -l <<<"$mail") == 1 && -n $mail ]] || { wrong "the mails about $job: $mail"; continue; }
        sed '1,/^$/d' "$mail" | cmp -s - <(cat "jobs/$job.out" "jobs/$job.err") || wrong "the mail about $job says something else"
        grep -q '^To: figures@example.mx$' "$mail" || wrong "the mail about $job goes to $(grep ^To: "$mail")"
        grep -qx 'Content-Type: text/plain; charset=utf-8' "$mail" || wrong "the mail about $job has another charset"
    else
        [[ -z $mail ]] || wrong "there is a mail about $job: $(cat "$mail")"
    fi
done
about=$(find mails -name 'cron.*' | wc -l)

# The quarter's mail: it was handed over, has today's date, and is not handed over again.
sent=(mails/sent.*)
[[ -s ${sent[0]} ]] || wrong 'no mail was sent'
cmp -s "${sent[0]}" srv/out/mail/mail/mail.eml || wrong 'another mail was sent than is there'
grep -qi "^date: $(env -u TZ date -u -d "@$(env -u TZ date -d 0:00 +%s)" '+%a, %d %b %Y')" "${sent[0]}" ||
    wrong "the mail's date: $(grep -i '^date:' "${sent[0]}")"
for epoch in "SOURCE_DATE_EPOCH=1" ""; do
    env -i PATH=/usr/bin:/bin ${epoch:+"$epoch"} "$lamina" batch "$work/srv/decks/mail.yaml" -o srv/out/mail --sendmail \
        --strict >again 2>&1 || wrong "another try of the mail ended with $?"
    [[ ! -s again ]] || wrong "another try of the mail printed: $(head -c 600 again)"
done
sent=(mails/sent.*)
((${#sent[@]} == 1)) || wrong "the mail was sent ${#sent[@]} times"

((problems == 0)) || fail "wrong in all: $problems"
echo "cron: passed in $SECONDS s: the example's ${#settings[@]} settings and 5 commands, $files files as by hand, an overlap with 75, \
$about mails about problems and none about success, the quarter's mail sent once"
