// Passkeys (Web Authentication Level 3): buttons that make or use one, and passkeys among the suggestions of the login's field.
// The server's questions and the browser's answers travel as JSON; not every browser converts them by itself yet.
import { htmx, on } from "./base.js";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => {
  const all = Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join("");
  return btoa(all).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};
const supported = "PublicKeyCredential" in window && isSecureContext;

/** The server's question, with bytes where the browser wants bytes. */
function question(json) {
  const known = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  const asked = { ...json, challenge: bytes(json.challenge) };
  if (json.user) asked.user = { ...json.user, id: bytes(json.user.id) };
  if (json.excludeCredentials) asked.excludeCredentials = known(json.excludeCredentials);
  if (json.allowCredentials) asked.allowCredentials = known(json.allowCredentials);
  return asked;
}

/** The browser's answer as JSON: RegistrationResponseJSON or AuthenticationResponseJSON. */
function answer(credential) {
  const from = credential.response;
  const response = { clientDataJSON: text(from.clientDataJSON) };
  if (from.attestationObject) {
    response.attestationObject = text(from.attestationObject);
    response.transports = from.getTransports?.() ?? [];
  } else {
    response.authenticatorData = text(from.authenticatorData);
    response.signature = text(from.signature);
    if (from.userHandle?.byteLength) response.userHandle = text(from.userHandle);
  }
  const id = text(credential.rawId);
  return JSON.stringify({ id, rawId: id, type: credential.type, response, clientExtensionResults: {} });
}

async function ask(address, signal) {
  const token = document.querySelector("meta[name=csrf]")?.content;
  const headers = token ? { "x-csrf-token": token } : {};
  const reply = await fetch(address, { method: "POST", headers, signal });
  if (!reply.ok) throw new Error(`the server says ${reply.status}`);
  return question(await reply.json());
}

function send(form, credential) {
  form.querySelector("[data-passkey-answer]").value = answer(credential);
  // Fields for other ways in may stay empty.
  form.submit();
}

function problem(form, name) {
  form.querySelectorAll("[data-passkey-problem]").forEach((one) => { one.hidden = one.dataset.passkeyProblem !== name; });
}

// One question at a time: the suggestions wait until the person does something else.
let suggesting;

on("click", "button[data-passkey]", async (_, button) => {
  const form = button.closest("form");
  const make = button.dataset.passkey === "create";
  if (make && !form.reportValidity()) return;
  suggesting?.abort();
  problem(form, "");
  button.disabled = true;
  try {
    const publicKey = await ask(button.dataset.passkeyAsk);
    send(form, await navigator.credentials[make ? "create" : "get"]({ publicKey }));
  } catch (error) {
    problem(form, error.name === "InvalidStateError" ? "already" : "stopped");
    button.disabled = false;
    suggest();
  }
});

/** Suggests passkeys in the login's field, and asks anew before the question is too old. */
async function suggest() {
  const form = document.querySelector("form[data-passkey-suggest]");
  if (!form || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  suggesting?.abort();
  const mine = new AbortController();
  suggesting = mine;
  try {
    const publicKey = await ask(form.dataset.passkeySuggest, mine.signal);
    const old = setTimeout(() => mine.abort("old"), publicKey.timeout * 0.8);
    mine.signal.addEventListener("abort", () => { clearTimeout(old); if (mine.signal.reason === "old") suggest(); });
    send(form, await navigator.credentials.get({ publicKey, mediation: "conditional", signal: mine.signal }));
  } catch {
    // Nobody picked one: the page has other ways in.
  }
}

htmx.onLoad((root) => {
  root.querySelectorAll?.("[data-passkey-only]").forEach((one) => { one.hidden = !supported; });
  root.querySelectorAll?.("[data-passkey-lacking]").forEach((one) => { one.hidden = supported; });
});
if (supported) suggest();
