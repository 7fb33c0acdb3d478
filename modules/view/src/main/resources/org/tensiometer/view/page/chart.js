// The level of a pair over its days, with what is usual for it, and its alerts.

import uPlot from "./uPlot.js";
import { shortDay } from "./format.js";

const DAY = 86400;

/** Colours and fonts are the style sheet's. */
function theme(element) {
  const style = getComputedStyle(element);
  const colour = (name) => style.getPropertyValue(name).trim();
  return {
    ink: colour("--ink"),
    muted: colour("--muted"),
    line: colour("--line"),
    conflict: colour("--conflict"),
    band: colour("--band"),
    far: colour("--far"),
    font: `12px ${style.fontFamily}`,
  };
}

/**
 * Draws into an element and follows its width.
 *
 * @param days of the series, every calendar day
 * @param marks {day, label} of alerts
 * @param onPick called with the index of a day that was clicked
 * @returns {select, destroy}
 */
export function drawChart(element, days, marks, onPick) {
  const seconds = days.map((day) => Date.parse(day.day + "T00:00:00Z") / 1000);
  const column = (name) => days.map((day) => day[name] ?? null);
  const data = [seconds, column("high"), column("low"), column("far"), column("level")];
  let selected = null;
  let plot = null;

  function draw() {
    plot?.destroy();
    plot = new uPlot(options(theme(element)), data, element);
    plot.over.addEventListener("click", () => plot.cursor.idx !== null && onPick(plot.cursor.idx));
  }

  function options(colours) {
    const axis = { stroke: colours.muted, font: colours.font, ticks: { show: false } };
    return {
      width: element.clientWidth,
      height: element.clientWidth < 520 ? 240 : 320,
      padding: [22, 14, 0, 0],
      legend: { show: false },
      tzDate: (stamp) => uPlot.tzDate(new Date(stamp * 1e3), "Etc/UTC"),
      cursor: { y: false, points: { size: 7, fill: colours.conflict }, drag: { x: false, y: false } },
      scales: { x: { range: (u, min, max) => [min - DAY / 2, max + DAY] }, y: { range: (u, min, max) => [0, Math.min(100, Math.max(20, Math.ceil((max * 1.15) / 10) * 10))] } },
      axes: [
        { ...axis, grid: { show: false }, space: 70, values: (u, splits) => splits.map(label) },
        { ...axis, size: 40, space: 44, grid: { stroke: colours.line, width: 1 } },
      ],
      series: [
        {},
        { stroke: null, points: { show: false } },
        { stroke: null, points: { show: false } },
        { stroke: colours.far, width: 1.2, dash: [5, 4], points: { show: false } },
        { stroke: colours.conflict, width: 2.4, points: { show: false } },
      ],
      bands: [{ series: [1, 2], fill: colours.band }],
      hooks: { drawAxes: [(u) => drawMarks(u, colours)], draw: [(u) => drawSelected(u, colours)] },
    };
  }

  function drawMarks(u, colours) {
    const { ctx, bbox } = u;
    const ratio = uPlot.pxRatio;
    ctx.save();
    ctx.font = `600 ${11.5 * ratio}px ${getComputedStyle(element).fontFamily}`;
    ctx.textBaseline = "bottom";
    ctx.textAlign = "left";
    let freeFrom = -Infinity;
    for (const mark of marks) {
      const x = Math.round(u.valToPos(Date.parse(mark.day + "T00:00:00Z") / 1000, "x", true)) + 0.5;
      ctx.strokeStyle = colours.conflict;
      ctx.globalAlpha = 0.55;
      ctx.lineWidth = ratio;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      ctx.globalAlpha = 1;
      const width = ctx.measureText(mark.label).width;
      const from = Math.min(x - 3 * ratio, bbox.left + bbox.width - width);
      if (from > freeFrom) {
        ctx.fillStyle = colours.conflict;
        ctx.fillText(mark.label, from, bbox.top - 5 * ratio);
        freeFrom = from + width + 6 * ratio;
      }
    }
    ctx.restore();
  }

  function drawSelected(u, colours) {
    if (selected === null || days[selected].level === null) {
      return;
    }
    const { ctx } = u;
    const x = u.valToPos(seconds[selected], "x", true);
    const y = u.valToPos(days[selected].level, "y", true);
    ctx.save();
    ctx.fillStyle = colours.conflict;
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 2 * uPlot.pxRatio;
    ctx.beginPath();
    ctx.arc(x, y, 5 * uPlot.pxRatio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
    ctx.restore();
  }

  draw();
  const sizes = new ResizeObserver(() => {
    if (element.clientWidth > 0 && element.clientWidth !== plot.width) {
      draw();
    }
  });
  sizes.observe(element);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", draw);
  return {
    select(index) {
      selected = index;
      plot.redraw(false);
    },
    destroy() {
      sizes.disconnect();
      scheme.removeEventListener("change", draw);
      plot.destroy();
    },
  };
}

const label = (stamp) => (stamp === null ? "" : shortDay(new Date(stamp * 1000).toISOString().slice(0, 10)));
