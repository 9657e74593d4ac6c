import Glibc
import Proviso

/// The files a command reads.
enum FileSystem {
  /// The most bytes of one file.
  static let largest = 64 << 20

  enum Kind { case file, folder, other }

  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// What tells two folders apart, however they are reached.
  static func identity(of path: String) -> [UInt]? {
    var status = stat()
    return stat(path, &status) == 0 ? [UInt(status.st_dev), UInt(status.st_ino)] : nil
  }

  /// The absolute path without links; nil where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func read(_ path: String) throws(Problem) -> SourceFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Problem("cannot read \(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    return SourceFile(name: path, bytes: try bytes(of: descriptor, path))
  }

  /// The absolute path of the folder that relative paths begin in.
  static func workingFolder() throws(Problem) -> String {
    guard let path = getcwd(nil, 0) else { throw Problem("there is no working folder") }
    defer { free(path) }
    return String(cString: path)
  }

  /// The file at a path, or standard input where the path stands for it.
  static func readInput(_ path: String, standardInputName: String = Inputs.streamName) throws(Problem) -> SourceFile {
    path == Inputs.standardInput ? try readStandardInput(as: standardInputName) : try read(path)
  }

  static func readStandardInput(as name: String) throws(Problem) -> SourceFile {
    SourceFile(name: name, bytes: try bytes(of: STDIN_FILENO, name))
  }

  private static func bytes(of descriptor: Int32, _ path: String) throws(Problem) -> [UInt8] {
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    // A file is read in one piece; what has no size, or grew meanwhile, goes on piece by piece.
    var bytes = [UInt8](unsafeUninitializedCapacity: min(max(expected, 0), largest) + 1) { bytes, count in
      count = max(0, Glibc.read(descriptor, bytes.baseAddress, bytes.count))
    }
    guard bytes.count <= largest else { throw Problem("\(path) is larger than \(largest >> 20) MiB") }
    if bytes.count == expected, expected > 0 { return bytes }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Problem("cannot read \(path): \(String(cString: strerror(errno)))") }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largest else {
        throw Problem("\(path) is larger than \(largest >> 20) MiB")
      }
    }
  }

  /// The names in a folder, in alphabetical order.
  static func names(in folder: String) throws(Problem) -> [String] {
    guard let stream = opendir(folder) else {
      throw Problem("cannot read \(folder): \(String(cString: strerror(errno)))")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
