// Brings the page to life: keeps who is chosen, and shows everything anew when something changed.

import { showChat } from "./chat.js";
import { showComposer, wireComposer } from "./composer.js";
import { byId } from "./dom.js";
import { showPanels, wirePanels } from "./panels.js";
import { initialOf, markRead, showPeople, toneOf } from "./people.js";
import { act, ask, whenChanged } from "./server.js";

let chosen = Number(location.hash.slice(1)) || null;
let people = [];
let standing = null;

const deed = (name, body) => act(`/people/${chosen}/${name}`, body);

const acts = {
  says: (text) => deed("says", { text }),
  presses: (message, data) => deed("presses", { message, data }),
  opensBot: (start) => deed("opens", { start }),
  async starts() {
    if (standing === "blocked") await deed("unblocks");
    await deed("says", { text: "/start" });
  },
  attaches(file, caption) {
    const form = new FormData();
    form.append("document", file);
    if (caption) form.append("caption", caption);
    return deed("attaches", form);
  },
};

const whoIs = (id) => people.find((person) => person.id === id);

async function refresh() {
  people = await ask("/people");
  const person = whoIs(chosen);
  if (person) await showPhone(person);
  showPeople(people, chosen, choose);
  await showPanels();
}

async function showPhone(person) {
  const chat = await ask(`/people/${person.id}`);
  if (person.id !== chosen) return;
  standing = chat.standing;
  byId("nobody").hidden = true;
  byId("chat").hidden = false;
  byId("who").textContent = person.name;
  byId("who").lang = person.language;
  byId("with").textContent = `@${document.body.dataset.bot} · app in ${languageName(person.language)}`;
  byId("face").textContent = initialOf(person);
  byId("face").className = `avatar ${toneOf(person)}`;
  byId("block").setAttribute("aria-checked", String(standing === "blocked"));
  byId("block").disabled = !["open", "blocked"].includes(standing);
  if (document.visibilityState === "visible") markRead(person);
  showChat(person, chat, acts);
  showComposer(chat);
}

function languageName(code) {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
}

async function choose(id) {
  chosen = id;
  history.replaceState(null, "", `#${id}`);
  document.body.dataset.view = "chat";
  await run();
  (byId("composer").hidden ? byId("restart") : byId("write")).focus();
}

const run = whenChanged(refresh);

wireComposer(acts);
wirePanels(choose, run);
byId("block").addEventListener("click", () => {
  deed(standing === "blocked" ? "unblocks" : "blocks");
});
byId("back").addEventListener("click", () => {
  document.body.dataset.view = "people";
  document.querySelector(".person[aria-current]")?.focus();
});
byId("crowd-list").addEventListener("toggle", run);
document.addEventListener("visibilitychange", run);
if (chosen) document.body.dataset.view = "chat";
