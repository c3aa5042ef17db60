//! What the island may say: an id for each message, whose words the page hands over in its language.

use crate::islands::told;

told::messages! {
    HereNone "device-here-none" [],
    HereOffered "device-here-offered" [],
    HereWaiting "device-here-waiting" ["key"],
    HereEnrolled "device-here-enrolled" ["key"],
    Unable "device-unable" ["why"],
    Signs "check-device-signs" ["key"],
    Differs "check-device-differs" [],
    Failed "check-device-failed" ["why"],
}

/// The island's words.
pub type Words = told::Words<Word>;
