import Maps
import Testing

@Test func distanceIsSymmetricAndZeroOnlyToItself() {
    let mexicoCity = GeoPoint(longitude: -99.1332, latitude: 19.4326)
    let monterrey = GeoPoint(longitude: -100.309, latitude: 25.669)
    #expect(mexicoCity.kilometres(to: mexicoCity) == 0)
    #expect(mexicoCity.kilometres(to: monterrey) == monterrey.kilometres(to: mexicoCity))
    #expect(abs(mexicoCity.kilometres(to: monterrey) - 703.6) < 1)
}

@Test func oppositePlacesAreHalfACircumferenceApart() {
    let half = Double.pi * GeoPoint.earthRadiusInKilometres
    let pole = GeoPoint(longitude: 0, latitude: 90)
    #expect(abs(pole.kilometres(to: GeoPoint(longitude: 77, latitude: -90)) - half) < 1e-6)
    let west = GeoPoint(longitude: -90, latitude: 0)
    #expect(abs(west.kilometres(to: GeoPoint(longitude: 90, latitude: 0)) - half) < 1e-6)
}

@Test func aWholeTurnIsNoDistance() {
    let fiji = GeoPoint(longitude: 178, latitude: -18)
    #expect(fiji.kilometres(to: GeoPoint(longitude: -182, latitude: -18)) < 1e-9)
}
