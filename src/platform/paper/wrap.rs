//! Words into lines. Pure.

use super::{
    Span,
    fonts::{Face, face},
};

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    pub size: f32,
    pub bold: bool,
    /// Less dark.
    pub soft: bool,
}

/// Letters that are drawn in one go.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub x: f32,
    pub width: f32,
    pub text: String,
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
    pub soft: bool,
    pub link: Option<String>,
}

struct Letter<'s> {
    letter: char,
    width: f32,
    span: &'s Span,
}

fn letters<'s>(spans: &'s [Span], look: Look) -> Vec<Letter<'s>> {
    let mut all = Vec::new();
    for span in spans {
        let Some(face) = face(span.bold || look.bold, span.italic) else { continue };
        for letter in span.text.chars() {
            let letter = if letter == '\n' { Some('\n') } else { face.known(letter) };
            let Some(letter) = letter else { continue };
            let width = if letter == '\n' { 0.0 } else { face.width(letter) * look.size };
            all.push(Letter { letter, width, span });
        }
    }
    all
}

/// The widest word, and all of it on one line.
pub fn extent(spans: &[Span], look: Look) -> (f32, f32) {
    let (mut word, mut widest, mut line, mut longest) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    for Letter { letter, width, .. } in letters(spans, look) {
        line = if letter == '\n' { 0.0 } else { line + width };
        word = if letter == '\n' || letter == ' ' { 0.0 } else { word + width };
        widest = widest.max(word);
        longest = longest.max(line);
    }
    (widest, longest)
}

/// The letters in lines that are at most this wide. A word that is wider itself is cut.
pub fn lines(spans: &[Span], look: Look, x: f32, room: f32) -> Vec<Vec<Piece>> {
    let all = letters(spans, look);
    let mut lines = Vec::new();
    let (mut start, mut width, mut after) = (0, 0.0, None);
    for (index, letter) in all.iter().enumerate() {
        if letter.letter == '\n' {
            lines.push(pieces(&all[start..index], look, x));
            (start, width, after) = (index + 1, 0.0, None);
            continue;
        }
        width += letter.width;
        if width > room && letter.letter != ' ' {
            let cut = after.filter(|cut| *cut > start).unwrap_or_else(|| index.max(start + 1));
            lines.push(pieces(&all[start..cut], look, x));
            start = cut;
            width = all[start..=index.max(start - 1)].iter().map(|letter| letter.width).sum();
            after = None;
        }
        if matches!(letter.letter, ' ' | '-' | '/') {
            after = Some(index + 1);
        }
    }
    lines.push(pieces(&all[start.min(all.len())..], look, x));
    lines
}

fn pieces(letters: &[Letter], look: Look, mut x: f32) -> Vec<Piece> {
    let mut pieces: Vec<(&Span, Piece)> = Vec::new();
    for Letter { letter, width, span } in letters {
        match pieces.last_mut() {
            Some((last, piece)) if std::ptr::eq(*last, *span) => {
                piece.text.push(*letter);
                piece.width += width;
            }
            _ => {
                let piece = Piece {
                    x,
                    width: *width,
                    text: letter.to_string(),
                    size: look.size,
                    bold: span.bold || look.bold,
                    italic: span.italic,
                    soft: look.soft,
                    link: span.link.clone(),
                };
                pieces.push((span, piece));
            }
        }
        x += width;
    }
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

impl Piece {
    pub fn face(&self) -> Option<&'static Face> {
        face(self.bold, self.italic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { size: 10.0, bold: false, soft: false };

    fn words(text: &str, room: f32) -> Vec<String> {
        let spans = [Span::plain(text)];
        let text = |line: &Vec<Piece>| line.iter().map(|piece| piece.text.as_str()).collect::<String>();
        lines(&spans, LOOK, 0.0, room).iter().map(text).collect()
    }

    #[test]
    fn lines_break_at_words_and_nothing_is_lost() {
        let text = "Aanbieders delen het plan van aanpak met de toegang.";
        for room in [20.0, 60.0, 120.0, 500.0] {
            assert_eq!(words(text, room).concat(), text, "{room}");
        }
        assert_eq!(words("een twee", 25.0), ["een ", "twee"]);
        assert_eq!(words("een\ntwee", 500.0), ["een", "twee"]);
        assert!(words(&"x".repeat(100), 30.0).len() > 10, "a word that is too wide is cut");
        assert_eq!(words("", 30.0), [""]);
    }
}
