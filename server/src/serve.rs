//! The server: its router, its limits, and how it stops.

use crate::front::Front;
use crate::log::Log;
use crate::mirror::{self, Forwarder};
use crate::sequencer;
use crate::state::{App, metrics};
use crate::web::{Desk, PAGE_AGE_MAX};
use crate::{api, web};
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderName;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;
use tower::util::MapRequest;
use tower_http::catch_panic::CatchPanicLayer;

/// Open connections: each holds two buffers of 8 KiB, so all of them 64 MiB at the most. More wait
/// in the system's queue.
pub const CONNECTIONS_MAX: usize = 4096;

/// How long a request's head may take, then its body, and how long a connection may lie idle. The
/// fullest batch takes eleven seconds over a line of 1 Mbit/s; a slower sender would hold a
/// connection and its memory for others to wait.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);

/// Bytes of a request's head, which browsers keep well below 8 KiB.
pub const HEAD_BYTES_MAX: usize = 16 * 1024;

/// How long requests under way may take after the server was told to stop: the slowest body, and a
/// second for its answer.
pub const DRAIN_TIMEOUT: Duration = Duration::from_secs(16);

/// Where to serve.
#[derive(Clone, Debug)]
pub struct ServeConfig {
    /// The address to listen on; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Scheme and host as readers see them, such as `https://ledger.example`; empty where they
    /// aren't known.
    pub base_url: String,
    /// How long a request's head may take, and then its body; [`REQUEST_TIMEOUT`] unless an
    /// operator knows better.
    pub request: Duration,
    /// How long requests under way may take after the server was told to stop;
    /// [`DRAIN_TIMEOUT`] unless an operator knows better.
    pub drain: Duration,
    /// How old a page may be whose ledger has moved on; [`PAGE_AGE_MAX`] unless a test reads what it
    /// has just written.
    pub page_age: Duration,
    /// What the browser runs; nothing unless it is given.
    pub front: Front,
    /// Where people sign for their members; nothing unless it is given.
    pub desk: Option<Arc<Desk>>,
    /// The header in which a proxy in front says whose request it is; nothing where readers come by
    /// themselves, and could write what they like.
    pub proxy_header: Option<HeaderName>,
}

/// Where a request's line comes from: a reader, or a proxy in front.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) SocketAddr);

impl ServeConfig {
    /// Serves there, with nothing else said.
    #[must_use]
    pub const fn new(listen: SocketAddr) -> Self {
        Self {
            listen,
            base_url: String::new(),
            request: REQUEST_TIMEOUT,
            drain: DRAIN_TIMEOUT,
            page_age: PAGE_AGE_MAX,
            front: Front::none(),
            desk: None,
            proxy_header: None,
        }
    }
}

/// Why a server can't run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Somebody else listens there.
    #[error(
        "{0} is in use: another program listens there; stop it, or choose another with --listen"
    )]
    InUse(SocketAddr),
    /// The address can't be listened on.
    #[error("can't listen on {address}: {source}")]
    Bind {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// The ledger couldn't be let go of cleanly; everything that was answered is safe.
    #[error("while stopping: {0}")]
    Stop(#[from] crate::store::StoreError),
}

/// A server that holds its port and hasn't answered yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    config: ServeConfig,
}

impl Server {
    /// Takes the port.
    ///
    /// # Errors
    /// [`ServeError::InUse`] or [`ServeError::Bind`].
    pub async fn bind(config: ServeConfig) -> Result<Self, ServeError> {
        let wanted = config.listen;
        let failed = |source: std::io::Error| match source.kind() {
            ErrorKind::AddrInUse => ServeError::InUse(wanted),
            _ => ServeError::Bind {
                address: wanted,
                source,
            },
        };
        let listener = TcpListener::bind(wanted).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self {
            listener,
            address,
            config,
        })
    }

    /// Lets people sign in and sign for their members.
    pub fn open_desk(&mut self, desk: Arc<Desk>) {
        self.config.desk = Some(desk);
    }

    /// The address, with the port that was taken.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `stop` is ready; then lets requests under way end, drains the queue, publishes
    /// what was committed last, and lets go of the ledger.
    ///
    /// # Errors
    /// [`ServeError::Stop`] where the database failed at the very end.
    pub async fn run(
        self,
        sequencer: sequencer::Handle,
        log: Log,
        stop: impl Future<Output = ()>,
    ) -> Result<(), ServeError> {
        if let Err(reason) = metrics() {
            tracing::warn!(reason, "metrics are not recorded");
        }
        let app = Arc::new(App::new(sequencer.clone(), log.clone(), &self.config));
        self.answer(router(&app), stop).await;
        sequencer.drain().await;
        log.shutdown().await;
        Ok(sequencer.shutdown().await?)
    }

    /// Answers as a mirror until `stop` is ready.
    pub async fn mirror(
        self,
        reading: sequencer::Handle,
        log: Log,
        forwarder: Arc<Forwarder>,
        stop: impl Future<Output = ()>,
    ) {
        if let Err(reason) = metrics() {
            tracing::warn!(reason, "metrics are not recorded");
        }
        let app = App::new(reading, log, &self.config).mirroring(forwarder);
        self.answer(router(&Arc::new(app)), stop).await;
    }

    /// Answers with these routes until `stop` is ready; then lets requests under way end.
    pub async fn answer(self, router: Router, stop: impl Future<Output = ()>) {
        let graceful = GracefulShutdown::new();
        let room = Arc::new(Semaphore::new(CONNECTIONS_MAX));
        let mut stop = std::pin::pin!(stop);
        loop {
            let Ok(permit) = Arc::clone(&room).acquire_owned().await else {
                break;
            };
            let accepted = tokio::select! {
                accepted = self.listener.accept() => accepted,
                () = &mut stop => break,
            };
            match accepted {
                Ok((stream, from)) => {
                    let peer = Peer(from);
                    let connection = connection(stream, peer, router.clone(), self.config.request);
                    let connection = graceful.watch(connection);
                    tokio::spawn(async move {
                        // A connection that breaks off is the other side's affair.
                        _ = connection.await;
                        drop(permit);
                    });
                }
                Err(error) => accept_failed(&error).await,
            }
        }
        drop(self.listener);
        if tokio::time::timeout(self.config.drain, graceful.shutdown())
            .await
            .is_err()
        {
            tracing::warn!(
                waited_s = self.config.drain.as_secs(),
                "some requests didn't end in time"
            );
        }
    }
}

/// Out of file descriptors, most likely: what is open must end first.
async fn accept_failed(error: &std::io::Error) {
    tracing::warn!(reason = %error, "a connection wasn't accepted");
    tokio::time::sleep(Duration::from_millis(100)).await;
}

type Incoming = hyper::Request<hyper::body::Incoming>;
type Connection<F> =
    http1::Connection<TokioIo<TcpStream>, TowerToHyperService<MapRequest<Router, F>>>;

fn connection(
    stream: TcpStream,
    peer: Peer,
    router: Router,
    patience: Duration,
) -> Connection<impl Fn(Incoming) -> Request + Clone> {
    // Answers are small and whole: waiting to fill a packet only delays them.
    _ = stream.set_nodelay(true);
    let into_ours = move |request: Incoming| {
        let mut request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(peer);
        request
    };
    let service = TowerToHyperService::new(router.map_request(into_ours));
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(TokioIo::new(stream), service)
}

/// Every route.
pub fn router(app: &Arc<App>) -> Router {
    let submissions = match app.mirror() {
        Some(_) => mirror::routes(),
        None => api::submissions(),
    };
    Router::new()
        .merge(submissions)
        .merge(api::reads(app))
        .merge(api::operations())
        .merge(api::log())
        .merge(web::router(app))
        .layer(CatchPanicLayer::custom(api::panicked))
        .with_state(Arc::clone(app))
}
