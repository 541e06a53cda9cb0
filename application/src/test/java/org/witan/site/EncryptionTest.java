package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.OwnApplication;

/// Where Witan encrypts by itself, it speaks only what is recommended today.
class EncryptionTest {
    @TempDir
    static Path folder;

    private static OwnApplication application;

    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("site.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=marac.example.org",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "invented")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        application = OwnApplication.in(
                folder,
                "--server.ssl.key-store=" + keys,
                "--server.ssl.key-store-password=invented",
                "--witan.address=https://marac.example.org");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void speaksTheTwoVersionsThatAreRecommendedAndPrefersTheNewer() throws Exception {
        assertThat(spoken(new String[] {"TLSv1.2", "TLSv1.3"})).startsWith("TLSv1.3");
        assertThat(spoken(new String[] {"TLSv1.2"})).startsWith("TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_256_GCM");
    }

    @Test
    void aCipherWithoutAuthenticatedEncryptionIsRefused() {
        assertThatThrownBy(() -> spoken(new String[] {"TLSv1.2"}, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    private static String spoken(String[] versions, String... ciphers) throws IOException, GeneralSecurityException {
        var trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TrustsTheTest()}, new SecureRandom());
        try (var socket = (SSLSocket)
                trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), application.port())) {
            socket.setEnabledProtocols(versions);
            if (ciphers.length > 0) {
                socket.setEnabledCipherSuites(ciphers);
            }
            socket.startHandshake();
            return socket.getSession().getProtocol() + " " + socket.getSession().getCipherSuite();
        }
    }

    /// The certificate was made a moment ago by this test.
    private static final class TrustsTheTest implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
