// Sends what is written on the page of a case, one after another, each with an id of its own: sent twice, it is written
// once. What cannot be sent waits in the storage of this tab, encrypted by a key that the server gave this page, until
// it can. Without this file each form is sent by itself and the page is read again.
const here = document.getElementById("live");
const said = document.getElementById("live-said");
const refused = document.getElementById("live-refused");
const NAME = "witan-unsent";
const PAUSES = [1000, 2000, 5000, 10_000];
let state = { queue: [], drafts: {}, keyOff: false };
let key = null;
let sending = false;
let failures = 0;
let again = null;
let told = 0;
let saving = Promise.resolve();

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const text = (array) => btoa(Array.from(array, (byte) => String.fromCharCode(byte)).join(""));

// One after another, so that what is older never takes the place of what is newer.
function save() {
  saving = saving.catch(() => null).then(async () => {
    if (state.queue.length === 0 && Object.keys(state.drafts).length === 0 && !state.keyOff) {
      sessionStorage.removeItem(NAME);
      return;
    }
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(state));
    const box = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain));
    sessionStorage.setItem(NAME, text(iv) + "." + text(box));
  });
  return saving;
}

// What somebody else left in this tab cannot be read, and goes.
async function load() {
  key = await crypto.subtle.importKey("raw", bytes(here.dataset.key), "AES-GCM", false, ["encrypt", "decrypt"]);
  const kept = sessionStorage.getItem(NAME);
  if (kept) {
    try {
      const [iv, box] = kept.split(".").map(bytes);
      state = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, box)));
    } catch {
      sessionStorage.removeItem(NAME);
    }
  }
}

// UUID version 7: what is made later sorts later.
function newId() {
  const random = crypto.getRandomValues(new Uint8Array(10));
  random[0] = (random[0] & 0x0f) | 0x70;
  random[2] = (random[2] & 0x3f) | 0x80;
  const hex = Date.now().toString(16).padStart(12, "0") + Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const waiting = () => state.queue.filter((entry) => entry.state === "waiting");

function show(words) {
  const count = waiting().length;
  const kept = failures > 0 && count > 0 ? here.dataset.kept.replace("#", String(count)) : "";
  said.textContent = words ?? kept;
  const isHere = (entry) => entry.path.startsWith(here.dataset.place + "/");
  const lines = state.queue.filter((entry) => entry.state === "refused" || (entry.state === "meanwhile" && !isHere(entry))).map((entry) => {
    const line = document.createElement("li");
    if (isHere(entry)) {
      line.textContent = here.dataset.refused + " " + (entry.fields.words ?? entry.fields.what ?? "") + " ";
    } else {
      // Others look at this case on the same screen: the words of another one stay with it.
      const there = document.createElement("a");
      there.className = "govuk-link";
      there.href = entry.path.split("/").slice(0, 4).join("/");
      there.textContent = here.dataset.elsewhere;
      line.append(there, " ");
    }
    const away = document.createElement("button");
    away.className = "govuk-button govuk-button--secondary witan-tight";
    away.textContent = here.dataset.away;
    away.addEventListener("click", () => {
      state.queue = state.queue.filter((one) => one !== entry);
      save();
      show();
    });
    line.append(away);
    return line;
  });
  refused.replaceChildren(...lines);
  refused.hidden = lines.length === 0;
}

function post(entry) {
  const body = new URLSearchParams({ ...entry.fields, live: "YES" });
  return fetch(entry.path, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(10_000) });
}

// Sent in order; the first that cannot be sent now holds the others back.
async function send() {
  if (sending) {
    return;
  }
  sending = true;
  clearTimeout(again);
  try {
    for (let entry = waiting()[0]; entry; entry = waiting()[0]) {
      const answer = await post(entry);
      if (answer.type === "opaqueredirect" || answer.status >= 500 || answer.status === 429) {
        wait(answer.type === "opaqueredirect" ? here.dataset.signedOut : null);
        return;
      }
      failures = 0;
      await settle(entry, answer.status);
    }
    show();
  } catch {
    wait(null);
  } finally {
    sending = false;
  }
}

async function settle(entry, status) {
  if (status === 204) {
    state.queue = state.queue.filter((one) => one !== entry);
  } else {
    entry.state = status === 409 && entry.fields.corrects ? "meanwhile" : "refused";
  }
  await save().catch(() => null);
  show();
  document.dispatchEvent(new Event("witan-sent"));
}

function wait(words) {
  failures++;
  again = setTimeout(send, PAUSES[Math.min(failures, PAUSES.length) - 1]);
  show(words);
}

// Words with which somebody was too late: into the form of the line that stands now.
function meanwhile(corrects, words, caret) {
  const line = [...document.querySelectorAll("[data-was]")].find((one) => one.dataset.was.split(" ").includes(corrects));
  if (!line) {
    return false;
  }
  const form = line.querySelector("form");
  form.closest("details").open = true;
  form.elements.words.value = words;
  form.elements.words.focus();
  if (caret !== undefined) {
    form.elements.words.setSelectionRange(caret, caret);
  }
  show(here.dataset.meanwhile + " " + line.querySelector(".witan-words").textContent);
  return true;
}

function tellMeanwhile() {
  for (const entry of state.queue.filter((one) => one.state === "meanwhile" && one.path.startsWith(here.dataset.place + "/"))) {
    if (meanwhile(entry.fields.corrects, entry.fields.words)) {
      state.queue = state.queue.filter((one) => one !== entry);
      save();
    }
  }
}

const DAY = /^\s*(\d{1,2}[ ./-]\d{1,2}[ ./-]\d{4}|\d{4}-\d{1,2}-\d{1,2})?\s*$/;

function isUnusable(form) {
  const { words = null, what = null, area = null, due = null } = form.elements;
  return [words, what, area].some((one) => one && !one.value.trim()) || (due && !DAY.test(due.value));
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  // What cannot be used is for the server to say; so is all while there is no key.
  if (!form.matches("form[data-live]") || isUnusable(form) || !key) {
    return;
  }
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form, event.submitter));
  const entry = { path: new URL(form.action).pathname, fields, state: "waiting" };
  if (form.dataset.live === "once") {
    await post(entry).catch(() => show(here.dataset.gone));
    document.dispatchEvent(new Event("witan-sent"));
    return;
  }
  if ("words" in fields || "what" in fields) {
    fields.id = newId();
  }
  form.reset();
  form.closest("details")?.removeAttribute("open");
  if (form.dataset.next) {
    if (form.elements.kind) {
      form.elements.kind.value = fields.kind;
    }
    if (form.elements.corrects) {
      form.elements.corrects.value = "";
    }
    form.elements[form.dataset.next].value = "";
    form.elements[form.dataset.next].focus();
    delete state.drafts[here.dataset.place];
  }
  state.queue.push(entry);
  // Where nothing can be kept, it is sent all the more.
  await save().catch(() => null);
  show();
  send();
});

// What is being typed survives a page that is read again, and the others are told that somebody writes.
let typed = null;
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (event.target.name !== "words" || !form?.matches("form[data-live]") || !key) {
    return;
  }
  if (form.id === "write-line") {
    state.drafts[here.dataset.place] = event.target.value;
    clearTimeout(typed);
    typed = setTimeout(save, 500);
  }
  if (Date.now() - told > 5000) {
    told = Date.now();
    fetch(here.dataset.place + "/live/writing", {
      method: "POST", body: new URLSearchParams({ about: form.elements.kind.value }), redirect: "manual",
    }).catch(() => null);
  }
});

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable], dialog") !== null;
}

if (here.dataset.key) {
  await load();
  const words = document.getElementById("words");
  if (words && !words.value && state.drafts[here.dataset.place]) {
    words.value = state.drafts[here.dataset.place];
  }
  const shortcut = document.getElementById("key-a");
  shortcut.checked = !state.keyOff;
  shortcut.addEventListener("change", () => {
    state.keyOff = !shortcut.checked;
    save();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "a" && !event.ctrlKey && !event.altKey && !event.metaKey && shortcut.checked && !isTyping(event.target)) {
      event.preventDefault();
      document.getElementById("what").focus();
    }
  });
  document.addEventListener("witan-meanwhile", ({ detail }) => meanwhile(detail.line, detail.words, detail.caret));
  document.addEventListener("witan-merged", tellMeanwhile);
  addEventListener("online", send);
  let leaves = false;
  document.querySelector("form[action='/sign-out']")?.addEventListener("submit", (event) => {
    if (waiting().length > 0 && !leaves) {
      event.preventDefault();
      leaves = true;
      show(here.dataset.leaving.replace("#", String(waiting().length)));
      said.scrollIntoView({ block: "center" });
      return;
    }
    sessionStorage.removeItem(NAME);
  });
  show();
  tellMeanwhile();
  send();
}
