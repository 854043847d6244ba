//! Who is at a text and where their cursor is: of the moment, relayed, never stored.
//!
//! A client of y-websocket also repeats what others said. That is let through in silence when it is nothing new, and
//! refused when someone speaks for another.

use std::{collections::HashMap, time::Duration};

use tokio::time::Instant;
use uuid::Uuid;

use super::wire::Entry;

/// What one client may say about itself.
const MAX_STATE: usize = 8 * 1024;
/// A client renews what it says every 15 seconds; one on another node that does not is gone.
const SILENCE: Duration = Duration::from_secs(45);

/// Someone at the text.
struct Peer {
    author: Option<Uuid>,
    clock: u64,
    /// `None` when they left: kept, so that an echo does not bring them back.
    state: Option<String>,
    /// On another node.
    away: bool,
    heard: Instant,
}

#[derive(Default)]
pub struct Awareness(HashMap<u64, Peer>);

/// Someone speaks for another, or says too much.
#[derive(Debug, PartialEq, Eq)]
pub struct Spoofed;

impl Awareness {
    /// Takes what this author says; answers what is news to the others.
    pub fn hear(&mut self, author: Option<Uuid>, entries: Vec<Entry>, away: bool) -> Result<Vec<Entry>, Spoofed> {
        let mut news = Vec::new();
        for entry in entries {
            if entry.state.len() > MAX_STATE {
                return Err(Spoofed);
            }
            match self.0.get(&entry.client) {
                Some(known) if entry.clock < known.clock => continue,
                Some(known) if entry.clock == known.clock => {
                    let leaves = entry.is_gone() && known.state.is_some() && known.author == author;
                    if !leaves {
                        continue;
                    }
                }
                Some(known) if known.author != author => return Err(Spoofed),
                None if entry.is_gone() => continue,
                Some(_) | None => {}
            }
            let state = (!entry.is_gone()).then(|| entry.state.clone());
            let peer = Peer { author, clock: entry.clock, state, away, heard: Instant::now() };
            self.0.insert(entry.client, peer);
            news.push(entry);
        }
        Ok(news)
    }

    /// These clients are gone, without having said so.
    pub fn leave(&mut self, clients: impl Iterator<Item = u64>) -> Vec<Entry> {
        clients.filter_map(|client| self.drop_state(client)).collect()
    }

    fn drop_state(&mut self, client: u64) -> Option<Entry> {
        let peer = self.0.get_mut(&client)?;
        peer.state.take()?;
        Some(Entry { client, clock: peer.clock, state: "null".into() })
    }

    /// Those on other nodes that were not heard for too long.
    pub fn forget_silent(&mut self) -> Vec<Entry> {
        let silent = self.0.iter().filter(|(_, peer)| peer.away && peer.heard.elapsed() > SILENCE);
        let silent: Vec<u64> = silent.map(|(client, _)| *client).collect();
        self.leave(silent.into_iter())
    }

    /// Everyone who is here; or only those with this node, each with who they are.
    pub fn all(&self) -> Vec<Entry> {
        self.0.iter().filter_map(|(client, peer)| entry(*client, peer)).collect()
    }

    pub fn own(&self) -> Vec<(Option<Uuid>, Entry)> {
        let own = self.0.iter().filter(|(_, peer)| !peer.away);
        own.filter_map(|(client, peer)| Some((peer.author, entry(*client, peer)?))).collect()
    }
}

fn entry(client: u64, peer: &Peer) -> Option<Entry> {
    Some(Entry { client, clock: peer.clock, state: peer.state.clone()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(client: u64, clock: u64, state: &str) -> Vec<Entry> {
        vec![Entry { client, clock, state: state.into() }]
    }

    #[test]
    fn everyone_speaks_for_themselves_and_echoes_are_no_news() {
        let [anna, bram] = [1, 2].map(|id| Some(Uuid::from_u128(id)));
        let mut here = Awareness::default();
        assert_eq!(here.hear(anna, says(7, 1, "{}"), false), Ok(says(7, 1, "{}")));
        assert_eq!(here.hear(bram, says(7, 1, "{}"), false), Ok(vec![]), "an echo");
        assert_eq!(here.hear(bram, says(7, 1, "null"), false), Ok(vec![]), "Bram heard nothing of her for a while");
        assert_eq!(here.hear(bram, says(7, 2, "{\"user\":{}}"), false), Err(Spoofed));
        assert_eq!(here.leave([7].into_iter()), says(7, 1, "null"));
        assert_eq!(here.hear(bram, says(7, 1, "{}"), false), Ok(vec![]), "an echo of who left");
        assert_eq!(here.hear(bram, says(7, 2, "{}"), false), Err(Spoofed), "nor afterwards");
        assert_eq!(here.hear(anna, says(7, 2, "{}"), false), Ok(says(7, 2, "{}")), "she is back");
        assert_eq!(here.all().len(), 1);
    }
}
