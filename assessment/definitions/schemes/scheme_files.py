"""Reading and writing schemes: TOML files and what users have made are of one shape.

Every fault is said at once. `indicators` are those that rules may name, by id.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from assessment.definitions.definition_files import open_files, read_authored
from assessment.definitions.schemes.indicator_definition import Indicator
from assessment.definitions.schemes.scheme_checks import check_scheme
from assessment.definitions.schemes.scheme_model import (
    Band,
    Combine,
    Criterion,
    CriterionGroup,
    CriterionSource,
    RankOrder,
    Scheme,
    Step,
)
from assessment.definitions.schemes.scoring_rules import Cut, Rule, read_cut
from assessment.definitions.toml_reader import Entry, Fault, Faults, twice

Indicators = Mapping[str, Indicator]
A_LIMIT = "a limit such as '< 3', '<= 0.6' or 'low <= 0 and < 5'"


def read_schemes(folder: Path, indicators: Indicators) -> Mapping[str, Scheme]:
    """Read every scheme of a folder; raises DefinitionFault with every fault."""
    faults = Faults()
    entries = open_files(folder, faults)
    schemes = [_read_shipped(entry, indicators) for entry in entries]
    repeated = twice(scheme.id for scheme in schemes)
    for entry, scheme in zip(entries, schemes, strict=True):
        if scheme.id in repeated:
            entry.wrong("id", "each scheme once", scheme.id)
    faults.raise_any()
    return {scheme.id: scheme for scheme in schemes}


def read_scheme(
    body: Mapping[str, Any],
    author: str,
    dated: date,
    based_on: str | None = None,
    *,
    indicators: Indicators,
) -> Scheme:
    """Read a scheme as `as_body` writes it; raises DefinitionFault with every fault."""
    faults = Faults()
    scheme = _read(_whole(body, faults), author, dated, indicators)
    faults.raise_any()
    return replace(scheme, based_on=based_on)


def faults_of(scheme: Scheme, indicators: Indicators) -> tuple[Fault, ...]:
    """Return everything that is wrong with a scheme that is still being written."""
    faults = Faults()
    _read(_whole(as_body(scheme), faults), scheme.author, scheme.dated, indicators)
    return tuple(faults.found)


def as_body(scheme: Scheme) -> dict[str, Any]:
    """Return a scheme as its file would have it, without who made it and when."""
    return {
        "id": scheme.id,
        "version": scheme.version,
        "label": scheme.label,
        "standing": scheme.standing,
        "combine": scheme.combine.value,
        "direction": scheme.direction.value,
        "tie_breaks": list(scheme.tie_breaks),
        "band": [{"label": band.label, "at_least": band.at_least} for band in scheme.bands],
        "criterion": [_criterion_body(criterion) for criterion in scheme.criteria],
    }


def _whole(body: Mapping[str, Any], faults: Faults) -> Entry:
    return Entry(f"scheme {body.get('id')}", "whole", body, faults)


def _read_shipped(entry: Entry, indicators: Indicators) -> Scheme:
    authored = read_authored(entry)
    return _read(entry, authored.author, authored.reviewed, indicators)


def _read(entry: Entry, author: str, dated: date, indicators: Indicators) -> Scheme:
    criteria = entry.entries("criterion", named_by="id")
    scheme = Scheme(
        id=entry.text("id"),
        version=entry.whole("version"),
        label=entry.text("label"),
        standing=entry.text("standing"),
        combine=entry.one_of("combine", Combine),
        direction=entry.one_of("direction", RankOrder),
        criteria=tuple(_read_criterion(criterion, indicators) for criterion in criteria),
        bands=tuple(_read_band(band) for band in entry.entries("band", named_by="label")),
        tie_breaks=entry.texts("tie_breaks"),
        author=author,
        dated=dated,
    )
    entry.close()
    check_scheme(entry, criteria, scheme, indicators)
    return scheme


def _read_criterion(entry: Entry, indicators: Indicators) -> Criterion:
    criterion = Criterion(
        id=entry.text("id"),
        label=entry.text("label"),
        group=entry.one_of("group", CriterionGroup),
        weight=entry.number("weight"),
        steps=tuple(
            _read_step(step) for step in entry.entries("steps", named_by="score", at_least=0)
        ),
        source=entry.one_of("source", CriterionSource),
        rule=_read_rule(entry, indicators),
    )
    entry.close()
    return criterion


def _read_step(entry: Entry) -> Step:
    step = Step(entry.whole("score"), entry.text("words"), entry.texts("codes"))
    entry.close()
    return step


def _read_band(entry: Entry) -> Band:
    band = Band(entry.text("label"), entry.number("at_least"))
    entry.close()
    return band


def _read_rule(entry: Entry, indicators: Indicators) -> Rule | None:
    cuts = tuple(_read_cut(entry, text) for text in entry.texts("cuts"))
    name = entry.optional_text("rule")
    if name is None:
        return None
    if name not in indicators:
        entry.wrong("rule", "one of " + ", ".join(indicators), name)
    return Rule(indicators.get(name) or next(iter(indicators.values())), cuts)


def _read_cut(entry: Entry, text: str) -> Cut:
    cut = read_cut(text)
    if cut is None:
        entry.wrong("cuts", A_LIMIT, text)
    return cut or Cut(text, ())


def _criterion_body(criterion: Criterion) -> dict[str, Any]:
    body: dict[str, Any] = {
        "id": criterion.id,
        "label": criterion.label,
        "group": criterion.group.value,
        "weight": criterion.weight,
        "source": criterion.source.value,
    }
    if criterion.rule:
        body["rule"] = criterion.rule.indicator.id
        body["cuts"] = [cut.text for cut in criterion.rule.cuts]
    if criterion.steps:
        body["steps"] = [
            {"score": step.score, "words": step.words, "codes": list(step.codes)}
            for step in criterion.steps
        ]
    return body
