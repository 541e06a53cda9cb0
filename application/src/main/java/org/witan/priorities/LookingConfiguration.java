package org.witan.priorities;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.statistics.place.LookingAtPlaces;
import org.witan.statistics.place.MeasuringEffects;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

/// The engines that look at places, over the store of recorded crime.
@Configuration(proxyBeanMethods = false)
class LookingConfiguration {

    @Bean(destroyMethod = "close")
    LookingAtPlaces lookingAtPlaces(Store store, Definitions definitions) {
        return new LookingAtPlaces(store, definitions);
    }

    @Bean(destroyMethod = "close")
    MeasuringEffects measuringEffects(Store store, Definitions definitions) {
        return new MeasuringEffects(store, definitions);
    }
}
