/// On which side of what they show insets must stand; nothing said is either.
///
/// An inset decides the places of many labels; a search that moves one label after another does not
/// find its way from one of its sides to the other, so each side is tried.
struct InsetSides {
    private var areRight: [Bool?]

    /// How many insets are tried on both sides: each doubles the time.
    private static let most = 2

    /// Whether an inset may stand on a side.
    func allows(_ isRight: Bool, _ inset: Int) -> Bool {
        guard areRight.indices.contains(inset), let wish = areRight[inset] else { return true }
        return wish == isRight
    }

    /// All choices worth trying: those of one side for each inset that may stand on both, the first
    /// ones if there are many.
    ///
    /// - Parameter isOpen: for each inset, whether both sides have places.
    static func choices(_ isOpen: [Bool]) -> [InsetSides] {
        let tried = isOpen.indices.filter { isOpen[$0] }.prefix(most)
        return (0..<(1 << tried.count)).map { bits in
            var areRight = [Bool?](repeating: nil, count: isOpen.count)
            for (place, inset) in tried.enumerated() {
                areRight[inset] = bits & (1 << place) == 0
            }
            return InsetSides(areRight: areRight)
        }
    }
}
