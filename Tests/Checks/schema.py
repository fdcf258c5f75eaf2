#!/usr/bin/env python3
"""Checks that the schemas lamina prints accept the decks of the repository, and refuse slips.

Usage: schema.py LAMINA

Needs jsonschema and PyYAML from PyPI; without them it says so and ends well.
"""
import copy
import json
import pathlib
import re
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(0)

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as lamina and editors read it: `16:9` and a day are texts."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def construct_int(loader, node):
    return int(loader.construct_scalar(node))


def construct_float(loader, node):
    return float(loader.construct_scalar(node))


Loader.add_constructor("tag:yaml.org,2002:int", construct_int)
Loader.add_constructor("tag:yaml.org,2002:float", construct_float)

# What an editor is to underline, by what is changed in the small deck.
SLIPS = {
    "an unknown key": lambda deck: deck.update(tittle="A"),
    "a missing key": lambda deck: deck.pop("title"),
    "a word of another language": lambda deck: deck.update(language="xx"),
    "a period that is none": lambda deck: deck.update(period="2024-S3"),
    "no slides": lambda deck: deck.update(slides=[]),
    "a slide's unknown key": lambda deck: deck["slides"][0].update(texte="A"),
    "a block without content": lambda deck: deck["slides"][-1].update(body={"span": 2}),
    "an unknown block": lambda deck: deck["slides"][-1].update(body={"charts": {}}),
    "an unknown mark": lambda deck: deck["slides"][-1].update(
        body={"chart": {"mark": "pie", "data": "SELECT 1"}}),
    "an unknown colour": lambda deck: deck["slides"][-1].update(
        body={"text": {"text": "A", "color": "red"}}),
    "a chart without data": lambda deck: deck["slides"][-1].update(body={"chart": {"mark": "bar"}}),
    "a number too large": lambda deck: deck["slides"][-1].update(body={"space": 501}),
}


def schema(lamina, file):
    text = subprocess.run(
        [lamina, "schema", file], check=True, capture_output=True, encoding="utf-8").stdout
    found = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def main(lamina):
    failures = []
    checked = 0
    for file in ["deck", "theme"]:
        validator = schema(lamina, file)
        paths = sorted(ROOT.glob(f"Decks/*/{file}.yaml")) + [
            ROOT / f"Tests/Fixtures/small/{file}.yaml"]
        for path in paths:
            document = yaml.load(path.read_text(encoding="utf-8"), Loader)
            checked += 1
            for error in validator.iter_errors(document):
                best = jsonschema.exceptions.best_match([error])
                failures.append(f"{path.relative_to(ROOT)}: {best.json_path}: {best.message[:300]}")
    jobs = schema(lamina, "jobs")
    document = yaml.load((ROOT / "Decks/jobs.yaml").read_text(encoding="utf-8"), Loader)
    failures += [f"Decks/jobs.yaml: {error.message[:300]}" for error in jobs.iter_errors(document)]
    for slip in [{"jobs": []}, {"jobs": [{"deck": "x"}]}, {"jobs": [{"id": "a", "perod": "2024"}]}, {"decks": []}]:
        if jobs.is_valid(slip):
            failures.append(f"the schema of jobs accepts {slip}")
    validator = schema(lamina, "deck")
    small = yaml.load((ROOT / "Tests/Fixtures/small/deck.yaml").read_text(encoding="utf-8"), Loader)
    for name, slip in SLIPS.items():
        deck = copy.deepcopy(small)
        slip(deck)
        if validator.is_valid(deck):
            failures.append(f"the schema accepts {name}")
    for failure in failures:
        print(failure)
    print(f"{checked} files checked, {len(SLIPS)} slips made, {len(failures)} problems")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
