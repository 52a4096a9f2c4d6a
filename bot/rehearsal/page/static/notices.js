// Shows what Telegram shows over a chat: toasts, alerts, and the panel for sharing.

import { byId, element } from "./dom.js";

const TOAST_MILLISECONDS = 6000;

export function toast(text) {
  const shown = element("p", { className: "toast" }, text);
  byId("toasts").append(shown);
  setTimeout(() => shown.remove(), TOAST_MILLISECONDS);
}

// What appeared over one phone does not stay when another is held.
export function clearToasts() {
  byId("toasts").replaceChildren();
}

export function complain(text) {
  toast(text);
}

export function alertWith(text) {
  byId("alert-text").textContent = text;
  if (!byId("alert").open) byId("alert").showModal();
}

export function share(text) {
  byId("shared").textContent = text;
  byId("share").showModal();
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast("Copied");
}

byId("copy-shared").addEventListener("click", () => copy(byId("shared").textContent));
