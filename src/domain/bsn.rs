//! No client data: a burgerservicenummer is refused in every text that enters the hub.
//!
//! A BSN has eight or nine digits and passes the eleven-test: nine times the first digit, plus eight times
//! the second, … plus two times the eighth, minus the ninth, is divisible by eleven (Besluit BSN, art. 2).

use serde_json::Value;

use super::fout::{Code, Fout};

/// Refuses a command that carries a BSN in any of its texts; the message and the log never hold the number.
pub fn weiger(command: &Value) -> Result<(), Fout> {
    match veld_met_bsn(command, "") {
        None => Ok(()),
        Some(veld) => {
            let bericht = "Hier staat een burgerservicenummer (BSN), of een nummer dat daarop lijkt. Gegevens van \
                           cliënten horen niet in de hub: haal het nummer weg en bewaar opnieuw.";
            Err(Fout { code: Code::BsnGevonden, bericht: bericht.into(), veld: (!veld.is_empty()).then_some(veld) })
        }
    }
}

fn veld_met_bsn(value: &Value, veld: &str) -> Option<String> {
    match value {
        Value::String(text) => bevat_bsn(text).then(|| veld.to_owned()),
        Value::Array(items) => items.iter().find_map(|item| veld_met_bsn(item, veld)),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| veld_met_bsn(value, name)),
        _ => None,
    }
}

/// Does `text` hold a BSN? Also when written as 1234.56.782, 123 456 782 or 123-456-782.
pub fn bevat_bsn(text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let mut start = 0;
    while start < text.len() {
        if !text[start].is_ascii_hexdigit() || (start > 0 && is_part_of_word(text[start - 1])) {
            start += 1;
            continue;
        }
        // Ids are made by the hub and are full of digits; they stand in keys and addresses too.
        if is_id_at(&text, start) {
            start += ID_LENGTH;
            continue;
        }
        let (groups, end) = number_at(&text, start);
        if is_bsn(&groups) && !text.get(end).is_some_and(|next| is_part_of_word(*next)) {
            return true;
        }
        start = end.max(start + 1);
    }
    false
}

const ID_LENGTH: usize = uuid::fmt::Hyphenated::LENGTH;

fn is_id_at(text: &[char], start: usize) -> bool {
    text.get(start..start + ID_LENGTH)
        .is_some_and(|part| uuid::Uuid::try_parse(&part.iter().collect::<String>()).is_ok())
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The digits from `start`, in groups split by single separators, and where they end.
fn number_at(text: &[char], start: usize) -> (Vec<String>, usize) {
    let mut groups = vec![String::new()];
    let mut at = start;
    while at < text.len() {
        if text[at].is_ascii_digit() {
            if let Some(group) = groups.last_mut() {
                group.push(text[at]);
            }
        } else if matches!(text[at], '.' | ' ' | '-' | '\u{a0}') && text.get(at + 1).is_some_and(char::is_ascii_digit) {
            groups.push(String::new());
        } else {
            break;
        }
        at += 1;
    }
    (groups, at)
}

/// Ways in which people write a BSN: in one piece, or in these groups.
const GROUPINGS: [&[usize]; 3] = [&[4, 2, 3], &[3, 3, 3], &[3, 2, 4]];

fn is_bsn(groups: &[String]) -> bool {
    let in_one_piece = |group: &String| matches!(group.len(), 8 | 9) && passes_eleven_test(group);
    if groups.iter().any(in_one_piece) {
        return true;
    }
    GROUPINGS.iter().any(|lengths| {
        groups.windows(lengths.len()).any(|window| {
            window.iter().zip(*lengths).all(|(group, length)| group.len() == *length)
                && passes_eleven_test(&window.concat())
        })
    })
}

fn passes_eleven_test(digits: &str) -> bool {
    let digits: Vec<i64> = format!("{digits:0>9}").chars().filter_map(|c| c.to_digit(10)).map(i64::from).collect();
    let sum: i64 = digits.iter().zip([9, 8, 7, 6, 5, 4, 3, 2, -1]).map(|(digit, weight)| digit * weight).sum();
    digits.iter().any(|digit| *digit != 0) && sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bsn_is_found_however_it_is_written() {
        for text in [
            "123456782",
            "BSN 123456782.",
            "(111222333)",
            "bel over 1234.56.782 terug",
            "123 456 782",
            "123-456-782",
            "10000008",
            "nummer:010000008",
            "nr 123456782, en meer",
            "2026-01-01 123456782",
            "12345678-9abc-4def-8123-456789abcdef 123456782",
        ] {
            assert!(bevat_bsn(text), "{text:?}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "",
            "123456789",
            "1234567",
            "1234567820",
            "000000000",
            "€ 123.456.789",
            "06-12345678",
            "2026-01-01",
            "12345678-9abc-4def-8123-456789abcdef",
            "10000008-1234-4567-8123-456789abcdef",
            "fase-10000008-1234-4567-8123-456789abcdef",
            "/taken/10000008-1234-4567-8123-456789abcdef?van=1",
            "a123456782",
            "123456782b",
            "artikel 1 lid 3",
            "NL91ABNA0417164300",
        ] {
            assert!(!bevat_bsn(text), "{text:?}");
        }
    }

    #[test]
    fn the_field_is_named_and_the_number_is_not() {
        let command = serde_json::json!({ "titel": "ok", "punten": [{ "tekst": "over 123456782" }] });
        let fout = weiger(&command).unwrap_err();
        assert_eq!(fout.veld.as_deref(), Some("tekst"));
        assert!(!fout.bericht.contains("123456782"));
    }
}
