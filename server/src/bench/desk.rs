//! The desk under load: many offices confirm at once, and a bureau looks at a large sheet.

use super::client::{Connection, Visitor};
use super::durable::{hold, people};
use super::ingest;
use super::load::Load;
use super::process::Server;
use super::reads::percentile;
use super::report::{Figure, per_second, permille};
use crate::import::MoneyFormat;
use crate::people::{Joining, People};
use crate::sheet::{Style, limits::SHEET_ROWS_MAX, read};
use crate::web::SESSION_COOKIE;
use anyhow::{Context, Result, ensure};
use ledger::Note;
use ledger::field::{MemberName, Role, Roles};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Offices that confirm at the same moment.
const OFFICES: usize = 100;

/// Journeys of each of them that are measured.
const ROUNDS: usize = 10;

/// Journeys of one office while nobody else comes.
const ALONE: usize = 200;

/// How often the sheet is looked at, and how often it is parsed.
const PREVIEWS: u32 = 5;

/// A password that the load's people choose.
const PASSWORD: &str = "seven maps under a bench";

/// People who are signed in: one of each office, and a clerk of the ministry.
pub(super) struct Staff {
    offices: Vec<Visitor>,
    clerk: Visitor,
}

impl Staff {
    /// Invites them, lets them join, and lets the server hold their members' keys. Nothing may serve
    /// the folder meanwhile.
    ///
    /// # Errors
    /// What the database or the system says.
    pub(super) async fn join(folder: &Path, load: &Load) -> Result<Self> {
        let people = people(folder).await?;
        let mut offices = Vec::with_capacity(OFFICES);
        for number in 0..OFFICES {
            let member = load.office(number).context("the load has fewer offices")?;
            hold(folder, member)?;
            offices
                .push(sign_in(&people, member, &format!("office-{number}"), Role::Confirm).await?);
        }
        hold(folder, load.ministry())?;
        let clerk = sign_in(&people, load.ministry(), "clerk", Role::Pay).await?;
        people.close().await?;
        Ok(Self { offices, clerk })
    }
}

async fn sign_in(
    people: &People,
    member: &MemberName,
    account: &str,
    role: Role,
) -> Result<Visitor> {
    let token = people.invite(member, &Roles::of(&[role])).await?;
    let invited = people.invitation(&token).await?;
    let invited = invited.context("an invitation that was just made")?;
    let code = invited.factor.code(people.now());
    let typed = Joining {
        account,
        password: PASSWORD,
        code: &code,
    };
    let joined = people.join(&token, &invited, &typed).await?;
    let session = joined.map_err(|faults| anyhow::anyhow!("{account} can't join: {faults:?}"))?;
    Ok(Visitor::signed_in(&format!(
        "{SESSION_COOKIE}={}",
        session.reveal()
    )))
}

/// Measures confirming, alone and together, and the preview of the largest sheet.
///
/// # Errors
/// What the system says, and an answer that the desk wouldn't give to a person.
pub(super) async fn measure(server: &Server, load: &Load, staff: &Staff) -> Result<Vec<Figure>> {
    let mut figures = confirming(server.address, load, staff).await?;
    figures.push(previewing(server.address, staff).await?);
    Ok(figures)
}

/// One office's transfers, and the person who confirms them.
struct Office {
    visitor: Visitor,
    steps: Vec<String>,
}

async fn confirming(address: SocketAddr, load: &Load, staff: &Staff) -> Result<Vec<Figure>> {
    let mut offices = Vec::with_capacity(OFFICES);
    for (number, visitor) in staff.offices.iter().enumerate() {
        let count = 1 + ROUNDS + if number == 0 { ALONE } else { 0 };
        offices.push(Office {
            visitor: visitor.clone(),
            steps: waiting(address, load, number, count).await?,
        });
    }
    // A held key is opened when it first signs, and that takes a moment on purpose.
    for office in &mut offices {
        office.confirms(address, 1).await?;
    }
    let alone = offices[0].confirms(address, ALONE).await?;
    let started = Instant::now();
    let together = together(address, offices).await?;
    let rate = per_second(together.len() as u64, started.elapsed());
    Ok(figures(
        &Journeys::of(&alone),
        &Journeys::of(&together),
        rate,
    ))
}

/// Admits transfers that wait for an office; gives their identities.
async fn waiting(
    address: SocketAddr,
    load: &Load,
    office: usize,
    count: usize,
) -> Result<Vec<String>> {
    let first = (office * (1 + ROUNDS + ALONE)) as u64;
    let notes = (first..first + count as u64).map(|number| load.waiting(number, office));
    let notes: Vec<Note> = notes.collect::<Result<_, _>>()?;
    ingest::admit(address, &notes).await?;
    Ok(notes
        .iter()
        .map(|note| note.identity().to_string())
        .collect())
}

async fn together(address: SocketAddr, offices: Vec<Office>) -> Result<Vec<Journey>> {
    let mut at_work = JoinSet::new();
    for mut office in offices {
        at_work.spawn(async move { office.confirms(address, ROUNDS).await });
    }
    let mut journeys = Vec::with_capacity(OFFICES * ROUNDS);
    while let Some(done) = at_work.join_next().await {
        journeys.extend(done??);
    }
    Ok(journeys)
}

/// How long each request of a journey took: the form, the answer, the signature.
#[derive(Clone, Copy, Debug)]
struct Journey([Duration; 3]);

/// What the page that is signed carries along.
const CARRIED: [&str; 7] = [
    "once",
    "answer",
    "amount",
    "last",
    "occurred",
    "reason",
    "text_identity",
];

impl Office {
    /// Confirms so many transfers over one connection: the server ends those that lie idle.
    async fn confirms(&mut self, address: SocketAddr, count: usize) -> Result<Vec<Journey>> {
        let mut connection = Connection::open(address).await?;
        let mut journeys = Vec::with_capacity(count);
        for _ in 0..count {
            journeys.push(self.confirm(&mut connection).await?);
        }
        Ok(journeys)
    }

    /// Confirms one transfer in full, as a browser without script does.
    async fn confirm(&mut self, connection: &mut Connection) -> Result<Journey> {
        let step = self.steps.pop().context("no transfer waits any more")?;
        let path = format!("/en/desk/confirm/{step}");
        let began = Instant::now();
        let form = page(connection, &self.visitor.get(&path)).await?;
        let form_took = began.elapsed();
        let today = field(&form, "occurred").unwrap_or_default();
        let typed = [
            ("answer", "all"),
            ("occurred", &today),
            ("once", &field(&form, "once").unwrap_or_default()),
        ];
        let answer = self.posted(&path, &typed);
        let began = Instant::now();
        let shown = page(connection, &answer).await?;
        let answer_took = began.elapsed();
        let carried: Vec<(&str, String)> = CARRIED
            .into_iter()
            .filter_map(|name| Some((name, field(&shown, name)?)))
            .collect();
        let carried: Vec<(&str, &str)> = carried
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let sign = self.posted(&format!("/en/desk/sign/{step}"), &carried);
        let began = Instant::now();
        let signed = connection.send(&sign).await?.status;
        ensure!(signed == 303, "a receipt was answered with {signed}");
        Ok(Journey([form_took, answer_took, began.elapsed()]))
    }

    fn posted(&self, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
        let pairs = fields.iter().map(|(name, value)| {
            format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))
        });
        let body = pairs.collect::<Vec<_>>().join("&");
        let form = "application/x-www-form-urlencoded";
        self.visitor.post(path, form, body.as_bytes())
    }
}

async fn page(connection: &mut Connection, request: &[u8]) -> Result<String> {
    let answer = connection.send(request).await?;
    ensure!(answer.status == 200, "the desk answered {}", answer.status);
    Ok(String::from_utf8_lossy(answer.body).into_owned())
}

/// What a form's field holds; the desk's values need no unescaping.
fn field(html: &str, name: &str) -> Option<String> {
    let tags = html.split('<').filter(|tag| tag.starts_with("input "));
    let named = format!("name=\"{name}\"");
    let mut values = tags.filter(|tag| tag.contains(&named)).filter_map(|tag| {
        let (_, rest) = tag.split_once(" value=\"")?;
        Some(rest.split_once('"')?.0.to_owned())
    });
    values.next()
}

/// Many journeys: the whole ones, and each of their requests, in order of their length.
struct Journeys {
    whole: Vec<Duration>,
    requests: [Vec<Duration>; 3],
}

impl Journeys {
    fn of(journeys: &[Journey]) -> Self {
        let sorted = |mut times: Vec<Duration>| {
            times.sort_unstable();
            times
        };
        let request = |at: usize| sorted(journeys.iter().map(|one| one.0[at]).collect());
        Self {
            whole: sorted(journeys.iter().map(|one| one.0.iter().sum()).collect()),
            requests: [request(0), request(1), request(2)],
        }
    }

    fn p99(&self) -> Duration {
        percentile(&self.whole, 99)
    }
}

fn figures(alone: &Journeys, together: &Journeys, rate: u64) -> Vec<Figure> {
    let ratio = permille(micros(together.p99()), micros(alone.p99()));
    let [form, answer, sign] = &together.requests;
    vec![Figure {
        what: format!("confirming in three requests, {OFFICES} offices at once: p99 of the whole"),
        measured: format!(
            "{} ms, of one office alone {} ms",
            millis(together.p99()),
            millis(alone.p99())
        ),
        ratio_permille: Some(ratio),
        budget: "of one office alone",
        remark: format!(
            "medians {} and {} ms; p99 of the form {} ms, of the answer {} ms, of the signature {} ms; {rate} receipts a second",
            millis(percentile(&together.whole, 50)),
            millis(percentile(&alone.whole, 50)),
            millis(percentile(form, 99)),
            millis(percentile(answer, 99)),
            millis(percentile(sign, 99)),
        ),
    }]
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// Milliseconds with one decimal.
fn millis(time: Duration) -> String {
    let tenths = time.as_micros() / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A sheet as large as the desk takes, each row to another office.
fn sheet() -> String {
    let mut sheet = "payee,amount,reference,purpose\n".to_owned();
    for row in 0..SHEET_ROWS_MAX {
        let office = row % OFFICES;
        _ = writeln!(
            sheet,
            "office-{office}.bench.example,{},sheet/{row},Term {row}",
            row + 1
        );
    }
    sheet
}

async fn previewing(address: SocketAddr, staff: &Staff) -> Result<Figure> {
    let sheet = sheet();
    let began = Instant::now();
    for _ in 0..PREVIEWS {
        let read = read(sheet.as_bytes(), &style()).context("the sheet can't be read")?;
        ensure!(read.rows.len() == SHEET_ROWS_MAX, "rows are missing");
    }
    let parsed = began.elapsed() / PREVIEWS;
    let mut connection = Connection::open(address).await?;
    let mut took = Duration::ZERO;
    for _ in 0..PREVIEWS {
        took += preview(&mut connection, &staff.clerk, &sheet).await?;
    }
    let took = took / PREVIEWS;
    Ok(Figure {
        what: format!("a sheet of {SHEET_ROWS_MAX} rows, from its upload to its preview"),
        measured: format!("{} ms, parsing alone {} ms", millis(took), millis(parsed)),
        ratio_permille: Some(permille(micros(took), micros(parsed))),
        budget: "of parsing alone; two seconds are wanted",
        remark: String::new(),
    })
}

/// Uploads the sheet and looks at its preview.
async fn preview(connection: &mut Connection, clerk: &Visitor, sheet: &str) -> Result<Duration> {
    const PATH: &str = "/en/desk/sheets/new";
    let form = page(connection, &clerk.get(PATH)).await?;
    let today = field(&form, "occurred").unwrap_or_default();
    let (count, total) = (
        SHEET_ROWS_MAX.to_string(),
        SHEET_ROWS_MAX * (SHEET_ROWS_MAX + 1) / 2,
    );
    let fields = [
        ("once", field(&form, "once").unwrap_or_default()),
        ("programme", "bench".to_owned()),
        ("occurred", today),
        ("due", String::new()),
        ("count", count),
        ("total", total.to_string()),
    ];
    let upload = clerk.post(PATH, MULTIPART, &parts(&fields, sheet));
    let began = Instant::now();
    let sent = connection.send(&upload).await?;
    ensure!(
        sent.status == 303,
        "a sheet was answered with {}",
        sent.status
    );
    let preview = clerk.get(sent.location);
    page(connection, &preview).await?;
    Ok(began.elapsed())
}

const MULTIPART: &str = "multipart/form-data; boundary=a-sheet-of-the-load";

fn parts(fields: &[(&str, String)], sheet: &str) -> Vec<u8> {
    const START: &str = "--a-sheet-of-the-load\r\nContent-Disposition: form-data; name=";
    let mut body = String::new();
    for (name, value) in fields {
        _ = write!(body, "{START}\"{name}\"\r\n\r\n{value}\r\n");
    }
    _ = write!(
        body,
        "{START}\"file\"; filename=\"sheet.csv\"\r\n\r\n{sheet}\r\n--a-sheet-of-the-load--\r\n"
    );
    body.into_bytes()
}

/// As English spreadsheets write, in a currency without decimals.
const fn style() -> Style {
    Style {
        money: MoneyFormat {
            decimal_mark: '.',
            thousands_mark: Some(','),
            exponent: 0,
        },
        encoding: encoding_rs::WINDOWS_1252,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_whatever_stands_before_its_value() {
        let html = r#"<form><input type="hidden" name="once" value="ab"><input class="date" name="occurred" value="2026-03-02">"#;
        assert_eq!(field(html, "once").as_deref(), Some("ab"));
        assert_eq!(field(html, "occurred").as_deref(), Some("2026-03-02"));
        assert_eq!(field(html, "amount"), None);
    }

    #[test]
    fn journeys_are_measured_whole_and_by_request() {
        let of = |form, answer, sign| Journey([form, answer, sign].map(Duration::from_millis));
        let journeys = Journeys::of(&[of(9, 1, 1), of(1, 2, 3)]);
        assert_eq!(journeys.p99(), Duration::from_millis(11));
        assert_eq!(journeys.requests[0][0], Duration::from_millis(1));
        assert_eq!(millis(journeys.p99()), "11.0");
    }
}
