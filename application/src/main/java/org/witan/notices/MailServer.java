package org.witan.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// The server that takes the messages. Each goes to one address, is plain text, and has no header that holds anything
/// that somebody typed, other than that address.
///
/// Encrypted by TLS 1.2 or 1.3, with the name of the server checked, unless the server is on this machine.
final class MailServer {
    private static final String PATIENCE = "10000";

    private final JavaMailSenderImpl server;
    private final InternetAddress from;
    private final Letter letter;
    private final Clock clock;

    private MailServer(JavaMailSenderImpl server, InternetAddress from, Letter letter, Clock clock) {
        this.server = server;
        this.from = from;
        this.letter = letter;
        this.clock = clock;
    }

    /// What every message says.
    record Letter(String subject, String text) {}

    /// How a message fared.
    enum Outcome {
        SENT,
        /// The server did not answer, or not well; it may later.
        NO_SERVER,
        /// The server took other messages, but not for this one.
        REFUSED,
        /// Nothing can ever be sent to what is kept as the address.
        BAD_ADDRESS
    }

    /// @throws MailUnusable with one line that says what to set
    static MailServer of(MailSettings settings, Letter letter, Clock clock) {
        var server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        InternetAddress from = from(settings);
        server.setJavaMailProperties(properties(settings, from));
        if (settings.username() != null) {
            server.setUsername(settings.username());
            server.setPassword(password(settings.passwordFile()));
        }
        return new MailServer(server, from, letter, clock);
    }

    private static InternetAddress from(MailSettings settings) {
        try {
            return address(Objects.requireNonNullElse(settings.from(), ""));
        } catch (AddressException _) {
            throw new MailUnusable("witan.mail.from is not an e-mail address. Set the address that messages come from,"
                    + " as in witan.mail.from=witan@example.org.");
        }
    }

    private static String password(@Nullable Path file) {
        if (file == null) {
            throw new MailUnusable("witan.mail.username has no password. Write it into a file that nobody else may read"
                    + " and set witan.mail.password-file.");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw new MailUnusable("The file of witan.mail.password-file cannot be read: " + file + ".");
        }
    }

    private static Properties properties(MailSettings settings, InternetAddress from) {
        var properties = new Properties();
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, PATIENCE);
        }
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.isEncryptedFromTheStart()));
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty(
                "mail.smtp.starttls.required",
                String.valueOf(settings.leavesTheMachine() && !settings.isEncryptedFromTheStart()));
        // Otherwise the identity of a message names the user and the machine.
        properties.setProperty("mail.from", from.getAddress());
        return properties;
    }

    /// Sends the message to an address.
    Outcome send(String email) {
        InternetAddress to;
        try {
            to = address(email);
        } catch (AddressException _) {
            return Outcome.BAD_ADDRESS;
        }
        try {
            server.send(message(to));
            return Outcome.SENT;
        } catch (MailSendException refused) {
            return isOfThisMessage(refused) ? Outcome.REFUSED : Outcome.NO_SERVER;
        } catch (MailException | MessagingException _) {
            return Outcome.NO_SERVER;
        }
    }

    /// Whether the server was there and refused this address only. Spring names a cause where there was no server.
    private static boolean isOfThisMessage(MailSendException refused) {
        return refused.getCause() == null
                && Arrays.stream(refused.getMessageExceptions()).allMatch(SendFailedException.class::isInstance);
    }

    private MimeMessage message(InternetAddress to) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // So that nobody's absence is answered to it (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /// One address and nothing else: no second one, no name, no line.
    private static InternetAddress address(String email) throws AddressException {
        var address = new InternetAddress(email, true);
        address.validate();
        if (!address.getAddress().equals(email)) {
            throw new AddressException("not one address");
        }
        return address;
    }
}
