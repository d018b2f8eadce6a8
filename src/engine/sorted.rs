//! Sorted lists, where other programs take maps and sets: each kind of map costs the module kilobytes, and a list can
//! not be flooded with keys that collide.

/// What positions are found by: some bytes, and more bytes where the first do not tell apart.
pub(super) type Key<'a> = (&'a [u8], Option<&'a [u8]>);

/// Positions under keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Index<'a>(Vec<(Key<'a>, usize)>);

impl<'a> Index<'a> {
    /// An index of these, in any order.
    pub(super) fn new(mut entries: Vec<(Key<'a>, usize)>) -> Self {
        sort(&mut entries);
        Self(entries)
    }

    /// The positions under a key, ascending.
    pub(super) fn get<'s>(&'s self, key: Key<'_>) -> impl Iterator<Item = usize> + Clone + use<'s, 'a> {
        self.range(|other| other < key, |other| other == key).iter().map(|(_, position)| *position)
    }

    /// The positions whose keys begin with these bytes, whatever comes behind.
    #[cfg(feature = "full")]
    pub(super) fn starting<'s>(&'s self, bytes: &[u8]) -> impl Iterator<Item = usize> + use<'s, 'a> {
        self.range(|other| other.0 < bytes, |other| other.0 == bytes).iter().map(|(_, position)| *position)
    }

    /// The position that comes first of all whose keys begin with these bytes.
    pub(super) fn first(&self, bytes: &[u8]) -> Option<usize> {
        self.range(|other| other.0 < bytes, |other| other.0 == bytes).first().map(|(_, position)| *position)
    }

    /// The positions that share a key, key by key.
    pub(super) fn groups(&self) -> impl Iterator<Item = Vec<usize>> {
        self.0
            .chunk_by(|one, other| one.0 == other.0)
            .map(|group| group.iter().map(|(_, position)| *position).collect())
    }

    fn range(&self, before: impl Fn(Key<'_>) -> bool, same: impl Fn(Key<'_>) -> bool) -> &[(Key<'a>, usize)] {
        let start = self.0.partition_point(|(key, _)| before(*key));
        let rest = self.0.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|(key, _)| same(*key))).unwrap_or_default()
    }
}

/// Sorts a list. The sort of the standard library is made anew for every type, with two to four kilobytes each; this one
/// is made once, and half as fast.
pub(super) fn sort<T: Ord>(mut list: &mut [T]) {
    let length = list.len();
    heap_sort(&mut list, length);
}

/// What can be sorted without knowing what it is.
trait Items {
    fn is_less(&self, one: usize, other: usize) -> bool;
    fn swap(&mut self, one: usize, other: usize);
}

impl<T: Ord> Items for &mut [T] {
    fn is_less(&self, one: usize, other: usize) -> bool {
        self.get(one) < self.get(other)
    }

    fn swap(&mut self, one: usize, other: usize) {
        <[T]>::swap(self, one, other);
    }
}

/// Makes a heap of the items, whose largest stands first, and takes that to the end again and again.
fn heap_sort(items: &mut dyn Items, length: usize) {
    (0..length / 2).rev().for_each(|parent| sift_down(items, parent, length));
    for end in (1..length).rev() {
        items.swap(0, end);
        sift_down(items, 0, end);
    }
}

/// Moves an item of a heap of this length down to where no child is larger.
fn sift_down(items: &mut dyn Items, mut parent: usize, length: usize) {
    loop {
        let left = parent.saturating_mul(2).saturating_add(1);
        let right = left.saturating_add(1);
        let largest = if right < length && items.is_less(left, right) { right } else { left };
        if largest >= length || !items.is_less(parent, largest) {
            return;
        }
        items.swap(parent, largest);
        parent = largest;
    }
}

/// Puts an item into its place of a sorted list, unless it is there.
pub(super) fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(place) = list.binary_search(&item) {
        list.insert(place, item);
    }
}

/// Puts an item behind those of a list that rank no lower: for lists that stay short.
pub(super) fn insert_ranked<T>(list: &mut Vec<T>, item: T, ranks_below: impl Fn(&T, &T) -> bool) {
    let place = list.partition_point(|other| !ranks_below(other, &item));
    list.insert(place, item);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_by_key() {
        let (a, b): (&[u8], &[u8]) = (b"a", b"b");
        let index =
            Index::new(vec![((b, None), 3), ((a, Some(b)), 0), ((b, None), 1), ((a, None), 2), ((a, Some(a)), 4)]);
        assert_eq!(index.get((b, None)).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(index.get((a, Some(b))).collect::<Vec<_>>(), [0]);
        assert_eq!(index.get((b, Some(b))).count(), 0);
        assert_eq!((index.first(a), index.first(b), index.first(b"c")), (Some(2), Some(1), None));
        assert_eq!(index.groups().collect::<Vec<_>>(), [vec![2], vec![4], vec![0], vec![1, 3]]);
    }

    #[test]
    fn every_order_of_a_few_is_sorted() {
        for number in 0..5_u32.pow(5) {
            let list: Vec<u32> = (0..5).map(|place| number / 5_u32.pow(place) % 5).collect();
            for length in 0..=list.len() {
                let (mut ours, mut theirs) = (list[..length].to_vec(), list[..length].to_vec());
                sort(&mut ours);
                theirs.sort_unstable();
                assert_eq!(ours, theirs);
            }
        }
    }

    #[test]
    fn sorted_once_and_stable() {
        let mut list = Vec::new();
        ["b", "a", "c", "a"].into_iter().for_each(|item| insert(&mut list, item));
        assert_eq!(list, ["a", "b", "c"]);
        let mut ranked = Vec::new();
        for item in [(1, 'a'), (0, 'b'), (1, 'c'), (0, 'd')] {
            insert_ranked(&mut ranked, item, |one, other| one.0 > other.0);
        }
        assert_eq!(ranked, [(0, 'b'), (0, 'd'), (1, 'a'), (1, 'c')]);
    }
}
