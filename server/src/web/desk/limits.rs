//! How often one network may knock: beside the waits of one account, which whoever tries many accounts
//! would never meet.
//!
//! Each knock costs a turn, and turns come back one by one. What is known of networks is bounded: where
//! too many knock at once, those that knocked longest ago are forgotten.

use super::super::boundary::route_of;
use super::super::error::WebError;
use crate::provider::RETURN_PATH;
use crate::serve::Peer;
use crate::state::App;
use app::views::ProblemPage;
use axum::extract::{Request, State};
use axum::http::{HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ledger::field::Moment;
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

/// So many turns at once, and then one more in so many seconds.
#[derive(Clone, Copy, Debug)]
struct Limit {
    turns: i64,
    seconds: i64,
}

/// A bureau of thirty behind one address signs in within a minute on a Monday; whoever guesses gets
/// on at 360 tries an hour, over all accounts together.
const SIGN_IN: Limit = Limit {
    turns: 30,
    seconds: 10,
};

/// A training room takes up its invitations at once, and mistypes some.
const JOIN: Limit = Limit {
    turns: 30,
    seconds: 30,
};

/// Links are opened, closed and opened again. A link has 256 bits: nobody meets one by trying, but
/// each try asks the database.
const LINK: Limit = Limit {
    turns: 60,
    seconds: 10,
};

/// Parts of documents: 600 of the smallest, 38 MB, at once from all of an office's people, and then as
/// many as fill half a megabit a second. Each costs a file's end written.
const PART: Limit = Limit {
    turns: 600,
    seconds: 1,
};

/// Networks of one generation, of which two are kept: some 64 bytes each, so a megabyte together.
const NETWORKS_MAX: usize = 8_192;

/// What is knocked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Door {
    SignIn,
    Join,
    Link,
    Part,
}

impl Door {
    /// What a request knocks at, if at anything.
    fn of(method: &Method, route: &str) -> Option<Self> {
        let post = *method == Method::POST;
        match route {
            "/{language}/desk/sign-in"
            | "/{language}/desk/sign-in/begin"
            | "/{language}/desk/sign-in/passkey"
            | "/{language}/desk/sign-in/provider"
            | "/{language}/desk/sign-in/provider/code"
                if post =>
            {
                Some(Self::SignIn)
            }
            RETURN_PATH => Some(Self::SignIn),
            "/{language}/desk/join/{token}" if post => Some(Self::Join),
            "/{language}/desk/join/{token}" => Some(Self::Link),
            "/{language}/desk/parts/{name}" if *method == Method::PATCH => Some(Self::Part),
            _ => None,
        }
    }

    const fn limit(self) -> Limit {
        match self {
            Self::SignIn => SIGN_IN,
            Self::Join => JOIN,
            Self::Link => LINK,
            Self::Part => PART,
        }
    }
}

/// Who knocks, as far as an address says it: in IPv6 a household or an office has a /64, and could
/// knock from each of its addresses in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Network {
    V4(u32),
    V6(u64),
}

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self::V4(address.to_bits()),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments().map(u64::from);
                Self::V6(a << 48 | b << 32 | c << 16 | d)
            }
        }
    }
}

type Knocker = (Door, Network);

/// When each network has all its turns back, in two generations.
#[derive(Debug, Default)]
struct Known {
    young: HashMap<Knocker, i64>,
    old: HashMap<Knocker, i64>,
}

impl Known {
    fn full_again(&self, who: &Knocker) -> Option<i64> {
        self.young.get(who).or_else(|| self.old.get(who)).copied()
    }

    fn keep(&mut self, who: Knocker, full_again: i64) {
        if self.young.len() >= NETWORKS_MAX && !self.young.contains_key(&who) {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(who, full_again);
    }
}

/// Who knocked lately.
#[derive(Debug, Default)]
pub struct Doors(Mutex<Known>);

impl Doors {
    /// Takes a turn; or says after how many seconds there is one.
    fn knock(&self, who: Knocker, now: Moment) -> Result<(), u32> {
        let Limit { turns, seconds } = who.0.limit();
        let all = turns * seconds;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was put back must shut nobody out for longer than its limit does.
        let full_again = known.full_again(&who).unwrap_or(now.0);
        let after = full_again.clamp(now.0, now.0 + all) + seconds;
        let wait = after - now.0 - all;
        if wait > 0 {
            return Err(u32::try_from(wait).unwrap_or(u32::MAX));
        }
        known.keep(who, after);
        Ok(())
    }
}

/// Lets a request through while its network has turns.
pub(super) async fn limit(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let door = Door::of(request.method(), &route_of(&request));
    if let Some((door, desk)) = door.zip(app.desk()) {
        let who = (door, network(&request, app.proxy_header()));
        if let Err(seconds) = desk.doors.knock(who, desk.people.now()) {
            return too_many(seconds).into_response();
        }
    }
    next.run(request).await
}

fn too_many(seconds: u32) -> WebError {
    WebError::Problem(ProblemPage {
        status: StatusCode::TOO_MANY_REQUESTS.as_u16(),
        retry_after_seconds: Some(seconds),
        ..ProblemPage::default()
    })
}

/// Whose request it is: by the word of the proxy in front, where the operator has said that there is
/// one, else by the line itself. What a reader writes into such a header is worth nothing.
fn network(request: &Request, proxy: Option<&HeaderName>) -> Network {
    let told = proxy.and_then(|name| {
        let line = request.headers().get_all(name).into_iter().next_back()?;
        // A proxy adds the address that it saw behind what it was sent.
        let last = line.to_str().ok()?.rsplit(',').next()?.trim();
        address(last)
    });
    let peer = request.extensions().get::<Peer>();
    let line = peer.map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0.ip());
    told.unwrap_or(line).into()
}

/// An address as proxies write it, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let alone = bare.parse().ok();
    alone.or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn who(number: u32) -> Knocker {
        (Door::SignIn, Network::V4(number))
    }

    #[test]
    fn turns_run_out_and_come_back_one_by_one() {
        let doors = Doors::default();
        let knock = |who, at| doors.knock(who, Moment(at));
        for _ in 0..SIGN_IN.turns {
            assert_eq!(knock(who(1), 100), Ok(()));
        }
        assert_eq!(knock(who(1), 100), Err(10));
        assert_eq!(knock(who(1), 107), Err(3));
        assert_eq!(knock(who(2), 107), Ok(()), "another network");
        assert_eq!(knock((Door::Join, who(1).1), 107), Ok(()), "another door");
        assert_eq!(knock(who(1), 110), Ok(()));
        assert_eq!(knock(who(1), 110), Err(10));
        // A clock that was put back by a year.
        assert_eq!(knock(who(1), -31_536_000), Err(10));
    }

    #[test]
    fn what_is_known_is_bounded_and_the_latest_are_kept() {
        let doors = Doors::default();
        for _ in 0..SIGN_IN.turns {
            assert_eq!(doors.knock(who(0), Moment(0)), Ok(()));
        }
        for number in 1..=u32::try_from(NETWORKS_MAX).expect("few") {
            assert_eq!(doors.knock(who(number), Moment(0)), Ok(()));
        }
        assert!(doors.knock(who(0), Moment(0)).is_err(), "still known");
        for number in 0..4 * u32::try_from(NETWORKS_MAX).expect("few") {
            _ = doors.knock(who(1_000_000 + number), Moment(0));
        }
        let known = doors.0.lock().expect("whole");
        assert!(known.young.len() + known.old.len() <= 2 * NETWORKS_MAX);
        assert_eq!(known.full_again(&who(0)), None);
    }

    #[test]
    fn a_network_is_an_address_or_a_64th() {
        let of = |text: &str| Network::from(text.parse::<IpAddr>().expect("an address"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }

    #[test]
    fn a_header_counts_where_the_operator_says_so_and_its_last_address_alone() {
        let request = |value: &str| {
            let mut request = Request::builder()
                .header("x-forwarded-for", "203.0.113.9")
                .header("x-forwarded-for", value)
                .body(Body::empty())
                .expect("a request");
            let line: SocketAddr = "192.0.2.1:5000".parse().expect("an address");
            request.extensions_mut().insert(Peer(line));
            request
        };
        let header = HeaderName::from_static("x-forwarded-for");
        let by = |value: &str, name| network(&request(value), name);
        let v4 = |a, b, c, d| Network::from(IpAddr::from([a, b, c, d]));
        let line = v4(192, 0, 2, 1);
        assert_eq!(by("198.51.100.7", None), line);
        let told = v4(198, 51, 100, 7);
        for value in [
            "198.51.100.7",
            "10.0.0.1, 198.51.100.7",
            "10.0.0.1,198.51.100.7:4711",
        ] {
            assert_eq!(by(value, Some(&header)), told, "{value}");
        }
        assert_eq!(by("unknown", Some(&header)), line);
        let six = by("[2001:db8::1]:443", Some(&header));
        assert_eq!(six, by("2001:db8::2", Some(&header)));
    }
}
