//! Parking spaces: a whole business object in one file. `docs/how-to/add-a-business-object.md` goes through it, and
//! `one_file.rs` proves what follows from it. (A module of the product keeps its labels in `labels/`, one file per
//! language, where translators look; here they stand beside the declaration.)

use jiff::civil::Date;
use talang_catalogue::{BusinessObject, Code, Line, Ref};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;
use talang_engine::{Language, Module};

/// A parking space that is given to an employee.
#[derive(Object)]
#[object(id = 900, module = "people", kind = employees, key(code), subject = employee, privacy = work, title(code), extensible)]
pub struct ParkingSpace {
    /// Number painted on the ground.
    #[field(id = 1, search)]
    pub code: Code,
    /// Who may use it.
    #[field(id = 2)]
    pub employee: Ref<Employee>,
    /// First day on which they may.
    #[field(id = 3)]
    pub since: Option<Date>,
    /// Licence plate of the car.
    #[field(id = 4, privacy = private)]
    pub plate: Option<Line>,
}

/// What the module brings to the registry.
pub fn module() -> Module {
    Module { objects: vec![ParkingSpace::DEF], labels: LABELS.to_vec(), ..Module::default() }
}

const LABELS: &[(Language, &str)] = &[
    (
        Language::En,
        r#"
[ParkingSpace]
one = "Parking space"
many = "Parking spaces"
[ParkingSpace.fields]
code = "Space"
employee = "Employee"
since = "Since"
plate = "Licence plate"
"#,
    ),
    (
        Language::Fr,
        r#"
[ParkingSpace]
one = "Place de stationnement"
many = "Places de stationnement"
help = "Une place de stationnement attribuée à un salarié."
[ParkingSpace.fields]
code = ["Place", "Numéro peint au sol."]
employee = ["Salarié", "Qui peut l’utiliser."]
since = ["Depuis", "Premier jour d’utilisation."]
plate = ["Immatriculation", "Plaque d’immatriculation de la voiture."]
"#,
    ),
    (
        Language::De,
        r#"
[ParkingSpace]
one = "Parkplatz"
many = "Parkplätze"
help = "Ein Parkplatz, der jemandem zugeteilt ist."
[ParkingSpace.fields]
code = ["Platz", "Die Nummer auf dem Boden."]
employee = ["Mitarbeiter/in", "Wer dort parken darf."]
since = ["Seit", "Erster Tag der Nutzung."]
plate = ["Kennzeichen", "Kennzeichen des Autos."]
"#,
    ),
    (
        Language::Nl,
        r#"
[ParkingSpace]
one = "Parkeerplaats"
many = "Parkeerplaatsen"
help = "Een parkeerplaats die aan een medewerker is toegewezen."
[ParkingSpace.fields]
code = ["Plaats", "Het nummer op de grond."]
employee = ["Medewerker", "Wie er mag parkeren."]
since = ["Sinds", "Eerste dag van gebruik."]
plate = ["Kenteken", "Kenteken van de auto."]
"#,
    ),
    (
        Language::Es,
        r#"
[ParkingSpace]
one = "Plaza de aparcamiento"
many = "Plazas de aparcamiento"
help = "Una plaza de aparcamiento asignada a un empleado."
[ParkingSpace.fields]
code = ["Plaza", "Número pintado en el suelo."]
employee = ["Empleado", "Quién puede usarla."]
since = ["Desde", "Primer día de uso."]
plate = ["Matrícula", "Matrícula del coche."]
"#,
    ),
    (
        Language::Sv,
        r#"
[ParkingSpace]
one = "Parkeringsplats"
many = "Parkeringsplatser"
help = "En parkeringsplats som tilldelats en medarbetare."
[ParkingSpace.fields]
code = ["Plats", "Numret på marken."]
employee = ["Medarbetare", "Vem som får parkera där."]
since = ["Sedan", "Första dagen."]
plate = ["Registreringsnummer", "Bilens registreringsnummer."]
"#,
    ),
    (
        Language::Da,
        r#"
[ParkingSpace]
one = "Parkeringsplads"
many = "Parkeringspladser"
help = "En parkeringsplads, der er tildelt en medarbejder."
[ParkingSpace.fields]
code = ["Plads", "Nummeret på jorden."]
employee = ["Medarbejder", "Hvem der må parkere der."]
since = ["Siden", "Første dag."]
plate = ["Nummerplade", "Bilens nummerplade."]
"#,
    ),
];
