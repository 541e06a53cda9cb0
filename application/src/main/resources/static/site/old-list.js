// Sends a list that somebody chose as it is, without its name, and goes on where the server says. Without this, the table
// is pasted into the page.
const place = document.querySelector("[data-old-list]");
const file = place.querySelector("input");
const said = document.getElementById("file-said");

// A file of this size is refused; whoever chose it by mistake need not wait for it to be sent.
const largest = 10 * 1024 * 1024;

async function send(chosen) {
  if (chosen.size > largest) {
    return said.dataset.large;
  }
  try {
    const answer = await fetch(place.dataset.oldList, {
      method: "POST",
      body: await chosen.arrayBuffer(),
      headers: { "Content-Type": "application/octet-stream" },
      redirect: "error",
    });
    const text = await answer.text();
    if (answer.ok && text.startsWith("/old-lists/")) {
      location.assign(text);
      return "";
    }
    return answer.status === 422 ? text : said.dataset.failed;
  } catch {
    return said.dataset.failed;
  }
}

async function take() {
  said.textContent = "";
  if (file.files[0]) {
    file.disabled = true;
    said.textContent = await send(file.files[0]);
    file.disabled = false;
    file.value = "";
  }
}

file.addEventListener("change", take);
// Somebody may have chosen before this was read.
take();
place.hidden = false;
