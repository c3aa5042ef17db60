//! What the browser runs: the files that the program `bundle` makes.
//!
//! In scope: finding them, embedded in a release or in a folder in development. Not in scope:
//! making them (package `bundle`), sending them (`web::front`). A server without them serves its
//! pages whole, and no page asks for a script.

use app::views::{Boots, Island};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// A file that a release has in it: its name, its bytes, its brotli form.
type Embedded = (&'static str, &'static [u8], &'static [u8]);

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/front.rs"));

    pub(super) const fn all() -> (&'static str, &'static [super::Embedded]) {
        (MANIFEST, FILES)
    }
}

/// Where `bundle` puts the files in the folder that this was compiled in.
const DEVELOPMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/front");

/// What the browser runs; nothing on a server that was built without.
#[derive(Clone, Debug, Default)]
pub struct Front {
    boots: Boots,
    files: BTreeMap<String, File>,
}

/// A file, as it is and compressed.
#[derive(Clone, Debug)]
pub struct File {
    /// Its bytes.
    pub bytes: Bytes,
    /// Its bytes in brotli.
    pub brotli: Bytes,
}

impl Front {
    /// No files at all.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            boots: Boots {
                verify: String::new(),
                total: String::new(),
                device: String::new(),
                passkey: String::new(),
                outbox: String::new(),
                photo: String::new(),
                upload: String::new(),
            },
            files: BTreeMap::new(),
        }
    }

    /// The files that this build came with: embedded in a release, in development as they lie in
    /// the build's own folder. Nothing where there are none.
    #[must_use]
    pub fn built() -> Self {
        let (manifest, files) = embedded::all();
        if cfg!(debug_assertions) {
            return Self::read(Path::new(DEVELOPMENT)).unwrap_or_default();
        }
        let files = files.iter().map(|(name, bytes, brotli)| {
            let file = File {
                bytes: Bytes::from_static(bytes),
                brotli: Bytes::from_static(brotli),
            };
            ((*name).to_owned(), file)
        });
        Self::of(manifest, files.collect())
    }

    /// The files of a folder that `bundle` wrote.
    ///
    /// # Errors
    /// The file system's, where the manifest or a file that it names is missing.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let manifest = std::fs::read_to_string(folder.join("manifest"))?;
        let mut files = BTreeMap::new();
        for name in manifest
            .lines()
            .filter_map(|line| line.strip_prefix("file "))
        {
            let file = File {
                bytes: std::fs::read(folder.join(name))?.into(),
                brotli: std::fs::read(folder.join(format!("{name}.br")))?.into(),
            };
            files.insert(name.to_owned(), file);
        }
        Ok(Self::of(&manifest, files))
    }

    fn of(manifest: &str, files: BTreeMap<String, File>) -> Self {
        let address = |island| {
            let name = boot(manifest, island).filter(|name| files.contains_key(*name));
            name.map_or_else(String::new, |name| format!("/front/{name}"))
        };
        Self {
            boots: Boots {
                verify: address(Island::Verify),
                total: address(Island::Total),
                device: address(Island::Device),
                // They are no part of what `bundle` makes: every page's frame names them.
                passkey: String::new(),
                outbox: String::new(),
                photo: String::new(),
                upload: String::new(),
            },
            files,
        }
    }

    /// The addresses of the modules that pages with an island load, `/front/boot-{hash}.js`; empty
    /// where there is none.
    #[must_use]
    pub const fn boots(&self) -> &Boots {
        &self.boots
    }

    /// A file by its name.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.get(name)
    }
}

/// The name of an island's boot module in a manifest; nothing where it names none.
fn boot(manifest: &str, island: Island) -> Option<&str> {
    let mut named = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("boot ")?.split_once(' '));
    let own = named.find(|(name, _)| *name == island.as_str());
    own.map(|(_, name)| name)
}
