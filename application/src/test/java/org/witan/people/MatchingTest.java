package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.people.Alias.Kind;
import org.witan.people.Receipt.AlreadyReceived;
import org.witan.people.Receipt.Received;
import org.witan.people.Receipt.Unusable;

/// What becomes of a record when it comes.
class MatchingTest extends RunningApplication {
    @Autowired
    private Receiving receiving;

    @Autowired
    private ReadingPersons reading;

    @Autowired
    private ReviewingMatches reviewing;

    private Neighbourhood here;

    @BeforeEach
    void invent() {
        here = new Neighbourhood(partnership(), receiving);
    }

    @Test
    void twoAgenciesThatWriteOnePersonDifferentlyAreLinkedAtOnce() {
        UUID first = here.give(here.officer, here.victim());
        UUID second = here.give(
                here.nurse,
                GivenPerson.of(
                                Standing.VICTIM,
                                new Name("AMIRA ", here.family.toUpperCase(java.util.Locale.ROOT)),
                                "01/02/1990")
                        .with(Address.of("1, Invented St", "Nowhere", here.postcode.replace(" ", "")))
                        .with(new Stated(Stated.Kind.PHONE, here.phone)));
        assertThat(here.together(first, second)).isTrue();
        PersonInFull person = reading.read(here.coordinator, second);
        assertThat(person.records()).extracting(SourceRecord::id).containsExactly(second, first);
        assertThat(person.records().getFirst().name().given()).as("as given").isEqualTo("AMIRA");
        assertThat(person.links()).singleElement().matches(Link::holds);
    }

    @Test
    void nothingTellsTheGiverOfAMatchWithWhatTheyMayNotSee() {
        UUID hidden = here.give(here.nurse, here.victim());
        Receipt receipt = receiving.receive(here.officer, Given.of(Source.AGENCY_FORM, here.victim()));
        UUID own = ((Received) receipt).records().getFirst();
        assertThat(here.together(own, hidden)).isTrue();
        PersonInFull person = reading.read(here.officer, own);
        assertThat(person.records()).extracting(SourceRecord::id).containsExactly(own);
        assertThat(person.links()).isEmpty();
        assertThatThrownBy(() -> reading.read(here.officer, hidden)).isInstanceOf(Absent.class);
        assertThat(reading.read(here.coordinator, own).records()).hasSize(2);
    }

    @Test
    void aSuggestionWithAHiddenRecordReachesTheCoordinatorAndNotTheGiver() {
        UUID hidden = here.give(here.nurse, here.victim().hidden());
        UUID own = here.give(here.officer, here.victim());
        assertThat(here.together(own, hidden)).isFalse();
        assertThat(here.suggested(own, hidden)).containsExactly("PROTECTED");
        UUID suggestion = here.suggestion(own, hidden);
        assertThat(reviewing.waiting(here.officer, 100_000)).isEmpty();
        assertThatThrownBy(() -> reviewing.compare(here.officer, suggestion)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reviewing.decide(here.officer, suggestion, Suggestion.Choice.LINK, ""))
                .isInstanceOf(Absent.class);
        SideBySide both = reviewing.compare(here.coordinator, suggestion);
        assertThat(both.suggestion().picture().steps()).isNotEmpty();
        assertThat(both.other().isProtected()).isTrue();
    }

    @Test
    void aRecordThatIsLikeOneWithABarrierIsNotLinkedBecauseItWouldVanishForItsGiver() {
        UUID known = here.give(here.nurse, here.victim());
        here.bar(known, here.officer);
        UUID own = here.give(here.officer, here.victim());
        assertThat(here.suggested(own, known)).containsExactly("CLOSED");
        assertThat(reading.read(here.officer, own).records()).hasSize(1);
    }

    @Test
    void twinsWait() {
        UUID one = here.give(here.officer, here.person(Standing.CHILD, "Anna", "2015-03-04"));
        UUID other = here.give(here.nurse, here.person(Standing.CHILD, "Anne", "2015-03-04"));
        assertThat(here.together(one, other)).isFalse();
        assertThat(here.suggested(one, other)).containsExactly("TWINS");
    }

    @Test
    void siblingsInOneHouseAreNotLinked() {
        UUID one = here.give(here.officer, here.person(Standing.CHILD, "Anna", "2015-03-04"));
        UUID other = here.give(here.nurse, here.person(Standing.CHILD, "Adam", "2012-11-20"));
        assertThat(here.together(one, other)).isFalse();
    }

    @Test
    void strangersAtOneAddressAreNotLinked() {
        UUID one = here.give(here.officer, here.victim());
        UUID other = here.give(
                here.nurse,
                GivenPerson.of(Standing.OTHER, new Name("Chloe", "Testperson Elsewhere"), "1971-09-09")
                        .with(Address.of("1 Invented Street", "Nowhere", here.postcode))
                        .with(new Stated(Stated.Kind.PHONE, here.phone)));
        assertThat(here.together(one, other)).isFalse();
    }

    @Test
    void victimAndPerpetratorOfOneFamilyAndAddressAreNeverOnePerson() {
        GivenPerson victim = here.person(Standing.VICTIM, "Sam", "1990-02-01");
        GivenPerson perpetrator = here.person(Standing.PERPETRATOR, "Sam", "1990-02-01");
        Received first = here.give(here.officer, here.harm(victim, perpetrator, 10));
        assertThat(here.together(first.records().get(0), first.records().get(1)))
                .isFalse();
        assertThat(here.suggested(first.records().get(0), first.records().get(1)))
                .as("whoever gave them said that they are two")
                .isEmpty();
    }

    @Test
    void aVictimWhoIsAccusedWaitsForSomebodyToLook() {
        UUID victim = here.give(here.officer, here.victim());
        UUID accused = here.give(
                here.nurse,
                here.person(Standing.PERPETRATOR, "Amira", "1990-02-01")
                        .with(new Stated(Stated.Kind.PHONE, here.phone)));
        assertThat(here.together(victim, accused)).isFalse();
        assertThat(here.suggested(victim, accused)).containsExactly("ROLES");
    }

    @Test
    void aFormerNameIsFoundAndWaits() {
        UUID before = here.give(
                here.officer,
                GivenPerson.of(Standing.VICTIM, new Name("Amira", "Testperson Formerly" + here.family), "1990-02-01")
                        .with(new Stated(Stated.Kind.PHONE, here.phone)));
        UUID now = here.give(
                here.nurse,
                GivenPerson.of(Standing.VICTIM, new Name("Zelda", here.family), "")
                        .with(new Stated(Stated.Kind.PHONE, here.phone))
                        .with(new Stated(Stated.Kind.DATE_OF_BIRTH, "1 Feb 1990"))
                        .with(new Alias(Kind.PREVIOUS, new Name("Amira", "Testperson Formerly" + here.family))));
        assertThat(here.together(before, now)).isFalse();
        assertThat(here.suggested(before, now)).hasSize(1);
    }

    @Test
    void twoRecordsOfOnePersonThatComeAtOnceMeet() {
        var given = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> here.give(number % 2 == 0 ? here.officer : here.nurse, here.victim())))
                .toList();
        List<UUID> records = given.stream().map(CompletableFuture::join).toList();
        assertThat(records).allMatch(record -> here.together(records.getFirst(), record));
    }

    @Test
    void whatIsSentTwiceIsReceivedOnce() {
        Given given = Given.of(Source.AGENCY_FORM, here.victim().withKey("form-" + here.family));
        var both = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> receiving.receive(here.officer, given)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join))
                .hasAtLeastOneElementOfType(AlreadyReceived.class)
                .hasAtLeastOneElementOfType(Received.class);
        assertThat(here.partnership.count(
                        "select count(*) from people.source_record where source_key = ?", "form-" + here.family))
                .isOne();
    }

    @Test
    void oneFirstNameOneBirthdayAndOneStreetAreNotYetOnePerson() {
        UUID one = here.give(here.officer, here.victim());
        UUID other = here.give(
                here.nurse,
                GivenPerson.of(Standing.VICTIM, new Name("Amira", "Quitedifferent" + here.family), "1990-02-01")
                        .with(Address.of("1 Invented Street", "Nowhere", here.postcode)));
        assertThat(here.together(one, other)).isFalse();
        assertThat(here.suggested(one, other)).containsExactly("FAMILY_NAME");
    }

    @Test
    void anNhsNumberFindsWhoGivesNothingElseThatLasts() {
        UUID one = here.give(here.officer, here.victim().with(here.nhsNumber(0)));
        UUID sparse = here.give(
                here.nurse,
                GivenPerson.of(Standing.VICTIM, new Name("Amira", here.family), "")
                        .with(here.nhsNumber(0)));
        assertThat(here.together(one, sparse)).isTrue();
        UUID married = here.give(
                here.nurse,
                GivenPerson.of(Standing.VICTIM, new Name("Amira", "Quitedifferent" + here.family), "1990-02-01")
                        .with(here.nhsNumber(0)));
        assertThat(here.together(one, married)).isFalse();
        assertThat(Stream.of(one, sparse).flatMap(known -> here.suggested(known, married).stream()))
                .containsExactly("FAMILY_NAME");
    }

    @Test
    void aNumberThatWasCopiedLinksNobody() {
        UUID one = here.give(here.officer, here.victim().with(here.nhsNumber(0)));
        UUID sister = here.give(
                here.nurse,
                GivenPerson.of(Standing.OTHER, new Name("Chloe", here.family), "1994-07-15")
                        .with(here.nhsNumber(0)));
        assertThat(here.together(one, sister)).isFalse();
        assertThat(here.suggested(one, sister)).containsExactly("NUMBER");
    }

    @Test
    void aNewbornWithTheNumberOfItsMotherIsNotHer() {
        UUID mother = here.give(here.officer, here.victim().with(here.nhsNumber(0)));
        UUID newborn = here.give(
                here.nurse,
                GivenPerson.of(Standing.CHILD, new Name("", here.family), "").with(here.nhsNumber(0)));
        assertThat(here.together(mother, newborn)).isFalse();
        assertThat(here.suggested(mother, newborn)).containsExactly("NUMBER");
    }

    @Test
    void aNumberBesideAnotherBirthdayIsLookedAtHoweverAlikeItIs() {
        UUID one = here.give(here.officer, here.victim().with(here.nhsNumber(0)));
        UUID other = here.give(
                here.nurse, here.person(Standing.VICTIM, "Amira", "1990-02-04").with(here.nhsNumber(0)));
        assertThat(here.together(one, other)).isFalse();
        assertThat(here.suggested(one, other)).containsExactly("NUMBER");
    }

    @Test
    void nearlyTheNumberOfASisterIsNotHers() {
        UUID one = here.give(here.officer, here.victim().with(here.nhsNumber(0)));
        String number = here.nhsNumber(0).value();
        String nearly = number.substring(0, 9) + (number.charAt(9) == '9' ? '0' : (char) (number.charAt(9) + 1));
        UUID sister = here.give(
                here.nurse,
                GivenPerson.of(Standing.OTHER, new Name("Chloe", here.family), "")
                        .with(new Stated(Stated.Kind.PHONE, here.phone))
                        .with(new Stated(Stated.Kind.NHS_NUMBER, nearly)));
        assertThat(here.together(one, sister)).isFalse();
        assertThat(here.suggested(one, sister)).containsExactly("HOUSEHOLD");
    }

    @Test
    void aNumberOfOneDigitAgainAndAgainIsNone() {
        UUID one = here.give(here.officer, here.victim().with(here.nhsNumber(0)));
        UUID other = here.give(here.nurse, here.victim().with(new Stated(Stated.Kind.NHS_NUMBER, "000 000 0000")));
        assertThat(here.together(one, other)).isTrue();
    }

    @Test
    void anotherNumberInAnyRecordOfAPersonHoldsALinkBack() {
        UUID numbered = here.give(here.officer, here.victim().with(here.nhsNumber(0)));
        UUID plain = here.give(here.nurse, here.victim());
        assertThat(here.together(numbered, plain)).isTrue();
        UUID other = here.give(here.otherOfficer, here.victim().with(here.nhsNumber(1)));
        assertThat(here.together(plain, other)).isFalse();
        assertThat(here.suggested(numbered, other)).containsExactly("OTHER_NUMBER");
    }

    @Test
    void twoValidNumbersAreLookedAtHoweverAlikeTheRestIs() {
        UUID one = here.give(here.officer, here.victim().with(here.nhsNumber(0)));
        UUID other = here.give(here.nurse, here.victim().with(here.nhsNumber(1)));
        assertThat(here.together(one, other)).isFalse();
        assertThat(here.suggested(one, other)).containsExactly("OTHER_NUMBER");
    }

    @Test
    void nobodyIsNobody() {
        assertThat(receiving.receive(
                        here.officer, Given.of(Source.BY_HAND, GivenPerson.of(Standing.VICTIM, new Name("", " "), ""))))
                .isEqualTo(new Unusable(List.of("people.unusable.no-name")));
    }

    @Test
    void whereTheVictimLivesIsNotToldThroughThePerpetrator() {
        GivenPerson perpetrator = here.perpetrator().with(Address.of("1 Invented Street", "Nowhere", here.postcode));
        Received both = here.give(here.officer, here.harm(here.victim(), perpetrator, 3));
        assertThat(here.partnership.asked(
                        "select part from people.address where record_id = ? order by lines",
                        both.records().get(1)))
                .containsExactly("VICTIM_ADDRESS", "PERPETRATOR");
    }
}
