// The umbrella: what a program imports that makes decks, charts and pages in Swift.

@_exported public import Charts
@_exported public import Deck
@_exported public import Diagnostics
@_exported public import Files
@_exported public import Graphics
@_exported public import Layout
@_exported public import Maps
@_exported public import Rendering
@_exported public import Scales
@_exported public import Tables
