package org.witan.people;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.access.Part;

/// Writes what was given, as it was given. Nothing here is ever changed.
record GivenTables(JdbcClient database) {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    void add(Desk desk, Given given, UUID receipt, UUID id, GivenPerson person) {
        Needs needs = person.needs();
        database.sql("""
                        insert into people.source_record (id, part, standing, receipt_id, source, source_key, agency_id,
                            received_at, received_by, given_name, family_name, date_of_birth, born_on, sex, protected,
                            language, interpreter, pregnant, deceased, deceased_on)
                        values (:id, :part, :standing, :receipt, :source, :key, :agency, now(), :account, :givenName,
                            :familyName, :dateOfBirth, :bornOn, :sex, :protected, :language, :interpreter, :pregnant,
                            :deceased, :deceasedOn)
                        """)
                .param("id", id)
                .param("part", person.standing().part().name())
                .param("standing", person.standing().name())
                .param("receipt", receipt)
                .param("source", given.source().name())
                .param("key", person.key())
                .param("agency", desk.agency())
                .param("account", desk.account())
                .param("givenName", person.name().given())
                .param("familyName", person.name().family())
                .param("dateOfBirth", person.dateOfBirth())
                .param("bornOn", Days.understood(person.dateOfBirth()))
                .param("sex", person.sex())
                .param("protected", person.isProtected())
                .param("language", needs.language())
                .param("interpreter", needs.interpreter().name())
                .param("pregnant", needs.pregnant().name())
                .param("deceased", needs.deceased().name())
                .param("deceasedOn", needs.deceasedOn())
                .update();
        String part = person.standing().part().name();
        person.aliases().forEach(alias -> add(id, part, alias));
        person.stated().forEach(stated -> add(id, part, stated));
        person.addresses().forEach(address -> add(id, part(given, person, address), address));
        person.safeContacts().forEach(contact -> add(id, part, contact));
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
        return SPACE.matcher(text).replaceAll("").toLowerCase(java.util.Locale.ROOT);
    }

    private void add(UUID record, String part, Alias alias) {
        database.sql("""
                        insert into people.alias (id, record_id, part, alias_kind, given_name, family_name)
                        values (uuidv7(), :record, :part, :kind, :given, :family)
                        """)
                .param("record", record)
                .param("part", part)
                .param("kind", alias.kind().name())
                .param("given", alias.name().given())
                .param("family", alias.name().family())
                .update();
    }

    private void add(UUID record, String part, Stated stated) {
        database.sql("""
                        insert into people.stated (id, record_id, part, what, value)
                        values (uuidv7(), :record, :part, :what, :value)
                        """)
                .param("record", record)
                .param("part", part)
                .param("what", stated.kind().name())
                .param("value", stated.value())
                .update();
    }

    private void add(UUID record, Part part, Address address) {
        database.sql("""
                        insert into people.address
                            (id, record_id, part, lines, town, postcode, from_on, until_on, protected)
                        values (uuidv7(), :record, :part, :lines, :town, :postcode, :from, :until, :protected)
                        """)
                .param("record", record)
                .param("part", part.name())
                .param("lines", address.lines())
                .param("town", address.town())
                .param("postcode", address.postcode())
                .param("from", address.from())
                .param("until", address.until())
                .param("protected", address.isProtected())
                .update();
    }

    private void add(UUID record, String part, SafeContact contact) {
        database.sql("""
                        insert into people.safe_contact
                            (id, record_id, part, means, value, times, voicemail, safe, remark)
                        values (uuidv7(), :record, :part, :means, :value, :times, :voicemail, :safe, :remark)
                        """)
                .param("record", record)
                .param("part", part)
                .param("means", contact.means().name())
                .param("value", contact.value())
                .param("times", contact.times())
                .param("voicemail", contact.voicemail().name())
                .param("safe", contact.safe().name())
                .param("remark", contact.remark())
                .update();
    }

    void relate(UUID id, UUID one, Standing standing, Relation relation, UUID other, Standing otherStanding) {
        database.sql("""
                        insert into people.relationship (id, record_id, part, other_id, other_part, relation)
                        values (:id, :one, :part, :other, :otherPart, :relation) on conflict do nothing
                        """)
                .param("id", id)
                .param("one", one)
                .param("part", standing.part().name())
                .param("other", other)
                .param("otherPart", otherStanding.part().name())
                .param("relation", relation.name())
                .update();
    }

    void add(Desk desk, Source source, UUID id, UUID victim, GivenConcern concern) {
        database.sql("""
                        insert into people.concern (id, record_id, source, source_key, agency_id, happened_on, code, words,
                            received_at, received_by)
                        values (:id, :victim, :source, :key, :agency, :day, :code, :words, now(), :account)
                        """)
                .param("id", id)
                .param("victim", victim)
                .param("source", source.name())
                .param("key", concern.key())
                .param("agency", desk.agency())
                .param("day", concern.happenedOn())
                .param("code", concern.code())
                .param("words", concern.words())
                .param("account", desk.account())
                .update();
    }

    void take(UUID concern, UUID record, Standing standing) {
        database.sql("""
                        insert into people.concern_person (concern_id, record_id, part) values (:concern, :record, :part)
                        """)
                .param("concern", concern)
                .param("record", record)
                .param("part", standing.part().name())
                .update();
    }
}
