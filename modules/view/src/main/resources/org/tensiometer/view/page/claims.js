// The claims of a day, in the articles' own words.

import { el } from "./dom.js";
import { number } from "./format.js";

const FIRST = 12;

/** The claims, copies of one sentence together; the rest on request. */
export function claimList(claims) {
  const groups = together(claims);
  const list = el("ol", { class: "claims" }, groups.slice(0, FIRST).map(item));
  const rest = groups.slice(FIRST);
  if (rest.length === 0) {
    return [list];
  }
  const more = el(
    "button",
    {
      type: "button",
      class: "more",
      click: () => {
        list.append(...rest.map(item));
        more.remove();
        list.children[FIRST].querySelector(".claim-head").focus();
      },
    },
    `Show ${rest.length} more`,
  );
  return [list, more];
}

/** A syndicated copy says the same words and is the same act. */
function together(claims) {
  const groups = new Map();
  for (const claim of claims) {
    const key = claim.words.map((run) => run.text).join("") + claim.event + claim.factuality + act(claim);
    groups.set(key, [...(groups.get(key) || []), claim]);
  }
  return [...groups.values()];
}

function item(group) {
  const claim = group[0];
  const side = claim.quad.endsWith("CONFLICT") ? "conflict" : "cooperation";
  const kind = claim.quad.startsWith("MATERIAL") ? "material" : "verbal";
  return el(
    "li",
    { class: `claim ${side} ${kind}` },
    el(
      "p",
      { class: "claim-head", tabindex: "-1" },
      el("span", { class: "act" }, act(claim)),
      el("span", { class: "event" }, claim.event.toLowerCase() + (claim.mode ? `, ${claim.mode}` : "")),
      el("span", { class: "goldstein", title: "Goldstein scale, \u221210 to 10" }, signed(claim.goldstein)),
      el("span", { class: `factuality ${claim.factuality.toLowerCase()}` }, claim.factuality.toLowerCase()),
    ),
    el("blockquote", {}, claim.words.map(run)),
    el("p", { class: "said" }, said(claim)),
    el("ul", { class: "outlets" }, group.map(source)),
  );
}

function act(claim) {
  const codes = (parties) => parties.map((party) => party.name).join(", ");
  const arrow = claim.reciprocal ? "\u21c4" : "\u2192";
  return `${codes(claim.source)} ${arrow} ${codes(claim.target)}`;
}

const signed = (value) => (value > 0 ? "+" : "") + number(value);

function run(part) {
  return part.role ? el("mark", { class: part.role }, part.text) : part.text;
}

function said(claim) {
  if (!claim.speaker) {
    return "told by the outlet";
  }
  const country = claim.speaker.code ? ` (${claim.speaker.code})` : "";
  const carrier = claim.carrier ? `, passed on by ${claim.carrier}` : "";
  return `said by ${claim.speaker.text}${country}${carrier}`;
}

function source(claim) {
  const title = claim.title || "untitled";
  return el(
    "li",
    {},
    el("span", { class: "outlet" }, claim.outlet || "unknown outlet"),
    claim.url
      ? el("a", { href: claim.url, rel: "noopener noreferrer", target: "_blank" }, title)
      : el("span", {}, title),
    el("span", { class: "offsets" }, `characters ${claim.sentence.start}\u2013${claim.sentence.end}`),
  );
}
