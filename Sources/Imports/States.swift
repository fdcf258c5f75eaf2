/// The 32 states by INEGI's two digits, and `99` for sales whose state is not specified.
enum States {
    /// The code of a number; `nil` where there is no such state.
    static func code(_ number: Int) -> String? {
        let code = number < 10 ? "0\(number)" : "\(number)"
        return names[code] == nil ? nil : code
    }

    /// The code of a state by its name in an export of INEGI's tables; `nil` where there is none.
    static func code(named name: String) -> String? { codes[name.lowercased()] }

    /// The names of the register's own catalogue, by code.
    static let names: [String: String] = [
        "01": "Aguascalientes", "02": "Baja California", "03": "Baja California Sur",
        "04": "Campeche", "05": "Coahuila de Zaragoza", "06": "Colima", "07": "Chiapas",
        "08": "Chihuahua", "09": "Ciudad de México", "10": "Durango", "11": "Guanajuato",
        "12": "Guerrero", "13": "Hidalgo", "14": "Jalisco", "15": "México",
        "16": "Michoacán de Ocampo", "17": "Morelos", "18": "Nayarit", "19": "Nuevo León",
        "20": "Oaxaca", "21": "Puebla", "22": "Querétaro", "23": "Quintana Roo",
        "24": "San Luis Potosí", "25": "Sinaloa", "26": "Sonora", "27": "Tabasco",
        "28": "Tamaulipas", "29": "Tlaxcala", "30": "Veracruz de Ignacio de la Llave",
        "31": "Yucatán", "32": "Zacatecas", "99": "No especificado",
    ]

    private static let codes: [String: String] = {
        // The export's own spelling of 22, in which the accent stands where it should not.
        var codes = ["querétaro de árteaga": "22", "querétaro de arteaga": "22"]
        for (code, name) in names { codes[name.lowercased()] = code }
        return codes
    }()
}
