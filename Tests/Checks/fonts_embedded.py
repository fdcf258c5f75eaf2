#!/usr/bin/env python3
"""Checks that every font of a PDF is embedded as a subset with a map back to Unicode.

Usage: fonts_embedded.py PDF
"""
import re
import subprocess
import sys

# The last columns of a line of pdffonts: emb, sub, uni, object number, generation.
FLAGS = re.compile(r"^(?P<name>.*?)\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$")
WANTED = ("embedded", "a subset", "mapped to Unicode")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        listing = subprocess.run(
            ["pdffonts", sys.argv[1]], check=True, capture_output=True, text=True, encoding="utf-8"
        ).stdout
    except FileNotFoundError:
        sys.exit("fonts: pdffonts is missing (Debian package poppler-utils)")
    except subprocess.CalledProcessError as error:
        sys.exit(f"fonts: pdffonts cannot read {sys.argv[1]}: {error.stderr.strip()}")

    lines = listing.splitlines()[2:]  # below the heading and its rule
    faults = [] if lines else ["the document has no font at all: is its text drawn as outlines?"]
    for line in lines:
        match = FLAGS.match(line)
        if match is None:
            faults.append(f"cannot understand this line of pdffonts: {line}")
            continue
        lacking = [word for word, flag in zip(WANTED, match.groups()[1:]) if flag == "no"]
        if lacking:
            faults.append(f"{' '.join(match['name'].split())}: not {', not '.join(lacking)}")
    for fault in faults:
        print(f"fonts: {fault}", file=sys.stderr)
    if faults:
        sys.exit(1)
    print(f"fonts: all {len(lines)} embedded as subsets")


main()
