import Foundation
import TestSupport
import Testing

private let people = ["--from", "Casa <a@house.mx>", "--to", "b@x.mx"]

/// A workplace with the small deck, which has a mail then.
private func workplace(_ mail: String = "{ parts: [{ figure: lines }] }") throws -> Workplace {
    let workplace = try Workplace.withSmallDeck()
    let deck = String(decoding: try workplace.bytes("small/deck.yaml"), as: UTF8.self)
    try workplace.write(deck + "\nmail: \(mail)\n", to: "small/deck.yaml")
    return workplace
}

@Test func aMailIsWrittenWhereOneLooksForIt() throws {
    let workplace = try workplace()
    let outcome = try workplace.lamina(["email", "small"] + people)
    #expect(outcome.exitCode == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix("Output/small/small.eml  HTML "))
    let mail = String(decoding: try workplace.bytes("Output/small/small.eml"), as: UTF8.self)
    #expect(mail.contains("From: Casa <a@house.mx>\r\n") && mail.contains("image/png"))
    let again = try workplace.lamina(["email", "small", "-o", "-", "--quiet"] + people)
    #expect(again.output == mail && again.errors == "")
}

@Test func theDecksPeopleAreAsGood() throws {
    let workplace = try workplace(
        "{ from: Casa <a@house.mx>, to: [b@x.mx], parts: [{ paragraph: A }] }")
    #expect(try workplace.lamina("email", "small", "-o", "a.eml").exitCode == 0)
    let wrong = try EndToEndTests.workplace(
        "{ from: Casa, to: [b@x.mx], parts: [{ paragraph: A }] }")
    let outcome = try wrong.lamina("email", "small", "-o", "a.eml")
    #expect(outcome.exitCode == 65 && outcome.errors.contains("small/deck.yaml:"))
}

@Test(arguments: [
    (["--to", "b@x.mx"], "nobody sends the mail"), (["--from", "a@x.mx"], "nobody gets the mail"),
    (people + ["--figure", "line"], "did you mean “lines”?"),
    (people + ["--pages", "9"], "there is no page 9"),
    (people + ["--pages", "1", "--figure", "lines"], "not both"),
    (people + ["--subject", "a\nBcc: eve@x.mx"], "holds a line break"),
    (["--from", "a@x.mx, b@x.mx", "--to", "b@x.mx"], "one sender"),
    (["--from", "a@x.mx\nBcc: eve@x.mx", "--to", "b@x.mx"], "holds a line break"),
    (people + ["--cc", "eve"], "not an address"),
    (people + ["--preview", "p", "-o", "x"], "leave out"),
])
func wrongWishesAreUsage(arguments: [String], finding: String) throws {
    let workplace = try workplace()
    let outcome = try workplace.lamina(["email", "small"] + arguments)
    #expect(outcome.exitCode == 64 && outcome.errors.contains(finding), "\(outcome.errors)")
    #expect(try !workplace.files(in: ".").keys.contains { $0.hasSuffix(".eml") })
}

@Test func aDeckWithoutAMailIsToldSo() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(["email", "small"] + people)
    #expect(outcome.exitCode == 64 && outcome.errors.contains("the deck has no mail"))
    #expect(try workplace.lamina("check", "small", "--mail").exitCode == 64)
    let figure = try workplace.lamina(["email", "small", "--figure", "lines"] + people)
    #expect(figure.exitCode == 0)
}

@Test func checkingWeighsTheMail() throws {
    let outcome = try workplace().lamina("check", "small", "--mail")
    #expect(outcome.exitCode == 0 && outcome.output.contains("\nmail: HTML "))
}

@Test func aPreviewIsForABrowser() throws {
    let workplace = try workplace()
    #expect(try workplace.lamina("email", "small", "--preview", "p").exitCode == 0)
    #expect(try workplace.files(in: "p").keys.sorted() == ["lines.png", "mail.html", "mail.txt"])
}

@Test func aTemplateOfOnesOwnIsUsedAndChecked() throws {
    let workplace = try workplace("{ template: m.html, parts: [{ figure: lines }] }")
    try workplace.write(
        "{{#parts}}{{#picture}}<img src=\"cid:{{id}}\" alt=\"{{alternative}}\" width=\"{{width}}\">{{/picture}}{{/parts}}",
        to: "small/m.html")
    #expect(try workplace.lamina("email", "small", "--preview", "p").exitCode == 0)
    #expect(try workplace.files(in: "p")["mail.html"]?.starts(with: Data("<img src=".utf8)) == true)
    let printed = try workplace.lamina("email", "small", "--print-template")
    #expect(printed.output.hasPrefix("{{#parts}}"))
    try workplace.write("{{#parts}}\n{{titel}", to: "small/m.html")
    let broken = try workplace.lamina(["email", "small"] + people)
    #expect(broken.exitCode == 65 && broken.errors.contains("small/m.html:"))
    try workplace.write("<p>", to: "small/m.html")
    let without = try workplace.lamina(["email", "small"] + people)
    #expect(without.errors.contains("does not show the picture lines.png"))
}

/// A program that takes mail, and what it does then.
private func server(_ script: String, in workplace: Workplace) throws -> String {
    try workplace.write("#!/bin/sh\n\(script)\n", to: "server")
    try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: workplace.absolute("server"))
    return workplace.absolute("server")
}

@Test func sendmailGetsTheBytesOfTheFile() throws {
    let workplace = try workplace()
    let server = try server("echo \"$@\" > args; cat > taken", in: workplace)
    let sent = try workplace.lamina(
        ["email", "small", "--sendmail", "--sendmail-program", server, "-o", "a.eml"] + people)
    #expect(sent.exitCode == 0 && sent.output.contains("handed to"))
    #expect(try workplace.bytes("taken") == workplace.bytes("a.eml"))
    #expect(try workplace.bytes("args") == Data("-t -oi\n".utf8))
}

@Test(arguments: [
    ("echo away >&2; exit 75", Int32(75), "away"), ("exit 64", 64, "exit code 64"),
    ("exit 3", 1, "exit code 3"), ("kill -9 $$", 1, "signal 9"),
    ("exit 70", 1, "exit code 70"), ("exit 0", 1, "without having read the mail"),
])
func whatSendmailSaysIsToldOn(script: String, code: Int32, finding: String) throws {
    let workplace = try workplace()
    let server = try server(script, in: workplace)
    let sent = try workplace.lamina(
        ["email", "small", "--sendmail", "--sendmail-program", server] + people)
    #expect(sent.exitCode == code && sent.errors.contains(finding), "\(sent)")
}

@Test func aServerThatIsNotThereIsUnavailable() throws {
    let workplace = try workplace()
    let sent = try workplace.lamina(
        ["email", "small", "--sendmail", "--sendmail-program", "no-such-mailer"] + people)
    #expect(sent.exitCode == 69)
}

@Test func nothingIsWrittenOverTheDeck() throws {
    let workplace = try workplace()
    let before = try workplace.files(in: "small")
    for output in ["small/deck.yaml", "small/data/sales.csv"] {
        let outcome = try workplace.lamina(["email", "small", "-o", output] + people)
        #expect(outcome.exitCode == 64 && outcome.errors.contains("would take the place of"))
    }
    #expect(try workplace.files(in: "small") == before)
}

@Test func theFoldersNameIsNotInTheMail() throws {
    let workplace = try workplace()
    try FileManager.default.copyItem(
        atPath: workplace.absolute("small"), toPath: workplace.absolute("a\nX-Evil: 1"))
    let mails = try ["small", "a\nX-Evil: 1"].map { folder in
        try workplace.lamina(["email", folder, "--attach-pdf", "-q", "-o", "-"] + people).output
    }
    #expect(mails[0] == mails[1] && mails[0].contains("application/pdf"))
    let there = try workplace.lamina(
        ["email", ".", "--attach-pdf", "-q", "-o", "-"] + people, in: workplace.absolute("small"))
    #expect(there.output == mails[0])
}
