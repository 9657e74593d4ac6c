// What a user of `import Proviso` sees of the rooms behind it: the nouns of the glossary and the readers' results.
@_exported public import ProvisoModel
@_exported public import ProvisoSource
