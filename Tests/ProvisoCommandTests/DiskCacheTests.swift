import Glibc
import Proviso
import Testing

@testable import ProvisoCommand

/// What is kept between runs, and what has to make room.
@Suite final class DiskCacheTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/proviso-cache-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
  }

  deinit {
    for name in (try? FileSystem.names(in: folder)) ?? [] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  private func load(_ key: String, build: UInt64 = 1) -> [UInt8]? {
    DiskCache(folder: folder, build: build).load(key).map { Array($0.buffer) }
  }

  @Test func `what was saved comes back`() {
    DiskCache(folder: folder, build: 1).save([1, 2, 3], as: "plan")
    #expect(load("plan") == [1, 2, 3])
  }

  @Test func `another build of the program finds nothing`() {
    DiskCache(folder: folder, build: 1).save([1, 2, 3], as: "plan")
    #expect(load("plan", build: 2) == nil)
  }

  @Test func `what was used last stays, however old it is`() {
    let cache = DiskCache(folder: folder, build: 1)
    for number in 0..<DiskCache.mostFiles {
      cache.save([UInt8(number)], as: "key\(number)")
      var times = [timespec(tv_sec: 1000 + number, tv_nsec: 0), timespec(tv_sec: 1000 + number, tv_nsec: 0)]
      utimensat(AT_FDCWD, "\(folder)/1-key\(number)", &times, 0)
    }
    #expect(load("key0") == [0])
    for number in 0..<3 { cache.save([9], as: "new\(number)") }
    #expect(load("key0") == [0])
    #expect(["key1", "key2", "key3", "key4"].map { load($0) != nil } == [false, false, false, true])
  }

  @Test(arguments: ["/proc/nowhere", "/dev/null/cache"]) func `a folder that takes nothing costs nothing else`(
    _ folder: String
  ) {
    let cache = DiskCache(folder: folder, build: 1)
    cache.save([1], as: "plan")
    #expect(cache.load("plan") == nil)
  }
}
