//! Passwords and tokens: only digests are ever stored.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// A secret that was made here: shown once, stored as its digest.
pub struct NewSecret {
    pub secret: String,
    pub digest: String,
}

/// Makes a random secret of 256 bits that starts with `prefix`.
pub fn new_secret(prefix: &str) -> NewSecret {
    let bytes: [u8; 32] = rand::random();
    let secret = format!("{prefix}{}", BASE64_URL_SAFE_NO_PAD.encode(bytes));
    NewSecret { digest: digest(&secret), secret }
}

/// The digest under which a random secret is stored. Fast is fine: 256 random bits cannot be guessed.
pub fn digest(secret: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(secret))
}

/// Hashes a password with argon2id; takes some tens of milliseconds on purpose, off the async threads.
pub async fn hash_password(password: String) -> Result<String, PasswordError> {
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    });
    hashed.await.map_err(|_| PasswordError)?.map_err(|_| PasswordError)
}

/// Does `password` match the stored hash? Without a hash it takes as long and answers no.
pub async fn verify_password(password: String, stored: Option<String>) -> bool {
    let verified = tokio::task::spawn_blocking(move || match stored.as_deref().map(PasswordHash::new) {
        Some(Ok(hash)) => Argon2::default().verify_password(password.as_bytes(), &hash).is_ok(),
        _ => {
            // The same work, so that the time does not tell whether an account exists.
            drop(Argon2::default().hash_password(password.as_bytes()));
            false
        }
    });
    verified.await.unwrap_or(false)
}

/// A password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed")]
pub struct PasswordError;

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_own_hash_only() {
        let hash = hash_password("geheim-en-lang".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify_password("geheim-en-lang".into(), Some(hash.clone())).await);
        assert!(!verify_password("iets anders".into(), Some(hash)).await);
        assert!(!verify_password("geheim-en-lang".into(), None).await);
    }
}
