//! Rows on their way to a reader: read a piece, write it, send it, forget it.

use super::rows::Rows;
use crate::export::table::{Sink, TableWriter, XLSX_ROWS_MAX};
use crate::store::Store;
use crate::web::WebError;
use app::views::ProblemPage;
use axum::body::Body;
use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::unfold;
use std::io;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::timeout;

/// Files under way at a time: each holds a snapshot and a share of a processor.
pub(crate) const TAKES_MAX: usize = 4;

/// How long a reader may take for one piece: beyond it the line is dead.
const PIECE_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a file may take in all. The snapshot keeps the write-ahead log from being written back,
/// so it can't be left to the slowest reader: a million rows over 1 MB/s are three minutes.
const TAKE_TIMEOUT: Duration = Duration::from_secs(15 * 60);

/// Pieces that wait for the reader.
const PIECES_WAITING: usize = 2;

/// Bytes of a piece at the most; what is larger is sent in several.
const PIECE_BYTES: usize = 256 * 1024;

/// A file that is being made.
pub(super) struct Taking {
    pub(super) still: Store,
    pub(super) rows: Rows,
    pub(super) writer: Box<dyn TableWriter>,
    pub(super) sink: Sink,
    pub(super) permit: OwnedSemaphorePermit,
}

impl Taking {
    /// As a body that grows while it is read.
    pub(super) fn stream(self) -> Body {
        let (out, pieces) = channel(PIECES_WAITING);
        tokio::spawn(run(out, move |out| self.send(out)));
        body(pieces)
    }

    async fn send(mut self, out: Sender<Piece>) -> io::Result<()> {
        while let Some(rows) = self
            .rows
            .next(&self.still)
            .await
            .map_err(io::Error::other)?
        {
            self.writer.rows(rows)?;
            send(&out, self.sink.take()).await?;
        }
        // Nothing is read any more: the snapshot needn't wait for the reader.
        self.still.close().await.map_err(io::Error::other)?;
        self.writer.finish()?;
        send(&out, self.sink.take()).await?;
        drop(self.permit);
        Ok(())
    }

    /// Made whole before it is sent, for a format that can't be sent before its end is known.
    pub(super) async fn whole(mut self) -> Result<Body, WebError> {
        let mut count = 0;
        while let Some(rows) = self.rows.next(&self.still).await? {
            count += rows.len();
            if count > XLSX_ROWS_MAX {
                return Err(too_many_rows());
            }
            self.writer.rows(rows).map_err(|error| failed(&error))?;
        }
        self.still.close().await?;
        let (writer, sink) = (self.writer, self.sink);
        let finished = tokio::task::spawn_blocking(move || writer.finish()).await;
        finished
            .map_err(io::Error::other)
            .flatten()
            .map_err(|error| failed(&error))?;
        Ok(Body::from(sink.take()))
    }
}

fn failed(error: &io::Error) -> WebError {
    WebError::Internal(error.to_string().into())
}

fn too_many_rows() -> WebError {
    WebError::Problem(ProblemPage {
        status: 422,
        code: Some("too-many-rows".to_owned()),
        detail: format!("XLSX: {XLSX_ROWS_MAX}"),
        ..ProblemPage::default()
    })
}

/// Bytes, or why there are no more: the answer breaks off then, and the reader sees that it did.
pub(super) type Piece = io::Result<Bytes>;

/// Runs what sends pieces, within the time that a file may take.
pub(super) async fn run<F: Future<Output = io::Result<()>>>(
    out: Sender<Piece>,
    send: impl FnOnce(Sender<Piece>) -> F,
) {
    let sent = timeout(TAKE_TIMEOUT, send(out.clone())).await;
    let sent = sent.unwrap_or_else(|late| Err(io::Error::other(late)));
    if let Err(error) = sent {
        tracing::info!(reason = %error, "a file wasn't taken to its end");
        // Where the reader has gone there is nobody to tell.
        _ = timeout(PIECE_TIMEOUT, out.send(Err(error))).await;
    }
}

/// Sends bytes in pieces; an error where nobody takes them.
pub(super) async fn send(out: &Sender<Piece>, bytes: Vec<u8>) -> io::Result<()> {
    let mut bytes = Bytes::from(bytes);
    while !bytes.is_empty() {
        let piece = bytes.split_to(bytes.len().min(PIECE_BYTES));
        let sent = timeout(PIECE_TIMEOUT, out.send(Ok(piece))).await;
        let gone = || io::Error::from(io::ErrorKind::BrokenPipe);
        sent.map_err(|_| gone())?.map_err(|_| gone())?;
    }
    Ok(())
}

/// The pieces as a body.
pub(super) fn body(pieces: Receiver<Piece>) -> Body {
    let pieces = unfold(pieces, async |mut pieces: Receiver<Piece>| {
        pieces.recv().await.map(|piece| (piece, pieces))
    });
    // Whoever compresses asks once more behind the end.
    Body::from_stream(pieces.fuse())
}

/// A new line of pieces.
pub(super) fn line() -> (Sender<Piece>, Receiver<Piece>) {
    channel(PIECES_WAITING)
}
