#!/usr/bin/env python3
"""Checks that every word and number of the seed deck stands on its page of a rendered PDF.

Usage: seed_words.py PDF [SEED]    check the PDF; with a SEED also check that amia-words.txt is its list
       seed_words.py --list SEED   print the list that belongs into amia-words.txt

The list beside this script, amia-words.txt, is what counts, so the check needs no seed. It has a line
of page, count and word for each word of a page. Words are compared without the punctuation around
them, since a label may well lose its colon; case, accents and the seed's own oddities count.
"""
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

LIST = Path(__file__).with_name("amia-words.txt")
PAGES = 14
# Lines that look like the first of a page (a space before, no blank line above) but go on with one.
CONTINUATIONS = ("corresponden a la", "En 2023", "Crisis Económica", "3.6%")
# What Excel put under its map and into its legend: not the deck's, and wrong under a new map.
ARTEFACTS = ("© GeoNames, Microsoft, TomTom", "Con tecnología de Bing", "Serie1")
FORBIDDEN = ("GeoNames", "TomTom", "Bing", "Serie1")
# Labels that the extraction glued together.
GLUED = {"ChihuahuaSonora": "Chihuahua Sonora", "80%1,374,055": "80% 1,374,055"}
# Below this a word is too likely to be found inside another one.
SHORTEST_PART = 4


def normal(text):
    """One form for ligatures, accents and the kinds of spaces; no soft hyphens."""
    return unicodedata.normalize("NFKC", text).replace("\u00ad", "")


def words(text):
    """The words of a text without the punctuation around them; a percent sign is part of a word."""
    stripped = (re.sub(r"^[^\w%]+|[^\w%]+$", "", word) for word in text.split())
    return [word for word in stripped if word]


def seed_pages(path):
    """The seed's pages. A line that begins with a space right under a full line starts one."""
    text = normal(Path(path).read_text(encoding="utf-8"))
    for glued, apart in GLUED.items():
        text = text.replace(glued, apart)
    pages, above = [], "full"
    for line in text.split("\n"):
        starts = line.startswith(" ") and above.strip() and line.strip()
        if starts and not line.strip().startswith(CONTINUATIONS):
            pages.append([])
        if line.strip() not in ARTEFACTS:
            pages[-1].append(line)
        above = line
    if len(pages) != PAGES:
        sys.exit(f"words: {path} falls into {len(pages)} pages, not {PAGES}")
    return [Counter(words("\n".join(lines))) for lines in pages]


def as_list(pages):
    return "".join(
        f"{number}\t{count}\t{word}\n"
        for number, page in enumerate(pages, start=1)
        for word, count in page.items()
    )


def listed_pages():
    pages = [Counter() for _ in range(PAGES)]
    for line in LIST.read_text(encoding="utf-8").splitlines():
        number, count, word = line.split("\t")
        pages[int(number) - 1][word] = int(count)
    return pages


def pdf_pages(path, *order):
    """The text of each page, without the lines that run through most of the deck, as footers do."""
    try:
        text = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", *order, path, "-"],
            check=True, capture_output=True, text=True, encoding="utf-8",
        ).stdout
    except FileNotFoundError:
        sys.exit("words: pdftotext is missing (Debian package poppler-utils)")
    except subprocess.CalledProcessError as error:
        sys.exit(f"words: pdftotext cannot read {path}: {error.stderr.strip()}")
    pages = [normal(page).split("\n") for page in text.split("\f")[:-1]]
    # A footer may hold the page number, so lines are compared with their figures made alike.
    running = Counter(shape for page in pages for shape in {figureless(line) for line in page})
    return [
        "\n".join(line for line in page if running[figureless(line)] <= len(pages) / 2)
        for page in pages
    ]


def figureless(line):
    """A line of words with `#` for each figure; a line of figures alone stays as it is."""
    return re.sub(r"\d+", "#", line) if re.search(r"[^\W\d_]", line) else line


def shortfalls(wanted, texts):
    """What a page lacks in each of its texts, as (word, found, wanted)."""
    found = [Counter(words(text)) for text in texts]
    # A figure may be set with tracking and a word may break after its hyphen, which pdftotext then
    # takes out: the parts still follow each other.
    joined = ["".join(text.split()) for text in texts]
    for word, count in wanted.items():
        here = max(page[word] for page in found)
        if here < count and len(word) >= SHORTEST_PART:
            forms = {word, word.replace("-", "")}
            here = max(here, *(text.count(form) for text in joined for form in forms))
        if here < count:
            yield word, here, count


def main():
    arguments = sys.argv[1:]
    if len(arguments) == 2 and arguments[0] == "--list":
        sys.stdout.write(as_list(seed_pages(arguments[1])))
        return
    if len(arguments) not in (1, 2) or arguments[0].startswith("-"):
        sys.exit(__doc__)
    seed = arguments[1] if len(arguments) == 2 and Path(arguments[1]).exists() else None
    if not LIST.exists() and seed is None:
        print(f"words: skipped, there is neither a seed nor {LIST.name}")
        return
    wanted = listed_pages() if LIST.exists() else seed_pages(seed)
    faults = []
    if seed is None:
        print(f"words: no seed here, so {LIST.name} is taken as it is")
    elif wanted != seed_pages(seed):
        faults.append(f"{LIST.name} is not the list of {seed}: make it anew with --list")

    # Once in reading order and once as drawn: a label on two lines is whole in at least one of them.
    pages = list(zip(pdf_pages(arguments[0]), pdf_pages(arguments[0], "-raw")))
    if len(pages) != PAGES:
        faults.append(f"the PDF has {len(pages)} pages, the seed {PAGES}")
    for number, (page, texts) in enumerate(zip(wanted, pages), start=1):
        faults += [
            f"page {number}: “{word}” stands there {here} times, in the seed {count}"
            for word, here, count in shortfalls(page, texts)
        ]
        faults += [
            f"page {number}: “{word}” is a leftover of the original's Excel map"
            for word in FORBIDDEN
            if word in texts[0]
        ]
    for fault in faults:
        print(f"words: {fault}", file=sys.stderr)
    if faults:
        sys.exit(1)
    print(f"words: all {sum(page.total() for page in wanted)} of the seed on {PAGES} pages")


main()
