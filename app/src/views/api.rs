//! The API's description, as its page shows it: in the words of the description itself.

/// The description.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ApiPage {
    /// What the API is.
    pub about: String,
    /// What can be asked, in the order of the addresses.
    pub operations: Vec<ApiOperation>,
    /// What answers are made of, in the order of their names.
    pub schemas: Vec<ApiSchema>,
}

/// One thing to ask.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ApiOperation {
    /// `GET` or `POST`.
    pub method: String,
    /// The address, its variable parts in braces.
    pub path: String,
    /// What it does.
    pub summary: String,
    /// What it may be told.
    pub parameters: Vec<ApiField>,
    /// Its answers: status, what it means, and the schema's name where it has one.
    pub answers: Vec<(String, String, String)>,
}

/// A parameter, or a field of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ApiField {
    /// Its name.
    pub name: String,
    /// What it holds: a type, or a schema's name.
    pub kind: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it means.
    pub about: String,
}

/// What an answer is made of.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ApiSchema {
    /// Its name.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Its fields.
    pub fields: Vec<ApiField>,
}
