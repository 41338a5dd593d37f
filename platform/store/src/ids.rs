//! Sets of row numbers: whom a scope may reach.

/// A set of positive row numbers, as bits. A million people take 125 kB.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct IdSet {
    bits: Vec<u64>,
    len: usize,
}

impl IdSet {
    /// Whether the row is in the set.
    pub fn contains(&self, id: i64) -> bool {
        let Ok(id) = usize::try_from(id) else { return false };
        self.bits.get(id / 64).is_some_and(|word| word & (1 << (id % 64)) != 0)
    }

    /// Adds a row; false when it was there or is not a row number.
    pub fn insert(&mut self, id: i64) -> bool {
        let Ok(id) = usize::try_from(id) else { return false };
        if self.bits.len() <= id / 64 {
            self.bits.resize(id / 64 + 1, 0);
        }
        let Some(word) = self.bits.get_mut(id / 64) else { return false };
        let new = *word & (1 << (id % 64)) == 0;
        *word |= 1 << (id % 64);
        self.len += usize::from(new);
        new
    }

    /// Takes a row away; false when it was not there.
    pub fn remove(&mut self, id: i64) -> bool {
        let there = self.contains(id);
        if there
            && let Ok(id) = usize::try_from(id)
            && let Some(word) = self.bits.get_mut(id / 64)
        {
            *word &= !(1 << (id % 64));
            self.len -= 1;
        }
        // As in `of_bits`: equal sets are equal however they came about.
        while self.bits.last() == Some(&0) {
            self.bits.pop();
        }
        there
    }

    /// Adds all of another set.
    pub fn extend(&mut self, other: &IdSet) {
        if self.bits.len() < other.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        for (mine, theirs) in self.bits.iter_mut().zip(&other.bits) {
            *mine |= theirs;
        }
        self.len = self.bits.iter().map(|w| w.count_ones() as usize).sum();
    }

    /// The rows that are in both.
    #[must_use]
    pub fn and(&self, other: &IdSet) -> IdSet {
        IdSet::of_bits(self.bits.iter().zip(&other.bits).map(|(mine, theirs)| mine & theirs).collect())
    }

    /// The rows that are not in the other.
    #[must_use]
    pub fn without(&self, other: &IdSet) -> IdSet {
        let theirs = other.bits.iter().copied().chain(std::iter::repeat(0));
        IdSet::of_bits(self.bits.iter().zip(theirs).map(|(mine, theirs)| mine & !theirs).collect())
    }

    /// Without room for rows that are not there: equal sets are equal however they came about.
    fn of_bits(mut bits: Vec<u64>) -> IdSet {
        while bits.last() == Some(&0) {
            bits.pop();
        }
        let len = bits.iter().map(|w| w.count_ones() as usize).sum();
        IdSet { bits, len }
    }

    /// Count of rows.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The rows in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = i64> + '_ {
        self.bits.iter().enumerate().flat_map(|(i, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                i64::try_from(i * 64 + bit as usize).ok()
            })
        })
    }
}

impl FromIterator<i64> for IdSet {
    fn from_iter<T: IntoIterator<Item = i64>>(ids: T) -> Self {
        let mut set = IdSet::default();
        for id in ids {
            set.insert(id);
        }
        set
    }
}
