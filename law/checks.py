"""Is the law data of this installation coherent: every citation found, every rule with its basis, no gaps ahead?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any, Protocol

from django.core.checks import CheckMessage, Error, Info, Warning, register
from django.utils import timezone

from law.annual import all_heaviest_rules, all_publish_rules
from law.annual_tables import all_choices, all_sets, all_tables
from law.brackets import Bracket, all_brackets
from law.certificates import all_review_rules, all_training_rules, all_warning_rules
from law.check_rules import all_campaign_kinds, all_caps, all_check_points, all_check_rules, all_excuses
from law.circumstances import all_circumstances
from law.citations import BadCitation, Citation, cite_all
from law.discretion import all_levels
from law.enforcement import all_enforcement_rows
from law.erasure import all_erasure_grounds
from law.evidence import all_requirements
from law.fairness import all_spread_rules
from law.forms import all_forms
from law.formulas import all_formulas, all_mass_limits, all_overload_rules, known_keys
from law.grounds import all_grounds
from law.holidays import has_calendar, is_only_expected
from law.identity import all_identity_kinds
from law.information import all_channels
from law.inspections import all_inspection_results, all_inspection_rules
from law.laws import all_laws, law
from law.lenient import all_lenient
from law.limits import all_limits
from law.loading import BadLawData, Dated
from law.measures import all_measures
from law.publication import all_display_rules
from law.questions import all_banks
from law.recording import all_excuse_rules, all_keepings, all_moment_rules, all_upload_rules
from law.retention import all_retentions
from law.review_standard import all_grades, all_review_items
from law.rule_of_law_report import all_deadlines
from law.rule_of_law_report import all_sections as all_sections_of_report
from law.self_report import all_systems
from law.service import all_manners, all_receivers
from law.sources import all_source_rules
from law.terms import TermRule, all_terms
from law.thresholds import MajorCaseRule, all_thresholds
from law.tiers import Tier, all_tiers
from law.violations import Violation, all_violations
from law.wording import all_wordings

LAST_CALL = (12, 1)
"""From this month and day the missing calendar of the next year is an error: terms already run into it."""


class KeyedRule(Dated, Protocol):
    @property
    def key(self) -> str: ...

    @property
    def basis(self) -> str: ...


@register("law")
def check_law_data(**kwargs: Any) -> list[CheckMessage]:
    try:
        found = [*check_citations(), *check_overlaps(), *check_terms(all_terms())]
        found += [*check_thresholds(all_thresholds()), *check_violations(all_violations()), *check_tiers(all_tiers())]
        found += check_brackets(all_brackets())
    except (BadLawData, BadCitation, ValueError) as reason:
        return [Error(f"Law data cannot be read: {reason}", id="law.E001")]
    return [*found, *check_calendar(timezone.localdate())]


def check_citations() -> list[CheckMessage]:
    """law.E002: a basis or citation that leads nowhere."""
    found: list[CheckMessage] = []
    for where, on, basis in _bases():
        try:
            dangling = [each for each in cite_all(basis) if _is_dangling(each, on)]
        except BadCitation as reason:
            found.append(_dangling(where, str(reason)))
            continue
        found += [_dangling(where, each.key) for each in dangling]
    for row in all_violations():
        cited = (*row.violated, *row.penalty)
        found += [_dangling(row.code, each.key) for each in cited if _is_dangling(each, row.in_force_from)]
    return [*found, *_unknown_laws()]


def _unknown_laws() -> Iterable[CheckMessage]:
    """A rule on sources may rest on a law as a whole, of which we know no article."""
    for row in all_source_rules():
        try:
            law(row.basis.partition(":")[0], row.in_force_from)
        except LookupError:
            yield _dangling(row.key, row.basis)


def check_terms(terms: Iterable[TermRule]) -> list[CheckMessage]:
    return [Error(f"Term {rule.key} has no basis", id="law.E003") for rule in terms if not rule.basis]


def check_thresholds(rules: Iterable[MajorCaseRule]) -> list[CheckMessage]:
    return [Error(f"Threshold {rule.key} has no basis", id="law.E005") for rule in rules if not rule.basis]


def check_overlaps() -> list[CheckMessage]:
    """law.E004: two rows of one key in force on the same day, so that nobody could say which one applies."""
    tables: dict[str, Sequence[tuple[str, Dated]]] = {
        "laws.toml": [(row.key, row) for row in all_laws()],
        "terms.toml": [(row.key, row) for row in all_terms()],
        "thresholds.toml": [(row.key, row) for row in all_thresholds()],
        "wording.toml": [(row.key, row) for row in all_wordings()],
        "formulas.toml": [(row.key, row) for row in all_formulas()],
        "formulas.toml [[mass_limit]]": [(row.key, row) for row in all_mass_limits()],
        "grounds.toml": [(row.key, row) for row in all_grounds()],
        "annual.toml [[heaviest]]": [(row.key, row) for row in all_heaviest_rules()],
        "annual.toml [[publish]]": [(row.key, row) for row in all_publish_rules()],
        "annual_tables.toml [[set]]": [(row.key, row) for row in all_sets()],
        "annual_tables.toml [[table]]": [(row.key, row) for row in all_tables()],
        "annual_tables.toml [[choice]]": [(row.key, row) for row in all_choices()],
        "rule_of_law_report.toml [[section]]": [(row.key, row) for row in all_sections_of_report()],
        "rule_of_law_report.toml [[deadline]]": [(row.key, row) for row in all_deadlines()],
        "inspections.toml [[publish]]": [(row.key, row) for row in all_inspection_rules()],
        "inspections.toml [[result]]": [(row.key, row) for row in all_inspection_results()],
        "sources.toml": [(f"{row.table} {row.key}", row) for row in all_source_rules()],
        "certificates.toml [[review]]": [(row.key, row) for row in all_review_rules()],
        "certificates.toml [[training]]": [(row.key, row) for row in all_training_rules()],
        "certificates.toml [[warning]]": [(row.key, row) for row in all_warning_rules()],
        "information.toml": [(row.key, row) for row in all_channels()],
        "checks.toml [[rule]]": [(row.key, row) for row in all_check_rules()],
        "checks.toml [[cap]]": [(row.key, row) for row in all_caps()],
        "checks.toml [[excuse]]": [(f"{row.of} {row.key}", row) for row in all_excuses()],
        "checks.toml [[campaign]]": [(row.key, row) for row in all_campaign_kinds()],
        "check_forms.toml": [(row.key, row) for row in all_check_points()],
        "fairness.toml": [(row.key, row) for row in all_spread_rules()],
        "self_report.toml": [(row.key, row) for row in all_systems()],
        "erasure.toml": [(row.key, row) for row in all_erasure_grounds()],
        "limits.toml": [(row.key, row) for row in all_limits()],
        "identity.toml": [(row.key, row) for row in all_identity_kinds()],
        "lenient.toml": [(row.key, row) for row in all_lenient()],
        "questions.toml": [(row.key, row) for row in all_banks()],
        "evidence.toml": [(row.key, row) for row in all_requirements()],
        "formulas.toml [[overload]]": [(row.key, row) for row in all_overload_rules()],
        "violations.csv": [(row.code, row) for row in all_violations()],
        "publication.toml": [(row.key, row) for row in all_display_rules()],
        "recording.toml [[moment]]": [(row.key, row) for row in all_moment_rules()],
        "recording.toml [[upload]]": [(row.key, row) for row in all_upload_rules()],
        "recording.toml [[keeping]]": [(row.key, row) for row in all_keepings()],
        "recording.toml [[excuse]]": [(row.key, row) for row in all_excuse_rules()],
        "retention.toml": [(row.key, row) for row in all_retentions()],
        "service.toml [[manner]]": [(row.key, row) for row in all_manners()],
        "service.toml [[receiver]]": [(row.key, row) for row in all_receivers()],
        "review_standard.csv": [(row.key, row) for row in all_review_items()],
        "review_standards.toml": [(row.key, row) for row in all_grades()],
        "enforcement.toml": [(row.name, row) for row in all_enforcement_rows()],
        "brackets.csv": [(row.key, row) for row in all_brackets()],
        "circumstances.toml": [(row.key, row) for row in all_circumstances()],
        "discretion.toml": [(row.key, row) for row in all_levels()],
        "tiers": [(f"{row.violation} {row.level}", row) for row in all_tiers()],
        "measures.toml": [(row.key, row) for row in all_measures()],
    }
    return [message for name, rows in tables.items() for message in overlapping(name, rows)]


def overlapping(table: str, rows: Iterable[tuple[str, Dated]]) -> list[CheckMessage]:
    by_key: dict[str, list[Dated]] = defaultdict(list)
    for key, row in rows:
        by_key[key].append(row)
    return [
        Error(f"{table}: {key} has two rows in force on {max(one.in_force_from, two.in_force_from)}", id="law.E004")
        for key, versions in by_key.items()
        for one, two in combinations(versions, 2)
        if _overlap(one, two)
    ]


def check_violations(rows: Iterable[Violation]) -> list[CheckMessage]:
    """law.E006: a range upside down. law.E007: an unknown formula. law.E008: no article and not marked as unsure."""
    found: list[CheckMessage] = []
    for row in rows:
        if row.fine_min is not None and row.fine_max is not None and row.fine_min > row.fine_max:
            found.append(Error(f"Violation {row.code}: fine_min exceeds fine_max", id="law.E006"))
        if row.formula and row.formula not in known_keys():
            found.append(Error(f"Violation {row.code}: no formula called {row.formula}", id="law.E007"))
        if row.certainty == "S" and not (row.violated and row.penalty):
            found.append(Error(f"Violation {row.code}: certain, but without articles", id="law.E008"))
    return found


def check_tiers(tiers: Iterable[Tier]) -> list[CheckMessage]:
    """law.E009: a tier of the bureau's pack that names no violation or leaves its lawful range."""
    ranges = {(row.code): (row.fine_min, row.fine_max) for row in all_violations() if row.in_force_until is None}
    found: list[CheckMessage] = []
    for tier in tiers:
        low, high = ranges.get(tier.violation, (None, None))
        below = tier.fine_min is not None and low is not None and tier.fine_min < low
        above = tier.fine_max is not None and high is not None and tier.fine_max > high
        if tier.violation not in ranges:
            found.append(Error(f"Pack {tier.pack}: no violation {tier.violation}", id="law.E009"))
        elif below or above:
            found.append(Error(f"Pack {tier.pack}: {tier.violation} {tier.level} leaves the range", id="law.E009"))
    return found


def check_brackets(rows: Iterable[Bracket]) -> list[CheckMessage]:
    """law.E011: a step of an article that names no violation, no known condition, or two for the same conditions."""
    codes = {row.code for row in all_violations()}
    conditions = {row.key for row in all_circumstances()}
    found: list[CheckMessage] = []
    steps: dict[str, list[tuple[str, Dated]]] = defaultdict(list)
    for row in rows:
        if not set(row.violations) <= codes or not row.when <= conditions:
            found.append(Error(f"Bracket {row.key} names an unknown violation or condition", id="law.E011"))
        for code in row.violations:
            steps[f"{code} when {sorted(row.when)}"].append((row.key, row))
    for what, same in steps.items():
        found += [
            Error(f"Two steps for {what}: {one[0]}, {two[0]}", id="law.E011")
            for one, two in combinations(same, 2)
            if _overlap(one[1], two[1])
        ]
    return found


def check_calendar(today: date) -> list[CheckMessage]:
    """law.W001, from December law.E010: next year's holidays are not entered. law.E010: this year's neither."""
    hint = "Enter the State Council's announcement in holidays.toml of LAW_LOCAL_DIR."
    if not has_calendar(today.year):
        return [Error(f"No working-day calendar for {today.year}", hint=hint, id="law.E010")]
    if has_calendar(today.year + 1):
        return _expected_only((today.year, today.year + 1), hint)
    text = f"No working-day calendar for {today.year + 1}"
    if (today.month, today.day) >= LAST_CALL:
        return [Error(text, hint=hint, id="law.E010")]
    return [Warning(text, hint=hint, id="law.W001")]


def _expected_only(years: Iterable[int], hint: str) -> list[CheckMessage]:
    text = "The working-day calendar for {} is only expected, not announced"
    return [Info(text.format(year), hint=hint, id="law.I001") for year in years if is_only_expected(year)]


def _bases() -> list[tuple[str, date, str]]:
    """Whatever names a basis: where, from which day, which citations."""
    rules: list[KeyedRule] = [*all_terms(), *all_thresholds(), *all_wordings(), *all_grounds(), *all_limits()]
    rules += [*all_formulas(), *all_mass_limits(), *all_overload_rules(), *all_review_items()]
    rules += [*all_brackets(), *all_circumstances(), *all_levels()]
    rules += [*all_requirements(), *all_banks()]
    rules += all_measures()
    rules += all_lenient()
    rules += all_erasure_grounds()
    rules += [*all_heaviest_rules(), *all_publish_rules(), *all_spread_rules(), *all_systems()]
    found = [(rule.key, rule.in_force_from, rule.basis) for rule in rules]
    found += [(row.name, row.in_force_from, row.basis) for row in all_enforcement_rows()]
    found += [(f"{rule.key} (extension)", rule.in_force_from, rule.extension_basis) for rule in all_terms()]
    found += [(row.key, row.in_force_from, row.basis) for row in all_channels()]
    found += [(row.key, row.in_force_from, row.basis) for row in all_manners()]
    found += [(row.key, row.in_force_from, row.basis) for row in all_receivers()]
    found += [(row.key, row.in_force_from, row.basis) for row in all_retentions()]
    found += [(row.key, row.in_force_from, row.basis) for row in all_source_rules() if ":" in row.basis]
    recorded = (*all_moment_rules(), *all_upload_rules(), *all_keepings(), *all_excuse_rules())
    found += [(row.key, row.in_force_from, row.basis) for row in recorded]
    return found + [(form.key, date.max, form.basis) for form in all_forms()]


def _is_dangling(citation: Citation, on: date) -> bool:
    """The article is zero or beyond the last one of the version then in force (where we know the last one)."""
    last = law(citation.law, on).articles
    return citation.article < 1 or bool(last and citation.article > last)


def _dangling(where: str, citation: str) -> Error:
    return Error(f"{where}: the citation {citation} leads nowhere", id="law.E002")


def _overlap(one: Dated, two: Dated) -> bool:
    first, second = sorted((one, two), key=lambda row: row.in_force_from)
    return first.in_force_until is None or first.in_force_until >= second.in_force_from
