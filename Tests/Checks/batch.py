#!/usr/bin/env python3
"""Checks that a batch may be left alone: broken decks, crashes, kills, full disks, overlaps, shards, mails.

Usage: batch.py LAMINA [KILLS]

KILLS is how often a batch is killed at a random moment (default 15). Full and read-only disks need root, for a small
file system in memory; without it they are left out, and that is said.
"""
import fcntl
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

DECK = """\
title: Ventas
language: es-MX
period: 2024-S1
parameters: {estado: Jalisco, tope: 10}
tables:
  ventas: {file: data.csv, columns: {unidades: integer}}
values:
  total: SELECT sum(unidades), 'derived' AS status FROM ventas
slides:
  - id: ventas
    title: VENTAS DEL SEMESTRE
    subtitle: "{{total}} unidades"
    body:
      chart:
        mark: bar
        data: SELECT marca, unidades, status FROM ventas ORDER BY unidades DESC
        x: {field: unidades, format: ","}
        y: marca
    source: "Fuente: INEGI."
mail:
  from: prensa@example.mx
  to: [ana@example.mx]
  parts:
    - heading: Ventas
    - paragraph: "{{total}} unidades en {{period}}."
"""
DATA = "marca,unidades,status,source\nNissan,240000,official,INEGI\nToyota,{},official,INEGI\n"

# What can be wrong with a deck, and a word of what is said of it: (name, change, word).
BROKEN = [
    ("yaml", lambda d: edit(d, "title: Ventas", "title: [Ventas"), "is missing before this"),
    ("key", lambda d: edit(d, "subtitle:", "subtitel:"), "subtitel"),
    ("language", lambda d: edit(d, "es-MX", "xx-XX"), "xx-XX"),
    ("period", lambda d: edit(d, "2024-S1", "2024-S3"), "2024-S3"),
    ("query", lambda d: edit(d, "sum(unidades)", "sum(piezas)"), "piezas"),
    ("table", lambda d: edit(d, "FROM ventas ORDER", "FROM ventes ORDER"), "ventes"),
    ("write", lambda d: edit(d, "SELECT sum(unidades), 'derived' AS status FROM ventas", "DELETE FROM ventas"), "change data or tables"),
    ("cell", lambda d: edit(d, "240000", "muchas", "data.csv"), "muchas"),
    ("row", lambda d: edit(d, "Nissan,240000,official,INEGI", "Nissan,240000", "data.csv"), "2 cells for 4 columns"),
    ("status", lambda d: edit(d, "official", "oficial", "data.csv"), "oficial"),
    ("no-table", lambda d: (d / "data.csv").unlink(), "data.csv"),
    ("no-deck", lambda d: (d / "deck.yaml").unlink(), "deck.yaml"),
    ("no-folder", lambda d: shutil.rmtree(d), "does not exist"),
    ("outside", lambda d: edit(d, "data.csv", "../data.csv"), "leads out"),
    ("link", lambda d: ((d / "data.csv").unlink(), (d / "data.csv").symlink_to("/etc/passwd")), "leads out"),
    ("absolute", lambda d: edit(d, "data.csv", "/etc/passwd"), "absolute"),
    ("pipe", lambda d: ((d / "data.csv").unlink(), os.mkfifo(d / "data.csv")), "pipe"),
    ("glyph", lambda d: edit(d, "VENTAS DEL SEMESTRE", "VENTAS \u4e2d\u6587"), "\u4e2d"),
    ("room", lambda d: edit(d, "VENTAS DEL SEMESTRE", "VENTAS " * 200), "does not fit"),
    ("value", lambda d: edit(d, "{{total}} unidades\"", "{{suma}} unidades\""), "suma"),
    ("slides", lambda d: edit(d, "slides:", "slides: []\nslaids:"), "slaids"),
    ("bytes", lambda d: (d / "deck.yaml").write_bytes(b"\xff\xfe title"), "UTF-8"),
    ("empty", lambda d: (d / "deck.yaml").write_text(""), "the file is empty"),
    ("mark", lambda d: edit(d, "mark: bar", "mark: barr"), "barr"),
    ("huge", lambda d: edit(d, "SELECT marca, unidades, status FROM ventas ORDER BY unidades DESC",
                            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS marca, x AS unidades, 'official' AS status FROM n"), "more than 100000 rows"),
    ("infinite", lambda d: edit(d, "240000", "9" * 400, "data.csv"), "not a whole number"),
    ("theme", lambda d: edit(d, "title: Ventas", "title: Ventas\ntheme: nada.yaml"), "nada.yaml"),
    ("date", lambda d: edit(d, "title: Ventas", "title: Ventas\ndate: 2024-02-30"), "2024-02-30"),
    ("page", lambda d: edit(d, "title: Ventas", "title: Ventas\npage: A7"), "A7"),
    ("format", lambda d: edit(d, '","', '",.q"'), "not a number format"),
    ("axis", lambda d: edit(d, "field: unidades", "field: unidad"), "unidad"),
    ("mail", lambda d: edit(d, "[ana@example.mx]", "[ana en example]"), "is not an address"),
]
problems = []


def require(truth, what):
    if not truth:
        problems.append(what)
        print("wrong:", what, flush=True)


def edit(folder, old, new, file="deck.yaml"):
    path = folder / file
    text = path.read_text()
    assert old in text, (old, file)
    path.write_text(text.replace(old, new, 1))


def make(folder, figure=110000):
    folder.mkdir(parents=True)
    (folder / "deck.yaml").write_text(DECK)
    (folder / "data.csv").write_text(DATA.format(figure))


def write_jobs(path, ids, **more):
    path.write_text("".join(json.dumps({"id": i, "deck": f"decks/{i}", **more}) + "\n" for i in ids))


def run(lamina, *words, env=None, **more):
    return subprocess.run([lamina, "batch", *map(str, words)], capture_output=True, text=True,
                          env={"PATH": "/usr/bin:/bin", **(env or {})}, **more)


def log(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def summary(out):
    return json.loads((out / "batch.json").read_text())


def tree(folder):
    """All files of a folder's decks by path, without what the batch keeps for itself."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and ".lamina" not in path.parts and path.parent != folder}


def leftovers(out):
    return [path.name for path in (out / ".lamina").iterdir() if path.suffix in (".new", ".old")] + [
        str(path) for path in out.rglob(".lamina-*")]


def workers(work):
    """Workers of lamina that run for outputs below a folder, by their process numbers."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
                state = (entry / "stat").read_text().rsplit(")", 1)[1].split()[0]
            except OSError:
                continue
            is_ours = any(word.startswith(b"--output=" + os.fsencode(work)) for word in words)
            if words[1:2] == [b"worker"] and is_ours and state != "Z":
                found.append(int(entry.name))
    return found


def becomes(truth, seconds=20):
    """Whether something comes true within some seconds."""
    deadline = time.monotonic() + seconds
    while not truth() and time.monotonic() < deadline:
        time.sleep(0.01)
    return truth()


def are_gone(work):
    """Whether all workers end within some seconds."""
    return becomes(lambda: not workers(work), 5)


def hang(lamina, jobs, out):
    """A batch of which two decks never end, with both at work."""
    process = subprocess.Popen([lamina, "batch", jobs, "-o", out, "--jobs", "2"], stderr=subprocess.DEVNULL,
                               env={"PATH": "/usr/bin:/bin", "LAMINA_WORKER_FAULT": "hang=s1,s2"})
    require(becomes(lambda: len(workers(out)) == 2 and (out / "s0").exists()), "two workers do not come")
    return process


def check_two_hundred(lamina, work):
    """200 decks, 40 of them broken, 2 that crash the worker, 2 that never end."""
    names = [f"d{number:03}" for number in range(200)]
    for number, name in enumerate(names):
        make(work / "decks" / name, 100000 + number)
    jobs, out = work / "jobs.jsonl", work / "out"
    write_jobs(jobs, names)
    broken = {}
    for number in range(40):
        kind, change, word = BROKEN[number % len(BROKEN)]
        name = names[number * 4 + 1]
        change(work / "decks" / name)
        broken[name] = (kind, word)
    crashes, hangs = [names[2], names[102]], [names[6], names[106]]
    env = {"LAMINA_WORKER_FAULT": f"crash={','.join(crashes)};hang={','.join(hangs)}"}
    done = run(lamina, jobs, "-o", out, "--time-limit", "3", "--mail", env=env)
    require(done.returncode == 1, f"the batch ended with {done.returncode}, not 1: {done.stderr[-400:]}")
    report = {job["id"]: job for job in summary(out)["jobs"]}
    good = [name for name, job in report.items() if job["status"] == "rendered"]
    failed = [name for name, job in report.items() if job["status"] == "failed"]
    require(len(good) == 156 and len(failed) == 44, f"{len(good)} decks are good and {len(failed)} failed")
    require(set(failed) == set(broken) | set(crashes) | set(hangs), "others failed than were broken")
    for name in failed:
        words = " ".join(finding["message"] + finding.get("hint", "") for finding in report[name]["findings"])
        require(f"deck “{name}” failed" in done.stderr, f"{name} is not named")
        word = "crashed (signal" if name in crashes else "took longer than 3 s" if name in hangs else broken.get(name, "??")[1]
        require(word in words, f"{name} ({broken.get(name)}) says: {words}")
        require(not (out / name).exists(), f"{name} failed and has outputs")
    for name in good:
        require({path.name for path in (out / name).iterdir()} == {f"{name}.pdf", f"{name}.eml", "png", "run.json"},
                f"{name} lacks outputs")
    require(not (out / "health.json").exists(), "a batch that failed says that it is healthy")
    require(not leftovers(out) and not workers(work), "something was left behind")
    before = tree(out)
    again = run(lamina, jobs, "-o", out, "--time-limit", "3", "--mail", "--log-format", "json", env=env)
    events = [event for event in log(again) if event["event"] == "deck"]
    require([event["id"] for event in events if event["status"] == "rendered"] == [], "good decks were made again")
    require(sum(event["status"] == "skipped" for event in events) == 156, "good decks were not skipped")
    require(again.returncode == 1 and tree(out) == before, "the second run changed something")
    fast = run(lamina, jobs, "-o", out, "--fail-fast", "--jobs", "1", "--log-format", "json")
    last = log(fast)[-1]
    require(fast.returncode == 1 and last["failed"] == 1 and last["unfinished"] > 150, f"fail-fast: {last}")
    # A worker that takes too much memory, and one that ends without a word.
    other = run(lamina, jobs, "-o", work / "other", "--memory-limit", "400", "--max-failures", "3",
                env={"LAMINA_WORKER_FAULT": f"fill={names[0]};exit={names[2]}"})
    require(f"deck “{names[0]}” failed" in other.stderr and "of the 400 MB allowed" in other.stderr,
            f"too much memory is not told: {other.stderr[:400]}")
    require("ended with exit code 3" in other.stderr, "a worker that ends is not told")


def check_kills(lamina, work, kills, dice):
    """Killed at random moments while four editions take turns: each deck's folder is one of them, whole."""
    names = [f"k{number}" for number in range(12)]
    jobs, out = work / "kills.jsonl", work / "kills"
    write_jobs(jobs, names)
    for name in names:
        make(work / "decks" / name)

    def turn_to(edition):
        figure, slide = edition
        for number, name in enumerate(names):
            (work / "decks" / name / "data.csv").write_text(DATA.format(figure + number))
            (work / "decks" / name / "deck.yaml").write_text(DECK.replace("  - id: ventas\n", f"  - id: {slide}\n"))

    # Other figures in files of the same names, and files of other names.
    editions, seconds = {}, 0
    for edition in [(1000, "ventas"), (2000, "ventas"), (1000, "unidades"), (2000, "unidades")]:
        turn_to(edition)
        reference = work / f"reference-{len(editions)}"
        start = time.monotonic()
        done = run(lamina, jobs, "-o", reference)
        seconds = time.monotonic() - start
        require(done.returncode == 0 and not done.stderr, f"a reference failed: {done.stderr[:300]}")
        editions[edition] = tree(reference)
    parts = {name: [{path: data for path, data in whole.items() if path.startswith(f"{name}/")} for whole in editions.values()]
             for name in names}
    hits, seen, edition = 0, set(), None
    for turn in range(kills):
        edition = dice.choice([one for one in editions if one != edition])
        turn_to(edition)
        process = subprocess.Popen([lamina, "batch", jobs, "-o", out], env={"PATH": "/usr/bin:/bin"},
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0, seconds))
        hits += process.poll() is None
        process.kill()
        process.wait()
        require(are_gone(work), "workers outlive the batch that was killed")
        now = tree(out) if out.exists() else {}
        for name in names:
            own = {path: data for path, data in now.items() if path.startswith(f"{name}/")}
            if own in parts[name]:
                seen.add(name)
            else:
                require(own == {} and name not in seen, f"kill {turn}: {name} is torn, or gone: {sorted(own)}")
    done = run(lamina, jobs, "-o", out)
    require(done.returncode == 0 and tree(out) == editions[edition], "after the kills the result is another")
    require(not leftovers(out), f"temporaries stay: {leftovers(out)}")
    require(hits >= kills // 4, f"only {hits} of {kills} kills hit a batch at work")
    return hits


def check_signals(lamina, work):
    names = [f"s{number}" for number in range(4)]
    jobs, out = work / "signals.jsonl", work / "signals"
    for name in names:
        make(work / "decks" / name)
    write_jobs(jobs, names)
    for sent, code in ((signal.SIGTERM, 143), (signal.SIGINT, 130)):
        process = hang(lamina, jobs, out)
        overlap = run(lamina, jobs, "-o", out)
        require(overlap.returncode == 75 and "another batch" in overlap.stderr, f"an overlap ended with {overlap.returncode}")
        start = time.monotonic()
        process.send_signal(sent)
        process.wait()
        took = time.monotonic() - start
        require(process.returncode == code and took < 1, f"{sent.name} ended with {process.returncode} after {took:.2f} s")
        require(not workers(work) and not leftovers(out), f"{sent.name} left something behind")
        require(summary(out)["unfinished"] >= 2, "what was dropped is not told")
    # Asked twice, as `timeout` does, it ends as well as asked once.
    process = hang(lamina, jobs, out)
    (out / "batch.json").unlink()
    for pause in (0.001, 0):
        process.send_signal(signal.SIGTERM)
        time.sleep(pause)
    require(process.wait() == 143 and (out / "batch.json").exists(), f"asked twice it ended with {process.returncode}")
    # A reader that stands still keeps nobody from ending.
    listener, speaker = os.pipe()
    fcntl.fcntl(speaker, fcntl.F_SETPIPE_SZ, 4096)
    process = subprocess.Popen([lamina, "batch", work / "jobs.jsonl", "-o", work / "still", "--log-format", "json"], stdout=speaker,
                               stderr=subprocess.DEVNULL, env={"PATH": "/usr/bin:/bin"})
    os.close(speaker)
    # The line that begins the log fills so small a pipe; the first deck's waits.
    require(becomes(lambda: any((work / "still").glob("d*/*.pdf"))), "no deck is made beside a reader that stands still")
    time.sleep(0.5)
    require(process.poll() is None, "a reader that stands still is not waited for")
    start = time.monotonic()
    process.send_signal(signal.SIGTERM)
    process.wait()
    took = time.monotonic() - start
    require(process.returncode == 143 and took < 1, f"beside a reader that stands still: {process.returncode} after {took:.2f} s")
    os.close(listener)
    # Workers that hang go with a batch that is killed.
    process = hang(lamina, jobs, out)
    process.kill()
    process.wait()
    require(are_gone(work), "workers that hang outlive the batch that was killed")
    done = run(lamina, jobs, "-o", out)
    require((done.returncode, done.stdout, done.stderr) == (0, "", ""), "success says something")
    require((out / "health.json").exists(), "there is no health file")


def check_disks(lamina, work):
    if os.geteuid() != 0:
        print("not checked without root: full and read-only disks")
        return
    names = [f"f{number}" for number in range(6)]
    jobs, disk = work / "disks.jsonl", work / "disk"
    for name in names:
        make(work / "decks" / name)
    write_jobs(jobs, names)
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk]).returncode != 0:
        print("not checked, since nothing can be mounted: full and read-only disks")
        return
    try:
        out = disk / "out"
        done = run(lamina, jobs, "-o", out)
        require(done.returncode == 0, f"a small disk: {done.stderr[:300]}")
        before = tree(out)
        for name in names:
            (work / "decks" / name / "data.csv").write_text(DATA.format(5))
        free = os.statvfs(disk)
        (disk / "full").write_bytes(b"x" * (free.f_bavail * free.f_frsize - 8192))
        done = run(lamina, jobs, "-o", out)
        require(done.returncode in (1, 74) and "No space left" in done.stderr, f"a full disk: {done.returncode} {done.stderr[:300]}")
        require(tree(out) == before, "a full disk cost something")
        (disk / "full").write_bytes(b"x" * (free.f_bavail * free.f_frsize))
        done = run(lamina, jobs, "-o", out)
        require(done.returncode == 74 and "No space left" in done.stderr and tree(out) == before,
                f"a disk without any room: {done.returncode} {done.stderr[:300]}")
        (disk / "full").unlink()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        done = run(lamina, jobs, "-o", out)
        require(done.returncode == 74 and "Read-only" in done.stderr, f"a read-only disk: {done.returncode} {done.stderr[:300]}")
        require(tree(out) == before, "a read-only disk cost something")
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        # What is mounted in an output's folder is neither emptied nor taken along.
        mount = out / names[0] / "mnt"
        mount.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", mount], check=True)
        (mount / "precious").mkdir()
        done = run(lamina, jobs, "-o", out)
        held = (mount / "precious").is_dir()
        subprocess.run(["umount", mount], check=True)
        # One of the same file system, too.
        (disk / "shared/precious").mkdir(parents=True)
        subprocess.run(["mount", "--bind", disk / "shared", mount], check=True)
        same = run(lamina, jobs, "-o", out)
        held = held and (disk / "shared/precious").is_dir() and same.returncode == 1
        subprocess.run(["umount", mount], check=True)
        mount.rmdir()
        require(done.returncode == 1 and "one file system" in done.stderr and held, f"a mount in an output: {done.returncode} {done.stderr}")
        done = run(lamina, jobs, "-o", out)
        require(done.returncode == 0 and tree(out) != before and not leftovers(out), "it does not go on where it stopped")
        # What is mounted in the place of outputs that are no more is not entered.
        (disk / "moved").mkdir()
        for path in (out / names[1]).iterdir():
            path.rename(disk / "moved" / path.name)
        held = sorted(path.name for path in (disk / "moved").iterdir())
        subprocess.run(["mount", "--bind", disk / "moved", out / names[1]], check=True)
        write_jobs(jobs, [name for name in names if name != names[1]])
        run(lamina, jobs, "-o", out, "--keep-days", "0")
        require(sorted(path.name for path in (disk / "moved").iterdir()) == held, "retention enters what is mounted")
        subprocess.run(["umount", out / names[1]], check=True)
    finally:
        subprocess.run(["umount", disk])
    # An input that vanishes.
    make(work / "decks" / "v0"), write_jobs(jobs, ["v0"])
    run(lamina, jobs, "-o", work / "vanish")
    before = tree(work / "vanish")
    (work / "decks/v0/data.csv").unlink()
    done = run(lamina, jobs, "-o", work / "vanish")
    require(done.returncode == 1 and "data.csv` does not exist" in done.stderr, f"a vanished input: {done.stderr}")
    require(tree(work / "vanish") == before and before, "a vanished input cost the last good output")
    jobs.unlink()
    require(run(lamina, jobs, "-o", work / "vanish").returncode == 66, "a vanished file of jobs")


def check_shards(lamina, work):
    names = [f"h{number}" for number in range(7)]
    jobs = work / "shards.jsonl"
    for name in names:
        make(work / "decks" / name)
    write_jobs(jobs, names)
    run(lamina, jobs, "-o", work / "whole")
    whole = tree(work / "whole")
    for count in (1, 2, 3, 9):
        out = work / f"shards-{count}"
        early = None
        made = []
        for index in range(count):
            done = run(lamina, jobs, "-o", out, "--shard", "auto", "--log-format", "json",
                       env={"LAMINA_SHARD_INDEX": str(index), "LAMINA_SHARD_COUNT": str(count)})
            require(done.returncode == 0, f"shard {index}/{count}: {done.stderr}")
            made += [event["id"] for event in log(done) if event["event"] == "deck"]
            if early is None and count > 1:
                early = run(lamina, "--status", out)
                require(early.returncode == 1 and "was not made" in early.stderr, "what is missing is not told")
        require(sorted(made) == names, f"{count} shards make {made}")
        require(tree(out) == whole, f"{count} shards give another result")
        done = run(lamina, "--status", out)
        require((done.returncode, done.stdout, done.stderr) == (0, "", ""), f"the status of {count} shards: {done.stderr}")
        require(summary(out)["rendered"] == 7 and (out / "health.json").exists(), "the summary of shards")
    (work / "decks/h3/data.csv").write_text(DATA.format(7))
    done = run(lamina, "--status", work / "shards-2")
    require(done.returncode == 1 and "h3" in done.stderr, "a stale deck passes for good")
    both = run(lamina, jobs, "-o", work / "x", "--shard", "auto",
               env={"LAMINA_SHARD_INDEX": "0", "LAMINA_SHARD_COUNT": "2", "SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": "2",
                    "SLURM_ARRAY_TASK_MIN": "0"})
    require(both.returncode == 78 and "makes it" in both.stderr, f"schedulers that disagree: {both.stderr}")


def check_others(lamina, work):
    """What others lay into a deck's folder stays, whoever they are and whatever it is called."""
    (names, jobs, out) = (["o0"], work / "others.jsonl", work / "others")
    make(work / "decks/o0"), write_jobs(jobs, names)
    more = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    if more:
        work.chmod(0o755)
        out.mkdir()
        os.chown(out, 65534, 65534)
    else:
        print("not checked without root: files of other owners")
    for turn in range(3):
        (work / "decks/o0/data.csv").write_text(DATA.format(turn))
        done = run(lamina, jobs, "-o", out, **more)
        require(done.returncode == 0, f"beside files of others: {done.stderr}")
        if turn == 0:
            (out / "o0/notes.txt").write_text("mine")
            (out / "o0/notes.txt").chmod(0o644)
            (out / "o0/link").symlink_to("nowhere")
            with open(os.fsencode(out) + b"/o0/\xe1rea.txt", "w") as file:
                file.write("mine")
    require((out / "o0/notes.txt").read_text() == "mine" and os.readlink(out / "o0/link") == "nowhere"
            and b"\xe1rea.txt" in os.listdir(os.fsencode(out / "o0")), "what others laid there is gone")
    require(not leftovers(out), f"temporaries stay: {leftovers(out)}")
    if not more:
        return
    # What cannot be taken out of the old folder fails the deck, before anything has changed, and until it is gone.
    (out / "o0/theirs").mkdir()
    (out / "o0/theirs/secret").write_text("theirs")
    before = tree(out)
    (work / "decks/o0/data.csv").write_text(DATA.format(9))
    for turn in range(2):
        done = run(lamina, jobs, "-o", out, **more)
        require(done.returncode == 1 and "cannot keep" in done.stderr and "o0/theirs`" in done.stderr, f"a folder of others: {done.stderr}")
        require(tree(out) == before and not leftovers(out), "a folder of others cost something")
    # Nor can another's file be taken out of a sticky folder.
    (out / "o0/theirs").chmod(0o1777)
    done = run(lamina, jobs, "-o", out, **more)
    require(done.returncode == 1 and "o0/theirs`" in done.stderr and tree(out) == before, f"a sticky folder of others: {done.stderr}")
    shutil.rmtree(out / "o0/theirs")
    require(run(lamina, jobs, "-o", out, **more).returncode == 0, "after a folder of others")


def check_surroundings(lamina, work):
    """A batch is the same whoever starts it, from wherever."""
    jobs, out, told = work / "mails.jsonl", work / "surroundings", work / "told"
    server = work / "curious.sh"
    inherited = os.open("/dev/null", os.O_RDONLY)
    server.write_text(f'#!/bin/sh\ncat >/dev/null; (ulimit -d; ulimit -f; [ -e /proc/$$/fd/{inherited} ] && echo open || echo closed) >> {told}\n')
    server.chmod(0o755)
    # Started by one that does not want to know of its children's ends, and has files open for others to inherit.
    done = run(lamina, "mails.jsonl", "-o", out, "--sendmail", "--sendmail-program", server, "--jobs", "1", cwd=work,
               pass_fds=[inherited], preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
    os.close(inherited)
    require(done.returncode == 0, f"where the ends of children are forgotten: {done.stderr}")
    usual = [str(size if size < 0 else size // unit).replace("-1", "unlimited") for size, unit in (
        (resource.getrlimit(resource.RLIMIT_DATA)[0], 1024), (resource.getrlimit(resource.RLIMIT_FSIZE)[0], 512))]
    heard = told.read_text().split() if told.exists() else []
    require(heard == (usual + ["closed"]) * 2, f"the mail server's program gets our limits or files: {heard}")
    done = run(lamina, "--status", out, cwd="/")
    require(done.returncode == 0, f"the status from another folder: {done.stderr}")
    done = run(lamina, jobs, "-o", out, "--sendmail", "--sendmail-program", server, "--log-format", "json", cwd="/")
    require(log(done)[-1]["skipped"] == 2, f"jobs named from another folder are made anew: {done.stdout}")


def check_mails(lamina, work):
    names = ["m0", "m1"]
    jobs, out, box = work / "mails.jsonl", work / "mails", work / "box"
    for name in names:
        make(work / "decks" / name)
    mails = "".join(json.dumps({"id": name, "deck": f"decks/{name}", "to": f"{name}@example.mx"}) + "\n" for name in names)
    jobs.write_text(mails)
    box.mkdir()
    server = work / "sendmail.sh"
    server.write_text(f'#!/bin/sh\n[ -e {work}/down ] && exit 75\ncat > {box}/$$.eml\n')
    server.chmod(0o755)
    words = [jobs, "-o", out, "--sendmail", "--sendmail-program", server, "--retries", "0"]
    (work / "down").touch()
    done = run(lamina, *words)
    require(done.returncode == 1 and not list(box.iterdir()), "a server that is away")
    require(len(list(out.glob("*/*.eml"))) == 2, "mails wait for their server")
    (work / "down").unlink()
    for turn in range(3):
        done = run(lamina, *words, *(["--force"] if turn == 2 else []))
        require(done.returncode == 0, f"mails: {done.stderr}")
        require(len(list(box.iterdir())) == 2, f"turn {turn}: {len(list(box.iterdir()))} mails were sent, not 2")
    # The memory is of the message: it stays whatever the job and its folder are called, and when its outputs go.
    jobs.write_text('{"id": "other", "deck": "decks/m0", "output": "elsewhere", "to": "m0@example.mx"}\n')
    require(run(lamina, *words, "--keep-days", "0").returncode == 0, "mails under other names")
    jobs.write_text(mails)
    require(run(lamina, *words).returncode == 0 and len(list(box.iterdir())) == 2, f"{len(list(box.iterdir()))} mails, not 2")
    # Where nobody knows whether the mail server took it, it goes again, and that is said.
    server.write_text("#!/bin/sh\nkill -SEGV $$\n")
    crashed = run(lamina, *words, "--resend")
    require(crashed.returncode == 1 and "ended by signal 11" in crashed.stderr, f"a server that crashes: {crashed.stderr}")
    # A refusal after that does not mend the doubt.
    server.write_text("#!/bin/sh\nexit 75\n")
    require(run(lamina, *words).returncode == 1, "a server that is away after a doubt")
    server.write_text(f'#!/bin/sh\ncat > {box}/$$.eml\n')
    again = run(lamina, *words)
    require(again.returncode == 0 and again.stderr.count("may have gone out twice") == 1, f"after a doubt: {again.stderr}")
    require(len(list(box.iterdir())) == 4 and not run(lamina, *words).stderr, "mails in doubt")
    # Two decks that agree in all but what they say: the one whose mail did not go out fails, also in the status of shards.
    make(work / "decks/m2"), edit(work / "decks/m2", "- heading: Ventas", "- heading: Otras")
    clash = work / "clash.jsonl"
    clash.write_text("".join(json.dumps({"id": name, "deck": f"decks/{name}", "to": "clash@example.mx"}) + "\n" for name in ("m0", "m2")))
    for index in (1, 0):
        done = run(lamina, clash, "-o", work / "clash", *words[3:], "--shard", f"{index}/2")
        require(done.returncode == 1 - index, f"a shard of mails: {done.stderr}")
    for more in (["--status", work / "clash"], [clash, "-o", work / "clash", *words[3:]]):
        done = run(lamina, *more)
        require(done.returncode == 1 and "deck “m0” failed" in done.stderr and "deck “m2” failed" not in done.stderr and "m2" in done.stderr,
                f"mails that clash: {done.stderr}")
    require(len(list(box.iterdir())) == 5, f"mails that clash: {len(list(box.iterdir()))}")
    sorted(box.iterdir(), key=lambda path: path.stat().st_mtime_ns)[-1].unlink()
    require({path.read_bytes() for path in box.iterdir()} == {path.read_bytes() for path in out.glob("*/*.eml")},
            "other mails were sent than are there")


def check_retention(lamina, work):
    for name in ("r0", "r1"):
        make(work / "decks" / name)
    jobs, out = work / "keep.jsonl", work / "keep"
    write_jobs(jobs, ["r0", "r1"])
    run(lamina, jobs, "-o", out)
    (out / "r1/notes.txt").write_text("mine")
    elsewhere = work / "elsewhere"
    elsewhere.mkdir()
    write_jobs(jobs, ["r0"])
    run(lamina, jobs, "-o", out, "--keep-days", "7")
    require((out / "r1/r1.pdf").exists(), "outputs went before their time")
    run(lamina, jobs, "-o", out, "--keep-days", "0")
    require([str(path.relative_to(out)) for path in (out / "r1").rglob("*")] == ["notes.txt"] or
            [path.name for path in (out / "r1").iterdir()] == ["notes.txt"], "what stays of outputs that are no more")
    require((out / "r0/r0.pdf").exists(), "the batch's own outputs went")
    # Through a link nothing is removed.
    write_jobs(jobs, ["r0", "r1"])
    run(lamina, jobs, "-o", out)
    (out / "r1").rename(elsewhere / "r1")
    (out / "r1").symlink_to(elsewhere / "r1")
    write_jobs(jobs, ["r0"])
    run(lamina, jobs, "-o", out, "--keep-days", "0")
    require((elsewhere / "r1/r1.pdf").exists(), "files behind a link were removed")


def main():
    lamina = os.path.realpath(sys.argv[1])
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    seed = random.randrange(1 << 30)
    with tempfile.TemporaryDirectory(prefix="lamina-batch-") as name:
        work = pathlib.Path(name)
        check_two_hundred(lamina, work)
        hits = check_kills(lamina, work, kills, random.Random(seed))
        check_signals(lamina, work)
        check_disks(lamina, work)
        check_shards(lamina, work)
        check_mails(lamina, work)
        check_others(lamina, work)
        check_surroundings(lamina, work)
        check_retention(lamina, work)
    if problems:
        print(f"{len(problems)} problems with batches (seed {seed})", file=sys.stderr)
        sys.exit(1)
    print(f"batches: 200 decks with 44 faults, {kills} kills ({hits} at work), signals, disks, shards, mails, retention hold")


main()
