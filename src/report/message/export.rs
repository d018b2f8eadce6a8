super::messages! {
    /// DEP: files that can not be made.
    ExportMessage {
        NoCertificate,
        StillLocked,
        NoIssuer,
        NoKey,
        KeyLocked,
        KeyUnreadable,
        KeyOfAnotherKind,
        PasswordMissing,
        PasswordShort,
        PasswordUnused,
        NoHost,
        NotWritten,
        NameMissing,
        NameUnfit,
        OrganizationUnfit,
        CountryUnfit,
    }
}
