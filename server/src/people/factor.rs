//! The second factor: codes of the moment (RFC 6238), as every authenticator shows them.

use super::People;
use ledger::field::Moment;
use totp_rs::{Builder, Secret, Totp};

/// Bytes of a secret: as many as SHA-1 gives, which RFC 4226 recommends.
const SECRET_BYTES: usize = 20;

/// Steps of 30 seconds before and after now whose codes are taken: a phone's clock may be off.
const STEPS_OFF: u16 = 1;

/// What the codes are made from.
#[derive(Clone, PartialEq, Eq)]
pub struct Factor(Vec<u8>);

impl std::fmt::Debug for Factor {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Factor(..)")
    }
}

impl Factor {
    /// A factor with this secret.
    #[must_use]
    pub const fn of(secret: Vec<u8>) -> Self {
        Self(secret)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The secret in base32, in groups of four, for typing.
    #[must_use]
    pub fn typed(&self) -> String {
        let text = self.secret().to_base32();
        let groups: Vec<&str> = text
            .as_bytes()
            .chunks(4)
            .map(|group| std::str::from_utf8(group).unwrap_or_default())
            .collect();
        groups.join(" ")
    }

    /// The same as an `otpauth://` address, which a QR code carries; nothing where the names can't
    /// stand in one.
    #[must_use]
    pub fn address(&self, issuer: &str, account: &str) -> Option<String> {
        // A colon parts issuer and account there.
        let (issuer, account) = (issuer.replace(':', " "), account.replace(':', " "));
        let named = Builder::new()
            .with_secret(self.secret())
            .with_issuer(Some(issuer))
            .with_account_name(account);
        named.build().ok()?.to_url().ok()
    }

    /// The step whose code this is, if it is one of now that wasn't taken yet.
    #[must_use]
    pub fn check(&self, code: &str, now: Moment, taken: i64) -> Option<i64> {
        let code: String = code.chars().filter(|char| !char.is_whitespace()).collect();
        let step = self.codes().check(&code, now.0.max(0).cast_unsigned())?;
        i64::try_from(step).ok().filter(|step| *step > taken)
    }

    /// The code of a moment.
    #[must_use]
    pub fn code(&self, now: Moment) -> String {
        self.codes()
            .generate(now.0.max(0).cast_unsigned())
            .to_string()
    }

    fn secret(&self) -> Secret {
        Secret::new(self.0.clone().into_boxed_slice())
    }

    /// SHA-1, six digits, 30 seconds: what authenticators take for granted.
    fn codes(&self) -> Totp {
        let codes = Builder::new().with_secret(self.secret());
        codes.with_skew(STEPS_OFF).build_noncompliant()
    }
}

impl People {
    /// A new factor from the server's randomness.
    pub(super) fn fresh_factor(&self) -> Factor {
        Factor(self.random::<SECRET_BYTES>().to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, cut to six digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let factor = Factor::of(b"12345678901234567890".to_vec());
        for (time, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(factor.code(Moment(time)), code);
            let spaced = format!("{} {}", &code[..3], &code[3..]);
            assert_eq!(factor.check(&spaced, Moment(time), 0), Some(time / 30));
        }
    }

    #[test]
    fn a_code_is_taken_once_and_near_its_time() {
        let factor = Factor::of(vec![3; SECRET_BYTES]);
        let code = factor.code(Moment(3000));
        assert_eq!(factor.check(&code, Moment(3029), 0), Some(100));
        assert_eq!(factor.check(&code, Moment(3059), 0), Some(100));
        assert_eq!(factor.check(&code, Moment(3000), 100), None);
        assert_eq!(factor.check(&code, Moment(3090), 0), None);
        for wrong in ["", "12345", "1234567", "abcdef", "\u{661}23456"] {
            assert_eq!(factor.check(wrong, Moment(3000), 0), None, "{wrong}");
        }
    }

    #[test]
    fn an_authenticator_can_read_it() {
        let factor = Factor::of(vec![0; SECRET_BYTES]);
        assert_eq!(factor.typed(), ["AAAA"; 8].join(" "));
        let address = factor
            .address("relief.example:x", "desk-2")
            .expect("an address");
        assert!(
            address.starts_with("otpauth://totp/relief.example%20x:desk-2?secret=AAAA"),
            "{address}"
        );
    }
}
