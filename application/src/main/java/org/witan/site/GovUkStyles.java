package org.witan.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// Serves the styles of GOV.UK Frontend without its font, which is licensed to gov.uk alone.
@Configuration(proxyBeanMethods = false)
class GovUkStyles implements WebMvcConfigurer {
    private static final String PLACE = "classpath:/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final String FONT_FACE = "@font-face\\s*\\{[^}]*}";
    private static final String FONT_NAME = "GDS Transport";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry handlers) {
        ResourceTransformer withoutFont = (request, resource, chain) -> withoutFont(chain.transform(request, resource));
        handlers.addResourceHandler("/govuk/*.css")
                .addResourceLocations(PLACE)
                .setCacheControl(CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(withoutFont);
    }

    private static Resource withoutFont(Resource styles) throws IOException {
        String text = withoutFont(styles.getContentAsString(StandardCharsets.UTF_8));
        return new TransformedResource(styles, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same styles, with every mention of the font replaced by the next in its list.
    static String withoutFont(String styles) {
        return styles.replaceAll(FONT_FACE, "").replace(FONT_NAME, "arial");
    }
}
