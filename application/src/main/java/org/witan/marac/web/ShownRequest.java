package org.witan.marac.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.marac.Referral;
import org.witan.marac.Research;
import org.witan.marac.ResearchRequest;
import org.witan.people.Standing;

/// A request for research as a system gets it: whom to look for, by when, and what the agency answered.
///
/// @param id of the request; another one when the referral goes to another agenda
/// @param version stands for the answer: it goes into `If-Match`
/// @param answer null while there is none
record ShownRequest(
        UUID id,
        UUID referral,
        String reference,
        Instant meetingStartsAt,
        LocalDate dueOn,
        String version,
        @Nullable Answer answer,
        List<Person> persons) {

    static ShownRequest of(ResearchRequest found) {
        Research answer = found.answer();
        return new ShownRequest(
                found.id(),
                found.referral(),
                found.reference(),
                found.startsAt(),
                found.dueOn(),
                found.version(),
                answer == null
                        ? null
                        : new Answer(
                                answer.nothingKnown(),
                                answer.answeredAt(),
                                answer.items().stream().map(Item::of).toList()),
                found.persons().stream().map(Person::of).toList());
    }

    @Override
    public String toString() {
        return "a request for research";
    }

    /// A page of requests.
    ///
    /// @param next the cursor of the next page; null when there may be none
    record Listed(List<ShownRequest> requests, @Nullable String next) {}

    /// What the agency answered.
    record Answer(boolean nothingKnown, Instant answeredAt, List<Item> items) {}

    /// Something that it said.
    ///
    /// @param spokenAt when it was spoken in the meeting; null while it was not
    record Item(
            Standing about,
            SentResearch.Kind kind,
            String happened,
            String words,
            String relevance,
            boolean share,
            String withheldBecause,
            @Nullable Instant spokenAt) {

        static Item of(Research.Item item) {
            return new Item(
                    item.about(),
                    item.isFact() ? SentResearch.Kind.FACT : SentResearch.Kind.OPINION,
                    item.happened(),
                    item.words(),
                    item.relevance(),
                    item.isToShare(),
                    item.withheldBecause(),
                    item.sharedAt());
        }

        @Override
        public String toString() {
            return "an item of research";
        }
    }

    /// Somebody to look for, as far as the rule opens who they are.
    ///
    /// @param dateOfBirth as given
    /// @param bornOn the day that it was understood as; null when it was not
    record Person(
            Standing standing,
            String given,
            String family,
            List<Called> aliases,
            String dateOfBirth,
            @Nullable LocalDate bornOn,
            String sex,
            List<Home> addresses,
            String school) {

        static Person of(Referral.Person one) {
            var record = one.record();
            return new Person(
                    record.standing(),
                    record.name().given(),
                    record.name().family(),
                    record.aliases().stream()
                            .map(alias -> new Called(
                                    alias.name().given(), alias.name().family()))
                            .toList(),
                    record.dateOfBirth(),
                    record.bornOn(),
                    record.sex(),
                    record.addresses().stream()
                            .map(home -> new Home(home.lines(), home.town(), home.postcode(), home.isProtected()))
                            .toList(),
                    one.school());
        }

        @Override
        public String toString() {
            return "a person";
        }
    }

    /// Another name.
    record Called(String given, String family) {}

    /// Where somebody lives.
    ///
    /// @param hidden whoever causes harm does not know it
    record Home(String lines, String town, String postcode, boolean hidden) {}
}
