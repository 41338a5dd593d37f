//! Charts: drawn by echarts where there is script, told as a table to everybody.

use maud::{Markup, html};
use serde_json::{Value as Json, json};

use super::{Ui, json_block};

/// What a chart looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartKind {
    /// Upright bars.
    #[default]
    Bars,
    /// Lying bars, for long names.
    Rows,
    /// Lines over time.
    Lines,
    /// Parts of a whole (first series only).
    Ring,
}

/// One row of figures.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// Name.
    pub name: String,
    /// A figure per label.
    pub values: Vec<f64>,
}

/// Figures to be drawn.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// What it says.
    pub title: String,
    /// Kind.
    pub kind: ChartKind,
    /// What the labels are: "Month".
    pub axis: String,
    /// Labels.
    pub labels: Vec<String>,
    /// Figures.
    pub series: Vec<Series>,
    /// Series are stacked.
    pub stacked: bool,
}

/// A chart with its figures as a table below, which print and screen readers use.
pub fn chart(ui: &Ui<'_>, chart: &Chart) -> Markup {
    html! {
        figure.tl-chart-figure data-chart {
            figcaption { (chart.title) }
            div.tl-chart-canvas data-chart-canvas aria-hidden="true" {}
            (json_block(None, &option(chart)))
            details {
                summary { (ui.say("ui-chart-table")) }
                div.tl-scroll {
                    table.tl-table {
                        thead { tr { th scope="col" { (chart.axis) } @for s in &chart.series { th.is-number scope="col" { (s.name) } } } }
                        tbody {
                            @for (at, label) in chart.labels.iter().enumerate() {
                                tr {
                                    th scope="row" { (label) }
                                    @for s in &chart.series { td.is-number { (figure(ui, s.values.get(at).copied())) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn figure(ui: &Ui<'_>, value: Option<f64>) -> String {
    // Figures of charts are read, not reckoned with: six decimals are more than enough.
    #[expect(clippy::cast_possible_truncation, reason = "bounded above by the clamp")]
    let scaled = |v: f64| (v * 1e6).round().clamp(-9e18, 9e18) as i64;
    value.map_or(String::new(), |v| ui.culture.decimal(scaled(v), 0))
}

fn option(chart: &Chart) -> Json {
    let legend = (chart.series.len() > 1).then(|| json!({"top": 0, "left": 0}));
    let category =
        json!({"type": "category", "data": chart.labels, "inverse": chart.kind == ChartKind::Rows});
    let value = json!({"type": "value"});
    let mut option = match chart.kind {
        ChartKind::Ring => {
            let values = chart.series.first().map(|s| s.values.as_slice()).unwrap_or_default();
            let data: Vec<Json> =
                chart.labels.iter().zip(values).map(|(n, v)| json!({"name": n, "value": v})).collect();
            json!({"legend": {"bottom": 0, "left": "center"}, "series": [{"type": "pie", "radius": ["48%", "74%"],
                "center": ["50%", "44%"], "data": data, "padAngle": 1.5, "itemStyle": {"borderRadius": 4},
                "label": {"show": false}}]})
        }
        kind => {
            let series: Vec<Json> = chart.series.iter().map(|s| series(kind, s, chart.stacked)).collect();
            let (x, y) = if kind == ChartKind::Rows { (value, category) } else { (category, value) };
            json!({"xAxis": x, "yAxis": y, "series": series, "tooltip": {"trigger": "axis"}})
        }
    };
    if let (Some(legend), Some(object)) = (legend, option.as_object_mut()) {
        object.insert("legend".into(), legend);
    }
    option
}

fn series(kind: ChartKind, series: &Series, stacked: bool) -> Json {
    let mut json = match kind {
        ChartKind::Lines => json!({"type": "line", "smooth": 0.2}),
        ChartKind::Rows => {
            json!({"type": "bar", "barMaxWidth": 22, "itemStyle": {"borderRadius": [0, 4, 4, 0]}})
        }
        _ => json!({"type": "bar", "barMaxWidth": 32, "itemStyle": {"borderRadius": [4, 4, 0, 0]}}),
    };
    if let Some(object) = json.as_object_mut() {
        object.insert("name".into(), json!(series.name));
        object.insert("data".into(), json!(series.values));
        if stacked {
            object.insert("stack".into(), json!("all"));
            object.insert("itemStyle".into(), json!({}));
        }
    }
    json
}
