import Cairo
import Testing

@Suite struct CairoErrorTests {
    @Test func anErrorCarriesCairosWordsAndWhatWasBeingDone() {
        let error = CairoError(.invalidMatrix, while: "turning a page")
        #expect(
            error.description == "cairo: invalid matrix (not invertible) (5), while turning a page")
    }

    @Test func aStatusOfAFutureVersionIsKept() {
        let error = CairoError(CairoError.Status(rawValue: 12_345), while: "testing")
        #expect(error.status.rawValue == 12_345)
        #expect(error.message.contains("unknown"))
    }
}
