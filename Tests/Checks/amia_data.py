#!/usr/bin/env python3
"""Checks the tables of the AMIA deck: their form, their statuses and whether their figures agree.

Usage: amia_data.py

Compares them with the maps and with the researched facts too, where these are at hand.
"""
import csv
import io
import json
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DECK = ROOT / "Decks/amia"
FACTS = ROOT.parent / "shared/facts/deck-facts.md"
MAPS = (ROOT / "Maps", ROOT.parent / "shared/maps")

# Each table's columns; `=` marks those that are empty exactly when the row's status is missing.
TABLES = {
    "plants": "n kind =company =label =label_row =state_code status source confidence note",
    "plant_labels": "id state_code city =brand vehicles engines transmissions lon lat"
    " status source",
    "plant_states": "state_code state",
    "plant_kpis": "period key =value label status source",
    "motor": "period key value text unit status source",
    "trade_balance": "key year =value_mdd status source note",
    "export_sectors": "period key label role =value_mdd edition status source note",
    "production_exports": "year series =units =precision status source note",
    "he_monthly": "month =units status source note",
    "he_states": "period state_code name =label =share_pct status source",
    "he_range": "period bound =units state_code status source note",
    "he_mix": "period key label =share_pct status source",
    "he_participation": "month =share_pct status source",
    "ev_production": "model period period_label =units status source note",
    "ev_totals": "period key label =units status source",
    "results": "period measure label =units =growth_pct status source",
    "sales_before": "period =units status source note",
    "export_destinations": "period rank country iso3 =units share_pct status source",
    "export_regions": "period region name =share_pct status source",
    "export_region_countries": "iso3 region",
    "regions_north_america": "iso3 name",
}
STATUSES = {"official", "revised", "preliminary", "derived", "estimated", "missing"}
NUMERIC = set(
    "n label_row id vehicles engines transmissions lon lat value value_mdd year units"
    " precision share_pct growth_pct rank".split()
)
FIGURES = ("value", "value_mdd", "units")
# The city labels in the order of the seed, with its spelling.
LABELS = (
    "Hermosillo|Tecate|Chihuahua|Saltillo|Ramos Arizpe|Pesquería|San Luís Potosí|San Luís Potosí|"
    "Silao|Celaya|Irapuato|Salamanca|Apaseo el Grande|Guanajuato|Puebla|San José Chiapa|Cuautitlán|"
    "Toluca|Toluca|Civac|El Salto|Aguascalientes 1 y 2|Aguascalientes|Pesquería"
).split("|")
KINDS = {"vehicle": "vehicles", "engine": "engines", "transmission": "transmissions"}
# Greenland is drawn neutral, as is Saint Pierre and Miquelon: neither is Norteamérica as AMIA counts.
NEUTRAL = {"GRL", "SPM"}

faults = []


def expect(holds, message):
    if not holds:
        faults.append(message)


def expect_equal(what, found, wanted):
    """Says only where two sets or two lists differ, since both may be long."""
    if isinstance(found, set):
        expect(found <= wanted, f"{what}: {sorted(found - wanted)} should not be there")
        expect(wanted <= found, f"{what}: {sorted(wanted - found)} should be there")
    elif isinstance(found, list) and len(found) == len(wanted):
        for one, other in zip(found, wanted):
            expect(one == other, f"{what}: {one}, not {other}")
    else:
        expect(found == wanted, f"{what}: {found}, not {wanted}")


def number(text):
    value = float(text)
    return int(value) if value.is_integer() else value


# MARK: - Form

def read(name, columns):
    """One table as dictionaries, after looking at every byte of its form."""
    path = DECK / f"data/{name}.csv"
    raw = path.read_bytes()
    expect(not raw.startswith(b"\xef\xbb\xbf"), f"{name}: begins with a byte order mark")
    expect(b"\r" not in raw, f"{name}: has a carriage return")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))
    again = io.StringIO()
    csv.writer(again, lineterminator="\n").writerows(lines)
    expect(again.getvalue().encode() == raw, f"{name}: quoting or line ends are not the plain ones")
    header = [column.lstrip("=") for column in columns.split()]
    expect_equal(f"{name}: columns", lines[0], header)
    rows = []
    for index, line in enumerate(lines[1:], start=2):
        where = f"{name}.csv:{index}"
        if len(line) != len(lines[0]):
            faults.append(f"{where}: {len(line)} fields, not {len(lines[0])}")
            continue
        row = dict(zip(lines[0], line))
        for column, field in row.items():
            expect(field == field.strip(), f"{where}: spaces around {column}")
            if column in NUMERIC and field:
                expect(
                    re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", field),
                    f"{where}: {column} is no plain number: {field}",
                )
        if "status" in row:
            status = row["status"]
            expect(status in STATUSES, f"{where}: unknown status {status}")
            expect(row["source"] or status == "missing", f"{where}: no source")
            for column in (c[1:] for c in columns.split() if c.startswith("=")):
                expect(
                    (row[column] == "") == (status == "missing"),
                    f"{where}: {column} is “{row[column]}” though the status is {status}",
                )
        rows.append(row)
    return rows


def unique(table, *columns):
    for key, count in Counter(tuple(row[c] for c in columns) for row in data[table]).items():
        expect(count == 1, f"{table}: {' '.join(key)} stands there {count} times")


def look_up(table, column, **key):
    """The value of a column in the one row that has the key."""
    rows = [row for row in data[table] if all(row[k] == v for k, v in key.items())]
    if len(rows) != 1 or not rows[0][column]:
        faults.append(f"{table}: no single {column} for {key}")
        return float("nan")
    return number(rows[0][column])


# MARK: - What must hold inside the tables

def check_each_figure_once():
    places = {}
    for name, rows in data.items():
        for row in rows:
            for column in FIGURES:
                if row.get(column) and number(row[column]) >= 1000:
                    places.setdefault(number(row[column]), []).append(name)
    for figure, names in places.items():
        expect(len(names) == 1, f"{figure} stands in {' and '.join(names)}")


def check_sources_are_listed():
    readme = (DECK / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"\bS\d+\b", readme))
    for name, rows in data.items():
        for row in rows:
            cited = set(re.findall(r"\bS\d+\b", row.get("source", "") + " " + row.get("note", "")))
            for key in sorted(cited - listed):
                faults.append(f"{name}: the README does not say what {key} is")


def check_plants():
    labels, plants = data["plant_labels"], data["plants"]
    states = {row["state_code"] for row in data["plant_states"]}
    unique("plants", "n"), unique("plant_labels", "id"), unique("plant_states", "state_code")
    expect_equal("city labels", [row["city"] for row in labels], LABELS)
    expect_equal("label ids", [row["id"] for row in labels], [str(n) for n in range(1, 25)])
    of_kind = Counter(row["kind"] for row in plants)
    for key, count in (
        ("plants", len(plants)), ("vehicles", of_kind["vehicle"]), ("engines", of_kind["engine"]),
        ("transmissions", of_kind["transmission"]), ("states", len(states)),
    ):
        expect_equal(f"plant_kpis {key}", look_up("plant_kpis", "value", key=key), count)
    for label in labels:
        here = [row for row in plants if row["label_row"] == label["id"]]
        counted = Counter(KINDS[row["kind"]] for row in here)
        what = f"label {label['id']} {label['city']}"
        for column in KINDS.values():
            expect_equal(f"{what}: {column}", int(label[column]), counted[column])
        for row in here:
            expect_equal(f"{what}: brand", label["brand"], row["company"])
            expect_equal(f"{what}: plant's label", row["label"], label["city"])
            expect_equal(f"{what}: plant's state", row["state_code"], label["state_code"])
        weakest = "estimated" if any(row["status"] == "estimated" for row in here) else "official"
        expect_equal(f"{what}: status", label["status"], weakest if here else "missing")
    expect_equal("states with labels", states, {row["state_code"] for row in labels})


def check_series():
    unique("production_exports", "year", "series")
    expect_equal(
        "years of production and exports",
        {(row["year"], row["series"]) for row in data["production_exports"]},
        {(str(year), series) for year in range(2005, 2023) for series in ("production", "exports")},
    )
    months = [f"2023-{m:02}" for m in range(6, 13)] + [f"2024-{m:02}" for m in range(1, 7)]
    expect_equal("months", [row["month"] for row in data["he_monthly"]], months)
    expect_equal(
        "state codes", [row["state_code"] for row in data["he_states"]],
        [f"{code:02}" for code in range(1, 33)],
    )


def check_identities():
    """The arithmetic of the facts, section 5, by its numbers there."""
    ev = {(row["model"], row["period"]): number(row["units"]) for row in data["ev_production"]}
    total = {row["key"]: number(row["units"]) for row in data["ev_totals"]}
    in_period = lambda period: sum(units for (_, p), units in ev.items() if p == period)
    expect_equal("3: electric cars of 2023", in_period("2023"), total["year"])
    expect_equal("4: electric cars of 2024-S1", in_period("2024-S1"), total["half"])
    expect_equal("5: all electric cars", sum(ev.values()), total["all"])

    def result(period, measure, column="units"):
        return look_up("results", column, period=period, measure=measure)

    exports = result("2024-S1", "exports")
    units = {row["country"]: number(row["units"]) for row in data["export_destinations"]}
    share = {row["region"]: number(row["share_pct"]) for row in data["export_regions"]}
    percent = lambda part, whole: 100 * part / whole
    usa = look_up("export_destinations", "share_pct", iso3="USA")
    expect_equal("7: share of the USA", round(percent(units["Estados Unidos"], exports)), usa)
    north = units["Estados Unidos"] + units["Canadá"]
    expect_equal("8: Norteamérica", round(percent(north, exports), 1), share["norteamerica"])
    unspecified = round(percent(units["No Especificado"], exports), 1)
    expect_equal("9: No Especificado", unspecified, share["no_especificado"])
    expect_equal("10: sum of all regions", round(sum(share.values()), 1), 100.1)
    for what, countries, region in (
        ("11", ("Alemania", "Reino Unido"), "europa"),
        ("12", ("Brasil", "Colombia", "Puerto Rico", "Chile"), "latinoamerica"),
        ("13", ("Emiratos Árabes Unidos",), "asia"),
    ):
        part = percent(sum(units[country] for country in countries), exports)
        expect(part <= share[region] + 0.05, f"{what}: {region} is less than its countries")
    ranked = list(units.values())
    expect_equal("14: sum of the ten bars", sum(ranked), 1646967)
    expect(ranked == sorted(ranked, reverse=True), "15: destinations are not in descending order")
    expect_equal("15: ranks", [row["rank"] for row in data["export_destinations"]],
                 [str(n) for n in range(1, 11)])

    for what, series in (("17", "production"), ("18", "exports")):
        before = look_up("production_exports", "units", year="2022", series=series)
        growth = round(percent(result("2023", series) - before, before), 1)
        expect_equal(f"{what}: growth of {series}", growth, result("2023", series, "growth_pct"))
    expect_equal(
        "23: exports of production", round(percent(result("2023", "exports"),
                                                   result("2023", "production")), 1), 87.3)
    expect_equal("25: mix", sum(number(row["share_pct"]) for row in data["he_mix"]), 100)
    states = [number(row["share_pct"]) for row in data["he_states"] if row["share_pct"]]
    expect_equal("26: five states", round(sum(states), 1), 63.4)
    expect_equal("26: number of known states", len(states), 5)
    top = max((row for row in data["he_states"] if row["share_pct"]),
              key=lambda row: number(row["share_pct"]))
    expect_equal("27: state of the maximum", next(
        row["state_code"] for row in data["he_range"] if row["bound"] == "max"), top["state_code"])
    june = look_up("he_monthly", "units", month="2024-06")
    sales = june / (look_up("he_participation", "share_pct", month="2024-06") / 100)
    expect(121509 <= sales <= 122947, f"28: sales of June 2024 come out at {sales:.0f}")

    value = lambda table, key: look_up(table, "value_mdd", key=key)
    balance = look_up("trade_balance", "value_mdd", key="automotive_balance", year="2023")
    auto, everything = value("export_sectors", "automotive"), value("export_sectors", "total")
    expect_equal("31: automotive share of exports", round(percent(auto, everything)),
                 look_up("motor", "value", key="export_share"))
    both = value("trade_balance", "remittances_income") + value(
        "trade_balance", "tourism_income_visitors")
    expect_equal("32: remittances and tourism", both, 94122)
    expect(both < balance, "32: the surplus is not above remittances and tourism")
    before = look_up("trade_balance", "value_mdd", key="automotive_balance", year="2022")
    expect_equal("33: growth of the surplus", round(percent(balance - before, before), 1), 9.4)
    imports = look_up("trade_balance", "value_mdd", key="automotive_imports", year="2023")
    expect_equal("exports less imports", auto - imports, balance)
    # The published figures are rounded one by one, so sums may differ in the last digit.
    parts = sum(number(r["value_mdd"]) for r in data["export_sectors"] if r["role"] == "part")
    expect(abs(parts - everything) < 0.15, f"the sectors sum to {parts:.1f}, not {everything}")
    without_oil = everything - value("export_sectors", "oil")
    expect(abs(without_oil - value("export_sectors", "non_oil")) < 0.15,
           f"exports less oil are {without_oil:.1f}")


# MARK: - What must hold against the maps

def features(name):
    for folder in MAPS:
        if (folder / name).exists():
            return json.loads((folder / name).read_text(encoding="utf-8"))["features"]
    print(f"data: {name} is not at hand, so nothing is compared with it")
    return None


def inside(longitude, latitude, rings):
    """The even-odd rule over the rings of a polygon."""
    odd = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
            if (y1 > latitude) != (y2 > latitude):
                odd ^= longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
    return odd


def lies_in(feature, longitude, latitude):
    """Whether a place lies in a shape, or so near that the shape's simplified border may err."""
    polygons = feature["geometry"]["coordinates"]
    if feature["geometry"]["type"] == "Polygon":
        polygons = [polygons]
    slack = (-0.05, 0, 0.05)
    return any(
        inside(longitude + dx, latitude + dy, rings)
        for rings in polygons for dx in slack for dy in slack
    )


def check_maps():
    unique("export_region_countries", "iso3"), unique("export_regions", "region")
    countries = {row["iso3"]: row["region"] for row in data["export_region_countries"]}
    regions = {row["region"] for row in data["export_regions"]} - {"no_especificado"}
    expect_equal("regions in use", set(countries.values()), regions | {"mexico"})
    expect_equal("Norteamérica", {c for c, r in countries.items() if r == "norteamerica"},
                 {"CAN", "USA"})
    expect_equal("origin", [c for c, r in countries.items() if r == "mexico"], ["MEX"])
    expect_equal("region of Puerto Rico", countries.get("PRI"), "latinoamerica")
    world = features("world-countries.geojson")
    if world is not None:
        drawn = {feature["id"] for feature in world}
        expect_equal("countries with a region", set(countries), drawn - NEUTRAL)
        named = {row["iso3"] for table in ("export_destinations", "regions_north_america")
                 for row in data[table]} - {""}
        expect(named <= drawn, f"not on the world map: {sorted(named - drawn)}")
    mexico = features("mexico-states.geojson")
    if mexico is not None:
        shapes = {feature["properties"]["inegi"]: feature for feature in mexico}
        for row in data["he_states"]:
            expect_equal(f"name of state {row['state_code']}", row["name"],
                         shapes[row["state_code"]]["properties"]["name"])
        for row in data["plant_labels"]:
            expect(lies_in(shapes[row["state_code"]], float(row["lon"]), float(row["lat"])),
                   f"{row['city']} does not lie in state {row['state_code']}")


# MARK: - What must hold against the facts

STATUS_OF_FACT = {"seed": "official", "sourced": "official", "file": "official",
                  "derived": "derived", "bounded": "missing", "missing": "missing"}


def fact_tables():
    """The CSV blocks of the facts, found by their first column names."""
    text = FACTS.read_text(encoding="utf-8")
    for block in re.findall(r"^```csv\n(.*?)^```", text, flags=re.S | re.M):
        lines = [line for line in block.splitlines() if not line.startswith("(")]
        # A few lines go on without quotes after their last comma; what is then too much is a remark.
        yield list(csv.DictReader(lines, restkey="more", skipinitialspace=True))


def check_facts():
    if not FACTS.exists():
        print("data: the facts are not at hand, so nothing is compared with them")
        return
    for rows in fact_tables():
        columns = set(rows[0])
        if "production" in columns:
            compare_years([row for row in rows if row["year"] != "2023"])
        elif "label_in_seed" in columns:
            compare_plants(rows)
        elif {"month", "units"} <= columns:
            expect_equal(
                "facts 2.3",
                [(r["month"], r["units"], r["status"]) for r in data["he_monthly"]],
                [(r["month"], r["units"], STATUS_OF_FACT[r["status"]]) for r in rows],
            )
        elif "share_pct" in columns:
            ours = {r["state_code"]: r["share_pct"] for r in data["he_states"] if r["share_pct"]}
            expect_equal("facts 2.4", ours, {r["iso_inegi"]: r["share_pct"] for r in rows})
        elif "sector" in columns or "key" in columns:
            compare_trade(rows)


def compare_years(rows):
    ours = {(r["year"], r["series"]): (r["units"], r["precision"], r["status"])
            for r in data["production_exports"]}
    for row in rows:
        for series, short, units in (("production", "prod", "production"),
                                     ("exports", "exp", "exports")):
            wanted = (row[units], row[f"{short}_precision"].lstrip("~"),
                      STATUS_OF_FACT[row[f"{short}_status"]])
            expect_equal(f"facts 2.2 {row['year']} {series}", ours[row["year"], series], wanted)


def compare_plants(rows):
    kinds = {"V": "vehicle", "M": "engine", "T": "transmission"}
    for ours, fact in zip(data["plants"], rows, strict=True):
        what = f"facts 3, plant {fact['n']}"
        expect_equal(f"{what}: kind", ours["kind"], kinds[fact["type"]])
        company = "" if fact["company"] == "UNKNOWN" else fact["company"].split(" (")[0]
        expect_equal(f"{what}: company", ours["company"], company)
        expect_equal(f"{what}: confidence", ours["confidence"] or "unknown", fact["confidence"])
        city = fact["label_in_seed"].split(" (")[0]
        # The powertrain plant of Nissan has no label of its own: it stands with the two others.
        expect(ours["label"] == city or (fact["n"], city) == ("26", "Aguascalientes"),
               f"{what}: {ours['label']}, not {city}")
        if ours["label_row"]:
            label = data["plant_labels"][int(ours["label_row"]) - 1]
            expect_equal(f"{what}: place", (float(label["lon"]), float(label["lat"])),
                         (float(fact["lon"]), float(fact["lat"])))


def compare_trade(rows):
    ours = {number(row["value_mdd"]): row["status"]
            for table in ("trade_balance", "export_sectors") for row in data[table]
            if row["value_mdd"]}
    for row in rows:
        if row["value_mdd"]:
            value = number(row["value_mdd"])
            expect_equal(f"facts 2.1 and 2.5, {value}", ours.get(value),
                         STATUS_OF_FACT[row["status"]])


data = {name: read(name, columns) for name, columns in TABLES.items()}
strangers = {path.stem for path in (DECK / "data").glob("*")} - set(TABLES)
expect(not strangers, f"tables that nobody described: {sorted(strangers)}")
check_each_figure_once()
check_sources_are_listed()
check_plants()
check_series()
check_identities()
check_maps()
check_facts()
for fault in faults:
    print(f"data: {fault}", file=sys.stderr)
if faults:
    sys.exit(1)
print(f"data: {sum(map(len, data.values()))} rows in {len(data)} tables agree")
