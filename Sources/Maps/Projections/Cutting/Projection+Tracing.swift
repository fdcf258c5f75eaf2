import Glibc

// From the file to the rotated sphere: unroll, rotate, cut, join along the rim.
extension Projection {
    /// The rings of an area on the map; inside is by the even-odd rule.
    ///
    /// Rings with a vertex that is not on the earth are left out.
    func traced(rings: [[GeoPoint]]) -> [[TracedVertex]] {
        let unrolled = RingNesting.oriented(
            rings.compactMap { UnrolledLine($0, isRing: true) })
        let joined =
            switch rim {
            case .meridian: tracedAtMeridian(unrolled)
            case .circle(let distance): tracedAtHorizon(unrolled, distance)
            }
        guard let band = formula.band.map(LatitudeBand.init) else { return joined }
        return joined.map(band.clipped(ring:)).filter { !$0.isEmpty }
    }

    /// The stretches of an open line that lie on the map.
    ///
    /// A vertex that is not on the earth interrupts the line.
    func traced(line: [GeoPoint]) -> [[TracedVertex]] {
        line.split { !(abs($0.latitude) <= 90 && abs($0.longitude) <= 900) }
            .compactMap { UnrolledLine(Array($0), isRing: false) }
            .flatMap { line in
                switch rim {
                case .meridian:
                    cutAtMeridian(line, isRing: false).pieces
                case .circle(let distance):
                    HorizonCut(walk: walk, distance: distance)
                        .pieces(of: line, isRing: false).1
                }
            }
            .flatMap { piece in
                formula.band.map { LatitudeBand(latitudes: $0).clipped(line: piece) } ?? [piece]
            }
    }

    /// The edge of the map of the whole earth.
    var tracedRim: [TracedVertex] {
        var join = RimJoin(rim: rim)
        join.holdsOrigin = true
        let ring = join.joined()[0]
        return formula.band.map { LatitudeBand(latitudes: $0).clipped(ring: ring) } ?? ring
    }

    /// Where the map of the whole earth ends.
    var rim: MapRim { formula.rim }

    /// What leads along lines of the file.
    var walk: SphereWalk {
        SphereWalk(meridian: meridian, tilt: tilt, rim: rim)
    }

    private func tracedAtMeridian(_ rings: [UnrolledLine]) -> [[TracedVertex]] {
        var join = RimJoin(rim: rim)
        for ring in rings {
            let (isWhole, pieces, holdsSouth) = cutAtMeridian(ring, isRing: true)
            if holdsSouth { join.holdsOrigin.toggle() }
            if isWhole { join.rings += pieces } else { pieces.forEach { join.add(strand: $0) } }
        }
        return join.joined()
    }

    /// The pieces, and whether a ring holds the south pole of the map.
    private func cutAtMeridian(_ line: UnrolledLine, isRing: Bool)
        -> (isWhole: Bool, pieces: [[TracedVertex]], holdsSouth: Bool)
    {
        guard tilt != nil else {
            let (isWhole, pieces) = StraightCut(meridian: meridian).pieces(
                of: line, isRing: isRing)
            let holdsSouth = line.turns % 2 != 0 && !line.isAboutNorth
            return (isWhole, pieces, holdsSouth)
        }
        let vertices = walk.vertices(of: line, isRing: isRing)
        let (isWhole, pieces) = TiltedCut(walk: walk).pieces(of: vertices, isRing: isRing)
        // A ring that neither crosses nor reaches around the earth holds no pole or hides none.
        let isNarrow = isWhole && line.turns == 0 && line.east - line.west < 180
        let holdsSouth =
            isRing && !isNarrow
            && TiltedCut.windings(of: line, walked: vertices) % 2 != 0
        return (isWhole, pieces, holdsSouth)
    }

    private func tracedAtHorizon(_ rings: [UnrolledLine], _ distance: Double)
        -> [[TracedVertex]]
    {
        let cut = HorizonCut(walk: walk, distance: distance)
        var join = RimJoin(rim: rim)
        for ring in rings {
            let (isWhole, pieces) = cut.pieces(of: ring, isRing: true)
            if isWhole { join.rings += pieces } else { pieces.forEach { join.add(strand: $0) } }
        }
        join.origin = cut.clearPosition(of: join.strands)
        join.holdsOrigin = RingNesting(rings).holds(cut.place(at: join.origin))
        return join.joined()
    }
}
