//! TIMEX3 values.

use super::{
    Counted, DateTerm, DayPart, Grain, Interval, Recurrence, Season, TimeOfDay, Unit, Vague, YearOf, YearPart,
};
use chrono::{Datelike, NaiveDate, Weekday};
use std::fmt;

impl Interval {
    /// Its TIMEX3 `value`: `2022-01-27`, `2022-W04`, `2022-Q1`, `202`.
    pub fn timex(&self) -> String {
        let (from, year) = (self.from, self.from.year());
        match self.grain {
            Grain::Day if self.is_one_day() => iso(from),
            Grain::Day => format!("{}/{}", iso(from), iso(self.last())),
            Grain::Week => iso_week(from),
            Grain::Weekend => format!("{}-WE", iso_week(from)),
            Grain::Month => from.format("%Y-%m").to_string(),
            Grain::Quarter => format!("{year:04}-Q{}", from.month0() / 3 + 1),
            Grain::Half => format!("{year:04}-H{}", from.month0() / 6 + 1),
            Grain::Season => format!("{year:04}-{}", season_of(from)),
            Grain::Year if self.last().year() == year => format!("{year:04}"),
            Grain::Year => format!("{year:04}/{:04}", self.last().year()),
            Grain::Decade => format!("{:03}", year / 10),
            Grain::Century => format!("{:02}", year / 100),
        }
    }

    /// Its last day.
    pub fn last(&self) -> NaiveDate {
        self.to.pred_opt().unwrap_or(self.to)
    }

    fn is_one_day(&self) -> bool {
        self.from.succ_opt() == Some(self.to)
    }
}

fn iso(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// The week of a day: `2022-W04`.
fn iso_week(day: NaiveDate) -> String {
    day.format("%G-W%V").to_string()
}

fn season_of(first: NaiveDate) -> Season {
    match first.month() {
        3..=5 => Season::Spring,
        6..=8 => Season::Summer,
        9..=11 => Season::Autumn,
        _ => Season::Winter,
    }
}

impl Season {
    /// The season of TIMEX3's two letters.
    pub fn of_letters(letters: &str) -> Option<Season> {
        let seasons = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
        seasons.into_iter().find(|season| season.to_string() == letters)
    }
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        })
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimeOfDay::Part(DayPart::Morning) => f.write_str("TMO"),
            TimeOfDay::Part(DayPart::Midday) => f.write_str("TMI"),
            TimeOfDay::Part(DayPart::Afternoon) => f.write_str("TAF"),
            TimeOfDay::Part(DayPart::Evening) => f.write_str("TEV"),
            TimeOfDay::Part(DayPart::Night) => f.write_str("TNI"),
            TimeOfDay::Clock(hour, minute) => write!(f, "T{hour:02}:{:02}", minute.unwrap_or(0)),
        }
    }
}

impl fmt::Display for Vague {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Vague::Past => "PAST_REF",
            Vague::Present => "PRESENT_REF",
            Vague::Future => "FUTURE_REF",
        })
    }
}

impl Unit {
    /// A length of so many: `P3D`, `PT4H`, `PXY`.
    pub fn length(self, count: Option<u32>) -> String {
        let count = count.map_or_else(|| "X".to_owned(), |count| count.to_string());
        format!("P{}{count}{}", if self < Unit::Day { "T" } else { "" }, self.letters())
    }

    fn letters(self) -> &'static str {
        match self {
            Unit::Second => "S",
            Unit::Minute | Unit::Month => "M",
            Unit::Hour => "H",
            Unit::Day => "D",
            Unit::Weekend => "WE",
            Unit::Week => "W",
            Unit::Quarter => "Q",
            Unit::Year => "Y",
            Unit::Decade => "DE",
            Unit::Century => "CE",
        }
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Recurrence::Every(count, unit) => f.write_str(&unit.length(Some(*count))),
            Recurrence::Weekday(weekday) => write!(f, "XXXX-WXX-{}", weekday.number_from_monday()),
            Recurrence::Month(month) => write!(f, "XXXX-{month:02}"),
            Recurrence::Season(season) => write!(f, "XXXX-{season}"),
        }
    }
}

impl DateTerm {
    /// Its value with `X` for all that only a day of publication could tell.
    pub fn open_timex(&self) -> String {
        match *self {
            DateTerm::Calendar { year, month, day, .. } => calendar(year, month, day),
            DateTerm::Days { year, month, .. } => calendar(year, Some(month), None),
            DateTerm::Years(first, last) => format!("{first:04}/{last:04}"),
            DateTerm::Weekday { weekday, .. } => weekly(weekday),
            DateTerm::QuarterOf(year) => year_digits(year),
            DateTerm::Part { part, year } => format!("{}-{part}", year_digits(year)),
            DateTerm::Decade(first) => format!("{:03}", first / 10),
            DateTerm::Century(digits) => format!("{digits:02}"),
            DateTerm::Distance { count: None, later: false, .. } => Vague::Past.to_string(),
            DateTerm::Distance { count: None, later: true, .. } => Vague::Future.to_string(),
            DateTerm::Unit { unit, .. } | DateTerm::Same(unit) | DateTerm::Distance { unit, .. } => {
                unit.open().to_owned()
            }
            DateTerm::Nth { what: Counted::Week, .. } => Unit::Week.open().to_owned(),
            DateTerm::Around { unit, .. } => unit.open().to_owned(),
            DateTerm::Nth { .. } | DateTerm::Feast { .. } | DateTerm::Beside { .. } => {
                "XXXX-XX-XX".to_owned()
            }
            DateTerm::Vague(vague) => vague.to_string(),
            DateTerm::Length { count, unit, .. } => unit.length(count),
            DateTerm::Repeated(recurrence) => recurrence.to_string(),
        }
    }
}

fn weekly(weekday: Weekday) -> String {
    Recurrence::Weekday(weekday).to_string()
}

fn calendar(year: YearOf, month: Option<u32>, day: Option<u32>) -> String {
    let year = year_digits(year);
    match (month, day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, Some(day)) => format!("{year}-XX-{day:02}"),
        (None, None) => year,
    }
}

fn year_digits(year: YearOf) -> String {
    match year {
        YearOf::Given(year) => format!("{year:04}"),
        YearOf::Shifted(_) | YearOf::Open(_) => "XXXX".to_owned(),
    }
}

impl fmt::Display for YearPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            YearPart::Quarter(number) => write!(f, "Q{number}"),
            YearPart::Half(number) => write!(f, "H{number}"),
            YearPart::Season(season) => season.fmt(f),
        }
    }
}

impl Unit {
    fn open(self) -> &'static str {
        match self {
            Unit::Second | Unit::Minute | Unit::Hour => "XXXX-XX-XXTXX",
            Unit::Day => "XXXX-XX-XX",
            Unit::Weekend => "XXXX-WXX-WE",
            Unit::Week => "XXXX-WXX",
            Unit::Month => "XXXX-XX",
            Unit::Quarter => "XXXX-QX",
            Unit::Year => "XXXX",
            Unit::Decade => "XXX",
            Unit::Century => "XX",
        }
    }
}
