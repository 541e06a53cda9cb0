package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.SessionIdGenerator;
import org.witan.RunningApplication;
import org.witan.access.Choice;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.SignedIn;

/// What comes back from the table of sessions is only ever what sign-in left there.
class StoredSessionsTest extends RunningApplication {
    @Autowired
    private SessionIdGenerator names;

    @Test
    void whatSignInLeavesIsReadBack() throws IOException {
        var account = new SignedIn(UUID.randomUUID());
        var context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(account, null, AuthorityUtils.NO_AUTHORITIES));
        assertThat(StoredSessions.read(written(context))).isEqualTo(context);
        var choice = new Choice(UUID.randomUUID(), UUID.randomUUID(), Role.CHAIR, Purpose.MARAC);
        assertThat(StoredSessions.read(written(choice))).isEqualTo(choice);
        var presence = new Presence(Instant.now());
        assertThat(StoredSessions.read(written(presence))).isEqualTo(presence);
    }

    @Test
    void aClassThatNoSessionHoldsIsRefusedAlsoInsideAnother() throws IOException {
        assertThatThrownBy(() -> StoredSessions.read(written(URI.create("http://example.org"))))
                .isInstanceOf(InvalidClassException.class);
        var outer = new HashMap<String, Object>();
        outer.put("one", URI.create("http://example.org"));
        assertThatThrownBy(() -> StoredSessions.read(written(outer))).isInstanceOf(InvalidClassException.class);
        Object deep = "end";
        for (int i = 0; i < 50; i++) {
            var set = new HashSet<Object>();
            set.add(deep);
            deep = set;
        }
        Object bomb = deep;
        assertThatThrownBy(() -> StoredSessions.read(written(bomb))).isInstanceOf(InvalidClassException.class);
    }

    @Test
    void theNameOfASessionIsLongAndNeverTheSame() {
        var some = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            some.add(names.generate());
        }
        assertThat(some).hasSize(1000).allMatch(name -> name.matches("[A-Za-z0-9_-]{36}"));
    }

    private static ByteArrayInputStream written(Object content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(content);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
