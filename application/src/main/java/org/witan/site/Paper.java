package org.witan.site;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.witan.access.Absent;
import org.witan.access.Choice;
import org.witan.access.Viewer;
import org.witan.access.directory.NamePlates;
import org.witan.access.directory.NamePlates.NamePlate;

/// Makes a PDF of a template, for whoever has to read it without a network or keep it in another system's file.
///
/// The template is a document of `site/paper`, which puts a marking and for whom it was made on every sheet. The PDF is
/// tagged for screen readers, holds its own fonts, and fetches nothing from anywhere. Fault: what the template makes is
/// no well-formed XML ([IllegalStateException]).
@Component
public final class Paper {
    private static final String FONT = "DejaVu Sans";
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private final ITemplateEngine templates;
    private final NamePlates plates;
    private final Wording words;
    private final Clock clock;

    Paper(ITemplateEngine templates, NamePlates plates, Wording words, Clock clock) {
        this.templates = templates;
        this.plates = plates;
        this.words = words;
        this.clock = clock;
    }

    /// A PDF of what a template makes of a page model, for whoever asks: each sheet says for whom and
    /// when it was made, so that one that is found somewhere leads back.
    public byte[] of(Viewer viewer, String template, Object page) {
        return pdf(document(template, page, made(viewer)));
    }

    /// The document before it is set on sheets. Its style is put in here, as no template may hold one.
    String document(String template, Object page, String made) {
        String document = templates.process(template, new Context(Locale.UK, Map.of("page", page, "made", made)));
        return document.replaceFirst("</head>", Matcher.quoteReplacement("<style>" + style() + "</style></head>"));
    }

    private String made(Viewer viewer) {
        var choice = new Choice(viewer.membership(), viewer.agency(), viewer.role(), viewer.purpose());
        NamePlate plate = plates.find(viewer.account(), choice).orElseThrow(Absent::new);
        return words.the(
                plate.demonstration() ? "site.paper.made.invented" : "site.paper.made",
                plate.person(),
                Objects.requireNonNullElse(plate.agency(), ""),
                Days.words(clock.instant()));
    }

    static byte[] pdf(String document) {
        var sheets = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(PdfRendererBuilder.TextDirection.LTR);
        builder.useFont(font("DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(font("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
        builder.withProducer("Witan");
        builder.withHtmlContent(document, null);
        builder.toStream(sheets);
        try {
            builder.run();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return sheets.toByteArray();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(Paper.class.getResourceAsStream(FONTS + file), file);
    }

    private static String style() {
        try (InputStream file =
                Objects.requireNonNull(Paper.class.getResourceAsStream("/static/site/paper.css"), "paper.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
