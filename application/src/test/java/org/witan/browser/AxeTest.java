package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What axe is asked about finds what is wrong.
class AxeTest extends InABrowser {

    @Test
    void aPageWithFaultsIsFoundOutAndOneWithoutIsNot() {
        page.setContent("""
                <html lang="en"><head><title>Invented</title></head><body><main><h1>Invented</h1>
                <img src="data:,"><p style="color: #bbb; background: #fff">Faint</p></main></body></html>
                """);
        assertThat(Axe.violations(page))
                .anyMatch(one -> one.startsWith("image-alt"))
                .anyMatch(one -> one.startsWith("color-contrast") && one.contains("Faint"));
        page.setContent("""
                <html lang="en"><head><title>Invented</title></head><body><main><h1>Invented</h1></main></body></html>
                """);
        assertThat(Axe.violations(page)).isEmpty();
    }
}
