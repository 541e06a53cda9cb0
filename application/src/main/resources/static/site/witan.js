// Everything works without this file. With it, an error summary takes the focus.
import { createAll, ErrorSummary, SkipLink } from "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(ErrorSummary);
createAll(SkipLink);
