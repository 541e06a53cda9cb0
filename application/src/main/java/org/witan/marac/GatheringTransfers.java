package org.witan.marac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.meeting.Action;
import org.witan.meeting.OpenActions;
import org.witan.people.Relation;
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.risk.Assessment;
import org.witan.risk.ReadingAssessments;
import org.witan.site.Days;

/// Gathers what goes to another MARAC: what whoever sends it may see, of research only what was spoken, and hidden
/// addresses only where somebody decided so.
@Component
class GatheringTransfers {
    private final ReadingReferrals reading;
    private final Researches researches;
    private final Lines lines;
    private final OpenActions actions;
    private final ReadingAssessments assessments;
    private final ReceivedParts received;
    private final TransferredProtection protection;
    private final JdbcClient database;
    private final Days days;

    GatheringTransfers(
            ReadingReferrals reading,
            Researches researches,
            Lines lines,
            OpenActions actions,
            ReadingAssessments assessments,
            ReceivedParts received,
            TransferredProtection protection,
            JdbcClient database,
            Days days) {
        this.reading = reading;
        this.researches = researches;
        this.lines = lines;
        this.actions = actions;
        this.assessments = assessments;
        this.received = received;
        this.protection = protection;
        this.database = database;
        this.days = days;
    }

    /// The content of a transfer as it would be sealed now.
    TransferContent of(Viewer viewer, Shown shown, Transfer transfer) {
        Referral referral = reading.inFull(transfer.referral(), shown);
        UUID id = referral.id();
        boolean hides = protection.hides(referral.persons().stream()
                .map(Referral.Person::record)
                .filter(record -> record.standing() != Standing.PERPETRATOR)
                .map(SourceRecord::id)
                .toList());
        boolean open = transfer.hiddenAddresses() || !hides;
        return new TransferContent(
                TransferContent.VERSION,
                transfer.id(),
                sent(viewer, transfer),
                new TransferContent.Referred(
                        referral.agency(),
                        referral.referredOn(),
                        referral.lastEventOn(),
                        referral.grounds(),
                        referral.said().stream()
                                .map(one -> new TransferContent.Said(one.topic(), one.answer(), one.words()))
                                .toList(),
                        referral.sharing().orElse(null)),
                referral.persons().stream()
                        .map(one -> person(one, transfer.hiddenAddresses(), hides))
                        .toList(),
                between(referral.persons().stream()
                        .map(one -> one.record().id())
                        .toList()),
                and(received.hearings(id), hearings(id)),
                and(
                        received.actions(id),
                        actions.within(shown, id).stream()
                                .flatMap(one -> planned(one))
                                .toList()),
                and(
                        received.assessments(id),
                        assessments.within(shown, id).stream()
                                .filter(Assessment::stands)
                                .map(GatheringTransfers::assessed)
                                .toList()),
                protection.orders(
                        referral,
                        referral.persons().stream()
                                .map(one -> one.record().id())
                                .toList(),
                        open),
                protection.links(referral, open));
    }

    private TransferContent.Sent sent(Viewer viewer, Transfer transfer) {
        return database.sql("""
                        select (select y.name from access.agency y where y.id = :agency) as agency,
                            coalesce(access.person(:account), '') as person
                        """)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .query((row, _) -> new TransferContent.Sent(
                        row.getString("agency"),
                        row.getString("person"),
                        days.today(),
                        transfer.reference(),
                        transfer.why(),
                        transfer.words()))
                .single();
    }

    /// @param hidden whether what is hidden goes too
    /// @param hides whether where the victim lives is hidden from somebody
    private static TransferContent.Person person(Referral.Person one, boolean hidden, boolean hides) {
        SourceRecord record = one.record();
        boolean withVictim = record.standing() != Standing.PERPETRATOR;
        boolean open = hidden || (!record.isProtected() && !(hides && withVictim));
        List<SafeContact> contacts = record.safeContacts().stream()
                .filter(contact -> open || !contact.tellsWhere())
                .toList();
        Set<String> held = record.safeContacts().stream()
                .filter(contact -> !contacts.contains(contact))
                .map(SafeContact::value)
                .collect(Collectors.toSet());
        return new TransferContent.Person(
                record.standing(),
                record.name().given(),
                record.name().family(),
                record.dateOfBirth(),
                record.sex(),
                record.isProtected(),
                record.needs().language(),
                record.needs().interpreter(),
                record.needs().pregnant(),
                record.aliases().stream()
                        .map(alias -> new TransferContent.OtherName(
                                alias.kind(), alias.name().given(), alias.name().family()))
                        .toList(),
                record.stated().stream()
                        .filter(stated -> held.stream().noneMatch(value -> value.startsWith(stated.value())))
                        .toList(),
                record.addresses().stream()
                        .filter(home -> hidden || (open && !home.isProtected()))
                        .map(home -> new TransferContent.Home(
                                home.lines(),
                                home.town(),
                                home.postcode(),
                                home.from(),
                                home.until(),
                                home.isProtected()))
                        .toList(),
                contacts,
                one.inHousehold(),
                open ? one.school() : "");
    }

    private List<TransferContent.Between> between(List<UUID> persons) {
        return database.sql("""
                        select record_id, relation, other_id from people.relationship
                        where record_id = any (cast(:persons as uuid[])) and other_id = any (cast(:persons as uuid[]))
                        order by id
                        """)
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, _) -> new TransferContent.Between(
                        persons.indexOf(row.getObject("record_id", UUID.class)),
                        Relation.valueOf(row.getString("relation")),
                        persons.indexOf(row.getObject("other_id", UUID.class))))
                .list();
    }

    private List<TransferContent.Heard> hearings(UUID referral) {
        return database.sql("""
                        select i.id, i.meeting_id, b.name, marac.meeting_day(m.id) as day
                        from meeting.item i join meeting.meeting m on m.id = i.meeting_id
                        join meeting.board b on b.id = m.board_id
                        where i.record_id = :referral
                          and (exists (select from meeting.heard e where e.item_id = i.id)
                               or exists (select from marac.line l where l.item_id = i.id))
                        order by day, i.id
                        """)
                .param("referral", referral)
                .query((row, _) -> new TransferContent.Heard(
                        row.getString("name"),
                        row.getObject("day", LocalDate.class),
                        lines.of(row.getObject("id", UUID.class)).stream()
                                .map(line -> new TransferContent.Line(line.kind(), line.words()))
                                .toList(),
                        researches.spoken(row.getObject("meeting_id", UUID.class), referral).stream()
                                .map(GatheringTransfers::spoken)
                                .toList()))
                .list();
    }

    private static TransferContent.Spoken spoken(Hearing.Spoken one) {
        Research.Item item = one.item();
        return new TransferContent.Spoken(
                one.agency(), item.isFact(), item.about(), item.happened(), item.words(), item.relevance());
    }

    private static Stream<TransferContent.Planned> planned(Action action) {
        Action.Content content = action.content();
        String agency = action.agencyName();
        return content == null
                ? Stream.empty()
                : Stream.of(new TransferContent.Planned(
                        content.words(),
                        agency == null ? "" : agency,
                        action.due(),
                        action.state().name()));
    }

    private static TransferContent.Assessed assessed(Assessment one) {
        var result = one.result();
        return new TransferContent.Assessed(
                one.tool().name(),
                one.tool().version(),
                one.assessedOn(),
                one.agency(),
                result.score().least(),
                result.isHigh(),
                one.judgement().words(),
                result.score().contributions().stream()
                        .map(answer -> new TransferContent.Answered(
                                answer.question().topic(),
                                answer.given().answer().name(),
                                answer.given().note()))
                        .toList());
    }

    private static <T> List<T> and(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
