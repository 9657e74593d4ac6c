internal import ProvisoSource

/// Turns libyaml's places, which count characters, into byte offsets of the file.
struct CharacterOffsets {
  private static let stride = 16

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  /// The byte offset of every 16th character; empty for ASCII, where both counts are one.
  private var landmarks: [Int] = []

  /// Characters are counted from the offset `start` on, behind a byte order mark.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    self.start = start
    guard bytes[start...].contains(where: { $0 >= 0x80 }) else { return }
    var characters = 0
    for offset in start..<bytes.count where !bytes[offset].isContinuation {
      if characters % CharacterOffsets.stride == 0 { landmarks.append(offset) }
      characters += 1
    }
  }

  /// The byte offset of the character with the given number, from zero; the end for numbers behind the text.
  func byte(of character: Int) -> Int {
    if landmarks.isEmpty { return min(start + character, bytes.count) }
    let landmark = character / CharacterOffsets.stride
    guard landmark < landmarks.count else { return bytes.count }
    var offset = landmarks[landmark]
    var left = character % CharacterOffsets.stride
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset].isContinuation { offset += 1 }
      left -= 1
    }
    return offset
  }
}

extension UInt8 {
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
