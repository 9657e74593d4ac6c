import Proviso

extension FactOptions {
  /// What is declared in `promo.facts.yaml` beside `promo.json`; nothing where there is no such file.
  static func beside(_ path: String, _ engine: Engine) throws(Problem) -> Facts {
    let beside = Inputs.factsPath(beside: path)
    return FileSystem.kind(of: beside) == .file ? try read(beside, engine) : Facts()
  }
}
