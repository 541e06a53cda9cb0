
// Opens the sealed text that this page holds, in this window and nowhere else: nothing is fetched, sent or kept. What was
// typed is put in as text alone.
"use strict";
const lines = document.getElementById("sealed").textContent.trim().split(/\s*\n/);
const all = Uint8Array.from(atob(lines.slice(1, -1).join("")), one => one.charCodeAt(0));
const opening = document.getElementById("opening");
const phrase = document.getElementById("phrase");
const problem = document.getElementById("problem");
const encoder = new TextEncoder();

function typed(text) {
  const plain = text.toUpperCase().replace(/[\s-]/g, "");
  return plain.length === 20 ? plain.match(/.{5}/g).join("-") : plain;
}

async function unsealed(words) {
  const given = await crypto.subtle.importKey("raw", encoder.encode(words), "PBKDF2", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-512", salt: all.slice(0, 16), iterations: 220000 },
    given, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  const content = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: all.slice(16, 28), additionalData: encoder.encode(lines[0]), tagLength: 128 },
    key, all.slice(28));
  return JSON.parse(new TextDecoder().decode(content)).readable;
}

function added(place, name, words) {
  const one = document.createElement(name);
  one.textContent = words;
  place.append(one);
  return one;
}

// An empty line stands before each heading. A line that goes on from the one above begins with two blanks.
function show(readable) {
  const [marking, ...sections] = readable.trimEnd().split("\n\n");
  const parts = document.getElementById("parts");
  document.getElementById("marking").textContent = marking;
  for (const section of sections) {
    const [heading, ...rest] = section.split("\n");
    added(parts, "h2", heading);
    for (const words of rest.join("\n").split(/\n(?! {2})/)) {
      added(parts, "p", words.replace(/\n {2}/g, "\n")).className = "words";
    }
  }
  added(parts, "p", marking).className = "marking";
}

function refuse(words) {
  problem.textContent = words;
  phrase.setAttribute("aria-invalid", "true");
  phrase.focus();
}

async function open() {
  let readable;
  try {
    readable = await unsealed(typed(phrase.value));
  } catch {
    refuse(problem.dataset.wrong);
    return;
  }
  phrase.value = "";
  show(readable);
  opening.hidden = true;
  document.getElementById("shown").hidden = false;
  document.getElementById("marking").focus();
}

opening.addEventListener("submit", async event => {
  event.preventDefault();
  problem.textContent = "";
  if (!globalThis.crypto?.subtle) {
    refuse(problem.dataset.old);
  } else if (phrase.value.trim() === "") {
    refuse(problem.dataset.missing);
  } else {
    await open();
  }
});
document.getElementById("print").addEventListener("click", () => window.print());
