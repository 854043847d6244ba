//! What the hub is about. Dutch words, no machinery.
//!
//! - [`command`]: the one door for writes. - [`rechten`]: who may do what. - [`fout`]: what can go wrong.
//! - [`gebeurtenis`]: everything that can happen. - [`beeld`]: the present, folded from the log.
//! - [`sporen`]: what an answer was made from. - [`bsn`]: no client data comes in. - [`invoer`]: texts and dates as people type them.
//! - [`logboek`]: the log as people read it. - [`vandaag`]: what waits for me. - [`aanwezigheid`]: who is here.
//! - [`reacties`]: what the hub does of its own accord.
//! - [`graphql`], [`node`]: what the GraphQL side of every context shares.
//! - [`woorden`]: dates and counts as people read them.
//! - [`organisatie`], [`integratie`], [`afspraken`], [`sessies`], [`contracten`], [`meldingen`], [`weergaven`]: the contexts.
//! - [`opbrengsten`]: what a session leaves on the board. - [`sessieverslag`]: to whom its report goes.
//! - [`zoeken`]: finding everything in the hub.
//! - [`postbus`]: what there is to tell to whom. - [`impact`]: whom something touches.
//! - [`stakeholderacties`]: what the map of stakeholders does.
//! - [`lijnen`]: what runs over each line of communication.
//! - [`gremia`]: what bodies decide and when they meet. - [`gemeentewerk`]: what waits for a gemeente. - [`vergeten`]: what nobody looks after.
//! - [`bijdrage`]: how the gemeenten share the work.
//! - [`contractwerk`]: where contracts meet the board.

pub mod aanwezigheid;
pub mod afspraken;
pub mod beeld;
pub mod begrippen;
pub mod bijdrage;
pub mod bsn;
pub mod command;
pub mod contracten;
pub mod contractwerk;
pub mod fout;
pub mod gebeurtenis;
pub mod gemeentewerk;
pub mod graphql;
pub mod gremia;
pub mod herinneringen;
pub mod impact;
pub mod inlezen;
pub mod integratie;
pub mod invoer;
pub mod lijnen;
pub mod logboek;
pub mod meldingen;
pub mod node;
pub mod opbrengsten;
pub mod organisatie;
pub mod postbus;
pub mod reacties;
pub mod rechten;
pub mod sessies;
pub mod sessieverslag;
pub mod sporen;
pub mod stakeholderacties;
pub mod teksten;
pub mod uitvoer;
pub mod vandaag;
pub mod vergeten;
pub mod weergaven;
pub mod woorden;
pub mod zoeken;
