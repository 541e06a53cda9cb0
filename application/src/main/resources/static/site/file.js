// Puts the text of a file that somebody chose into a field of the page. Without this, the text is pasted there. Nothing
// leaves this machine before the form is sent.
const place = document.querySelector("[data-file-for]");
const field = document.getElementById(place.dataset.fileFor);
const file = place.querySelector("input");
const said = place.querySelector("[role=alert]");

// No field takes more. A form takes 2 MB as it is sent, in which a comma is three characters and the end of a line six.
const mostCharacters = 1_000_000;
const mostSent = 1_900_000;

// Spreadsheets still write files that are no UTF-8.
function read(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function isTooLarge(text) {
  return text.length > mostCharacters || new URLSearchParams({ text }).toString().length > mostSent;
}

file.addEventListener("change", async () => {
  const chosen = file.files[0];
  // A choice that is taken back takes nothing away that was typed.
  if (!chosen) {
    return;
  }
  const text = chosen.size > 2 * mostCharacters ? null : read(await chosen.arrayBuffer());
  const large = text === null || isTooLarge(text);
  said.textContent = large ? said.dataset.large : "";
  if (!large) {
    field.value = text;
  }
});
place.hidden = false;
