import Proviso

extension FactOptions {
  /// What is declared in `promo.facts.yaml` beside `promo.json`; nothing where there is no such file.
  static func beside(_ path: String, _ engine: Engine) throws(Problem) -> Facts {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { path.dropLast(name[$0...].count) } ?? path[...]
    let beside = "\(stem).facts.yaml"
    return FileSystem.kind(of: beside) == .file ? try read(beside, engine) : Facts()
  }
}
