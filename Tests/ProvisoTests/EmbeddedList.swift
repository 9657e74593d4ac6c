import Foundation

/// Writes `Sources/CPolicies/policies.c` from the names of the files in `Policies/`.
enum EmbeddedList {
  static let url = PoliciesFolder.repository.appending(path: "Sources/CPolicies/policies.c")

  static func text(_ names: [String]) -> String {
    let files = names.enumerated().map { number, name in
      """
      static const unsigned char file\(number)[] = {
      #embed "../../Policies/\(name)"
      };
      """
    }
    let rows = names.enumerated().map { number, name in "    {\"\(name)\", file\(number), sizeof file\(number)}," }
    return """
      #include "policies.h"

      // The files of Policies/ become part of the program, so that it runs from anywhere and needs no installation.
      // The list is written by: PROVISO_RECORD=1 swift test --filter BuiltInTests
      #pragma clang diagnostic ignored "-Wc23-extensions"

      \(files.joined(separator: "\n"))

      static const struct proviso_policy policies[] = {
      \(rows.joined(separator: "\n"))
      };

      const struct proviso_policy *proviso_policy_at(size_t number) {
        return number < sizeof policies / sizeof policies[0] ? &policies[number] : NULL;
      }

      """
  }
}
