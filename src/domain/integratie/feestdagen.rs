//! De dagen die de Algemene termijnenwet (Atw) niet als werkdag telt. Pure.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};

/// When a holiday falls.
enum Wanneer {
    /// Every year on this month and day.
    Vast(i8, i8),
    /// So many days after Easter Sunday.
    Pasen(i64),
    /// 27 April; on Saturday 26 April when the 27th is a Sunday.
    Koningsdag,
}

/// Atw art. 3, first and second paragraph.
const FEESTDAGEN: [(Wanneer, &str); 9] = [
    (Wanneer::Vast(1, 1), "Nieuwjaarsdag"),
    (Wanneer::Pasen(-2), "Goede Vrijdag"),
    (Wanneer::Pasen(1), "Tweede Paasdag"),
    (Wanneer::Koningsdag, "Koningsdag"),
    (Wanneer::Vast(5, 5), "Bevrijdingsdag"),
    (Wanneer::Pasen(39), "Hemelvaartsdag"),
    (Wanneer::Pasen(50), "Tweede Pinksterdag"),
    (Wanneer::Vast(12, 25), "Eerste Kerstdag"),
    (Wanneer::Vast(12, 26), "Tweede Kerstdag"),
];

/// Atw art. 3, third paragraph: days that royal decrees put on a par with a holiday. The decrees of 2023–2025 and
/// of 2026–2028; a later one is a line here.
const GELIJKGESTELD: [Date; 10] = [
    date(2023, 4, 28),
    date(2023, 5, 19),
    date(2024, 5, 10),
    date(2024, 12, 27),
    date(2025, 5, 30),
    date(2026, 1, 2),
    date(2026, 5, 15),
    date(2027, 5, 7),
    date(2028, 4, 28),
    date(2028, 5, 26),
];

/// Easter Sunday (the anonymous Gregorian computus).
pub fn pasen(jaar: i16) -> Date {
    let jaar = i32::from(jaar);
    let (eeuw, rest) = (jaar / 100, jaar % 100);
    let maan = jaar % 19;
    let epacta = (19 * maan + eeuw - eeuw / 4 - (eeuw - (eeuw + 8) / 25 + 1) / 3 + 15) % 30;
    let weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest / 4) - epacta - rest % 4) % 7;
    let correctie = (maan + 11 * epacta + 22 * weekdag) / 451;
    let dagen = epacta + weekdag - 7 * correctie + 21;
    // Counted from 1 March, the 21st at the earliest.
    let maart = Date::new(i16::try_from(jaar).unwrap_or(Date::MAX.year()), 3, 1).unwrap_or(Date::MAX);
    maart.saturating_add(dagen.days())
}

/// The recognised holiday on this day, if it is one.
pub fn feestdag(dag: Date) -> Option<&'static str> {
    let valt_op = |wanneer: &Wanneer| match *wanneer {
        Wanneer::Vast(maand, nummer) => (dag.month(), dag.day()) == (maand, nummer),
        Wanneer::Pasen(na) => pasen(dag.year()).saturating_add(na.days()) == dag,
        Wanneer::Koningsdag => koningsdag(dag.year()) == Some(dag),
    };
    let uit_de_wet = FEESTDAGEN.iter().find(|(wanneer, _)| valt_op(wanneer)).map(|(_, naam)| *naam);
    uit_de_wet.or_else(|| GELIJKGESTELD.contains(&dag).then_some("een dag die met een feestdag is gelijkgesteld"))
}

fn koningsdag(jaar: i16) -> Option<Date> {
    let dag = Date::new(jaar, 4, 27).ok()?;
    if dag.weekday() == Weekday::Sunday { dag.yesterday().ok() } else { Some(dag) }
}

/// Why no term of the law ends on this day: "zaterdag", "zondag" or the name of the holiday.
pub fn vrij(dag: Date) -> Option<&'static str> {
    feestdag(dag).or(match dag.weekday() {
        Weekday::Saturday => Some("een zaterdag"),
        Weekday::Sunday => Some("een zondag"),
        _ => None,
    })
}

/// This day when it is a working day, else the first one after it.
pub fn eerstvolgende_werkdag(mut dag: Date) -> Date {
    while vrij(dag).is_some()
        && let Ok(morgen) = dag.tomorrow()
    {
        dag = morgen;
    }
    dag
}

/// Working days after `van`, up to and with `tot`.
pub fn werkdagen(van: Date, tot: Date) -> usize {
    let dagen = van.series(1.day()).skip(1).take_while(|dag| *dag <= tot);
    dagen.filter(|dag| vrij(*dag).is_none()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (jaar, maand, dag) in [
            (2014, 4, 20),
            (2016, 3, 27),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
            (2100, 3, 28),
        ] {
            assert_eq!(pasen(jaar), date(jaar, maand, dag), "{jaar}");
        }
    }

    #[test]
    fn the_holidays_of_some_years() {
        let van = |jaar| {
            let dagen = date(jaar, 1, 1).series(1.day()).take_while(move |dag| dag.year() == jaar);
            dagen.filter(|dag| feestdag(*dag).is_some()).map(|dag| (dag.month(), dag.day())).collect::<Vec<_>>()
        };
        // 2025: the King's birthday is kept on Saturday the 26th; 30 May was put on a par by decree.
        let in_2025 = [(1, 1), (4, 18), (4, 21), (4, 26), (5, 5), (5, 29), (5, 30), (6, 9), (12, 25), (12, 26)];
        assert_eq!(van(2025), in_2025);
        let in_2026 = [(1, 1), (1, 2), (4, 3), (4, 6), (4, 27), (5, 5), (5, 14), (5, 15), (5, 25), (12, 25), (12, 26)];
        assert_eq!(van(2026), in_2026);
        // 2021: Ascension Day fell on 13 May; no decree of that year stands here.
        assert_eq!(van(2021), [(1, 1), (4, 2), (4, 5), (4, 27), (5, 5), (5, 13), (5, 24), (12, 25), (12, 26)]);
    }

    #[test]
    fn the_next_working_day_is_found_over_a_row_of_free_days() {
        // Good Friday to Easter Monday.
        assert_eq!(eerstvolgende_werkdag(date(2025, 4, 18)), date(2025, 4, 22));
        // Christmas on Thursday and Friday, then the weekend.
        assert_eq!(eerstvolgende_werkdag(date(2025, 12, 25)), date(2025, 12, 29));
        assert_eq!(eerstvolgende_werkdag(date(2025, 12, 24)), date(2025, 12, 24));
        assert_eq!(werkdagen(date(2025, 4, 17), date(2025, 4, 23)), 2);
    }
}
