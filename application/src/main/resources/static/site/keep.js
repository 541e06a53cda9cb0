// While a page of a referral is typed, it is kept every few seconds, as it stands. The form says where; the answer is the
// mark of what is kept now. When that fails, nothing is lost that is on the screen, and the page says so.
const form = document.querySelector("form[data-keep]");
const said = document.getElementById("kept");
let waiting = null;
let sending = null;

async function keep() {
  waiting = null;
  if (sending) {
    later();
    return;
  }
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    body.append(name, value);
  }
  sending = fetch(form.dataset.keep, { method: "POST", body, redirect: "error" });
  try {
    const answer = await sending;
    if (answer.ok) {
      form.elements.seen.value = await answer.text();
      said.textContent = said.dataset.kept;
    } else {
      said.textContent = said.dataset.failed;
    }
  } catch {
    said.textContent = said.dataset.failed;
  } finally {
    sending = null;
  }
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(keep, 2000);
}

if (form && said) {
  form.addEventListener("input", later);
  form.addEventListener("submit", () => clearTimeout(waiting));
}
