package org.witan.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// How sessions are kept in the database: under a name that nobody guesses, and read back as nothing
/// but what sign-in and the choice of an agency leave there.
///
/// Java can be made to run code by what it reads back. Whoever may write to the table of sessions must not thereby
/// become the application, which holds the key of the trail.
@Configuration(proxyBeanMethods = false)
class StoredSessions {
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=12;maxrefs=500;maxbytes=65536;maxarray=1000;org.witan.access.**;org.witan.site.**;"
                    + "org.springframework.security.core.context.SecurityContextImpl;"
                    + "org.springframework.security.core.authority.*;"
                    + "org.springframework.security.authentication.*;java.time.*;java.util.*;java.lang.*;!*");
    private static final SecureRandom RANDOM = new SecureRandom();
    /// As many as 36 letters of the alphabet of addresses hold.
    private static final int BYTES = 27;

    @Bean
    SessionIdGenerator sessionNames() {
        return StoredSessions::newName;
    }

    /// Puts the filter that reads a session once in the place of Spring Session's own.
    @Bean
    static BeanPostProcessor sessionReadOnce(
            ObjectProvider<SessionRepository<? extends Session>> sessions, ObjectProvider<CookieSerializer> cookies) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SessionRepositoryFilter<?>
                        ? readOnce(sessions.getObject(), cookies.getObject())
                        : bean;
            }
        };
    }

    private static <S extends Session> SessionReadOnce<S> readOnce(
            SessionRepository<S> sessions, CookieSerializer cookies) {
        var names = new CookieHttpSessionIdResolver();
        names.setCookieSerializer(cookies);
        var filter = new SessionReadOnce<>(sessions);
        filter.setHttpSessionIdResolver(names);
        return filter;
    }

    private static String newName() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The name is the one by which Spring Session looks for it.
    @Bean("springSessionConversionService")
    ConversionService sessionContent() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new DeserializingConverter(reading()));
        return conversion;
    }

    private static Deserializer<Object> reading() {
        return StoredSessions::read;
    }

    /// @throws IOException also when the content names a class that no session holds
    static Object read(InputStream stored) throws IOException {
        try (var objects = new ObjectInputStream(stored)) {
            objects.setObjectInputFilter(KNOWN);
            return objects.readObject();
        } catch (ClassNotFoundException unknown) {
            throw new IOException("A session holds what this version does not know.", unknown);
        }
    }
}
