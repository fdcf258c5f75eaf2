#!/usr/bin/env python3
"""Sums INEGI's sales of hybrid and electric cars from January to October 2021 by state.

Usage: lamina import raiavl RAIAVL_11.csv -o DIR && recipe.py DIR/hibridos.csv > data/estados.csv
"""
import csv
import sys

# Everyday names, as maps have them.
SHORT = {
    "Coahuila de Zaragoza": "Coahuila",
    "México": "Estado de México",
    "Michoacán de Ocampo": "Michoacán",
    "Querétaro de Arteaga": "Querétaro",
    "Querétaro de Árteaga": "Querétaro",
    "Veracruz de Ignacio de la Llave": "Veracruz",
}
columns = ["electric", "plug_in_hybrid", "hybrid"]
sums, names = {}, {}
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        code = row["state_code"]
        if "2021-01" <= row["month"] <= "2021-10" and "01" <= code <= "32":
            names[code] = SHORT.get(row["state"], row["state"])
            counts = sums.setdefault(code, [0, 0, 0])
            for index, column in enumerate(columns):
                counts[index] += int(row[column] or 0)
writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["period", "state_code", "state"] + columns + ["units", "status", "source"])
for code in sorted(sums):
    counts = sums[code]
    writer.writerow(
        ["2021-01/2021-10", code, names[code], *counts, sum(counts), "derived", "INEGI, RAIAVL"])
