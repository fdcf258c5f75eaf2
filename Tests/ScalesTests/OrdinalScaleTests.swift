import Scales
import Testing

@Test func valuesBeginAgainWhenTheyRunOut() {
    let scale = OrdinalScale(["a", "b", "c", "a"], values: ["red", "blue"])
    #expect(scale("a") == "red")
    #expect(scale("b") == "blue")
    #expect(scale("c") == "red")
    #expect(scale.categories == ["a", "b", "c"])
}

@Test func unknownCategoriesHaveNoValue() {
    #expect(OrdinalScale(["a"], values: [1])("b") == nil)
    #expect(OrdinalScale(["a"], values: [Int]())("a") == nil)
}
