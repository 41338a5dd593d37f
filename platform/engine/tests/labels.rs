//! The engine's own objects are labelled in every language.

use talang_catalogue::labels::Labels;

#[test]
fn every_text_of_the_engine_is_there_in_seven_languages() {
    // S10
    let module = talang_engine::objects::module();
    let labels = Labels::new(&module.labels).unwrap_or_else(|e| panic!("{e}"));
    // Core HR labels the right groups and this module with their neighbours in the menu, and its tests see to it.
    let elsewhere = |line: &String| line.contains(": group.") || line.contains(": module.");
    let found: Vec<String> = labels.check(&module.objects).into_iter().filter(|l| !elsewhere(l)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
