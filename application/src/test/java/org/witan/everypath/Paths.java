package org.witan.everypath;

import static org.witan.everypath.Way.changes;
import static org.witan.everypath.Way.list;
import static org.witan.everypath.Way.nothing;
import static org.witan.everypath.Way.one;
import static org.witan.everypath.Way.outside;
import static org.witan.everypath.Way.parts;
import static org.witan.everypath.Way.reference;

import java.util.Map;
import java.util.TreeMap;
import org.witan.access.RecordKind;

/// Every way into the application, with what it may show. A way without a row here fails the build, and so does a row
/// without a way.
///
/// **To add a row** for a page or a path of the API: its name is the method and the pattern of its mapping, as in
/// `GET /records/{id}`.
///
/// - `one("/records/{record}")`: it shows one record with the parts that are open to whoever looks, and may refer to
///   others that are open to them.
/// - `reference("/records/{record}/lists")`: it shows that one record exists and what it is called, and no part.
///   So does a form that is given back because something in it is wrong.
/// - `list("/records")`: it shows that records exist; `{word}` stands for a word that all references of the test share.
///   With `complete()` it must show every record that is open, through all its pages.
/// - `parts("/actions")`: it shows that records exist, with the parts that are open to whoever looks.
/// - `changes("/records/{record}/conflict", "relation=KNOWS")`: it changes a record. It is tried on records that are
///   hidden, and must answer as for one that does not exist. A test of its own holds what it does to others.
/// - `nothing("/definitions")`: it shows no record, to anybody.
/// - with `of(RecordKind.PERSON)`, a way that is there for records of that kind only.
///
/// `{record}` stands for the id of a record. A body after the address makes it a POST, or a PUT with
/// `put()`. A path that needs a token instead of a session says `byToken()`; a command of the jar and a
/// job of the background have a row with `outside(reason)`, which says why they show no record to anybody.
final class Paths {
    static final Map<String, Way> PAGES = pages();

    /// Commands of the jar, by class.
    static final Map<String, Way> COMMANDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "org.witan.stewardship.DependenciesCommand",
                    outside("reads the list of libraries in the jar; opens no database")),
            Map.entry("org.witan.people.PeopleCommand", outside("groups the commands about persons")),
            Map.entry(
                    "org.witan.people.LoadCommand",
                    outside("stores what a file holds, and prints numbers and lines of the file")),
            Map.entry(
                    "org.witan.people.RepeatsCommand",
                    outside("is for whoever holds the password of the database, names nobody, and leaves a row")),
            Map.entry("org.witan.access.trail.AuditCommand", outside("groups the commands of the trail")),
            Map.entry(
                    "org.witan.access.trail.ExportCommand",
                    outside("is for whoever holds the password of the database, and leaves a row")),
            Map.entry("org.witan.access.trail.HeadCommand", outside("prints digests")),
            Map.entry(
                    "org.witan.access.trail.VerifyCommand",
                    outside("is for whoever holds the password of the database; names rows, never what they hold")),
            Map.entry("org.witan.risk.RiskCommand", outside("groups the commands about risk tools")),
            Map.entry("org.witan.risk.ToolsCommand", outside("lists tools; no record")),
            Map.entry("org.witan.risk.WordingCommand", outside("groups the commands about wording")),
            Map.entry("org.witan.risk.WordingCommand$Load", outside("stores the words of a form; no record")),
            Map.entry("org.witan.risk.ThresholdCommand", outside("stores a number; no record"))));

    /// What runs without anybody asking: scheduled methods, listeners to events, runners at the start.
    static final Map<String, Way> BACKGROUND = new TreeMap<>(Map.of(
            "org.witan.access.trail.SealingJob.start",
            outside("seals rows of the trail; reads no record"),
            "org.witan.meeting.ChasingJob.start",
            outside("asks for open actions before a meeting; is nobody, and is told which by their ids alone"),
            "org.witan.marac.HearingNews.stop",
            outside("ends what follows a conference"),
            "org.witan.marac.FindingIncidents.hear",
            outside("keeps an incident for the coordinator; tells whoever gave it nothing"),
            "org.witan.marac.FindingIncidents.hearAgain",
            outside("keeps an incident for the coordinator; tells whoever gave it nothing"),
            "org.witan.support.AskedActions.hear",
            outside("keeps an agreed action for those who offer support; tells whoever agreed it nothing"),
            "org.witan.support.MakingHomesSafe.hear",
            outside("keeps for those who offer that something happened; tells whoever gave it nothing"),
            "org.witan.notices.TellingJob.start",
            outside("tells people by e-mail that something waits; names no record"),
            "org.witan.people.AnnouncingJob.start",
            outside("tells other modules of concerns by ids; shows nobody anything"),
            "org.witan.site.signin.SetUpNotice.started",
            outside("makes the link to set up, or the invented people of a demonstration")));

    private Paths() {}

    // One statement for each: a list of so many entries in one expression takes the compiler minutes.
    private static Map<String, Way> pages() {
        var pages = new Rows();
        // Records, their lists and barriers
        pages.add("GET /records", list("/records"));
        pages.add(
                "POST /records/search", list("/records/search", "words={word}").complete());
        pages.add("GET /records/{id}", one("/records/{record}").complete());
        pages.add("GET /records/{id}/print", one("/records/{record}/print").complete());
        pages.add("GET /records/{id}/who", reference("/records/{record}/who").complete());
        pages.add("GET /records.csv", list("/records.csv").complete());
        pages.add("GET /records/new", reference("/records/new?within={record}"));
        pages.add("POST /records/new", changes("/records/new", "kind=ACTION&owner={agency}&within={record}"));
        pages.add(
                "GET /records/{id}/notes/new",
                reference("/records/{record}/notes/new").complete());
        pages.add("POST /records/{id}/notes/new", changes("/records/{record}/notes/new", "part=SUMMARY&words=tried"));
        pages.add(
                "GET /records/{id}/lists", reference("/records/{record}/lists").complete());
        pages.add(
                "GET /records/{id}/lists/{listing}/new",
                reference("/records/{record}/lists/PARTY/new").complete());
        pages.add(
                "POST /records/{id}/lists/{listing}/new",
                changes("/records/{record}/lists/PARTY/new", "whom={agency}"));
        pages.add(
                "POST /records/{id}/lists/{listing}/end",
                changes("/records/{record}/lists/PARTY/end", "entry={agency}"));
        // Conflicts of interest
        pages.add(
                "GET /records/{id}/conflict",
                reference("/records/{record}/conflict").complete());
        pages.add("POST /records/{id}/conflict", changes("/records/{record}/conflict", "relation=KNOWS"));
        pages.add("GET /conflicts/new", nothing("/conflicts/new"));
        pages.add("POST /conflicts/new", nothing("/conflicts/new", "relation=KNOWS&words={word}"));
        pages.add("GET /conflicts", nothing("/conflicts"));
        pages.add("GET /conflicts/{id}", nothing("/conflicts/{record}"));
        pages.add("POST /conflicts/{id}", nothing("/conflicts/{record}", "none=yes"));
        // Broken glass
        pages.add("GET /break-glass", nothing("/break-glass"));
        pages.add(
                "POST /break-glass",
                nothing("/break-glass", "reference={word}&reason=invented+reason+that+is+long&understood=yes"));
        pages.add("GET /glass", list("/glass"));
        pages.add("GET /glass/{id}", nothing("/glass/{record}"));
        pages.add("POST /glass/{id}", nothing("/glass/{record}", "verdict=JUSTIFIED"));
        // How somebody signs in
        pages.add("GET /how-you-sign-in", nothing("/how-you-sign-in"));
        pages.add("GET /how-you-sign-in/passkeys/new", nothing("/how-you-sign-in/passkeys/new"));
        pages.add("GET /how-you-sign-in/passkeys/{id}/end", nothing("/how-you-sign-in/passkeys/{record}/end"));
        pages.add("GET /join/{token}", nothing("/join/{record}"));
        pages.add("GET /password", nothing("/password"));
        pages.add("GET /prove-presence", nothing("/prove-presence"));
        pages.add("GET /prove-presence/done", nothing("/prove-presence/done"));
        pages.add("GET /recoveries", nothing("/recoveries"));
        pages.add("GET /sessions", nothing("/sessions"));
        pages.add("GET /sessions/end", nothing("/sessions/end"));
        pages.add("GET /set-up/{token}", nothing("/set-up/{record}"));
        pages.add("GET /sign-in", nothing("/sign-in"));
        pages.add("GET /sign-in/oidc/{name}", nothing("/sign-in/oidc/strict"));
        pages.add("GET /sign-in/oidc/{name}/return", outside("is asked before anybody is known"));
        pages.add("GET /sign-in/passkey", nothing("/sign-in/passkey"));
        pages.add("POST /how-you-sign-in/passkeys", nothing("/how-you-sign-in/passkeys", "words={word}"));
        pages.add(
                "POST /how-you-sign-in/passkeys/{id}/end",
                nothing("/how-you-sign-in/passkeys/{record}/end", "words={word}"));
        pages.add("POST /join/{token}", nothing("/join/{record}", "words={word}"));
        pages.add("POST /password", outside("counts failures; shows nothing"));
        pages.add("POST /prove-presence/first", nothing("/prove-presence/first", "words={word}"));
        pages.add("POST /prove-presence/passkey", outside("counts failures; shows nothing"));
        pages.add("POST /prove-presence/password", outside("counts failures; shows nothing"));
        pages.add("POST /recoveries", nothing("/recoveries", "words={word}"));
        pages.add("POST /recoveries/{recovery}/cancel", nothing("/recoveries/{record}/cancel", "words={word}"));
        pages.add("POST /recoveries/{recovery}/confirm", nothing("/recoveries/{record}/confirm", "words={word}"));
        pages.add("POST /session/over", outside("ends the session of whoever asks"));
        pages.add("POST /session/stay", outside("keeps a session alive; answers nothing"));
        pages.add("POST /session/words", outside("keeps what somebody typed, for themselves alone"));
        pages.add("POST /session/words/back", outside("gives somebody their own words back"));
        pages.add("POST /sessions/end", outside("ends a session of whoever asks"));
        pages.add("POST /sessions/end-others", outside("ends sessions of whoever asks"));
        pages.add("POST /set-up/{token}", nothing("/set-up/{record}", "words={word}"));
        pages.add("POST /sign-in", outside("is asked before anybody is known, and counts failures"));
        pages.add("POST /sign-in/invented", outside("begins a session, in a demonstration only"));
        pages.add("POST /sign-in/oidc/{name}", outside("leads to a provider that the test does not run"));
        pages.add("POST /sign-in/passkey", outside("is asked before anybody is known"));
        pages.add("POST /sign-out", outside("ends the session of whoever asks"));
        // People
        pages.add("GET /people", nothing("/people"));
        pages.add("POST /people/search", list("/people/search", "words={word}"));
        pages.add("GET /people/{record}", one("/people/{record}").of(RecordKind.PERSON));
        pages.add("GET /people/matches", list("/people/matches"));
        pages.add("GET /people/matches/{id}", nothing("/people/matches/{record}"));
        pages.add("POST /people/matches/{id}", nothing("/people/matches/{record}", "choice=UNSURE"));
        pages.add(
                "GET /people/{record}/apart",
                reference("/people/{record}/apart").of(RecordKind.PERSON));
        pages.add(
                "GET /people/{record}/other",
                reference("/people/{record}/other").of(RecordKind.PERSON));
        pages.add(
                "POST /people/{record}/other",
                reference("/people/{record}/other", "reference={word}").of(RecordKind.PERSON));
        pages.add(
                "POST /people/{record}/apart/{id}/lift",
                nothing("/people/{record}/apart/{record}/lift", "words={word}"));
        pages.add("GET /people/{record}/links/{link}/undo", nothing("/people/{record}/links/{record}/undo"));
        pages.add(
                "POST /people/{record}/links/{link}/undo",
                nothing("/people/{record}/links/{record}/undo", "reason=tried"));
        // The MARAC: a draft is its author's alone, and no record
        pages.add("GET /refer", nothing("/refer"));
        pages.add("POST /refer", nothing("/refer", "words={word}"));
        pages.add("GET /refer/{draft}/{page}", nothing("/refer/{record}/victim"));
        pages.add("POST /refer/{draft}/{page}", nothing("/refer/{record}/victim", "given={word}"));
        pages.add("POST /refer/{draft}/{page}/keep", nothing("/refer/{record}/victim/keep", "given={word}"));
        pages.add("GET /refer/{draft}/risk", nothing("/refer/{record}/risk"));
        pages.add("POST /refer/{draft}/risk", nothing("/refer/{record}/risk", "answer-injury=YES"));
        pages.add("GET /refer/{draft}/check", nothing("/refer/{record}/check"));
        pages.add("POST /refer/{draft}/send", nothing("/refer/{record}/send", "words={word}"));
        pages.add("GET /refer/{draft}/sent", nothing("/refer/{record}/sent"));
        pages.add("GET /refer/{draft}/discard", nothing("/refer/{record}/discard"));
        pages.add("POST /refer/{draft}/discard", nothing("/refer/{record}/discard", "words={word}"));
        pages.add("GET /referrals/{id}", one("/referrals/{record}").of(RecordKind.CASE));
        pages.add("GET /triage", list("/triage"));
        pages.add("GET /triage/{id}", one("/triage/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /triage/{id}",
                changes("/triage/{record}", "outcome=ACCEPTED&ground=REPEAT").of(RecordKind.CASE));
        pages.add(
                "POST /triage/{id}/undo",
                changes("/triage/{record}/undo", "words=tried").of(RecordKind.CASE));
        pages.add("GET /triage/incidents/{id}", nothing("/triage/incidents/{record}"));
        pages.add("POST /triage/incidents/{id}", nothing("/triage/incidents/{record}", "settlement=REFERRED"));
        pages.add("GET /triage/incidents/{id}/refer", nothing("/triage/incidents/{record}/refer"));
        pages.add("POST /triage/incidents/{id}/refer", nothing("/triage/incidents/{record}/refer", "id={agency}"));
        pages.add("GET /triage/promises/{id}", nothing("/triage/promises/{record}"));
        pages.add("POST /triage/promises/{id}", nothing("/triage/promises/{record}", "reason={word}"));
        pages.add(
                "POST /triage/{id}/list",
                changes("/triage/{record}/list", "meeting={agency}").of(RecordKind.CASE));
        pages.add(
                "GET /triage/{id}/list/{meeting}",
                reference("/triage/{record}/list/{agency}").of(RecordKind.CASE));
        pages.add(
                "POST /triage/{id}/list/{meeting}",
                changes("/triage/{record}/list/{agency}", "id={agency}&reason=tried")
                        .of(RecordKind.CASE));
        pages.add("GET /retention", parts("/retention"));
        pages.add("GET /retention/{referral}", one("/retention/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /retention/{referral}",
                changes("/retention/{record}", "id={agency}&what=DESTROY&reason=tried")
                        .of(RecordKind.CASE));
        // The meeting of the test has the id of the first agency.
        pages.add("GET /research", list("/research"));
        pages.add(
                "GET /research/{meeting}/{referral}",
                one("/research/{agency}/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /research/{meeting}/{referral}",
                changes("/research/{agency}/{record}", "id={agency}&about=VICTIM&kind=FACT&words=tried&share=YES")
                        .of(RecordKind.CASE));
        pages.add(
                "POST /research/{meeting}/{referral}/nothing",
                changes("/research/{agency}/{record}/nothing", "words=tried").of(RecordKind.CASE));
        pages.add(
                "POST /research/{meeting}/{referral}/undo",
                changes("/research/{agency}/{record}/undo", "words=tried").of(RecordKind.CASE));
        pages.add(
                "POST /research/{meeting}/{referral}/again",
                changes("/research/{agency}/{record}/again", "words=tried").of(RecordKind.CASE));
        // Flags, transfers, areas and emergencies
        pages.add("GET /flags", parts("/flags"));
        pages.add("GET /flags.csv", parts("/flags.csv"));
        pages.add(
                "POST /flags/{referral}/set",
                changes("/flags/{record}/set", "words=tried").of(RecordKind.CASE));
        pages.add(
                "POST /flags/{referral}/removed",
                changes("/flags/{record}/removed", "words=tried").of(RecordKind.CASE));
        pages.add(
                "POST /flags/{referral}/undo",
                changes("/flags/{record}/undo", "flag={agency}").of(RecordKind.CASE));
        pages.add("GET /transfers", list("/transfers"));
        pages.add(
                "GET /transfers/new/{referral}",
                reference("/transfers/new/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /transfers/new/{referral}",
                changes("/transfers/new/{record}", "id={agency}&marac=tried&person=tried&why=MOVED")
                        .of(RecordKind.CASE));
        pages.add("GET /transfers/{id}", one("/transfers/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /transfers/{id}/file",
                changes("/transfers/{record}/file", "phrase=tried").of(RecordKind.CASE));
        pages.add(
                "POST /transfers/{id}/steps",
                changes("/transfers/{record}/steps", "what=CHASED&words=tried").of(RecordKind.CASE));
        pages.add("GET /transfers/receive", nothing("/transfers/receive"));
        pages.add("POST /transfers/receive", nothing("/transfers/receive", "sealed=tried&phrase=tried"));
        pages.add(
                "POST /transfers/receive/referral",
                nothing("/transfers/receive/referral", "sealed=tried&phrase=tried"));
        pages.add("GET /transfers/in/{referral}", one("/transfers/in/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /transfers/in/{referral}/settled",
                changes("/transfers/in/{record}/settled", "what=ASSESSMENTS&words=tried")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /transfers/in/{referral}/origin",
                reference("/transfers/in/{record}/origin").of(RecordKind.CASE));
        pages.add(
                "POST /transfers/in/{referral}/origin",
                changes("/transfers/in/{record}/origin", "marac=tried&why=MOVED")
                        .of(RecordKind.CASE));
        pages.add("GET /triage/areas", nothing("/triage/areas"));
        pages.add("GET /triage/areas/{board}", nothing("/triage/areas/{record}"));
        pages.add("POST /triage/areas/{board}", nothing("/triage/areas/{record}", "codes=ST16"));
        // None of the test was decided to be an emergency.
        pages.add("GET /triage/{id}/emergency", nothing("/triage/{record}/emergency"));
        pages.add(
                "POST /triage/{id}/emergency",
                changes("/triage/{record}/emergency", "id={agency}&board={agency}&day=1/2/2090&time=9:30")
                        .of(RecordKind.CASE));
        pages.add("GET /conference", list("/conference"));
        pages.add("GET /conference/{meeting}/minutes", nothing("/conference/{record}/minutes"));
        pages.add("GET /conference/{meeting}/minutes/out", nothing("/conference/{record}/minutes/out"));
        pages.add("POST /conference/{meeting}/minutes/out", nothing("/conference/{record}/minutes/out", "id={agency}"));
        pages.add("GET /conference/{meeting}/minutes.pdf", nothing("/conference/{record}/minutes.pdf"));
        pages.add("GET /conference/{meeting}/actions", nothing("/conference/{record}/actions"));
        pages.add("GET /conference/{meeting}/actions.pdf", nothing("/conference/{record}/actions.pdf"));
        // An item of the test has the id of its record.
        pages.add(
                "GET /conference/{meeting}/{item}",
                one("/conference/{agency}/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /conference/{meeting}/{item}/lines",
                changes("/conference/{agency}/{record}/lines", "id={agency}&kind=SHARED&words=tried")
                        .of(RecordKind.CASE));
        pages.add(
                "POST /conference/{meeting}/{item}/spoken/{research}",
                nothing("/conference/{record}/{record}/spoken/{record}", "words=tried"));
        pages.add(
                "POST /conference/{meeting}/{item}/heard",
                nothing("/conference/{record}/{record}/heard", "words=tried"));
        pages.add("GET /old-lists/{list}/undo", nothing("/old-lists/{record}/undo"));
        pages.add("POST /old-lists/{list}/undo", nothing("/old-lists/{record}/undo", "reason=tried"));
        // None of the test stands as heard.
        pages.add("GET /conference/{meeting}/{item}/not-heard", nothing("/conference/{record}/{record}/not-heard"));
        pages.add(
                "POST /conference/{meeting}/{item}/not-heard",
                nothing("/conference/{record}/{record}/not-heard", "reason=tried"));
        pages.add(
                "POST /conference/{meeting}/{item}/turn",
                changes("/conference/{agency}/{record}/turn", "what=BEGIN").of(RecordKind.CASE));
        pages.add(
                "POST /conference/{meeting}/{item}/actions",
                changes("/conference/{agency}/{record}/actions", "id={agency}&what=tried&subject=CHILD&area=CHILDREN")
                        .of(RecordKind.CASE));
        pages.add("GET /conference/{meeting}/lapsed", nothing("/conference/{record}/lapsed"));
        pages.add("GET /conference/{meeting}/before", parts("/conference/{agency}/before"));
        pages.add(
                "GET /conference/{meeting}/{item}/live",
                outside("a stream of numbers that does not end: LiveNewsTest"));
        pages.add(
                "GET /conference/{meeting}/{item}/live/parts",
                one("/conference/{agency}/{record}/live/parts").of(RecordKind.CASE));
        pages.add(
                "POST /conference/{meeting}/{item}/live/writing",
                changes("/conference/{agency}/{record}/live/writing", "about=SHARED")
                        .of(RecordKind.CASE));
        pages.add("GET /performance", nothing("/performance"));
        pages.add("GET /performance/steering", nothing("/performance/steering"));
        pages.add("GET /performance/steering.csv", nothing("/performance/steering.csv"));
        pages.add("GET /conference/{meeting}/research", nothing("/conference/{record}/research"));
        pages.add(
                "POST /conference/{meeting}/research/chase",
                nothing("/conference/{record}/research/chase", "words={word}"));
        pages.add("GET /meetings/statement/new", nothing("/meetings/statement/new"));
        pages.add("POST /meetings/statement", nothing("/meetings/statement", "version=0&words="));
        pages.add("POST /meetings/{meeting}/statement", nothing("/meetings/{record}/statement", "version=1"));
        pages.add(
                "GET /referrals/{id}/contact",
                one("/referrals/{record}/contact").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/contact",
                changes(
                                "/referrals/{record}/contact",
                                "id={agency}&when=BEFORE&day=1/1/2026&outcome=REACHED&words=tried")
                        .of(RecordKind.CASE));
        // The hub: what a path names beside its case has the id of the case
        pages.add("GET /hub", parts("/hub"));
        pages.add("GET /hub/refer", nothing("/hub/refer"));
        pages.add("POST /hub/refer", nothing("/hub/refer", "step=check&family={word}"));
        pages.add("POST /hub/refer/new", nothing("/hub/refer/new", "words={word}"));
        pages.add("GET /hub/refer/{draft}/{page}", nothing("/hub/refer/{record}/who"));
        pages.add("POST /hub/refer/{draft}/{page}", nothing("/hub/refer/{record}/who", "given={word}"));
        pages.add("POST /hub/refer/{draft}/{page}/keep", nothing("/hub/refer/{record}/who/keep", "given={word}"));
        pages.add("GET /hub/refer/{draft}/check", nothing("/hub/refer/{record}/check"));
        pages.add("POST /hub/refer/{draft}/send", nothing("/hub/refer/{record}/send", "words={word}"));
        pages.add("GET /hub/refer/{draft}/discard", nothing("/hub/refer/{record}/discard"));
        pages.add("POST /hub/refer/{draft}/discard", nothing("/hub/refer/{record}/discard", "words={word}"));
        pages.add("GET /hub/referred/{id}", reference("/hub/referred/{record}").of(RecordKind.HUB_CASE));
        pages.add("GET /hub/cases/{id}", one("/hub/cases/{record}").of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/add", reference("/hub/cases/{record}/add").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/add",
                changes("/hub/cases/{record}/add", "id={agency}&version=0&meeting={agency}&why=tried&purpose=tried")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/not-add",
                reference("/hub/cases/{record}/not-add").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/not-add",
                changes("/hub/cases/{record}/not-add", "id={agency}&version=0&reason=ONE_AGENCY&why=tried")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/remove",
                reference("/hub/cases/{record}/remove").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/remove",
                changes("/hub/cases/{record}/remove", "id={agency}&version=0&reason=DIED&why=tried")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/need",
                reference("/hub/cases/{record}/need").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/need",
                changes("/hub/cases/{record}/need", "id={agency}&version=0&need=HOUSING")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/lead",
                reference("/hub/cases/{record}/lead").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/lead",
                changes("/hub/cases/{record}/lead", "id={agency}&version=0&agency={agency}")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/ask", reference("/hub/cases/{record}/ask").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/ask",
                changes("/hub/cases/{record}/ask", "id={agency}&version=0&agencies={agency}&purpose=tried&due=1/1/2099")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/actions",
                reference("/hub/cases/{record}/actions").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/actions",
                changes(
                                "/hub/cases/{record}/actions",
                                "id={agency}&version=0&words=tried&agency={agency}&due=1/1/2099&area=HOUSING")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/measure",
                reference("/hub/cases/{record}/measure").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/measure",
                changes(
                                "/hub/cases/{record}/measure",
                                "id={agency}&version=0&occasion=REVIEW&who=WITH&on=1/11/2026&need-HOUSING=3")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/review-day",
                reference("/hub/cases/{record}/review-day").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/review-day",
                changes("/hub/cases/{record}/review-day", "id={agency}&version=0&due=1/1/2099")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/step-up",
                reference("/hub/cases/{record}/step-up").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/step-up",
                changes("/hub/cases/{record}/step-up", "id={agency}&version=0&to=MAPPA&words=tried")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/step-down/{step}",
                reference("/hub/cases/{record}/step-down/{record}").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/step-down/{step}",
                changes("/hub/cases/{record}/step-down/{record}", "id={agency}&version=0&words=tried")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/settle/{step}",
                reference("/hub/cases/{record}/settle/{record}").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/settle/{step}",
                changes("/hub/cases/{record}/settle/{record}", "id={agency}&version=0&taken=YES&words=tried")
                        .of(RecordKind.HUB_CASE));
        pages.add(
                "GET /hub/cases/{id}/requests/{request}",
                one("/hub/cases/{record}/requests/{record}").of(RecordKind.HUB_CASE));
        pages.add(
                "POST /hub/cases/{id}/requests/{request}",
                changes("/hub/cases/{record}/requests/{record}", "id={agency}&version=0&known=OPEN&words=tried")
                        .of(RecordKind.HUB_CASE));
        pages.add("GET /hub/meetings/{id}", nothing("/hub/meetings/{agency}"));
        pages.add("GET /hub.csv", parts("/hub.csv"));
        pages.add("GET /hub/independence", nothing("/hub/independence"));
        pages.add("GET /hub/independence.csv", nothing("/hub/independence.csv"));
        pages.add("GET /hub/review", nothing("/hub/review"));
        pages.add("GET /hub/review.csv", nothing("/hub/review.csv"));
        // Protective orders: one of the test has the id of its case
        pages.add("GET /orders", parts("/orders?show=IN_FORCE"));
        pages.add("GET /orders.csv", parts("/orders.csv?show=IN_FORCE"));
        pages.add("GET /orders/{id}", one("/orders/{record}").of(RecordKind.CASE));
        pages.add(
                "GET /orders/new/{referral}", reference("/orders/new/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /orders/new/{referral}",
                changes(
                                "/orders/new/{record}",
                                "id={agency}&type=BAIL&starts=1/1/2026&further=YES&protects={agency}&conditions=tried")
                        .of(RecordKind.CASE));
        pages.add("GET /orders/{id}/correct", one("/orders/{record}/correct").of(RecordKind.CASE));
        pages.add(
                "POST /orders/{id}/correct",
                changes(
                                "/orders/{record}/correct",
                                "id={agency}&version=1&type=BAIL&starts=1/1/2026&further=YES&reason=tried")
                        .of(RecordKind.CASE));
        pages.add("GET /orders/{id}/renew", one("/orders/{record}/renew").of(RecordKind.CASE));
        pages.add(
                "POST /orders/{id}/renew",
                changes("/orders/{record}/renew", "id={agency}&version=1&type=BAIL&starts=1/1/2026&further=YES")
                        .of(RecordKind.CASE));
        pages.add("GET /orders/{id}/end", reference("/orders/{record}/end").of(RecordKind.CASE));
        pages.add(
                "POST /orders/{id}/end",
                changes("/orders/{record}/end", "id={agency}&version=1&how=ENDED_EARLY&day=1/11/2026&reason=tried")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /orders/{id}/breach", reference("/orders/{record}/breach").of(RecordKind.CASE));
        pages.add(
                "POST /orders/{id}/breach",
                changes("/orders/{record}/breach", "id={agency}&day=1/11/2026&words=tried")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /orders/{id}/breaches/{breach}/strike",
                reference("/orders/{record}/breaches/{record}/strike").of(RecordKind.CASE));
        pages.add(
                "POST /orders/{id}/breaches/{breach}/strike",
                changes("/orders/{record}/breaches/{record}/strike", "reason=tried")
                        .of(RecordKind.CASE));
        // Support: the offer, and the job, of the test have the id of the record of kind OFFER
        pages.add("GET /support", parts("/support"));
        pages.add("GET /support.csv", parts("/support.csv"));
        // It tells of the case by its reference and names nobody.
        pages.add(
                "GET /support/plans/{id}.csv",
                reference("/support/plans/{record}.csv").of(RecordKind.CASE));
        pages.add("GET /support/plans/{id}", one("/support/plans/{record}").of(RecordKind.CASE));
        pages.add(
                "GET /support/plans/{id}/contact",
                reference("/support/plans/{record}/contact").of(RecordKind.CASE));
        pages.add(
                "POST /support/plans/{id}/contact",
                changes("/support/plans/{record}/contact", "reach=IDVA&asked=YES")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /support/offers/{id}/unsafe",
                reference("/support/offers/{record}/unsafe").of(RecordKind.OFFER));
        pages.add(
                "POST /support/offers/{id}/unsafe",
                changes("/support/offers/{record}/unsafe", "id={agency}&words=tried")
                        .of(RecordKind.OFFER));
        pages.add(
                "GET /support/new/{whole}/{person}",
                reference("/support/new/{record}/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /support/new/{whole}/{person}",
                changes("/support/new/{record}/{record}", "id={agency}&kind=HOME_SAFETY&provider={agency}&needs=tried")
                        .of(RecordKind.CASE));
        pages.add("GET /support/offers/{id}", one("/support/offers/{record}").of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/steps/{what}",
                reference("/support/offers/{record}/steps/started").of(RecordKind.OFFER));
        pages.add(
                "POST /support/offers/{id}/steps/{what}",
                changes("/support/offers/{record}/steps/accepted", "id={agency}&version=1")
                        .of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/home",
                one("/support/offers/{record}/home").of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/survey",
                reference("/support/offers/{record}/survey").of(RecordKind.OFFER));
        pages.add(
                "POST /support/offers/{id}/survey",
                changes("/support/offers/{record}/survey", "id={agency}&day=1/11/2026&items=LOCKS")
                        .of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/job",
                reference("/support/offers/{record}/job").of(RecordKind.OFFER));
        pages.add(
                "POST /support/offers/{id}/job",
                changes(
                                "/support/offers/{record}/job",
                                "id={agency}&contractor={agency}&address=tried&access=tried&items=LOCKS")
                        .of(RecordKind.OFFER));
        pages.add(
                "POST /support/offers/{id}/asked-again",
                changes("/support/offers/{record}/asked-again", "id={agency}").of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/housing",
                one("/support/offers/{record}/housing").of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/housing/say",
                reference("/support/offers/{record}/housing/say").of(RecordKind.OFFER));
        pages.add(
                "POST /support/offers/{id}/housing/say",
                changes("/support/offers/{record}/housing/say", "id={agency}&what=APPLIED&day=1/11/2026")
                        .of(RecordKind.OFFER));
        pages.add("GET /support/jobs/{id}", one("/support/jobs/{record}").of(RecordKind.OFFER));
        pages.add(
                "GET /support/jobs/{id}/unsafe",
                reference("/support/jobs/{record}/unsafe").of(RecordKind.OFFER));
        pages.add(
                "POST /support/jobs/{id}/unsafe",
                changes("/support/jobs/{record}/unsafe", "id={agency}&words=tried")
                        .of(RecordKind.OFFER));
        pages.add(
                "GET /support/jobs/{id}/steps/{what}",
                reference("/support/jobs/{record}/steps/done").of(RecordKind.OFFER));
        pages.add(
                "POST /support/jobs/{id}/steps/{what}",
                changes("/support/jobs/{record}/steps/done", "id={agency}&day=1/11/2026")
                        .of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/move",
                one("/support/offers/{record}/move").of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/property",
                reference("/support/offers/{record}/property").of(RecordKind.OFFER));
        pages.add(
                "POST /support/offers/{id}/property",
                changes("/support/offers/{record}/property", "id={agency}&postcode=ZZ1 1ZZ&bedrooms=1")
                        .of(RecordKind.OFFER));
        pages.add(
                "GET /support/offers/{id}/property/answer",
                reference("/support/offers/{record}/property/answer").of(RecordKind.OFFER));
        pages.add(
                "POST /support/offers/{id}/property/answer",
                changes("/support/offers/{record}/property/answer", "answer=TAKEN")
                        .of(RecordKind.OFFER));
        pages.add("GET /support/ledger", nothing("/support/ledger"));
        pages.add("GET /support/ledger.csv", nothing("/support/ledger.csv"));
        pages.add("GET /support/vacancies.csv", nothing("/support/vacancies.csv"));
        pages.add("GET /support/jobs.csv", parts("/support/jobs.csv"));
        pages.add("GET /support/wards", nothing("/support/wards"));
        pages.add("GET /support/wards/load", nothing("/support/wards/load"));
        pages.add("POST /support/wards/load", nothing("/support/wards/load", "file={word}"));
        pages.add("GET /support/services", nothing("/support/services"));
        pages.add("GET /support/services.json", nothing("/support/services.json"));
        pages.add("GET /support/services/{id}", nothing("/support/services/{record}"));
        pages.add("GET /support/services/new", nothing("/support/services/new"));
        pages.add("POST /support/services/new", nothing("/support/services/new", "phone={word}"));
        pages.add("GET /support/services/import", nothing("/support/services/import"));
        pages.add("POST /support/services/import", nothing("/support/services/import", "file={word}"));
        pages.add("GET /support/services/{id}/edit", nothing("/support/services/{record}/edit"));
        pages.add("POST /support/services/{id}/edit", nothing("/support/services/{record}/edit", "name={word}"));
        pages.add("GET /support/services/{id}/close", nothing("/support/services/{record}/close"));
        pages.add("POST /support/services/{id}/close", nothing("/support/services/{record}/close", "id={agency}"));
        pages.add("GET /support/givers", nothing("/support/givers"));
        pages.add("GET /support/givers/{agency}", nothing("/support/givers/{agency}"));
        pages.add("POST /support/givers/{agency}", nothing("/support/givers/{agency}", "id={word}"));
        pages.add("GET /support/counts", nothing("/support/counts"));
        pages.add("GET /support/counts.csv", nothing("/support/counts.csv"));
        pages.add("GET /support/vacancies", nothing("/support/vacancies"));
        pages.add("GET /support/vacancies/tell", nothing("/support/vacancies/tell"));
        pages.add("POST /support/vacancies/tell", nothing("/support/vacancies/tell", "spaces={word}"));
        // Disclosure-scheme requests and links to other bodies: those of the test have the id of their case
        pages.add(
                "GET /referrals/{id}/disclosures",
                one("/referrals/{record}/disclosures").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/disclosures",
                changes("/referrals/{record}/disclosures", "id={agency}&applicant=VICTIM&day=1/11/2026")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /referrals/{id}/disclosures/{request}/step",
                reference("/referrals/{record}/disclosures/{record}/step").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/disclosures/{request}/step",
                changes("/referrals/{record}/disclosures/{record}/step", "id={agency}&what=CHECKED&day=1/11/2026")
                        .of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/disclosures/{request}/steps/{step}/undo",
                changes("/referrals/{record}/disclosures/{record}/steps/{record}/undo", "words=tried")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /referrals/{id}/links/new",
                reference("/referrals/{record}/links/new").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/links/new",
                changes("/referrals/{record}/links/new", "id={agency}&scheme=MATAC&since=1/11/2026&lead=tried")
                        .of(RecordKind.CASE));
        pages.add("GET /links/{id}/end", reference("/links/{record}/end").of(RecordKind.CASE));
        pages.add(
                "POST /links/{id}/end",
                changes("/links/{record}/end", "day=1/11/2026&reason=tried").of(RecordKind.CASE));
        // Further abuse, and another referral of the same people
        pages.add("GET /referrals/{id}/young", one("/referrals/{record}/young").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/young",
                changes("/referrals/{record}/young", "id={agency}&worker=YES&worker-words=tried")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /referrals/{id}/further-abuse",
                reference("/referrals/{record}/further-abuse").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/further-abuse",
                changes(
                                "/referrals/{record}/further-abuse",
                                "id={agency}&day=1/11/2026&kind=THREATS&words=tried&who=SAME&known=SEEN&safe=NO&emergency=CALLED")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /referrals/{id}/again",
                reference("/referrals/{record}/again").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/again",
                changes("/referrals/{record}/again", "id={agency}").of(RecordKind.CASE));
        // A withdrawal of the test has the id of its case
        pages.add(
                "GET /referrals/{id}/withdraw",
                reference("/referrals/{record}/withdraw").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/withdraw",
                changes("/referrals/{record}/withdraw", "id={agency}&reason=OTHER&words=tried")
                        .of(RecordKind.CASE));
        // What waits for an answer is of the agency that referred
        pages.add("GET /refer/returned", list("/refer/returned"));
        pages.add(
                "GET /referrals/{id}/answer",
                reference("/referrals/{record}/answer").of(RecordKind.CASE));
        pages.add(
                "POST /referrals/{id}/answer",
                changes("/referrals/{record}/answer", "id={agency}&decision={record}&what=LEFT&words=tried")
                        .of(RecordKind.CASE));
        pages.add("GET /contacts", list("/contacts"));
        pages.add("GET /withdrawals/{id}", one("/withdrawals/{record}").of(RecordKind.CASE));
        pages.add(
                "POST /withdrawals/{id}",
                changes("/withdrawals/{record}", "outcome=KEPT&answer=tried").of(RecordKind.CASE));
        pages.add("GET /returns", nothing("/returns"));
        pages.add("GET /returns.csv", nothing("/returns.csv"));
        pages.add("GET /returns.xlsx", nothing("/returns.xlsx"));
        pages.add("GET /returns/cases", list("/returns/cases?cell=CASES&from=1/1/2000"));
        pages.add("GET /returns/districts", nothing("/returns/districts"));
        pages.add("GET /returns/districts/{board}", nothing("/returns/districts/{record}"));
        pages.add("POST /returns/districts/{board}", nothing("/returns/districts/{record}", "districts=Stafford"));
        pages.add("GET /returns/{meeting}/{cell}", nothing("/returns/{record}/CASES"));
        // Risk
        pages.add("GET /records/{record}/risk", one("/records/{record}/risk").of(RecordKind.CASE));
        // An assessment of the test has the id of its case.
        pages.add(
                "GET /records/{record}/risk/{assessment}",
                one("/records/{record}/risk/{record}").of(RecordKind.CASE));
        pages.add(
                "GET /records/{record}/risk/new/{tool}",
                one("/records/{record}/risk/new/dash?corrects={record}").of(RecordKind.CASE));
        pages.add(
                "POST /records/{record}/risk/new/{tool}",
                changes(
                        "/records/{record}/risk/new/dash",
                        "form={agency}&version=1&on=1/1/2026&answer-injury=YES&judgement-words=tried"));
        pages.add("GET /risk/due", list("/risk/due"));
        // Meetings: an agenda names the records that are open, other pages none
        pages.add("GET /meetings", nothing("/meetings"));
        pages.add("GET /meetings/boards/new", nothing("/meetings/boards/new"));
        pages.add("POST /meetings/boards", nothing("/meetings/boards", "words={word}"));
        pages.add("GET /meetings/boards/{board}", nothing("/meetings/boards/{record}"));
        pages.add("GET /meetings/boards/{board}/agencies/new", nothing("/meetings/boards/{record}/agencies/new"));
        pages.add(
                "POST /meetings/boards/{board}/agencies",
                nothing("/meetings/boards/{record}/agencies", "agency={agency}"));
        pages.add(
                "GET /meetings/boards/{board}/agencies/{member}/end",
                nothing("/meetings/boards/{record}/agencies/{record}/end"));
        pages.add(
                "POST /meetings/boards/{board}/agencies/{member}/end",
                nothing("/meetings/boards/{record}/agencies/{record}/end", "words={word}"));
        pages.add("GET /meetings/boards/{board}/settings", nothing("/meetings/boards/{record}/settings"));
        pages.add(
                "POST /meetings/boards/{board}/settings",
                nothing("/meetings/boards/{record}/settings", "words={word}"));
        pages.add("GET /meetings/boards/{board}/schedule", nothing("/meetings/boards/{record}/schedule"));
        pages.add(
                "POST /meetings/boards/{board}/schedule", nothing("/meetings/boards/{record}/schedule", "day={word}"));
        pages.add("GET /meetings/{meeting}", nothing("/meetings/{record}"));
        pages.add("GET /meetings/{meeting}/move", nothing("/meetings/{record}/move"));
        pages.add("POST /meetings/{meeting}/move", nothing("/meetings/{record}/move", "day={word}"));
        pages.add("GET /meetings/{meeting}/cancel", nothing("/meetings/{record}/cancel"));
        pages.add("POST /meetings/{meeting}/cancel", nothing("/meetings/{record}/cancel", "reason={word}"));
        pages.add("POST /meetings/{meeting}/list-out", nothing("/meetings/{record}/list-out", "version=0"));
        pages.add("GET /meetings/{meeting}/business/new", nothing("/meetings/{agency}/business/new"));
        pages.add("POST /meetings/{meeting}/business", nothing("/meetings/{record}/business", "id={agency}&words=x"));
        pages.add(
                "POST /meetings/{meeting}/business/{id}/off",
                nothing("/meetings/{agency}/business/{record}/off", "words=x"));
        pages.add("GET /meetings/{meeting}/decisions/new", nothing("/meetings/{agency}/decisions/new"));
        pages.add(
                "GET /meetings/{meeting}/decisions/{decision}/edit",
                nothing("/meetings/{agency}/decisions/{record}/edit"));
        pages.add("POST /meetings/{meeting}/decisions", nothing("/meetings/{record}/decisions", "id={agency}&words=x"));
        // Every item of the test was heard, and stays where it was.
        pages.add("GET /meetings/{meeting}/items/{item}/move", nothing("/meetings/{agency}/items/{record}/move"));
        pages.add(
                "POST /meetings/{meeting}/items/{item}/move",
                changes("/meetings/{agency}/items/{record}/move", "id={agency}&to=OFF&reason=tried&minutes=")
                        .of(RecordKind.CASE));
        pages.add("GET /meetings/{meeting}/items/move", nothing("/meetings/{agency}/items/move"));
        pages.add(
                "POST /meetings/{meeting}/items/move",
                nothing("/meetings/{agency}/items/move", "to={agency}&reason=tried"));
        pages.add("GET /meetings/{meeting}/order", list("/meetings/{agency}/order"));
        pages.add(
                "POST /meetings/{meeting}/order",
                changes("/meetings/{agency}/order", "item={record}&where=UP&version=0")
                        .of(RecordKind.CASE));
        pages.add(
                "GET /meetings/{meeting}/items/{item}/decisions/new",
                reference("/meetings/{agency}/items/{record}/decisions/new").of(RecordKind.CASE));
        pages.add(
                "GET /meetings/{meeting}/items/{item}/decisions/{decision}/edit",
                nothing("/meetings/{agency}/items/{record}/decisions/{record}/edit"));
        pages.add(
                "POST /meetings/{meeting}/items/{item}/decisions",
                changes("/meetings/{agency}/items/{record}/decisions", "id={agency}&words=tried")
                        .of(RecordKind.CASE));
        pages.add("GET /meetings/{meeting}/attendance/new", nothing("/meetings/{record}/attendance/new"));
        pages.add(
                "GET /meetings/{meeting}/attendance/{row}/edit",
                nothing("/meetings/{record}/attendance/{record}/edit"));
        pages.add("POST /meetings/{meeting}/attendance", nothing("/meetings/{record}/attendance", "name={word}"));
        pages.add("GET /meetings/days-off", nothing("/meetings/days-off"));
        pages.add("POST /meetings/days-off", nothing("/meetings/days-off", "words={word}"));
        pages.add("GET /meetings/calendar", nothing("/meetings/calendar"));
        pages.add("POST /meetings/calendar", outside("makes an address of whoever asks; shows times and places"));
        pages.add("POST /meetings/calendar/{id}/revoke", nothing("/meetings/calendar/{record}/revoke", "words=x"));
        pages.add("GET /meetings/calendar/{token}.ics", nothing("/meetings/calendar/{record}.ics"));
        // Actions
        pages.add("GET /actions", parts("/actions"));
        pages.add("GET /actions/{action}", one("/actions/{record}").of(RecordKind.ACTION));
        pages.add("POST /actions/{action}", changes("/actions/{record}", "state=IN_PROGRESS&version=0"));
        pages.add("GET /actions/new", reference("/actions/new?within={record}"));
        pages.add("POST /actions/new", changes("/actions/new", "within={record}&words=tried"));
        pages.add("GET /actions/{action}/edit", one("/actions/{record}/edit").of(RecordKind.ACTION));
        pages.add("POST /actions/{action}/edit", changes("/actions/{record}/edit", "version=0"));
        pages.add(
                "GET /actions/{action}/worker", one("/actions/{record}/worker").of(RecordKind.ACTION));
        pages.add("POST /actions/{action}/worker", changes("/actions/{record}/worker", "version=0"));
        pages.add("POST /actions/chase", outside("writes that actions were asked for; answers with the list of them"));
        // Your work
        pages.add("GET /acting-as", nothing("/acting-as"));
        pages.add("GET /acting-as/purpose", nothing("/acting-as/purpose"));
        pages.add("GET /messages", nothing("/messages"));
        pages.add("POST /messages", nothing("/messages", "often={word}"));
        pages.add("GET /administration/messages", nothing("/administration/messages"));
        pages.add("GET /leave", nothing("/leave"));
        pages.add("GET /work", list("/work"));
        pages.add("POST /acting-as", outside("changes what whoever asks acts as"));
        pages.add("POST /acting-as/purpose", outside("changes the purpose of whoever asks"));
        pages.add("POST /leave", nothing("/leave", "words={word}"));
        pages.add("POST /leave/{id}/cancel", nothing("/leave/{record}/cancel", "words={word}"));
        // The trail
        pages.add("GET /trail", list("/trail"));
        pages.add("GET /trail/entries/{id}", nothing("/trail/entries/{record}"));
        pages.add("GET /trail/export", list("/trail/export"));
        pages.add("GET /trail/mine", list("/trail/mine"));
        pages.add("GET /trail/unusual", list("/trail/unusual"));
        pages.add("GET /trail/unusual/{id}", nothing("/trail/unusual/{record}"));
        pages.add("POST /trail/unusual/{id}", nothing("/trail/unusual/{record}", "words={word}"));
        // Administration: no record
        pages.add("GET /administration/accounts", nothing("/administration/accounts"));
        pages.add("GET /administration/accounts/new", nothing("/administration/accounts/new"));
        pages.add("GET /administration/accounts/{account}/leave", nothing("/administration/accounts/{record}/leave"));
        pages.add(
                "GET /administration/accounts/{account}/memberships/new",
                nothing("/administration/accounts/{record}/memberships/new"));
        pages.add("GET /administration/accounts/{id}", nothing("/administration/accounts/{record}"));
        pages.add("GET /administration/accounts/{id}/close", nothing("/administration/accounts/{record}/close"));
        pages.add("GET /administration/accounts/{id}/edit", nothing("/administration/accounts/{record}/edit"));
        pages.add("GET /administration/agencies", nothing("/administration/agencies"));
        pages.add("GET /administration/agencies/new", nothing("/administration/agencies/new"));
        pages.add(
                "GET /administration/agencies/{agency}/agreements/new",
                nothing("/administration/agencies/{record}/agreements/new"));
        pages.add(
                "GET /administration/agencies/{agency}/contacts/new",
                nothing("/administration/agencies/{record}/contacts/new"));
        pages.add("GET /administration/agencies/{id}", nothing("/administration/agencies/{record}"));
        pages.add("GET /administration/agencies/{id}/close", nothing("/administration/agencies/{record}/close"));
        pages.add("GET /administration/agencies/{id}/edit", nothing("/administration/agencies/{record}/edit"));
        pages.add(
                "GET /administration/agreements/{id}/withdraw",
                nothing("/administration/agreements/{record}/withdraw"));
        pages.add("GET /administration/memberships/{id}/edit", nothing("/administration/memberships/{record}/edit"));
        pages.add("GET /administration/memberships/{id}/end", nothing("/administration/memberships/{record}/end"));
        pages.add("GET /administration/settings", nothing("/administration/settings"));
        pages.add("GET /administration/settings/{name}", nothing("/administration/settings/{record}"));
        pages.add("GET /systems", nothing("/systems"));
        pages.add("GET /systems/new", nothing("/systems/new"));
        pages.add("GET /systems/{id}", nothing("/systems/{record}"));
        pages.add("POST /administration/accounts", nothing("/administration/accounts", "words={word}"));
        pages.add("POST /administration/accounts/search", nothing("/administration/accounts/search", "words={word}"));
        pages.add(
                "POST /administration/accounts/{account}/leave",
                nothing("/administration/accounts/{record}/leave", "words={word}"));
        pages.add(
                "POST /administration/accounts/{account}/memberships",
                nothing("/administration/accounts/{record}/memberships", "words={word}"));
        pages.add(
                "POST /administration/accounts/{id}/close",
                nothing("/administration/accounts/{record}/close", "words={word}"));
        pages.add(
                "POST /administration/accounts/{id}/edit",
                nothing("/administration/accounts/{record}/edit", "words={word}"));
        pages.add(
                "POST /administration/accounts/{id}/link",
                nothing("/administration/accounts/{record}/link", "words={word}"));
        pages.add(
                "POST /administration/accounts/{id}/sessions/end",
                nothing("/administration/accounts/{record}/sessions/end", "words={word}"));
        pages.add("POST /administration/agencies", nothing("/administration/agencies", "words={word}"));
        pages.add(
                "POST /administration/agencies/{agency}/agreements",
                nothing("/administration/agencies/{record}/agreements", "words={word}"));
        pages.add(
                "POST /administration/agencies/{agency}/contacts",
                nothing("/administration/agencies/{record}/contacts", "words={word}"));
        pages.add(
                "POST /administration/agencies/{id}/close",
                nothing("/administration/agencies/{record}/close", "words={word}"));
        pages.add(
                "POST /administration/agencies/{id}/edit",
                nothing("/administration/agencies/{record}/edit", "words={word}"));
        pages.add(
                "POST /administration/agreements/{id}/withdraw",
                nothing("/administration/agreements/{record}/withdraw", "words={word}"));
        pages.add(
                "POST /administration/contacts/{id}/end",
                nothing("/administration/contacts/{record}/end", "words={word}"));
        pages.add(
                "POST /administration/memberships/{id}/edit",
                nothing("/administration/memberships/{record}/edit", "words={word}"));
        pages.add(
                "POST /administration/memberships/{id}/end",
                nothing("/administration/memberships/{record}/end", "words={word}"));
        pages.add("POST /administration/settings/{name}", nothing("/administration/settings/{record}", "words={word}"));
        pages.add("POST /systems", nothing("/systems", "words={word}"));
        pages.add("POST /systems/{id}/revoke", nothing("/systems/{record}/revoke", "words={word}"));
        pages.add("POST /systems/{id}/secrets", nothing("/systems/{record}/secrets", "words={word}"));
        pages.add(
                "POST /systems/{id}/secrets/{secret}/revoke",
                nothing("/systems/{record}/secrets/{record}/revoke", "words={word}"));
        // Old lists
        pages.add("GET /old-lists", nothing("/old-lists"));
        pages.add("POST /old-lists", nothing("/old-lists", "text={word}"));
        pages.add("POST /old-lists/file", nothing("/old-lists/file", "{word}"));
        pages.add("GET /old-lists/{list}", nothing("/old-lists/{record}"));
        pages.add("GET /old-lists/{list}/columns", nothing("/old-lists/{record}/columns"));
        pages.add("POST /old-lists/{list}/columns", nothing("/old-lists/{record}/columns", "version=0"));
        pages.add("POST /old-lists/{list}/take", nothing("/old-lists/{record}/take", "words={word}"));
        pages.add("POST /old-lists/{list}/empty", nothing("/old-lists/{record}/empty", "words={word}"));
        // The API
        pages.add("GET /api", nothing("/api"));
        pages.add("GET /api/v1", nothing("/api/v1").byToken());
        pages.add("GET /api/v1/agencies", nothing("/api/v1/agencies").byToken());
        pages.add("GET /api/v1/me", nothing("/api/v1/me").byToken());
        pages.add("GET /api/v1/openapi.json", nothing("/api/v1/openapi.json"));
        pages.add("GET /api/v1/records", list("/api/v1/records?limit=100").byToken());
        pages.add("GET /api/v1/records/count", nothing("/api/v1/records/count").byToken());
        pages.add(
                "GET /api/v1/records/{id}",
                reference("/api/v1/records/{record}").complete().byToken());
        pages.add(
                "GET /api/v1/research-requests",
                parts("/api/v1/research-requests?limit=100").byToken());
        pages.add(
                "GET /api/v1/research-requests/{id}",
                one("/api/v1/research-requests/{record}").of(RecordKind.CASE).byToken());
        pages.add(
                "PUT /api/v1/research-requests/{id}",
                changes("/api/v1/research-requests/{record}", "{\"nothingKnown\":true}")
                        .of(RecordKind.CASE)
                        .byToken()
                        .put());
        pages.add(
                "POST /api/v1/referrals",
                nothing("/api/v1/referrals", "{\"victim\":{\"given\":\"{word}\"}}")
                        .byToken());
        pages.add(
                "POST /api/v1/referrals/{id}/incidents",
                changes(
                                "/api/v1/referrals/{record}/incidents",
                                "{\"happenedOn\":\"2026-11-01\",\"abuse\":\"THREATS\",\"words\":\"tried\",\"who\":\"SAME\",\"knownBy\":\"SEEN\",\"safeToSpeak\":\"NO\",\"emergency\":\"CALLED\"}")
                        .of(RecordKind.CASE)
                        .byToken());
        pages.add(
                "GET /api/v1/samples/chairs", nothing("/api/v1/samples/chairs").byToken());
        pages.add("GET /api/v1/samples/fault", outside("only tests have it"));
        pages.add(
                "GET /api/v1/samples/forgotten",
                nothing("/api/v1/samples/forgotten").byToken());
        pages.add("GET /api/v1/samples/silence", outside("only tests have it"));
        pages.add(
                "GET /api/v1/samples/undescribed",
                nothing("/api/v1/samples/undescribed").byToken());
        pages.add("GET /api/v1/trail", list("/api/v1/trail").byToken());
        pages.add(
                "POST /api/v1/records",
                changes("/api/v1/records", "{\"kind\":\"ACTION\",\"within\":\"{record}\"}")
                        .byToken());
        pages.add(
                "POST /api/v1/records/search",
                list("/api/v1/records/search", "{\"words\":\"{word}\",\"limit\":100}")
                        .complete()
                        .byToken());
        // More handlers that only tests have
        pages.add("GET /doors/export", nothing("/doors/export"));
        pages.add("POST /doors/export", nothing("/doors/export", "words={word}"));
        // Recorded crime: no person
        pages.add("GET /", nothing("/"));
        pages.add("GET /compare", nothing("/compare"));
        pages.add("GET /compare.csv", nothing("/compare.csv"));
        pages.add("GET /compare.xlsx", nothing("/compare.xlsx"));
        pages.add("GET /compare.ods", nothing("/compare.ods"));
        pages.add("GET /check", nothing("/check?claims={word}"));
        pages.add("GET /definitions", nothing("/definitions"));
        pages.add("GET /figures", nothing("/figures"));
        pages.add("GET /figures/{id}", nothing("/figures/{record}"));
        pages.add("POST /figures", nothing("/figures", "offences={word}"));
        // Voices: no record and no person
        pages.add("GET /voices", nothing("/voices"));
        pages.add("POST /voices", nothing("/voices", "words={word}"));
        pages.add("GET /voices/thanks", nothing("/voices/thanks"));
        pages.add("GET /voices/reports", nothing("/voices/reports"));
        pages.add("GET /voices/reports/{id}", nothing("/voices/reports/{record}"));
        pages.add("POST /voices/reports/{id}", nothing("/voices/reports/{record}", "what=ACCEPT&name={word}"));
        pages.add("GET /voices/places", nothing("/voices/places"));
        pages.add("GET /voices/places.csv", nothing("/voices/places.csv"));
        pages.add("POST /voices/places", nothing("/voices/places", "words={word}"));
        pages.add("POST /voices/places/{id}/close", nothing("/voices/places/{record}/close", "words={word}"));
        pages.add("GET /voices/heard", nothing("/voices/heard"));
        pages.add("GET /voices/heard.csv", nothing("/voices/heard.csv"));
        pages.add("GET /voices/surveys", nothing("/voices/surveys"));
        pages.add("GET /voices/surveys.csv", nothing("/voices/surveys.csv"));
        pages.add("GET /voices/surveys/new", nothing("/voices/surveys/new"));
        pages.add("POST /voices/surveys/new", nothing("/voices/surveys/new", "source={word}"));
        // MATAC: only what is open, and only from the police extract
        pages.add("GET /matac", parts("/matac"));
        pages.add("GET /matac/suspected", parts("/matac/suspected"));
        pages.add("GET /matac/harmed", parts("/matac/harmed"));
        pages.add("GET /matac/ranking.csv", list("/matac/ranking.csv"));
        pages.add("GET /matac/suspected.csv", list("/matac/suspected.csv"));
        pages.add("GET /matac/harmed.csv", list("/matac/harmed.csv"));
        pages.add("GET /matac/people/{record}", one("/matac/people/{record}").of(RecordKind.PERSON));
        pages.add("GET /matac/scale", nothing("/matac/scale"));
        pages.add("GET /matac/scale.csv", nothing("/matac/scale.csv"));
        pages.add("GET /matac/meetings", nothing("/matac/meetings"));
        pages.add("GET /matac/meetings/{id}", parts("/matac/meetings/{matac}"));
        pages.add("GET /matac/nominations", parts("/matac/nominations"));
        pages.add("GET /matac/nominations.csv", parts("/matac/nominations.csv"));
        pages.add("GET /matac/nominate", nothing("/matac/nominate"));
        pages.add("POST /matac/nominate", nothing("/matac/nominate", "reference={word}&reason={word}"));
        pages.add(
                "GET /matac/nominations/{id}",
                one("/matac/nominations/{record}").of(RecordKind.PERSON));
        pages.add("POST /matac/nominations/{id}", changes("/matac/nominations/{record}", "words={word}"));
        // Priorities: no record and no person
        pages.add("GET /priorities", nothing("/priorities"));
        pages.add("GET /priorities.csv", nothing("/priorities.csv"));
        pages.add("GET /priorities/profile", nothing("/priorities/profile"));
        pages.add("GET /priorities/profile.csv", nothing("/priorities/profile.csv"));
        pages.add("GET /priorities/areas", nothing("/priorities/areas"));
        pages.add("GET /priorities/areas.csv", nothing("/priorities/areas.csv"));
        pages.add("GET /priorities/near-repeats.csv", nothing("/priorities/near-repeats.csv"));
        pages.add("GET /priorities/reviews.csv", nothing("/priorities/reviews.csv"));
        pages.add("GET /priorities/seasons", nothing("/priorities/seasons"));
        pages.add("GET /priorities/seasons.csv", nothing("/priorities/seasons.csv"));
        pages.add("GET /priorities/tasks", nothing("/priorities/tasks"));
        pages.add("GET /priorities/tasks.csv", nothing("/priorities/tasks.csv"));
        pages.add("POST /priorities/tasks/chase", nothing("/priorities/tasks/chase", "words={word}"));
        pages.add("GET /priorities/tasks/{task}", nothing("/priorities/tasks/{record}"));
        pages.add("POST /priorities/tasks/{task}", nothing("/priorities/tasks/{record}", "words={word}"));
        pages.add("GET /priorities/scales", nothing("/priorities/scales"));
        pages.add("GET /priorities/scales.csv", nothing("/priorities/scales.csv"));
        pages.add("GET /priorities/scales/weights", nothing("/priorities/scales/weights"));
        pages.add("POST /priorities/scales/weights", nothing("/priorities/scales/weights", "rows={word}"));
        pages.add("GET /priorities/scales/criteria", nothing("/priorities/scales/criteria"));
        pages.add("POST /priorities/scales/criteria", nothing("/priorities/scales/criteria", "rows={word}"));
        pages.add("GET /priorities/places", nothing("/priorities/places"));
        pages.add("GET /priorities/places.csv", nothing("/priorities/places.csv"));
        pages.add("GET /priorities/near-repeats", nothing("/priorities/near-repeats"));
        pages.add("GET /priorities/problems/new", nothing("/priorities/problems/new"));
        pages.add("POST /priorities/problems/new", nothing("/priorities/problems/new", "title={word}"));
        pages.add("GET /priorities/problems/{id}.csv", nothing("/priorities/problems/{record}.csv"));
        pages.add("GET /priorities/problems/{id}", nothing("/priorities/problems/{record}"));
        pages.add("GET /priorities/problems/{id}/osara", nothing("/priorities/problems/{record}/osara"));
        pages.add(
                "POST /priorities/problems/{id}/osara", nothing("/priorities/problems/{record}/osara", "words={word}"));
        pages.add("GET /priorities/problems/{id}/score", nothing("/priorities/problems/{record}/score"));
        pages.add(
                "POST /priorities/problems/{id}/score", nothing("/priorities/problems/{record}/score", "words={word}"));
        pages.add("GET /priorities/problems/{id}/priority", nothing("/priorities/problems/{record}/priority"));
        pages.add(
                "POST /priorities/problems/{id}/priority",
                nothing("/priorities/problems/{record}/priority", "words={word}"));
        pages.add("GET /priorities/problems/{id}/priority/end", nothing("/priorities/problems/{record}/priority/end"));
        pages.add(
                "POST /priorities/problems/{id}/priority/end",
                nothing("/priorities/problems/{record}/priority/end", "because={word}"));
        pages.add("GET /priorities/problems/{id}/tasks/new", nothing("/priorities/problems/{record}/tasks/new"));
        pages.add(
                "POST /priorities/problems/{id}/tasks/new",
                nothing("/priorities/problems/{record}/tasks/new", "words={word}"));
        pages.add("GET /priorities/problems/{id}/effect", nothing("/priorities/problems/{record}/effect"));
        pages.add(
                "POST /priorities/problems/{id}/effect",
                nothing("/priorities/problems/{record}/effect", "words={word}"));
        pages.add(
                "GET /priorities/problems/{id}/tasks/{task}", nothing("/priorities/problems/{record}/tasks/{record}"));
        pages.add(
                "POST /priorities/problems/{id}/tasks/{task}",
                nothing("/priorities/problems/{record}/tasks/{record}", "words={word}"));
        pages.add("GET /priorities/reviews", nothing("/priorities/reviews"));
        pages.add("GET /priorities/reviews/new", nothing("/priorities/reviews/new"));
        pages.add("POST /priorities/reviews/new", nothing("/priorities/reviews/new", "number={word}"));
        pages.add(
                "POST /priorities/reviews/{id}/answer", nothing("/priorities/reviews/{record}/answer", "words={word}"));
        // The site itself
        pages.add("ANY /error", nothing("/error"));
        pages.add("GET /health", nothing("/health"));
        // Handlers that only tests have
        pages.add("GET /doors/busy", nothing("/doors/busy"));
        pages.add("GET /doors/chairs", nothing("/doors/chairs"));
        pages.add("GET /doors/forgotten", nothing("/doors/forgotten"));
        return pages.all;
    }

    /// Rows by the name of the way, each once.
    private static final class Rows {
        private final Map<String, Way> all = new TreeMap<>();

        void add(String name, Way way) {
            if (all.put(name, way) != null) {
                throw new IllegalStateException("two rows for " + name);
            }
        }
    }
}
