//! Letters on their way out: by SMTP, or as files in a folder for a hub that only shows how it works.

use std::path::PathBuf;

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};

/// How letters leave the hub.
#[derive(Clone)]
pub struct Mailer {
    way: Way,
    from: Mailbox,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// One `.eml` file per letter, named after its id.
    Folder(PathBuf),
}

/// One letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The same letter sent again has the same id.
    pub id: String,
    pub name: String,
    pub address: String,
    pub subject: String,
    pub text: String,
    /// Where one click ends letters like this.
    pub stop: String,
}

/// Why a letter did not go.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("the address or the letter cannot be written: {0}")]
    Letter(String),
    #[error("the mail server did not take it: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the file could not be written: {0}")]
    File(#[from] std::io::Error),
}

/// `List-Unsubscribe`: mail programs make a button of it.
#[derive(Clone)]
struct Unsubscribe(String);

impl Header for Unsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), format!("<{}>", self.0))
    }
}

/// `List-Unsubscribe-Post`: one click is enough (RFC 8058).
#[derive(Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

/// Can mail be sent from this address?
pub fn is_sender(from: &str) -> bool {
    from.parse::<Mailbox>().is_ok()
}

/// Is this the address of a mail server?
pub fn is_smtp(url: &str) -> bool {
    AsyncSmtpTransport::<Tokio1Executor>::from_url(url).is_ok()
}

impl Mailer {
    /// By the server at `url`: `smtp://…` or `smtps://…`.
    pub fn smtp(url: &str, from: &str) -> Result<Self, MailError> {
        let smtp = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.build();
        Ok(Self { way: Way::Smtp(smtp), from: sender(from)? })
    }

    /// As files in a folder.
    pub fn folder(folder: PathBuf, from: &str) -> Result<Self, MailError> {
        Ok(Self { way: Way::Folder(folder), from: sender(from)? })
    }

    pub async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let wrong = |error: &dyn std::fmt::Display| MailError::Letter(error.to_string());
        let address = letter.address.parse().map_err(|error: lettre::address::AddressError| wrong(&error))?;
        let place = self.from.email.domain().to_owned();
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(letter.name.clone()), address))
            .subject(&letter.subject)
            .message_id(Some(format!("<{}@{place}>", letter.id)))
            .header(Unsubscribe(letter.stop.clone()))
            .header(OneClick)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())
            .map_err(|error| wrong(&error))?;
        match &self.way {
            Way::Smtp(smtp) => {
                smtp.send(message).await?;
            }
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                // Whoever looks in the folder sees whole letters only.
                let (half, whole) = (folder.join(format!(".{}", letter.id)), folder.join(format!("{}.eml", letter.id)));
                tokio::fs::write(&half, message.formatted()).await?;
                tokio::fs::rename(&half, &whole).await?;
            }
        }
        Ok(())
    }
}

fn sender(from: &str) -> Result<Mailbox, MailError> {
    from.parse().map_err(|error: lettre::address::AddressError| MailError::Letter(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_letter_in_a_folder_is_one_file_that_can_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::folder(folder.path().join("mail"), "Samenspel <hub@example.nl>").unwrap();
        let letter = Letter {
            id: "abc".into(),
            name: "Anna de Vries".into(),
            address: "anna@example.nl".into(),
            subject: "Iemand noemde je".into(),
            text: "Bram noemde je.\n".into(),
            stop: "https://hub.example.nl/afmelden/mail/x.y".into(),
        };
        mailer.send(&letter).await.unwrap();
        mailer.send(&letter).await.unwrap();
        let files: Vec<_> = std::fs::read_dir(folder.path().join("mail")).unwrap().collect();
        assert_eq!(files.len(), 1);
        let text = std::fs::read_to_string(folder.path().join("mail/abc.eml")).unwrap();
        for line in ["List-Unsubscribe: <https://hub.example.nl/afmelden/mail/x.y>", "Message-ID: <abc@example.nl>"] {
            assert!(text.contains(line), "{text}");
        }
        assert!(mailer.send(&Letter { address: "geen adres".into(), ..letter }).await.is_err());
        assert!(is_smtp("smtps://naam:geheim@mail.example.nl") && !is_smtp("https://mail.example.nl"));
        assert!(is_sender("hub@example.nl") && !is_sender("hub"));
    }
}
