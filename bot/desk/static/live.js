"use strict";
// Keeps a part of the page up to date while something runs, and opens the page anew when its state has changed.
// Only what changes is put in; a screen reader is told in steps, not with every number.

const EVERY = 2000; // milliseconds
const part = document.querySelector("[data-live]");
const aloud = document.getElementById("aloud");

async function look() {
  const answer = await fetch(part.dataset.live, { credentials: "same-origin", redirect: "error" }).catch(() => null);
  if (answer === null) {
    return true; // the way there is broken for a moment
  }
  if (!answer.ok) {
    location.reload(); // signed out, or it is there no more: the page says which
    return false;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-state]");
  const shown = part.querySelector("[data-state]");
  if (fresh === null || fresh.dataset.state !== shown.dataset.state) {
    location.reload(); // other buttons belong to it now
    return false;
  }
  if (fresh.innerHTML !== shown.innerHTML) {
    shown.replaceWith(fresh);
  }
  if (aloud.textContent !== fresh.dataset.said) {
    aloud.textContent = fresh.dataset.said;
  }
  return true;
}

async function goOn() {
  if (document.hidden || (await look())) {
    setTimeout(goOn, EVERY);
  }
}

if (part !== null) {
  setTimeout(goOn, EVERY);
}
