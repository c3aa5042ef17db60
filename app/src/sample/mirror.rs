//! A mirror with everything that one can have to say.

use super::END;
use app::views::*;

pub(super) fn mirror_page() -> MirrorPage {
    MirrorPage {
        from: "https://ledger.example/log".to_owned(),
        log: "fonacide.example/5f0c19e2a4b7d386+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
            .to_owned(),
        checked_at: Some(END + 9),
        cosigns_as: Some(
            "mirror.example+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X".to_owned(),
        ),
        stamps_as: None,
        trouble: Some(MirrorTrouble {
            code: "log-went-back".to_owned(),
            since: END + 60,
            unreachable: false,
        }),
        departed: Some(MirrorDeparted {
            code: "log-forked".to_owned(),
            entries: 12_408,
            at: END + 120,
            check: "countersign verify log-forked.evidence --vkey fonacide.example/5f0c19e2a4b7d386+f50e12b7+AQOhB7"
                .to_owned(),
        }),
        withheld: vec![WithheldRow {
            identity: "7ae1bfb4".repeat(8),
            accepted_at: END + 3,
        }],
        withheld_count: 1,
    }
}
