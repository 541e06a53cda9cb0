package org.witan.notices;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Witnessing;
import org.witan.notices.MailServer.Letter;
import org.witan.site.SiteOrigin;
import org.witan.site.Wording;

/// By which server people are told, if they are.
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {

    @Bean
    Telling telling(
            MailSettings settings,
            Notices notices,
            Witnessing witnessing,
            Wording words,
            SiteOrigin origin,
            Clock clock,
            @Value("${witan.address:}") String address,
            @Value("${witan.demo:false}") boolean demo) {
        if (!settings.isOn() || demo) {
            return new Telling(notices, witnessing, null);
        }
        if (address.isBlank()) {
            throw new MailUnusable(
                    "witan.mail.host is set, and the messages would not know where to sign in. Set"
                            + " witan.address to the public address of the site, as in witan.address=https://marac.example.org.");
        }
        return new Telling(notices, witnessing, MailServer.of(settings, letter(words, origin.now()), clock));
    }

    /// The one letter.
    static Letter letter(Wording words, String site) {
        return new Letter(words.the("notices.letter.subject"), words.the("notices.letter.text", site));
    }
}
