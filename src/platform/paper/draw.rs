//! Pages into a PDF, with the tree of what stands on them.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::{
    Document, SerializeSettings,
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect},
    metadata::Metadata,
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::{Page, PageSettings},
    paint::{Fill, FillRule},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag, TagGroup,
        TagKind, TagTree,
    },
};

use super::{
    Paper,
    flow::{Branch, Kind, MARGIN, Mark, PAGE},
    pages::Placed,
    wrap::{Look, Piece, lines},
};

const INK: (u8, u8, u8) = (26, 26, 26);
const SOFT: (u8, u8, u8) = (89, 89, 89);
const LINK: (u8, u8, u8) = (10, 90, 140);
const LINE: (u8, u8, u8) = (150, 150, 150);
const GROUND: (u8, u8, u8) = (237, 240, 243);
const THIN: f32 = 0.6;
/// From the foot of a row to where its letters stand, in parts of their size.
const BASELINE: f32 = 1.02;

/// Something that was drawn, or a link over it.
enum Leaf {
    Drawn(Identifier),
    Link(Identifier, Identifier),
}

fn fill((red, green, blue): (u8, u8, u8)) -> Option<Fill> {
    let paint = rgb::Color::new(red, green, blue).into();
    Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::NonZero })
}

/// The document as a PDF that holds to PDF/UA, or what is wrong with it.
pub fn pdf(paper: &Paper, pages: &[Vec<Placed>], tree: Vec<Branch>) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|error| format!("{error:?}"))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut leaves: Vec<Vec<Leaf>> = tree.iter().map(|_| Vec::new()).collect();
    let mut outline = Outline::new();
    for (number, placed) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("no page")?;
        let mut page = document.start_page_with(settings);
        let links = one(&mut page, paper, placed, (number + 1, pages.len()), &mut leaves);
        for (branch, drawn, annotation) in links {
            let over = page.add_tagged_annotation(annotation);
            leaves[branch].push(Leaf::Link(drawn, over));
        }
        page.finish();
        for row in placed.iter().filter(|placed| !placed.again) {
            if let Some(Kind::Heading(_, title)) = row.row.heading.and_then(|branch| tree[branch].kind.as_ref()) {
                let to = XyzDestination::new(number, Point::from_xy(0.0, row.y));
                outline.push_child(OutlineNode::new(title.clone(), to));
            }
        }
    }
    let mut root = TagTree::new().with_lang(Some(paper.language.clone()));
    let mut leaves: Vec<Option<Vec<Leaf>>> = leaves.into_iter().map(Some).collect();
    for child in &tree[0].children {
        root.push(group(&tree, *child, &mut leaves)?);
    }
    document.set_tag_tree(root);
    document.set_outline(outline);
    document.set_metadata(Metadata::new().title(paper.title.clone()).language(paper.language.clone()));
    document.finish().map_err(|error| format!("{error:?}"))
}

/// Draws one page; answers the links on it, which come over what is drawn.
fn one(
    page: &mut Page,
    paper: &Paper,
    placed: &[Placed],
    numbers: (usize, usize),
    leaves: &mut [Vec<Leaf>],
) -> Vec<(usize, Identifier, Annotation)> {
    let mut links = Vec::new();
    let mut surface = page.surface();
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    for Placed { y, row, .. } in placed {
        for (from, to) in &row.shade {
            rectangle(&mut surface, (*from, *y, to - from, row.height), GROUND);
        }
    }
    for Placed { y, row, .. } in placed {
        for x in &row.upright {
            rectangle(&mut surface, (x - THIN / 2.0, *y, THIN, row.height), LINE);
        }
        if let Some((from, to)) = row.top {
            rectangle(&mut surface, (from - THIN / 2.0, y - THIN / 2.0, to - from + THIN, THIN), LINE);
        }
    }
    surface.end_tagged();
    for Placed { y, row, again } in placed {
        for Mark { piece, branch } in &row.marks {
            if *again {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
                letters(&mut surface, piece, *y);
                surface.end_tagged();
                continue;
            }
            let drawn = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            letters(&mut surface, piece, *y);
            surface.end_tagged();
            match piece.link.as_ref().and_then(|link| annotation(link, piece, *y, row.height)) {
                Some(annotation) => links.push((*branch, drawn, annotation)),
                None => leaves[*branch].push(Leaf::Drawn(drawn)),
            }
        }
    }
    foot(&mut surface, paper, numbers);
    surface.finish();
    links
}

fn rectangle(surface: &mut Surface, (x, y, width, height): (f32, f32, f32, f32), color: (u8, u8, u8)) {
    let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    let Some(path) = path.finish() else { return };
    surface.set_fill(fill(color));
    surface.draw_path(&path);
}

fn letters(surface: &mut Surface, piece: &Piece, y: f32) {
    let Some(face) = piece.face() else { return };
    let color = match piece {
        Piece { link: Some(_), .. } => LINK,
        Piece { soft: true, .. } => SOFT,
        _ => INK,
    };
    surface.set_fill(fill(color));
    let at = Point::from_xy(piece.x, y + piece.size * BASELINE);
    surface.draw_glyphs(at, &face.glyphs(&piece.text), face.font.clone(), &piece.text, piece.size, false);
    if piece.link.is_some() {
        rectangle(surface, (piece.x, y + piece.size * (BASELINE + 0.14), piece.width, 0.5), LINK);
    }
}

fn annotation(link: &str, piece: &Piece, y: f32, height: f32) -> Option<Annotation> {
    let rect = Rect::from_xywh(piece.x, y, piece.width, height)?;
    let target = Target::Action(Action::Link(LinkAction::new(link.to_owned())));
    Some(Annotation::new_link(LinkAnnotation::new(rect, target), Some(piece.text.trim().to_owned())))
}

fn foot(surface: &mut Surface, paper: &Paper, (number, of): (usize, usize)) {
    const LOOK: Look = Look { size: 8.5, bold: false, soft: true };
    let y = PAGE.1 - 46.0;
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    rectangle(surface, (MARGIN, y - 5.0, PAGE.0 - 2.0 * MARGIN, THIN), LINE);
    let room = PAGE.0 - 2.0 * MARGIN - 60.0;
    let left = lines(&[super::Span::plain(paper.footer.as_str())], LOOK, MARGIN, room);
    for piece in left.into_iter().next().unwrap_or_default() {
        letters(surface, &piece, y);
    }
    let count = [super::Span::plain(format!("{number} / {of}"))];
    for mut piece in lines(&count, LOOK, 0.0, 60.0).into_iter().flatten() {
        piece.x = PAGE.0 - MARGIN - piece.width;
        letters(surface, &piece, y);
    }
    surface.end_tagged();
}

/// A branch with everything on it.
fn group(tree: &[Branch], index: usize, leaves: &mut [Option<Vec<Leaf>>]) -> Result<Node, String> {
    let branch = &tree[index];
    let kind = branch.kind.as_ref().ok_or("a branch without a kind")?;
    let mut group = TagGroup::new(tag(kind));
    for leaf in leaves[index].take().unwrap_or_default() {
        match leaf {
            Leaf::Drawn(drawn) => group.push(drawn),
            Leaf::Link(drawn, over) => group.push(TagGroup::with_children(Tag::Link, vec![drawn.into(), over.into()])),
        }
    }
    for child in &branch.children {
        group.push(self::group(tree, *child, leaves)?);
    }
    Ok(group.into())
}

fn tag(kind: &Kind) -> TagKind {
    let span = |count: usize| u32::try_from(count).ok().and_then(NonZeroU32::new).filter(|count| count.get() > 1);
    match kind {
        Kind::Heading(level, title) => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List { numbered: true } => Tag::L(ListNumbering::Decimal).into(),
        Kind::List { numbered: false } => Tag::L(ListNumbering::Disc).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Quote => Tag::BlockQuote.into(),
        Kind::Table => Tag::Table.into(),
        Kind::TableRow => Tag::TR.into(),
        Kind::Header { columns, rows } => {
            Tag::TH(TableHeaderScope::Column).with_col_span(span(*columns)).with_row_span(span(*rows)).into()
        }
        Kind::Data { columns, rows } => Tag::TD.with_col_span(span(*columns)).with_row_span(span(*rows)).into(),
    }
}
