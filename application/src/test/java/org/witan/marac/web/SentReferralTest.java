package org.witan.marac.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.witan.site.FormPage.Control;
import org.witan.site.draft.Ask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a system may send of a referral is what the pages ask, and the description of the API says so.
class SentReferralTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode described() throws IOException {
        return JSON.readTree(new ClassPathResource("openapi/v1.json").getContentAsByteArray())
                .at("/components/schemas/NewReferral/properties");
    }

    @Test
    void theDescriptionHasEveryFieldOfEveryPageWithItsLengthAndItsCodes() throws IOException {
        JsonNode pages = described();
        for (Step step : Step.values()) {
            JsonNode page = step.isRepeated()
                    ? pages.get(SentReferral.camel(step.page() + "s")).get("items")
                    : pages.get(step.page());
            var asked = new TreeSet<String>();
            for (Ask ask : step.asks()) {
                if (ask.field().equals("another")) {
                    continue;
                }
                String name = SentReferral.camel(ask.field());
                asked.add(name);
                hold(step + "." + name, ask, page.get("properties").path(name));
            }
            assertThat(new TreeSet<>(page.get("properties").propertyNames()))
                    .as(step.name())
                    .isEqualTo(asked);
        }
    }

    private static void hold(String place, Ask ask, JsonNode field) {
        if (ask.choices().isEmpty()) {
            assertThat(field.path("maxLength").asInt()).as(place).isEqualTo(ask.most());
        } else if (ask.control() != Control.CHECKBOXES) {
            assertThat(texts(field.path("enum"))).as(place).isEqualTo(ask.choices());
        } else if (ask.choices().size() > 1) {
            assertThat(texts(field.at("/items/enum"))).as(place).isEqualTo(ask.choices());
        } else {
            assertThat(field.path("type").asString()).as(place).isEqualTo("boolean");
        }
    }

    private static List<String> texts(JsonNode list) {
        var all = new ArrayList<String>();
        list.forEach(one -> all.add(one.asString()));
        return all;
    }
}
