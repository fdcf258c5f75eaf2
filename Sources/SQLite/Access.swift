/// What a statement may do.
public enum Access: Hashable, Sendable {
    /// Anything; for statements of our own only, never for a user's text.
    case full
    /// Rows of these tables, and functions of the values at hand.
    ///
    /// Refused are writing, transactions, ATTACH, PRAGMA, SQLite's own tables, and functions
    /// whose result depends on more than their arguments: dates (they know `now` and
    /// `localtime`), `random`, versions, files and extensions.
    case reading(tables: Set<String>)
}

/// The functions of a reading statement: a list of what is known to be harmless, so that a
/// function of a newer or differently built SQLite is refused until somebody has looked at it.
let readableFunctions: Set<String> = [
    // Scalars, https://www.sqlite.org/lang_corefunc.html. LIKE and GLOB are functions, too.
    "abs", "char", "coalesce", "concat", "concat_ws", "format", "glob", "hex", "if", "ifnull",
    "iif", "instr", "length", "like", "likelihood", "likely", "lower", "ltrim", "max", "min",
    "nullif", "octet_length", "printf", "quote", "replace", "round", "rtrim", "sign", "substr",
    "substring", "trim", "typeof", "unicode", "unlikely", "upper",
    // Aggregates, https://www.sqlite.org/lang_aggfunc.html.
    "avg", "count", "group_concat", "median", "percentile", "percentile_cont",
    "percentile_disc", "string_agg", "sum", "total",
    // Windows, https://www.sqlite.org/windowfunctions.html.
    "cume_dist", "dense_rank", "first_value", "lag", "last_value", "lead", "nth_value", "ntile",
    "percent_rank", "rank", "row_number",
    // Mathematics, https://www.sqlite.org/lang_mathfunc.html.
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "ceil", "ceiling", "cos", "cosh",
    "degrees", "exp", "floor", "ln", "log", "log10", "log2", "mod", "pi", "pow", "power",
    "radians", "sin", "sinh", "sqrt", "tan", "tanh", "trunc",
]
