//! The letters, which come along in the binary: Source Sans 3, as on the screen.

use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{
    FontRef, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

static REGULAR: &[u8] = include_bytes!("fonts/SourceSans3-Regular.otf");
static BOLD: &[u8] = include_bytes!("fonts/SourceSans3-Semibold.otf");
static ITALIC: &[u8] = include_bytes!("fonts/SourceSans3-It.otf");
static BOLD_ITALIC: &[u8] = include_bytes!("fonts/SourceSans3-SemiboldIt.otf");
static FACES: LazyLock<Option<[Face; 4]>> = LazyLock::new(|| {
    let [regular, bold, italic, bold_italic] = [REGULAR, BOLD, ITALIC, BOLD_ITALIC].map(Face::read);
    Some([regular?, bold?, italic?, bold_italic?])
});

/// What a font has no shape for.
const UNKNOWN: char = '?';

/// One font.
pub struct Face {
    pub font: Font,
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
    units: f32,
}

/// The face for these letters.
pub fn face(bold: bool, italic: bool) -> Option<&'static Face> {
    FACES.as_ref().map(|faces| &faces[usize::from(bold) + 2 * usize::from(italic)])
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = Font::new(bytes.into(), 0)?;
        let read = FontRef::new(bytes).ok()?;
        let widths = read.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Self { units: font.units_per_em(), font, letters: read.charmap(), widths })
    }

    /// The letter as this font can draw it; `None`: nothing is to be seen of it.
    pub fn known(&self, letter: char) -> Option<char> {
        match letter {
            '\t' => Some(' '),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => None,
            letter if letter.is_control() => None,
            letter if self.letters.map(letter).is_some() => Some(letter),
            _ => Some(UNKNOWN),
        }
    }

    /// How wide a letter is, in parts of the size.
    pub fn width(&self, letter: char) -> f32 {
        let glyph = self.letters.map(letter);
        glyph.and_then(|glyph| self.widths.advance_width(glyph)).unwrap_or_default() / self.units
    }

    /// The letters as they are drawn.
    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let glyph = |(at, letter): (usize, char)| {
            let id = self.letters.map(letter).map_or(0, |glyph| glyph.to_u32());
            let range = at..at + letter.len_utf8();
            KrillaGlyph::new(GlyphId::new(id), self.width(letter), 0.0, 0.0, 0.0, range, None)
        };
        text.char_indices().map(glyph).collect()
    }
}
