package org.witan.marac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.Part;
import org.witan.marac.protection.ProtectiveOrder;
import org.witan.marac.protection.SchemeLink;
import org.witan.people.Answer;
import org.witan.people.Relation;
import org.witan.people.SourceRecord;

/// A referral, as far as whoever looks may see it. What is closed leaves no hole.
///
/// @param reference what people call it by; never a name
/// @param agency the name of the agency that referred
/// @param lastEventOn the last abuse that it tells of; null when that is not known
/// @param parts the parts that are open
/// @param earlier referrals of the same victim before it, the latest first
/// @param decisions of the coordinator, the latest first
/// @param from the other MARAC that sent it; null for most
/// @param orders protective orders of this referral and of others of the same victim, those that begin last first
/// @param links to other bodies, of this referral and of others of the same victim
/// @param withdrawals that the agency that referred asked for, the latest first
/// @param answers of the agency that referred to decisions not to take it, the latest first
/// @param canBeWithdrawn whether whoever looks may ask for a withdrawal now
/// @param canBeAnswered whether a decision not to take it waits for the agency of whoever looks
/// @param handlesDisclosures whether whoever looks handles disclosure-scheme requests
/// @param further further abuse that was told on its page, the latest first
/// @param transfers to other MARACs, the latest first; empty for whoever may not see where the victim lives
public record Referral(
        UUID id,
        String reference,
        String agency,
        Instant referredAt,
        LocalDate referredOn,
        @Nullable LocalDate lastEventOn,
        Set<Part> parts,
        List<Person> persons,
        List<Said> said,
        List<Ground> grounds,
        Optional<Sharing> sharing,
        List<Repeat> earlier,
        List<Decision> decisions,
        @Nullable String from,
        List<Transfer> transfers,
        List<ProtectiveOrder> orders,
        List<SchemeLink> links,
        List<Withdrawal> withdrawals,
        List<ReturnAnswer> answers,
        boolean canBeWithdrawn,
        boolean canBeAnswered,
        boolean handlesDisclosures,
        Optional<TakenBack> takenBack,
        List<FurtherReport> further) {

    /// The decision that stands.
    public Optional<Decision> decision() {
        return decisions.stream().filter(one -> !one.isUndone()).findFirst();
    }

    /// The referral that this one repeats.
    public Optional<Repeat> repeat() {
        return earlier.stream().filter(Repeat::isRepeat).findFirst();
    }

    /// What is said about one topic, if that is open and something was said.
    public Optional<Said> about(Topic topic) {
        return said.stream().filter(one -> one.topic() == topic).findFirst();
    }

    @Override
    public String toString() {
        return "a referral";
    }

    /// That it was taken back with the old list that it came from.
    public record TakenBack(Instant at, String because) {

        @Override
        public String toString() {
            return "taken back";
        }
    }

    /// Somebody whom it is about.
    ///
    /// @param inHousehold whether a child lives with the victim
    /// @param related what they are to others of the referral, where the referral was read in full
    public record Person(SourceRecord record, Answer inHousehold, String school, List<Related> related) {

        public Person {
            related = List.copyOf(related);
        }

        Person with(List<Related> others) {
            return new Person(record, inHousehold, school, others);
        }
    }

    /// What somebody is to another person of the referral.
    ///
    /// @param other by the record of that one
    public record Related(Relation relation, UUID other) {}

    /// What is said about one topic.
    ///
    /// @param answer null where the question takes words only
    /// @param at when it was answered anew; null when it came with the referral
    /// @param agency whose people answered it anew; empty when it came with the referral
    public record Said(
            Topic topic,
            @Nullable Answer answer,
            String words,
            @Nullable Instant at,
            String agency) {}

    /// Why what the victim did not consent to is shared.
    public record Sharing(
            String purpose, LawfulBasis basis, String necessity, String proportionality, String decidedBy) {}
}
