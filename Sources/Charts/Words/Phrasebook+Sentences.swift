// The sentences of long descriptions.

extension Phrasebook {
    /// What stands for a figure that is not known.
    var missing: String { say("sin dato", "no data") }

    // MARK: - Figures

    /// What a series does, without asking whether its name is singular or plural.
    func value(of name: String) -> String {
        name.isEmpty
            ? say("El valor", "The value") : say("En \(name), el valor", "In \(name), the value")
    }

    func figure(of name: String, _ figure: String) -> String {
        name.isEmpty
            ? say("La cifra es \(figure).", "The figure is \(figure).")
            : say("La cifra de \(name) es \(figure).", "The figure of \(name) is \(figure).")
    }

    func nothingKnown(of name: String) -> String {
        name.isEmpty
            ? say("No se conoce ninguna cifra.", "No figure is known.")
            : say(
                "No se conoce ninguna cifra de \(name).", "No figure of \(name) is known.")
    }

    func only(_ name: String, _ figure: String) -> String {
        name.isEmpty
            ? say("La única cifra es \(figure).", "The only figure is \(figure).")
            : say(
                "La única cifra de \(name) es \(figure).",
                "The only figure of \(name) is \(figure).")
    }

    func allEqual(_ name: String, _ figure: String) -> String {
        name.isEmpty
            ? say("Todas las cifras son iguales: \(figure).", "All figures are equal: \(figure).")
            : say(
                "Todas las cifras de \(name) son iguales: \(figure).",
                "All figures of \(name) are equal: \(figure).")
    }

    /// How something runs from its first figure to its last.
    func goes(
        _ subject: String, from first: String, to last: String, _ change: FigureChange
    ) -> String {
        let course = say(
            "\(subject) pasa de \(first) a \(last)", "\(subject) goes from \(first) to \(last)")
        switch change {
        case .none:
            return say(
                "\(subject) empieza y termina igual: \(first) y \(last).",
                "\(subject) starts and ends the same: \(first) and \(last).")
        case .tiny:
            return say("\(course), casi sin cambio.", "\(course), almost unchanged.")
        case .relative(let isUp, let text), .absolute(let isUp, let text):
            return say(
                "\(course), \(isUp ? "un aumento" : "una disminución") de \(text).",
                "\(course), \(isUp ? "an increase" : "a decrease") of \(text).")
        case .unknown: return course + "."
        }
    }

    func extremes(_ name: String, greatest: String, least: String) -> String {
        name.isEmpty
            ? say(
                "El máximo es \(greatest) y el mínimo, \(least).",
                "The maximum is \(greatest) and the minimum is \(least).")
            : say(
                "El máximo de \(name) es \(greatest) y el mínimo, \(least).",
                "The maximum of \(name) is \(greatest) and the minimum is \(least).")
    }

    func extremeTotals(greatest: String, least: String) -> String {
        say(
            "El mayor total es \(greatest) y el menor, \(least).",
            "The largest total is \(greatest) and the smallest is \(least).")
    }

    func allTotals(_ figure: String) -> String {
        say("Todos los totales son iguales: \(figure).", "All totals are equal: \(figure).")
    }

    /// The first and the last of figures that are not listed.
    func ends(_ name: String, _ first: String, _ last: String) -> String {
        name.isEmpty
            ? say(
                "La primera cifra es \(first) y la última, \(last).",
                "The first figure is \(first) and the last is \(last).")
            : say(
                "La primera cifra de \(name) es \(first) y la última, \(last).",
                "The first figure of \(name) is \(first) and the last is \(last).")
    }

    /// Where the most and the least of many series end.
    func lasts(_ greatest: String, _ least: String) -> String {
        say(
            "Al final, la mayor es \(greatest) y la menor, \(least).",
            "At the end, the largest is \(greatest) and the smallest is \(least).")
    }

    func values(of name: String, _ items: [String], most: Int = .max) -> String {
        let items = most == .max ? list(items) : list(items, most: most)
        return name.isEmpty
            ? say("Las cifras son: \(items).", "The figures are: \(items).")
            : say("Las cifras de \(name) son: \(items).", "The figures of \(name) are: \(items).")
    }

    func together(_ name: String, _ low: String, _ high: String) -> String {
        name.isEmpty
            ? say(
                "En conjunto, los intervalos van de \(low) a \(high).",
                "Together, the ranges run from \(low) to \(high).")
            : say(
                "En conjunto, los intervalos de \(name) van de \(low) a \(high).",
                "Together, the ranges of \(name) run from \(low) to \(high).")
    }

    func turn(isPeak: Bool, _ place: String, _ figure: String) -> String {
        let place = place.isEmpty ? figure : "\(place) (\(figure))"
        return isPeak
            ? say("el pico de \(place)", "the peak of \(place)")
            : say("el valle de \(place)", "the trough of \(place)")
    }

    func turns(_ name: String, _ items: [String]) -> String {
        let of = name.isEmpty ? "" : say(" de \(name)", " of \(name)")
        return items.count == 1
            ? say(
                "El principal punto de giro\(of) es \(list(items)).",
                "The main turning point\(of) is \(list(items)).")
            : say(
                "Los principales puntos de giro\(of) son \(list(items)).",
                "The main turning points\(of) are \(list(items)).")
    }

    /// What is pointed out among bars or points.
    func key(_ name: String, _ figure: String, rank: Int, of total: Int, isBar: Bool) -> String {
        let shown = name.isEmpty ? figure : "\(name) (\(figure))"
        let head =
            isBar
            ? say("La barra destacada es \(shown)", "The highlighted bar is \(shown)")
            : say("El punto destacado es \(shown)", "The highlighted point is \(shown)")
        // The first is the maximum, which is told anyway.
        if rank == 1 { return head + "." }
        return head
            + say(
                ", en el lugar \(count(rank)) de \(count(total)).",
                ", ranked \(count(rank)) of \(count(total)).")
    }

    func readsFromRight(_ name: String) -> String {
        name.isEmpty
            ? say(
                "Una serie se lee en el eje derecho.", "One series is read on the right axis.")
            : say(
                "La serie \(name) se lee en el eje derecho.",
                "The series \(name) is read on the right axis.")
    }

    func spans(_ first: String, _ last: String) -> String {
        say("Abarca de \(first) a \(last).", "It runs from \(first) to \(last).")
    }

    // MARK: - Wholes

    func parts(_ items: [String], most: Int) -> String {
        guard items.count > 1 else {
            return say(
                "Muestra una sola parte: \(list(items)).", "It shows one part: \(list(items)).")
        }
        let counted = count(items.count)
        return say(
            "Muestra \(counted) partes: \(list(items, most: most)).",
            "It shows \(counted) parts: \(list(items, most: most)).")
    }

    func stack(_ name: String, total: String?, _ items: [String], most: Int) -> String {
        let parts = most == .max ? list(items) : list(items, most: most)
        guard let total else {
            return name.isEmpty
                ? say("La composición es \(parts).", "The composition is \(parts).")
                : say(
                    "La composición de \(name) es \(parts).",
                    "The composition of \(name) is \(parts).")
        }
        return name.isEmpty
            ? say("El total es \(total): \(parts).", "The total is \(total): \(parts).")
            : say(
                "El total de \(name) es \(total): \(parts).",
                "The total of \(name) is \(total): \(parts).")
    }

    /// A part with its figure and its share.
    func part(_ name: String, _ figure: String?, _ share: String) -> String {
        guard let figure else { return "\(name) (\(share))" }
        return say("\(name) con \(figure) (\(share))", "\(name) with \(figure) (\(share))")
    }

    func center(_ text: String) -> String {
        say("En el centro se lee: \(text)", "The center reads: \(text)").closed
    }

    func table(columns: Int, _ across: String, rows: Int, _ down: String) -> String {
        let columns = count(columns, ("columna", "column"), ("columnas", "columns"))
        let rows = count(rows, ("fila", "row"), ("filas", "rows"))
        return say(
            "Tiene \(columns) (\(across)) y \(rows) (\(down)).",
            "It has \(columns) (\(across)) and \(rows) (\(down)).")
    }

    /// A bridge from a sum to a sum.
    func steps(
        from start: String, up: [String], down: [String], to end: String, most: Int
    ) -> String {
        var clauses: [String] = []
        if !up.isEmpty {
            clauses.append(say("suma \(list(up, most: most))", "adds \(list(up, most: most))"))
        }
        if !down.isEmpty {
            clauses.append(
                say("resta \(list(down, most: most))", "subtracts \(list(down, most: most))"))
        }
        clauses.append(say("termina en \(end)", "ends at \(end)"))
        let last = clauses.removeLast()
        let middle = clauses.isEmpty ? "" : ", " + clauses.joined(separator: ", ")
        return say(
            "Parte de \(start)\(middle) y \(last).", "It starts at \(start)\(middle) and \(last).")
    }

    func subtotals(_ items: [String], most: Int) -> String {
        items.count == 1
            ? say("El subtotal es \(list(items)).", "The subtotal is \(list(items)).")
            : say(
                "Los subtotales son \(list(items, most: most)).",
                "The subtotals are \(list(items, most: most)).")
    }

    // MARK: - Points

    func points(_ number: Int) -> String {
        let counted = count(number, ("punto", "point"), ("puntos", "points"))
        return say("Muestra \(counted).", "It shows \(counted).")
    }

    /// What the two directions of points span; names are empty where they are not known.
    func ranges(
        _ x: String, _ left: String, _ right: String, _ y: String, _ low: String, _ high: String
    ) -> String {
        let (x, y) = (x.isEmpty ? "" : " (\(x))", y.isEmpty ? "" : " (\(y))")
        return say(
            "El eje horizontal\(x) va de \(left) a \(right), y el vertical\(y), de \(low) "
                + "a \(high).",
            "The horizontal axis\(x) runs from \(left) to \(right), and the vertical one\(y) from "
                + "\(low) to \(high).")
    }

    func correlation(_ text: String) -> String {
        say("La correlación lineal es \(text).", "The linear correlation is \(text).")
    }

    func pair(_ x: String, _ y: String) -> String { say("\(x) y \(y)", "\(x) and \(y)") }

    func coordinates(_ items: [String]) -> String {
        let listed = items.joined(separator: "; ")
        return say("Los puntos son: \(listed).", "The points are: \(listed).")
    }

    // MARK: - Remarks

    func missing(_ names: [String]) -> String {
        say("Sin dato: \(list(names)).", "No data: \(list(names)).")
    }

    func missing(_ number: Int, of total: Int) -> String {
        say(
            "Sin dato: \(count(number)) de \(count(total)) cifras.",
            "No data: \(count(number)) of \(count(total)) figures.")
    }

    private func adjective(_ remark: Remark, isOne: Bool) -> String {
        switch remark {
        case .preliminary:
            say(isOne ? "es preliminar" : "son preliminares", plain(isOne, "preliminary"))
        case .estimated: say(isOne ? "es estimada" : "son estimadas", plain(isOne, "estimated"))
        case .derived: say(isOne ? "es calculada" : "son calculadas", plain(isOne, "calculated"))
        case .rounded: say(isOne ? "está redondeada" : "están redondeadas", plain(isOne, "rounded"))
        }
    }

    private func plain(_ isOne: Bool, _ word: String) -> String { (isOne ? "is " : "are ") + word }

    func all(are remark: Remark) -> String {
        let what = adjective(remark, isOne: false)
        return say("Todas las cifras \(what).", "All figures \(what).")
    }

    func are(_ number: Int, of total: Int, _ remark: Remark) -> String {
        let what = adjective(remark, isOne: number == 1)
        return say(
            "\(count(number)) de las \(count(total)) cifras \(what).",
            "\(count(number)) of the \(count(total)) figures \(what).")
    }

    func are(_ names: [String], _ remark: Remark, isOne: Bool) -> String {
        let what = adjective(remark, isOne: isOne)
        return isOne
            ? say("La cifra de \(list(names)) \(what).", "The figure for \(list(names)) \(what).")
            : say(
                "Las cifras de \(list(names)) \(what).", "The figures for \(list(names)) \(what).")
    }

    // MARK: - What else is drawn

    func compares(_ from: String, _ to: String, _ text: String) -> String {
        say("Se compara \(from) con \(to): \(text)", "\(from) compared with \(to): \(text)").closed
    }

    /// By how much one category is above another; `nil` for not at all.
    func differs(_ from: String, _ to: String, _ distance: String?) -> String {
        guard let distance else {
            return say("\(from) y \(to) son iguales.", "\(from) and \(to) are equal.")
        }
        return say(
            "La diferencia entre \(from) y \(to) es \(distance).",
            "The difference between \(from) and \(to) is \(distance).")
    }

    func grows(_ from: String, _ to: String, _ rate: String) -> String {
        say(
            "La tasa de crecimiento anual compuesta de \(from) a \(to) es \(rate).",
            "The compound annual growth rate from \(from) to \(to) is \(rate).")
    }

    func rule(_ text: String) -> String {
        say("Una línea de referencia marca \(text)", "A reference line marks \(text)").closed
    }

    func band(_ text: String) -> String {
        say("Una franja señala \(text)", "A band marks \(text)").closed
    }
}
