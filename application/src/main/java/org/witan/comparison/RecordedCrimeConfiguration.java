package org.witan.comparison;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.comparison.picture.Boundaries;
import org.witan.site.DataMark;
import org.witan.site.MenuItem;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// One engine for the whole application, because it remembers what it has answered.
@Configuration(proxyBeanMethods = false)
class RecordedCrimeConfiguration {

    @Bean
    Definitions definitions(RecordedCrimeSettings settings) {
        return Definitions.shippedWith(settings.definitions());
    }

    @Bean
    Store store(RecordedCrimeSettings settings) {
        return new Store(settings.store());
    }

    @Bean(destroyMethod = "close")
    Comparing comparing(Store store, Definitions definitions) {
        return new Comparing(store, definitions);
    }

    @Bean
    Answers answers(Comparing comparing) {
        return new AnswersInTurn(comparing::answer, AnswersInTurn.PATIENCE);
    }

    @Bean
    Boundaries boundaries() {
        return Boundaries.staffordshire();
    }

    @Bean
    DataMark recordedCrimeMark(Store store) {
        return () -> store.findCurrent()
                .filter(snapshot -> Arrays.stream(Table.values()).anyMatch(snapshot::synthetic))
                .isPresent();
    }

    @Bean
    MenuItem compareMenuItem() {
        return new MenuItem("/compare", "comparison.menu.compare", 10);
    }

    @Bean
    MenuItem checkMenuItem() {
        return new MenuItem("/check", "comparison.menu.check", 20);
    }

    @Bean
    MenuItem figuresMenuItem() {
        return new MenuItem("/figures", "comparison.menu.figures", 30);
    }

    @Bean
    MenuItem definitionsMenuItem() {
        return new MenuItem("/definitions", "comparison.menu.definitions", 40);
    }
}
