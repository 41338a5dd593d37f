//! Which site a visitor is on, and in which language.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use talang_catalogue::labels::text_in;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Culture, Language, Texts};
use talang_core_hr::objects::library;
use talang_engine::{Actor, Door, Error, Filter, Installation, Op, Query, Result, Scope, Tenant, View};
use talang_http::{Call, encode};
use talang_recruiting::objects::careers::{FrontOffice, FrontOfficePage, PrivacyNotice, SiteFont};
use talang_screens::components::Ui;

/// The header by which the server says that a request came by the site's own host name; no client can send it, for names of
/// headers hold no colon (RFC 9110 § 5.1).
pub const OWN_HOST: &str = ":career-site";

/// A page of a site's own.
#[derive(Clone, Debug)]
pub struct OwnPage {
    /// Last part of its address.
    pub code: String,
    /// Heading.
    pub title: Texts,
    /// Text.
    pub text: Texts,
    /// It stands in the menu.
    pub in_menu: bool,
}

/// What candidates are told about the use of their data (G6), on this site or on all, for a country or for all.
#[derive(Clone, Debug)]
pub struct Notice {
    /// It is this site's own.
    pub own: bool,
    /// Code of the country; empty for all.
    pub country: String,
    /// First day, in days since 1970.
    pub from: i64,
    /// Text.
    pub text: Texts,
}

/// A career site as its pages need it.
#[derive(Clone, Debug)]
pub struct SiteData {
    /// Row number.
    pub id: i64,
    /// Permanent code.
    pub code: String,
    /// Its own host name, whether it is registered or not.
    pub domain: Option<String>,
    /// Name.
    pub label: Texts,
    /// Channel of the postings that it shows.
    pub channel: String,
    /// The unit whose vacancies it shows, with those below it.
    pub organisation: Option<i64>,
    /// Source of applications that come in there.
    pub source: Option<i64>,
    /// Language of visitors who ask for none that there is.
    pub culture: &'static Culture,
    /// Languages in which it can be read.
    pub languages: Vec<Language>,
    /// Only employees read it.
    pub internal: bool,
    /// Candidates can have an account there.
    pub accounts: bool,
    /// Visitors can have new vacancies sent to them.
    pub alerts: bool,
    /// Visitors can apply without a vacancy.
    pub speculative: bool,
    /// The company works with recruitment agencies, whose people come by the public sites.
    pub agencies: bool,
    /// Main colour, empty for the company's.
    pub colour: String,
    /// Letters.
    pub font: Option<SiteFont>,
    /// Picture at the top of each page, as file fields name it.
    pub logo: Option<String>,
    /// Picture behind the first words.
    pub banner: Option<String>,
    /// First words on the first page.
    pub welcome: Texts,
    /// Text at the foot of each page.
    pub footer: Texts,
    /// What candidates are told when data are collected (G6), where no notice fits.
    pub privacy: Texts,
    /// Notices, the closest first: those of the site, of countries, the latest.
    pub notices: Vec<Notice>,
    /// Its own pages.
    pub pages: Vec<OwnPage>,
}

/// The site of a call, in the language of its reader.
pub struct Site<'a> {
    /// The call.
    pub call: &'a Call,
    /// What the site is.
    pub data: Arc<SiteData>,
    /// The visitor's scope: the program itself, which shows no records but what [`crate::advert`] makes of them, in the
    /// reader's language.
    pub scope: Scope,
    /// Where its addresses begin: empty on its own host name.
    pub base: String,
    /// Name of whoever is signed in, on sites for employees.
    pub employee: Option<i64>,
}

/// Every active site of a tenant, by code.
type Sites = HashMap<String, Arc<SiteData>>;

/// The objects of whose records sites are made.
const RESTS_ON: [&str; 5] = ["FrontOffice", "FrontOfficePage", "PrivacyNotice", "Culture", "Agency"];

fn sites(view: &mut View<'_>) -> Result<Arc<Sites>> {
    if !view.feature("recruiting")? {
        return Ok(Arc::default());
    }
    view.followed(&RESTS_ON, "career-sites", |v, _: Option<(Arc<Sites>, _)>| {
        let object = v.object("FrontOffice")?;
        let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
        let sites = v.typed_list::<FrontOffice>(&Query { filter: Some(active), ..Query::default() })?;
        let cultures: HashMap<i64, String> = v
            .typed_list::<library::Culture>(&Query::default())?
            .into_iter()
            .map(|(id, c)| (id, c.code.to_string()))
            .collect();
        let pages = v.object("FrontOfficePage")?;
        let active = Filter::test(&pages, "active", Op::Is, vec![true.into()]);
        let query =
            Query { filter: Some(active), sort: v.sort(&pages, "sort_order,code")?, ..Query::default() };
        let pages = v.typed_list::<FrontOfficePage>(&query)?;
        let agencies = v.object("Agency")?;
        let active = Filter::test(&agencies, "active", Op::Is, vec![true.into()]);
        let query = Query { filter: Some(active), ..Query::default() };
        let agencies = !v.ids(&agencies, &query)?.is_empty();
        let notices = v.object("PrivacyNotice")?;
        let active = Filter::test(&notices, "active", Op::Is, vec![true.into()]);
        let query =
            Query { filter: Some(active), sort: v.sort(&notices, "-valid_from,code")?, ..Query::default() };
        let notices = v.typed_list::<PrivacyNotice>(&query)?;
        let mut out = Sites::new();
        for (id, site) in sites {
            let culture = Culture::find(&site.culture).unwrap_or_else(|| v.scope().tenant().culture());
            let mut languages = vec![culture.language];
            let more = site.cultures.iter().flat_map(|refs| refs.ids.iter());
            for language in more.filter_map(|id| Culture::find(cultures.get(id)?)).map(|c| c.language) {
                if !languages.contains(&language) {
                    languages.push(language);
                }
            }
            let texts = |t: Option<talang_catalogue::Translated>| t.map(|t| t.0).unwrap_or_default();
            let own = pages.iter().filter(|(_, p)| p.front_office.id == id);
            let data = SiteData {
                id,
                code: site.code.to_string(),
                domain: site.domain.map(|d| d.to_string()),
                label: site.label.0,
                channel: site.channel.to_string(),
                organisation: site.organisation.map(|r| r.id),
                source: site.source.map(|r| r.id),
                culture,
                languages,
                internal: site.internal,
                accounts: site.accounts == Some(true) && !site.internal,
                alerts: site.alerts && !site.internal,
                speculative: site.speculative,
                agencies: agencies && !site.internal,
                colour: site.colour.map(|c| c.to_string()).unwrap_or_default(),
                font: site.font.and_then(|f| f.0),
                logo: site.logo.map(|f| f.to_string()),
                banner: site.banner.map(|f| f.to_string()),
                welcome: texts(site.welcome),
                footer: texts(site.footer),
                privacy: texts(site.privacy_notice),
                notices: notices_of(id, &notices),
                pages: own
                    .map(|(_, p)| OwnPage {
                        code: p.code.to_string(),
                        title: p.title.0.clone(),
                        text: texts(p.text.clone()),
                        in_menu: p.in_menu,
                    })
                    .collect(),
            };
            out.insert(data.code.clone(), Arc::new(data));
        }
        Ok(out)
    })
}

/// The notices that stand on a site, the closest first.
fn notices_of(site: i64, all: &[(i64, PrivacyNotice)]) -> Vec<Notice> {
    let here = all.iter().filter(|(_, n)| n.front_office.as_ref().is_none_or(|s| s.id == site));
    let mut notices: Vec<Notice> = here
        .map(|(_, n)| Notice {
            own: n.front_office.is_some(),
            country: n.country.as_ref().map(|c| c.to_string()).unwrap_or_default(),
            from: n.valid_from.map_or(i64::MIN, days_of_date),
            text: n.text.0.clone(),
        })
        .collect();
    notices.sort_by_key(|n| std::cmp::Reverse((n.own, !n.country.is_empty(), n.from)));
    notices
}

/// Every active site, for the program's own work.
///
/// # Errors
/// Those of the store.
pub fn active(scope: &Scope) -> Result<Vec<Arc<SiteData>>> {
    Ok(scope.view(sites)?.values().cloned().collect())
}

impl SiteData {
    /// Language and formats of whoever reads it in a language.
    pub fn culture_in(&self, language: Language) -> &'static Culture {
        match language == self.culture.language {
            true => self.culture,
            false => Culture::of(language),
        }
    }
}

/// The scope of a visitor of a tenant's sites: the program itself, which shows nothing but what pages make of records.
pub(crate) fn visitor(installation: &Arc<Installation>, tenant: &Arc<Tenant>) -> Scope {
    Scope::new(installation, tenant, Actor::System, Door::FrontOffice)
}

/// The code of the active site to which a host name of the tenant belongs.
///
/// # Errors
/// Those of the store.
pub fn site_of_host(
    installation: &Arc<Installation>,
    tenant: &Arc<Tenant>,
    host: &str,
) -> Result<Option<String>> {
    let name = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    visitor(installation, tenant).view(|v| {
        if !v.feature("recruiting")? {
            return Ok(None);
        }
        type Hosts = HashMap<String, String>;
        let known = v.followed(&RESTS_ON, "career-site-hosts", |v, _: Option<(Arc<Hosts>, _)>| {
            let object = v.object("FrontOffice")?;
            let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
            let all = v.typed_list::<FrontOffice>(&Query { filter: Some(active), ..Query::default() })?;
            let hosts = all.into_iter().filter_map(|(_, s)| Some((s.domain?.to_ascii_lowercase(), s.code)));
            Ok(hosts.map(|(host, code)| (host, code.to_string())).collect::<Hosts>())
        })?;
        Ok(known.get(&name).cloned())
    })
}

/// The program's own path of a path on a site's host name.
pub fn path_of(site: &str, path: &str) -> String {
    let rest = path.trim_start_matches('/');
    format!("{}{site}{}{rest}", crate::PREFIX, if rest.is_empty() { "" } else { "/" })
}

/// The refusal that says: there is nothing.
pub fn missing() -> Error {
    talang_catalogue::Fault::new("record.not_found").with("object", "").into()
}

impl<'a> Site<'a> {
    /// The site that programs mean who know of one alone: the public one that was made first.
    ///
    /// # Errors
    /// `record.not_found` where there is none.
    pub fn first(call: &'a Call) -> Result<Site<'a>> {
        let known = visitor(&call.installation, call.scope.tenant()).view(sites)?;
        let first = known.values().filter(|s| !s.internal).min_by_key(|s| s.id);
        Site::named(call, &first.ok_or_else(missing)?.code)
    }

    /// The public sites, the one that was made first before the others.
    ///
    /// # Errors
    /// Those of the store.
    pub fn public(call: &'a Call) -> Result<Vec<Site<'a>>> {
        let known = visitor(&call.installation, call.scope.tenant()).view(sites)?;
        let mut all: Vec<_> = known.values().filter(|s| !s.internal).collect();
        all.sort_by_key(|s| s.id);
        all.into_iter().map(|s| Site::named(call, &s.code)).collect()
    }

    /// The site that a call's address names, or the first where it names none.
    ///
    /// # Errors
    /// `record.not_found` where there is none, recruiting is off (S8), or nobody is signed in on one for employees.
    pub fn of(call: &'a Call) -> Result<Site<'a>> {
        match call.param("site") {
            "" => Site::first(call),
            code => Site::named(call, code),
        }
    }

    fn named(call: &'a Call, code: &str) -> Result<Site<'a>> {
        let mut scope = visitor(&call.installation, call.scope.tenant());
        scope.request.clone_from(&call.scope.request);
        scope.address.clone_from(&call.scope.address);
        let known = scope.view(sites)?;
        let data = known.get(code).cloned().ok_or_else(missing)?;
        let employee = call.scope.actor.employee();
        if data.internal && call.session.is_none() {
            return Err(missing());
        }
        let wanted = call.scope.culture;
        scope.culture = match data.languages.contains(&wanted.language) {
            true if wanted.language == data.culture.language => data.culture,
            true => wanted,
            false => data.culture,
        };
        let base = match call.request.header(OWN_HOST) {
            Some(site) if site == data.code => String::new(),
            _ => format!("{}{}", crate::PREFIX, encode(&data.code)),
        };
        Ok(Site { call, scope, base, employee: employee.filter(|_| data.internal), data })
    }

    /// What its pages are written with.
    pub fn ui(&self) -> Ui<'_> {
        Ui {
            messages: &self.call.installation.registry().messages,
            language: self.scope.language(),
            culture: self.scope.culture,
            brand: talang_engine::charter::Brand::default(),
        }
    }

    /// A sentence of its pages.
    pub fn say(&self, key: &str) -> String {
        self.scope.text(key)
    }

    /// A text of the company's in the reader's language, or the one that there is; empty for none.
    pub fn text<'t>(&self, texts: &'t Texts) -> &'t str {
        text_in(texts, self.scope.language()).unwrap_or_default()
    }

    /// What is told about the use of data for work in a country (empty: none in particular): the site's own notice for it, else the site's,
    /// else the company's for it, else the company's, else the site's general text.
    pub fn notice(&self, country: &str) -> &str {
        let today = days_of_date(self.scope.as_of);
        let fits = |n: &&Notice| n.from <= today && (n.country.is_empty() || n.country == country);
        let closest = self.data.notices.iter().find(fits).map(|n| self.text(&n.text));
        closest.filter(|t| !t.is_empty()).unwrap_or_else(|| self.text(&self.data.privacy))
    }

    /// The countries for which it has or takes over a notice.
    pub fn noticed(&self) -> BTreeSet<&str> {
        let today = days_of_date(self.scope.as_of);
        let all = self.data.notices.iter().filter(|n| n.from <= today && !n.country.is_empty());
        all.map(|n| n.country.as_str()).collect()
    }

    /// An address on the site.
    pub fn path(&self, rest: &str) -> String {
        match (self.base.as_str(), rest) {
            ("", "") => "/".to_string(),
            ("", rest) => format!("/{rest}"),
            (base, "") => base.to_string(),
            (base, rest) => format!("{base}/{rest}"),
        }
    }

    /// From here on in that language.
    pub fn speak(&mut self, language: Language) {
        self.scope.culture = self.data.culture_in(language);
    }

    /// The same for somebody who is elsewhere.
    pub fn url(&self, rest: &str) -> String {
        let request = &self.call.request;
        let scheme = if request.https { "https" } else { "http" };
        let path = self.path(rest);
        format!("{scheme}://{}{path}", request.header("host").unwrap_or_default())
    }
}
