package org.witan.support.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.support.Vacancy;

/// Says what room a refuge has, and when it said so.
@Component
class VacancyWords {
    private final Wording words;

    VacancyWords(Wording words) {
        this.words = words;
    }

    String line(Vacancy vacancy) {
        return vacancy.spaces() == 0
                ? words.the("support.vacancy.full", Days.words(vacancy.at()))
                : Stream.of(
                                words.the("support.vacancy.room", vacancy.spaces(), vacancy.mostBeds()),
                                words.the("support.vacancy.pets." + vacancy.pets()),
                                words.the("support.vacancy.access." + vacancy.accessNeeds()),
                                words.the("support.vacancy.said", Days.words(vacancy.at())))
                        .collect(Collectors.joining(" · "));
    }
}
