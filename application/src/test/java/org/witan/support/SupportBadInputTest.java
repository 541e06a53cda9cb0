package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.witan.people.Standing;

/// What people do wrong at 5 pm, one by one, through the pages: a clear answer, and nothing lost.
class SupportBadInputTest extends AFamily {

    @Test
    void anOfferToAPersonWhoseContactIsUnsafe() throws Exception {
        UUID whole = family("NO");
        String path = "/support/new/" + whole + "/" + person(whole, Standing.VICTIM);
        as(idva);
        assertThat(get(path + "?kind=HOME_SAFETY").body()).contains("only through the IDVA, in person");
        var answer = post(
                path,
                "id",
                UUID.randomUUID().toString(),
                "kind",
                "HOME_SAFETY",
                "provider",
                locks.agency().toString(),
                "consent",
                "YES",
                "reach",
                "DIRECT",
                "needs",
                "Invented: two locks");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("No way to reach this person is known to be safe", "Invented: two locks");
        assertThat(plans.read(idva, whole).offers()).isEmpty();
        answer = post(
                path,
                "id",
                UUID.randomUUID().toString(),
                "kind",
                "HOME_SAFETY",
                "provider",
                locks.agency().toString(),
                "consent",
                "YES",
                "reach",
                "IDVA",
                "needs",
                "Invented: two locks");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(plans.read(idva, whole).offers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'She goes to 14 Hidden Lane'", "'It is near ZZ12 3ZZ'", "'come to Flat 2a, 9 St Mary''s Road'"})
    void aRefugeAddressPastedInAFreeField(String words) throws Exception {
        UUID whole = family("YES");
        String path = "/support/new/" + whole + "/" + person(whole, Standing.VICTIM);
        as(idva);
        var answer = post(
                path,
                "id",
                UUID.randomUUID().toString(),
                "kind",
                "REFUGE",
                "provider",
                refuge.agency().toString(),
                "consent",
                "YES",
                "reach",
                "DIRECT",
                "adults",
                "1",
                "children",
                "1",
                "needs",
                words);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Never write where somebody stays");
        UUID offer = offered(whole, Standing.VICTIM, OfferKind.REFUGE, refuge);
        as(refuge);
        answer = post(
                "/support/offers/" + offer + "/steps/started",
                "id",
                UUID.randomUUID().toString(),
                "version",
                "1",
                "day",
                today.toString(),
                "words",
                words);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Never write where somebody stays");
        assertThat(partnership().count("select count(*) from support.offer_step where record_id = ?", offer))
                .isEqualTo(1);
    }

    @Test
    void anOfferBeforeThePersonIsAsked() throws Exception {
        UUID whole = family("YES");
        as(idva);
        var answer = post(
                "/support/new/" + whole + "/" + person(whole, Standing.VICTIM),
                "id",
                UUID.randomUUID().toString(),
                "kind",
                "HOME_SAFETY",
                "provider",
                locks.agency().toString(),
                "consent",
                "NOT_ASKED");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Ask the person first");
    }

    @Test
    void aScoreThatIsNoneAndMoneyThatIsNone() throws Exception {
        UUID offer = offered(family("YES"), Standing.VICTIM, OfferKind.VICTIM_SERVICE, locks);
        as(locks);
        var answer = post(
                "/support/offers/" + offer + "/steps/started",
                "id",
                UUID.randomUUID().toString(),
                "version",
                "1",
                "day",
                today.toString(),
                "score-SAFE",
                "11",
                "cost",
                "much");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("whole number from 0 to 10", "Enter an amount", "much");
    }

    @Test
    void anAnswerFromAPageThatIsOldIsKeptAndWhatOthersWroteIsShown() throws Exception {
        UUID offer = offered(family("YES"), Standing.VICTIM, OfferKind.VICTIM_SERVICE, locks);
        says(locks, offer, StepKind.ACCEPTED, "");
        as(idva);
        var answer = post(
                "/support/offers/" + offer + "/steps/declined",
                "id",
                UUID.randomUUID().toString(),
                "version",
                "1",
                "day",
                today.toString(),
                "reason",
                "NOT_NOW",
                "words",
                "Invented: next year");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("accepted by the provider", "Invented: next year");
    }
}
