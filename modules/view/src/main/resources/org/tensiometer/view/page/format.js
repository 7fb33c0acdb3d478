// Numbers and days as they are read.

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

const MINUS = "\u2212";

export const longDay = (iso) => LONG.format(new Date(iso + "T00:00:00Z"));

export const shortDay = (iso) => SHORT.format(new Date(iso + "T00:00:00Z"));

/** One decimal, with a real minus; a dash for what is not known. */
export function number(value, digits = 1) {
  if (value === null || value === undefined) {
    return "\u2013";
  }
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

export const plural = (count, one, many = one + "s") => `${count} ${count === 1 ? one : many}`;

export const names = (pair) => `${pair.a.name} \u2013 ${pair.b.name}`;

/** Why a score is missing or uncertain; empty when there is nothing to say. */
export function statusNote(status) {
  switch (status) {
    case "WARMUP":
      return "no score before 42 days of feed";
    case "EARLY":
      return "early: fewer than 90 days to compare with";
    case "SPARSE":
      return "sparse: little is told of this pair";
    default:
      return "";
  }
}

/** Whether tension rises or falls over seven days. */
export function trend(pair) {
  const byScore = pair.scoreDelta !== null;
  const delta = byScore ? pair.scoreDelta : pair.levelDelta;
  const size = number(Math.abs(delta));
  if (size === "0.0") {
    return { className: "flat", sign: "\u2192", size: "", words: "unchanged in seven days" };
  }
  const unit = byScore ? "score" : "level";
  return delta > 0
    ? { className: "up", sign: "\u2191", size, words: `${unit} up ${size} in seven days` }
    : { className: "down", sign: "\u2193", size, words: `${unit} down ${size} in seven days` };
}

/** Who acts on whom in the conflict of the last seven days. */
export function acting(pair) {
  if (pair.asymmetry === null) {
    return { text: "\u2013", words: "no conflict in seven days" };
  }
  const share = (1 + pair.asymmetry) / 2;
  const percent = Math.round(100 * Math.max(share, 1 - share));
  const [from, to] = share >= 0.5 ? [pair.a, pair.b] : [pair.b, pair.a];
  return percent < 60
    ? { text: `${pair.a.code} \u21c4 ${pair.b.code}`, words: `both act on each other about equally` }
    : {
        text: `${from.code} \u2192 ${to.code} ${percent}\u202f%`,
        words: `${percent} percent of the conflict is ${from.name} acting on ${to.name}`,
      };
}
