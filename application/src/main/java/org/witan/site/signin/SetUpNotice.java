package org.witan.site.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.witan.access.signin.Demonstration;
import org.witan.access.signin.Inventing;
import org.witan.access.signin.Link;
import org.witan.access.signin.SettingUp;
import org.witan.site.SiteOrigin;

/// Tells whoever starts an installation that has no administrator where to set it up: in a file that only its owner
/// reads (`witan.set-up-link`), or in the log where no file is named. `./witan serve` shows the file on the terminal.
///
/// A demonstration gets its invented people in place of a link, and what each module invents for them.
@Component
final class SetUpNotice {
    private static final Logger LOG = LoggerFactory.getLogger(SetUpNotice.class);
    private final SettingUp settingUp;
    private final Demonstration demonstration;
    private final List<Inventing> inventions;
    private final SiteOrigin origin;
    private final Environment settings;

    SetUpNotice(
            SettingUp settingUp,
            Demonstration demonstration,
            List<Inventing> inventions,
            SiteOrigin origin,
            Environment settings) {
        this.settingUp = settingUp;
        this.demonstration = demonstration;
        this.inventions = List.copyOf(inventions);
        this.origin = origin;
        this.settings = settings;
    }

    @EventListener
    void started(ApplicationReadyEvent ready) {
        if (settings.getProperty("witan.demo", Boolean.class, false)) {
            invent();
            return;
        }
        remove();
        settingUp.openLink().ifPresent(this::tell);
    }

    private void invent() {
        demonstration.invent();
        var people = demonstration.acting();
        for (Inventing module : inventions) {
            try {
                module.invent(people);
            } catch (RuntimeException failure) {
                // A demonstration with less to show is better than none.
                LOG.error("The demonstration lacks some of what is invented for it", failure);
            }
        }
        LOG.info("The demonstration has what is invented for it");
    }

    private void tell(Link link) {
        String address = origin.now() + "/set-up/" + link.token();
        String file = settings.getProperty("witan.set-up-link", "");
        if (file.isBlank()) {
            LOG.info("Nobody administers this installation. Set it up at {} until {}", address, link.expiresAt());
            return;
        }
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path made = Files.createFile(Path.of(file), owner);
            Files.writeString(made, address + "\n", StandardCharsets.UTF_8);
            LOG.info("Nobody administers this installation. The link to set it up is in {}", file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The link to set up cannot be written to " + file, failure);
        }
    }

    /// The link works no more, so its file goes.
    void remove() {
        String file = settings.getProperty("witan.set-up-link", "");
        try {
            if (!file.isBlank()) {
                Files.deleteIfExists(Path.of(file));
            }
        } catch (IOException failure) {
            LOG.warn("The link to set up, which works no more, cannot be removed from {}", file);
        }
    }
}
