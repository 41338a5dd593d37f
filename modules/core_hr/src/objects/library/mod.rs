//! The library: lists, calendars, texts and templates that all modules share.

mod country;
mod culture;
mod currency;
mod document_template;
mod exchange_rate;
mod holiday;
mod holiday_calendar;
mod language;
mod legal_notice;
mod mail_template;
mod mapping_entry;
mod mapping_table;
mod number_sequence;
mod translation;
mod ui_text;
mod value_list;
mod value_list_item;
mod work_schedule;

pub use country::Country;
pub use culture::Culture;
pub use currency::Currency;
pub use document_template::DocumentTemplate;
pub use exchange_rate::ExchangeRate;
pub use holiday::{Holiday, HolidayPortion};
pub use holiday_calendar::HolidayCalendar;
pub use language::Language;
pub use legal_notice::LegalNotice;
pub use mail_template::MailTemplate;
pub use mapping_entry::MappingEntry;
pub use mapping_table::{MappingTable, UnmatchedValue};
pub use number_sequence::{NumberSequence, SequenceRestart};
use talang_catalogue::{BusinessObject, ObjectDef};
pub use translation::Translation;
pub use ui_text::UiText;
pub use value_list::ValueList;
pub use value_list_item::ValueListItem;
pub use work_schedule::WorkSchedule;

/// The objects of this folder, in the order in which menus list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        ValueList::DEF,
        ValueListItem::DEF,
        Country::DEF,
        Currency::DEF,
        ExchangeRate::DEF,
        Language::DEF,
        Culture::DEF,
        UiText::DEF,
        Translation::DEF,
        MappingTable::DEF,
        MappingEntry::DEF,
        HolidayCalendar::DEF,
        Holiday::DEF,
        WorkSchedule::DEF,
        MailTemplate::DEF,
        DocumentTemplate::DEF,
        NumberSequence::DEF,
        LegalNotice::DEF,
    ]
}
