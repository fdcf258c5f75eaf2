"""Makes the workbooks that hold what figures.csv does: python3 -m venv v && v/bin/pip install openpyxl==3.1.5 && v/bin/python make.py; needs LibreOffice (Debian: libreoffice-calc)"""

import csv
import datetime
import subprocess
import tempfile
from pathlib import Path

from openpyxl import Workbook

HERE = Path(__file__).parent
FIGURES = {"units", "price", "year"}


def value(name, text):
    """The cell as somebody types it who fills in a sheet."""
    if not text:
        return None
    if name in FIGURES:
        return float(text) if "." in text or "e" in text else int(text)
    if name == "share":
        return round(float(text[:-1]) / 100, 6)
    return datetime.date.fromisoformat(text) if name == "day" else text


def openpyxl():
    book = Workbook()
    with open(HERE / "figures.csv", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        names = next(rows)
        book.active.append(names)
        for row in rows:
            book.active.append([value(name, text) for name, text in zip(names, row)])
    for cell in book.active["E"][1:]:
        cell.number_format = "0.0%"
    book.save(HERE / "figures-openpyxl.xlsx")


def libreoffice():
    # Comma, quotes, UTF-8, from line 1; codes, months, brands and notes as texts (2), other columns as
    # LibreOffice sees them (1); English, quoted cells as texts, days and percents detected.
    columns = "/".join(f"{number}/{2 if number in (1, 2, 3, 9, 10) else 1}" for number in range(1, 11))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", f"--infilter=CSV:44,34,76,1,{columns},1033,false,true",
             "--convert-to", "xlsx", "--outdir", folder, HERE / "figures.csv"],
            check=True, capture_output=True)
        (HERE / "figures-libreoffice.xlsx").write_bytes(Path(folder, "figures.xlsx").read_bytes())


openpyxl()
libreoffice()
