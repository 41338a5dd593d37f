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

// The server writes times as the clock on this wall shows them.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const https = location.protocol === "https:";
if (zone && !document.cookie.includes(`talang_zone=${zone}`)) {
  document.cookie = `${https ? "__Host-" : ""}talang_zone=${zone}; Path=/; Max-Age=31536000; SameSite=Lax${https ? "; Secure" : ""}`;
}
