//! Who and what the sample is about.

use super::*;

pub(super) fn pyg() -> Currency {
    Currency {
        code: "PYG".to_owned(),
        exponent: 0,
    }
}

pub(super) fn party(name: &str, title: &str) -> Party {
    Party {
        name: name.to_owned(),
        title: title.to_owned(),
    }
}

pub(super) fn ministry() -> Party {
    party("hacienda.example/tesoro", "Ministerio de Hacienda")
}

pub(super) fn caazapa() -> Party {
    party("caazapa.example/gobernacion", "Gobernación de Caazapá")
}

pub(super) fn yuty() -> Party {
    party("yuty.example/municipalidad", "Municipalidad de Yuty")
}

pub(super) fn buena_vista() -> Party {
    party(
        "buenavista.example/municipalidad",
        "Municipalidad de Buena Vista",
    )
}

pub(super) fn fonacide() -> ProgrammeRef {
    ProgrammeRef {
        id: "fonacide-2019".to_owned(),
        title: "Fondo Nacional de Inversión Pública y Desarrollo 2019".to_owned(),
    }
}

pub(super) fn meals() -> ProgrammeRef {
    ProgrammeRef {
        id: "almuerzo-2018".to_owned(),
        title: "Almuerzo escolar 2018".to_owned(),
    }
}

/// Sixty-four hexadecimal digits that differ for each seed, as real identities do.
pub(super) fn identity(seed: u64) -> String {
    (1..=4)
        .map(|part: u64| {
            let mixed = (seed + part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            format!(
                "{:016x}",
                (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
            )
        })
        .collect()
}

pub(super) fn entry(seed: u64, kind: &str, reference: &str) -> EntryRef {
    EntryRef {
        identity: identity(seed),
        kind: kind.to_owned(),
        reference: reference.to_owned(),
    }
}

pub(super) fn on(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, month, day).unwrap_or_default()
}
