//! The components' words are there in every language, and no component asks for one that is not.

use talang_catalogue::Language;
use talang_catalogue::messages::{Messages, variables};

#[test]
fn every_sentence_is_there_in_seven_languages_with_the_same_variables() {
    // S10
    let messages = Messages::new(talang_screens::SOURCES).unwrap();
    assert_eq!(messages.check(), Vec::<String>::new());
    let english = variables(talang_screens::SOURCES[0].1);
    for (language, source) in talang_screens::SOURCES {
        assert_eq!(variables(source), english, "{language:?}");
    }
}

#[test]
fn every_key_that_a_component_says_exists() {
    let messages = Messages::new(talang_screens::SOURCES).unwrap();
    let keys = messages.keys(Language::En);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/components");
    let mut asked = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for part in source.split("\"ui-").skip(1) {
            let key = format!("ui-{}", part.split('"').next().unwrap());
            // Keys that end in a hole are made from a fixed set of names.
            if !key.ends_with('}') {
                assert!(keys.contains(&key.as_str()), "{key}");
                asked += 1;
            }
        }
    }
    assert!(asked > 50);
}
