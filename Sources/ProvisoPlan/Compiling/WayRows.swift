import ProvisoLogic
import ProvisoSource

/// What facts permit of many ways at once: for each value of each variable a row of bits, one for each way.
///
/// The rows of what is known, laid over each other, leave the ways that are still possible. A variable plays a part in
/// few ways, so its rows hold only the words of bits in which one of those stands.
struct WayRows: Sendable {
  private struct Row: BitwiseCopyable {
    let variable: Int32
    /// How many words of the ways the variable plays a part in.
    let count: Int32
    /// Where the numbers of those words begin in `touched`.
    let firstWord: Int32
    /// Where their bits begin in `rows`, value after value, and behind them what every value permits.
    let firstBits: Int32
  }

  private let variables: FlatArray<Row>
  private let touched: FlatArray<Int32>
  private let rows: FlatArray<UInt64>

  /// The rows of ways.
  ///
  /// - Parameters:
  ///   - ways: what each asks; no variable twice.
  ///   - domains: for each variable the number of its values.
  init(_ ways: [[Dispatch.Step]], _ domains: [Int]) {
    var variables: [Row] = []
    var touched: [Int32] = []
    var rows: [UInt64] = []
    var asking: [Int: [(way: Int, values: UInt64)]] = [:]
    for (number, way) in ways.enumerated() {
      for step in way { asking[step.variable, default: []].append((number, step.values)) }
    }
    for (variable, steps) in asking.sorted(by: { $0.key < $1.key }) {
      let words = Set(steps.map { $0.way / 64 }).sorted()
      let place = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
      let start = rows.count
      variables.append(
        Row(
          variable: Int32(variable), count: Int32(words.count), firstWord: Int32(touched.count), firstBits: Int32(start)
        ))
      touched += words.map(Int32.init)
      let all = words.count * domains[variable]
      rows += [UInt64](repeating: .max, count: all + words.count)
      for (way, values) in steps {
        guard let word = place[way / 64] else { continue }
        for value in 0..<domains[variable] where values >> UInt64(value) & 1 == 0 {
          rows[start + value * words.count + word] &= ~(1 << UInt64(way % 64))
        }
        if values != Diagram.all(domains[variable]) { rows[start + all + word] &= ~(1 << UInt64(way % 64)) }
      }
    }
    (self.variables, self.touched, self.rows) = (FlatArray(variables), FlatArray(touched), FlatArray(rows))
  }

  /// Leaves in `open` the ways that what is known permits, and in `certain`, beside others that are not open, those that
  /// it leads along whatever the unknown facts turn out to be.
  func narrow(
    _ open: UnsafeMutableBufferPointer<UInt64>, _ certain: UnsafeMutableBufferPointer<UInt64>,
    _ possible: UnsafeBufferPointer<UInt64>, _ domains: [Int]
  ) {
    rows.withUnsafeBufferPointer { rows in
      touched.withUnsafeBufferPointer { touched in
        variables.withUnsafeBufferPointer { variables in
          domains.withUnsafeBufferPointer { domains in
            for row in variables {
              let values = possible[Int(row.variable)]
              let count = Int(row.count)
              let (word, bits) = (Int(row.firstWord), Int(row.firstBits))
              let domain = domains[Int(row.variable)]
              if values.nonzeroBitCount == 1 {
                let known = bits + values.trailingZeroBitCount * count
                for place in 0..<count { open[Int(touched[word + place])] &= rows[known + place] }
              } else if values == Diagram.all(domain) {
                let always = bits + domain * count
                for place in 0..<count { certain[Int(touched[word + place])] &= rows[always + place] }
              } else {
                for place in 0..<count {
                  var (some, every, rest): (UInt64, UInt64, UInt64) = (0, .max, values)
                  while rest != 0 {
                    some |= rows[bits + rest.trailingZeroBitCount * count + place]
                    every &= rows[bits + rest.trailingZeroBitCount * count + place]
                    rest &= rest - 1
                  }
                  open[Int(touched[word + place])] &= some
                  certain[Int(touched[word + place])] &= every
                }
              }
            }
          }
        }
      }
    }
  }
}

extension WayRows {
  /// Its arrays as they are.
  func store(in writer: inout ByteWriter) {
    writer.write(variables)
    writer.write(touched)
    writer.write(rows)
  }

  /// What `store` wrote.
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    variables = try reader.read()
    touched = try reader.read()
    rows = try reader.read()
  }
}
