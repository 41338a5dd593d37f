// Charts: the server sends the option as JSON and the figures as a table; this draws on a canvas (tooltips included, so
// that no inline style is needed) in the colours of the theme.
import { BarChart, HeatmapChart, LineChart, PieChart, ScatterChart, SunburstChart, TreemapChart } from "echarts/charts";
import { AriaComponent, DataZoomComponent, DatasetComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { calm } from "./base.js";

use([BarChart, HeatmapChart, LineChart, PieChart, ScatterChart, SunburstChart, TreemapChart, AriaComponent, DataZoomComponent,
  DatasetComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

const charts = new Map();
const probe = document.createElement("i");
/** A CSS variable's colour as plain rgb, which a canvas understands everywhere. */
function colour(name) {
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.fillStyle = value;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return `rgba(${r},${g},${b},${a / 255})`;
}

function theme() {
  const ink = colour("--tl-ink"), soft = colour("--tl-ink-2"), line = colour("--tl-line"), surface = colour("--tl-surface");
  const font = getComputedStyle(document.body).fontFamily;
  const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: soft, fontFamily: font }, splitLine: { lineStyle: { color: line } } };
  return {
    color: [1, 2, 3, 4, 5, 6, 7].map((n) => colour(`--tl-chart-${n}`)),
    textStyle: { fontFamily: font, color: ink },
    legend: { textStyle: { color: soft }, itemWidth: 12, itemHeight: 8 },
    tooltip: { backgroundColor: surface, borderColor: line, textStyle: { color: ink, fontFamily: font } },
    categoryAxis: { ...axis, splitLine: { show: false } }, valueAxis: { ...axis, axisLine: { show: false }, axisLabel: { ...axis.axisLabel, hideOverlap: true } }, timeAxis: axis,
    line: { symbolSize: 6, lineStyle: { width: 2.5 } },
  };
}

function paint(figure) {
  const host = figure.querySelector("[data-chart-canvas]");
  const option = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  charts.get(figure)?.dispose();
  // Rows have their names, however many there are.
  const rows = option.yAxis?.data?.length ?? 0;
  if (rows) {
    host.style.height = `${Math.max(220, rows * 24 + 80)}px`;
    option.yAxis.axisLabel = { interval: 0, width: figure.clientWidth * 0.4, overflow: "truncate", ...option.yAxis.axisLabel };
  }
  // Nobody counts half people: between whole numbers stand whole numbers.
  const whole = [option.series].flat().every((one) => (one?.data ?? []).every((n) => Number.isInteger(n?.value ?? n)));
  for (const one of [option.xAxis, option.yAxis]) if (whole && one?.type === "value") one.minInterval = 1;
  const chart = init(host, theme(), { renderer: "canvas" });
  chart.setOption({
    animation: !calm(),
    grid: { left: 8, right: 12, top: option.legend ? 40 : 16, bottom: 8, containLabel: true },
    ...option,
    tooltip: { trigger: "item", ...option.tooltip, renderMode: "richText", confine: true },
  });
  charts.set(figure, chart);
}

export function draw(root) {
  const figures = root.matches?.("[data-chart]") ? [root] : root.querySelectorAll("[data-chart]");
  figures.forEach(paint);
}
addEventListener("resize", () => charts.forEach((chart, figure) => (figure.isConnected ? chart.resize() : (chart.dispose(), charts.delete(figure)))));
document.addEventListener("tl:theme", () => charts.forEach((_, figure) => figure.isConnected && paint(figure)));
