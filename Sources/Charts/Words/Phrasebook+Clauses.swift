// The clauses of short descriptions.

import Scales

extension Phrasebook {
    /// The course of a series in a few words, as in `Sube de 3 a 6 (+100%)`.
    func course(_ name: String, from first: String, to last: String, _ change: FigureChange)
        -> String
    {
        let verb = { (up: Bool) -> String in
            let plain = say(up ? "sube" : "baja", up ? "rises" : "falls")
            return name.isEmpty ? plain.prefix(1).uppercased() + plain.dropFirst() : plain
        }
        let head = name.isEmpty ? "" : "\(name) "
        let stretch = say("de \(first) a \(last)", "from \(first) to \(last)")
        switch change {
        case .none:
            return name.isEmpty
                ? say("Empieza y termina en \(last).", "Starts and ends at \(last).")
                : say(
                    "\(name) empieza y termina en \(last).", "\(name) starts and ends at \(last).")
        case .tiny, .unknown:
            return name.isEmpty
                ? say("Pasa \(stretch).", "Goes \(stretch).")
                : say("\(name) pasa \(stretch).", "\(name) goes \(stretch).")
        case .relative(let isUp, let text):
            // Not two pairs of brackets in a row.
            return last.hasSuffix(")")
                ? "\(head)\(verb(isUp)) \(stretch), \(signed(text, isUp))."
                : "\(head)\(verb(isUp)) \(stretch) (\(signed(text, isUp)))."
        case .absolute(let isUp, _): return "\(head)\(verb(isUp)) \(stretch)."
        }
    }

    /// The change of a series in a few words, as in `Producción +12%`.
    func trend(_ name: String, _ change: FigureChange) -> String {
        switch change {
        case .none, .unknown: say("\(name) sin cambio", "\(name) unchanged")
        case .tiny: say("\(name) casi sin cambio", "\(name) almost unchanged")
        case .relative(let isUp, let text), .absolute(let isUp, let text):
            "\(name) \(signed(text, isUp))"
        }
    }

    private func signed(_ text: String, _ isUp: Bool) -> String {
        (isUp ? "+" : locale.number.minus) + text
    }

    func shortExtremes(_ greatest: String, _ least: String) -> String {
        say("Máximo: \(greatest); mínimo: \(least).", "Maximum: \(greatest); minimum: \(least).")
    }

    func shortMaximum(_ greatest: String) -> String {
        say("Máximo: \(greatest).", "Maximum: \(greatest).")
    }

    func shortMinimum(_ least: String) -> String {
        say("Mínimo: \(least).", "Minimum: \(least).")
    }

    func shortKey(_ name: String, _ figure: String) -> String {
        name.isEmpty
            ? say("Dato destacado: \(figure).", "Highlighted: \(figure).")
            : say("Dato destacado: \(name), \(figure).", "Highlighted: \(name), \(figure).")
    }

    func shortTotal(of name: String, _ figure: String) -> String {
        name.isEmpty
            ? say("Total: \(figure).", "Total: \(figure).")
            : say("Total de \(name): \(figure).", "Total of \(name): \(figure).")
    }

    func shortTotal(_ greatest: String) -> String {
        say("Mayor total: \(greatest).", "Largest total: \(greatest).")
    }
}
