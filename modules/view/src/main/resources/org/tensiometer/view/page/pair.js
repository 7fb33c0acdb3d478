// One pair: its numbers, its days, and the claims behind a day.

import { el } from "./dom.js";
import { acting, longDay, names, number, plural, shortDay, statusNote, trend } from "./format.js";
import { alertList } from "./alerts.js";
import { claimList } from "./claims.js";
import { drawChart } from "./chart.js";
import * as api from "./api.js";

const DAY_MILLIS = 86400000;

/**
 * The page of a pair.
 *
 * @param day to begin with; null takes the latest that has claims
 * @param onDay told of the day that is shown
 * @returns {nodes, ready, destroy, kept}: ready draws, once the nodes are in the document, and takes over what kept of
 *     the page before it, if that was of the same pair
 */
export function pairPage(pair, day, onDay) {
  const days = everyDay(pair.series);
  const plotted = el("div", { class: "plot", "aria-hidden": "true" });
  const readout = el("p", { class: "readout" });
  const slider = el("div", {
    class: "day-slider",
    role: "slider",
    tabindex: "0",
    "aria-label": "Day; arrow keys move it",
    "aria-valuemin": "0",
    "aria-valuemax": String(days.length - 1),
    keydown: (event) => moveByKey(event),
  }, plotted);
  const claims = el("div", { class: "claims-of-day", "aria-busy": "true" });
  const title = el("h2", { id: "claims-title" });
  const back = el("button", { type: "button", click: () => toDayWithClaims(-1) }, "\u2190 Earlier day");
  const on = el("button", { type: "button", click: () => toDayWithClaims(1) }, "Later day \u2192");
  const table = el("details", { class: "days" }, el("summary", {}, "All days as a table"), dayTable(days));
  let chart = null;
  let shown = -1;
  let told = null;

  const nodes = [
    el("p", { class: "back" }, el("a", { href: "#/" }, "\u2190 All pairs")),
    el("h1", {}, names(pair)),
    el("p", { class: "lede" }, `as of ${longDay(pair.day)}`),
    stats(pair),
    el(
      "figure",
      { class: "series", "aria-labelledby": "series-title" },
      el(
        "figcaption",
        { id: "series-title" },
        el("span", { class: "figure-name" }, "Level by day"),
        legend(pair),
      ),
      slider,
      readout,
    ),
    pair.alerts.length === 0 ? null : alertList(pair.alerts, { named: false }),
    el(
      "section",
      { "aria-labelledby": "claims-title" },
      el("div", { class: "section-head" }, title, el("p", { class: "pager" }, back, on)),
      claims,
    ),
    table,
  ];

  function moveByKey(event) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: -7, PageDown: 7 };
    const target = { Home: 0, End: days.length - 1 }[event.key] ?? (event.key in steps ? shown + steps[event.key] : null);
    if (target !== null) {
      event.preventDefault();
      show(Math.max(0, Math.min(days.length - 1, target)));
    }
  }

  function toDayWithClaims(step) {
    for (let i = shown + step; i >= 0 && i < days.length; i += step) {
      if (pair.claimsByDay[days[i].day]) {
        show(i);
        return;
      }
    }
  }

  const hasClaims = (from, to) => days.slice(from, to).some((point) => pair.claimsByDay[point.day]);

  async function show(index) {
    if (index === shown) {
      return;
    }
    shown = index;
    const point = days[index];
    const count = pair.claimsByDay[point.day] || 0;
    const words =
      `${longDay(point.day)}: level ${number(point.level)}, score ${number(point.score)}, ` +
      `${plural(count, "claim")} of that day`;
    readout.textContent = words;
    slider.setAttribute("aria-valuenow", String(index));
    slider.setAttribute("aria-valuetext", words);
    chart?.select(index);
    title.textContent = `What was told of ${longDay(point.day)}`;
    back.disabled = !hasClaims(0, index);
    on.disabled = !hasClaims(index + 1, days.length);
    onDay(point.day);
    claims.setAttribute("aria-busy", "true");
    const content = await api.day(pair.pair, point.day).then(
      (answer) => ({ told: JSON.stringify(answer), build: () => claimsOf(answer) }),
      (fault) => ({ told: null, build: () => [el("p", { class: "quiet" }, fault.message)] }),
    );
    if (shown === index) {
      tell(content);
      claims.setAttribute("aria-busy", "false");
    }
  }

  /** The same once more stays as the reader has it: unfolded, and with the focus. */
  function tell(content) {
    if (content.told === null || content.told !== told) {
      claims.replaceChildren(...content.build());
    }
    told = content.told;
  }

  /** Until its claims are here again, a page that is drawn anew shows what it showed. */
  function takeOver(earlier) {
    if (earlier?.pair === pair.pair) {
      claims.replaceChildren(...earlier.claims.childNodes);
      told = earlier.told;
      table.open = earlier.tableOpen;
    }
  }

  return {
    nodes,
    ready(earlier) {
      takeOver(earlier?.kept?.());
      chart = drawChart(plotted, days, marks(pair), show);
      const wanted = days.findIndex((point) => point.day === day);
      const latest = days.findLastIndex((point) => pair.claimsByDay[point.day]);
      return days.length === 0 ? undefined : show(wanted >= 0 ? wanted : Math.max(latest, 0));
    },
    destroy() {
      chart?.destroy();
    },
    kept: () => ({ pair: pair.pair, claims, told, tableOpen: table.open }),
  };
}

function claimsOf(answer) {
  if (answer.claims.length > 0) {
    return claimList(answer.claims);
  }
  const gone = answer.completeFrom && answer.day < answer.completeFrom;
  return [
    el(
      "p",
      { class: "quiet" },
      gone
        ? `This view holds claims from ${longDay(answer.completeFrom)} on; older ones are in the topic.`
        : "No claim of this day counts for the pair. The level looks back on seven days.",
    ),
  ];
}

/** The series with every calendar day: one without a record had no claim in its seven days. */
function everyDay(series) {
  if (series.length === 0) {
    return [];
  }
  const byDay = new Map(series.map((point) => [point.day, point]));
  const days = [];
  const last = Date.parse(series.at(-1).day);
  for (let stamp = Date.parse(series[0].day); stamp <= last; stamp += DAY_MILLIS) {
    const day = new Date(stamp).toISOString().slice(0, 10);
    days.push(byDay.get(day) ?? { day, level: 0, score: null, status: "", tier: 0 });
  }
  return days;
}

/** Where alerts began: the open ones by their kind, those that are over from the series. */
function marks(pair) {
  const byFirstDay = new Map();
  for (const point of pair.series) {
    if (point.alertFirstDay) {
      byFirstDay.set(point.alertFirstDay, "alert");
    }
  }
  for (const alert of pair.alerts) {
    byFirstDay.set(alert.firstDay, alert.kind === "FLASH" ? "grave event" : "alert");
  }
  return [...byFirstDay].sort().map(([day, kind]) => ({ day, label: `${kind} ${shortDay(day)}` }));
}

function stats(pair) {
  const moves = trend(pair);
  const acts = acting(pair);
  const note = statusNote(pair.status);
  const stat = (name, value, about) =>
    el("div", { class: "stat" }, el("dt", {}, name), el("dd", {}, el("span", { class: "value" }, value), about ? el("span", { class: "about" }, about) : null));
  return el(
    "dl",
    { class: "stats" },
    stat("Score", number(pair.score), note),
    stat("Level", number(pair.level), "of 100"),
    stat("Seven days", `${moves.sign}\u2009${moves.size}`, moves.words),
    stat("Acting", acts.text, acts.words),
    stat("Events", String(pair.events), `${plural(pair.claims, "claim")}, ${plural(pair.outlets, "outlet")}`),
  );
}

function legend(pair) {
  const hasBand = pair.series.some((point) => point.low !== undefined);
  const entry = (className, words) => el("span", { class: "key" }, el("span", { class: `swatch ${className}`, "aria-hidden": "true" }), words);
  return el(
    "span",
    { class: "legend" },
    entry("level", "level"),
    hasBand ? entry("band", "usual for this pair (mean \u00b1 1 sd)") : null,
    hasBand ? entry("far", "3 sd above") : null,
  );
}

function dayTable(days) {
  const cell = (value) => el("td", { class: "number" }, value);
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "All days" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ["Day", "Level", "Score", "Usual from", "to", "Alert tier"].map((head) => el("th", { scope: "col" }, head)))),
      el(
        "tbody",
        {},
        days.toReversed().map((point) =>
          el("tr", {}, el("th", { scope: "row" }, point.day), cell(number(point.level)), cell(number(point.score)), cell(number(point.low)), cell(number(point.high)), cell(point.tier ? String(point.tier) : "\u2013")),
        ),
      ),
    ),
  );
}
