//! `countersign rebuild`.

use super::place::PlaceOptions;
use super::{Exit, Failure, print};
use crate::speech::Message;
use crate::store::Store;
use std::time::Instant;

/// Make every projection again from the notes alone
///
/// Members, steps, tallies and findings are emptied and made again; the notes stay as they are.
/// What comes out is what was there, or something was wrong with it. A rebuild that was
/// interrupted is begun again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  countersign rebuild --data demo")]
pub(super) struct Rebuild {
    #[command(flatten)]
    place: PlaceOptions,
}

impl Rebuild {
    pub(super) async fn run(self) -> Result<Exit, Failure> {
        let place = self.place.settle()?;
        let started = Instant::now();
        let bar = print::bar(0, &Message::new("doing-rebuilding"));
        let show = |done, entries| {
            bar.set_length(entries);
            bar.set_position(done);
        };
        let done = Store::rebuild(place.store(), show).await?;
        bar.finish_and_clear();
        let elapsed = started.elapsed();
        let told = Message::new("rebuilt")
            .count("count", done)
            .with("seconds", print::seconds(elapsed))
            .count("rate", print::per_second(done, elapsed));
        print::line(&told)?;
        Ok(Exit::Ok)
    }
}
