package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GovUkStylesTest {

    @Test
    void leavesOutTheFontOfGovUkAndNothingElse() {
        String styles = "@charset \"UTF-8\";@font-face{font-family:\"GDS Transport\";src:url(/a.woff2)}"
                + ".govuk-link{font-family:\"GDS Transport\",arial,sans-serif;color:#1a65a6}";
        assertThat(GovUkStyles.withoutFont(styles))
                .isEqualTo("@charset \"UTF-8\";.govuk-link{font-family:\"arial\",arial,sans-serif;color:#1a65a6}");
    }
}
