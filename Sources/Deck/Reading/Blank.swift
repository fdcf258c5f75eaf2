extension StringProtocol {
    /// Whether it has nothing that can be seen or heard: it is empty, or all blanks and invisible marks.
    var isBlank: Bool {
        unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.generalCategory == .format
                || $0.properties.generalCategory == .control
        }
    }
}
