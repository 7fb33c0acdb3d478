// All pairs, the highest score first.

import { el, svg } from "./dom.js";
import { acting, longDay, names, number, statusNote, trend } from "./format.js";
import { alertList } from "./alerts.js";

const WIDTH = 168;
const HEIGHT = 34;
const EDGE = 3;
const WARN = 3;

/** The whole page. */
export function overview(pairs, alerts) {
  const newest = pairs.map((pair) => pair.day).sort().at(-1);
  return [
    el(
      "section",
      { "aria-labelledby": "alerts-title" },
      el("h2", { id: "alerts-title" }, "Open alerts"),
      alertList(alerts),
    ),
    el(
      "section",
      { "aria-labelledby": "pairs-title" },
      el(
        "div",
        { class: "section-head" },
        el("h2", { id: "pairs-title" }, "Country pairs"),
        newest ? el("p", { class: "as-of" }, `as of ${longDay(newest)}`) : null,
      ),
      pairs.length === 0
        ? el("p", { class: "quiet" }, "No pair yet. They appear as soon as an article names two countries.")
        : table(pairs),
    ),
  ];
}

// The roles are said outright, because on a phone the rows are laid out as cards, and browsers
// then forget that they are a table.
function table(pairs) {
  const heads = ["Pair", "Score", "7 days", "Level", "Last 60 days", "Acting", "Events", "Outlets"];
  return el(
    "table",
    { class: "pairs", role: "table", "aria-describedby": "pairs-title" },
    el(
      "thead",
      { role: "rowgroup" },
      el(
        "tr",
        { role: "row" },
        heads.map((head) => el("th", { role: "columnheader", scope: "col", class: headClass(head) }, head)),
      ),
    ),
    el("tbody", { role: "rowgroup" }, pairs.map(row)),
  );
}

const headClass = (head) => (["Score", "7 days", "Level", "Events", "Outlets"].includes(head) ? "number" : null);

function row(pair) {
  const moves = trend(pair);
  const acts = acting(pair);
  const note = statusNote(pair.status);
  return el(
    "tr",
    { role: "row", class: pair.tier > 0 ? "alerted" : null, "data-pair": pair.pair },
    el(
      "th",
      { role: "rowheader", scope: "row", class: "pair" },
      el("a", { href: `#/${pair.pair}` }, names(pair)),
      pair.tier > 0 ? el("span", { class: "tag" }, `alert, tier ${pair.tier}`) : null,
    ),
    el(
      "td",
      { role: "cell", class: "number score", title: note || null },
      el("span", { class: pair.score !== null && pair.score >= WARN ? "high" : null }, number(pair.score)),
      note ? el("span", { class: "unseen" }, ` (${note})`) : null,
    ),
    el(
      "td",
      { role: "cell", class: `number trend ${moves.className}` },
      el("span", { "aria-hidden": "true" }, `${moves.sign}\u2009${moves.size}`),
      el("span", { class: "unseen" }, moves.words),
    ),
    el("td", { role: "cell", class: "number level" }, number(pair.level)),
    el("td", { role: "cell", class: "spark" }, spark(pair)),
    el(
      "td",
      { role: "cell", class: "acting" },
      el("span", { "aria-hidden": "true" }, acts.text),
      el("span", { class: "unseen" }, acts.words),
    ),
    el("td", { role: "cell", class: "number events" }, String(pair.events)),
    el("td", { role: "cell", class: "number outlets" }, String(pair.outlets)),
  );
}

/** The level of the last days as a line; all pairs on one scale, so that they compare. */
function spark(pair) {
  const levels = pair.spark;
  const known = levels.map((level, i) => [i, level]).filter(([, level]) => level !== null);
  const x = (i) => EDGE + (i / Math.max(levels.length - 1, 1)) * (WIDTH - 2 * EDGE);
  const y = (level) => HEIGHT - EDGE - (level / 60) * (HEIGHT - 2 * EDGE);
  const clipped = known.map(([i, level]) => [x(i), Math.max(EDGE, y(level))]);
  const path = clipped.map(([px, py], n) => `${n === 0 ? "M" : "L"}${px.toFixed(1)} ${py.toFixed(1)}`).join("");
  const peak = known.length === 0 ? 0 : Math.max(...known.map(([, level]) => level));
  const end = clipped.at(-1);
  return svg(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: "img",
      "aria-label": `Level of the last 60 days: highest ${number(peak)}, now ${number(pair.level)}`,
    },
    svg("line", { class: "spark-base", x1: EDGE, x2: WIDTH - EDGE, y1: HEIGHT - EDGE, y2: HEIGHT - EDGE }),
    svg("path", { class: "spark-line", d: path }),
    end ? svg("circle", { class: "spark-end", cx: end[0], cy: end[1], r: 2.4 }) : null,
  );
}
