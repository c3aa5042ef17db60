//! A mirror's catch-up: every entry of the ledger fetched over HTTP, proven, checked, judged and
//! written, against the verification ceiling.

use super::report::{Figure, per_second, permille};
use super::{durable, show};
use crate::log_client::{LogUrl, Patience, Remote, Source};
use crate::mirror::{Follower, Home, Pace};
use crate::ports::SystemClock;
use anyhow::{Context, Result, ensure};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Lets a mirror with a folder of its own catch up with the log that is served at an address, and
/// removes what it kept.
///
/// # Errors
/// What the log, the mirror or a file says.
pub(super) async fn measure(
    folder: &Path,
    address: SocketAddr,
    entries: u64,
    ceiling: u64,
) -> Result<()> {
    let copy = folder.join("copy");
    std::fs::create_dir_all(&copy)?;
    let store = Arc::new(durable::writer(&copy).await?);
    let url: LogUrl = format!("http://{address}").parse()?;
    let source = Source::Remote(Remote::new(url, Patience::default()));
    let (held, clock) = (Arc::clone(&store), Arc::new(SystemClock));
    let opened = Home::open(source, None, None, held, copy.join("mirror"), clock).await;
    let (home, _, copied) = opened.context("the mirror can't begin")?;
    let mut follower = Follower::new(home, copied, Pace::default())?;
    let started = Instant::now();
    let size = follower.catch_up().await?;
    let rate = per_second(size, started.elapsed());
    ensure!(
        size == entries,
        "the mirror has {size} of {entries} entries"
    );
    show(&Figure {
        what: format!("a mirror's catch-up, entries a second, {entries} of them"),
        measured: format!("{rate} a second"),
        ratio_permille: Some(permille(rate, ceiling)),
        budget: "of C",
        remark:
            "fetched, proven, checked, judged and written; the log is served on the same processor"
                .to_owned(),
    });
    drop(follower);
    store.close().await?;
    std::fs::remove_dir_all(&copy)?;
    Ok(())
}
