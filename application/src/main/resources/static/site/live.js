// What others write of a case appears on this page, and what is being typed, the focus and the caret stay. Without this
// file a link reads the page again. The server only says that something has changed; the page then asks for its parts,
// by the rule and with a row in the trail, as a reader would.
const here = document.getElementById("live");
const place = here.dataset.place;
const said = document.getElementById("live-gone");
const writing = document.getElementById("live-writing");
let source = null;
let fetching = false;
let again = false;
let failures = 0;
let merged = Date.now();
let writes = null;
let opened = false;

const version = () => Number(document.getElementById("live-top").dataset.version);

function lost(isLost) {
  said.hidden = !isLost;
}

async function look() {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  try {
    const answer = await fetch(place + "/live/parts", { redirect: "manual", signal: AbortSignal.timeout(10_000) });
    if (answer.ok) {
      merge(new DOMParser().parseFromString(await answer.text(), "text/html"));
      failures = 0;
    } else {
      lost(true);
      if (answer.status >= 500 || answer.status === 429) {
        later();
      }
    }
  } catch {
    later();
  } finally {
    fetching = false;
    if (again) {
      again = false;
      look();
    }
  }
}

function later() {
  failures = Math.min(failures + 1, 5);
  setTimeout(look, 500 * 2 ** failures);
}

function merge(fresh) {
  for (const part of fresh.querySelectorAll(".witan-live")) {
    const old = document.getElementById(part.id);
    const hadFocus = old.contains(document.activeElement);
    take(old, part);
    if (hadFocus && !old.contains(document.activeElement)) {
      old.querySelector("[tabindex='-1'], button")?.focus();
    }
  }
  merged = Date.now();
  document.dispatchEvent(new Event("witan-merged"));
}

// Puts what is new into what is there: elements that have an id one by one, all else as it comes.
function take(old, fresh) {
  if (old.isEqualNode(fresh) || (old.localName === "details" && old.open)) {
    return;
  }
  for (const { name, value } of fresh.attributes) {
    old.setAttribute(name, value);
  }
  const known = new Map([...old.children].filter((child) => child.id).map((child) => [child.id, child]));
  const left = new Set(old.childNodes);
  const news = [...fresh.childNodes].map((child) => {
    const same = child.id ? known.get(child.id) : null;
    left.delete(same);
    return same ?? document.importNode(child, true);
  });
  const moved = [...left].filter((child) => child.id?.startsWith("line-") && isTypedIn(child));
  left.forEach((child) => child.remove());
  news.forEach((child, at) => {
    if (old.childNodes[at] !== child) {
      old.insertBefore(child, old.childNodes[at] ?? null);
    }
  });
  [...fresh.childNodes].forEach((child, at) => {
    if (child.id && known.get(child.id) === news[at]) {
      take(news[at], child);
    }
  });
  moved.forEach(handOver);
}

const field = (line) => line.querySelector("textarea");

function isTypedIn(line) {
  const words = field(line);
  return words && (words === document.activeElement || words.value !== words.defaultValue);
}

// Somebody put a line right that is being put right here: the words go on in the form of the line that stands now.
function handOver(line) {
  const typed = field(line);
  document.dispatchEvent(
    new CustomEvent("witan-meanwhile", { detail: { line: line.id.slice("line-".length), words: typed.value, caret: typed.selectionStart } }));
}

function tick() {
  const clock = document.querySelector(".witan-clock");
  if (clock.dataset.runs === "true") {
    const seconds = Number(clock.dataset.seconds) + (Date.now() - merged) / 1000;
    const minutes = String(Math.floor(seconds / 60));
    clock.textContent = here.dataset.clock.replace("##", String(clock.dataset.planned / 60)).replace("#", minutes);
    document.querySelector(".witan-progress").value = seconds;
  }
}

function follow() {
  source?.close();
  source = new EventSource(place + "/live");
  source.addEventListener("open", () => {
    lost(false);
    // What was told while nothing was heard, such as the case that the meeting is at, is asked for.
    if (opened) {
      look();
    }
    opened = true;
  });
  source.addEventListener("changed", (news) => {
    if (Number(news.data) !== version()) {
      look();
    }
  });
  source.addEventListener("look", look);
  source.addEventListener("writing", (news) => {
    const about = document.getElementById("heading-" + news.data);
    writing.textContent = here.dataset.writing + " " + (about ? about.textContent : "");
    clearTimeout(writes);
    writes = setTimeout(() => (writing.textContent = ""), 10_000);
  });
  source.addEventListener("over", () => {
    source.close();
    lost(true);
  });
  source.addEventListener("error", (failure) => {
    lost(true);
    // A browser comes again by itself after a cut, and not after an answer that is no stream.
    if (failure.target.readyState === EventSource.CLOSED) {
      setTimeout(() => failure.target === source && follow(), 10_000);
    }
  });
}

document.addEventListener("witan-sent", look);
setInterval(tick, 5000);
if (here.dataset.follows === "true") {
  follow();
  addEventListener("online", follow);
  // A page that nobody looks at takes no connection from one that somebody does.
  document.addEventListener("visibilitychange", () => (document.hidden ? source.close() : follow()));
}
