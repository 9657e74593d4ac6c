extension Plan {
  /// The fact that declares where recipients are (`recipient.regions`); nil in a schema without one.
  public var declaredPlaces: String? { audiences.places }
}
