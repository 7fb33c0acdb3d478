// Which page is shown, and what changes it: the address, and the stream of events.

import { el } from "./dom.js";
import { names } from "./format.js";
import { listen } from "./live.js";
import { overview } from "./overview.js";
import { pairPage } from "./pair.js";
import * as api from "./api.js";

const REFRESH_MILLIS = 1000;

const main = document.getElementById("main");
const connection = document.getElementById("connection");
const announcer = document.getElementById("announcer");

let page = null;
let showing = 0;
let shown = Promise.resolve();
let refresh = null;
let open = new Map();

/** #/IND-PAK or #/IND-PAK/2019-02-26; all else is the overview. */
function address() {
  const [, pair, day] = location.hash.split("/");
  return { pair: pair ? decodeURIComponent(pair) : null, day: day || null };
}

function show(options) {
  shown = build(options);
}

async function build({ keepPlace = false } = {}) {
  const turn = ++showing;
  const { pair } = address();
  try {
    const built = pair
      ? pairPageOf(pair, await api.pair(pair))
      : { nodes: overview(await api.pairs(), await api.alerts()), ready() {}, destroy() {} };
    if (turn === showing) {
      put(built, pair, keepPlace);
    }
  } catch (fault) {
    if (turn === showing && !(keepPlace && page)) {
      put({ nodes: [el("p", { class: "quiet" }, fault.message), el("p", {}, el("a", { href: "#/" }, "All pairs"))], ready() {}, destroy() {} }, pair, keepPlace);
    }
  }
}

/** With the day that stands in the address now: the reader may have moved on while we waited. */
function pairPageOf(pair, answer) {
  return pairPage(answer, address().day, (chosen) => keepDay(pair, chosen));
}

/**
 * The day that is read stands in the address. Not once the reader has left for another page: between
 * a click and the event that tells of it, the address is already that of the other page.
 */
function keepDay(pair, chosen) {
  const now = address();
  if (now.pair === pair && now.day !== chosen) {
    history.replaceState(null, "", `#/${encodeURIComponent(pair)}/${chosen}`);
  }
}

async function put(built, pair, keepPlace) {
  const place = scrollY;
  const refocus = keepPlace ? focusKeeper() : null;
  const earlier = page;
  earlier?.destroy();
  page = built;
  main.replaceChildren(...built.nodes.filter((node) => node !== null));
  const ready = built.ready(earlier);
  document.title = pair ? `${main.querySelector("h1")?.textContent ?? pair} \u00b7 Tensiometer` : "Tensiometer";
  if (keepPlace) {
    refocus();
    await ready;
    scrollTo(0, place);
  } else {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

/** Gives the focus back after the page was built anew: to the same element if it was kept, else to the one in its place. */
function focusKeeper() {
  const focused = document.activeElement;
  if (!main.contains(focused) || focused === main) {
    return () => {};
  }
  const href = focused.getAttribute("href");
  const mark = href ? `a[href="${CSS.escape(href)}"]` : `.${focused.className.split(" ")[0] || "none"}`;
  return () => (focused.isConnected ? focused : main.querySelector(mark))?.focus({ preventScroll: true });
}

/**
 * At most once a second, however much comes in. What is on its way is shown first: where an answer
 * takes longer than the next news, nothing would ever be shown.
 */
function refreshSoon() {
  refresh ??= setTimeout(async () => {
    await shown;
    refresh = null;
    show({ keepPlace: true });
  }, REFRESH_MILLIS);
}

function connected(live, words) {
  connection.classList.toggle("live", live);
  connection.querySelector(".text").textContent = words;
}

listen({
  alert(change) {
    if (change.over) {
      open.delete(change.alertId);
    } else if (open.get(change.alertId)?.kind !== change.kind) {
      open.set(change.alertId, change);
      announcer.textContent = `Alert: ${names(change)}. ${change.sentence}`;
    }
    refreshSoon();
  },
  async reset() {
    open = new Map((await api.alerts()).map((alert) => [alert.alertId, alert]));
    refreshSoon();
  },
  pairs: refreshSoon,
  state({ phase, message }) {
    connected(phase === "LIVE", phase === "LIVE" ? "Live" : message);
  },
  lost() {
    connected(false, "Connection lost; trying again");
  },
});

addEventListener("hashchange", () => show());
show();
