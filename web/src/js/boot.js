// Before the first paint: which theme. The server writes data-theme from the cookie; "auto" follows the system.
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const apply = () => {
  const choice = root.dataset.theme || "auto";
  root.dataset.bsTheme = choice === "auto" ? (dark.matches ? "dark" : "light") : choice;
};
apply();
dark.addEventListener("change", apply);
root.classList.add("js");
