//! Jobs.

use talang_catalogue::{Code, FileId, Item, Ref, Translated, Url};
use talang_derive::Object;

use super::{JobFamily, JobSubFamily};

/// Kind of work as the organisation defines it, whoever does it: its purpose, grade, activities and required
/// skills. Positions and assignments refer to it.
#[derive(Object)]
#[object(id = 172, module = "jobs", kind = shared, key(code), title(label), extensible, privacy = none)]
pub struct Job {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Job family; follows from the sub-family where there is one.
    #[field(id = 3)]
    pub family: Option<Ref<JobFamily>>,
    /// Narrower field within the family.
    #[field(id = 4)]
    pub sub_family: Option<Ref<JobSubFamily>>,
    /// Level of the job in the tenant's grading, the usual base of pay ranges.
    #[field(id = 5, list = "grade")]
    pub grade: Option<Item>,
    /// Why the job exists, in one or two sentences.
    #[field(id = 6)]
    pub mission: Option<Translated>,
    /// Main activities as running text; single ones with their share of time are records of their own.
    #[field(id = 7)]
    pub activities: Option<Translated>,
    /// Conditions besides skills and certifications, such as shift work or clearance.
    #[field(id = 8)]
    pub requirements: Option<Translated>,
    /// Usual level of education of job holders.
    #[field(id = 9, list = "education-level")]
    pub education_level: Option<Item>,
    /// Full years of relevant experience that are usual at entry.
    #[field(id = 10, min = 0, max = 50)]
    pub experience_years: Option<i64>,
    /// Job holders lead a team.
    #[field(id = 11)]
    pub manages_people: bool,
    /// How far the work can be done away from the workplace.
    #[field(id = 12, list = "remote-work")]
    pub remote_work: Option<Item>,
    /// Hard to fill, or a gap would hurt the business quickly.
    #[field(id = 13)]
    pub critical: bool,
    /// Group of the International Standard Classification of Occupations.
    #[field(id = 14, max = 4)]
    pub isco_code: Option<Code>,
    /// Code in a national register such as ROME, KldB, BRC, CNO, SSYK or DISCO.
    #[field(id = 15, search)]
    pub national_code: Option<Code>,
    /// Address of the matching occupation in ESCO.
    #[field(id = 16)]
    pub esco_uri: Option<Url>,
    /// Scanned copy or other proof.
    #[field(id = 17)]
    pub document: Option<FileId>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 18, min = 0)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 19, default = "true")]
    pub active: bool,
}
