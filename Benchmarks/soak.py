#!/usr/bin/env python3
"""Renders many decks in one worker of `lamina batch`, and looks at what the worker holds.

Usage: soak.py LAMINA [DECKS]

Prints memory, open files and child processes of the worker along the way (it must be flat: within 5 % after the first 50 decks), how
many decks a core makes in a second, and what a deck costs by its slides, marks and rows, and a batch by its decks. Ends with 1 where something grows.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HEAD = """\
title: "Ventas {number}"
language: es-MX
period: 2024-S1
tables:
  ventas: {{file: data.csv, columns: {{unidades: integer, x: number}}}}
values:
  total: SELECT sum(unidades), 'derived' AS status FROM ventas
slides:
"""
BARS = """\
  - id: barras-{slide}
    title: VENTAS DEL SEMESTRE
    subtitle: "{{{{total}}}} unidades"
    body:
      chart:
        mark: bar
        data: SELECT marca, unidades, status FROM ventas ORDER BY unidades DESC LIMIT 10
        x: {{field: unidades, format: ","}}
        y: marca
    source: "Fuente: INEGI."
"""
LINES = """\
  - id: puntos-{slide}
    title: PUNTOS
    body:
      chart:
        mark: point
        data: SELECT x, unidades FROM ventas LIMIT {marks}
        x: {{field: x, format: ","}}
        y: {{field: unidades, format: ","}}
    source: "Fuente: INEGI."
"""


def make(folder, number, slides=2, rows=20, marks=0):
    folder.mkdir(parents=True, exist_ok=True)
    pages = "".join(BARS.format(slide=slide) for slide in range(slides))
    if marks:
        pages = LINES.format(slide=0, marks=marks)
    (folder / "deck.yaml").write_text(HEAD.format(number=number) + pages)
    lines = [f"Marca {row},{(row * 7919 + number * 31) % 90000 + 10000},{row * 0.37 % 1000:.3f},official" for row in range(rows)]
    (folder / "data.csv").write_text("marca,unidades,x,status\n" + "\n".join(lines) + "\n")


class Worker:
    """A worker of `lamina batch`, as that starts it."""

    def __init__(self, lamina, out, *words):
        (out / ".lamina").mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            [lamina, "worker", "--output", out, "--fingerprint", "soak", "--parent", str(os.getpid()), "--threads", "1", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={"PATH": os.environ["PATH"]})

    def make(self, job, deck):
        self.process.stdin.write(json.dumps({"id": job, "deck": str(deck), "output": job, "period": None, "set": {}, "to": []}) + "\n")
        self.process.stdin.flush()
        report = json.loads(self.process.stdout.readline())
        if report["status"] != "rendered":
            sys.exit(f"{job}: {report}")
        return report["seconds"]

    @property
    def megabytes(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/statm").read_text().split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    @property
    def files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    @property
    def children(self):
        return len(pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def soak(lamina, work, count):
    faults = []
    worker = Worker(lamina, work / "out")
    print(f"| decks | MB | open files | children | ms a deck |\n|---|---|---|---|---|")
    marks, seconds, start = {}, [], time.monotonic()
    for number in range(1, count + 1):
        deck = work / "decks" / str(number)
        make(deck, number)
        seconds.append(worker.make(f"d{number}", deck))
        if number in (1, 10, 50) or number % max(1, count // 5) == 0:
            marks[number] = (worker.megabytes, worker.files, worker.children)
            recent = statistics.median(seconds[-50:]) * 1000
            print(f"| {number} | {marks[number][0]:.1f} | {marks[number][1]} | {marks[number][2]} | {recent:.1f} |", flush=True)
    worker.end()
    base = marks[50] if 50 in marks else marks[max(marks)]
    for number, (megabytes, files, children) in marks.items():
        if number > 50 and megabytes > base[0] * 1.05:
            faults.append(f"after {number} decks the worker holds {megabytes:.1f} MB, after 50 it held {base[0]:.1f}")
        if number > 50 and (files > base[1] or children):
            faults.append(f"after {number} decks there are {files} open files and {children} children")
    print(f"\n{count / sum(seconds):.1f} decks a second on one core (PDF, PNG, two slides)\n")
    return faults


def costs(lamina, work):
    """What one more slide, mark and row costs: medians of some runs in one worker, milliseconds."""
    worker = Worker(lamina, work / "costs", "--force")
    tables = [
        ("slides", [1, 10, 100], lambda n: {"slides": n}),
        ("marks", [100, 1000, 10000], lambda n: {"rows": n, "marks": n}),
        ("rows", [1000, 10000, 100000, 1000000], lambda n: {"slides": 1, "rows": n}),
    ]
    for name, sizes, options in tables:
        print(f"| {name} | " + " | ".join(f"{size:,}" for size in sizes) + " |\n|---|" + "---|" * len(sizes))
        cells = []
        for size in sizes:
            deck = work / "decks" / f"{name}-{size}"
            make(deck, 1, **options(size))
            runs = 3 if size >= 100000 else 5
            milliseconds = statistics.median(worker.make(f"{name}-{size}", deck) for _ in range(runs)) * 1000
            cells.append(f"{milliseconds:,.1f}")
        print("| ms | " + " | ".join(cells) + " |\n", flush=True)
    worker.end()


def batches(lamina, work):
    """What a whole batch costs by its decks, made and skipped, with as many workers as processors."""
    print("| decks | s, made | s, skipped | decks a second |\n|---|---|---|---|")
    for count in (10, 100, 1000):
        jobs = work / f"jobs-{count}.jsonl"
        lines = []
        for number in range(1, count + 1):
            deck = work / "decks" / str(number)
            if not deck.exists():
                make(deck, number)
            lines.append(json.dumps({"id": f"d{number}", "deck": str(deck)}))
        jobs.write_text("\n".join(lines) + "\n")
        times = []
        for _ in range(2):
            start = time.monotonic()
            subprocess.run([lamina, "batch", jobs, "-o", work / f"batch-{count}"], check=True)
            times.append(time.monotonic() - start)
        print(f"| {count:,} | {times[0]:.2f} | {times[1]:.2f} | {count / times[0]:.1f} |", flush=True)
    # The same hundred, a process each, as many at a time: what a loop over `render` costs.
    decks = "\0".join(str(number) for number in range(1, 101))
    start = time.monotonic()
    subprocess.run(["xargs", "-0", "-P", str(os.cpu_count()), "-I", "{}", lamina, "render", f"{work}/decks/{{}}", "-o",
                    f"{work}/loop/{{}}", "--threads", "1", "--quiet"], input=decks, text=True, check=True)
    print(f"\n100 decks by `xargs -P {os.cpu_count()} lamina render`: {time.monotonic() - start:.2f} s\n")


def main():
    lamina = os.path.realpath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory(prefix="lamina-soak-") as name:
        work = pathlib.Path(name)
        faults = soak(lamina, work, count)
        costs(lamina, work)
        batches(lamina, work)
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
