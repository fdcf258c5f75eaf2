#!/usr/bin/env python3
"""Checks that no word of a PDF lies on another word or leaves its page.

Usage: no_overlap.py PDF [TOLERANCE]

TOLERANCE is in points (default 0.5): how far two words may reach into each other both ways.
"""
import html
import re
import subprocess
import sys

NUMBER = r'"(-?[\d.]+)"'
PAGE = re.compile(rf"<page width={NUMBER} height={NUMBER}")
WORD = re.compile(rf"<word xMin={NUMBER} yMin={NUMBER} xMax={NUMBER} yMax={NUMBER}>(.*?)</word>")
# pdftotext gives a word its font's ascent and descent, though most ink lies between cap height and
# baseline. Inter has 0.20 of that height above its capitals and 0.20 under the baseline.
ABOVE_CAPITALS = 0.20
BELOW_BASELINE = 0.20


class Word:
    def __init__(self, text, left, top, right, bottom):
        height = bottom - top
        self.text = text
        self.left, self.right = left, right
        self.top = top + ABOVE_CAPITALS * height
        self.bottom = bottom - BELOW_BASELINE * height

    def __str__(self):
        return f"“{self.text}” at {self.left:.1f}, {self.bottom:.1f}"

    def overlap(self, other):
        """How far the two reach into each other: the smaller of both ways, negative if apart."""
        return min(
            min(self.right, other.right) - max(self.left, other.left),
            min(self.bottom, other.bottom) - max(self.top, other.top),
        )

    def doubles(self, other):
        """Whether the other is this word once more in its place, as a halo is drawn."""
        return self.text == other.text and all(
            abs(a - b) < 1
            for a, b in ((self.left, other.left), (self.top, other.top), (self.right, other.right))
        )


def pages(path):
    """The pages of a PDF, each as its width, its height and its words."""
    try:
        boxes = subprocess.run(
            ["pdftotext", "-bbox", path, "-"],
            check=True, capture_output=True, text=True, encoding="utf-8",
        ).stdout
    except FileNotFoundError:
        sys.exit("overlap: pdftotext is missing (Debian package poppler-utils)")
    except subprocess.CalledProcessError as error:
        sys.exit(f"overlap: pdftotext cannot read {path}: {error.stderr.strip()}")
    for block in boxes.split("</page>")[:-1]:
        width, height = map(float, PAGE.search(block).groups())
        words = [
            Word(html.unescape(text), *map(float, box)) for *box, text in WORD.findall(block)
        ]
        yield width, height, words


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    try:
        tolerance = float(sys.argv[2]) if len(sys.argv) == 3 else 0.5
    except ValueError:
        sys.exit(__doc__)
    faults = []
    count = number = 0
    for number, (width, height, words) in enumerate(pages(sys.argv[1]), start=1):
        count += len(words)
        for index, word in enumerate(words):
            if word.left < 0 or word.right > width or word.top < 0 or word.bottom > height:
                faults.append(f"page {number}: {word} leaves the page")
            for other in words[index + 1 :]:
                depth = word.overlap(other)
                if depth > tolerance and not word.doubles(other):
                    faults.append(f"page {number}: {word} and {other} overlap by {depth:.1f} pt")
    if count == 0:
        faults.append("there is no word in the document")
    for fault in faults:
        print(f"overlap: {fault}", file=sys.stderr)
    if faults:
        sys.exit(1)
    print(f"overlap: none among {count} words on {number} pages")


main()
