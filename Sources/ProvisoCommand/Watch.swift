import Glibc

/// Does something again whenever a file was saved, made or removed.
struct Watch {
  /// What tells that a file is another one than before.
  private struct Stamp: Equatable {
    let seconds: Int, nanoseconds: Int, size: Int
    let node: UInt
  }

  /// The files that matter now; asked again and again, since there may be new ones.
  let files: () -> [String]
  /// Microseconds from one look to the next.
  private static let pause: UInt32 = 300_000

  /// Runs `body` now and after every change; ends with the process, or after `rounds` runs.
  func run(rounds: Int?, _ body: () -> Void) {
    var before = stamps()
    body()
    var count = 1
    while count < rounds ?? .max {
      usleep(Watch.pause)
      let now = stamps()
      guard now != before else { continue }
      let changed = Set(now.keys).union(before.keys).filter { now[$0] != before[$0] }.sorted()
      before = now
      Output.error("--- changed: \(changed.joined(separator: ", "))")
      body()
      count += 1
    }
  }

  private func stamps() -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for file in files() {
      var status = stat()
      guard stat(file, &status) == 0 else { continue }
      stamps[file] = Stamp(
        seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size),
        node: UInt(status.st_ino))
    }
    return stamps
  }
}
