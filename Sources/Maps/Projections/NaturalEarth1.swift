import Graphics

/// Patterson's Natural Earth projection: a compromise, neither areas nor angles are true.
///
/// Šavrič, Jenny, Patterson, Petrovič & Hurni 2011, "A polynomial equation for the Natural Earth
/// projection", Cartography and Geographic Information Science 38(4).
struct NaturalEarth1: RawProjection {
    func forward(_ place: SpherePoint) -> Point? {
        Point(place.longitude * width(place.latitude), height(place.latitude))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let top = Double.pi / 2
        guard abs(point.y) <= height(top) + 1e-9 else { return nil }
        // Newton's method; the height is nearly the latitude itself.
        var latitude = point.y
        for _ in 0..<16 {
            let step = (height(latitude) - point.y) / slope(latitude)
            latitude = min(top, max(-top, latitude - step))
            if abs(step) < 1e-13 { break }
        }
        let place = SpherePoint(longitude: point.x / width(latitude), latitude: latitude)
        return place.isOnSphere ? place : nil
    }

    /// The width of a radian of longitude.
    private func width(_ latitude: Double) -> Double {
        let squared = latitude * latitude
        let fourth = squared * squared
        return 0.8707 - 0.131979 * squared
            + fourth * (-0.013791 + fourth * (0.003971 * squared - 0.001529 * fourth))
    }

    /// The height on the plane of a latitude.
    private func height(_ latitude: Double) -> Double {
        let squared = latitude * latitude
        let sixth = squared * squared * squared
        return latitude
            * (1.007226 + 0.015085 * squared
                + sixth * (-0.044475 + 0.028874 * squared - 0.005916 * squared * squared))
    }

    /// The derivative of the height.
    private func slope(_ latitude: Double) -> Double {
        let squared = latitude * latitude
        let sixth = squared * squared * squared
        return 1.007226 + 3 * 0.015085 * squared
            + sixth
            * (7 * -0.044475 + 9 * 0.028874 * squared - 11 * 0.005916 * squared * squared)
    }
}
