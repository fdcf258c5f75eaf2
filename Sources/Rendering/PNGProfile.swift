/// How a picture is packed: what matters is time, bytes or both.
public enum PNGProfile: String, Hashable, Sendable, CaseIterable {
    /// Twenty times as fast as cairo's writer, a fifth larger.
    case fast
    /// A few times as fast as cairo's writer, and smaller.
    case balanced
    /// Smallest without loss, slowly.
    case small
    /// 256 colours where nobody sees the difference: for messages.
    case mail
}
