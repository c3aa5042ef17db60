//! Some values of each type, told.

use super::super::super::{Tell, of};
use super::super::known;
use app::words::Language;
use ledger::FieldError;
use std::fmt::Display;

/// Holds what is told to be whole, and of its language where no value brings letters of its own.
fn assert_told<T: Tell + Display>(errors: &[T]) {
    let (chinese, spanish) = (of(Language::Zh), of(Language::Es));
    for error in errors {
        let (zh, es) = (error.tell(&chinese), error.tell(&spanish));
        for text in [&zh, &es] {
            assert!(!text.contains('⟦') && !text.contains("{$"), "{text}");
            assert_ne!(*text, error.to_string());
        }
        let han = zh.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        assert!(han, "{zh}");
        assert_eq!(error.tell(&of(Language::En)), error.to_string());
    }
}

#[test]
fn every_form_of_a_field_is_told() {
    use ledger::field::*;
    use ledger::log::{KeyName, TreeHash, VerifierKey};
    fn wrong<T: Field>() -> FieldError {
        T::parse(" +\u{1}")
            .err()
            .expect("a control character is no field's value")
    }
    assert_told(&[
        wrong::<MemberName>(),
        wrong::<ProgrammeName>(),
        wrong::<Origin>(),
        wrong::<Person>(),
        wrong::<RecordRef>(),
        wrong::<Region>(),
        wrong::<Fund>(),
        wrong::<Currency>(),
        wrong::<Exponent>(),
        wrong::<LedgerName>(),
        wrong::<Function>(),
        wrong::<Yes>(),
        wrong::<Vote>(),
        wrong::<Direction>(),
        wrong::<Basis>(),
        wrong::<Payees>(),
        wrong::<SignerCount>(),
        wrong::<Tier>(),
        wrong::<Days>(),
        wrong::<LogIndex>(),
        wrong::<RulesVersion>(),
        wrong::<Day>(),
        wrong::<Moment>(),
        wrong::<Offset>(),
        wrong::<Prose>(),
        wrong::<PublicKey>(),
        wrong::<KeyId>(),
        wrong::<Roles>(),
        wrong::<EnrolKey>(),
        wrong::<Continues>(),
        wrong::<Amount>(),
        wrong::<AmountOrZero>(),
        wrong::<PartsPerMillion>(),
        wrong::<Threshold>(),
        wrong::<BudgetLine>(),
        wrong::<Identity>(),
        wrong::<NodeCitation>(),
        wrong::<Source>(),
        wrong::<Attachment>(),
        wrong::<Commitment>(),
    ]);
    assert_told(&[
        wrong::<VerifierKey>(),
        wrong::<TreeHash>(),
        wrong::<KeyName>(),
    ]);
}

#[test]
fn the_store_and_settings_are_told() {
    use crate::config::{ConfigError, ConfigFault, ConfigFile};
    use crate::store::StoreError;
    assert_told(&[
        StoreError::Held {
            holder: "process 7 since 2026-02-03T04:05:06Z".to_owned(),
        },
        StoreError::Missing("/srv/ledger".into()),
        StoreError::DiskFull,
        StoreError::Unsupported("a backup's path is UTF-8"),
        StoreError::File {
            path: "/srv/ledger".into(),
            source: std::io::ErrorKind::PermissionDenied.into(),
        },
    ]);
    let wrong = |text: &str| ConfigError {
        path: "countersign.toml".into(),
        cause: ConfigFile::parse(text).unwrap_err(),
    };
    assert_told(&[
        wrong("[sequencer]\nqueue_entries_max = 0\n"),
        wrong("[web]\nlisten_on = 1\n"),
        wrong("[telling]\nsmtp = \"smtp://far.example\"\n"),
        ConfigError {
            path: "countersign.toml".into(),
            cause: ConfigFault::TooLong,
        },
    ]);
}

#[test]
fn key_files_and_tokens_are_told() {
    use crate::keyfile::{KeyFileError, NotATokenUri, PassphraseError};
    use crate::token::TokenError;
    assert_told(&[
        KeyFileError::Exists,
        KeyFileError::NotAKeyFile("its header breaks off"),
        KeyFileError::Header {
            line: 3,
            key: "member",
            wanted: "A".parse::<ledger::field::MemberName>().unwrap_err(),
        },
        KeyFileError::Token {
            line: 7,
            error: NotATokenUri::Missing("token"),
        },
    ]);
    assert_told(&[
        PassphraseError::Differ,
        PassphraseError::NoTerminal(std::io::ErrorKind::NotFound.into()),
    ]);
    let found = |found| TokenError::Token {
        label: "desk".to_owned(),
        found,
    };
    assert_told(&[found(0), found(2), TokenError::Pin]);
}

#[test]
fn an_imported_file_is_told() {
    use crate::import::{AmountFault, Field, ImportError, RowError, RowFault};
    let row = |fault| RowError {
        line: 7,
        row: 6,
        fault,
    };
    assert_told(&[
        row(RowFault::Amount {
            text: "1.5.0".to_owned(),
            fault: AmountFault::NotANumber,
        }),
        row(RowFault::Empty {
            field: Field::Account,
            column: "account".to_owned(),
        }),
        row(RowFault::Control {
            field: Field::Purpose,
            code: 7,
        }),
    ]);
    assert_told(&[
        ImportError::NoHeader,
        ImportError::MissingColumn {
            field: Field::Amount,
            column: "paid".to_owned(),
            columns: vec!["a".to_owned(), "b".to_owned()],
        },
    ]);
}

#[test]
fn what_a_log_and_its_entries_are_refused_for_is_told() {
    use crate::log_client::{Departure, FetchError};
    use crate::verify::{Fault, SourceError, Stop, Wrong};
    use ledger::log::{Policy, SignedCheckpoint, SignedNoteError};
    use ledger::{Note, Refusal};
    assert_told(&[
        Departure::Fetch(FetchError::TimedOut {
            place: "https://log.example/checkpoint".to_owned(),
            attempts: 1,
        }),
        Departure::QuorumMissing {
            size: 7,
            seen: 1,
            of: 3,
        },
        Departure::CheckpointMalformed {
            place: "checkpoint".to_owned(),
            error: SignedCheckpoint::parse(b"x").unwrap_err(),
        },
        Departure::GenesisDiffers {
            said: "that the log is relief.example/0011223344556677".to_owned(),
            found: "relief.example".to_owned(),
        },
    ]);
    let wrong = |fault| {
        Stop::Wrong(Box::new(Wrong {
            index: 3,
            identity: None,
            kind: None,
            fault,
        }))
    };
    assert_told(&[
        wrong(Fault::Malformed(Note::parse(b"x\n").unwrap_err())),
        wrong(Fault::Refused(Refusal::LedgerDiffers)),
        wrong(Fault::Refused(Refusal::BeyondOpen { open: 700 })),
        Stop::Source(SourceError::Io(std::io::ErrorKind::NotFound.into())),
        Stop::WorkerLost,
    ]);
    assert_told(&[SignedNoteError::NoSignatures, SignedNoteError::Line(2)]);
    assert_told(&[
        Policy::parse(b"quorum\n").unwrap_err(),
        Policy::parse(b"log x\n").unwrap_err(),
        Policy::parse(b"chorus x\n").unwrap_err(),
    ]);
}

#[test]
fn what_keeps_an_entry_from_the_ledger_is_told() {
    use crate::client::{ClientError, Declined};
    use crate::sequencer::{Refused, SubmitError};
    use ledger::Refusal;
    let declined = |code: &str| {
        ClientError::Declined(Declined {
            code: code.to_owned(),
            title: "the queue is full".to_owned(),
            retry_after_seconds: None,
        })
    };
    assert_told(&[
        declined("ledger-differs"),
        ClientError::Unreachable {
            server: "https://ledger.example".to_owned(),
            reason: "refused".to_owned(),
        },
    ]);
    let zh = of(Language::Zh);
    assert_eq!(
        declined("unheard-of").tell(&zh),
        "the queue is full（unheard-of）"
    );
    let refused = |rule| SubmitError::Refused {
        reason: Refused::Rule(rule),
        size: 3,
    };
    assert_told(&[
        refused(Refusal::NoChange),
        refused(Refusal::MemberUnknown {
            name: "town.example".parse().unwrap(),
        }),
        SubmitError::Stopped,
    ]);
}

#[test]
fn what_stops_a_server_a_mirror_or_a_witness_is_told() {
    use crate::log::LogError;
    use crate::mirror::MirrorError;
    use crate::witness::WitnessError;
    let errors = [
        LogError::OtherKey,
        LogError::NotEmpty("/srv/log".into()),
        LogError::Kept {
            kept: "/srv/checkpoint".into(),
            reason: "the log's own signature is missing".to_owned(),
        },
    ];
    assert_told(&errors);
    let zh = of(Language::Zh);
    for how in errors.iter().filter_map(LogError::mend) {
        assert_ne!(known(&zh, how), how);
    }
    assert_told(&[
        MirrorError::OwnKey,
        MirrorError::NoKey("the log serves none".to_owned()),
    ]);
    assert_told(&[
        WitnessError::NoLog,
        WitnessError::Held("/srv/witness".into()),
    ]);
}

#[test]
fn every_difference_of_sums_is_told() {
    use crate::verify::{SumDifference, SumRow};
    use ledger::field::{Field, MemberName, ProgrammeName, Tier};
    use ledger::{ArrivalKey, Code, FindingTallyKey, FlowKey, Scope};
    let programme = || ProgrammeName::parse("edu-2026").expect("a name");
    let member = || MemberName::parse("county.example").expect("a name");
    let rows = [
        SumRow::Flow(FlowKey {
            payer: member(),
            payee: member(),
            programme: programme(),
        }),
        SumRow::Arrivals(ArrivalKey {
            programme: programme(),
            scope: Scope::Programme,
        }),
        SumRow::Arrivals(ArrivalKey {
            programme: programme(),
            scope: Scope::Tier(Tier(2)),
        }),
        SumRow::Findings(FindingTallyKey {
            programme: programme(),
            member: None,
            code: Code::ReceiptShort,
        }),
        SumRow::Findings(FindingTallyKey {
            programme: programme(),
            member: Some(member()),
            code: Code::ReceiptShort,
        }),
    ];
    let differences = rows.map(|row| SumDifference {
        row,
        term: "missing",
        recomputed: 1,
        stored: 2,
    });
    assert_told(&differences);
}
