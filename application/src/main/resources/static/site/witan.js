// Everything works without this file. With it, an error summary takes the focus, a form is sent once, and whoever must
// leave a public page at once leaves it out of the way back: the place they go to takes its place.
import { createAll, Button, ErrorSummary, ExitThisPage, SkipLink } from "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js";

class LeaveAtOnce extends ExitThisPage {
  exitPage() {
    document.title = " ";
    document.body.classList.add("govuk-exit-this-page-hide-content");
    const cover = document.createElement("div");
    cover.className = "govuk-exit-this-page-overlay";
    cover.setAttribute("role", "alert");
    document.body.appendChild(cover);
    history.replaceState(null, "", "/");
    location.replace(this.$button.href);
  }
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(Button);
createAll(ErrorSummary);
createAll(LeaveAtOnce);
createAll(SkipLink);
