public import Scales

extension Chart {
    // MARK: - Looks

    /// Gives the chart colours, letters and words.
    public func chartStyle(_ style: ChartStyle) -> Chart { changed { $0.style = style } }

    /// Says how numbers and dates are written; a chart without a style of its own gets the locale's
    /// words as well.
    public func chartLocale(_ locale: DeckLocale) -> Chart {
        changed {
            if $0.style == .standard($0.locale) { $0.style = .standard(locale) }
            $0.locale = locale
        }
    }

    /// Says what the chart shows, in a few words: the start of its alternative text.
    public func chartTitle(_ title: String) -> Chart { changed { $0.title = title } }

    /// Says what its amounts are counted in.
    public func chartUnit(_ unit: String) -> Chart { changed { $0.unit = unit } }

    // MARK: - Legend

    /// Shows or hides the names of series; those that are shown stand above the plot unless another
    /// place was said.
    public func chartLegend(_ visibility: Visibility) -> Chart {
        changed {
            switch visibility {
            case .automatic: $0.legend = .automatic
            case .hidden: $0.legend = .hidden
            case .visible:
                if $0.legend == .automatic || $0.legend == .hidden { $0.legend = .top }
            }
        }
    }

    /// Says where the names of series stand.
    public func chartLegend(position: LegendPlace) -> Chart { changed { $0.legend = position } }

    // MARK: - Comparisons and sums

    /// Draws the level of one bar over another, and an arrow between the two.
    ///
    /// - Parameters:
    ///   - from: the category that is compared.
    ///   - to: the category that it is compared with.
    ///   - text: what is printed; `nil` for what the figures say.
    public func chartComparison(
        from: some Plottable, to: some Plottable, text: String? = nil
    ) -> Chart {
        comparing(.difference, from.plotted, to.plotted, text)
    }

    /// Draws a line over all bars from one to another, with the growth in an oval.
    ///
    /// - Parameters:
    ///   - from: the category that growth starts from.
    ///   - to: the category that it leads to.
    ///   - text: what is printed; `nil` for what the figures say.
    public func chartGrowth(
        from: some Plottable, to: some Plottable, text: String? = nil
    ) -> Chart {
        comparing(.growth, from.plotted, to.plotted, text)
    }

    private func comparing(
        _ kind: Comparison.Kind, _ from: PlottedValue, _ to: PlottedValue, _ text: String?
    ) -> Chart {
        changed {
            $0.comparisons.append(Comparison(kind, from: from.name, to: to.name, text: text))
        }
    }

    /// Prints words in the hole of a donut; a pie becomes one.
    ///
    /// - Parameters:
    ///   - figure: large, as a rule a figure.
    ///   - label: small, below the figure; empty for none.
    public func chartCenter(figure: String, label: String = "") -> Chart {
        changed {
            $0.center = ChartCenter(figure: figure, label: label)
            for index in $0.layers.indices
            where $0.layers[index].mark == .sector && $0.layers[index].innerRadius == 0 {
                $0.layers[index].innerRadius = Self.usualHole
            }
        }
    }

    /// The share of a donut's radius that has room for a figure and its label, as decks have it.
    private static let usualHole = 0.63

    /// Adds a row below lying bars, without a bar: the whole of which they are parts.
    ///
    /// - Parameters:
    ///   - label: its name.
    ///   - text: the figure as it is printed.
    ///   - standing: how sure the figure is.
    public func chartTotal(_ label: String, _ text: String, standing: Standing = .firm) -> Chart {
        changed { $0.total = ChartTotal(label: label, text: text, standing: standing) }
    }

    /// Prints the sum of each stack at its end.
    public func stackTotals(_ areShown: Bool = true) -> Chart {
        changed { $0.hasStackTotals = areShown }
    }

    /// Rounds percentages of a whole so that their sum is 100.
    public func roundsToHundred(_ rounds: Bool = true) -> Chart {
        changed { $0.roundsToHundred = rounds }
    }

    // MARK: - For those who do not see it

    /// Says first what the chart shows, in place of what its data say.
    public func accessibilityLabel(_ label: String) -> Chart {
        changed { $0.accessibilityLabel = label }
    }

    /// Says at length what the chart shows, in place of what its data say.
    public func accessibilityDetail(_ detail: String) -> Chart {
        changed { $0.accessibilityDetail = detail }
    }
}
