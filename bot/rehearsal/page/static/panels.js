// The panels under the people: somebody new, a crowd, faults.

import { byId, element, showList } from "./dom.js";
import { toast } from "./notices.js";
import { act, ask } from "./server.js";

export function wirePanels(choose, refresh) {
  onSubmit("add-person", async (form) => {
    const response = await act("/people", { name: form.get("name").trim(), language: form.get("language") });
    if (!response.ok) return;
    byId("add-person").reset();
    await refresh();
    choose((await response.json()).id);
  });
  onSubmit("send-crowd", (form) => act("/crowd", { size: Number(form.get("size")), pace: Number(form.get("pace")) }));
  byId("stop-crowd").addEventListener("click", () => act("/crowd", undefined, "DELETE"));
  onSubmit("add-fault", async (form) => {
    const response = await act("/faults", {
      kind: form.get("kind"),
      method: form.get("method") || null,
      times: Number(form.get("times")),
      seconds: Number(form.get("seconds")),
    });
    if (response.ok) toast("The fault is in force");
    await showFaults();
  });
  byId("clear-faults").addEventListener("click", async () => {
    await act("/faults", undefined, "DELETE");
    await showFaults();
  });
}

export async function showPanels() {
  await Promise.all([showCrowd(), showFaults()]);
}

async function showCrowd() {
  const progress = await ask("/crowd");
  byId("crowd-progress").hidden = progress === null;
  byId("stop-crowd").hidden = !progress?.running;
  if (progress === null) return;
  byId("crowd-bar").max = progress.size;
  byId("crowd-bar").value = progress.subscribed;
  for (const shown of document.querySelectorAll("[data-count]")) {
    shown.textContent = progress[shown.dataset.count].toLocaleString();
  }
}

async function showFaults() {
  const faults = (await ask("/faults")).map((fault, number) => ({ ...fault, number }));
  byId("fault-count").hidden = faults.length === 0;
  byId("fault-count").textContent = faults.length;
  showList(byId("faults"), faults, (fault) => fault.number, faultRow);
}

function faultRow({ fault, method, times }) {
  const reach = `${method ?? "any method"}, ${times === null ? "until cleared" : `next ${times}`}`;
  return element("li", {}, element("strong", {}, fault), ` ${reach}`);
}

function onSubmit(id, deed) {
  byId(id).addEventListener("submit", (event) => {
    event.preventDefault();
    deed(new FormData(event.target));
  });
}
