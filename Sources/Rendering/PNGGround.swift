/// What lies below a picture's page.
public enum PNGGround: Hashable, Sendable {
    /// Paper: every pixel is opaque.
    case white
    /// Nothing: where nothing is drawn, what is behind the picture shows.
    case transparent
}
