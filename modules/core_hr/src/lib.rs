//! Core HR: the library, the organisation, people, jobs and skills, and profiles.
//!
//! Every other module stands on these objects and may refer to them; they refer to no other module.

pub mod objects;
