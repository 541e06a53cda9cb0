package org.witan.everypath;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.access.Part;
import org.witan.access.RecordKind;
import org.witan.database.OwnerDatabase;
import org.witan.everypath.Looker.Agency;
import org.witan.everypath.Looker.Hat;

/// Writes the facts of a [World] into the database, as its owner.
final class Writing {
    private final Connection connection;
    private final JdbcClient owner;
    private final UUID clerk = World.newId();

    Writing(ApplicationContext application) {
        try {
            connection = OwnerDatabase.connection(application);
            connection.setAutoCommit(false);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        account(clerk, false);
    }

    void agency(Agency agency) {
        run("""
                insert into access.agency (id, name, kind, added_at, closed_at)
                values (?, ?, ?, now() - interval '2 years', case when ? then now() end)
                """, agency.id(), "Invented agency " + agency.id(), agency.kind(), agency.closed());
        int since = agency.agreement() == Looker.Agreement.NOT_YET_SIGNED ? -5 : 700;
        int until = switch (agency.agreement()) {
            case IN_FORCE, WITHDRAWN, NOT_YET_SIGNED -> 300;
            case ENDED_A_WEEK_AGO -> -7;
            case ENDED_A_YEAR_AGO -> -365;
        };
        run("""
                insert into access.agreement (id, agency_id, title, signed_by, signed_on, expires_on, withdrawn_on,
                    recorded_at, recorded_by)
                values (?, ?, 'Invented agreement', 'Invented Signatory', access.today() - ?, access.today() + ?,
                    case when ? then access.today() - 1 end, now(), ?)
                """, World.newId(), agency.id(), since, until, agency.agreement() == Looker.Agreement.WITHDRAWN, clerk);
    }

    void account(UUID id, boolean closed) {
        run("""
                insert into access.account (id, given_name, family_name, email, added_at, closed_at)
                values (?, 'Invented', 'Person', ?, now() - interval '1 day', case when ? then now() end)
                """, id, id + "@example.org", closed);
    }

    void hat(Hat hat) {
        run("""
                insert into access.membership (id, account_id, agency_id, role, lead, starts_on, ends_on, granted_at)
                values (?, ?, ?, ?, ?, access.today() - 100, case when ? then access.today() - 1 end, now())
                """, hat.id(), hat.account(), hat.agency().id(), hat.role().name(), hat.lead(), hat.over());
    }

    void write(World world) {
        for (UUID[] absence : world.absences()) {
            run("""
                    insert into access.absence (id, account_id, deputy_id, from_on, until_on, recorded_at, recorded_by)
                    values (?, ?, ?, access.today() - 1, access.today() + 1, now(), ?)
                    """, World.newId(), absence[0], absence[1], clerk);
        }
        UUID owner = world.lookers.getFirst().hat().agency().id();
        world.files.forEach(file -> record(file, owner));
        world.files.forEach(file -> lists(file));
        List<File> persons = world.files.stream()
                .filter(file -> file.kind == RecordKind.PERSON)
                .toList();
        persons.forEach(file -> person(file, owner));
        persons.forEach(file -> nomination(file, owner));
        for (int at = 1; at < persons.size(); at++) {
            pair(persons.get(at - 1), persons.get(at), owner);
        }
        List<File> cases = world.files.stream()
                .filter(file -> file.kind == RecordKind.CASE)
                .toList();
        cases.forEach(file -> referral(file, owner));
        for (int at = 1; at < cases.size(); at++) {
            repetition(cases.get(at - 1), cases.get(at));
        }
        cases.forEach(file -> assessment(file, owner));
        world.files.stream()
                .filter(file -> file.kind == RecordKind.HUB_CASE)
                .forEach(file -> resident(file, file.parties.iterator().next()));
        meetings(world, owner);
        matac(world, owner);
        try (connection) {
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void record(File file, UUID owner) {
        run(
                """
                insert into access.record (id, kind, reference, owner_id, within_id, registered_at)
                values (?, ?, ?, ?, cast(nullif(?, '') as uuid), now())
                """,
                file.id,
                file.kind.name(),
                file.reference,
                owner,
                file.within == null ? "" : file.within.id.toString());
    }

    private void lists(File file) {
        for (Part part : Part.values()) {
            run("""
                    insert into access.note (id, record_id, kind, part, words, author_id, agency_id, written_at)
                    select ?, id, kind, ?, ?, ?, owner_id, now() from access.record where id = ?
                    """, World.newId(), part.name(), file.marker(part), clerk, file.id);
        }
        file.about.forEach(person -> run(
                "insert into access.about (record_id, person_id, since_at) values (?, ?, now())", file.id, person.id));
        file.parties.forEach(agency -> party(file, agency, false));
        file.pastParties.forEach(agency -> party(file, agency, true));
        file.assigned.forEach(account -> assignment(file, account, false));
        file.pastAssigned.forEach(account -> assignment(file, account, true));
        file.named.forEach(account -> allowance(file, account, false));
        file.pastNamed.forEach(account -> allowance(file, account, true));
        file.barred.forEach(account -> barrier(file, "account_id", account, "KNOWS", false));
        file.pastBarred.forEach(account -> barrier(file, "account_id", account, "DENIED", true));
        file.barredAgencies.forEach(agency -> barrier(file, "agency_id", agency, "EMPLOYEE_CASE", false));
        file.glass.forEach(membership -> glass(file, membership, 3, false));
        file.spentGlass.forEach(membership -> glass(file, membership, -1, false));
        file.rejectedGlass.forEach(membership -> glass(file, membership, 3, true));
        if (file.restricted || file.wasRestricted) {
            restriction(file);
        }
        embargo(file);
    }

    /// What module people keeps about a person, so that its tables are compared as well.
    private void person(File file, UUID agency) {
        UUID receipt = World.newId();
        run("""
                insert into people.source_record (id, part, standing, receipt_id, source, agency_id, received_at,
                    given_name, family_name, date_of_birth, sex, protected, language, interpreter, pregnant, deceased)
                values (?, 'VICTIM', 'VICTIM', ?, 'BY_HAND', ?, now(), 'Invented', ?, '', '', false, '',
                    'NOT_ASKED', 'NOT_ASKED', 'NOT_ASKED')
                """, file.id, receipt, agency, file.word());
        run("""
                insert into people.alias (id, record_id, part, alias_kind, given_name, family_name)
                values (?, ?, 'VICTIM', 'ALIAS', 'Invented', ?)
                """, World.newId(), file.id, file.marker(Part.VICTIM));
        run("""
                insert into people.stated (id, record_id, part, what, value) values (?, ?, 'VICTIM', 'PHONE', '07700 900000')
                """, World.newId(), file.id);
        run("""
                insert into people.address (id, record_id, part, lines, town, postcode, protected)
                values (?, ?, 'VICTIM_ADDRESS', ?, '', '', false)
                """, World.newId(), file.id, file.marker(Part.VICTIM_ADDRESS));
        run("""
                insert into people.safe_contact (id, record_id, part, means, value, times, voicemail, safe, remark)
                values (?, ?, 'VICTIM', 'PHONE', '', '', 'NO', 'YES', '')
                """, World.newId(), file.id);
        UUID person = file.same == null ? file.id : file.same.id;
        run("insert into people.person (id, made_at) values (?, now()) on conflict do nothing", person);
        run("""
                insert into people.link (id, record_id, person_id, with_id, made_at)
                values (?, ?, ?, cast(nullif(?, '') as uuid), now())
                """, World.newId(), file.id, person, file.same == null ? "" : file.same.id.toString());
        owner.sql("select access.unite(?, array[?]::uuid[])")
                .params(person, file.id)
                .query(_ -> {});
    }

    /// What module matac keeps: that somebody was nominated as an alleged perpetrator, and what was decided.
    private void nomination(File file, UUID agency) {
        run("""
                insert into matac.nomination (id, record_id, reason, agency_id, on_day, at, by)
                values (?, ?, ?, ?, access.today(), now(), ?)
                """, file.id, file.id, file.marker(Part.PERPETRATOR), agency, clerk);
        run("""
                insert into matac.decision (id, nomination_id, record_id, version, outcome, approach, words, on_day, at, by)
                values (?, ?, ?, 1, 'ADOPTED', 'SUPPORT', ?, access.today(), now(), ?)
                """, World.newId(), file.id, file.id, file.marker(Part.PERPETRATOR), clerk);
    }

    /// A meeting of a MATAC with every agency, so that whoever speaks for one reads what it has to decide.
    private void matac(World world, UUID agency) {
        UUID board = World.newId();
        UUID meeting = Way.matac(world.word);
        run("""
                insert into meeting.board (id, kind, name, area, agency_id, made_at, made_by)
                values (?, 'MATAC', ?, '', ?, now(), ?)
                """, board, "Invented MATAC " + world.word, agency, clerk);
        world.hats.stream()
                .map(hat -> hat.agency().id())
                .distinct()
                .forEach(one -> run("""
                        insert into meeting.board_agency (id, board_id, agency_id, core, from_at, added_by)
                        values (?, ?, ?, false, now(), ?)
                        """, World.newId(), board, one, clerk));
        run(
                "insert into meeting.meeting (id, board_id, made_at, made_by) values (?, ?, now(), ?)",
                meeting,
                board,
                clerk);
        run("""
                insert into meeting.timing
                    (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version)
                values (?, ?, now() + interval '20 days', 120, '', '', '', now(), ?, 0)
                """, World.newId(), meeting, clerk);
    }

    /// What module meeting keeps about records, so that its tables are compared as well.
    private void meetings(World world, UUID agency) {
        UUID board = World.newId();
        run("""
                insert into meeting.board (id, kind, name, area, agency_id, made_at, made_by)
                values (?, 'MARAC', ?, '', ?, now(), ?)
                """, board, "Invented board " + world.word, agency, clerk);
        // A path of the test can name it.
        UUID meeting = world.hats.getFirst().agency().id();
        run(
                "insert into meeting.meeting (id, board_id, made_at, made_by) values (?, ?, now(), ?)",
                meeting,
                board,
                clerk);
        run("""
                insert into meeting.timing
                    (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version)
                values (?, ?, now() + interval '3 days', 180, '', '', '', now(), ?, 0)
                """, World.newId(), meeting, clerk);
        run(
                "insert into meeting.minutes_out (id, meeting_id, at, by) values (?, ?, now(), ?)",
                World.newId(),
                meeting,
                clerk);
        run("insert into meeting.chased (meeting_id, at) values (?, now())", meeting);
        run("""
                insert into meeting.signature (meeting_id, account_id, agency_id, statement, signed_at)
                values (?, ?, ?, 1, now())
                """, meeting, clerk, agency);
        run("""
                insert into marac.research_chase (meeting_id, agency_id, chased_on, chased_at, chased_by)
                values (?, ?, access.today(), now(), ?)
                """, meeting, agency, clerk);
        run("""
                insert into meeting.business (id, meeting_id, words, put_on_at, put_on_by) values (?, ?, 'invented', now(), ?)
                """, World.newId(), meeting, clerk);
        run("""
                insert into meeting.resolution (id, meeting_id, words, decided_at, written_by)
                values (?, ?, 'invented', now(), ?)
                """, World.newId(), meeting, clerk);
        run("""
                insert into marac.board_area (id, board_id, codes, since_at, set_by) values (?, ?, 'ZX16', now(), ?)
                """, World.newId(), board, clerk);
        world.files.stream()
                .filter(file -> file.kind == RecordKind.CASE || file.kind == RecordKind.HUB_CASE)
                .forEach(file -> item(file, meeting, agency));
        world.files.stream()
                .filter(file -> file.kind == RecordKind.ACTION)
                .forEach(file -> action(file, board, agency));
        world.files.stream()
                .filter(file -> file.kind == RecordKind.CASE)
                .forEach(file -> run("""
                        insert into marac.emergency (meeting_id, record_id, board_id, called_at, called_by)
                        values (?, ?, ?, now(), ?)
                        """, meeting, file.id, board, clerk));
        imported(world, board, agency);
        UUID victims = world.lookers.stream()
                .filter(one -> one.label().equals("support worker"))
                .map(one -> one.hat().agency().id())
                .findFirst()
                .orElseThrow();
        world.files.stream()
                .filter(file -> file.kind == RecordKind.OFFER)
                .forEach(file -> offer(file, agency, victims));
        for (File file : world.files) {
            File within = file.within;
            if (file.kind == RecordKind.ACTION && within != null && within.kind == RecordKind.CASE) {
                run("""
                        insert into support.asked_action (record_id, case_id, area, subject, agreed_on)
                        values (?, ?, 'HOUSING', 'VICTIM', access.today())
                        """, file.id, within.id);
            }
        }
    }

    /// What module support keeps about an offer. The offer and a job both bear the id of the record.
    private void offer(File file, UUID agency, UUID provider) {
        run("""
                insert into support.offer (id, part, offer_kind, provider_id, reach, consent, eligibility, needs, agency_id,
                    asked_at, asked_on, asked_by)
                values (?, 'SUPPORT', 'HOME_SAFETY', ?, 'DIRECT', 'YES', ?, ?, ?, now(), access.today(), ?)
                """, file.id, provider, file.marker(Part.SUPPORT), file.marker(Part.SUPPORT), agency, clerk);
        run("""
                insert into support.offer_told (record_id, part, name, born, contact) values (?, 'VICTIM', ?, '', ?)
                """, file.id, file.marker(Part.VICTIM), file.marker(Part.VICTIM));
        run("""
                insert into support.offer_step (id, record_id, part, version, what, on_day, words, agency_id, at, by)
                values (?, ?, 'SUPPORT', 1, 'OFFERED', access.today(), ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.SUPPORT), agency, clerk);
        run("""
                insert into support.offer_score (record_id, part, aim, at_end, score, at, by)
                values (?, 'SUPPORT', 'SAFE', false, 3, now(), ?)
                """, file.id, clerk);
        run("""
                insert into support.suggestion (record_id, cannot_reveal) values (?, ?)
                """, file.id, file.marker(Part.SUPPORT) + " invented words that are long enough");
        UUID survey = World.newId();
        run("""
                insert into support.survey (id, record_id, on_day, agency_id, at, by)
                values (?, ?, access.today(), ?, now(), ?)
                """, survey, file.id, agency, clerk);
        run("insert into support.survey_item (survey_id, item) values (?, 'LOCKS')", survey);
        run("""
                insert into support.job (id, contractor_id, address, access, agency_id, asked_at, asked_by)
                values (?, ?, ?, ?, ?, now(), ?)
                """, file.id, provider, file.marker(Part.VICTIM_ADDRESS), file.marker(Part.SUPPORT), agency, clerk);
        run("insert into support.job_item (record_id, item) values (?, 'LOCKS')", file.id);
        run("""
                insert into support.job_step (id, record_id, what, on_day, words, agency_id, at, by)
                values (?, ?, 'DONE', access.today(), ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.SUPPORT), agency, clerk);
        run("""
                insert into support.family_need (record_id, adults, children, pets, access_needs)
                values (?, 1, 2, false, false)
                """, file.id);
        run("""
                insert into support.housing_step (id, record_id, what, on_day, words, agency_id, at, by)
                values (?, ?, 'APPLIED', access.today(), ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.SUPPORT), agency, clerk);
        run("""
                insert into support.follow_up (id, record_id, concern_id, happened_on, found_at)
                select ?, ?, (select id from people.concern order by id desc limit 1), access.today(), now()
                """, World.newId(), file.id);
        run("insert into support.move_need (record_id, bedrooms) values (?, 2)", file.id);
        run("insert into support.avoided_area (record_id, area) values (?, ?)", file.id, file.marker(Part.SUPPORT));
        run("""
                insert into support.property (id, record_id, postcode, ward, bedrooms, words, agency_id, at, by)
                values (?, ?, 'ZZ1 1ZZ', '', 2, ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.SUPPORT), provider, clerk);
        run("""
                insert into support.property_try (id, record_id, at, by) values (?, ?, now(), ?)
                """, World.newId(), file.id, clerk);
        run("""
                insert into support.contact_alarm (id, record_id, words, agency_id, at, by) values (?, ?, ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.SUPPORT), agency, clerk);
        run("""
                insert into support.contact_confirmed (id, record_id, reach, contact, agency_id, at, by)
                values (?, ?, 'DIRECT', ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.VICTIM), agency, clerk);
        run("""
                insert into support.vacancy (id, agency_id, spaces, most_beds, pets, access_needs, at, by)
                values (?, ?, 1, 4, false, false, now(), ?)
                """, World.newId(), provider, clerk);
    }

    /// That each case was taken from one old list.
    private void imported(World world, UUID board, UUID agency) {
        UUID list = World.newId();
        run("""
                insert into marac.old_list (id, agency_id, board_id, kind, digest, headings, columns, left_out, brought_at, brought_by)
                values (?, ?, ?, 'CSV', sha256(convert_to(?, 'UTF8')), '[]', '[]', 0, now(), ?)
                """, list, agency, board, world.word, clerk);
        int place = 0;
        for (File file : world.files) {
            if (file.kind == RecordKind.CASE) {
                place++;
                run("""
                        insert into marac.old_row (list_id, place, sheet, number, cells, state, record_id)
                        values (?, ?, 1, ?, '[]', 'TAKEN', ?)
                        """, list, place, place, file.id);
                run("""
                        insert into marac.imported (record_id, list_id, place, agency_id, digest, board_id, heard, imported_at, imported_by)
                        values (?, ?, ?, ?, sha256(convert_to(?, 'UTF8')), ?, false, now(), ?)
                        """, file.id, list, place, agency, file.reference, board, clerk);
            }
        }
    }

    /// An item bears the id of its record, so that a path can name it.
    private void item(File file, UUID meeting, UUID agency) {
        UUID item = file.id;
        run("""
                insert into meeting.item (id, meeting_id, record_id, kind, section, place, put_on_at, put_on_by)
                values (?, ?, ?, ?, 'WITH_CHILDREN', 1, now(), ?)
                """, item, meeting, file.id, file.kind.name(), clerk);
        run("""
                insert into meeting.item_mark (item_id, record_id, kind, mark) values (?, ?, ?, 'REPEAT')
                """, item, file.id, file.kind.name());
        run("""
                insert into meeting.item_event (id, item_id, record_id, kind, what, words, at, by)
                values (?, ?, ?, ?, 'HEARD', '', now(), ?)
                """, World.newId(), item, file.id, file.kind.name(), clerk);
        run("""
                insert into meeting.decision (id, item_id, record_id, kind, words, decided_at, written_by)
                values (?, ?, ?, ?, ?, now(), ?)
                """, World.newId(), item, file.id, file.kind.name(), file.marker(Part.MINUTES), clerk);
        if (file.kind == RecordKind.CASE) {
            minutes(file, meeting, item, agency);
            turn(file, meeting, item);
        }
    }

    /// What module marac keeps about a case on an agenda.
    private void minutes(File file, UUID meeting, UUID item, UUID agency) {
        UUID research = World.newId();
        run("""
                insert into marac.research (id, record_id, meeting_id, agency_id, nothing_known, answered_at, answered_by)
                values (?, ?, ?, ?, false, now(), ?)
                """, research, file.id, meeting, agency, clerk);
        run("""
                insert into marac.research_item (id, research_id, record_id, meeting_id, agency_id, about, is_fact, happened,
                    words, relevance, share, withheld_because, shared_at, shared_by)
                values (?, ?, ?, ?, ?, 'VICTIM', true, '', ?, '', true, '', now(), ?)
                """, World.newId(), research, file.id, meeting, agency, file.marker(Part.MINUTES), clerk);
        run("""
                insert into marac.line (id, record_id, item_id, line_kind, words, written_at, written_by)
                values (?, ?, ?, 'SHARED', ?, now(), ?)
                """, World.newId(), file.id, item, file.marker(Part.MINUTES), clerk);
        run("""
                insert into marac.flag (id, record_id, agency_id, what, said_at, said_by) values (?, ?, ?, 'SET', now(), ?)
                """, World.newId(), file.id, agency, clerk);
        run("""
                insert into marac.retention_decision (id, record_id, what, reason, at, by) values (?, ?, 'DESTROY', ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.RISK), clerk);
        run("""
                insert into marac.works_confirmed (id, record_id, board_id, would_see, reason, at, by)
                select ?, ?, m.board_id, '', ?, now(), ? from meeting.meeting m where m.id = ?
                """, World.newId(), file.id, file.marker(Part.THIRD_PARTY), clerk, meeting);
        transfer(file);
    }

    /// What module marac keeps about a case that came from another MARAC and goes to one; the
    /// transfer bears the id of the case, so that a path can name it.
    private void transfer(File file) {
        run("""
                insert into marac.transfer (id, record_id, to_marac, to_person, how_acknowledged, why, words, hidden_addresses,
                    hidden_because, made_at, made_by)
                values (?, ?, 'Invented MARAC', 'Invented Person', '', 'MOVED', ?, false, '', now(), ?)
                """, file.id, file.id, file.marker(Part.VICTIM_ADDRESS), clerk);
        run("""
                insert into marac.transfer_event (id, transfer_id, record_id, what, words, at, by)
                values (?, ?, ?, 'CHASED', ?, now(), ?)
                """, World.newId(), file.id, file.id, file.marker(Part.VICTIM_ADDRESS), clerk);
        run("""
                insert into marac.transfer_in (record_id, from_marac, from_person, their_reference, why, received_at, received_by)
                values (?, 'Invented MARAC', '', '', 'MOVED', now(), ?)
                """, file.id, clerk);
        Map.of("HEARINGS", Part.MINUTES, "ACTIONS", Part.ACTIONS, "ASSESSMENTS", Part.RISK)
                .forEach((what, part) -> run("""
                        insert into marac.received (record_id, part, what, content) values (?, ?, ?, cast(? as jsonb))
                        """, file.id, part.name(), what, received(what, file.marker(part))));
        run("""
                insert into marac.settled_gap (id, record_id, part, what, words, settled_at, settled_by)
                values (?, ?, 'VICTIM_ADDRESS', 'FIRST', ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.VICTIM_ADDRESS), clerk);
    }

    private static String received(String what, String words) {
        return switch (what) {
            case "HEARINGS" -> """
                    [{"board": "Invented", "on": "2026-01-02", "spoken": [], "lines": [{"kind": "SHARED", "words": "%s"}]}]
                    """.formatted(words);
            case "ACTIONS" -> """
                    [{"words": "%s", "agency": "", "due": null, "state": "PROPOSED"}]
                    """.formatted(words);
            default -> """
                    [{"tool": "Invented", "toolVersion": 1, "on": "2026-01-02", "agency": "Invented", "counted": 1, "high": true,
                      "judgement": "%s", "answers": []}]
                    """.formatted(words);
        };
    }

    /// A conference was at the case.
    private void turn(File file, UUID meeting, UUID item) {
        run("""
                insert into marac.turn (id, record_id, meeting_id, item_id, what, at, by)
                values (?, ?, ?, ?, 'LEFT', now(), ?)
                """, World.newId(), file.id, meeting, item, clerk);
    }

    private void action(File file, UUID board, UUID agency) {
        run("""
                insert into meeting.action (record_id, board_id, made_at, made_by, stands_since)
                values (?, ?, now(), ?, now())
                """, file.id, board, clerk);
        run("""
                insert into meeting.action_term (id, record_id, agency_id, since_at, set_by) values (?, ?, ?, now(), ?)
                """, World.newId(), file.id, agency, clerk);
        run("""
                insert into meeting.action_content (id, record_id, words, area, subject, since_at, set_by)
                values (?, ?, ?, 'CHILDREN', 'CHILD', now(), ?)
                """, World.newId(), file.id, file.marker(Part.ACTIONS), clerk);
        UUID state = World.newId();
        run("""
                insert into meeting.action_state (id, record_id, state, at, by, agency_id)
                values (?, ?, 'NOT_DONE', now(), ?, ?)
                """, state, file.id, clerk, agency);
        run("""
                insert into meeting.action_remark (state_id, record_id, part, words) values (?, ?, 'ACTIONS', ?)
                """, state, file.id, file.marker(Part.ACTIONS));
        run("""
                insert into meeting.action_for_worker (id, record_id, words, written_at, written_by)
                values (?, ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.PERPETRATOR_VIEW), clerk);
        run(
                "insert into meeting.chase (id, record_id, chased_at, chased_by) values (?, ?, now(), ?)",
                World.newId(),
                file.id,
                clerk);
    }

    /// What module hub keeps about a case; what a path names bears the id of the case. Its agency takes part in it.
    private void resident(File file, UUID agency) {
        run("""
                insert into hub.referral (id, agency_id, referred_by, referred_at, referred_on, urgent, need_version,
                    state, state_since, changed_at, changed_by)
                values (?, ?, ?, now(), access.today(), false, 1, 'OPEN', now(), now(), ?)
                """, file.id, agency, clerk, clerk);
        run("""
                insert into hub.draft (id, account_id, agency_id, begun_at, changed_at, sent_at, record_id)
                values (?, ?, ?, now(), now(), now(), ?)
                """, World.newId(), clerk, agency, file.id);
        run("""
                insert into hub.resident (record_id, given_name, family_name, born_on, contact, digest)
                values (?, 'Invented', ?, '1960-01-01', '', '')
                """, file.id, file.marker(Part.VICTIM));
        run(
                "insert into hub.home (record_id, lines, postcode) values (?, ?, '')",
                file.id,
                file.marker(Part.VICTIM_ADDRESS));
        run(
                "insert into hub.child (record_id, place, name, born) values (?, 0, ?, '')",
                file.id,
                file.marker(Part.CHILDREN));
        run("""
                insert into hub.story (record_id, concerns, tried, urgent_because) values (?, ?, 'invented', '')
                """, file.id, file.marker(Part.RISK));
        run(
                "insert into hub.consent (record_id, given, words) values (?, false, ?)",
                file.id,
                file.marker(Part.VICTIM));
        run("insert into hub.need_of_case (record_id, version, code) values (?, 1, 'HOUSING')", file.id);
        run("""
                insert into hub.decision (id, record_id, step, reason, words, at, by)
                values (?, ?, 'NOT_ADDED', 'ONE_AGENCY', ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.MINUTES), clerk);
        run("update hub.referral set state = 'OPEN' where id = ?", file.id);
        run("""
                insert into hub.lead (id, record_id, agency_id, since_at, set_by) values (?, ?, ?, now(), ?)
                """, World.newId(), file.id, agency, clerk);
        run("""
                insert into hub.request (id, record_id, agency_id, purpose, due_on, asked_at, asked_by)
                values (?, ?, ?, ?, access.today() - 1, now(), ?)
                """, file.id, file.id, agency, file.marker(Part.MINUTES), clerk);
        run("""
                insert into hub.answer (id, request_id, record_id, agency_id, known, words, answered_at, answered_by)
                values (?, ?, ?, ?, 'OPEN', ?, now(), ?)
                """, World.newId(), file.id, file.id, agency, file.marker(Part.MINUTES), clerk);
        run("""
                insert into hub.review_day (id, record_id, due_on, set_at, set_by) values (?, ?, access.today(), now(), ?)
                """, World.newId(), file.id, clerk);
        UUID measurement = World.newId();
        run("""
                insert into hub.measurement (id, record_id, occasion, with_person, taken_on, words, agency_id, taken_at, taken_by)
                values (?, ?, 'START', true, access.today(), ?, ?, now(), ?)
                """, measurement, file.id, file.marker(Part.RISK), agency, clerk);
        run("""
                insert into hub.measured (measurement_id, record_id, version, code, value) values (?, ?, 1, 'HOUSING', 4)
                """, measurement, file.id);
        run("""
                insert into hub.step_up (id, record_id, to_where, words, at, by) values (?, ?, 'MARAC', ?, now(), ?)
                """, file.id, file.id, file.marker(Part.MINUTES), clerk);
        run("""
                insert into hub.step_end (id, record_id, how, words, at, by) values (?, ?, 'TAKEN', ?, now(), ?)
                """, file.id, file.id, file.marker(Part.MINUTES), clerk);
        run("""
                insert into hub.elsewhere (record_id, agency_id, reference, since_at) values (?, ?, ?, now())
                """, file.id, agency, file.reference);
    }

    private void pair(File one, File other, UUID agency) {
        UUID concern = World.newId();
        run("""
                insert into people.concern (id, record_id, source, agency_id, happened_on, code, words, received_at)
                values (?, ?, 'BY_HAND', ?, access.today(), '', ?, now())
                """, concern, one.id, agency, one.marker(Part.RISK));
        for (File each : List.of(one, other)) {
            run("""
                    insert into people.concern_person (concern_id, record_id, part) values (?, ?, 'VICTIM')
                    """, concern, each.id);
        }
        run("""
                insert into people.relationship (id, record_id, part, other_id, other_part, relation)
                values (?, ?, 'VICTIM', ?, 'VICTIM', 'SIBLING')
                """, World.newId(), one.id, other.id);
        run("""
                insert into people.suggestion (id, record_id, other_id, weight, probability, waterfall, guard, reason,
                    made_at)
                values (?, ?, ?, 1, 0.6, '{"prior": -20, "steps": []}', 'UNSURE', '', now())
                """, World.newId(), one.id, other.id);
        run("""
                insert into people.apart (id, record_id, other_id, reason, made_at, made_by)
                values (?, least(cast(? as uuid), cast(? as uuid)), greatest(cast(? as uuid), cast(? as uuid)), '', now(), ?)
                """, World.newId(), one.id, other.id, one.id, other.id, clerk);
    }

    /// What module marac keeps about a case.
    private void referral(File file, UUID agency) {
        run("""
                insert into marac.referral (id, agency_id, referred_by, referred_at, referred_on)
                values (?, ?, ?, now(), access.today())
                """, file.id, agency, clerk);
        Map.of(
                        "REFERRER", Part.SUMMARY,
                        "JUDGEMENT", Part.RISK,
                        "WANTS", Part.VICTIM,
                        "CHILDREN_CARE", Part.CHILDREN,
                        "PERPETRATOR_MORE", Part.PERPETRATOR,
                        "YOUNG_SIBLINGS", Part.CHILDREN)
                .forEach((topic, part) -> run("""
                        insert into marac.statement (id, record_id, part, topic, words) values (?, ?, ?, ?, ?)
                        """, World.newId(), file.id, part.name(), topic, file.marker(part)));
        for (File person : file.about) {
            run("""
                    insert into marac.referred_person (record_id, part, person_id, place, school)
                    values (?, 'VICTIM', ?, 0, ?)
                    """, file.id, person.id, file.marker(Part.VICTIM));
        }
        run("insert into marac.claimed_ground (record_id, ground) values (?, 'REPEAT')", file.id);
        run("""
                insert into marac.sharing_decision (record_id, purpose, basis, necessity, proportionality, decided_by)
                values (?, ?, 'PUBLIC_TASK', 'invented', 'invented', 'Invented Person')
                """, file.id, file.marker(Part.VICTIM));
        run("""
                insert into marac.contact (id, record_id, after_meeting, on_day, outcome, words, agency_id, written_at, written_by)
                values (?, ?, false, access.today(), 'REACHED', ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.VICTIM), agency, clerk);
        order(file, agency);
        run("""
                insert into marac.draft (id, account_id, agency_id, begun_at, changed_at, sent_at, record_id)
                values (?, ?, ?, now(), now(), now(), ?)
                """, World.newId(), clerk, agency, file.id);
        run("""
                insert into marac.incident (id, record_id, concern_id, happened_on, found_at)
                select ?, ?, (select id from people.concern order by id desc limit 1), access.today(), now()
                """, World.newId(), file.id);
        run("""
                insert into marac.further_report (id, record_id, on_day, about_day, abuse, who, known_by, safe, emergency,
                    done, agency_id, at, by)
                values (?, ?, access.today(), false, 'THREATS', 'UNSURE', 'SEEN', 'NO', 'CALLED', ?, ?, now(), ?)
                """, World.newId(), file.id, file.marker(Part.RISK), agency, clerk);
        run("""
                insert into marac.not_referred (incident_id, record_id, reason, at, by)
                select i.id, i.record_id, ?, now(), ? from marac.incident i where i.record_id = ?
                """, file.marker(Part.RISK), clerk, file.id);
    }

    /// A protective order, a breach of it, a disclosure-scheme request, a withdrawal and links to
    /// other bodies. Those that a path names bear the id of the case.
    private void order(File file, UUID agency) {
        run("""
                insert into marac.protective_order (id, record_id, agency_id, written_at, written_by)
                values (?, ?, ?, now(), ?)
                """, file.id, file.id, agency, clerk);
        run("""
                insert into marac.order_term (id, order_id, record_id, version, what, type, issuer, starts_on, conditions,
                    reason, agency_id, at, by)
                values (?, ?, ?, 1, 'WRITTEN', 'RESTRAINING', ?, access.today() - 5, ?, '', ?, now(), ?)
                """, World.newId(), file.id, file.id, file.marker(Part.RISK), file.marker(Part.RISK), agency, clerk);
        for (File person : file.about) {
            run("""
                    insert into marac.order_person (order_id, record_id, person_id, is_bound) values (?, ?, ?, false)
                    """, file.id, file.id, person.id);
        }
        run("""
                insert into marac.order_breach (id, order_id, record_id, on_day, words, reported_to, agency_id, at, by)
                values (?, ?, ?, access.today(), ?, '', ?, now(), ?)
                """, file.id, file.id, file.id, file.marker(Part.RISK), agency, clerk);
        run("""
                insert into marac.disclosure_request (id, record_id, route, applicant, received_on, agency_id, written_at,
                    written_by)
                values (?, ?, 'RIGHT_TO_ASK', 'VICTIM', access.today(), ?, now(), ?)
                """, file.id, file.id, agency, clerk);
        run("""
                insert into marac.disclosure_step (id, request_id, record_id, what, on_day, given_to, given_by, at, by)
                values (?, ?, ?, 'GIVEN', access.today(), 'VICTIM', ?, now(), ?)
                """, file.id, file.id, file.id, file.marker(Part.RISK), clerk);
        run("""
                insert into marac.withdrawal (id, record_id, reason, words, agency_id, asked_at, asked_by)
                values (?, ?, 'OTHER', ?, ?, now(), ?)
                """, file.id, file.id, file.marker(Part.RISK), agency, clerk);
        UUID returned = World.newId();
        run("""
                insert into marac.triage (id, record_id, outcome, reason, decided_at, decided_by, undone_at, undone_by)
                values (?, ?, 'RETURNED', ?, now(), ?, now(), ?)
                """, returned, file.id, file.marker(Part.RISK), clerk, clerk);
        run("""
                insert into marac.return_answer (id, triage_id, record_id, again, words, agency_id, answered_at, answered_by)
                values (?, ?, ?, true, ?, ?, now(), ?)
                """, World.newId(), returned, file.id, file.marker(Part.RISK), agency, clerk);
        Map.of("MAPPA", Part.PERPETRATOR, "CHILD_PROTECTION", Part.CHILDREN)
                .forEach((scheme, part) -> run(
                        """
                insert into marac.scheme_link (id, record_id, part, scheme, reference, since_on, lead, contact, agency_id,
                    written_at, written_by)
                values (?, ?, ?, ?, '', access.today(), ?, '', ?, now(), ?)
                """,
                        scheme.equals("MAPPA") ? file.id : World.newId(),
                        file.id,
                        part.name(),
                        scheme,
                        file.marker(part),
                        agency,
                        clerk));
    }

    private void repetition(File earlier, File later) {
        UUID triage = World.newId();
        run("""
                insert into marac.triage (id, record_id, outcome, reason, decided_at, decided_by, undone_at, undone_by)
                values (?, ?, 'RETURNED', ?, now(), ?, now(), ?)
                """, triage, later.id, later.marker(Part.RISK), clerk, clerk);
        run("""
                insert into marac.repetition (triage_id, record_id, earlier_id, why) values (?, ?, ?, ?)
                """, triage, later.id, earlier.id, "it repeats " + earlier.reference);
        run(
                "insert into marac.crime_answer (triage_id, record_id, earlier_id, answer, because) values (?, ?, ?, 'NO', ?)",
                triage,
                later.id,
                earlier.id,
                "it repeats " + earlier.reference);
    }

    /// What module risk keeps about a case; the assessment bears the id of the case, so that a path can name it.
    private void assessment(File file, UUID agency) {
        run("""
                insert into risk.assessment (id, record_id, tool, version, form_id, digest, assessed_on, agency_id,
                    assessed_by, written_at, threshold, judgement)
                values (?, ?, 'dash', 1, ?, '', access.today() - 60, ?, ?, now(), 14, ?)
                """, file.id, file.id, World.newId(), agency, clerk, file.marker(Part.RISK));
        run("""
                insert into risk.answer_given (assessment_id, record_id, tool, version, scale, question, answer, source, note)
                select ?, ?, tool, version, 'YES_NO', key, 'YES', '', ? from risk.question where tool = 'dash'
                """, file.id, file.id, file.marker(Part.RISK));
    }

    private void party(File file, UUID agency, boolean over) {
        run("""
                insert into access.party (record_id, agency_id, from_at, until_at)
                values (?, ?, now() - interval '2 days', case when ? then now() - interval '1 day' end)
                """, file.id, agency, over);
    }

    private void assignment(File file, UUID account, boolean over) {
        run("""
                insert into access.assignment (record_id, account_id, from_at, until_at)
                values (?, ?, now() - interval '2 days', case when ? then now() - interval '1 day' end)
                """, file.id, account, over);
    }

    private void allowance(File file, UUID account, boolean over) {
        run("""
                insert into access.allowance (id, record_id, account_id, reason, made_at, made_by, lifted_at, lifted_by)
                select ?, ?, ?, 'invented', now(), c, case when over then now() end, case when over then c end
                from (select cast(? as uuid) as c, cast(? as boolean) as over) as given
                """, World.newId(), file.id, account, clerk, over);
    }

    private void barrier(File file, String column, UUID whom, String kind, boolean over) {
        run("""
                insert into access.barrier (id, record_id, %s, kind, reason, made_at, made_by, lifted_at, lifted_by)
                select ?, ?, ?, ?, 'invented', now(), c, case when over then now() end, case when over then c end
                from (select cast(? as uuid) as c, cast(? as boolean) as over) as given
                """.formatted(column), World.newId(), file.id, whom, kind, clerk, over);
    }

    private void restriction(File file) {
        run("""
                insert into access.restriction (id, record_id, reason, made_at, made_by, lifted_at, lifted_by)
                select ?, ?, 'invented', now(), c, case when over then now() end, case when over then c end
                from (select cast(? as uuid) as c, cast(? as boolean) as over) as given
                """, World.newId(), file.id, clerk, file.wasRestricted);
    }

    private void embargo(File file) {
        int[][] rows = switch (file.embargo) {
            case NONE -> new int[][] {};
            case NOW -> new int[][] {{-48, -40}, {-24, 24}};
            case PAST -> new int[][] {{-48, -1}};
            case ENDED_EARLY -> new int[][] {{-48, 48}, {-2, -1}};
        };
        for (int[] row : rows) {
            run("""
                    insert into access.embargo (record_id, made_at, until_at, reason, made_by)
                    values (?, now() + make_interval(hours => ?), now() + make_interval(hours => ?), 'invented', ?)
                    """, file.id, row[0], row[1], clerk);
        }
    }

    private void glass(File file, UUID membership, int hours, boolean rejected) {
        run("""
                insert into access.broken_glass (id, record_id, membership_id, reason, opened_at, expires_at,
                    reviewed_at, reviewed_by, verdict)
                select ?, ?, ?, 'invented reason that is long enough', now() - interval '2 hours',
                    now() + make_interval(hours => ?), case when r then now() end, case when r then c end,
                    case when r then 'NOT_JUSTIFIED' end
                from (select cast(? as boolean) as r, cast(? as uuid) as c) as given
                """, World.newId(), file.id, membership, hours, rejected, clerk);
    }

    private void run(String statement, Object... parameters) {
        owner.sql(statement).params(Arrays.asList(parameters)).update();
    }
}
