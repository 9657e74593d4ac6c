/// All detectors by name.
public enum DetectorTable {
  /// Every detector, in alphabetical order of the names.
  public static let all: [Detector] = [
    .apiKey, .brazilianCompanyNumber, .brazilianTaxNumber, .cardNumber, .dateOfBirth, .germanTaxNumber,
    .spanishIdentityNumber, .emailAddress, .frenchSocialSecurityNumber, .geoCoordinates, .iban, .ipAddress,
    .italianTaxCode, .medicalRecordNumber, .oneTimeCode, .phoneNumber, .postalAddress, .britishHealthNumber,
    .britishInsuranceNumber, .americanTaxpayerNumber, .americanPostalAddress, .americanSocialSecurityNumber,
  ].sorted { $0.name < $1.name }

  /// The detector of that name, if there is one.
  public static func detector(named name: String) -> Detector? {
    all.first { $0.name == name }
  }
}
