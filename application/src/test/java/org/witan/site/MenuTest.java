package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.witan.site.Shell.Link;
import org.witan.site.Shell.Menu;

/// Eight links stand open, the others lie one press away, and the page that one is on is always seen.
class MenuTest {

    private static List<Link> links(int number, int here) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(at -> new Link("/" + at, "words." + at, at == here))
                .toList();
    }

    @Test
    void nineLinksStandAndOfTenTwoLieBehind() {
        assertThat(Menu.of(links(8, 1)).more()).isEmpty();
        assertThat(Menu.of(links(9, 1)).open()).hasSize(9);
        assertThat(Menu.of(links(9, 1)).more()).isEmpty();
        assertThat(Menu.of(links(10, 1)).open()).hasSize(8);
        assertThat(Menu.of(links(10, 1)).more()).extracting(Link::path).containsExactly("/9", "/10");
    }

    @Test
    void thePageThatOneIsOnStandsOpenAndOnce() {
        Menu menu = Menu.of(links(24, 12));
        assertThat(menu.open()).hasSize(9).last().extracting(Link::path).isEqualTo("/12");
        assertThat(menu.more()).hasSize(15).noneMatch(Link::here);
    }
}
