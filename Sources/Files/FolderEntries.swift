import Glibc

/// The names in a folder, in no order, without `.` and `..` and without what is not UTF-8.
func entries(ofFolder path: String) throws(SystemError) -> [String] {
    try names(inFolder: BytePath(path)).compactMap(\.text)
}

/// All names in a folder, in no order, without `.` and `..`.
func names(inFolder path: BytePath) throws(SystemError) -> [BytePath] {
    guard let stream = opendir(path.characters) else { throw .last }
    defer { closedir(stream) }
    var names: [BytePath] = []
    while true {
        // The end of the folder and a failure differ in `errno` alone.
        errno = 0
        guard let entry = readdir(stream) else {
            if errno != 0 { throw .last }
            return names
        }
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { field in
            BytePath(field.prefix { $0 != 0 })
        }
        if name != BytePath("."), name != BytePath("..") { names.append(name) }
    }
}
