// What tests share. It promises:
// - fonts are those of `Fonts/`, and lines are as wide as a ruler says where fonts do not matter;
// - a reference that is missing or differs fails; nothing is accepted without someone's asking.
import Glibc
public import Rendering

/// The folder that holds `Package.swift`, without a slash at its end.
///
/// Found from this file's real place, so that packages which borrow the sources by symbolic links
/// use the same references.
public let repositoryRoot: String = {
    let file = realPath(#filePath) ?? #filePath
    return file.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
}()

/// The fonts of the folder `Fonts/`.
public var testFonts: FontSet {
    get throws { try loadedFonts.get() }
}

/// The paths of those fonts, lightest first.
public let testFontFiles = ["Regular", "Medium", "SemiBold", "Bold", "ExtraBold"].map {
    "\(repositoryRoot)/Fonts/Inter-\($0).otf"
}

private let loadedFonts = Result { try FontSet(files: testFontFiles) }

private func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
