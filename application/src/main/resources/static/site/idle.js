// Warns before a session ends without use, and has the server keep what was typed. Without this file the page says when
// the session ends. Nothing is stored in the browser: the machine may be shared.
const dialog = document.getElementById("witan-idle");
const left = document.getElementById("witan-idle-left");
const lasts = Number(dialog.dataset.seconds) * 1000;
const warns = Number(dialog.dataset.warning) * 1000;
const tells = Math.min(60_000, warns / 2);
// Another tab of the same person counts as being here.
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("witan-session") : null;
let end = Date.now() + lasts;
let told = Date.now();
let said = -1;
let kept = false;
let over = false;

function moved() {
  end = Date.now() + lasts;
  kept = false;
  if (dialog.open) {
    dialog.close();
  }
}

function ask(path, fields) {
  return fetch(path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", keepalive: true });
}

// A page of another tab, or this one, has just reached the server.
function tell() {
  told = Date.now();
  tabs?.postMessage("here");
}

async function stay() {
  tell();
  const answer = await ask("/session/stay", {}).catch(() => null);
  if (answer && answer.status !== 204) {
    leave();
  }
}

function leave() {
  over = true;
  location.assign("/sign-in?after=idle");
}

// What somebody typed, by form; never a password, a code, a file, or what the page itself carries along.
function typed() {
  return [...document.forms].map((form) =>
    [...form.elements]
      .filter((field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type))
      .filter((field) => !["one-time-code", "current-password", "new-password"].includes(field.autocomplete))
      .filter(changed)
      .map((field) => [field.name, field.value, field.checked ?? null, field.type]));
}

function changed(field) {
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  if (field.options) {
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  }
  return field.value !== field.defaultValue;
}

async function keep() {
  kept = true;
  const forms = typed();
  if (forms.some((form) => form.length > 0)) {
    const seconds = Math.max(1, Math.round((end - Date.now()) / 1000));
    await ask("/session/words", { place: location.pathname, words: JSON.stringify(forms), seconds }).catch(() => null);
  }
}

async function finish() {
  over = true;
  await keep();
  await ask("/session/over", {}).catch(() => null);
  tabs?.postMessage("over");
  leave();
}

function say(remaining) {
  const minutes = Math.ceil(remaining / 60_000);
  const step = remaining > 60_000 ? minutes * 60 : Math.ceil(remaining / 15_000) * 15;
  if (step !== said) {
    said = step;
    const words = remaining > 60_000 ? left.dataset.minutes : left.dataset.seconds;
    left.textContent = words.replace("0", String(remaining > 60_000 ? minutes : step));
  }
}

function look() {
  const remaining = end - Date.now();
  if (over) {
    return;
  }
  if (remaining <= 2000) {
    finish();
  } else if (remaining <= warns) {
    say(remaining);
    if (!dialog.open) {
      dialog.showModal();
      document.getElementById("witan-idle-stay").focus();
    }
    if (!kept) {
      keep();
    }
  }
}

// Typing and pointing count as being here; the server is told once in a while.
function here() {
  if (dialog.open || over) {
    return;
  }
  end = Date.now() + lasts;
  if (Date.now() - told > tells) {
    stay();
  }
}

function putBack(forms) {
  forms.forEach((fields, at) => fields.forEach(([name, value, checked, type]) => {
    for (const field of document.forms[at]?.elements ?? []) {
      if (field.name !== name || field.type !== type) {
        continue;
      }
      if (type === "checkbox" || type === "radio") {
        if (field.value === value) {
          field.checked = checked;
        }
      } else {
        field.value = value;
      }
    }
  }));
}

async function back(wanted) {
  const answer = await ask("/session/words/back", { place: location.pathname });
  if (wanted && answer.status === 200) {
    putBack(await answer.json());
  }
  document.getElementById("witan-kept").hidden = true;
  document.getElementById("main").focus();
}

document.getElementById("witan-idle-stay").addEventListener("click", () => {
  moved();
  stay();
});
// The Escape key closes the dialog: somebody is there.
dialog.addEventListener("cancel", () => {
  moved();
  stay();
});
const offer = document.getElementById("witan-kept");
if (offer) {
  offer.hidden = false;
  document.getElementById("witan-kept-back").addEventListener("click", () => back(true));
  document.getElementById("witan-kept-away").addEventListener("click", () => back(false));
}
for (const event of ["input", "keydown", "pointerdown"]) {
  document.addEventListener(event, here);
}
document.addEventListener("visibilitychange", look);
tabs?.addEventListener("message", (message) => (message.data === "over" ? finish() : moved()));
tell();
setInterval(look, 1000);
// Who signs out in one tab leaves no other behind for the next person at this machine.
document.addEventListener("submit", (event) => {
  if (event.target.matches("form[action='/sign-out']") && !event.defaultPrevented) {
    tabs?.postMessage("over");
  }
});
