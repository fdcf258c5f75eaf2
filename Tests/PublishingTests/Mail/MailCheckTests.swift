import Diagnostics
import Testing

@testable import Publishing

private func findings(
    _ html: String, whole: Int = 1000, isChecking: Bool = true
) throws -> [String] {
    let check = MailCheck(
        html: html, pictures: [], whole: whole, template: "t.html", isChecking: isChecking)
    return try check.run().1.all.map { "\($0)" }
}

@Test(arguments: [
    ("<img src=\"cid:x\" alt=a width=1>", "the mail has no picture “cid:x”"),
    ("<img alt=a width=1>", "the image without a source is not in the mail"),
    ("<img src=\"https://x/y.png\" alt=a width=1>", "is not in the mail"),
    ("<img src=x width=1>", "no alternative text"),
    ("<img src=x alt=\"\" width=1>", "no alternative"),
    ("<img src=x alt=a>", "no width in pixels"),
    ("<img src=x alt=a width=50%>", "no width in pixels"),
    ("<IMG SRC='data:image/png;base64,AA' alt=a width=1>", "the HTML has data in “src”"),
    ("<td background='data:x'>", "“background” of <td>"),
    ("<p style=\"background:url(data:x)\">", "“style” of <p>"),
    ("<style>p{background:url(data:x)}</style>", "a style that loads something"),
    ("<style>@import 'x.css'</style>", "a style that loads something"),
    ("<script>a</script>", "<script>"), ("<p onclick='a'>", "“onclick” of <p>"),
    ("<a href=' javascript:a'>x</a>", "“href” of <a>"), ("<link rel=stylesheet href=x>", "<link>"),
    ("<iframe src=x></iframe>", "<iframe>"), ("<form></form>", "<form>"),
    ("<base href=x>", "<base>"),
    ("<meta http-equiv=refresh content=1>", "a meta refresh"), ("<svg></svg>", "<svg>"),
])
func whatClientsBlockIsAnError(html: String, finding: String) throws {
    let found = try findings("<p>a</p><div>\(html)</div><table><tr>\(html)</table>")
    let isTold = found.contains { $0.hasPrefix("t.html:1:1: error") && $0.contains(finding) }
    #expect(isTold, "\(found)")
}

@Test func budgetsAreErrorsForCheckAndWarningsElse() throws {
    let long = "<p>" + String(repeating: "a", count: 81 << 10) + "</p>"
    let style = "<style>" + String(repeating: "a", count: 17 << 10) + "</style>"
    #expect(try findings(long).first?.contains("error: the HTML has 81") == true)
    #expect(
        try findings(long, isChecking: false).first?.contains("warning: the HTML has 81") == true)
    #expect(try findings(style + "a").first?.contains("error: the HTML's style has 17") == true)
    #expect(
        try findings("<p>a", whole: 6 << 20).first?.contains("error: the whole mail has 6144")
            == true)
    #expect(
        try findings("<p>a", whole: 6 << 20, isChecking: false).first?.contains("warning") == true)
    #expect(
        try findings("<p>a", whole: 11 << 20, isChecking: false).first?.contains("error") == true)
    #expect(try findings("<p>a</p>").isEmpty)
}

@Test func farTooMuchHTMLIsNotEvenRead() {
    let long = String(repeating: "<b>", count: 100_000)
    #expect(throws: Diagnostic.self) { try findings(long) }
}

@Test func theSummaryNamesEveryBudget() throws {
    let check = MailCheck(
        html: "<p>a", pictures: [], whole: 2048, template: nil, isChecking: true)
    let (budget, _) = try check.run()
    #expect(
        budget.summary == "HTML 0.0 KB of 80 KB, style 0.0 KB of 16 KB, whole 2.0 KB of 5120 KB")
}
