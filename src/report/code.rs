use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! codes {
    ($($code:ident),* $(,)?) => {
        /// A code of the catalogue of findings. It never carries its severity, is never reused for
        /// something else, and never disappears.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "the catalogue in the documentation describes each code")]
        pub enum Code { $($code),* }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$code),*];

            /// The code as written: three capital letters and three digits.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$code => stringify!($code)),* }
            }
        }
    };
}

codes! {
    INP001, INP002, INP003, INP004, INP005, INP006, INP007, INP008, INP009, INP010, INP011, INP012, INP013,
    CRT001, CRT002, CRT003, CRT004, CRT005, CRT006, CRT007, CRT008, CRT009, CRT010, CRT011, CRT012, CRT013, CRT014,
    CRT015, CRT016, CRT017,
    CHN001, CHN002, CHN003, CHN004, CHN005, CHN006, CHN007, CHN008, CHN009, CHN010, CHN011, CHN012, CHN013, CHN014,
    CHN015, CHN016, CHN017, CHN018, CHN019, CHN020,
    TRU001, TRU002, TRU003, TRU004, TRU005, TRU006, TRU007, TRU008,
    NAM001, NAM002, NAM003, NAM004, NAM005, NAM006, NAM007, NAM008, NAM009, NAM010, NAM011,
    VAL001, VAL002, VAL003, VAL004, VAL005, VAL006, VAL007,
    KEY001, KEY002, KEY003, KEY004, KEY005, KEY006, KEY007, KEY008, KEY009, KEY010,
    PLT001, PLT002, PLT003, PLT004, PLT005, PLT006, PLT007, PLT008, PLT009, PLT010, PLT011, PLT012,
    DEP001, DEP002, DEP003, DEP004, DEP005, DEP006, DEP007, DEP008, DEP009,
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
