//! Pages of a list: cut by `first` and `after`, at most a hundred at a time.

use async_graphql::{Error, connection::PageInfo};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

/// The most a client may ask for at once.
pub const MAX: usize = 100;

/// Where a page begins and how long it may be.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub first: usize,
    pub after: Option<i64>,
}

impl Window {
    /// Reads the arguments of a field; a cursor holds the sort key of the last item before the page.
    pub fn new(first: i32, after: Option<String>) -> Result<Self, Error> {
        let first = usize::try_from(first).ok().filter(|first| (1..=MAX).contains(first));
        let first = first.ok_or_else(|| invalid("Vraag 1 tot 100 regels per keer (`first`)."))?;
        let after = after
            .map(|cursor| decode(&cursor).ok_or_else(|| invalid("Dit is geen cursor van deze lijst.")))
            .transpose()?;
        Ok(Self { first, after })
    }
}

fn invalid(message: &str) -> Error {
    use async_graphql::ErrorExtensions;
    Error::new(message).extend_with(|_, extensions| extensions.set("code", "ONGELDIGE_WAARDE"))
}

/// The cursor of an item with this sort key.
pub fn cursor(key: i64) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(key.to_string())
}

fn decode(cursor: &str) -> Option<i64> {
    String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?.parse().ok()
}

/// A page of a list that is in memory: items with their place in the list as cursor.
pub struct Page<T> {
    pub items: Vec<(i64, T)>,
    pub total: usize,
    pub info: PageInfo,
}

/// Cuts a page out of a whole list.
pub fn cut<T>(all: Vec<T>, window: Window) -> Page<T> {
    let total = all.len();
    let skip = window.after.map_or(0, |after| usize::try_from(after).map_or(0, |after| after + 1));
    let items: Vec<_> = (0_i64..).zip(all).skip(skip).take(window.first).collect();
    let more = skip + items.len() < total;
    let info = info(&items, more, skip > 0);
    Page { items, total, info }
}

/// Page information for items that carry their sort key.
pub fn info<T>(items: &[(i64, T)], more: bool, before: bool) -> PageInfo {
    PageInfo {
        has_next_page: more,
        has_previous_page: before,
        start_cursor: items.first().map(|(key, _)| cursor(*key)),
        end_cursor: items.last().map(|(key, _)| cursor(*key)),
    }
}

/// The edge and connection types of one list, in memory.
macro_rules! connection {
    ($(#[$doc:meta])* $connection:ident, $(#[$edge_doc:meta])* $edge:ident, $node:ty) => {
        $(#[$edge_doc])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $edge {
            /// Plek in de lijst, om met `after` verder te lezen.
            cursor: String,
            /// Wat er op die plek staat.
            node: $node,
        }

        $(#[$doc])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $connection {
            /// Deze bladzijde, met de plek in de lijst.
            edges: Vec<$edge>,
            /// Deze bladzijde.
            nodes: Vec<$node>,
            /// Is er meer?
            page_info: async_graphql::connection::PageInfo,
            /// Hoeveel er in het geheel zijn.
            totaal: usize,
        }

        impl From<$crate::platform::graphql::page::Page<$node>> for $connection {
            fn from(page: $crate::platform::graphql::page::Page<$node>) -> Self {
                let nodes = page.items.iter().map(|(_, node)| node.clone()).collect();
                let edges = page.items.into_iter().map(|(key, node)| $edge {
                    cursor: $crate::platform::graphql::page::cursor(key),
                    node,
                });
                Self { nodes, edges: edges.collect(), page_info: page.info, totaal: page.total }
            }
        }
    };
}
pub(crate) use connection;
