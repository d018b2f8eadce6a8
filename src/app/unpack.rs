//! Reads what `postcard` wrote, in half the code: it does not say no on the way. What is not there it reads as zero and
//! nothing, and whoever asked hears at the end that it was not sound. So no half-read value has to be given back anywhere,
//! and that is what most of a reader's code does. The format: <https://postcard.jamesmunns.com/wire-format>.

use serde::{
    Deserialize,
    de::{self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor},
};
use std::fmt;

/// What the bytes begin with, and those behind it; none where they are something else.
pub fn unpack<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Option<(T, &'b [u8])> {
    let mut reader = Reader { left: bytes, sound: true };
    let Ok(value) = T::deserialize(&mut reader);
    reader.sound.then_some((value, reader.left))
}

struct Reader<'b> {
    left: &'b [u8],
    sound: bool,
}

/// There is no such thing, and the compiler knows.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    /// For what no type of ours says: [`Reader`] shows it nothing that it does not expect.
    fn custom<T: fmt::Display>(_: T) -> Self {
        std::process::abort()
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        std::process::abort()
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        std::process::abort()
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        std::process::abort()
    }
}

impl<'b> Reader<'b> {
    /// The end, and nothing more is read.
    fn fail(&mut self) {
        self.left = &[];
        self.sound = false;
    }

    fn byte(&mut self) -> u8 {
        match self.left.split_first() {
            Some((first, rest)) => {
                self.left = rest;
                *first
            }
            None => {
                self.fail();
                0
            }
        }
    }

    /// Seven bits a byte, the lowest first, the highest bit of each saying whether there is more.
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return number;
            }
        }
        self.fail();
        0
    }

    /// Small numbers of both signs are small.
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    fn bytes(&mut self) -> &'b [u8] {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        match self.left.split_at_checked(length) {
            Some((bytes, rest)) => {
                self.left = rest;
                bytes
            }
            None => {
                self.fail();
                &[]
            }
        }
    }

    fn text(&mut self) -> &'b str {
        std::str::from_utf8(self.bytes()).unwrap_or_else(|_| {
            self.fail();
            ""
        })
    }
}

/// `method reads visitor;`: a number of a size, cut where it does not fit.
macro_rules! numbers {
    ($($deserialize:ident $read:ident $visit:ident $size:ty;)*) => {$(
        fn $deserialize<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.$read() as $size)
        }
    )*};
}

impl<'b> Deserializer<'b> for &mut Reader<'b> {
    type Error = Never;

    fn is_human_readable(&self) -> bool {
        false
    }

    numbers! {
        deserialize_u8 byte visit_u8 u8;
        deserialize_i8 byte visit_i8 i8;
        deserialize_u16 number visit_u16 u16;
        deserialize_u32 number visit_u32 u32;
        deserialize_u64 number visit_u64 u64;
        deserialize_i16 signed visit_i16 i16;
        deserialize_i32 signed visit_i32 i32;
        deserialize_i64 signed visit_i64 i64;
    }

    fn deserialize_bool<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() != 0)
    }

    fn deserialize_str<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_string<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_bytes<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_bytes(self.bytes())
    }

    fn deserialize_byte_buf<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_bytes(self.bytes())
    }

    fn deserialize_option<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'b>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'b>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.number();
        visitor.visit_seq(Several { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'b>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'b>>(self, _: &'static str, _: usize, v: V) -> Result<V::Value, Never> {
        v.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'b>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'b>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let number = self.number();
        let known = number < variants.len() as u64;
        if !known {
            self.fail();
        }
        visitor.visit_enum(Variant { reader: self, number: if known { number as u32 } else { 0 } })
    }

    fn deserialize_identifier<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u32(0) // never asked for: fields have no names, and variants are read below
    }

    fn deserialize_any<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit() // never asked for: the bytes do not say what they are
    }

    fn deserialize_ignored_any<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { <V: Visitor<'b>> f32 f64 char map }
}

/// The elements of a list.
struct Several<'r, 'b> {
    reader: &'r mut Reader<'b>,
    left: u64,
}

impl<'b> SeqAccess<'b> for Several<'_, 'b> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'b>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 || !self.reader.sound {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

/// The fields of something: as many as are asked for.
struct Fields<'r, 'b>(&'r mut Reader<'b>);

impl<'b> SeqAccess<'b> for Fields<'_, 'b> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'b>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

struct Variant<'r, 'b> {
    reader: &'r mut Reader<'b>,
    number: u32,
}

impl<'r, 'b> EnumAccess<'b> for Variant<'r, 'b> {
    type Error = Never;
    type Variant = Fields<'r, 'b>;

    fn variant_seed<V: DeserializeSeed<'b>>(self, seed: V) -> Result<(V::Value, Fields<'r, 'b>), Never> {
        let Ok(variant) = seed.deserialize(IntoDeserializer::<Never>::into_deserializer(self.number));
        Ok((variant, Fields(self.reader)))
    }
}

impl<'b> VariantAccess<'b> for Fields<'_, 'b> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'b>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'b>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self)
    }

    fn struct_variant<V: Visitor<'b>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::tests::report;
    use crate::report::{Code, Finding, Message, Report, Severity, message::ChainMessage};

    /// Something of everything.
    fn full() -> Report {
        let message =
            Message::new(ChainMessage::WrongOrder).with("a", "text").with("b", -3_i64).with("c", vec!["d".to_owned()]);
        Report { findings: vec![Finding::of(Code::CHN002, Severity::Error, message, &[])], ..report() }
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = postcard::to_allocvec(&full()).unwrap();
        assert_eq!(unpack(&bytes), Some((full(), &[][..])));
        let several = (u64::MAX, i64::MIN, -1_i32, 300_u16, true, Some("é"), [7_u8, 255]);
        let bytes = postcard::to_allocvec(&several).unwrap();
        assert_eq!(unpack(&[&bytes[..], &[1]].concat()), Some((several, &[1][..])));
    }

    #[test]
    fn what_was_cut_or_is_something_else_is_refused() {
        let bytes = postcard::to_allocvec(&full()).unwrap();
        for end in 0..bytes.len() {
            assert_eq!(unpack::<Report>(&bytes[..end]), None, "{end}");
        }
        for at in 0..bytes.len() {
            for other in [0, 0x7f, 0xff] {
                let mut bytes = bytes.clone();
                bytes[at] = other;
                let _ = unpack::<Report>(&bytes); // comes to an end
            }
        }
        assert_eq!(unpack::<Code>(&[200, 1]), None);
    }
}
