import SQLite
import Testing

private func sample(limits: QueryLimits = QueryLimits()) throws -> Database {
    let database = try Database(limits: limits)
    try database.execute("CREATE TABLE t (a INTEGER, b TEXT)")
    try database.execute("INSERT INTO t VALUES (1, 'one'), (2, 'two')")
    try database.execute("CREATE TABLE hidden (c)")
    return database
}

@Test(arguments: [
    "SELECT a, b FROM t", "SELECT count(*) FROM t", "VALUES (1, 2)",
    "WITH x AS (SELECT a FROM t) SELECT count(*) FROM x",
    "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n",
    "SELECT u.a FROM t u JOIN t v ON u.a = v.a WHERE u.b LIKE 'o%' ORDER BY upper(u.b)",
    "SELECT a, sum(a) OVER (ORDER BY a), lag(a) OVER (ORDER BY a) FROM t",
    "SELECT CASE WHEN a > 1 THEN round(sqrt(a), 2) END, printf('%.1f', a) FROM t",
    "SELECT group_concat(b, '-') FROM t GROUP BY a HAVING max(a) > 0",
])
func readingIsAllowed(_ sql: String) throws {
    #expect(try !values(sql, in: sample(), access: .reading(tables: ["t"])).isEmpty)
}

@Test(arguments: [
    "INSERT INTO t VALUES (3, 'x')", "INSERT INTO t VALUES (3, 'x') RETURNING a",
    "UPDATE t SET a = 1", "DELETE FROM t", "REPLACE INTO t VALUES (3, 'x')",
    "WITH x AS (SELECT 1) INSERT INTO t SELECT 1, 'x' FROM x",
    "CREATE TABLE u (a)", "CREATE TEMP TABLE u (a)", "CREATE VIEW v AS SELECT 1",
    "CREATE INDEX i ON t (a)", "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE f USING fts5(a)", "DROP TABLE t", "ALTER TABLE t RENAME TO u",
    "ATTACH ':memory:' AS other", "DETACH main", "PRAGMA table_info(t)", "PRAGMA nonsense",
    "PRAGMA temp_store_directory = '/tmp'", "BEGIN", "COMMIT", "SAVEPOINT s", "ANALYZE",
    "REINDEX", "VACUUM", "VACUUM INTO '/tmp/lamina-must-not-exist.db'", "EXPLAIN SELECT 1",
    "EXPLAIN QUERY PLAN SELECT a FROM t", "SELECT c FROM hidden", "SELECT name FROM sqlite_schema",
    "SELECT name FROM sqlite_master", "SELECT name FROM pragma_table_info('t')",
    "SELECT path FROM dbstat", "SELECT value FROM json_each('[1]')",
    "SELECT load_extension('x')", "SELECT readfile('/etc/passwd')", "SELECT fts3_tokenizer('x')",
    "SELECT random()", "SELECT randomblob(4)", "SELECT zeroblob(4)", "SELECT date('now')",
    "SELECT strftime('%Y')", "SELECT CURRENT_TIMESTAMP", "SELECT julianday('now', 'localtime')",
    "SELECT sqlite_version()", "SELECT changes()", "SELECT last_insert_rowid()",
])
func allElseIsRefused(_ sql: String) throws {
    let database = try sample()
    #expect(throws: DatabaseError.self) {
        try values(sql, in: database, access: .reading(tables: ["t"]))
    }
    // Nothing has changed, and own statements still may.
    #expect(try values("SELECT count(*) FROM t", in: database) == [[.integer(2)]])
    try database.execute("INSERT INTO hidden VALUES (1)")
}

@Test func whatWasRefusedIsNamed() throws {
    let database = try sample()
    for (sql, refused) in [
        ("SELECT random()", "the function random()"), ("PRAGMA user_version", "PRAGMA"),
        ("SELECT c FROM hidden", "the table hidden"),
        ("DELETE FROM t", "statements that change data or tables"),
        ("ATTACH 'x' AS y", "ATTACH"), ("BEGIN", "a transaction"),
    ] {
        let error = try #require(throws: DatabaseError.self) {
            try values(sql, in: database, access: .reading(tables: ["t"]))
        }
        #expect(error.refused == refused)
    }
    // The memory of an earlier refusal does not stick.
    let error = try #require(throws: DatabaseError.self) {
        try values("SELECT nothing", in: database, access: .reading(tables: ["t"]))
    }
    #expect(error.refused == nil)
}
