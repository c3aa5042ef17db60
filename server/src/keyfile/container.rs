//! The encrypted part: PKCS#8 in PBES2, in PEM.

use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::{ALGORITHM_OID, EncodePrivateKey, KeypairBytes};
use pkcs8::der::SecretDocument;
use pkcs8::der::pem::PemLabel;
use pkcs8::pkcs5::pbes2;
use pkcs8::pkcs5::{EncryptionScheme, scrypt};
use pkcs8::{EncryptedPrivateKeyInfoRef, LineEnding, PrivateKeyInfoRef};

use super::error::KeyFileError;
use super::secret::Secret;

/// scrypt's cost is 2^14 blocks of 8 times 128 bytes, 16 MiB: OpenSSL opens
/// nothing that takes more than 32.
const SCRYPT_LOG_N: u8 = 14;
const SCRYPT_BLOCK: u32 = 8;
/// Five passes instead of more memory: what OWASP holds equal to one pass over
/// 128 MiB.
const SCRYPT_PASSES: u32 = 5;

/// Most memory that opening a file may take, in bytes. Other tools' files may
/// cost more than ours; one that was made to stop the program is refused.
const OPEN_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// Most passes of scrypt that opening a file may take.
const OPEN_PASSES_MAX: u16 = 16;
/// Most rounds of PBKDF2 that opening a file may take: seconds, not hours.
const OPEN_ROUNDS_MAX: u32 = 10_000_000;

/// The random bytes of one file. Both must never have been used before.
#[derive(Debug, Clone, Copy)]
pub struct Randomness {
    /// Salts the passphrase.
    pub salt: [u8; 16],
    /// Starts the cipher.
    pub iv: [u8; 16],
}

/// Encrypts `key`, and gives it as PEM.
pub(super) fn seal(
    key: &SigningKey,
    passphrase: &Secret,
    randomness: &Randomness,
) -> Result<String, KeyFileError> {
    const FAILED: KeyFileError = KeyFileError::Encryption("the key can't be encrypted");
    // Without the public half: OpenSSL 3.0 doesn't read the version that has it.
    let pair = KeypairBytes {
        secret_key: key.to_bytes(),
        public_key: None,
    };
    let plain = pair.to_pkcs8_der().map_err(|_| FAILED)?;
    let info = PrivateKeyInfoRef::try_from(plain.as_bytes()).map_err(|_| FAILED)?;
    let cost =
        scrypt::Params::new(SCRYPT_LOG_N, SCRYPT_BLOCK, SCRYPT_PASSES).map_err(|_| FAILED)?;
    let scheme =
        pbes2::Parameters::generate_scrypt_aes256cbc(cost, &randomness.salt, randomness.iv)
            .map_err(|_| FAILED)?;
    let sealed = info
        .encrypt_with_params(scheme, passphrase.expose())
        .map_err(|_| FAILED)?;
    let pem = sealed
        .to_pem(EncryptedPrivateKeyInfoRef::PEM_LABEL, LineEnding::LF)
        .map_err(|_| FAILED)?;
    Ok(pem.to_string())
}

/// Decrypts a key from its PEM.
pub(super) fn open(pem: &str, passphrase: &Secret) -> Result<SigningKey, KeyFileError> {
    let (label, sealed) = SecretDocument::from_pem(pem)
        .map_err(|_| KeyFileError::NotAKeyFile("its PEM can't be read"))?;
    match label {
        EncryptedPrivateKeyInfoRef::<'_>::PEM_LABEL => {}
        PrivateKeyInfoRef::<'_>::PEM_LABEL => return Err(KeyFileError::Unencrypted),
        _ => {
            return Err(KeyFileError::NotAKeyFile(
                "its PEM isn't an encrypted private key",
            ));
        }
    }
    let sealed = EncryptedPrivateKeyInfoRef::try_from(sealed.as_bytes())
        .map_err(|_| KeyFileError::NotAKeyFile("its PEM isn't an encrypted PKCS#8 key"))?;
    check_cost(&sealed.encryption_algorithm)?;
    // A wrong passphrase gives a wrong padding, or once in 256 times, rubbish.
    let plain = sealed
        .decrypt(passphrase.expose())
        .map_err(|_| KeyFileError::WrongPassphrase)?;
    let info =
        PrivateKeyInfoRef::try_from(plain.as_bytes()).map_err(|_| KeyFileError::WrongPassphrase)?;
    if info.algorithm.oid != ALGORITHM_OID {
        return Err(KeyFileError::OtherAlgorithm);
    }
    let pair = KeypairBytes::try_from(info).map_err(|_| KeyFileError::WrongPassphrase)?;
    Ok(SigningKey::from_bytes(&pair.secret_key))
}

fn check_cost(scheme: &EncryptionScheme) -> Result<(), KeyFileError> {
    const DEAR: KeyFileError = KeyFileError::Encryption("opening it would cost too much");
    let Some(scheme) = scheme.pbes2() else {
        return Err(KeyFileError::Encryption("only PBES2 is"));
    };
    let bearable = match &scheme.kdf {
        pbes2::Kdf::Scrypt(cost) => {
            // The library takes a cost of 0 for a bug of its caller's, and panics.
            if !cost.cost_parameter.is_power_of_two() {
                return Err(KeyFileError::Encryption(
                    "scrypt's cost isn't a power of two",
                ));
            }
            // One block for each of the cost, and one for each pass.
            let blocks = cost.cost_parameter.checked_add(cost.parallelization.into());
            let block_bytes = u64::from(cost.block_size) * 128;
            let bytes = blocks.and_then(|blocks| blocks.checked_mul(block_bytes));
            bytes.is_some_and(|bytes| bytes <= OPEN_BYTES_MAX)
                && cost.parallelization <= OPEN_PASSES_MAX
        }
        pbes2::Kdf::Pbkdf2(cost) => cost.iteration_count <= OPEN_ROUNDS_MAX,
        _ => return Err(KeyFileError::Encryption("only scrypt and PBKDF2 are")),
    };
    if bearable { Ok(()) } else { Err(DEAR) }
}
