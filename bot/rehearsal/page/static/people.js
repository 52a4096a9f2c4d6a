// The people on the left: whose phone to hold, and who has something unread.

import { byId, element, showList } from "./dom.js";

const LISTS = { coordinator: "coordinators", supporter: "supporters", crowd: "crowd-members" };
const TONES = 7;
const READ = "rehearsal-read";

const read = new Map(JSON.parse(sessionStorage.getItem(READ) ?? "[]"));
let firstLook = read.size === 0;

export const toneOf = (person) => `tone-${person.id % TONES}`;
export const initialOf = (person) => [...person.name][0] ?? "?";

export function markRead(person) {
  if (person.last) read.set(person.id, person.last.id);
  sessionStorage.setItem(READ, JSON.stringify([...read]));
}

export function showPeople(people, chosen, choose) {
  if (firstLook) people.forEach(markRead);
  firstLook = false;
  const rows = people.map((person) => ({ ...person, chosen: person.id === chosen, unread: isUnread(person) }));
  for (const [role, id] of Object.entries(LISTS)) {
    const shown = rows.filter((row) => row.role === role);
    if (role === "crowd") showCrowdCount(shown.length);
    const folded = role === "crowd" && !byId("crowd-list").open;
    showList(byId(id), folded ? [] : shown, (row) => row.id, (row) => personRow(row, choose));
  }
  const unread = rows.filter((row) => row.unread && row.role !== "crowd").length;
  document.title = document.title.replace(/^(\(\d+\) )?/, unread ? `(${unread}) ` : "");
}

function isUnread(person) {
  const last = person.last;
  return last !== null && last.sender === "bot" && last.id > (read.get(person.id) ?? 0);
}

function showCrowdCount(count) {
  byId("crowd-list").hidden = count === 0;
  byId("crowd-count").textContent = count;
}

function personRow(row, choose) {
  const button = element(
    "button",
    { type: "button", className: "person", "data-focus": "person", onclick: () => choose(row.id) },
    element("span", { className: `avatar ${toneOf(row)}`, "aria-hidden": "true" }, initialOf(row)),
    element(
      "span",
      { className: "person-text" },
      element("span", { className: "person-name", lang: row.language }, row.name),
      element("span", { className: "person-last", lang: row.language }, lastWords(row)),
    ),
    row.unread ? element("span", { className: "unread" }, element("span", { className: "unseen" }, "unread")) : null,
  );
  if (row.chosen) button.setAttribute("aria-current", "true");
  return element("li", {}, button);
}

function lastWords(row) {
  if (row.standing === "blocked") return "blocked the bot";
  if (row.standing === "gone") return "left Telegram";
  if (row.last === null) return "has not started the bot";
  return (row.last.sender === "person" ? "You: " : "") + row.last.text;
}
