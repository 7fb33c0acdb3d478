// The open alerts.

import { el } from "./dom.js";
import { longDay, names, number, plural } from "./format.js";

/** A list of alerts as cards; unnamed where the page is about their pair. */
export function alertList(alerts, { named = true } = {}) {
  if (alerts.length === 0) {
    return el("p", { class: "quiet" }, "No alert is open.");
  }
  return el("ul", { class: "alerts" }, alerts.map((alert) => card(alert, named)));
}

function card(alert, named) {
  return el(
    "li",
    { class: `alert tier-${alert.tier}` },
    el(
      "p",
      { class: "alert-head" },
      el("span", { class: "tag" }, kind(alert)),
      named ? el("a", { href: `#/${alert.pair}` }, names(alert)) : null,
      el("time", { datetime: alert.firstDay }, `since ${longDay(alert.firstDay)}`),
    ),
    el("p", { class: "alert-words" }, alert.sentence),
    el(
      "p",
      { class: "alert-foot" },
      `Tier ${alert.tier} of 3 \u00b7 score ${number(alert.score)} \u00b7 ${plural(alert.outlets, "outlet")}`,
    ),
  );
}

function kind(alert) {
  switch (alert.kind) {
    case "FLASH":
      return "Grave event";
    case "ESCALATE":
      return "Escalated";
    default:
      return "Raised";
  }
}
