import Glibc

/// The names in a folder, in no order, without `.` and `..` and without what is not UTF-8.
func entries(ofFolder path: String) throws(SystemError) -> [String] {
    guard let stream = opendir(path) else { throw .last }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
        // The end of the folder and a failure differ in `errno` alone.
        errno = 0
        guard let entry = readdir(stream) else {
            if errno != 0 { throw .last }
            return names
        }
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { field in
            String(validating: field.prefix { $0 != 0 }, as: UTF8.self)
        }
        if let name, name != ".", name != ".." { names.append(name) }
    }
}
