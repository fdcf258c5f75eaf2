"""Makes the workbooks of the tests: python3 -m venv v && v/bin/pip install openpyxl==3.1.5 xlsxwriter==3.3.1 && v/bin/python make.py"""

import datetime
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = Path(__file__).parent


def ventas():
    """Titles above the names, all kinds of cells, merged ones, and coloured empty rows below."""
    book = Workbook()
    sheet = book.active
    sheet.title = "2024"
    sheet["A1"] = "Ventas de vehículos ligeros"
    sheet.merge_cells("A1:F1")
    sheet["B2"] = "=1/0"
    sheet.append([])
    rows = [
        ["Marca", "Unidades", "Parte", "Fecha", "Corte", "Nacional", "Nota"],
        ["Citroën", 1234567, 0.142, datetime.date(2024, 6, 30), datetime.datetime(2024, 6, 30, 14, 30), True, "n.d."],
        [CellRichText("Gene", TextBlock(InlineFont(b=True), "ral")), -5, 12, datetime.date(1900, 2, 28), datetime.datetime(2024, 7, 1), False, " x "],
        [None, 0, 0.1 + 0.2, datetime.date(1900, 3, 1), datetime.time(8, 5, 9), None, 2024],
    ]
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)
    for number in range(4, 7):
        sheet.cell(number, 4).number_format = "dd/mm/yyyy"
    sheet.merge_cells("A5:A6")
    for number in range(7, 12):
        sheet.cell(number, 1).fill = PatternFill("solid", fgColor="EEEEEE")
    notes = book.create_sheet("Notas")
    notes.append(["nota"])
    notes.append(["una"])
    book.save(HERE / "ventas.xlsx")


def mac():
    """A workbook that counts days from 1904, with one sheet."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["fecha"])
    for day in [datetime.date(1904, 1, 1), datetime.date(1904, 2, 29), datetime.date(2024, 6, 30)]:
        book.active.append([day])
    book.save(HERE / "mac.xlsx")


def computed():
    """Shared texts, formulas with results, formats by number and by code, as Excel writes them."""
    book = xlsxwriter.Workbook(HERE / "computed.xlsx")
    book.set_properties({"created": datetime.datetime(2024, 7, 15)})
    sheet = book.add_worksheet("Ventas, 2024")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": 14})
    money = book.add_format({"num_format": '"$"#,##0.00;[Red]-"$"#,##0.00'})
    sheet.write_row("A1", ["marca", "fecha", "importe", "doble", "texto"])
    for number, name in enumerate(["Seat", "Kia", "Seat"], start=2):
        sheet.write(f"A{number}", name)
        sheet.write(f"B{number}", datetime.date(2024, number, 28), day)
        sheet.write(f"C{number}", number * 1.5, money)
        sheet.write_formula(f"D{number}", f"=C{number}*2", money, number * 3)
        sheet.write_formula(f"E{number}", f'=A{number}&" & más"', None, f"{name} & más")
    sheet.write_rich_string("A5", "ri", bold, "co")
    sheet.write_formula("C5", "=NA()", None, "#N/A")
    book.close()


ventas()
mac()
computed()
