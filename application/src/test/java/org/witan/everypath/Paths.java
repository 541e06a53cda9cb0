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
/// `{record}` stands for the id of a record. A body after the address makes it a POST, or a PUT with `put()`. A path
/// that needs a token
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
            // How somebody signs in
            Map.entry("GET /how-you-sign-in", nothing("/how-you-sign-in")),
            Map.entry("GET /how-you-sign-in/passkeys/new", nothing("/how-you-sign-in/passkeys/new")),
            Map.entry("GET /how-you-sign-in/passkeys/{id}/end", nothing("/how-you-sign-in/passkeys/{record}/end")),
            Map.entry("GET /join/{token}", nothing("/join/{record}")),
            Map.entry("GET /password", nothing("/password")),
            Map.entry("GET /prove-presence", nothing("/prove-presence")),
            Map.entry("GET /prove-presence/done", nothing("/prove-presence/done")),
            Map.entry("GET /recoveries", nothing("/recoveries")),
            Map.entry("GET /sessions", nothing("/sessions")),
            Map.entry("GET /sessions/end", nothing("/sessions/end")),
            Map.entry("GET /set-up/{token}", nothing("/set-up/{record}")),
            Map.entry("GET /sign-in", nothing("/sign-in")),
            Map.entry("GET /sign-in/oidc/{name}", nothing("/sign-in/oidc/strict")),
            Map.entry("GET /sign-in/oidc/{name}/return", outside("is asked before anybody is known")),
            Map.entry("GET /sign-in/passkey", nothing("/sign-in/passkey")),
            Map.entry("POST /how-you-sign-in/passkeys", nothing("/how-you-sign-in/passkeys", "words={word}")),
            Map.entry(
                    "POST /how-you-sign-in/passkeys/{id}/end",
                    nothing("/how-you-sign-in/passkeys/{record}/end", "words={word}")),
            Map.entry("POST /join/{token}", nothing("/join/{record}", "words={word}")),
            Map.entry("POST /password", outside("counts failures; shows nothing")),
            Map.entry("POST /prove-presence/first", nothing("/prove-presence/first", "words={word}")),
            Map.entry("POST /prove-presence/passkey", outside("counts failures; shows nothing")),
            Map.entry("POST /prove-presence/password", outside("counts failures; shows nothing")),
            Map.entry("POST /recoveries", nothing("/recoveries", "words={word}")),
            Map.entry("POST /recoveries/{recovery}/cancel", nothing("/recoveries/{record}/cancel", "words={word}")),
            Map.entry("POST /recoveries/{recovery}/confirm", nothing("/recoveries/{record}/confirm", "words={word}")),
            Map.entry("POST /session/over", outside("ends the session of whoever asks")),
            Map.entry("POST /session/stay", outside("keeps a session alive; answers nothing")),
            Map.entry("POST /session/words", outside("keeps what somebody typed, for themselves alone")),
            Map.entry("POST /session/words/back", outside("gives somebody their own words back")),
            Map.entry("POST /sessions/end", outside("ends a session of whoever asks")),
            Map.entry("POST /sessions/end-others", outside("ends sessions of whoever asks")),
            Map.entry("POST /set-up/{token}", nothing("/set-up/{record}", "words={word}")),
            Map.entry("POST /sign-in", outside("is asked before anybody is known, and counts failures")),
            Map.entry("POST /sign-in/invented", outside("begins a session, in a demonstration only")),
            Map.entry("POST /sign-in/oidc/{name}", outside("leads to a provider that the test does not run")),
            Map.entry("POST /sign-in/passkey", outside("is asked before anybody is known")),
            Map.entry("POST /sign-out", outside("ends the session of whoever asks")),
            // People
            Map.entry("GET /people", nothing("/people")),
            Map.entry("POST /people/search", list("/people/search", "words={word}")),
            Map.entry("GET /people/{record}", one("/people/{record}").of(RecordKind.PERSON)),
            Map.entry("GET /people/matches", list("/people/matches")),
            Map.entry("GET /people/matches/{id}", nothing("/people/matches/{record}")),
            Map.entry("POST /people/matches/{id}", nothing("/people/matches/{record}", "choice=UNSURE")),
            Map.entry(
                    "GET /people/{record}/apart",
                    reference("/people/{record}/apart").of(RecordKind.PERSON)),
            Map.entry(
                    "GET /people/{record}/other",
                    reference("/people/{record}/other").of(RecordKind.PERSON)),
            Map.entry(
                    "POST /people/{record}/other",
                    reference("/people/{record}/other", "reference={word}").of(RecordKind.PERSON)),
            Map.entry(
                    "POST /people/{record}/apart/{id}/lift",
                    nothing("/people/{record}/apart/{record}/lift", "words={word}")),
            Map.entry("GET /people/{record}/links/{link}/undo", nothing("/people/{record}/links/{record}/undo")),
            Map.entry(
                    "POST /people/{record}/links/{link}/undo",
                    nothing("/people/{record}/links/{record}/undo", "reason=tried")),
            // The MARAC: a draft is its author's alone, and no record
            Map.entry("GET /refer", nothing("/refer")),
            Map.entry("POST /refer", nothing("/refer", "words={word}")),
            Map.entry("GET /refer/{draft}/{page}", nothing("/refer/{record}/victim")),
            Map.entry("POST /refer/{draft}/{page}", nothing("/refer/{record}/victim", "given={word}")),
            Map.entry("POST /refer/{draft}/{page}/keep", nothing("/refer/{record}/victim/keep", "given={word}")),
            Map.entry("GET /refer/{draft}/risk", nothing("/refer/{record}/risk")),
            Map.entry("POST /refer/{draft}/risk", nothing("/refer/{record}/risk", "answer-injury=YES")),
            Map.entry("GET /refer/{draft}/check", nothing("/refer/{record}/check")),
            Map.entry("POST /refer/{draft}/send", nothing("/refer/{record}/send", "words={word}")),
            Map.entry("GET /refer/{draft}/sent", nothing("/refer/{record}/sent")),
            Map.entry("GET /refer/{draft}/discard", nothing("/refer/{record}/discard")),
            Map.entry("POST /refer/{draft}/discard", nothing("/refer/{record}/discard", "words={word}")),
            Map.entry("GET /referrals/{id}", one("/referrals/{record}").of(RecordKind.CASE)),
            Map.entry("GET /triage", list("/triage")),
            Map.entry("GET /triage/{id}", one("/triage/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /triage/{id}",
                    changes("/triage/{record}", "outcome=ACCEPTED&ground=REPEAT")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "POST /triage/{id}/undo",
                    changes("/triage/{record}/undo", "words=tried").of(RecordKind.CASE)),
            Map.entry("GET /triage/incidents/{id}", nothing("/triage/incidents/{record}")),
            Map.entry("POST /triage/incidents/{id}", nothing("/triage/incidents/{record}", "settlement=REFERRED")),
            Map.entry("GET /triage/incidents/{id}/refer", nothing("/triage/incidents/{record}/refer")),
            Map.entry("POST /triage/incidents/{id}/refer", nothing("/triage/incidents/{record}/refer", "id={agency}")),
            Map.entry("GET /triage/promises/{id}", nothing("/triage/promises/{record}")),
            Map.entry("POST /triage/promises/{id}", nothing("/triage/promises/{record}", "reason={word}")),
            Map.entry(
                    "POST /triage/{id}/list",
                    changes("/triage/{record}/list", "meeting={agency}").of(RecordKind.CASE)),
            Map.entry(
                    "GET /triage/{id}/list/{meeting}",
                    reference("/triage/{record}/list/{agency}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /triage/{id}/list/{meeting}",
                    changes("/triage/{record}/list/{agency}", "id={agency}&reason=tried")
                            .of(RecordKind.CASE)),
            Map.entry("GET /retention", parts("/retention")),
            Map.entry("GET /retention/{referral}", one("/retention/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /retention/{referral}",
                    changes("/retention/{record}", "id={agency}&what=DESTROY&reason=tried")
                            .of(RecordKind.CASE)),
            // The meeting of the test has the id of the first agency.
            Map.entry("GET /research", list("/research")),
            Map.entry(
                    "GET /research/{meeting}/{referral}",
                    one("/research/{agency}/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /research/{meeting}/{referral}",
                    changes("/research/{agency}/{record}", "id={agency}&about=VICTIM&kind=FACT&words=tried&share=YES")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "POST /research/{meeting}/{referral}/nothing",
                    changes("/research/{agency}/{record}/nothing", "words=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "POST /research/{meeting}/{referral}/undo",
                    changes("/research/{agency}/{record}/undo", "words=tried").of(RecordKind.CASE)),
            Map.entry(
                    "POST /research/{meeting}/{referral}/again",
                    changes("/research/{agency}/{record}/again", "words=tried").of(RecordKind.CASE)),
            // Flags, transfers, areas and emergencies
            Map.entry("GET /flags", parts("/flags")),
            Map.entry("GET /flags.csv", parts("/flags.csv")),
            Map.entry(
                    "POST /flags/{referral}/set",
                    changes("/flags/{record}/set", "words=tried").of(RecordKind.CASE)),
            Map.entry(
                    "POST /flags/{referral}/removed",
                    changes("/flags/{record}/removed", "words=tried").of(RecordKind.CASE)),
            Map.entry(
                    "POST /flags/{referral}/undo",
                    changes("/flags/{record}/undo", "flag={agency}").of(RecordKind.CASE)),
            Map.entry("GET /transfers", list("/transfers")),
            Map.entry(
                    "GET /transfers/new/{referral}",
                    reference("/transfers/new/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /transfers/new/{referral}",
                    changes("/transfers/new/{record}", "id={agency}&marac=tried&person=tried&why=MOVED")
                            .of(RecordKind.CASE)),
            Map.entry("GET /transfers/{id}", one("/transfers/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /transfers/{id}/file",
                    changes("/transfers/{record}/file", "phrase=tried").of(RecordKind.CASE)),
            Map.entry(
                    "POST /transfers/{id}/steps",
                    changes("/transfers/{record}/steps", "what=CHASED&words=tried")
                            .of(RecordKind.CASE)),
            Map.entry("GET /transfers/receive", nothing("/transfers/receive")),
            Map.entry("POST /transfers/receive", nothing("/transfers/receive", "sealed=tried&phrase=tried")),
            Map.entry(
                    "POST /transfers/receive/referral",
                    nothing("/transfers/receive/referral", "sealed=tried&phrase=tried")),
            Map.entry(
                    "GET /transfers/in/{referral}",
                    one("/transfers/in/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /transfers/in/{referral}/settled",
                    changes("/transfers/in/{record}/settled", "what=ASSESSMENTS&words=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /transfers/in/{referral}/origin",
                    reference("/transfers/in/{record}/origin").of(RecordKind.CASE)),
            Map.entry(
                    "POST /transfers/in/{referral}/origin",
                    changes("/transfers/in/{record}/origin", "marac=tried&why=MOVED")
                            .of(RecordKind.CASE)),
            Map.entry("GET /triage/areas", nothing("/triage/areas")),
            Map.entry("GET /triage/areas/{board}", nothing("/triage/areas/{record}")),
            Map.entry("POST /triage/areas/{board}", nothing("/triage/areas/{record}", "codes=ST16")),
            // None of the test was decided to be an emergency.
            Map.entry("GET /triage/{id}/emergency", nothing("/triage/{record}/emergency")),
            Map.entry(
                    "POST /triage/{id}/emergency",
                    changes("/triage/{record}/emergency", "id={agency}&board={agency}&day=1/2/2090&time=9:30")
                            .of(RecordKind.CASE)),
            Map.entry("GET /conference", list("/conference")),
            Map.entry("GET /conference/{meeting}/minutes", nothing("/conference/{record}/minutes")),
            Map.entry("GET /conference/{meeting}/minutes/out", nothing("/conference/{record}/minutes/out")),
            Map.entry(
                    "POST /conference/{meeting}/minutes/out",
                    nothing("/conference/{record}/minutes/out", "id={agency}")),
            Map.entry("GET /conference/{meeting}/minutes.pdf", nothing("/conference/{record}/minutes.pdf")),
            Map.entry("GET /conference/{meeting}/actions", nothing("/conference/{record}/actions")),
            Map.entry("GET /conference/{meeting}/actions.pdf", nothing("/conference/{record}/actions.pdf")),
            // An item of the test has the id of its record.
            Map.entry(
                    "GET /conference/{meeting}/{item}",
                    one("/conference/{agency}/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /conference/{meeting}/{item}/lines",
                    changes("/conference/{agency}/{record}/lines", "id={agency}&kind=SHARED&words=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "POST /conference/{meeting}/{item}/spoken/{research}",
                    nothing("/conference/{record}/{record}/spoken/{record}", "words=tried")),
            Map.entry(
                    "POST /conference/{meeting}/{item}/heard",
                    nothing("/conference/{record}/{record}/heard", "words=tried")),
            Map.entry("GET /old-lists/{list}/undo", nothing("/old-lists/{record}/undo")),
            Map.entry("POST /old-lists/{list}/undo", nothing("/old-lists/{record}/undo", "reason=tried")),
            // None of the test stands as heard.
            Map.entry("GET /conference/{meeting}/{item}/not-heard", nothing("/conference/{record}/{record}/not-heard")),
            Map.entry(
                    "POST /conference/{meeting}/{item}/not-heard",
                    nothing("/conference/{record}/{record}/not-heard", "reason=tried")),
            Map.entry(
                    "POST /conference/{meeting}/{item}/turn",
                    changes("/conference/{agency}/{record}/turn", "what=BEGIN").of(RecordKind.CASE)),
            Map.entry(
                    "POST /conference/{meeting}/{item}/actions",
                    changes(
                                    "/conference/{agency}/{record}/actions",
                                    "id={agency}&what=tried&subject=CHILD&area=CHILDREN")
                            .of(RecordKind.CASE)),
            Map.entry("GET /conference/{meeting}/lapsed", nothing("/conference/{record}/lapsed")),
            Map.entry("GET /conference/{meeting}/before", parts("/conference/{agency}/before")),
            Map.entry(
                    "GET /conference/{meeting}/{item}/live",
                    outside("a stream of numbers that does not end: LiveNewsTest")),
            Map.entry(
                    "GET /conference/{meeting}/{item}/live/parts",
                    one("/conference/{agency}/{record}/live/parts").of(RecordKind.CASE)),
            Map.entry(
                    "POST /conference/{meeting}/{item}/live/writing",
                    changes("/conference/{agency}/{record}/live/writing", "about=SHARED")
                            .of(RecordKind.CASE)),
            Map.entry("GET /performance", nothing("/performance")),
            Map.entry("GET /performance/steering", nothing("/performance/steering")),
            Map.entry("GET /performance/steering.csv", nothing("/performance/steering.csv")),
            Map.entry("GET /conference/{meeting}/research", nothing("/conference/{record}/research")),
            Map.entry(
                    "POST /conference/{meeting}/research/chase",
                    nothing("/conference/{record}/research/chase", "words={word}")),
            Map.entry("GET /meetings/statement/new", nothing("/meetings/statement/new")),
            Map.entry("POST /meetings/statement", nothing("/meetings/statement", "version=0&words=")),
            Map.entry("POST /meetings/{meeting}/statement", nothing("/meetings/{record}/statement", "version=1")),
            Map.entry(
                    "GET /referrals/{id}/contact",
                    one("/referrals/{record}/contact").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/contact",
                    changes(
                                    "/referrals/{record}/contact",
                                    "id={agency}&when=BEFORE&day=1/1/2026&outcome=REACHED&words=tried")
                            .of(RecordKind.CASE)),
            // The hub: what a path names beside its case has the id of the case
            Map.entry("GET /hub", parts("/hub")),
            Map.entry("GET /hub/refer", nothing("/hub/refer")),
            Map.entry("POST /hub/refer", nothing("/hub/refer", "step=check&family={word}")),
            Map.entry("POST /hub/refer/new", nothing("/hub/refer/new", "words={word}")),
            Map.entry("GET /hub/refer/{draft}/{page}", nothing("/hub/refer/{record}/who")),
            Map.entry("POST /hub/refer/{draft}/{page}", nothing("/hub/refer/{record}/who", "given={word}")),
            Map.entry("POST /hub/refer/{draft}/{page}/keep", nothing("/hub/refer/{record}/who/keep", "given={word}")),
            Map.entry("GET /hub/refer/{draft}/check", nothing("/hub/refer/{record}/check")),
            Map.entry("POST /hub/refer/{draft}/send", nothing("/hub/refer/{record}/send", "words={word}")),
            Map.entry("GET /hub/refer/{draft}/discard", nothing("/hub/refer/{record}/discard")),
            Map.entry("POST /hub/refer/{draft}/discard", nothing("/hub/refer/{record}/discard", "words={word}")),
            Map.entry(
                    "GET /hub/referred/{id}",
                    reference("/hub/referred/{record}").of(RecordKind.HUB_CASE)),
            Map.entry("GET /hub/cases/{id}", one("/hub/cases/{record}").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/add",
                    reference("/hub/cases/{record}/add").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/add",
                    changes("/hub/cases/{record}/add", "id={agency}&version=0&meeting={agency}&why=tried&purpose=tried")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/not-add",
                    reference("/hub/cases/{record}/not-add").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/not-add",
                    changes("/hub/cases/{record}/not-add", "id={agency}&version=0&reason=ONE_AGENCY&why=tried")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/remove",
                    reference("/hub/cases/{record}/remove").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/remove",
                    changes("/hub/cases/{record}/remove", "id={agency}&version=0&reason=DIED&why=tried")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/need",
                    reference("/hub/cases/{record}/need").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/need",
                    changes("/hub/cases/{record}/need", "id={agency}&version=0&need=HOUSING")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/lead",
                    reference("/hub/cases/{record}/lead").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/lead",
                    changes("/hub/cases/{record}/lead", "id={agency}&version=0&agency={agency}")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/ask",
                    reference("/hub/cases/{record}/ask").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/ask",
                    changes(
                                    "/hub/cases/{record}/ask",
                                    "id={agency}&version=0&agencies={agency}&purpose=tried&due=1/1/2099")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/actions",
                    reference("/hub/cases/{record}/actions").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/actions",
                    changes(
                                    "/hub/cases/{record}/actions",
                                    "id={agency}&version=0&words=tried&agency={agency}&due=1/1/2099&area=HOUSING")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/measure",
                    reference("/hub/cases/{record}/measure").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/measure",
                    changes(
                                    "/hub/cases/{record}/measure",
                                    "id={agency}&version=0&occasion=REVIEW&who=WITH&on=1/11/2026&need-HOUSING=3")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/review-day",
                    reference("/hub/cases/{record}/review-day").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/review-day",
                    changes("/hub/cases/{record}/review-day", "id={agency}&version=0&due=1/1/2099")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/step-up",
                    reference("/hub/cases/{record}/step-up").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/step-up",
                    changes("/hub/cases/{record}/step-up", "id={agency}&version=0&to=MAPPA&words=tried")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/step-down/{step}",
                    reference("/hub/cases/{record}/step-down/{record}").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/step-down/{step}",
                    changes("/hub/cases/{record}/step-down/{record}", "id={agency}&version=0&words=tried")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/settle/{step}",
                    reference("/hub/cases/{record}/settle/{record}").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/settle/{step}",
                    changes("/hub/cases/{record}/settle/{record}", "id={agency}&version=0&taken=YES&words=tried")
                            .of(RecordKind.HUB_CASE)),
            Map.entry(
                    "GET /hub/cases/{id}/requests/{request}",
                    one("/hub/cases/{record}/requests/{record}").of(RecordKind.HUB_CASE)),
            Map.entry(
                    "POST /hub/cases/{id}/requests/{request}",
                    changes("/hub/cases/{record}/requests/{record}", "id={agency}&version=0&known=OPEN&words=tried")
                            .of(RecordKind.HUB_CASE)),
            Map.entry("GET /hub/meetings/{id}", nothing("/hub/meetings/{agency}")),
            Map.entry("GET /hub.csv", parts("/hub.csv")),
            Map.entry("GET /hub/independence", nothing("/hub/independence")),
            Map.entry("GET /hub/independence.csv", nothing("/hub/independence.csv")),
            Map.entry("GET /hub/review", nothing("/hub/review")),
            Map.entry("GET /hub/review.csv", nothing("/hub/review.csv")),
            // Protective orders: one of the test has the id of its case
            Map.entry("GET /orders", parts("/orders?show=IN_FORCE")),
            Map.entry("GET /orders.csv", parts("/orders.csv?show=IN_FORCE")),
            Map.entry("GET /orders/{id}", one("/orders/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "GET /orders/new/{referral}",
                    reference("/orders/new/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /orders/new/{referral}",
                    changes(
                                    "/orders/new/{record}",
                                    "id={agency}&type=BAIL&starts=1/1/2026&further=YES&protects={agency}&conditions=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /orders/{id}/correct", one("/orders/{record}/correct").of(RecordKind.CASE)),
            Map.entry(
                    "POST /orders/{id}/correct",
                    changes(
                                    "/orders/{record}/correct",
                                    "id={agency}&version=1&type=BAIL&starts=1/1/2026&further=YES&reason=tried")
                            .of(RecordKind.CASE)),
            Map.entry("GET /orders/{id}/renew", one("/orders/{record}/renew").of(RecordKind.CASE)),
            Map.entry(
                    "POST /orders/{id}/renew",
                    changes("/orders/{record}/renew", "id={agency}&version=1&type=BAIL&starts=1/1/2026&further=YES")
                            .of(RecordKind.CASE)),
            Map.entry("GET /orders/{id}/end", reference("/orders/{record}/end").of(RecordKind.CASE)),
            Map.entry(
                    "POST /orders/{id}/end",
                    changes("/orders/{record}/end", "id={agency}&version=1&how=ENDED_EARLY&day=1/11/2026&reason=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /orders/{id}/breach",
                    reference("/orders/{record}/breach").of(RecordKind.CASE)),
            Map.entry(
                    "POST /orders/{id}/breach",
                    changes("/orders/{record}/breach", "id={agency}&day=1/11/2026&words=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /orders/{id}/breaches/{breach}/strike",
                    reference("/orders/{record}/breaches/{record}/strike").of(RecordKind.CASE)),
            Map.entry(
                    "POST /orders/{id}/breaches/{breach}/strike",
                    changes("/orders/{record}/breaches/{record}/strike", "reason=tried")
                            .of(RecordKind.CASE)),
            // Support: the offer, and the job, of the test have the id of the record of kind OFFER
            Map.entry("GET /support", parts("/support")),
            Map.entry("GET /support.csv", parts("/support.csv")),
            // It tells of the case by its reference and names nobody.
            Map.entry(
                    "GET /support/plans/{id}.csv",
                    reference("/support/plans/{record}.csv").of(RecordKind.CASE)),
            Map.entry("GET /support/plans/{id}", one("/support/plans/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "GET /support/plans/{id}/contact",
                    reference("/support/plans/{record}/contact").of(RecordKind.CASE)),
            Map.entry(
                    "POST /support/plans/{id}/contact",
                    changes("/support/plans/{record}/contact", "reach=IDVA&asked=YES")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /support/offers/{id}/unsafe",
                    reference("/support/offers/{record}/unsafe").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/offers/{id}/unsafe",
                    changes("/support/offers/{record}/unsafe", "id={agency}&words=tried")
                            .of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/new/{whole}/{person}",
                    reference("/support/new/{record}/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /support/new/{whole}/{person}",
                    changes(
                                    "/support/new/{record}/{record}",
                                    "id={agency}&kind=HOME_SAFETY&provider={agency}&needs=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /support/offers/{id}", one("/support/offers/{record}").of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/steps/{what}",
                    reference("/support/offers/{record}/steps/started").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/offers/{id}/steps/{what}",
                    changes("/support/offers/{record}/steps/accepted", "id={agency}&version=1")
                            .of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/home",
                    one("/support/offers/{record}/home").of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/survey",
                    reference("/support/offers/{record}/survey").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/offers/{id}/survey",
                    changes("/support/offers/{record}/survey", "id={agency}&day=1/11/2026&items=LOCKS")
                            .of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/job",
                    reference("/support/offers/{record}/job").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/offers/{id}/job",
                    changes(
                                    "/support/offers/{record}/job",
                                    "id={agency}&contractor={agency}&address=tried&access=tried&items=LOCKS")
                            .of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/offers/{id}/asked-again",
                    changes("/support/offers/{record}/asked-again", "id={agency}")
                            .of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/housing",
                    one("/support/offers/{record}/housing").of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/housing/say",
                    reference("/support/offers/{record}/housing/say").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/offers/{id}/housing/say",
                    changes("/support/offers/{record}/housing/say", "id={agency}&what=APPLIED&day=1/11/2026")
                            .of(RecordKind.OFFER)),
            Map.entry("GET /support/jobs/{id}", one("/support/jobs/{record}").of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/jobs/{id}/unsafe",
                    reference("/support/jobs/{record}/unsafe").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/jobs/{id}/unsafe",
                    changes("/support/jobs/{record}/unsafe", "id={agency}&words=tried")
                            .of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/jobs/{id}/steps/{what}",
                    reference("/support/jobs/{record}/steps/done").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/jobs/{id}/steps/{what}",
                    changes("/support/jobs/{record}/steps/done", "id={agency}&day=1/11/2026")
                            .of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/move",
                    one("/support/offers/{record}/move").of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/property",
                    reference("/support/offers/{record}/property").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/offers/{id}/property",
                    changes("/support/offers/{record}/property", "id={agency}&postcode=ZZ1 1ZZ&bedrooms=1")
                            .of(RecordKind.OFFER)),
            Map.entry(
                    "GET /support/offers/{id}/property/answer",
                    reference("/support/offers/{record}/property/answer").of(RecordKind.OFFER)),
            Map.entry(
                    "POST /support/offers/{id}/property/answer",
                    changes("/support/offers/{record}/property/answer", "answer=TAKEN")
                            .of(RecordKind.OFFER)),
            Map.entry("GET /support/ledger", nothing("/support/ledger")),
            Map.entry("GET /support/ledger.csv", nothing("/support/ledger.csv")),
            Map.entry("GET /support/vacancies.csv", nothing("/support/vacancies.csv")),
            Map.entry("GET /support/jobs.csv", parts("/support/jobs.csv")),
            Map.entry("GET /support/wards", nothing("/support/wards")),
            Map.entry("GET /support/wards/load", nothing("/support/wards/load")),
            Map.entry("POST /support/wards/load", nothing("/support/wards/load", "file={word}")),
            Map.entry("GET /support/services", nothing("/support/services")),
            Map.entry("GET /support/services.json", nothing("/support/services.json")),
            Map.entry("GET /support/services/{id}", nothing("/support/services/{record}")),
            Map.entry("GET /support/services/new", nothing("/support/services/new")),
            Map.entry("POST /support/services/new", nothing("/support/services/new", "phone={word}")),
            Map.entry("GET /support/services/import", nothing("/support/services/import")),
            Map.entry("POST /support/services/import", nothing("/support/services/import", "file={word}")),
            Map.entry("GET /support/services/{id}/edit", nothing("/support/services/{record}/edit")),
            Map.entry("POST /support/services/{id}/edit", nothing("/support/services/{record}/edit", "name={word}")),
            Map.entry("GET /support/services/{id}/close", nothing("/support/services/{record}/close")),
            Map.entry("POST /support/services/{id}/close", nothing("/support/services/{record}/close", "id={agency}")),
            Map.entry("GET /support/givers", nothing("/support/givers")),
            Map.entry("GET /support/givers/{agency}", nothing("/support/givers/{agency}")),
            Map.entry("POST /support/givers/{agency}", nothing("/support/givers/{agency}", "id={word}")),
            Map.entry("GET /support/counts", nothing("/support/counts")),
            Map.entry("GET /support/counts.csv", nothing("/support/counts.csv")),
            Map.entry("GET /support/vacancies", nothing("/support/vacancies")),
            Map.entry("GET /support/vacancies/tell", nothing("/support/vacancies/tell")),
            Map.entry("POST /support/vacancies/tell", nothing("/support/vacancies/tell", "spaces={word}")),
            // Disclosure-scheme requests and links to other bodies: those of the test have the id of their case
            Map.entry(
                    "GET /referrals/{id}/disclosures",
                    one("/referrals/{record}/disclosures").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/disclosures",
                    changes("/referrals/{record}/disclosures", "id={agency}&applicant=VICTIM&day=1/11/2026")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /referrals/{id}/disclosures/{request}/step",
                    reference("/referrals/{record}/disclosures/{record}/step").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/disclosures/{request}/step",
                    changes("/referrals/{record}/disclosures/{record}/step", "id={agency}&what=CHECKED&day=1/11/2026")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/disclosures/{request}/steps/{step}/undo",
                    changes("/referrals/{record}/disclosures/{record}/steps/{record}/undo", "words=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /referrals/{id}/links/new",
                    reference("/referrals/{record}/links/new").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/links/new",
                    changes("/referrals/{record}/links/new", "id={agency}&scheme=MATAC&since=1/11/2026&lead=tried")
                            .of(RecordKind.CASE)),
            Map.entry("GET /links/{id}/end", reference("/links/{record}/end").of(RecordKind.CASE)),
            Map.entry(
                    "POST /links/{id}/end",
                    changes("/links/{record}/end", "day=1/11/2026&reason=tried").of(RecordKind.CASE)),
            // Further abuse, and another referral of the same people
            Map.entry(
                    "GET /referrals/{id}/young",
                    one("/referrals/{record}/young").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/young",
                    changes("/referrals/{record}/young", "id={agency}&worker=YES&worker-words=tried")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /referrals/{id}/further-abuse",
                    reference("/referrals/{record}/further-abuse").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/further-abuse",
                    changes(
                                    "/referrals/{record}/further-abuse",
                                    "id={agency}&day=1/11/2026&kind=THREATS&words=tried&who=SAME&known=SEEN&safe=NO&emergency=CALLED")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /referrals/{id}/again",
                    reference("/referrals/{record}/again").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/again",
                    changes("/referrals/{record}/again", "id={agency}").of(RecordKind.CASE)),
            // A withdrawal of the test has the id of its case
            Map.entry(
                    "GET /referrals/{id}/withdraw",
                    reference("/referrals/{record}/withdraw").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/withdraw",
                    changes("/referrals/{record}/withdraw", "id={agency}&reason=OTHER&words=tried")
                            .of(RecordKind.CASE)),
            // What waits for an answer is of the agency that referred
            Map.entry("GET /refer/returned", list("/refer/returned")),
            Map.entry(
                    "GET /referrals/{id}/answer",
                    reference("/referrals/{record}/answer").of(RecordKind.CASE)),
            Map.entry(
                    "POST /referrals/{id}/answer",
                    changes("/referrals/{record}/answer", "id={agency}&decision={record}&what=LEFT&words=tried")
                            .of(RecordKind.CASE)),
            Map.entry("GET /contacts", list("/contacts")),
            Map.entry("GET /withdrawals/{id}", one("/withdrawals/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /withdrawals/{id}",
                    changes("/withdrawals/{record}", "outcome=KEPT&answer=tried")
                            .of(RecordKind.CASE)),
            Map.entry("GET /returns", nothing("/returns")),
            Map.entry("GET /returns.csv", nothing("/returns.csv")),
            Map.entry("GET /returns.xlsx", nothing("/returns.xlsx")),
            Map.entry("GET /returns/cases", list("/returns/cases?cell=CASES&from=1/1/2000")),
            Map.entry("GET /returns/districts", nothing("/returns/districts")),
            Map.entry("GET /returns/districts/{board}", nothing("/returns/districts/{record}")),
            Map.entry("POST /returns/districts/{board}", nothing("/returns/districts/{record}", "districts=Stafford")),
            Map.entry("GET /returns/{meeting}/{cell}", nothing("/returns/{record}/CASES")),
            // Risk
            Map.entry(
                    "GET /records/{record}/risk", one("/records/{record}/risk").of(RecordKind.CASE)),
            // An assessment of the test has the id of its case.
            Map.entry(
                    "GET /records/{record}/risk/{assessment}",
                    one("/records/{record}/risk/{record}").of(RecordKind.CASE)),
            Map.entry(
                    "GET /records/{record}/risk/new/{tool}",
                    one("/records/{record}/risk/new/dash?corrects={record}").of(RecordKind.CASE)),
            Map.entry(
                    "POST /records/{record}/risk/new/{tool}",
                    changes(
                            "/records/{record}/risk/new/dash",
                            "form={agency}&version=1&on=1/1/2026&answer-injury=YES&judgement-words=tried")),
            Map.entry("GET /risk/due", list("/risk/due")),
            // Meetings: an agenda names the records that are open, other pages none
            Map.entry("GET /meetings", nothing("/meetings")),
            Map.entry("GET /meetings/boards/new", nothing("/meetings/boards/new")),
            Map.entry("POST /meetings/boards", nothing("/meetings/boards", "words={word}")),
            Map.entry("GET /meetings/boards/{board}", nothing("/meetings/boards/{record}")),
            Map.entry("GET /meetings/boards/{board}/agencies/new", nothing("/meetings/boards/{record}/agencies/new")),
            Map.entry(
                    "POST /meetings/boards/{board}/agencies",
                    nothing("/meetings/boards/{record}/agencies", "agency={agency}")),
            Map.entry(
                    "GET /meetings/boards/{board}/agencies/{member}/end",
                    nothing("/meetings/boards/{record}/agencies/{record}/end")),
            Map.entry(
                    "POST /meetings/boards/{board}/agencies/{member}/end",
                    nothing("/meetings/boards/{record}/agencies/{record}/end", "words={word}")),
            Map.entry("GET /meetings/boards/{board}/settings", nothing("/meetings/boards/{record}/settings")),
            Map.entry(
                    "POST /meetings/boards/{board}/settings",
                    nothing("/meetings/boards/{record}/settings", "words={word}")),
            Map.entry("GET /meetings/boards/{board}/schedule", nothing("/meetings/boards/{record}/schedule")),
            Map.entry(
                    "POST /meetings/boards/{board}/schedule",
                    nothing("/meetings/boards/{record}/schedule", "day={word}")),
            Map.entry("GET /meetings/{meeting}", nothing("/meetings/{record}")),
            Map.entry("GET /meetings/{meeting}/move", nothing("/meetings/{record}/move")),
            Map.entry("POST /meetings/{meeting}/move", nothing("/meetings/{record}/move", "day={word}")),
            Map.entry("GET /meetings/{meeting}/cancel", nothing("/meetings/{record}/cancel")),
            Map.entry("POST /meetings/{meeting}/cancel", nothing("/meetings/{record}/cancel", "reason={word}")),
            Map.entry("POST /meetings/{meeting}/list-out", nothing("/meetings/{record}/list-out", "version=0")),
            Map.entry("GET /meetings/{meeting}/business/new", nothing("/meetings/{agency}/business/new")),
            Map.entry(
                    "POST /meetings/{meeting}/business", nothing("/meetings/{record}/business", "id={agency}&words=x")),
            Map.entry(
                    "POST /meetings/{meeting}/business/{id}/off",
                    nothing("/meetings/{agency}/business/{record}/off", "words=x")),
            Map.entry("GET /meetings/{meeting}/decisions/new", nothing("/meetings/{agency}/decisions/new")),
            Map.entry(
                    "GET /meetings/{meeting}/decisions/{decision}/edit",
                    nothing("/meetings/{agency}/decisions/{record}/edit")),
            Map.entry(
                    "POST /meetings/{meeting}/decisions",
                    nothing("/meetings/{record}/decisions", "id={agency}&words=x")),
            // Every item of the test was heard, and stays where it was.
            Map.entry("GET /meetings/{meeting}/items/{item}/move", nothing("/meetings/{agency}/items/{record}/move")),
            Map.entry(
                    "POST /meetings/{meeting}/items/{item}/move",
                    changes("/meetings/{agency}/items/{record}/move", "id={agency}&to=OFF&reason=tried&minutes=")
                            .of(RecordKind.CASE)),
            Map.entry("GET /meetings/{meeting}/items/move", nothing("/meetings/{agency}/items/move")),
            Map.entry(
                    "POST /meetings/{meeting}/items/move",
                    nothing("/meetings/{agency}/items/move", "to={agency}&reason=tried")),
            Map.entry("GET /meetings/{meeting}/order", list("/meetings/{agency}/order")),
            Map.entry(
                    "POST /meetings/{meeting}/order",
                    changes("/meetings/{agency}/order", "item={record}&where=UP&version=0")
                            .of(RecordKind.CASE)),
            Map.entry(
                    "GET /meetings/{meeting}/items/{item}/decisions/new",
                    reference("/meetings/{agency}/items/{record}/decisions/new").of(RecordKind.CASE)),
            Map.entry(
                    "GET /meetings/{meeting}/items/{item}/decisions/{decision}/edit",
                    nothing("/meetings/{agency}/items/{record}/decisions/{record}/edit")),
            Map.entry(
                    "POST /meetings/{meeting}/items/{item}/decisions",
                    changes("/meetings/{agency}/items/{record}/decisions", "id={agency}&words=tried")
                            .of(RecordKind.CASE)),
            Map.entry("GET /meetings/{meeting}/attendance/new", nothing("/meetings/{record}/attendance/new")),
            Map.entry(
                    "GET /meetings/{meeting}/attendance/{row}/edit",
                    nothing("/meetings/{record}/attendance/{record}/edit")),
            Map.entry("POST /meetings/{meeting}/attendance", nothing("/meetings/{record}/attendance", "name={word}")),
            Map.entry("GET /meetings/days-off", nothing("/meetings/days-off")),
            Map.entry("POST /meetings/days-off", nothing("/meetings/days-off", "words={word}")),
            Map.entry("GET /meetings/calendar", nothing("/meetings/calendar")),
            Map.entry("POST /meetings/calendar", outside("makes an address of whoever asks; shows times and places")),
            Map.entry("POST /meetings/calendar/{id}/revoke", nothing("/meetings/calendar/{record}/revoke", "words=x")),
            Map.entry("GET /meetings/calendar/{token}.ics", nothing("/meetings/calendar/{record}.ics")),
            // Actions
            Map.entry("GET /actions", parts("/actions")),
            Map.entry("GET /actions/{action}", one("/actions/{record}").of(RecordKind.ACTION)),
            Map.entry("POST /actions/{action}", changes("/actions/{record}", "state=IN_PROGRESS&version=0")),
            Map.entry("GET /actions/new", reference("/actions/new?within={record}")),
            Map.entry("POST /actions/new", changes("/actions/new", "within={record}&words=tried")),
            Map.entry(
                    "GET /actions/{action}/edit", one("/actions/{record}/edit").of(RecordKind.ACTION)),
            Map.entry("POST /actions/{action}/edit", changes("/actions/{record}/edit", "version=0")),
            Map.entry(
                    "GET /actions/{action}/worker",
                    one("/actions/{record}/worker").of(RecordKind.ACTION)),
            Map.entry("POST /actions/{action}/worker", changes("/actions/{record}/worker", "version=0")),
            Map.entry(
                    "POST /actions/chase",
                    outside("writes that actions were asked for; answers with the list of them")),
            // Your work
            Map.entry("GET /acting-as", nothing("/acting-as")),
            Map.entry("GET /acting-as/purpose", nothing("/acting-as/purpose")),
            Map.entry("GET /messages", nothing("/messages")),
            Map.entry("POST /messages", nothing("/messages", "often={word}")),
            Map.entry("GET /administration/messages", nothing("/administration/messages")),
            Map.entry("GET /leave", nothing("/leave")),
            Map.entry("GET /work", list("/work")),
            Map.entry("POST /acting-as", outside("changes what whoever asks acts as")),
            Map.entry("POST /acting-as/purpose", outside("changes the purpose of whoever asks")),
            Map.entry("POST /leave", nothing("/leave", "words={word}")),
            Map.entry("POST /leave/{id}/cancel", nothing("/leave/{record}/cancel", "words={word}")),
            // The trail
            Map.entry("GET /trail", list("/trail")),
            Map.entry("GET /trail/entries/{id}", nothing("/trail/entries/{record}")),
            Map.entry("GET /trail/export", list("/trail/export")),
            Map.entry("GET /trail/mine", list("/trail/mine")),
            Map.entry("GET /trail/unusual", list("/trail/unusual")),
            Map.entry("GET /trail/unusual/{id}", nothing("/trail/unusual/{record}")),
            Map.entry("POST /trail/unusual/{id}", nothing("/trail/unusual/{record}", "words={word}")),
            // Administration: no record
            Map.entry("GET /administration/accounts", nothing("/administration/accounts")),
            Map.entry("GET /administration/accounts/new", nothing("/administration/accounts/new")),
            Map.entry(
                    "GET /administration/accounts/{account}/leave", nothing("/administration/accounts/{record}/leave")),
            Map.entry(
                    "GET /administration/accounts/{account}/memberships/new",
                    nothing("/administration/accounts/{record}/memberships/new")),
            Map.entry("GET /administration/accounts/{id}", nothing("/administration/accounts/{record}")),
            Map.entry("GET /administration/accounts/{id}/close", nothing("/administration/accounts/{record}/close")),
            Map.entry("GET /administration/accounts/{id}/edit", nothing("/administration/accounts/{record}/edit")),
            Map.entry("GET /administration/agencies", nothing("/administration/agencies")),
            Map.entry("GET /administration/agencies/new", nothing("/administration/agencies/new")),
            Map.entry(
                    "GET /administration/agencies/{agency}/agreements/new",
                    nothing("/administration/agencies/{record}/agreements/new")),
            Map.entry(
                    "GET /administration/agencies/{agency}/contacts/new",
                    nothing("/administration/agencies/{record}/contacts/new")),
            Map.entry("GET /administration/agencies/{id}", nothing("/administration/agencies/{record}")),
            Map.entry("GET /administration/agencies/{id}/close", nothing("/administration/agencies/{record}/close")),
            Map.entry("GET /administration/agencies/{id}/edit", nothing("/administration/agencies/{record}/edit")),
            Map.entry(
                    "GET /administration/agreements/{id}/withdraw",
                    nothing("/administration/agreements/{record}/withdraw")),
            Map.entry(
                    "GET /administration/memberships/{id}/edit", nothing("/administration/memberships/{record}/edit")),
            Map.entry("GET /administration/memberships/{id}/end", nothing("/administration/memberships/{record}/end")),
            Map.entry("GET /administration/settings", nothing("/administration/settings")),
            Map.entry("GET /administration/settings/{name}", nothing("/administration/settings/{record}")),
            Map.entry("GET /systems", nothing("/systems")),
            Map.entry("GET /systems/new", nothing("/systems/new")),
            Map.entry("GET /systems/{id}", nothing("/systems/{record}")),
            Map.entry("POST /administration/accounts", nothing("/administration/accounts", "words={word}")),
            Map.entry(
                    "POST /administration/accounts/search", nothing("/administration/accounts/search", "words={word}")),
            Map.entry(
                    "POST /administration/accounts/{account}/leave",
                    nothing("/administration/accounts/{record}/leave", "words={word}")),
            Map.entry(
                    "POST /administration/accounts/{account}/memberships",
                    nothing("/administration/accounts/{record}/memberships", "words={word}")),
            Map.entry(
                    "POST /administration/accounts/{id}/close",
                    nothing("/administration/accounts/{record}/close", "words={word}")),
            Map.entry(
                    "POST /administration/accounts/{id}/edit",
                    nothing("/administration/accounts/{record}/edit", "words={word}")),
            Map.entry(
                    "POST /administration/accounts/{id}/link",
                    nothing("/administration/accounts/{record}/link", "words={word}")),
            Map.entry(
                    "POST /administration/accounts/{id}/sessions/end",
                    nothing("/administration/accounts/{record}/sessions/end", "words={word}")),
            Map.entry("POST /administration/agencies", nothing("/administration/agencies", "words={word}")),
            Map.entry(
                    "POST /administration/agencies/{agency}/agreements",
                    nothing("/administration/agencies/{record}/agreements", "words={word}")),
            Map.entry(
                    "POST /administration/agencies/{agency}/contacts",
                    nothing("/administration/agencies/{record}/contacts", "words={word}")),
            Map.entry(
                    "POST /administration/agencies/{id}/close",
                    nothing("/administration/agencies/{record}/close", "words={word}")),
            Map.entry(
                    "POST /administration/agencies/{id}/edit",
                    nothing("/administration/agencies/{record}/edit", "words={word}")),
            Map.entry(
                    "POST /administration/agreements/{id}/withdraw",
                    nothing("/administration/agreements/{record}/withdraw", "words={word}")),
            Map.entry(
                    "POST /administration/contacts/{id}/end",
                    nothing("/administration/contacts/{record}/end", "words={word}")),
            Map.entry(
                    "POST /administration/memberships/{id}/edit",
                    nothing("/administration/memberships/{record}/edit", "words={word}")),
            Map.entry(
                    "POST /administration/memberships/{id}/end",
                    nothing("/administration/memberships/{record}/end", "words={word}")),
            Map.entry(
                    "POST /administration/settings/{name}",
                    nothing("/administration/settings/{record}", "words={word}")),
            Map.entry("POST /systems", nothing("/systems", "words={word}")),
            Map.entry("POST /systems/{id}/revoke", nothing("/systems/{record}/revoke", "words={word}")),
            Map.entry("POST /systems/{id}/secrets", nothing("/systems/{record}/secrets", "words={word}")),
            Map.entry(
                    "POST /systems/{id}/secrets/{secret}/revoke",
                    nothing("/systems/{record}/secrets/{record}/revoke", "words={word}")),
            // Old lists
            Map.entry("GET /old-lists", nothing("/old-lists")),
            Map.entry("POST /old-lists", nothing("/old-lists", "text={word}")),
            Map.entry("POST /old-lists/file", nothing("/old-lists/file", "{word}")),
            Map.entry("GET /old-lists/{list}", nothing("/old-lists/{record}")),
            Map.entry("GET /old-lists/{list}/columns", nothing("/old-lists/{record}/columns")),
            Map.entry("POST /old-lists/{list}/columns", nothing("/old-lists/{record}/columns", "version=0")),
            Map.entry("POST /old-lists/{list}/take", nothing("/old-lists/{record}/take", "words={word}")),
            Map.entry("POST /old-lists/{list}/empty", nothing("/old-lists/{record}/empty", "words={word}")),
            // The API
            Map.entry("GET /api", nothing("/api")),
            Map.entry("GET /api/v1", nothing("/api/v1").byToken()),
            Map.entry("GET /api/v1/agencies", nothing("/api/v1/agencies").byToken()),
            Map.entry("GET /api/v1/me", nothing("/api/v1/me").byToken()),
            Map.entry("GET /api/v1/openapi.json", nothing("/api/v1/openapi.json")),
            Map.entry("GET /api/v1/records", list("/api/v1/records?limit=100").byToken()),
            Map.entry(
                    "GET /api/v1/records/count",
                    nothing("/api/v1/records/count").byToken()),
            Map.entry(
                    "GET /api/v1/records/{id}",
                    reference("/api/v1/records/{record}").complete().byToken()),
            Map.entry(
                    "GET /api/v1/research-requests",
                    parts("/api/v1/research-requests?limit=100").byToken()),
            Map.entry(
                    "GET /api/v1/research-requests/{id}",
                    one("/api/v1/research-requests/{record}")
                            .of(RecordKind.CASE)
                            .byToken()),
            Map.entry(
                    "PUT /api/v1/research-requests/{id}",
                    changes("/api/v1/research-requests/{record}", "{\"nothingKnown\":true}")
                            .of(RecordKind.CASE)
                            .byToken()
                            .put()),
            Map.entry(
                    "POST /api/v1/referrals",
                    nothing("/api/v1/referrals", "{\"victim\":{\"given\":\"{word}\"}}")
                            .byToken()),
            Map.entry(
                    "POST /api/v1/referrals/{id}/incidents",
                    changes(
                                    "/api/v1/referrals/{record}/incidents",
                                    "{\"happenedOn\":\"2026-11-01\",\"abuse\":\"THREATS\",\"words\":\"tried\",\"who\":\"SAME\",\"knownBy\":\"SEEN\",\"safeToSpeak\":\"NO\",\"emergency\":\"CALLED\"}")
                            .of(RecordKind.CASE)
                            .byToken()),
            Map.entry(
                    "GET /api/v1/samples/chairs",
                    nothing("/api/v1/samples/chairs").byToken()),
            Map.entry("GET /api/v1/samples/fault", outside("only tests have it")),
            Map.entry(
                    "GET /api/v1/samples/forgotten",
                    nothing("/api/v1/samples/forgotten").byToken()),
            Map.entry("GET /api/v1/samples/silence", outside("only tests have it")),
            Map.entry(
                    "GET /api/v1/samples/undescribed",
                    nothing("/api/v1/samples/undescribed").byToken()),
            Map.entry("GET /api/v1/trail", list("/api/v1/trail").byToken()),
            Map.entry(
                    "POST /api/v1/records",
                    changes("/api/v1/records", "{\"kind\":\"ACTION\",\"within\":\"{record}\"}")
                            .byToken()),
            Map.entry(
                    "POST /api/v1/records/search",
                    list("/api/v1/records/search", "{\"words\":\"{word}\",\"limit\":100}")
                            .complete()
                            .byToken()),
            // More handlers that only tests have
            Map.entry("GET /doors/export", nothing("/doors/export")),
            Map.entry("POST /doors/export", nothing("/doors/export", "words={word}")),
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
            // Voices: no record and no person
            Map.entry("GET /voices", nothing("/voices")),
            Map.entry("POST /voices", nothing("/voices", "words={word}")),
            Map.entry("GET /voices/thanks", nothing("/voices/thanks")),
            Map.entry("GET /voices/reports", nothing("/voices/reports")),
            Map.entry("GET /voices/reports/{id}", nothing("/voices/reports/{record}")),
            Map.entry("POST /voices/reports/{id}", nothing("/voices/reports/{record}", "what=ACCEPT&name={word}")),
            Map.entry("GET /voices/places", nothing("/voices/places")),
            Map.entry("GET /voices/places.csv", nothing("/voices/places.csv")),
            Map.entry("POST /voices/places", nothing("/voices/places", "words={word}")),
            Map.entry("POST /voices/places/{id}/close", nothing("/voices/places/{record}/close", "words={word}")),
            Map.entry("GET /voices/heard", nothing("/voices/heard")),
            Map.entry("GET /voices/heard.csv", nothing("/voices/heard.csv")),
            Map.entry("GET /voices/surveys", nothing("/voices/surveys")),
            Map.entry("GET /voices/surveys.csv", nothing("/voices/surveys.csv")),
            Map.entry("GET /voices/surveys/new", nothing("/voices/surveys/new")),
            Map.entry("POST /voices/surveys/new", nothing("/voices/surveys/new", "source={word}")),
            // MATAC: only what is open, and only from the police extract
            Map.entry("GET /matac", parts("/matac")),
            Map.entry("GET /matac/suspected", parts("/matac/suspected")),
            Map.entry("GET /matac/harmed", parts("/matac/harmed")),
            Map.entry("GET /matac/ranking.csv", list("/matac/ranking.csv")),
            Map.entry("GET /matac/suspected.csv", list("/matac/suspected.csv")),
            Map.entry("GET /matac/harmed.csv", list("/matac/harmed.csv")),
            Map.entry(
                    "GET /matac/people/{record}", one("/matac/people/{record}").of(RecordKind.PERSON)),
            Map.entry("GET /matac/scale", nothing("/matac/scale")),
            Map.entry("GET /matac/scale.csv", nothing("/matac/scale.csv")),
            Map.entry("GET /matac/meetings", nothing("/matac/meetings")),
            Map.entry("GET /matac/meetings/{id}", parts("/matac/meetings/{matac}")),
            Map.entry("GET /matac/nominations", parts("/matac/nominations")),
            Map.entry("GET /matac/nominations.csv", parts("/matac/nominations.csv")),
            Map.entry("GET /matac/nominate", nothing("/matac/nominate")),
            Map.entry("POST /matac/nominate", nothing("/matac/nominate", "reference={word}&reason={word}")),
            Map.entry(
                    "GET /matac/nominations/{id}",
                    one("/matac/nominations/{record}").of(RecordKind.PERSON)),
            Map.entry("POST /matac/nominations/{id}", changes("/matac/nominations/{record}", "words={word}")),
            // Priorities: no record and no person
            Map.entry("GET /priorities", nothing("/priorities")),
            Map.entry("GET /priorities.csv", nothing("/priorities.csv")),
            Map.entry("GET /priorities/profile", nothing("/priorities/profile")),
            Map.entry("GET /priorities/profile.csv", nothing("/priorities/profile.csv")),
            Map.entry("GET /priorities/areas", nothing("/priorities/areas")),
            Map.entry("GET /priorities/areas.csv", nothing("/priorities/areas.csv")),
            Map.entry("GET /priorities/near-repeats.csv", nothing("/priorities/near-repeats.csv")),
            Map.entry("GET /priorities/reviews.csv", nothing("/priorities/reviews.csv")),
            Map.entry("GET /priorities/seasons", nothing("/priorities/seasons")),
            Map.entry("GET /priorities/seasons.csv", nothing("/priorities/seasons.csv")),
            Map.entry("GET /priorities/tasks", nothing("/priorities/tasks")),
            Map.entry("GET /priorities/tasks.csv", nothing("/priorities/tasks.csv")),
            Map.entry("POST /priorities/tasks/chase", nothing("/priorities/tasks/chase", "words={word}")),
            Map.entry("GET /priorities/tasks/{task}", nothing("/priorities/tasks/{record}")),
            Map.entry("POST /priorities/tasks/{task}", nothing("/priorities/tasks/{record}", "words={word}")),
            Map.entry("GET /priorities/scales", nothing("/priorities/scales")),
            Map.entry("GET /priorities/scales.csv", nothing("/priorities/scales.csv")),
            Map.entry("GET /priorities/scales/weights", nothing("/priorities/scales/weights")),
            Map.entry("POST /priorities/scales/weights", nothing("/priorities/scales/weights", "rows={word}")),
            Map.entry("GET /priorities/scales/criteria", nothing("/priorities/scales/criteria")),
            Map.entry("POST /priorities/scales/criteria", nothing("/priorities/scales/criteria", "rows={word}")),
            Map.entry("GET /priorities/places", nothing("/priorities/places")),
            Map.entry("GET /priorities/places.csv", nothing("/priorities/places.csv")),
            Map.entry("GET /priorities/near-repeats", nothing("/priorities/near-repeats")),
            Map.entry("GET /priorities/problems/new", nothing("/priorities/problems/new")),
            Map.entry("POST /priorities/problems/new", nothing("/priorities/problems/new", "title={word}")),
            Map.entry("GET /priorities/problems/{id}.csv", nothing("/priorities/problems/{record}.csv")),
            Map.entry("GET /priorities/problems/{id}", nothing("/priorities/problems/{record}")),
            Map.entry("GET /priorities/problems/{id}/osara", nothing("/priorities/problems/{record}/osara")),
            Map.entry(
                    "POST /priorities/problems/{id}/osara",
                    nothing("/priorities/problems/{record}/osara", "words={word}")),
            Map.entry("GET /priorities/problems/{id}/score", nothing("/priorities/problems/{record}/score")),
            Map.entry(
                    "POST /priorities/problems/{id}/score",
                    nothing("/priorities/problems/{record}/score", "words={word}")),
            Map.entry("GET /priorities/problems/{id}/priority", nothing("/priorities/problems/{record}/priority")),
            Map.entry(
                    "POST /priorities/problems/{id}/priority",
                    nothing("/priorities/problems/{record}/priority", "words={word}")),
            Map.entry(
                    "GET /priorities/problems/{id}/priority/end",
                    nothing("/priorities/problems/{record}/priority/end")),
            Map.entry(
                    "POST /priorities/problems/{id}/priority/end",
                    nothing("/priorities/problems/{record}/priority/end", "because={word}")),
            Map.entry("GET /priorities/problems/{id}/tasks/new", nothing("/priorities/problems/{record}/tasks/new")),
            Map.entry(
                    "POST /priorities/problems/{id}/tasks/new",
                    nothing("/priorities/problems/{record}/tasks/new", "words={word}")),
            Map.entry("GET /priorities/problems/{id}/effect", nothing("/priorities/problems/{record}/effect")),
            Map.entry(
                    "POST /priorities/problems/{id}/effect",
                    nothing("/priorities/problems/{record}/effect", "words={word}")),
            Map.entry(
                    "GET /priorities/problems/{id}/tasks/{task}",
                    nothing("/priorities/problems/{record}/tasks/{record}")),
            Map.entry(
                    "POST /priorities/problems/{id}/tasks/{task}",
                    nothing("/priorities/problems/{record}/tasks/{record}", "words={word}")),
            Map.entry("GET /priorities/reviews", nothing("/priorities/reviews")),
            Map.entry("GET /priorities/reviews/new", nothing("/priorities/reviews/new")),
            Map.entry("POST /priorities/reviews/new", nothing("/priorities/reviews/new", "number={word}")),
            Map.entry(
                    "POST /priorities/reviews/{id}/answer",
                    nothing("/priorities/reviews/{record}/answer", "words={word}")),
            // The site itself
            Map.entry("ANY /error", nothing("/error")),
            Map.entry("GET /health", nothing("/health")),
            // Handlers that only tests have
            Map.entry("GET /doors/busy", nothing("/doors/busy")),
            Map.entry("GET /doors/chairs", nothing("/doors/chairs")),
            Map.entry("GET /doors/forgotten", nothing("/doors/forgotten"))));

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
}
