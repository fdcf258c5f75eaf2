/// Gives each different place a number, in the order in which they first come.
///
/// A table of our own rather than a `Dictionary`: for the hundreds of thousands of vertices of a
/// detailed map it is several times as fast. It never grows, so it is told how many places may come.
struct PlaceNumbers {
    /// The places by their numbers.
    private(set) var places: [GeoPoint] = []

    /// How many slots are looked at for a place before it counts as crowded out.
    ///
    /// With a table that is at most two thirds full, only places chosen to collide come that far.
    private static let longestSearch = 64
    private static let empty: Int32 = -1

    private var slots: [Int32]
    private let shift: UInt64
    /// Places that collide with too many others, so that no file makes the search slow.
    private var crowded: [GeoPoint: Int] = [:]

    /// A table for at most `count` different places.
    init(atMost count: Int) {
        var bits: UInt64 = 8
        while bits < 30, (1 << bits) < count + count / 2 { bits += 1 }
        slots = Array(repeating: Self.empty, count: 1 << bits)
        shift = 64 - bits
        places.reserveCapacity(count)
    }

    /// The number of a place, which is the next one where it was not met before.
    mutating func number(of place: GeoPoint) -> Int {
        var slot = Int(truncatingIfNeeded: Self.hash(place) >> shift)
        for _ in 0..<Self.longestSearch {
            let number = Int(slots[slot])
            if number == Self.empty {
                guard let new = Int32(exactly: places.count) else { break }
                slots[slot] = new
                places.append(place)
                return places.count - 1
            }
            if places[number] == place { return number }
            slot = slot + 1 == slots.count ? 0 : slot + 1
        }
        if let number = crowded[place] { return number }
        crowded[place] = places.count
        places.append(place)
        return places.count - 1
    }

    /// Multiplying carries each bit upward, and the upper bits choose the slot; the odd factors are
    /// those of SplitMix64 (Steele, Lea & Flood 2014).
    private static func hash(_ place: GeoPoint) -> UInt64 {
        // Zero has two signs that are equal, and must have one hash.
        let longitude = (place.longitude + 0).bitPattern
        let latitude = (place.latitude + 0).bitPattern
        var mixed = longitude &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 31)) &+ latitude
        mixed = (mixed ^ (mixed >> 30)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 27)) &* 0x9E37_79B9_7F4A_7C15
    }
}
