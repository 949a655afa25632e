"""Until which day can conduct still be discovered and punished (行政处罚法 36)?"""

from dataclasses import dataclass
from datetime import date

from law.counting import Unit, last_day
from law.limits import limit


@dataclass(frozen=True)
class Limitation:
    last_day: date
    years: int
    text: str

    def is_passed(self, discovered_on: date) -> bool:
        return discovered_on > self.last_day


def limitation(conduct_on: date, on: date, *, ended_on: date | None = None, grave_harm: bool = False) -> Limitation:
    """The last day for discovery, and how it was counted.

    ended_on: the end of conduct that continues or goes on (连续或者继续状态), from which the years then run.
    grave_harm: life, health or financial safety of citizens with harmful result. on: the day whose limits apply.
    """
    years = limit("limitation_years_of_grave_harm" if grave_harm else "limitation_years", on)
    start = max(conduct_on, ended_on) if ended_on else conduct_on
    end = last_day(start, 12 * years, Unit.MONTHS)
    event = "行为终了" if ended_on else "行为发生"
    why = "涉及公民生命健康安全、金融安全且有危害后果，" if grave_harm else ""
    return Limitation(end, years, f"{why}自{event}之日 {start} 起 {years} 年，至 {end}")
