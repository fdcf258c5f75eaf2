import Scales
import Testing

@testable import Maps

@Test(arguments: [
    ("Hidalgo", true), ("Irapuato", true), ("íntimo", true), ("Híjar", true), ("hierro", false),
    ("iones", false), ("Yucatán", false), ("Ypacaraí", true), ("Huixquilucan", false),
    ("Puebla", false), ("", false), ("h", false), ("i", true), ("12", false),
])
func spanishSaysEBeforeAnI(word: String, isE: Bool) {
    #expect(word.takesE == isE)
}

@Test func listsAreSentencesInBothLanguages() {
    let (spanish, english) = (MapWords(.esMX), MapWords(.enUS))
    #expect(spanish.list([]) == "" && spanish.list(["A"]) == "A")
    #expect(spanish.list(["A", "B"]) == "A y B" && english.list(["A", "B"]) == "A and B")
    #expect(spanish.list(["A", "B", "Irapuato"]) == "A, B e Irapuato")
    #expect(english.list(["A", "B", "C"]) == "A, B, and C")
    #expect(spanish.list(["A, a", "B"]) == "A, a; y B")
    #expect(spanish.list(["A", "B", "C", "D"], most: 2) == "A, B y 2 más")
    #expect(english.list(["A", "B", "C"], most: 2) == "A, B, and C")
}

@Test func countsHaveTheirNumber() {
    let noun = MapNoun(one: "estado", many: "estados")
    let words = MapWords(.esMX)
    #expect(words.count(1, of: noun) == "1 estado" && words.count(0, of: noun) == "0 estados")
    #expect(words.count(2478, of: noun) == "2,478 estados")
}
