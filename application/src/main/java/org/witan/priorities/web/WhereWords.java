package org.witan.priorities.web;

import org.springframework.stereotype.Component;
import org.witan.priorities.Districts;
import org.witan.priorities.HotPlace;
import org.witan.site.Wording;

/// Says where a hot place is: by its grid reference, and by the small area and the ward around it.
@Component
class WhereWords {
    private final Districts districts;
    private final Wording words;

    WhereWords(Districts districts, Wording words) {
        this.districts = districts;
        this.words = words;
    }

    String of(HotPlace hot) {
        return hot.area().isEmpty()
                ? hot.grid()
                : districts
                        .wardOf(hot.area())
                        .map(ward ->
                                words.the("priorities.hot.ward", hot.grid(), districts.name(hot.area()), ward.name()))
                        .orElseGet(() -> words.the("priorities.hot", hot.grid(), districts.name(hot.area())));
    }
}
