// The field at the bottom: writing, attaching, the menu of commands, and Start or Restart in its place.

import { byId, element } from "./dom.js";

const INSTEAD = { stranger: "Start", blocked: "Restart the bot", gone: "This account is deleted" };

// Wire the field to `acts`, the deeds of whoever's phone is held.
export function wireComposer(acts) {
  const write = byId("write");
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send(acts);
  });
  write.addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggleMenu(false);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(acts);
  });
  write.addEventListener("input", () => {
    grow(write);
    offerCommands(write.value);
  });
  byId("open-menu").addEventListener("click", () => {
    const opens = byId("menu").hidden;
    offerCommands("/");
    toggleMenu(opens);
  });
  byId("menu").addEventListener("click", (event) => {
    const command = event.target.closest("button")?.dataset.command;
    if (!command) return;
    clear(write);
    acts.says(command);
    write.focus();
  });
  byId("document").addEventListener("change", async ({ target }) => {
    if (target.files.length) await acts.attaches(target.files[0], write.value.trim());
    target.value = "";
    clear(write);
  });
  byId("restart").addEventListener("click", () => acts.starts());
}

// Show the field, or what an app shows in its place.
export function showComposer(chat) {
  const instead = INSTEAD[chat.standing];
  const justStarted = instead === undefined && document.activeElement === byId("restart");
  byId("composer").hidden = instead !== undefined;
  byId("instead").hidden = instead === undefined;
  byId("restart").textContent = instead ?? "";
  byId("restart").disabled = chat.standing === "gone";
  byId("open-menu").hidden = chat.menu.length === 0;
  showMenu(chat.menu);
  if (justStarted) byId("write").focus();
}

function showMenu(commands) {
  const menu = byId("menu");
  const content = JSON.stringify(commands);
  if (menu.dataset.content === content) return;
  menu.dataset.content = content;
  menu.replaceChildren(
    ...commands.map(({ command, description }) => {
      const parts = [element("strong", {}, `/${command}`), element("span", {}, description)];
      const button = element("button", { type: "button", className: "command" }, ...parts);
      button.dataset.command = `/${command}`;
      return button;
    }),
  );
}

function offerCommands(typed) {
  const begins = typed.startsWith("/") && !/\s/.test(typed);
  const buttons = [...byId("menu").children];
  for (const button of buttons) button.hidden = !button.dataset.command.startsWith(typed);
  toggleMenu(begins && buttons.some((button) => !button.hidden));
}

function toggleMenu(open) {
  byId("menu").hidden = !open;
  byId("open-menu").setAttribute("aria-expanded", String(open));
}

async function send(acts) {
  const write = byId("write");
  const text = write.value.trim();
  if (!text) return;
  clear(write);
  await acts.says(text);
}

function clear(write) {
  write.value = "";
  grow(write);
  toggleMenu(false);
}

function grow(write) {
  write.rows = Math.min(6, write.value.split("\n").length);
}
