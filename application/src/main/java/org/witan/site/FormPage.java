package org.witan.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// A page that is one form: what it is for, what to know before, its fields, one button, and a way back.
///
/// @param title the job, as the heading says it
/// @param above words above the heading, such as the name of the agency; null for none
/// @param text what to know, a paragraph each
/// @param warnings what would be hard to take back
/// @param changed what somebody else changed meanwhile; empty when nobody did
/// @param list names that the text speaks of, such as who loses access
/// @param hidden what the form carries and nobody types
/// @param links where else to go from here, such as to another form
/// @param button words of the button
/// @param back where to go without doing it
public record FormPage(
        String title,
        @Nullable String above,
        List<String> text,
        List<String> warnings,
        List<String> changed,
        List<String> list,
        List<Problem> problems,
        String action,
        Map<String, String> hidden,
        List<Asked> asked,
        List<Link> links,
        String button,
        boolean dangerous,
        @Nullable Link back) {

    /// Begins a page.
    public static Making titled(String title, String action, String button) {
        return new Making(title, action, button);
    }

    /// Whether something is wrong with what was sent, as the title in the browser says too.
    public boolean wrong() {
        return !problems.isEmpty() || !changed.isEmpty();
    }

    /// The page as an answer: 409 when somebody else was faster, 422 when something typed cannot be used.
    public ModelAndView shown() {
        var view = new ModelAndView("site/form", "page", this);
        if (wrong()) {
            view.setStatus(changed.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        }
        return view;
    }

    /// A field with the control that it is shown by.
    public record Asked(Control control, Field field) {}

    /// A link with its words.
    public record Link(String path, String words) {}

    /// How a field is shown, by the name of its fragment.
    public enum Control {
        TEXT,
        LINES,
        FILE,
        ONE_OF,
        RADIOS,
        CHECKBOXES
    }

    /// A page in the making.
    public static final class Making {
        private final String title;
        private final String action;
        private final String button;
        private final List<String> text = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final List<String> changed = new ArrayList<>();
        private final List<String> list = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, String> hidden = new LinkedHashMap<>();
        private final List<Asked> asked = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private @Nullable String above;
        private @Nullable Link back;
        private boolean dangerous;

        private Making(String title, String action, String button) {
            this.title = title;
            this.action = action;
            this.button = button;
        }

        /// Words above the heading.
        public Making above(String words) {
            above = words;
            return this;
        }

        /// A paragraph.
        public Making text(String words) {
            text.add(words);
            return this;
        }

        /// Something that would be hard to take back.
        public Making warning(String words) {
            warnings.add(words);
            return this;
        }

        /// What somebody else changed meanwhile.
        public Making changed(List<String> words) {
            changed.addAll(words);
            return this;
        }

        /// Names that the text speaks of.
        public Making list(List<String> words) {
            list.addAll(words);
            return this;
        }

        /// Where else to go from here.
        public Making link(String path, String words) {
            links.add(new Link(path, words));
            return this;
        }

        /// What is wrong.
        public Making problems(List<Problem> found) {
            problems.addAll(found);
            return this;
        }

        /// What the form carries.
        public Making hidden(String name, Object value) {
            hidden.put(name, value.toString());
            return this;
        }

        /// A field.
        public Making ask(Control control, Field field) {
            asked.add(new Asked(control, field));
            return this;
        }

        /// The button does what would be hard to take back.
        public Making dangerous() {
            dangerous = true;
            return this;
        }

        /// Where to go without doing it.
        public Making back(String path, String words) {
            back = new Link(path, words);
            return this;
        }

        /// The page.
        public FormPage made() {
            return new FormPage(
                    title,
                    above,
                    List.copyOf(text),
                    List.copyOf(warnings),
                    List.copyOf(changed),
                    List.copyOf(list),
                    List.copyOf(problems),
                    action,
                    Map.copyOf(hidden),
                    List.copyOf(asked),
                    List.copyOf(links),
                    button,
                    dangerous,
                    back);
        }
    }
}
