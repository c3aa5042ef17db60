//! A server with a desk, and people who come to it with browsers and authenticators.

use crate::app::{Reply, TestApp, head};
use crate::house::Ground;
use crate::world::{self, DAWN, OFFICE};
use ledger::field::{Identity, MemberName, Moment, ProgrammeName, Roles};
use ledger::{Minor, Note};
use server::evidence::{EVIDENCE_FOLDER, Evidence};
use server::keyfile::{
    HELD_PERSON, HeldKeys, KeyFile, KeyHeader, PASSPHRASE_ENDING, Randomness, Secret, held_file,
};
use server::people::{Factor, Passkeys, People};
use server::ports::{StillClock, SystemRandomness};
use server::provider::Provider;
use server::telling::Reach;
use server::web::{Desk, Doors};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A password that is taken.
pub const PASSWORD: &str = "seven maps under rain";

/// Where browsers find the desk, by what they are told.
pub const HOME: &str = "http://localhost:3000";

/// A server with a desk.
#[derive(Debug)]
pub struct Office {
    /// The server.
    pub app: TestApp,
    /// What its people work with.
    pub desk: Arc<Desk>,
    /// Its people's clock.
    pub clock: StillClock,
    /// Where documents lie.
    pub documents: PathBuf,
    held: PathBuf,
}

/// A person with an account and an authenticator.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// The account's name.
    pub account: String,
    /// What the authenticator makes codes from.
    pub factor: Factor,
    /// What the browser sends as its cookie; empty where nobody is signed in.
    pub cookie: String,
}

impl Office {
    /// A founded ledger whose office lets the server hold a key for it.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn open() -> Self {
        Self::open_where(&[]).await
    }

    /// The same, where held keys don't sign in these programmes.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn open_where(own_keys_only: &[ProgrammeName]) -> Self {
        Self::open_with(own_keys_only, "confirm,pay", None).await
    }

    /// The same, where people may sign in by an organisation's own accounts.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn with_provider(provider: Provider) -> Self {
        Self::open_with(&[], "confirm,pay", Some(provider)).await
    }

    /// The same, where the held key may also administer.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn administered() -> Self {
        Self::open_with(&[], "administer,confirm,pay", None).await
    }

    async fn open_with(
        own_keys_only: &[ProgrammeName],
        held_roles: &str,
        provider: Option<Provider>,
    ) -> Self {
        let ground = Ground::folder();
        let clock = StillClock::at(DAWN);
        let config = ground.config();
        let people = People::open(
            &config.place,
            config.ledger,
            Arc::new(clock.clone()),
            Arc::new(SystemRandomness),
        );
        let Ground::Folder(folder) = &ground else {
            panic!("a folder is asked for");
        };
        let documents = folder.path().join(EVIDENCE_FOLDER);
        let held = folder.path().join("keys/held");
        hold(&held, OFFICE);
        let desk = Arc::new(Desk {
            people: people.await.expect("the people's database"),
            evidence: Evidence::at(documents.clone()),
            passkeys: Passkeys::at(HOME),
            provider,
            held: HeldKeys::at(held.clone()),
            doors: Doors::default(),
            own_keys_only: own_keys_only.to_vec(),
            ticks: true,
            telling: Reach {
                mail: true,
                hooks: true,
                loopback: true,
            },
        });
        let mut app = TestApp::with_desk(ground, Arc::clone(&desk)).await;
        let enrol = app.house.world.enrol(OFFICE, HELD_PERSON, held_roles);
        app.house.admit(&[enrol]).await;
        Self {
            app,
            desk,
            clock,
            documents,
            held,
        }
    }

    /// The same, whose ministry lets the server hold a key that pays, and has so much to send.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn bureau(amount: u64) -> (Self, Note) {
        Self::bureau_where(amount, &[]).await
    }

    /// The same, where held keys don't sign in these programmes.
    ///
    /// # Panics
    /// Where it can't be started.
    pub async fn bureau_where(amount: u64, own_keys_only: &[ProgrammeName]) -> (Self, Note) {
        let mut office = Self::open_where(own_keys_only).await;
        hold(&office.held, world::MINISTRY);
        let world = &mut office.app.house.world;
        let enrol = world.enrol(world::MINISTRY, HELD_PERSON, "pay");
        let granted = world.appropriation(amount);
        office.app.house.admit(&[enrol, granted.clone()]).await;
        (office, granted)
    }

    /// Lets the server hold a key of a further member in these roles.
    ///
    /// # Panics
    /// Where it isn't admitted.
    pub async fn hold_for(&mut self, member: &str, roles: &str) {
        hold(&self.held, member);
        let enrol = self.app.house.world.enrol(member, HELD_PERSON, roles);
        self.app.house.admit(&[enrol]).await;
    }

    /// A transfer of so much to the office, which waits to be confirmed.
    ///
    /// # Panics
    /// Where it isn't admitted.
    pub async fn sent(&mut self, amount: u64) -> Note {
        let world = &mut self.app.house.world;
        let granted = world.appropriation(amount);
        let transfer = world.transfer(world::MINISTRY, OFFICE, &granted, amount);
        self.app.house.admit(&[granted, transfer.clone()]).await;
        transfer
    }

    /// Invites somebody to work for a member, and takes the invitation up in a browser.
    ///
    /// # Panics
    /// Where it isn't taken.
    pub async fn join(&self, member: &str, account: &str, roles: &str) -> Somebody {
        let member: MemberName = member.parse().expect("a member's name");
        let roles = <Roles as ledger::field::Field>::parse(roles).expect("roles");
        let token = self.desk.people.invite(&member, &roles).await;
        let token = token.expect("an invitation");
        let invited = self.desk.people.invitation(&token).await;
        let factor = invited
            .expect("the database")
            .expect("an invitation")
            .factor;
        let mut somebody = Somebody {
            account: account.to_owned(),
            cookie: String::new(),
            factor,
        };
        let path = format!("/en/desk/join/{}", token.reveal());
        let code = somebody.code(self.now());
        let fields = [
            ("account", account),
            ("password", PASSWORD),
            ("code", &code),
        ];
        let reply = self.post(&somebody, &path, &fields).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        somebody.keep_cookie(&reply);
        somebody
    }

    /// Enrols a key of a person's own device on the ledger, as its approval would; gives whose it is by
    /// the opaque id, under which [`world::key`] makes the key.
    ///
    /// # Panics
    /// Where it isn't admitted.
    pub async fn enrol_device(&mut self, member: &str, who: &Somebody, roles: &str) -> String {
        let name: MemberName = member.parse().expect("a member's name");
        let people = self.desk.people.of_member(&name).await;
        let mut people = people.expect("the database").into_iter();
        let person = people.find(|one| one.account.as_str() == who.account);
        let id = person.expect("they joined").id;
        let enrol = self.app.house.world.enrol(member, &id, roles);
        self.app.house.admit(&[enrol]).await;
        id
    }

    /// The people's time.
    #[must_use]
    pub fn now(&self) -> Moment {
        server::ports::Clock::now(&self.clock)
    }

    /// Lets so many seconds pass for the people and the ledger.
    pub fn wait(&self, seconds: i64) {
        let later = Moment(self.now().0 + seconds);
        self.clock.put(later);
        self.app.house.clock.put(later);
    }

    /// `GET` as somebody.
    pub async fn get(&self, who: &Somebody, path: &str) -> Reply {
        self.app.get_with(path, &[("cookie", &who.cookie)]).await
    }

    /// `POST` of a form as somebody, as a browser sends it from our own page.
    pub async fn post(&self, who: &Somebody, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.post_from("same-origin", who, path, fields).await
    }

    /// The same from a page of this site, in the word of `Sec-Fetch-Site`.
    pub async fn post_from(
        &self,
        site: &str,
        who: &Somebody,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Reply {
        let body = form(fields);
        let length = body.len().to_string();
        let headers = [
            ("cookie", who.cookie.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", &length),
            ("sec-fetch-site", site),
        ];
        self.app
            .send(&head("POST", path, &headers), body.as_bytes())
            .await
    }

    /// `POST` of a form with a sheet, as a browser sends it.
    pub async fn upload(
        &self,
        who: &Somebody,
        path: &str,
        fields: &[(&str, &str)],
        file: &[u8],
    ) -> Reply {
        const BOUNDARY: &str = "----sheet-of-the-tests";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.into_bytes());
        }
        let part = "Content-Disposition: form-data; name=\"file\"; filename=\"sheet.csv\"\r\n\r\n";
        body.extend(format!("--{BOUNDARY}\r\n{part}").into_bytes());
        body.extend(file);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").into_bytes());
        let length = body.len().to_string();
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let headers = [
            ("cookie", who.cookie.as_str()),
            ("content-type", &kind),
            ("content-length", &length),
            ("sec-fetch-site", "same-origin"),
        ];
        self.app.send(&head("POST", path, &headers), &body).await
    }

    /// `PATCH` as a script of our own page sends it.
    pub async fn patch(
        &self,
        who: &Somebody,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Reply {
        let length = body.len().to_string();
        let own = [
            ("cookie", who.cookie.as_str()),
            ("content-length", &length),
            ("sec-fetch-site", "same-origin"),
        ];
        let headers = [&own, headers].concat();
        self.app.send(&head("PATCH", path, &headers), body).await
    }

    /// Signs in anew, on another browser.
    ///
    /// # Panics
    /// Where it isn't let in.
    pub async fn sign_in(&self, who: &Somebody) -> Somebody {
        let mut again = Somebody {
            cookie: String::new(),
            ..who.clone()
        };
        let code = who.code(self.now());
        let fields = [
            ("account", who.account.as_str()),
            ("password", PASSWORD),
            ("code", &code),
        ];
        let reply = self.post(&again, "/en/desk/sign-in", &fields).await;
        assert_eq!(reply.status, 303, "{}", reply.text());
        again.keep_cookie(&reply);
        again
    }

    /// What the office has received of a step by the store's word, in minor units.
    ///
    /// # Panics
    /// Where there is no such step.
    pub async fn received(&self, step: &Identity) -> Minor {
        let store = &self.app.house.store;
        let known = store.entry_by_identity(step).await.expect("the database");
        let index = known.expect("an entry").index;
        let step = store.step(index).await.expect("the database");
        step.expect("a step").received()
    }
}

impl Somebody {
    /// The authenticator's code of a moment.
    #[must_use]
    pub fn code(&self, now: Moment) -> String {
        self.factor.code(now)
    }

    /// Keeps what an answer sets.
    pub fn keep_cookie(&mut self, reply: &Reply) {
        let set = reply.header("set-cookie");
        self.cookie = set.split(';').next().unwrap_or_default().to_owned();
    }
}

/// Fields as a browser encodes them.
fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| -> String {
        let bytes = text.bytes().map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        });
        bytes.collect()
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Writes the key that the server holds for a member.
fn hold(folder: &Path, member: &str) {
    let name: MemberName = member.parse().expect("a member's name");
    let key = world::key(member, HELD_PERSON);
    let public = key.verifying_key().into();
    let person = HELD_PERSON.parse().expect("a person's id");
    let header = KeyHeader::new(name.clone(), person, public, DAWN);
    let path = held_file(folder, &name);
    std::fs::create_dir_all(folder).expect("a folder");
    let secret = Secret::new("a word".to_owned());
    let randomness = Randomness {
        salt: [1; 16],
        iv: [2; 16],
    };
    KeyFile::create(&path, &key, &header, &secret, &randomness).expect("a key file");
    std::fs::write(path.with_extension(PASSPHRASE_ENDING), "a word\n").expect("its passphrase");
}

/// The value of a hidden field of a page.
///
/// # Panics
/// Where the page has no such field.
#[must_use]
pub fn hidden<'a>(html: &'a str, name: &str) -> &'a str {
    let named = format!("name=\"{name}\" value=\"");
    let (_, rest) = html
        .split_once(&named)
        .unwrap_or_else(|| panic!("no field {name} in {html}"));
    rest.split_once('"').map_or("", |(value, _)| value)
}
