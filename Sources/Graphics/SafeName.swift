extension String {
    /// The name as a file's or an id's: letters and digits of ASCII, dashes and underscores; anything else
    /// becomes a dash.
    public var asSafeName: String {
        String(
            unicodeScalars.map { scalar -> Character in
                let isPlain =
                    scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                return isPlain || scalar == "-" || scalar == "_" ? Character(scalar) : "-"
            })
    }
}
