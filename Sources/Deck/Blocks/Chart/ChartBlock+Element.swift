import Charts
import Diagnostics
import Graphics
import Layout
import Scales

extension ChartBlock {
    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        let maker = ChartMaker(self, resolver, on: surface)
        guard let facet else {
            guard let chart = maker.chart() else { return Spacer() }
            return chart
        }
        return multiples(facet, maker)
    }

    func alternative(_ resolver: Resolver) -> String? {
        ChartMaker(self, resolver, on: .ground).chart().map { chart in
            chart.accessibilityLabel ?? chart.title
        }
    }

    /// Small charts over shared scales, one for each name of the facet's column.
    private func multiples(_ facet: Facet, _ maker: ChartMaker) -> any Element {
        var names: [String] = []
        for layer in layers {
            for row in maker.rows(layer) where !names.contains(row.text(facet.field)) {
                names.append(row.text(facet.field))
            }
        }
        let charts = names.compactMap { name -> (String, Chart)? in
            var part = maker
            part.part = (facet.field, name)
            return part.chart().map { (name, $0) }
        }
        return SmallMultiples(
            charts.map { .init(title: $0.0, chart: $0.1) },
            columns: facet.columns == 0 ? nil : facet.columns)
    }
}
