// The chosen person's chat with the bot.

import { byId, element, showList } from "./dom.js";
import { insideLink, openOutside } from "./links.js";
import { alertWith, clearToasts, copy, share, toast } from "./notices.js";
import { words } from "./words.js";

const NEAR_THE_END = 120; // pixels
const CLOCK = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit" });
const KILOBYTE = 1000;

const alertsSeen = new Map();
const log = byId("log");
let atEnd = true;

const toEnd = () => {
  log.scrollTop = log.scrollHeight;
};
log.addEventListener("scroll", () => {
  atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
});
new ResizeObserver(() => {
  if (atEnd) toEnd();
}).observe(log);

// Show `chat` as the phone of `person`; `acts` is what this person can do.
export function showChat(person, chat, acts) {
  if (log.dataset.person !== String(person.id)) {
    log.replaceChildren();
    clearToasts();
    log.nodesByKey = undefined;
    log.dataset.person = person.id;
    atEnd = true;
  }
  log.lang = person.language;
  const shown = chat.messages.map((message) => ({ ...message, waiting: chat.waiting.includes(message.id) }));
  const about = chat.standing === "stranger" ? [{ id: 0, about: chat.about || "Press Start to talk to this bot." }] : [];
  showList(log, [...about, ...shown], (message) => message.id, (message) => bubble(message, acts));
  if (atEnd) toEnd();
  showAlerts(person, chat.alerts);
}

function showAlerts(person, alerts) {
  const seen = alertsSeen.get(person.id) ?? alerts.length;
  alertsSeen.set(person.id, alerts.length);
  for (const { text, show_alert: asDialog } of alerts.slice(seen)) (asDialog ? alertWith : toast)(text);
}

function bubble(message, acts) {
  if (message.about) return element("p", { className: "about" }, message.about);
  const who = message.sender === "bot" ? "Bot" : "You";
  const shown = element(
    "article",
    { className: `message from-${message.sender}` },
    element(
      "div",
      { className: "bubble" },
      element("span", { className: "unseen" }, `${who}: `),
      message.file ? file(message.file) : null,
      element("div", { className: "text", dir: "auto" }, ...words(message.parts, acts)),
      element("footer", {}, message.edited ? "edited " : "", CLOCK.format(message.date * 1000)),
    ),
    message.keyboard.length ? keyboard(message, acts) : null,
  );
  shown.dataset.message = message.id;
  return shown;
}

function file({ id, kind, name, size, spoiler }) {
  const href = `/files/${encodeURIComponent(id)}`;
  if (kind === "photo") return spoiler ? covered(photo(href)) : photo(href);
  const label = element("span", {}, name, element("small", {}, ` ${sizeOf(size)}`));
  return element("a", { className: "document", href, download: name }, label);
}

function photo(href) {
  return element("img", { className: "photo", src: href, alt: "Photo", onload: () => atEnd && toEnd() });
}

function covered(picture) {
  const cover = element("button", { type: "button", className: "cover", "aria-label": "Covered photo: press to see it" }, picture);
  cover.onclick = () => cover.replaceWith(picture);
  return cover;
}

function sizeOf(bytes) {
  return bytes < KILOBYTE ? `${bytes} B` : `${Math.round(bytes / KILOBYTE)} kB`;
}

function keyboard(message, acts) {
  const rows = message.keyboard.map((row, y) =>
    element("div", { className: "row" }, ...row.map((button, x) => inlineButton(message, button, `${y}-${x}`, acts))),
  );
  return element("div", { className: "keyboard" }, ...rows);
}

function inlineButton(message, button, place, acts) {
  const properties = { type: "button", className: "key", "data-focus": place, onclick: () => press(message, button, acts) };
  const made = element("button", properties, button.text);
  if (button.callback_data) made.dataset.data = button.callback_data;
  if (button.callback_data && message.waiting) made.classList.add("waiting");
  if (button.url) made.append(element("span", { className: "outside", "aria-hidden": "true" }, "↗"));
  return made;
}

function press(message, button, acts) {
  if (button.callback_data) return acts.presses(message.id, button.callback_data);
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.url) return (insideLink(button.url, acts.opensBot) ?? (() => openOutside(button.url)))();
  return share(`@${document.body.dataset.bot} ${button.switch_inline_query ?? ""}`.trim());
}
