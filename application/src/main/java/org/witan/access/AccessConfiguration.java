package org.witan.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the trail needs from outside the database.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    TrailKey trailKey(TrailSettings settings) {
        return TrailKey.in(settings.key());
    }

    @Bean(destroyMethod = "close")
    UnsealedEntries unsealedEntries(TrailSettings settings) {
        return UnsealedEntries.in(settings.unsealed());
    }
}
