//! A calendar as text that other programs follow: iCalendar, RFC 5545, of whole days.

use jiff::{Timestamp, ToSpan, civil::Date};

/// Octets on one line, without its end.
const LINE: usize = 75;

/// One whole day in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for as long as it is the same event.
    pub uid: String,
    pub day: Date,
    pub title: String,
    pub note: String,
}

/// A calendar with these events, as it is at `now`.
pub fn ics(name: &str, now: Timestamp, events: &[Event]) -> String {
    let mut text = String::new();
    let stamp = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut line = |line: String| fold(&line, &mut text);
    for head in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samenspel//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
        line(head.to_owned());
    }
    line(format!("X-WR-CALNAME:{}", escaped(name)));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT1H".to_owned());
    for event in events {
        let next = event.day.saturating_add(1.day());
        line("BEGIN:VEVENT".to_owned());
        line(format!("UID:{}", escaped(&event.uid)));
        line(format!("DTSTAMP:{stamp}"));
        line(format!("DTSTART;VALUE=DATE:{}", event.day.strftime("%Y%m%d")));
        line(format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")));
        line(format!("SUMMARY:{}", escaped(&event.title)));
        line(format!("DESCRIPTION:{}", escaped(&event.note)));
        line("TRANSP:TRANSPARENT".to_owned());
        line("END:VEVENT".to_owned());
    }
    line("END:VCALENDAR".to_owned());
    text
}

/// A text as the value of a property.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// Adds a line, in pieces that are short enough: each next one begins with a space. No character is torn in two.
fn fold(line: &str, text: &mut String) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = LINE - 1;
        }
        text.push(c);
        room -= c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_calendar_is_readable_for_other_programs_whatever_stands_in_it() {
        let event = Event {
            uid: "taak-1@samenspel".into(),
            day: date(2026, 12, 31),
            title: format!("Eerst; dan, en \\ “zo”\nverder {}", "é".repeat(60)),
            note: String::new(),
        };
        let text = ics("Samenspel", Timestamp::UNIX_EPOCH, &[event]);
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{text}");
        assert!(text.contains("DTSTAMP:19700101T000000Z"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        let unfolded = text.replace("\r\n ", "");
        let title = format!("SUMMARY:Eerst\\; dan\\, en \\\\ “zo”\\nverder {}\r\n", "é".repeat(60));
        assert!(unfolded.contains(&title), "{unfolded}");
    }
}
