package org.witan.site;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.filters.AddDefaultCharsetFilter;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Sets the web server up for what it will guard: headers with every answer, its own error pages without a word about
/// itself, and, where it encrypts, only what is recommended today.
@Configuration(proxyBeanMethods = false)
class Hardening implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /// For TLS 1.2, those with forward secrecy and authenticated encryption; all of TLS 1.3 have both.
    private static final String CIPHERS = String.join(
            ":",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private final Listening listening;

    Hardening(Environment settings) {
        this.listening = Listening.as(settings);
    }

    /// What is text says in which characters, also what is served as it lies in the jar.
    @Bean
    FilterRegistrationBean<AddDefaultCharsetFilter> charset() {
        var filter = new AddDefaultCharsetFilter();
        filter.setEncoding("UTF-8");
        return new FilterRegistrationBean<>(filter);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        boolean encrypted = listening.encrypted() || listening.site().isPresent();
        server.addEngineValves(new SecurityHeaders(encrypted));
        server.addContextCustomizers(context -> sayNothingOfItself(context.getParent()));
        server.addConnectorCustomizers(Hardening::encryptAsRecommended);
    }

    private static void sayNothingOfItself(org.apache.catalina.Container parent) {
        if (parent instanceof StandardHost host) {
            var errors = new ErrorReportValve();
            errors.setShowReport(false);
            errors.setShowServerInfo(false);
            host.getPipeline().addValve(errors);
        }
    }

    private static void encryptAsRecommended(Connector connector) {
        for (SSLHostConfig encryption : connector.findSslHostConfigs()) {
            encryption.setProtocols("TLSv1.2+TLSv1.3");
            encryption.setCiphers(CIPHERS);
            encryption.setHonorCipherOrder(true);
        }
    }
}
