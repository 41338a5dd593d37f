//! File names of imports (I4): `[ImportType]_[ImportMode]_[Culture]_[Order]_.csv`.

use talang_catalogue::{Catalogue, Culture, Fault, Object};
use talang_engine::{Mode, Result};

use std::sync::Arc;

/// What happens to lines whose key exists already, or does not yet (I5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportMode {
    /// An existing record is refused.
    InsertOnly,
    /// An existing record is updated with the fields of the line.
    InsertAndUpdate,
}

impl ImportMode {
    /// Its word in file names.
    pub fn name(self) -> &'static str {
        match self {
            ImportMode::InsertOnly => "InsertOnly",
            ImportMode::InsertAndUpdate => "InsertAndUpdate",
        }
    }

    /// The mode of that word, in any case.
    pub fn parse(word: &str) -> Option<ImportMode> {
        [ImportMode::InsertOnly, ImportMode::InsertAndUpdate]
            .into_iter()
            .find(|m| m.name().eq_ignore_ascii_case(word))
    }

    pub(crate) fn mode(self) -> Mode {
        match self {
            ImportMode::InsertOnly => Mode::Insert,
            ImportMode::InsertAndUpdate => Mode::Upsert,
        }
    }
}

/// What the name of a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// The whole name, without folders.
    pub text: String,
    /// Import type: the name of a business object. Whether the tenant has it, [`FileName::object`] says.
    pub object: String,
    /// Mode.
    pub mode: ImportMode,
    /// Culture; none means the company's.
    pub culture: Option<&'static Culture>,
    /// Place in the order of execution, ascending.
    pub order: i64,
}

impl FileName {
    /// Reads a file name. Folders before it and text between the order and `.csv` (a date, usually) are ignored.
    ///
    /// # Errors
    /// `file.name`, `file.type`, `file.mode`, `file.culture` or `file.order` with the part that is wrong.
    ///
    /// ```
    /// let name = talang_interchange::csv::FileName::parse("Employee_InsertAndUpdate_fr-FR_10_23112026.csv").unwrap();
    /// assert_eq!((name.object.as_str(), name.culture.unwrap().code, name.order), ("Employee", "fr-FR", 10));
    /// ```
    pub fn parse(name: &str) -> std::result::Result<FileName, Fault> {
        let text = name.rsplit(['/', '\\']).next().unwrap_or(name).to_string();
        let fault = |code: &'static str, part: &str| Fault::new(code).with("name", part);
        let Some((stem, extension)) = text.rsplit_once('.') else { return Err(fault("file.name", &text)) };
        let parts: Vec<&str> = stem.split('_').collect();
        if !extension.eq_ignore_ascii_case("csv") || parts.len() < 3 {
            return Err(fault("file.name", &text));
        }
        let [object, mode, third, ..] = parts.as_slice() else { return Err(fault("file.name", &text)) };
        if object.is_empty() || !object.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(fault("file.type", object));
        }
        let mode = ImportMode::parse(mode).ok_or_else(|| fault("file.mode", mode))?;
        let fourth = parts.get(3).copied().unwrap_or_default();
        // The culture may be left out, with or without its underscore.
        let (culture, order) = match (third.parse::<i64>(), Culture::find(third)) {
            (Ok(_), _) => (None, *third),
            (_, Some(culture)) => (Some(culture), fourth),
            _ if third.is_empty() => (None, fourth),
            _ if third.contains('-') || fourth.parse::<i64>().is_ok() => {
                return Err(fault("file.culture", third));
            }
            _ => return Err(fault("file.order", third)),
        };
        let order = order.parse().map_err(|_| fault("file.order", order))?;
        let object = object.to_string();
        Ok(FileName { object, mode, culture, order, text })
    }

    /// The tenant's object of that type.
    ///
    /// # Errors
    /// `file.type`.
    pub fn object(&self, catalogue: &Catalogue) -> Result<Arc<Object>> {
        let found = catalogue
            .objects()
            .iter()
            .find(|o| o.def.name.eq_ignore_ascii_case(&self.object) && !o.def.internal);
        found.cloned().ok_or_else(|| Fault::new("file.type").with("name", &self.object).into())
    }

    /// The usual name of a file of that object.
    pub fn of(object: &Object, mode: ImportMode, culture: &Culture, order: i64) -> String {
        format!("{}_{}_{}_{order}_.csv", object.def.name, mode.name(), culture.code)
    }
}

/// Files in the order in which they are imported: by the number in their names, then by name.
pub fn in_order(mut names: Vec<FileName>) -> Vec<FileName> {
    names.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.text.cmp(&b.text)));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(name: &str) -> (&'static str, String) {
        let fault = FileName::parse(name).unwrap_err();
        (fault.code, fault.arg("name").unwrap_or_default().to_string())
    }

    #[test]
    fn every_part_of_a_name_is_read() {
        // I4
        let name = FileName::parse("in/Employee_InsertAndUpdate_fr-FR_10_23112026.csv").unwrap();
        assert_eq!(
            (name.object.as_str(), name.mode, name.order),
            ("Employee", ImportMode::InsertAndUpdate, 10)
        );
        assert_eq!(name.culture.map(|c| c.code), Some("fr-FR"));
        for short in ["Job_InsertOnly_7_.csv", "Job_InsertOnly__7_.csv", "Job_insertonly_7.CSV"] {
            let name = FileName::parse(short).unwrap();
            assert_eq!((name.culture, name.mode, name.order), (None, ImportMode::InsertOnly, 7), "{short}");
        }
    }

    #[test]
    fn the_wrong_part_is_named() {
        // I4
        assert_eq!(code("employees.xlsx").0, "file.name");
        assert_eq!(code("Employee.csv").0, "file.name");
        assert_eq!(code("_InsertOnly_en-GB_1_.csv").0, "file.type");
        assert_eq!(code("Employee_Insert_en-GB_1_.csv"), ("file.mode", "Insert".into()));
        assert_eq!(code("Employee_InsertOnly_xx-XX_1_.csv"), ("file.culture", "xx-XX".into()));
        assert_eq!(code("Employee_InsertOnly_en-GB_ten_.csv"), ("file.order", "ten".into()));
        assert_eq!(code("Employee_InsertOnly_en-GB.csv"), ("file.order", "".into()));
    }

    #[test]
    fn files_run_in_ascending_order() {
        // I4
        let names =
            ["B_InsertOnly_10_.csv", "A_InsertOnly_9_.csv", "A_InsertOnly_10_.csv", "Z_InsertOnly_-1_.csv"];
        let sorted = in_order(names.iter().map(|n| FileName::parse(n).unwrap()).collect());
        let objects: Vec<&str> = sorted.iter().map(|n| n.object.as_str()).collect();
        assert_eq!(objects, ["Z", "A", "A", "B"]);
    }
}
