// What a user of `import Proviso` sees of the rooms behind it: the nouns of the glossary and the readers' results.
@_exported public import ProvisoModel
@_exported public import ProvisoSource
@_exported public import enum ProvisoDrafts.DraftSource
@_exported public import struct ProvisoDrafts.DraftStream
