package org.witan.people;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.access.Part;

/// Writes what was given, as it was given, many rows at a time. Nothing here is ever changed.
record GivenTables(JdbcClient database) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String RECORDS = """
            insert into people.source_record (id, part, standing, receipt_id, source, source_key, agency_id,
                received_at, received_by, given_name, family_name, date_of_birth, born_on, sex, protected,
                language, interpreter, pregnant, deceased, deceased_on, supersedes_id)
            select x.id, x.part, x.standing, x.receipt_id, x.source, x.source_key, :agency, now(), cast(:account as uuid),
                x.given_name, x.family_name, x.date_of_birth, x.born_on, x.sex, x.protected,
                x.language, x.interpreter, x.pregnant, x.deceased, x.deceased_on, x.supersedes_id
            from jsonb_to_recordset(cast(:rows as jsonb)) as x (id uuid, part text, standing text, receipt_id uuid,
                source text, source_key text, given_name text, family_name text, date_of_birth text, born_on date,
                sex text, protected boolean, language text, interpreter text, pregnant text, deceased text,
                deceased_on date, supersedes_id uuid)
            """;
    private static final String ALIASES = """
            insert into people.alias (id, record_id, part, alias_kind, given_name, family_name)
            select uuidv7(), x.record_id, x.part, x.alias_kind, x.given_name, x.family_name
            from jsonb_to_recordset(cast(:rows as jsonb)) as x (record_id uuid, part text, alias_kind text,
                given_name text, family_name text)
            """;
    private static final String STATED = """
            insert into people.stated (id, record_id, part, what, value)
            select uuidv7(), x.record_id, x.part, x.what, x.value
            from jsonb_to_recordset(cast(:rows as jsonb)) as x (record_id uuid, part text, what text, value text)
            """;
    private static final String ADDRESSES = """
            insert into people.address (id, record_id, part, lines, town, postcode, from_on, until_on, protected)
            select uuidv7(), x.record_id, x.part, x.lines, x.town, x.postcode, x.from_on, x.until_on, x.protected
            from jsonb_to_recordset(cast(:rows as jsonb)) as x (record_id uuid, part text, lines text, town text,
                postcode text, from_on date, until_on date, protected boolean)
            """;
    private static final String CONTACTS = """
            insert into people.safe_contact (id, record_id, part, means, value, times, voicemail, safe, remark)
            select uuidv7(), x.record_id, x.part, x.means, x.value, x.times, x.voicemail, x.safe, x.remark
            from jsonb_to_recordset(cast(:rows as jsonb)) as x (record_id uuid, part text, means text, value text,
                times text, voicemail text, safe text, remark text)
            """;
    private static final String RELATIONSHIPS = """
            insert into people.relationship (id, record_id, part, other_id, other_part, relation)
            select x.id, x.record_id, x.part, x.other_id, x.other_part, x.relation
            from jsonb_to_recordset(cast(:rows as jsonb)) as x (id uuid, record_id uuid, part text, other_id uuid,
                other_part text, relation text)
            on conflict do nothing
            """;
    private static final String CONCERNS = """
            insert into people.concern (id, record_id, source, source_key, agency_id, happened_on, code, words,
                received_at, received_by, supersedes_id)
            select x.id, x.record_id, x.source, x.source_key, :agency, x.happened_on, x.code, x.words, now(),
                cast(:account as uuid), x.supersedes_id
            from jsonb_to_recordset(cast(:rows as jsonb)) as x (id uuid, record_id uuid, source text, source_key text,
                happened_on date, code text, words text, supersedes_id uuid)
            """;
    private static final String CONCERN_PERSONS = """
            insert into people.concern_person (concern_id, record_id, part)
            select x.concern_id, x.record_id, x.part
            from jsonb_to_recordset(cast(:rows as jsonb)) as x (concern_id uuid, record_id uuid, part text)
            """;

    /// Something that happened, on its way in.
    ///
    /// @param persons who is in it, in the order in which they were given
    /// @param standings what each of them is in it
    /// @param supersedes the version before, when its agency corrects it
    record FreshConcern(
            UUID id,
            Source source,
            GivenConcern what,
            UUID victim,
            List<UUID> persons,
            List<Standing> standings,
            @Nullable UUID supersedes) {

        @Override
        public String toString() {
            return "a fresh concern";
        }
    }

    void addAll(Desk desk, List<Fresh> all) {
        var records = new Rows();
        var aliases = new Rows();
        var stated = new Rows();
        var addresses = new Rows();
        var contacts = new Rows();
        for (Fresh fresh : all) {
            record(records, fresh);
            String part = part(fresh);
            fresh.person()
                    .aliases()
                    .forEach(alias -> of(aliases, fresh, part)
                            .with("alias_kind", alias.kind())
                            .with("given_name", alias.name().given())
                            .with("family_name", alias.name().family()));
            fresh.person()
                    .stated()
                    .forEach(one ->
                            of(stated, fresh, part).with("what", one.kind()).with("value", one.value()));
            fresh.person().addresses().forEach(address -> address(addresses, fresh, address));
            fresh.person().safeContacts().forEach(contact -> contact(contacts, fresh, part, contact));
        }
        writeFor(desk, RECORDS, records);
        write(ALIASES, aliases);
        write(STATED, stated);
        write(ADDRESSES, addresses);
        write(CONTACTS, contacts);
    }

    private static void record(Rows rows, Fresh fresh) {
        GivenPerson person = fresh.person();
        Needs needs = person.needs();
        rows.add()
                .with("id", fresh.id())
                .with("part", part(fresh))
                .with("standing", person.standing())
                .with("receipt_id", fresh.receipt())
                .with("source", fresh.given().source())
                .with("source_key", person.key())
                .with("given_name", person.name().given())
                .with("family_name", person.name().family())
                .with("date_of_birth", person.dateOfBirth())
                .with("born_on", Days.understood(person.dateOfBirth()))
                .with("sex", person.sex())
                .with("protected", person.isProtected())
                .with("language", needs.language())
                .with("interpreter", needs.interpreter().name())
                .with("pregnant", needs.pregnant().name())
                .with("deceased", needs.deceased().name())
                .with("deceased_on", needs.deceasedOn())
                .with("supersedes_id", fresh.supersedes());
    }

    private static void address(Rows rows, Fresh fresh, Address address) {
        of(rows, fresh, part(fresh.given(), fresh.person(), address).name())
                .with("lines", address.lines())
                .with("town", address.town())
                .with("postcode", address.postcode())
                .with("from_on", address.from())
                .with("until_on", address.until())
                .with("protected", address.isProtected());
    }

    private static void contact(Rows rows, Fresh fresh, String part, SafeContact contact) {
        of(rows, fresh, part)
                .with("means", contact.means())
                .with("value", contact.value())
                .with("times", contact.times())
                .with("voicemail", contact.voicemail().name())
                .with("safe", contact.safe().name())
                .with("remark", contact.remark());
    }

    private static Rows.Row of(Rows rows, Fresh fresh, String part) {
        return rows.add().with("record_id", fresh.id()).with("part", part);
    }

    private static String part(Fresh fresh) {
        return fresh.person().standing().part().name();
    }

    /// Where a perpetrator lives is where the victim lives, when both are given at one postcode: then less people may
    /// know it.
    private static Part part(Given given, GivenPerson person, Address address) {
        boolean apart = person.standing() == Standing.PERPETRATOR
                && !address.isProtected()
                && given.persons().stream()
                        .filter(other -> other.standing() != Standing.PERPETRATOR)
                        .flatMap(other -> other.addresses().stream())
                        .noneMatch(other -> isSame(other, address));
        return apart ? Part.PERPETRATOR : Part.VICTIM_ADDRESS;
    }

    private static boolean isSame(Address one, Address other) {
        String postcode = squeezed(one.postcode());
        if (postcode.isEmpty() || squeezed(other.postcode()).isEmpty()) {
            return squeezed(one.lines()).equals(squeezed(other.lines()));
        }
        return postcode.equals(squeezed(other.postcode()));
    }

    private static String squeezed(String text) {
        return SPACE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// One person is something to another.
    static void relate(
            Rows rows, UUID id, UUID one, Standing standing, Relation relation, UUID other, Standing others) {
        rows.add()
                .with("id", id)
                .with("record_id", one)
                .with("part", standing.part().name())
                .with("other_id", other)
                .with("other_part", others.part().name())
                .with("relation", relation.name());
    }

    void relate(Rows relationships) {
        write(RELATIONSHIPS, relationships);
    }

    void addConcerns(Desk desk, List<FreshConcern> all) {
        var concerns = new Rows();
        var persons = new Rows();
        for (FreshConcern fresh : all) {
            concerns.add()
                    .with("id", fresh.id())
                    .with("record_id", fresh.victim())
                    .with("source", fresh.source())
                    .with("source_key", fresh.what().key())
                    .with("happened_on", fresh.what().happenedOn())
                    .with("code", fresh.what().code())
                    .with("words", fresh.what().words())
                    .with("supersedes_id", fresh.supersedes());
            for (int at = 0; at < fresh.persons().size(); at++) {
                persons.add()
                        .with("concern_id", fresh.id())
                        .with("record_id", fresh.persons().get(at))
                        .with("part", fresh.standings().get(at).part().name());
            }
        }
        writeFor(desk, CONCERNS, concerns);
        write(CONCERN_PERSONS, persons);
    }

    private void writeFor(Desk desk, String statement, Rows rows) {
        if (!rows.isEmpty()) {
            database.sql(statement)
                    .param("rows", rows.text())
                    .param("agency", desk.agency())
                    .param("account", desk.account())
                    .update();
        }
    }

    private void write(String statement, Rows rows) {
        if (!rows.isEmpty()) {
            database.sql(statement).param("rows", rows.text()).update();
        }
    }
}
