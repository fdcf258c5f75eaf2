public import Scales

extension MapDescription {
    /// What a map shows, for telling it in words.
    public struct Facts: Hashable, Sendable {
        /// An area that the map speaks of.
        public struct Area: Hashable, Sendable {
            /// Its name; areas without one are counted, but not named.
            public var name: String
            /// Its amount; `nil` where there is none.
            public var value: Double?
            /// The amount as it is printed; empty for the plain number.
            public var text: String
            /// The category by which it is coloured; empty where there is none.
            public var category: String

            /// An area.
            public init(
                _ name: String, value: Double? = nil, text: String = "", category: String = ""
            ) {
                self.name = name
                self.value = value
                self.text = text
                self.category = category
            }
        }

        /// A place with a pin.
        public struct Pin: Hashable, Sendable {
            /// Its name.
            public var name: String
            /// What else its label says, as a brand; empty for nothing.
            public var detail: String
            /// What its signs mean, one for each sign; empty where that is not known.
            public var kinds: [String]
            /// The area in which it is told, as a state; empty where there is none.
            public var group: String

            /// A place.
            public init(
                _ name: String, detail: String = "", kinds: [String] = [], group: String = ""
            ) {
                self.name = name
                self.detail = detail
                self.kinds = kinds
                self.group = group
            }
        }

        /// A symbol whose size shows an amount.
        public struct Symbol: Hashable, Sendable {
            /// The name of its place.
            public var name: String
            /// Its amount; `nil` where there is none.
            public var value: Double?
            /// The amount as it is printed; empty for the plain number.
            public var text: String

            /// A symbol.
            public init(_ name: String, value: Double?, text: String = "") {
                self.name = name
                self.value = value
                self.text = text
            }
        }

        /// What the map is about; empty where nothing says.
        public var title: String
        /// What the amounts of areas are counted in, as `unidades`; empty where nothing says.
        public var measure: String
        /// The areas that should have an amount or a category, or that are pointed out.
        public var areas: [Area]
        /// What areas are called; regions where nothing says.
        public var areaNoun: MapNoun?
        /// Whether areas without an amount should have one: they are drawn as no data.
        public var areasHaveValues: Bool
        /// Places with pins.
        public var pins: [Pin]
        /// What places are called; places where nothing says.
        public var pinNoun: MapNoun?
        /// What the groups of pins are called; regions where nothing says.
        public var groupNoun: MapNoun?
        /// Symbols sized by an amount.
        public var symbols: [Symbol]
        /// What the amounts of symbols are counted in; empty where nothing says.
        public var symbolMeasure: String
        /// The language and the way of writing numbers.
        public var locale: DeckLocale

        /// What a map shows, part by part.
        public init(
            title: String = "", measure: String = "", areas: [Area] = [],
            areaNoun: MapNoun? = nil, areasHaveValues: Bool? = nil, pins: [Pin] = [],
            pinNoun: MapNoun? = nil, groupNoun: MapNoun? = nil, symbols: [Symbol] = [],
            symbolMeasure: String = "", locale: DeckLocale
        ) {
            self.title = title
            self.measure = measure
            self.areas = areas
            self.areaNoun = areaNoun
            self.areasHaveValues = areasHaveValues ?? areas.contains { $0.value != nil }
            self.pins = pins
            self.pinNoun = pinNoun
            self.groupNoun = groupNoun
            self.symbols = symbols
            self.symbolMeasure = symbolMeasure
            self.locale = locale
        }
    }
}
