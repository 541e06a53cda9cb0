package org.witan.matac.web;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.ProvenPresence;
import org.witan.access.Viewer;
import org.witan.matac.Basis;
import org.witan.matac.Ranking;

/// The ranking, who is suspected again and who was harmed again; each also as a file.
@Controller
class ListsController {
    private final Ranking ranking;
    private final AskedDay asked;
    private final ListPages pages;
    private final ListFiles files;

    ListsController(Ranking ranking, AskedDay asked, ListPages pages, ListFiles files) {
        this.ranking = ranking;
        this.asked = asked;
        this.pages = pages;
        this.files = files;
    }

    @OpenToMatac
    @GetMapping("/matac")
    ModelAndView ranking(
            Viewer viewer, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String basis) {
        return page(
                "ranking",
                asked.read(day, basis),
                question ->
                        pages.ranking(question, with(question, (on, by) -> ranking.pool(viewer, on, by, Verb.LIST))));
    }

    @OpenToMatac
    @GetMapping("/matac/suspected")
    ModelAndView suspected(
            Viewer viewer, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String basis) {
        return page(
                "suspected",
                asked.read(day, basis),
                question -> pages.suspected(
                        question, with(question, (on, by) -> ranking.suspectedAgain(viewer, on, by, Verb.LIST))));
    }

    @OpenToMatac
    @GetMapping("/matac/harmed")
    ModelAndView harmed(
            Viewer viewer, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String basis) {
        return page(
                "harmed",
                asked.read(day, basis),
                question -> pages.harmed(
                        question, with(question, (on, by) -> ranking.harmedAgain(viewer, on, by, Verb.LIST))));
    }

    /// The ranking with every number, for whoever prepares the meeting. It holds references and no names.
    @ProvenPresence
    @OpenToMatac
    @GetMapping("/matac/ranking.csv")
    ResponseEntity<byte[]> rankingFile(
            Viewer viewer, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String basis) {
        var question = asked.read(day, basis);
        return files.ranking(with(question, (on, by) -> ranking.pool(viewer, on, by, Verb.EXPORT)));
    }

    @ProvenPresence
    @OpenToMatac
    @GetMapping("/matac/suspected.csv")
    ResponseEntity<byte[]> suspectedFile(
            Viewer viewer, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String basis) {
        var question = asked.read(day, basis);
        return files.suspected(with(question, (on, by) -> ranking.suspectedAgain(viewer, on, by, Verb.EXPORT)));
    }

    @ProvenPresence
    @OpenToMatac
    @GetMapping("/matac/harmed.csv")
    ResponseEntity<byte[]> harmedFile(
            Viewer viewer, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String basis) {
        var question = asked.read(day, basis);
        return files.harmed(with(question, (on, by) -> ranking.harmedAgain(viewer, on, by, Verb.EXPORT)));
    }

    private ModelAndView page(
            String list, AskedDay.Question question, Function<AskedDay.Question, ListPages.Page> answer) {
        boolean refused = question.day() == null;
        var view = new ModelAndView(
                "matac/list", "page", refused ? pages.refused(list, question) : answer.apply(question));
        if (refused) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /// A file of a day that is none is not there.
    private static <T> T with(AskedDay.Question question, BiFunction<LocalDate, Basis, T> answer) {
        LocalDate day = question.day();
        if (day == null) {
            throw new Absent();
        }
        return answer.apply(day, question.basis());
    }
}
