//! Who signed, through HTTP: signatures that only a careless check takes, and a person who checks its
//! own work.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::{Signature, Verifier};
use ledger::Note;
use ledger::field::{EnrolKey, Field, Person, PublicKey, Roles};
use sha2::{Digest, Sha512};
use tests::app::TestApp;
use tests::world::{COUNTY, MINISTRY, key};

/// A scalar of Ed25519, its least digit first.
type Scalar = [u64; 4];

/// The order of Ed25519's group: 2^252 + 27742317777372353535851937790883648493.
const ORDER: Scalar = [0x5812_631a_5cf5_d3ed, 0x14de_f9de_a2f7_9cd6, 0, 1 << 60];

/// The sum of two scalars, each below the order.
fn add(left: Scalar, right: Scalar) -> Scalar {
    let (mut sum, mut carry) = ([0; 4], 0);
    for digit in 0..4 {
        let wide = u128::from(left[digit]) + u128::from(right[digit]) + carry;
        sum[digit] = u64::try_from(wide & u128::from(u64::MAX)).expect("64 bits");
        carry = wide >> 64;
    }
    if sum.iter().rev().lt(ORDER.iter().rev()) {
        return sum;
    }
    let (mut rest, mut borrow) = ([0; 4], false);
    for digit in 0..4 {
        let (once, under) = sum[digit].overflowing_sub(ORDER[digit]);
        let (twice, under_again) = once.overflowing_sub(u64::from(borrow));
        (rest[digit], borrow) = (twice, under || under_again);
    }
    rest
}

/// A scalar times a number of any length, its least byte first.
fn times(number: &[u8], scalar: Scalar) -> Scalar {
    let bits = number.iter().rev();
    let bits = bits.flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1));
    bits.fold([0; 4], |product, set| {
        let double = add(product, product);
        if set { add(double, scalar) } else { double }
    })
}

/// The same text under a signature whose point is the identity, which has a small order: made with
/// the private key, it satisfies the equation for each text that its owner likes to deny later.
fn with_small_order_point(
    note: &Note,
    signing: &ed25519_dalek::SigningKey,
) -> (Vec<u8>, Signature) {
    let mut point = [0; 32];
    point[0] = 1;
    let mut clamped: [u8; 32] = Sha512::digest(signing.as_bytes())[..32]
        .try_into()
        .expect("half of it");
    clamped[0] &= 248;
    clamped[31] = clamped[31] & 127 | 64;
    let challenge = Sha512::new()
        .chain_update(point)
        .chain_update(signing.verifying_key().as_bytes())
        .chain_update(note.text())
        .finalize();
    let answer = times(&challenge, times(&clamped, [1, 0, 0, 0]));
    let mut bytes = [0; 64];
    bytes[..32].copy_from_slice(&point);
    for (place, digit) in bytes[32..].chunks_mut(8).zip(answer) {
        place.copy_from_slice(&digit.to_le_bytes());
    }
    let whole = String::from_utf8_lossy(note.bytes()).into_owned();
    let (above, line) = whole.trim_end().rsplit_once(' ').expect("a signature line");
    let mut signed = BASE64_STANDARD.decode(line).expect("base64");
    signed[4..].copy_from_slice(&bytes);
    let altered = format!("{above} {}\n", BASE64_STANDARD.encode(signed));
    (altered.into_bytes(), Signature::from_bytes(&bytes))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_with_a_point_of_small_order_is_refused() {
    let mut app = TestApp::founded().await;
    let note = app.house.world.appropriation(1000);
    let signing = key(MINISTRY, "a");
    let (altered, signature) = with_small_order_point(&note, &signing);
    let public = signing.verifying_key();
    let text = note.text().as_bytes();
    assert!(
        public.verify(text, &signature).is_ok(),
        "the loose check takes it"
    );
    assert!(public.verify_strict(text, &signature).is_err());
    let before = app.get("/api/v1/ledger").await.json();
    let reply = app.post("/api/v1/entries", &altered).await;
    assert_eq!(
        (reply.status, reply.code().as_str()),
        (422, "signature-invalid")
    );
    assert_eq!(app.get("/api/v1/ledger").await.json(), before);
    assert_eq!(
        app.submit(&note).await.status,
        201,
        "its own signature is good"
    );
    app.stop().await;
}

/// A programme in which 500 and more take two persons, and a second device of the ministry's person
/// `a`.
async fn two_devices() -> (TestApp, Note) {
    let mut app = TestApp::empty().await;
    let world = &mut app.house.world;
    let mut notes = vec![world.genesis()];
    notes.extend(world.join(MINISTRY, "finance", "0", None));
    notes.extend(world.join(COUNTY, "finance", "1", Some("cn-51")));
    notes.push(world.programme(&[("threshold", "500 2")]));
    let device = EnrolKey {
        person: Person::parse("a").expect("a person"),
        roles: Roles::parse("confirm,pay").expect("roles"),
        public: PublicKey::from(key(MINISTRY, "second device").verifying_key()),
    };
    let mut line = String::new();
    device.write(&mut line);
    let fields = [("member", MINISTRY), ("key", line.as_str())];
    let signers = [(MINISTRY, "b"), (MINISTRY, "second device")];
    notes.push(world.note("key-rotate", &fields, &signers));
    let root = world.appropriation(1000);
    notes.push(root.clone());
    app.house.admit(&notes).await;
    (app, root)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_maker_with_two_devices_is_not_its_own_checker() {
    let (mut app, root) = two_devices().await;
    let source = format!("{}/0 600", root.identity());
    let fields = [
        ("from", MINISTRY),
        ("to", COUNTY),
        ("source", source.as_str()),
        ("amount", "600"),
    ];
    let world = &mut app.house.world;
    let alone = world.note(
        "transfer",
        &fields,
        &[(MINISTRY, "a"), (MINISTRY, "second device")],
    );
    let checked = world.note(
        "transfer",
        &fields,
        &[(MINISTRY, "second device"), (MINISTRY, "b")],
    );
    let before = app.get("/api/v1/ledger").await.json();
    let reply = app.submit(&alone).await;
    assert_eq!(
        (reply.status, reply.code().as_str()),
        (422, "signers-too-few")
    );
    let said = reply.text();
    assert!(said.contains("1 distinct persons signed"), "{said}");
    assert_eq!(app.get("/api/v1/ledger").await.json(), before);
    assert_eq!(
        app.submit(&checked).await.status,
        201,
        "two persons are enough"
    );
    app.stop().await;
}
