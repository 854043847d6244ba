//! What one does, the others see; what breaks, catches up.

mod crowd;
mod follow;
mod groups;
mod presence;
mod rights;
mod sse;
mod two_nodes;
