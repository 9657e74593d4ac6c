/// The facts that the engine itself knows by name.
public enum Fact {
  /// The day a draft is judged for; always known.
  public static let sendingDate = "sending.date"
  /// The moment a draft is planned to be sent, whose day is the sending date while it is declared.
  public static let plannedSending = "draft.plannedSendAt"
}
