package org.witan.everypath;

import static org.witan.everypath.Way.changes;
import static org.witan.everypath.Way.list;
import static org.witan.everypath.Way.nothing;
import static org.witan.everypath.Way.one;
import static org.witan.everypath.Way.outside;
import static org.witan.everypath.Way.reference;

import java.util.Map;
import java.util.TreeMap;

/// Every way into the application, with what it may show. A way without a row here fails the build, and so does a row
/// without a way.
///
/// **To add a row** for a page or a path of the API: its name is the method and the pattern of its mapping, as in
/// `GET /records/{id}`.
///
/// - `one("/records/{record}")`: it shows one record with the parts that are open to whoever looks, and may refer to
///   others that are open to them.
/// - `reference("/records/{record}/lists")`: it shows that one record exists and what it is called, and no part.
/// - `list("/records")`: it shows that records exist; `{word}` stands for a word that all references of the test share.
///   With `complete()` it must show every record that is open, through all its pages.
/// - `changes("/records/{record}/conflict", "relation=KNOWS")`: it changes a record. It is tried on records that are
///   hidden, and must answer as for one that does not exist. A test of its own holds what it does to others.
/// - `nothing("/definitions")`: it shows no record, to anybody.
///
/// `{record}` stands for the id of a record. A body after the address makes it a POST. A path that needs a token
/// instead
/// of a session says `byToken()`; a command of the jar and a job of the background have a row with `outside(reason)`,
/// which says why they show no record to anybody.
final class Paths {
    static final Map<String, Way> PAGES = new TreeMap<>(Map.ofEntries(
            // Records, their lists and barriers
            Map.entry("GET /records", list("/records")),
            Map.entry(
                    "POST /records/search",
                    list("/records/search", "words={word}").complete()),
            Map.entry("GET /records/{id}", one("/records/{record}").complete()),
            Map.entry("GET /records/{id}/print", one("/records/{record}/print").complete()),
            Map.entry(
                    "GET /records/{id}/who", reference("/records/{record}/who").complete()),
            Map.entry("GET /records.csv", list("/records.csv").complete()),
            Map.entry("GET /records/new", reference("/records/new?within={record}")),
            Map.entry("POST /records/new", changes("/records/new", "kind=ACTION&owner={agency}&within={record}")),
            Map.entry(
                    "GET /records/{id}/notes/new",
                    reference("/records/{record}/notes/new").complete()),
            Map.entry(
                    "POST /records/{id}/notes/new", changes("/records/{record}/notes/new", "part=SUMMARY&words=tried")),
            Map.entry(
                    "GET /records/{id}/lists",
                    reference("/records/{record}/lists").complete()),
            Map.entry(
                    "GET /records/{id}/lists/{listing}/new",
                    reference("/records/{record}/lists/PARTY/new").complete()),
            Map.entry(
                    "POST /records/{id}/lists/{listing}/new",
                    changes("/records/{record}/lists/PARTY/new", "whom={agency}")),
            Map.entry(
                    "POST /records/{id}/lists/{listing}/end",
                    changes("/records/{record}/lists/PARTY/end", "entry={agency}")),
            // Conflicts of interest
            Map.entry(
                    "GET /records/{id}/conflict",
                    reference("/records/{record}/conflict").complete()),
            Map.entry("POST /records/{id}/conflict", changes("/records/{record}/conflict", "relation=KNOWS")),
            Map.entry("GET /conflicts/new", nothing("/conflicts/new")),
            Map.entry("POST /conflicts/new", nothing("/conflicts/new", "relation=KNOWS&words={word}")),
            Map.entry("GET /conflicts", nothing("/conflicts")),
            Map.entry("GET /conflicts/{id}", nothing("/conflicts/{record}")),
            Map.entry("POST /conflicts/{id}", nothing("/conflicts/{record}", "none=yes")),
            // Broken glass
            Map.entry("GET /break-glass", nothing("/break-glass")),
            Map.entry(
                    "POST /break-glass",
                    nothing("/break-glass", "reference={word}&reason=invented+reason+that+is+long&understood=yes")),
            Map.entry("GET /glass", list("/glass")),
            Map.entry("GET /glass/{id}", nothing("/glass/{record}")),
            Map.entry("POST /glass/{id}", nothing("/glass/{record}", "verdict=JUSTIFIED")),
            // Recorded crime: no person
            Map.entry("GET /", nothing("/")),
            Map.entry("GET /compare", nothing("/compare")),
            Map.entry("GET /compare.csv", nothing("/compare.csv")),
            Map.entry("GET /compare.xlsx", nothing("/compare.xlsx")),
            Map.entry("GET /compare.ods", nothing("/compare.ods")),
            Map.entry("GET /check", nothing("/check?claims={word}")),
            Map.entry("GET /definitions", nothing("/definitions")),
            Map.entry("GET /figures", nothing("/figures")),
            Map.entry("GET /figures/{id}", nothing("/figures/{record}")),
            Map.entry("POST /figures", nothing("/figures", "offences={word}")),
            // The site itself
            Map.entry("ANY /error", nothing("/error")),
            Map.entry("GET /health", nothing("/health")),
            // Handlers that only tests have
            Map.entry("GET /doors/chairs", nothing("/doors/chairs")),
            Map.entry("GET /doors/forgotten", nothing("/doors/forgotten"))));

    /// Commands of the jar, by class.
    static final Map<String, Way> COMMANDS = new TreeMap<>(Map.of(
            "org.witan.stewardship.DependenciesCommand",
            outside("reads the list of libraries in the jar; opens no database")));

    /// What runs without anybody asking: scheduled methods, listeners to events, runners at the start.
    static final Map<String, Way> BACKGROUND = new TreeMap<>(Map.of());

    private Paths() {}
}
