package org.witan.comparison.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PicturesTest {

    @Test
    void drawsABarAsLongAsItsShareOfTheLargest() throws Exception {
        var picture = parsed(
                chart(bar("2020-21", 50.0, ""), bar("2021-22", 100.0, "")).svg());
        var bars = picture.getElementsByTagName("rect");
        double shorter = width(picture, bars.getLength() - 2);
        double longer = width(picture, bars.getLength() - 1);
        assertThat(longer / shorter).isCloseTo(2, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void leavesAGapWithItsMarkWhereTheSeriesBreaks() throws Exception {
        var whole = chart(bar("2020-21", 50.0, ""), bar("2021-22", 100.0, ""));
        var broken = chart(bar("2020-21", 50.0, ""), bar("2021-22", 100.0, "Break 1"));
        assertThat(parsed(broken.svg()).getElementsByTagName("line").getLength())
                .isEqualTo(1);
        assertThat(broken.svg()).contains(">Break 1</text>");
        assertThat(height(broken)).isGreaterThan(height(whole));
    }

    @Test
    void saysInWordsWhyThereIsNoBar() throws Exception {
        var picture = chart(bar("2020-21", null, ""), bar("2021-22", 100.0, ""));
        assertThat(picture.svg()).contains(">not loaded</text>");
        long drawn = IntStream.range(
                        0, parsed(picture.svg()).getElementsByTagName("rect").getLength())
                .count();
        assertThat(drawn).isEqualTo(2 * 2 + 1);
    }

    @Test
    void hasATitleAndADescriptionForReadersWhoCannotSeeIt() throws Exception {
        var root = parsed(chart(bar("2021-22", 1.0, "")).svg()).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("years-title years-desc");
    }

    @Test
    void escapesWhatItWrites() throws Exception {
        var picture = chart(bar("<script>\"&'", 1.0, "")).svg();
        assertThat(picture).doesNotContain("<script>");
        assertThat(parsed(picture).getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void drawsEveryDistrictOfStaffordshireInsideThePicture() throws Exception {
        var outlines = Boundaries.staffordshire().outlines();
        assertThat(outlines).hasSize(9);
        var districts = IntStream.range(0, 9)
                .mapToObj(index -> new DistrictMap.District(
                        outlines.get(index), index + 1, index == 3 ? null : index * 10.0, String.valueOf(index * 10)))
                .toList();
        String svg = new DistrictMap("map", "Map", "Nine districts", "no number", districts).svg();
        var picture = parsed(svg);
        assertThat(picture.getElementsByTagName("path").getLength()).isEqualTo(9);
        assertThat(svg).contains(">no number</text>").contains("url(#map-none)");
        var circles = picture.getElementsByTagName("circle");
        for (int i = 0; i < circles.getLength(); i++) {
            var at = circles.item(i).getAttributes();
            assertThat(Double.parseDouble(at.getNamedItem("cx").getNodeValue())).isBetween(10.0, 350.0);
            assertThat(Double.parseDouble(at.getNamedItem("cy").getNodeValue())).isBetween(10.0, 500.0);
        }
    }

    private static BarChart chart(BarChart.Bar... bars) {
        return new BarChart("years", "Years", "Bars", "", null, List.of(bars));
    }

    private static BarChart.Bar bar(String label, @Nullable Double value, String breaks) {
        return new BarChart.Bar(label, value, value == null ? "not loaded" : String.valueOf(value), null, true, breaks);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static double width(Document picture, int rectangle) {
        return Double.parseDouble(picture.getElementsByTagName("rect")
                .item(rectangle)
                .getAttributes()
                .getNamedItem("width")
                .getNodeValue());
    }

    private static double height(BarChart chart) throws Exception {
        String box = parsed(chart.svg()).getDocumentElement().getAttribute("viewBox");
        return Double.parseDouble(box.substring(box.lastIndexOf(' ')));
    }
}
