#!/usr/bin/env python3
"""Sums INEGI's sales of light vehicles by month and brand into data/ventas.csv.

Usage: lamina import raiavl FILES… -o DIR && recipe.py DIR/ventas.csv > data/ventas.csv

The year before the first one has a row a month without a figure, so that its growth is known to be
missing rather than forgotten.
"""
import csv
import sys
from collections import defaultdict

units, status, vintages = defaultdict(int), {}, set()
rank = ["preliminary", "revised", "official"]
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        key = row["month"], row["brand"]
        units[key] += int(row["units"])
        # A sum is as sure as the least sure of its parts.
        status[key] = min(status.get(key, "official"), row["status"], key=rank.index)
writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["month", "brand", "units", "status", "source"])
first = int(min(month for month, _ in units)[:4])
for month in range(1, 13):
    writer.writerow([f"{first - 1}-{month:02}", "", "", "missing", ""])
for (month, brand), count in sorted(units.items()):
    writer.writerow([month, brand, count, status[month, brand], "INEGI, RAIAVL"])
