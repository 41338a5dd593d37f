//! Reading through the gate.

use std::any::Any;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError};

use talang_catalogue::object::GENERAL;
use talang_catalogue::{
    BusinessObject, Catalogue, Fault, FieldType, Object, Record, Subject, Value, types, value::days_of_date,
};
use talang_store::{Cell, Conn, Dialect, IdSet, Layout, P};

use crate::accreditation::{Graph, Reach};
use crate::error::Result;
use crate::objects::access_policy::Population;
use crate::query::{AsOf, Filter, Op, Page, Path, Query, Sort};
use crate::rights::{Action, Extents, Rights, Who};
use crate::scope::{Actor, Scope};
use crate::sql::{Compiler, Piece, period, reach_column, who_condition};
use crate::tenant::State;
use crate::titles::Title;

/// A moment of a tenant's data, as one scope may see it.
pub struct View<'c> {
    scope: &'c Scope,
    pub(crate) conn: &'c mut Conn,
    pub(crate) state: Arc<State>,
    rights: Arc<Rights>,
    /// The actor's own rights, where the scope acts for somebody else.
    own: Arc<Rights>,
    reach: Option<Arc<Reach>>,
    sets: HashMap<(Extents, Extents), Arc<IdSet>>,
    /// What is reached of objects with a circle, by object and extent.
    pub(crate) circles: HashMap<(&'static str, Extents), Who>,
    pub(crate) titles: HashMap<(u16, i64), Title>,
    pub(crate) resolved: HashMap<(u16, String), Option<i64>>,
    remembered: Remembered,
    /// What words found last: a list and its total ask for the same.
    pub(crate) searched: Option<((u16, String), Arc<IdSet>)>,
    /// The view of a change: what it sees may be undone.
    pub(crate) writing: bool,
    pub(crate) moment: Option<crate::memo::Moment>,
}

/// What rules worked out, and the objects from whose records.
#[derive(Default)]
struct Remembered {
    known: HashMap<(&'static str, i64), Arc<dyn Any + Send + Sync>>,
    from: HashSet<&'static str>,
}

impl<'c> View<'c> {
    pub(crate) fn new(scope: &'c Scope, conn: &'c mut Conn, state: Arc<State>) -> Result<View<'c>> {
        let registry = scope.installation.registry();
        let rights = match (&scope.actor, scope.acting()) {
            _ if scope.program => Arc::new(Rights::system()),
            (Actor::System, _) => Arc::new(Rights::system()),
            (Actor::User { .. }, Some(acting)) => {
                scope.tenant.acting_rights(registry, &state, conn, acting)?
            }
            (Actor::User { id, .. }, None) => scope.tenant.rights(registry, &state, conn, *id)?,
        };
        let own = match (scope.acting(), scope.actor.id()) {
            (Some(_), Some(id)) => scope.tenant.rights(registry, &state, conn, id)?,
            _ => rights.clone(),
        };
        let rights = match &scope.limit {
            None => rights,
            Some(limit) => Arc::new(rights.limited(limit.clone())),
        };
        Ok(View {
            scope,
            conn,
            state,
            rights,
            own,
            reach: None,
            sets: HashMap::new(),
            circles: HashMap::new(),
            titles: HashMap::new(),
            resolved: HashMap::new(),
            remembered: Remembered::default(),
            searched: None,
            writing: false,
            moment: None,
        })
    }

    /// Who asks.
    pub fn scope(&self) -> &'c Scope {
        self.scope
    }

    /// The transaction's connection, for tables of the program itself (credentials, sessions, outbox): never for
    /// business objects, which only the gate reads and writes.
    pub fn system(&mut self) -> &mut Conn {
        self.conn
    }

    /// What a rule works out from records of the objects `from` under a name and a number, such as the stages of a vacancy:
    /// once in a view, and again after a change wrote any record of them.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn remember<T: Send + Sync + 'static>(
        &mut self,
        what: (&'static str, i64),
        from: &'static [&'static str],
        work: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<Arc<T>> {
        if let Some(known) = self.remembered.known.get(&what).and_then(|known| known.clone().downcast().ok())
        {
            return Ok(known);
        }
        let made = Arc::new(work(self)?);
        // Imports of millions of records pass here: memory stays flat.
        if self.remembered.known.len() > 10_000 {
            self.remembered = Remembered::default();
        }
        self.remembered.from.extend(from);
        self.remembered.known.insert(what, made.clone());
        Ok(made)
    }

    /// Records of the object were written.
    pub(crate) fn forget(&mut self, object: &'static str) {
        self.searched = None;
        if self.remembered.from.contains(object) {
            self.remembered = Remembered::default();
        }
    }

    /// What was written may be undone.
    pub(crate) fn forget_all(&mut self) {
        self.remembered = Remembered::default();
    }

    /// Reads what a rule must know, whatever the scope may see: who else was asked, who decided before. None of it is shown.
    pub fn as_rule<R>(&mut self, work: impl FnOnce(&mut View<'_>) -> Result<R>) -> Result<R> {
        let scope = Scope { actor: Actor::System, ..self.scope.as_program() };
        let mut inner = View::new(&scope, self.conn, self.state.clone())?;
        inner.writing = self.writing;
        work(&mut inner)
    }

    /// The tenant's catalogue.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        self.state.catalogue.clone()
    }

    /// An object of it.
    ///
    /// # Errors
    /// `object.unknown`.
    pub fn object(&self, name: &str) -> Result<Arc<Object>> {
        let found = self.state.catalogue.object(name).cloned();
        found.ok_or_else(|| Fault::new("object.unknown").with("name", name).into())
    }

    /// What the scope's roles allow.
    pub fn rights(&self) -> &Rights {
        &self.rights
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.conn.dialect()
    }

    pub(crate) fn layout(&self, object: &Object) -> Result<Arc<Layout>> {
        self.state.layout(object)
    }

    /// How people stand in the organisation today.
    pub(crate) fn graph(&mut self) -> Result<Arc<Graph>> {
        if let Some(graph) = self.state.graph.get() {
            return Ok(graph.clone());
        }
        let graph = Arc::new(Graph::load(self)?);
        Ok(self.state.graph.get_or_init(|| graph).clone())
    }

    /// Whom the scope's user reaches.
    pub(crate) fn reach(&mut self) -> Result<Arc<Reach>> {
        if let Some(reach) = &self.reach {
            return Ok(reach.clone());
        }
        let Some(me) = self.scope.actor.employee() else {
            let nobody = Arc::new(Reach::default());
            self.reach = Some(nobody.clone());
            return Ok(nobody);
        };
        let reach = self.reach_of(me)?;
        self.reach = Some(reach.clone());
        Ok(reach)
    }

    /// Whom an employee reaches.
    pub(crate) fn reach_of(&mut self, me: i64) -> Result<Arc<Reach>> {
        let known = self.state.reach.lock().unwrap_or_else(PoisonError::into_inner).get(&me).cloned();
        if let Some(reach) = known {
            return Ok(reach);
        }
        let graph = self.graph()?;
        let reach = Arc::new(graph.reach(me));
        self.state.reach.lock().unwrap_or_else(PoisonError::into_inner).insert(me, reach.clone());
        Ok(reach)
    }

    /// See [`View::who`], before what is closed to those who may not read candidates.
    pub(crate) fn who_reached(&mut self, object: &Object, group: &str, action: Action) -> Result<Who> {
        let extents = self.rights.extents(object, group, action);
        if let Some(circle) = self.circle(object) {
            return self.who_in(circle, extents);
        }
        if let Some(acting) = self.scope.acting()
            && object.bounded()
        {
            let own = self.own.extents(object, group, action);
            return self.who_acting(acting, extents, own);
        }
        if extents.is_none() {
            return Ok(Who::Nobody);
        }
        if !object.bounded() || extents.has(Extents::ALL) {
            return Ok(Who::Everyone);
        }
        if let Some(set) = self.sets.get(&(extents, Extents::NONE)) {
            return Ok(Who::Some(set.clone()));
        }
        let reach = self.reach()?;
        let mut set = IdSet::default();
        if extents.has(Extents::SELF)
            && let Some(me) = self.scope.actor.employee()
        {
            set.insert(me);
        }
        if extents.has(Extents::TEAM) {
            set.extend(&reach.team);
        }
        if extents.has(Extents::LISTS) {
            set.extend(&reach.lists);
        }
        let set = Arc::new(set);
        self.sets.insert((extents, Extents::NONE), set.clone());
        Ok(Who::Some(set))
    }

    /// The same for a scope that acts for somebody else: theirs, but of the actor's own records what the actor has.
    fn who_acting(&mut self, acting: &crate::acting::Acting, extents: Extents, own: Extents) -> Result<Who> {
        if extents.is_none() && own.is_none() {
            return Ok(Who::Nobody);
        }
        if let Some(set) = self.sets.get(&(extents, own)) {
            return Ok(Who::Some(set.clone()));
        }
        let Some(set) = self.acting_reach(acting, extents, own)? else { return Ok(Who::Everyone) };
        let set = Arc::new(set);
        self.sets.insert((extents, own), set.clone());
        Ok(if set.is_empty() { Who::Nobody } else { Who::Some(set) })
    }

    /// Whether the action is allowed on a record's group.
    pub fn may(&mut self, record: &Record, group: &str, action: Action) -> Result<bool> {
        let object = record.object.clone();
        let who = self.who(&object, group, action)?;
        if matches!(who, Who::Some(_)) && !object.bounded() {
            return Ok(true);
        }
        if matches!(who, Who::Staff) {
            return Ok(Population::of(record) == Population::Employees);
        }
        Ok(who.includes(record.reached()))
    }

    /// Withholds what the scope may not read of records that it may see.
    pub(crate) fn hide(&mut self, object: &Arc<Object>, records: &mut [Record]) -> Result<()> {
        let groups = object.groups.clone();
        for group in groups.iter().filter(|g| *g != GENERAL) {
            let who = self.who(object, group, Action::Read)?;
            if matches!(who, Who::Everyone) {
                continue;
            }
            let fields: Vec<usize> =
                object.fields.iter().filter(|f| f.group == *group).map(|f| f.index).collect();
            for record in records.iter_mut().filter(|r| !who.includes(r.reached())) {
                for index in &fields {
                    if let Some(slot) = record.values.get_mut(*index) {
                        *slot = Value::Null;
                    }
                    if *index < 128 {
                        record.hidden |= 1 << index;
                    }
                }
            }
        }
        Ok(())
    }

    /// A list (I10). Records that the scope may not see are not there, and are not counted.
    pub fn list(&mut self, object: &Arc<Object>, query: &Query) -> Result<Page> {
        let mut page = Page::default();
        let limit = query.limit;
        let mut last: Vec<Cell> = Vec::new();
        let mut more = false;
        let mut total = None;
        let layout = self.layout(object)?;
        let width = layout.width();
        if query.count {
            total = Some(self.count(object, query)?);
        }
        {
            let mut compiler = Compiler::new(self, object.clone(), query.as_of);
            let columns = compiler.columns(&query.columns)?;
            let mut sorts = Vec::new();
            for sort in &query.sort {
                sorts.push((compiler.sort_expression(&sort.path)?, sort.descending));
            }
            let body = compiler.from_where(query)?;
            let mut head = Piece::new(format!("SELECT {}", layout.select), Vec::new());
            for (column, guard) in columns {
                match guard {
                    None => head.sql.push_str(&format!(", {column}, 1")),
                    Some(guard) => {
                        head.sql.push_str(&format!(", {column}, CASE WHEN {} THEN 1 ELSE 0 END", guard.sql));
                        head.params.extend(guard.params);
                    }
                }
            }
            for (expression, _) in &sorts {
                head.sql.push_str(&format!(", {}", expression.sql));
                head.params.extend(expression.params.iter().cloned());
            }
            head.push(body);
            let mut order = Piece::new(" ORDER BY ", Vec::new());
            for (expression, descending) in &sorts {
                let direction = if *descending { "DESC NULLS LAST" } else { "ASC NULLS FIRST" };
                order.sql.push_str(&format!("{} {direction}, ", expression.sql));
                order.params.extend(expression.params.iter().cloned());
            }
            let backwards = sorts.first().is_some_and(|(_, d)| *d);
            order.sql.push_str(if backwards { "t.id DESC" } else { "t.id" });
            if limit > 0 {
                let bound = |n: usize| P::Int(i64::try_from(n).unwrap_or(i64::MAX));
                order.sql.push_str(" LIMIT ?");
                order.params.push(bound(limit + 1));
                if query.offset > 0 {
                    order.sql.push_str(" OFFSET ?");
                    order.params.push(bound(query.offset));
                }
            }
            let stretches = match &query.cursor {
                Some(cursor) => after_cursor(&sorts, cursor)?,
                None => vec![Piece::new("1 = 1", Vec::new())],
            };
            for stretch in stretches {
                if more {
                    break;
                }
                let mut statement = head.clone();
                statement.sql.push_str(" AND ");
                statement.push(stretch);
                statement.push(order.clone());
                compiler.view.conn.query_each(&statement.sql, &statement.params, &mut |mut row| {
                    if limit > 0 && page.records.len() == limit {
                        more = true;
                        return Ok(false);
                    }
                    let rest = row.split_off(width.min(row.len()));
                    let (extra, keys) = rest.split_at((query.columns.len() * 2).min(rest.len()));
                    let values = query
                        .columns
                        .iter()
                        .zip(extra.chunks(2))
                        .map(|(path, pair)| match pair {
                            [cell, Cell::Int(1)] => Some(path_value(path, cell)),
                            _ => None,
                        })
                        .collect();
                    page.columns.push(values);
                    let record = layout.read(row);
                    last = keys.to_vec();
                    last.push(Cell::Int(record.id));
                    page.records.push(record);
                    Ok(true)
                })?;
            }
        }
        self.hide(object, &mut page.records)?;
        page.total = total;
        if more {
            page.next = Some(cursor_text(&last));
        }
        Ok(page)
    }

    /// How many records a query finds: without the joins that only columns and order need.
    pub fn count(&mut self, object: &Arc<Object>, query: &Query) -> Result<i64> {
        // Whom one reaches is known without asking the database.
        if object.def.reach() == Subject::Itself
            && query.filter.is_none()
            && query.search.is_none()
            && let Who::Some(set) = self.who(object, GENERAL, Action::Read)?
        {
            return Ok(i64::try_from(set.len()).unwrap_or(i64::MAX));
        }
        // Nor need it be asked how many of those are seen whom words find.
        if let Some(words) = query.search.as_deref().filter(|w| !w.trim().is_empty())
            && query.filter.is_none()
            && object.period.is_none()
        {
            let who = self.who(object, GENERAL, Action::Read)?;
            let seen = match who {
                Who::Everyone => crate::search::found(self, object, words)?,
                Who::Some(set) if object.def.reach() == Subject::Itself => {
                    crate::search::found(self, object, words)?.map(|found| Arc::new(found.and(&set)))
                }
                _ => None,
            };
            if let Some(seen) = seen {
                return Ok(i64::try_from(seen.len()).unwrap_or(i64::MAX));
            }
        }
        let mut compiler = Compiler::new(self, object.clone(), query.as_of);
        compiler.counting = true;
        let body = compiler.from_where(query)?;
        let joined = std::mem::take(&mut compiler.joined);
        // What is in no journal cannot be followed; nor what words find, which may stand in other records.
        if query.search.is_some() || object.def.internal || joined.iter().any(|(other, _)| other.def.internal)
        {
            return self.count_rows(&body);
        }
        self.total(object, &joined, &body)
    }

    /// How many of the records that a query finds refer to each number of a reference field. Records without one, and
    /// those whose field the scope may not read, are not counted.
    ///
    /// # Errors
    /// `field.unknown`.
    pub fn count_by(
        &mut self,
        object: &Arc<Object>,
        field: &str,
        query: &Query,
    ) -> Result<HashMap<i64, i64>> {
        let found = object.field(field).ok_or_else(|| Fault::new("field.unknown").with("name", field))?;
        let column = talang_store::layout::sql_column(found);
        let mut parts: Vec<Filter> = query.filter.iter().cloned().collect();
        parts.push(Filter::Not(Box::new(Filter::test(object, field, Op::Empty, Vec::new()))));
        let query = Query { filter: Some(Filter::And(parts)), ..query.clone() };
        let body = Compiler::new(self, object.clone(), query.as_of).from_where(&query)?;
        let sql = format!("SELECT t.{column}, COUNT(*){} GROUP BY t.{column}", body.sql);
        let rows = self.conn.query(&sql, &body.params)?;
        Ok(rows.iter().filter_map(|r| Some((r.first()?.opt_int()?, r.get(1)?.int()))).collect())
    }

    /// The row numbers of the records that a query finds, without reading the records.
    ///
    /// # Errors
    /// Those of the store.
    pub fn ids(&mut self, object: &Arc<Object>, query: &Query) -> Result<IdSet> {
        let body = Compiler::new(self, object.clone(), query.as_of).from_where(query)?;
        let rows = self.conn.query(&format!("SELECT t.id{}", body.sql), &body.params)?;
        Ok(rows.iter().filter_map(|r| r.first().map(Cell::int)).collect())
    }

    /// Number and parent of every record of a hierarchy that nobody's rights divide, on a day.
    ///
    /// # Errors
    /// `object.unknown` where the scope may not read the object.
    pub fn parents(&mut self, object: &Arc<Object>, day: i64) -> Result<Vec<(i64, Option<i64>)>> {
        let parent = object.field("parent").filter(|f| matches!(f.ty, FieldType::Reference(_)));
        let parent =
            parent.filter(|_| object.def.subject == Subject::None && self.rights.may(object, Action::Read));
        let Some(parent) = parent else {
            return Err(Fault::new("object.unknown").with("name", object.def.name).into());
        };
        let column = talang_store::layout::sql_column(parent);
        let own = if object.period.is_some() { "thread" } else { "id" };
        let mut sql = Piece::new(
            format!("SELECT t.{own}, t.{column} FROM {} t WHERE 1 = 1", object.table_name()),
            Vec::new(),
        );
        if object.period.is_some() {
            sql.push(period("t", day));
        }
        let rows = self.conn.query(&sql.sql, &sql.params)?;
        Ok(rows.iter().filter_map(|r| Some((r.first()?.int(), r.get(1)?.opt_int()))).collect())
    }

    /// Hands over every record of a query, a page at a time, so that memory stays flat (I2 exports).
    pub fn each(
        &mut self,
        object: &Arc<Object>,
        query: &Query,
        work: &mut dyn FnMut(&mut View<'c>, Page) -> Result<bool>,
    ) -> Result<()> {
        let mut query = Query { limit: 1000, count: false, ..query.clone() };
        loop {
            let page = self.list(object, &query)?;
            let next = page.next.clone();
            if !work(self, page)? {
                return Ok(());
            }
            match next {
                Some(cursor) => query.cursor = Some(cursor),
                None => return Ok(()),
            }
        }
    }

    /// The record of that row number.
    ///
    /// # Errors
    /// `record.not_found` when there is none or the scope may not see it: both look the same.
    pub fn get(&mut self, object: &Arc<Object>, id: i64) -> Result<Record> {
        self.find(object, "t.id = ?", vec![P::Int(id)], false)?.ok_or_else(|| not_found(object))
    }

    /// For a dated object the slice of the thread that is valid on the scope's day; for others the record itself.
    ///
    /// # Errors
    /// `record.not_found`.
    pub fn current(&mut self, object: &Arc<Object>, thread: i64) -> Result<Record> {
        if object.period.is_none() {
            return self.get(object, thread);
        }
        self.find(object, "t.thread = ?", vec![P::Int(thread)], true)?.ok_or_else(|| not_found(object))
    }

    /// Every slice of a thread in order of time.
    pub fn slices(&mut self, object: &Arc<Object>, thread: i64) -> Result<Vec<Record>> {
        let layout = self.layout(object)?;
        let who = self.who(object, GENERAL, Action::Read)?;
        let mut sql = Piece::new(
            format!("SELECT {} FROM {} t WHERE t.thread = ?", layout.select, layout.table),
            vec![P::Int(thread)],
        );
        if let Some(condition) = who_condition(self.dialect(), &who, reach_column(object, "t").as_deref()) {
            sql.sql.push_str(" AND ");
            sql.push(condition);
        }
        sql.sql.push_str(" ORDER BY t.\"start\"");
        let rows = self.conn.query(&sql.sql, &sql.params)?;
        let mut records: Vec<Record> = rows.into_iter().map(|r| layout.read(r)).collect();
        self.hide(object, &mut records)?;
        Ok(records)
    }

    fn find(
        &mut self,
        object: &Arc<Object>,
        condition: &str,
        params: Vec<P<'static>>,
        on_day: bool,
    ) -> Result<Option<Record>> {
        let layout = self.layout(object)?;
        let who = self.who(object, GENERAL, Action::Read)?;
        let mut sql =
            Piece::new(format!("SELECT {} FROM {} t WHERE {condition}", layout.select, layout.table), params);
        if on_day {
            sql.push(period("t", days_of_date(self.scope.as_of)));
        }
        if let Some(condition) = who_condition(self.dialect(), &who, reach_column(object, "t").as_deref()) {
            sql.sql.push_str(" AND ");
            sql.push(condition);
        }
        sql.sql.push_str(" LIMIT 1");
        let Some(row) = self.conn.query_one(&sql.sql, &sql.params)? else { return Ok(None) };
        let mut records = [layout.read(row)];
        self.hide(object, &mut records)?;
        let [record] = records;
        Ok(Some(record))
    }

    /// A typed record.
    pub fn typed<T: BusinessObject>(&mut self, id: i64) -> Result<T> {
        let object = self.object(T::NAME)?;
        Ok(T::from_record(&self.get(&object, id)?))
    }

    /// The records of a query as typed structs.
    pub fn typed_list<T: BusinessObject>(&mut self, query: &Query) -> Result<Vec<(i64, T)>> {
        let object = self.object(T::NAME)?;
        let page = self.list(&object, query)?;
        Ok(page.records.iter().map(|r| (r.id, T::from_record(r))).collect())
    }

    /// Reads an order such as `last_name,-hire_date`.
    ///
    /// # Errors
    /// `sort.unknown`.
    pub fn sort(&self, object: &Arc<Object>, text: &str) -> Result<Vec<Sort>> {
        let catalogue = self.catalogue();
        let mut out = Vec::new();
        for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            let (name, descending) = match part.strip_prefix('-') {
                Some(name) => (name, true),
                None => (part, false),
            };
            let path = Path::parse(&catalogue, object, name)
                .map_err(|_| Fault::new("sort.unknown").with("name", name.to_string()))?;
            out.push(Sort { path, descending });
        }
        Ok(out)
    }

    /// The row number (the thread's, for dated objects) of the record with that key text, if the scope may see it.
    /// The parts of a composite key are joined by `|`.
    pub fn resolve(&mut self, object: &str, key: &str) -> Result<Option<i64>> {
        let object = self.object(object)?;
        let slot = (object.def.id, key.to_string());
        if let Some(known) = self.resolved.get(&slot) {
            return Ok(*known);
        }
        let id = self.lookup(&object, key)?;
        // Personal records that the scope does not see do not exist for it, as targets of references neither.
        let id = match id {
            Some(id) if object.bounded() && !self.sees(&object, id)? => None,
            other => other,
        };
        if self.resolved.len() > 50_000 {
            self.resolved.clear();
        }
        self.resolved.insert(slot, id);
        Ok(id)
    }

    /// Whether the scope may see the record of that row number (thread) of a personal object.
    pub(crate) fn sees(&mut self, object: &Arc<Object>, id: i64) -> Result<bool> {
        match self.who(object, GENERAL, Action::Read)? {
            Who::Everyone => Ok(true),
            Who::Nobody => Ok(false),
            Who::Some(set) if object.def.reach() == Subject::Itself => Ok(set.contains(id)),
            Who::Some(_) | Who::Staff => {
                Ok(self.find(object, "t.id = ?", vec![P::Int(id)], false)?.is_some())
            }
        }
    }

    fn lookup(&mut self, object: &Arc<Object>, key: &str) -> Result<Option<i64>> {
        let Some(parts) = key_parts(&self.catalogue(), object, key) else { return Ok(None) };
        let mut sql = format!(
            "SELECT t.{} FROM {} t WHERE 1 = 1",
            if object.period.is_some() { "thread" } else { "id" },
            object.table_name()
        );
        let mut params = Vec::new();
        for (index, part) in object.thread.clone().into_iter().zip(parts) {
            let Some(field) = object.fields.get(index).cloned() else { return Ok(None) };
            let param = match &field.ty {
                FieldType::Reference(target) => match self.resolve(target, &part)? {
                    Some(id) => P::Int(id),
                    None => return Ok(None),
                },
                _ => match types::parse(&field, &part, &talang_catalogue::Culture::NEUTRAL) {
                    Ok(Value::Int(n)) => P::Int(n),
                    Ok(Value::Text(s)) => P::Owned(s),
                    _ => return Ok(None),
                },
            };
            sql.push_str(&format!(" AND t.{} = ?", talang_store::layout::sql_column(&field)));
            params.push(param);
        }
        sql.push_str(" LIMIT 1");
        let row = self.conn.query_one(&sql, &params)?;
        Ok(row.and_then(|r| r.first().and_then(Cell::opt_int)))
    }

    /// The records and everything below them in the hierarchy of an object: by its field `parent`, or, for people,
    /// by the reporting line.
    pub fn subtree(&mut self, object: &str, roots: &[i64], day: i64) -> Result<Vec<i64>> {
        let object = self.object(object)?;
        let people = self.scope.installation.registry().people.filter(|p| p.object == object.def.name);
        if people.is_some() {
            let graph = self.graph()?;
            let mut set: IdSet = roots.iter().copied().collect();
            for root in roots {
                set.extend(&graph.team(*root));
            }
            return Ok(set.iter().collect());
        }
        // As of today the graph knows the units by heart.
        if day == days_of_date(self.scope.installation.clock().today())
            && let Some(below) = self.graph()?.descendants(object.def.name, roots)
        {
            return Ok(below.iter().collect());
        }
        let parent = ["parent", "broader"].into_iter().find_map(|name| object.field(name));
        let Some(parent) = parent.filter(|f| matches!(f.ty, FieldType::Reference(_))).cloned() else {
            return Ok(roots.to_vec());
        };
        let mut sql = Piece::new(
            format!(
                "SELECT t.{}, t.{} FROM {} t WHERE t.{} IS NOT NULL",
                if object.period.is_some() { "thread" } else { "id" },
                talang_store::layout::sql_column(&parent),
                object.table_name(),
                talang_store::layout::sql_column(&parent)
            ),
            Vec::new(),
        );
        if object.period.is_some() {
            sql.push(period("t", day));
        }
        let mut children: HashMap<i64, Vec<i64>> = HashMap::new();
        for row in self.conn.query(&sql.sql, &sql.params)? {
            if let [child, parent] = row.as_slice() {
                children.entry(parent.int()).or_default().push(child.int());
            }
        }
        let mut seen: IdSet = roots.iter().copied().collect();
        let mut queue = roots.to_vec();
        while let Some(next) = queue.pop() {
            for child in children.get(&next).into_iter().flatten() {
                if seen.insert(*child) {
                    queue.push(*child);
                }
            }
        }
        Ok(seen.iter().collect())
    }

    /// For which day a dated query reads.
    pub fn day(&self, as_of: AsOf) -> i64 {
        match as_of {
            AsOf::Day(date) => days_of_date(date),
            _ => days_of_date(self.scope.as_of),
        }
    }
}

/// The parts of a key text, one for each field of the key. A reference to a record whose own key has several parts takes as
/// many: `17|2026-4|1` is the first interview of candidate 17's application for 2026-4.
fn key_parts(catalogue: &Catalogue, object: &Object, key: &str) -> Option<Vec<String>> {
    fn width(catalogue: &Catalogue, object: &Object, index: usize) -> usize {
        match object.fields.get(index).map(|f| &f.ty) {
            Some(FieldType::Reference(target)) => catalogue
                .object(target)
                .map_or(1, |target| target.thread.iter().map(|i| width(catalogue, target, *i)).sum()),
            _ => 1,
        }
    }
    let [_, _, ..] = object.thread.as_slice() else { return Some(vec![key.to_string()]) };
    let mut rest = key.split('|');
    let parts = object.thread.iter().map(|index| {
        let part: Vec<&str> = rest.by_ref().take(width(catalogue, object, *index)).collect();
        part.join("|")
    });
    let parts: Vec<String> = parts.collect();
    (rest.next().is_none() && parts.iter().all(|p| !p.is_empty())).then_some(parts)
}

pub(crate) fn not_found(object: &Object) -> crate::Error {
    Fault::new("record.not_found").with("object", object.def.name).into()
}

/// The value of a path's column.
pub(crate) fn path_value(path: &Path, cell: &Cell) -> Value {
    match (cell, path.field().map(|f| &f.ty)) {
        (Cell::Null, _) => Value::Null,
        (Cell::Int(n), _) => Value::Int(*n),
        (Cell::Text(s), Some(FieldType::Translated)) => {
            serde_json::from_str(s).map(Value::Texts).unwrap_or(Value::Null)
        }
        (Cell::Text(s), Some(FieldType::References(_))) => {
            serde_json::from_str(s).map(Value::Refs).unwrap_or(Value::Null)
        }
        (Cell::Text(s), Some(FieldType::Money)) => match s.split_once(' ') {
            Some((amount, currency)) => {
                Value::Money(amount.parse().unwrap_or_default(), currency.to_string())
            }
            None => Value::Null,
        },
        (Cell::Text(s), _) => Value::Text(s.clone()),
    }
}

/// The place after a row: its sort values and number, as JSON in hexadecimal (opaque, and safe in an address).
fn cursor_text(cells: &[Cell]) -> String {
    let json: Vec<serde_json::Value> = cells
        .iter()
        .map(|c| match c {
            Cell::Null => serde_json::Value::Null,
            Cell::Int(n) => (*n).into(),
            Cell::Text(s) => s.as_str().into(),
        })
        .collect();
    talang_store::attachments::hex(serde_json::Value::from(json).to_string().as_bytes())
}

/// The conditions for what comes after a cursor in the given order, stretch by stretch: what has a value in the first part
/// of the order, and what has none. Each begins where an index finds it, so that the ten-thousandth page costs what the
/// first one does.
fn after_cursor(sorts: &[(Piece, bool)], cursor: &str) -> Result<Vec<Piece>> {
    let invalid = || crate::Error::from(Fault::new("cursor.invalid"));
    let digits = cursor.as_bytes();
    if !digits.len().is_multiple_of(2) || !cursor.is_ascii() {
        return Err(invalid());
    }
    let bytes: Option<Vec<u8>> = digits
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).ok().and_then(|p| u8::from_str_radix(p, 16).ok()))
        .collect();
    let values: Vec<serde_json::Value> =
        serde_json::from_slice(&bytes.ok_or_else(invalid)?).map_err(|_| invalid())?;
    let Some((id, keys)) = values.split_last() else { return Err(invalid()) };
    let id = id.as_i64().ok_or_else(invalid)?;
    if keys.len() != sorts.len() {
        return Err(invalid());
    }
    let backwards = sorts.first().is_some_and(|(_, d)| *d);
    let mut tail = Piece::new(if backwards { "t.id < ?" } else { "t.id > ?" }, vec![P::Int(id)]);
    // From the last part of the order to the first: after(k1…) = k1 beyond, or k1 equal and after(k2…).
    for ((expression, descending), key) in sorts.iter().zip(keys).skip(1).rev() {
        let param = match key {
            serde_json::Value::Null => None,
            serde_json::Value::Number(n) => Some(P::Int(n.as_i64().ok_or_else(invalid)?)),
            serde_json::Value::String(s) => Some(P::Owned(s.clone())),
            _ => return Err(invalid()),
        };
        let e = &expression.sql;
        let with = |sql: String, times: usize, param: Option<P<'static>>| {
            let mut params = Vec::new();
            for _ in 0..times {
                params.extend(expression.params.iter().cloned());
                params.extend(param.clone());
            }
            Piece::new(sql, params)
        };
        let (beyond, equal) = match (param, descending) {
            // Nothing comes first when ascending, last when descending.
            (None, false) => {
                (with(format!("{e} IS NOT NULL"), 1, None), with(format!("{e} IS NULL"), 1, None))
            }
            (None, true) => (Piece::new("1 = 0", Vec::new()), with(format!("{e} IS NULL"), 1, None)),
            (Some(p), false) => {
                (with(format!("{e} > ?"), 1, Some(p.clone())), with(format!("{e} = ?"), 1, Some(p)))
            }
            (Some(p), true) => {
                let mut beyond = with(format!("{e} < ?"), 1, Some(p.clone()));
                beyond.sql = format!("({} OR {e} IS NULL)", beyond.sql);
                beyond.params.extend(expression.params.iter().cloned());
                (beyond, with(format!("{e} = ?"), 1, Some(p)))
            }
        };
        let mut piece = Piece::new("(", Vec::new());
        piece.push(beyond);
        piece.sql.push_str(" OR (");
        piece.push(equal);
        piece.sql.push_str(" AND ");
        piece.push(tail);
        piece.sql.push_str("))");
        tail = piece;
    }
    let (Some((expression, descending)), Some(key)) = (sorts.first(), keys.first()) else {
        return Ok(vec![tail]);
    };
    let e = &expression.sql;
    let test = |condition: &str| Piece::new(format!("{e} {condition}"), expression.params.clone());
    let param = match key {
        serde_json::Value::Null => {
            let mut rest = test("IS NULL AND ");
            rest.push(tail);
            // Nothing comes first when ascending, last when descending.
            return Ok(match descending {
                true => vec![rest],
                false => vec![rest, test("IS NOT NULL")],
            });
        }
        serde_json::Value::Number(n) => P::Int(n.as_i64().ok_or_else(invalid)?),
        serde_json::Value::String(s) => P::Owned(s.clone()),
        _ => return Err(invalid()),
    };
    let compared = |sign: &str| {
        let mut piece = test(&format!("{sign} ?"));
        piece.params.push(param.clone());
        piece
    };
    // The bound lets the index skip to the place; the rest decides ties.
    let mut valued = compared(if *descending { "<=" } else { ">=" });
    valued.sql.push_str(" AND (");
    valued.push(compared(if *descending { "<" } else { ">" }));
    valued.sql.push_str(" OR (");
    valued.push(compared("="));
    valued.sql.push_str(" AND ");
    valued.push(tail);
    valued.sql.push_str("))");
    Ok(match descending {
        true => vec![valued, test("IS NULL")],
        false => vec![valued],
    })
}
