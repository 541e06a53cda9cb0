// Puts the text of a file that somebody chose into a field of the page. Without this, the text is pasted there. Nothing
// leaves this machine before the form is sent.
const place = document.querySelector("[data-file-for]");
const field = document.getElementById(place.dataset.fileFor);
const file = place.querySelector("input");

// A file of this size is refused; whoever chose it by mistake need not wait for it to be read.
const largest = 1_000_000;

file.addEventListener("change", async () => {
  const chosen = file.files[0];
  field.value = chosen ? await chosen.slice(0, largest + 1).text() : "";
});
place.hidden = false;
