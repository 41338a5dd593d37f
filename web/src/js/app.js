// Everything a page may need but charts, which load on their own where there is one.
import htmx from "htmx.org/dist/htmx.esm.js";
import "./requests.js";
import "./shell.js";
import "./popover.js";
import "./dialog.js";
import "./toast.js";
import "./table.js";
import "./form.js";
import "./find.js";
import "./picker.js";
import "./tree.js";
import "./board.js";
import "./mention.js";
import "./upload.js";
import "./passkey.js";
import "./small.js";

htmx.onLoad((root) => {
  if (root.matches?.("[data-chart]") || root.querySelector?.("[data-chart]")) {
    import("./chart.js").then((chart) => chart.draw(root));
  }
});
