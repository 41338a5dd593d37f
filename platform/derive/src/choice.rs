//! `#[derive(Choice)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, LitStr, Result};

pub fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let name = &input.ident;
    let Data::Enum(data) = &input.data else {
        return Err(Error::new_spanned(name, "Choice is for enumerations"));
    };
    let mut variants = Vec::new();
    let mut codes = Vec::new();
    for variant in &data.variants {
        let attribute = variant.attrs.iter().find(|a| a.path().is_ident("choice"));
        let Some(attribute) = attribute else {
            return Err(Error::new_spanned(variant, "give the code: #[choice(\"…\")]"));
        };
        codes.push(attribute.parse_args::<LitStr>()?);
        variants.push(&variant.ident);
    }
    let text = name.to_string();
    Ok(quote! {
        impl ::talang_catalogue::Choice for #name {
            const DEF: &'static ::talang_catalogue::ChoiceDef = &::talang_catalogue::ChoiceDef {
                name: #text,
                items: &[#(::talang_catalogue::ChoiceItem { code: #codes }),*],
            };
            fn code(&self) -> &'static str {
                match self { #(#name::#variants => #codes),* }
            }
            fn parse(code: &str) -> ::std::option::Option<Self> {
                match code { #(#codes => ::std::option::Option::Some(#name::#variants),)* _ => ::std::option::Option::None }
            }
        }
        impl ::std::convert::From<#name> for ::talang_catalogue::value::Chosen<#name> {
            fn from(choice: #name) -> Self { ::talang_catalogue::value::Chosen(::std::option::Option::Some(choice)) }
        }
    })
}
